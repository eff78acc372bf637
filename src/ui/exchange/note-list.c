/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/note-list.h"

#include "exchange/import-doubts.h"

/* A view of GTK 4.8 makes some 200 rows whatever its height, which takes longer than a frame. */
#define AT_FIRST 30
#define AT_ONCE 30
#define MOST_ROWS 240

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
  guint n_shown;    /* of them, so far */
};

static GType
get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return SEL_TYPE_NOTE;
}

static guint
get_n_items (GListModel *list)
{
  return SEL_NOTE_LIST (list)->n_shown;
}

static gpointer
get_item (GListModel *list, guint position)
{
  SelNoteList *self = SEL_NOTE_LIST (list);
  SelNote *note;

  if (position >= self->n_shown)
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
  self->n_shown = MIN (self->notes->len, AT_FIRST);
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
  guint n_before = self->n_shown;

  g_ptr_array_unref (self->notes);
  self->notes = collect (self->result, verdict);
  self->n_shown = MIN (self->notes->len, AT_FIRST);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_shown);
}

/* How many notes there are of the verdict that is shown. */
guint
sel_note_list_get_n (SelNoteList *self)
{
  return self->notes->len;
}

/* Lets the list grow, so that a view makes some of its rows in one frame and some in the next. FALSE
 * when all are there. */
gboolean
sel_note_list_grow (SelNoteList *self)
{
  guint n_before = self->n_shown;

  self->n_shown = n_before < MOST_ROWS ? MIN (self->notes->len, n_before + AT_ONCE)
                                       : self->notes->len;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);
  return self->n_shown < self->notes->len;
}

/* Brings counts and notes to what was decided of the pairs of the result; shows all notes. */
void
sel_note_list_recount (SelNoteList *self)
{
  guint n_before = self->n_shown;

  self->n_shown = 0;
  g_ptr_array_set_size (self->notes, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  sel_import_doubts_recount (self->result);
  sel_note_list_set_verdict (self, SEL_ALL_VERDICTS);
}
