/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/note-table.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "ui/exchange/verdict.h"

/* A reason that needs more lines is whole in its tooltip. */
#define MOST_REASON_LINES 3

struct _SelNoteTable
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkBox *switches;
  GtkColumnView *view;
  GtkLabel *foot;
  GtkToggleButton *buttons[SEL_ALL_VERDICTS + 1];

  SelNoteList *notes;
  guint growing; /* the tick callback; 0 for none */
};

G_DEFINE_FINAL_TYPE (SelNoteTable, sel_note_table, GTK_TYPE_WIDGET)

/* The cells of one column are made with the place of their column here. */
enum
{
  COLUMN_VERDICT,
  COLUMN_LINE,
  COLUMN_RECORD,
  COLUMN_IDENTIFIER,
  COLUMN_FIELD,
  COLUMN_VALUE,
  COLUMN_REASON,
};

/* In characters; what is left over goes to the reason. */
static const struct
{
  const char *label;
  int least;
  int natural;
} columns[] = {
  [COLUMN_VERDICT] = { N_ ("Verdict"), 10, 11 },
  [COLUMN_LINE] = { N_ ("Line"), 5, 7 },
  [COLUMN_RECORD] = { N_ ("Record"), 10, 20 },
  [COLUMN_IDENTIFIER] = { N_ ("Identifier"), 11, 16 },
  [COLUMN_FIELD] = { N_ ("Field"), 9, 16 },
  [COLUMN_VALUE] = { N_ ("Value"), 8, 14 },
  [COLUMN_REASON] = { N_ ("Reason"), 28, 28 },
};

static char *
dup_text (const SelImportNote *note, guint column)
{
  switch (column)
    {
    case COLUMN_VERDICT:
      return sel_verdict_dup_display (note->verdict);
    case COLUMN_LINE:
      return sel_number_dup_display (note->line);
    case COLUMN_RECORD:
      return g_strdup (note->type ? _ (note->type->label) : _ ("Unknown record"));
    case COLUMN_IDENTIFIER:
      return sel_nik_dup_hidden (note->id);
    case COLUMN_FIELD:
      return g_strdup (note->field ? sel_field_label (note->field) : NULL);
    case COLUMN_VALUE:
      return g_strdup (note->value);
    case COLUMN_REASON:
    default:
      if (note->verdict != SEL_IMPORT_CHANGED)
        return g_strdup (note->reason);
      /* Translators: the fields in which a record of an exchange file is not as in the register */
      return g_strdup_printf (_ ("Differs in: %s"), note->reason);
    }
}

static const char *
get_text (GtkWidget *cell)
{
  return GTK_IS_LABEL (cell) ? gtk_label_get_text (GTK_LABEL (cell))
                             : gtk_inscription_get_text (GTK_INSCRIPTION (cell));
}

/* What may be cut off is told whole. A tooltip that is set asks the display at once where the pointer
 * is, which takes longer than a frame for a page of cells. */
static gboolean
query_tooltip_cb (GtkWidget *cell,
                  G_GNUC_UNUSED int x,
                  G_GNUC_UNUSED int y,
                  G_GNUC_UNUSED gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  const char *text = get_text (cell);

  gtk_tooltip_set_text (tooltip, text);
  return text && *text;
}

static GtkWidget *
new_reason_cell (void)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_lines (GTK_LABEL (cell), MOST_REASON_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell), columns[COLUMN_REASON].least);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), columns[COLUMN_REASON].natural);
  return cell;
}

static GtkWidget *
new_cell (guint column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), (guint) columns[column].least);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), (guint) columns[column].natural);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER); /* or it breaks lines where the reason is long */
  if (column == COLUMN_LINE)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1.0f);
      gtk_widget_add_css_class (cell, "numeric");
    }

  return cell;
}

static void
setup_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *cell = column == COLUMN_REASON ? new_reason_cell () : new_cell (column);

  if (column > COLUMN_LINE)
    {
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const SelImportNote *note = sel_note_get (gtk_list_item_get_item (item));
  g_autofree char *text = dup_text (note, GPOINTER_TO_UINT (column));
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_object_set (cell, GTK_IS_LABEL (cell) ? "label" : "text", text, NULL);
  if (GPOINTER_TO_UINT (column) == COLUMN_VERDICT)
    {
      const char *const classes[] = { sel_verdict_css_class (note->verdict), NULL };

      gtk_widget_set_css_classes (cell, (const char **) classes);
    }
}

