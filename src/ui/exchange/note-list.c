/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/note-list.h"

#include "exchange/import-doubts.h"

struct _SelNote
{
  GObject parent_instance;

  SelNoteList *list;         /* keeps the note */
  const SelImportNote *note; /* lent by it */
};

G_DEFINE_FINAL_TYPE (SelNote, sel_note, G_TYPE_OBJECT)

static void
sel_note_finalize (GObject *object)
{
  g_clear_object (&SEL_NOTE (object)->list);

  G_OBJECT_CLASS (sel_note_parent_class)->finalize (object);
}

static void
sel_note_class_init (SelNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_note_finalize;
}

static void
sel_note_init (G_GNUC_UNUSED SelNote *self)
{
}

const SelImportNote *
sel_note_get (SelNote *self)
{
  return self->note;
}

struct _SelNoteList
{
  GObject parent_instance;

  SelImportResult *result;
  GPtrArray *notes; /* those of the verdict that is shown; lent by the result */
};

static GType
get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return SEL_TYPE_NOTE;
}

static guint
get_n_items (GListModel *list)
{
  return SEL_NOTE_LIST (list)->notes->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  SelNoteList *self = SEL_NOTE_LIST (list);
  SelNote *note;

  if (position >= self->notes->len)
    return NULL;

  note = g_object_new (SEL_TYPE_NOTE, NULL);
  note->list = g_object_ref (self);
  note->note = g_ptr_array_index (self->notes, position);
  return note;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SelNoteList,
                               sel_note_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sel_note_list_finalize (GObject *object)
{
  SelNoteList *self = SEL_NOTE_LIST (object);

  g_ptr_array_unref (self->notes);
  sel_import_result_free (self->result);

  G_OBJECT_CLASS (sel_note_list_parent_class)->finalize (object);
}

static void
sel_note_list_class_init (SelNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_note_list_finalize;
}

static void
sel_note_list_init (G_GNUC_UNUSED SelNoteList *self)
{
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SelImportNote *first = *(SelImportNote *const *) a;
  const SelImportNote *second = *(SelImportNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

/* The notes of @verdict. Those of several stand in arrays of their own, each in the order of the
 * file, which the stable sort keeps within a line. */
static GPtrArray *
collect (const SelImportResult *result, SelImportVerdict verdict)
{
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    if (verdict == SEL_ALL_VERDICTS || verdict == i)
      g_ptr_array_extend (notes, result->notes[i], NULL, NULL);

  g_ptr_array_sort (notes, compare_lines);
  return notes;
}

/* Shows all notes of the result. */
SelNoteList *
sel_note_list_new (SelImportResult *take_result)
{
  SelNoteList *self = g_object_new (SEL_TYPE_NOTE_LIST, NULL);

  self->result = take_result;
  self->notes = collect (take_result, SEL_ALL_VERDICTS);
  return self;
}

const SelImportResult *
sel_note_list_get_result (SelNoteList *self)
{
  return self->result;
}

/* Lets only notes of @verdict through. */
void
sel_note_list_set_verdict (SelNoteList *self, SelImportVerdict verdict)
{
  guint n_before = self->notes->len;

  g_ptr_array_unref (self->notes);
  self->notes = collect (self->result, verdict);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->notes->len);
}

/* Brings counts and notes to what was decided of the pairs of the result; shows all notes. */
void
sel_note_list_recount (SelNoteList *self)
{
  guint n_before = self->notes->len;

  g_ptr_array_set_size (self->notes, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  sel_import_doubts_recount (self->result);
  sel_note_list_set_verdict (self, SEL_ALL_VERDICTS);
}
