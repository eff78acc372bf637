/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/title.h"

/* What stands in @field, as a line may show it; NULL for nothing. */
static char *
dup_shown (SelConnection *connection, const SelField *field, gconstpointer record)
{
  g_autofree char *value = sel_title_dup_value (connection, field, record);

  if (value == NULL)
    return NULL;

  return field->sensitivity >= SEL_PERSONAL ? sel_text_dup_masked (value)
                                            : sel_title_dup_first_words (value);
}

/* What became of @field in the database; @is_mine tells whether the person changed it as well. */
static char *
dup_line (SelConnection *connection,
          const SelField *field,
          gconstpointer theirs,
          gboolean is_mine)
{
  g_autofree char *value = dup_shown (connection, field, theirs);

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
static GPtrArray *
merge (SelConnection *connection,
       const SelRecordType *type,
       gpointer base,
       gpointer mine,
       gconstpointer theirs)
{
  GPtrArray *lines = g_ptr_array_new_full (type->n_fields, g_free);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gboolean is_mine = !sel_field_is_equal (field, base, mine);
      gboolean is_told =
        !sel_field_is_equal (field, base, theirs) && !sel_field_is_equal (field, mine, theirs);

      g_ptr_array_add (lines, is_told ? dup_line (connection, field, theirs, is_mine) : NULL);
      if (!is_mine)
        sel_field_copy (field, mine, theirs);
    }

  for (guint i = 0; i < type->n_fields; i++)
    sel_field_copy (&type->fields[i], base, theirs);
  ((SelRecord *) base)->version = ((const SelRecord *) theirs)->version;
  ((SelRecord *) mine)->version = ((const SelRecord *) theirs)->version;
  return lines;
}

/**
 * sel_merge_record:
 * @base: the record as it was when the person began; becomes what it is in the database now
 * @mine: what the person made of it; takes over what has changed since, but not in the fields that
 *   the person changed as well
 *
 * After %SEL_STORE_ERROR_CONFLICT: nothing is written, and @mine can be after the person saw it.
 *
 * Returns: (element-type utf8): for each field of @type a sentence if it has changed, personal
 *   values masked, else NULL; NULL with %SEL_STORE_ERROR_NOT_FOUND when the record is gone
 */
GPtrArray *
sel_merge_record (SelConnection *connection,
                  const SelRecordType *type,
                  gpointer base,
                  gpointer mine,
                  GError **error)
{
  gpointer theirs = sel_record_load (connection, type, ((SelRecord *) base)->id, error);
  GPtrArray *lines = theirs ? merge (connection, type, base, mine, theirs) : NULL;

  sel_record_free (type, theirs);
  return lines;
}