static void
add_column (SelNoteTable *self, guint position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (_ (columns[position].label), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (position));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, position == COLUMN_REASON);
  gtk_column_view_append_column (self->view, column);
}

static gboolean
has_most_notes (const SelImportResult *result)
{
  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    if (result->notes[i]->len >= SEL_IMPORT_MOST_NOTES)
      return TRUE;

  return FALSE;
}

static void
update_foot (SelNoteTable *self)
{
  guint n = sel_note_list_get_n (self->notes);
  g_autofree char *shown = sel_number_dup_display (n);
  g_autofree char *most = sel_number_dup_display (SEL_IMPORT_MOST_NOTES);
  g_autofree char *count = g_strdup_printf (ngettext ("%s note", "%s notes", n), shown);
  g_autofree char *text = NULL;

  if (has_most_notes (sel_note_list_get_result (self->notes)))
    /* Translators: the first is "12,345 notes", of a list that was cut */
    text = g_strdup_printf (_ ("%s. Of each verdict the first %s are listed; all are counted."),
                            count,
                            most);
  gtk_label_set_text (self->foot, text ? text : count);
}

static gboolean
grow_cb (GtkWidget *widget,
         G_GNUC_UNUSED GdkFrameClock *clock,
         G_GNUC_UNUSED gpointer user_data)
{
  SelNoteTable *self = SEL_NOTE_TABLE (widget);

  if (self->notes && sel_note_list_grow (self->notes))
    return G_SOURCE_CONTINUE;

  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_to_grow (SelNoteTable *self)
{
  if (self->growing == 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
toggled_cb (SelNoteTable *self, GtkToggleButton *button)
{
  if (self->notes == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i <= SEL_ALL_VERDICTS; i++)
    if (self->buttons[i] == button)
      sel_note_list_set_verdict (self->notes, i);
  begin_to_grow (self);
  update_foot (self);
}

static void
add_switch (SelNoteTable *self, SelImportVerdict verdict)
{
  g_autofree char *label = verdict == SEL_ALL_VERDICTS ? g_strdup (C_ ("import", "All"))
                                                       : sel_verdict_dup_display (verdict);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[SEL_ALL_VERDICTS]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->switches, button);
  self->buttons[verdict] = GTK_TOGGLE_BUTTON (button);
}

static void
sel_note_table_dispose (GObject *object)
{
  SelNoteTable *self = SEL_NOTE_TABLE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (sel_note_table_parent_class)->dispose (object);
}

static void
sel_note_table_class_init (SelNoteTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_note_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/note-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SelNoteTable, box);
  gtk_widget_class_bind_template_child (widget_class, SelNoteTable, switches);
  gtk_widget_class_bind_template_child (widget_class, SelNoteTable, view);
  gtk_widget_class_bind_template_child (widget_class, SelNoteTable, foot);
}

static void
sel_note_table_init (SelNoteTable *self)
{
  static const SelImportVerdict in_order[] = {
    SEL_ALL_VERDICTS,
    SEL_IMPORT_REFUSED,
    SEL_IMPORT_DOUBTFUL,
    SEL_IMPORT_WARNING,
    SEL_IMPORT_CHANGED,
    SEL_IMPORT_NEW,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    add_switch (self, in_order[i]);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
}

/* Shows @notes, first those that were refused if there are any: they want an answer. */
void
sel_note_table_show (SelNoteTable *self, SelNoteList *notes)
{
  const SelImportResult *result = sel_note_list_get_result (notes);
  SelImportVerdict first =
    result->notes[SEL_IMPORT_REFUSED]->len ? SEL_IMPORT_REFUSED : SEL_ALL_VERDICTS;
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (notes)));
  guint n_kinds = 0;

  for (guint i = 0; i < SEL_ALL_VERDICTS; i++)
    if (self->buttons[i])
      {
        gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), result->notes[i]->len > 0);
        n_kinds += result->notes[i]->len > 0;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->switches), n_kinds > 1);

  /* Those of a verdict are asked for even when its button is active already. */
  g_set_object (&self->notes, notes);
  gtk_toggle_button_set_active (self->buttons[first], TRUE);
  toggled_cb (self, self->buttons[first]);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}
