/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/title.h"

/* What became of @field in the database; @is_mine tells whether the person changed it as well. */
static char *
dup_line (SelConnection *connection,
          const SelField *field,
          gconstpointer theirs,
          gboolean is_mine)
{
  g_autofree char *value = sel_title_dup_value (connection, field, theirs);

  if (value && field->sensitivity >= SEL_PERSONAL)
    {
      char *masked = sel_text_dup_masked (value);

      g_free (value);
      value = masked;
    }

  if (value == NULL && is_mine)
    return g_strdup_printf (
      /* Translators: %s is the label of a field */
      _ ("%s was emptied in the meantime. What you entered is still here."),
      sel_field_label (field));
  if (value == NULL)
    return g_strdup_printf (_ ("%s was emptied in the meantime, and is empty here now."),
                            sel_field_label (field));
  if (is_mine)
    return g_strdup_printf (
      /* Translators: the first %s is the label of a field, the second what stands in it */
      _ ("%s was changed to “%s” in the meantime. What you entered is still here."),
      sel_field_label (field), value);
  return g_strdup_printf (_ ("%s was changed to “%s” in the meantime, which stands here now."),
                          sel_field_label (field), value);
}

/* Brings @mine and @base up to what @theirs is. */
static char **
merge (SelConnection *connection,
       const SelRecordType *type,
       gpointer base,
       gpointer mine,
       gconstpointer theirs)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gboolean is_mine = !sel_field_is_equal (field, base, mine);
      g_autofree char *line = NULL;

      if (sel_field_is_equal (field, base, theirs) || sel_field_is_equal (field, mine, theirs))
        continue;
      line = dup_line (connection, field, theirs, is_mine);
      g_strv_builder_add (lines, line);
      if (!is_mine)
        sel_field_copy (field, mine, theirs);
    }

  for (guint i = 0; i < type->n_fields; i++)
    sel_field_copy (&type->fields[i], base, theirs);
  ((SelRecord *) base)->version = ((const SelRecord *) theirs)->version;
  ((SelRecord *) mine)->version = ((const SelRecord *) theirs)->version;
  return g_strv_builder_end (lines);
}

/**
 * sel_merge_record:
 * @base: the record as it was when the person began; becomes what it is in the database now
 * @mine: what the person made of it; takes over what has changed since, but not in the fields that
 *   the person changed as well
 *
 * After %SEL_STORE_ERROR_CONFLICT: nothing is written, and @mine can be after the person saw it.
 *
 * Returns: a sentence for each field that has changed, personal values masked, to be freed with
 *   g_strfreev(); NULL with %SEL_STORE_ERROR_NOT_FOUND when the record is gone
 */
char **
sel_merge_record (SelConnection *connection,
                  const SelRecordType *type,
                  gpointer base,
                  gpointer mine,
                  GError **error)
{
  gpointer theirs = sel_record_load (connection, type, ((SelRecord *) base)->id, error);
  char **lines = theirs ? merge (connection, type, base, mine, theirs) : NULL;

  sel_record_free (type, theirs);
  return lines;
}
