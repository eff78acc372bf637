/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are broken, or made to do harm, at the door of the register: each gets its sentence,
 * and the register stays as it was. */
#include <string.h>

#include "exchange/register.h"
#include "support/hostile-xml.h"

static gboolean
says (const SelImportResult *result, const char *sentence)
{
  const GPtrArray *notes = result->notes[SEL_IMPORT_REFUSED];

  for (guint i = 0; i < notes->len; i++)
    {
      const SelImportNote *note = g_ptr_array_index (notes, i);
      g_autofree char *said =
        g_strconcat (note->field ? sel_field_label (note->field) : "", ": ", note->reason, NULL);

      if (strstr (said, sentence))
        return TRUE;
    }

  return FALSE;
}

static void
test_hostile (gconstpointer data)
{
  const HostileXml *hostile = data;
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) bytes = hostile_xml_dup_bytes (hostile);
  g_autofree char *path = register_dup_path (reg, "hostile.xml");
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  register_write_bytes (reg, "hostile.xml", bytes);
  result = sel_import_run (reg->store, &request, NULL, NULL, NULL, &error);

  if (hostile->effect == HOSTILE_XML_STOPS)
    {
      g_assert_null (result);
      g_assert_true (sel_import_is_refusal (error));
      g_assert_nonnull (strstr (error->message, hostile->sentence));
    }
  else
    {
      g_assert_no_error (error);
      g_assert_false (result->is_applied);
      g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], >, 0);
      g_assert_true (says (result, hostile->sentence));
    }

  g_assert_cmpint (
    register_get_int (reg,
                      "SELECT (SELECT count (*) FROM act) + (SELECT count (*) FROM exchange)"
                      " + (SELECT count (*) FROM participant) + (SELECT count (*) FROM identity)"),
    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_hostile_xml; i++)
    {
      g_autofree char *path = g_strconcat ("/import/hostile/", hostile_xml[i].name, NULL);

      g_test_add_data_func (path, &hostile_xml[i], test_hostile);
    }

  return g_test_run ();
}
