/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"
#include "support.h"

static void
set (const SelRecordType *type, gpointer record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  sel_field_set_text (sel_record_type_field (type, field), record, text, &error);
  g_assert_no_error (error);
}

/* Writes @text into @field of the record as another person would. */
static void
change_elsewhere (SelStore *store,
                  const SelRecordType *type,
                  gint64 id,
                  const char *field,
                  const char *text)
{
  g_autoptr (GError) error = NULL;
  gpointer theirs = load (store, type, id);

  if (text)
    set (type, theirs, field, text);
  else
    sel_field_clear (sel_record_type_field (type, field), theirs);
  change (store, UPDATE, type, theirs, &error);
  g_assert_no_error (error);
}

static char *
merge (SelStore *store, const SelRecordType *type, gpointer base, gpointer mine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  g_autoptr (GPtrArray) lines = sel_merge_record (reading->connection, type, base, mine, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, type->n_fields);
  for (guint i = 0; i < lines->len; i++)
    if (lines->pdata[i])
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", (char *) lines->pdata[i]);

  return g_string_free (text, FALSE);
}

static gint64
add_person (SelStore *store)
{
  return add (store, &sel_participant_type,
              make (&sel_participant_type, "name", "Ani", "kind", "tks", "phone", "081234567890",
                    "address", "Jl. Melati 1", "education", "senior", NULL));
}

static char *
read_field (const SelRecordType *type, gpointer record, const char *field)
{
  return sel_field_dup_text (sel_record_type_field (type, field), record);
}

/* Each field goes to whoever changed it; where both did, mine stays and theirs is told. */
static void
test_field_by_field (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_person (store);
  gpointer base = load (store, &sel_participant_type, id);
  gpointer mine = load (store, &sel_participant_type, id);
  g_autofree char *lines = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  change_elsewhere (store, &sel_participant_type, id, "name", "Ani Lestari");
  change_elsewhere (store, &sel_participant_type, id, "phone", "081200000001");
  change_elsewhere (store, &sel_participant_type, id, "address", NULL);
  set (&sel_participant_type, mine, "phone", "081200000002");
  set (&sel_participant_type, mine, "address", "Jl. Mawar 2");

  lines = merge (store, &sel_participant_type, base, mine);
  g_assert_cmpstr (lines, ==,
                   "Name was changed to “Ani Lestari” in the meantime, which stands here now.\n"
                   "Address was emptied in the meantime. What you entered is still here.\n"
                   "Phone was changed to “081•••••••01” in the meantime. What you entered is still "
                   "here.");

  /* What is left in the form can be saved. */
  g_assert_cmpint (change (store, UPDATE, &sel_participant_type, mine, &error), >, 0);
  g_assert_no_error (error);
  mine = load (store, &sel_participant_type, id);
  name = read_field (&sel_participant_type, mine, "name");
  address = read_field (&sel_participant_type, mine, "address");
  g_assert_cmpstr (name, ==, "Ani Lestari");
  g_assert_cmpstr (address, ==, "Jl. Mawar 2");
  sel_record_free (&sel_participant_type, mine);
  sel_record_free (&sel_participant_type, base);
}

/* Both came to the same: there is nothing to tell. */
static void
test_same_change (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  gint64 id = add_person (store);
  gpointer base = load (store, &sel_participant_type, id);
  gpointer mine = load (store, &sel_participant_type, id);
  g_autofree char *lines = NULL;

  change_elsewhere (store, &sel_participant_type, id, "name", "Ani Lestari");
  set (&sel_participant_type, mine, "name", "Ani Lestari");
  lines = merge (store, &sel_participant_type, base, mine);
  g_assert_cmpstr (lines, ==, "");
  sel_record_free (&sel_participant_type, mine);
  sel_record_free (&sel_participant_type, base);
}

static void
test_gone (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = NULL;
  gint64 id = add_person (store);
  gpointer base = load (store, &sel_participant_type, id);
  gpointer mine = load (store, &sel_participant_type, id);

  change (store, DELETE, &sel_participant_type, load (store, &sel_participant_type, id), &error);
  g_assert_no_error (error);
  reading = sel_reading_begin (store, NULL);
  g_assert_null (
    sel_merge_record (reading->connection, &sel_participant_type, base, mine, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
  sel_record_free (&sel_participant_type, mine);
  sel_record_free (&sel_participant_type, base);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/merge/field-by-field", test_field_by_field);
  g_test_add_func ("/store/merge/same-change", test_same_change);
  g_test_add_func ("/store/merge/gone", test_gone);
  return g_test_run ();
}
