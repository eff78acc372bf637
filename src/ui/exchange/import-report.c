/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/import-report.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "report/list-cell.h"
#include "ui/exchange/note-table.h"
#include "ui/exchange/signature-row.h"
#include "ui/exchange/verdict.h"

struct _SelImportReport
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* where not even the table can give way */
  GtkLabel *file;
  GtkLabel *origin;
  SelSignatureRow *signature;
  GtkLabel *old;
  GtkBox *figures;
  GtkLabel *types;
  GtkLabel *remark;
  SelNoteTable *table;
  GtkLabel *numbers[SEL_N_IMPORT_VERDICTS];
};

G_DEFINE_FINAL_TYPE (SelImportReport, sel_import_report, GTK_TYPE_WIDGET)

static void
add_figure (SelImportReport *self, SelImportVerdict verdict)
{
  g_autofree char *word = sel_verdict_dup_display (verdict);
  GtkWidget *figure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (figure, "card");
  gtk_widget_add_css_class (figure, "figure");
  gtk_widget_add_css_class (number, "title-1");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, sel_verdict_css_class (verdict));
  gtk_box_append (GTK_BOX (figure), number);
  gtk_box_append (GTK_BOX (figure), label);

  gtk_box_append (self->figures, figure);
  self->numbers[verdict] = GTK_LABEL (number);
}

/* Whether there is something to say of any record. */
gboolean
sel_import_report_has_notes (const SelImportResult *result)
{
  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    if (result->notes[i]->len)
      return TRUE;

  return FALSE;
}

/* How many records an import takes in, or would. */
guint64
sel_import_report_n_good (const SelImportResult *result)
{
  return result->n[SEL_IMPORT_NEW] + result->n[SEL_IMPORT_DOUBTFUL] +
         result->n[SEL_IMPORT_CHANGED];
}

static char *
dup_plan_remark (const SelImportResult *result)
{
  guint64 n_refused = result->n[SEL_IMPORT_REFUSED];
  g_autofree char *refused = sel_number_dup_display ((double) n_refused);

  if (sel_import_report_n_good (result) == 0 && sel_import_result_has_work (result))
    return g_strdup (_ ("The register has all of this already. What was decided is still to be kept, "
                        "so that the next file of this sender does not ask again."));
  if (sel_import_report_n_good (result) == 0)
    return g_strdup (n_refused
                       ? _ ("There is nothing to import: what is new or changed is refused. "
                            "Save the report and ask the sender for a mended file.")
                       : _ ("There is nothing to import: "
                            "the register has all of this already."));
  if (n_refused == 0)
    return g_strdup (_ ("This is what an import would do. Nothing is changed yet."));

  return g_strdup_printf (ngettext ("%s record is refused, so nothing can be imported. "
                                    "Save the report and ask the sender for a mended file, "
                                    "or leave the refused record out.",
                                    "%s records are refused, so nothing can be imported. "
                                    "Save the report and ask the sender for a mended file, "
                                    "or leave the refused records out.",
                                    (gulong) n_refused),
                          refused);
}

/* Of what was imported, how many wait to be compared; NULL for none. */
static char *
dup_waiting (const SelImportResult *result)
{
  guint64 n = result->n[SEL_IMPORT_DOUBTFUL];
  g_autofree char *number = sel_number_dup_display ((double) n);

  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%s of them waits among the possible duplicates.",
                                    "%s of them wait among the possible duplicates.",
                                    (gulong) n),
                          number);
}

/* How many were refused; NULL for none. */
static char *
dup_left_out (const SelImportResult *result)
{
  guint64 n = result->n[SEL_IMPORT_REFUSED];
  g_autofree char *number = sel_number_dup_display ((double) n);

  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%s record was refused and left out.",
                                    "%s records were refused and left out.",
                                    (gulong) n),
                          number);
}

static char *
dup_outcome (const SelImportResult *result)
{
  guint64 n_good = sel_import_report_n_good (result);
  g_autofree char *good = sel_number_dup_display ((double) n_good);
  g_autofree char *waiting = NULL;
  g_autofree char *left_out = NULL;
  g_autoptr (GString) remark = NULL;

  if (result->is_dry_run)
    return dup_plan_remark (result);

  waiting = dup_waiting (result);
  left_out = dup_left_out (result);
  remark = g_string_new (NULL);
  g_string_append_printf (remark,
                          ngettext ("%s record was imported.",
                                    "%s records were imported.",
                                    (gulong) n_good),
                          good);
  if (waiting)
    g_string_append_printf (remark, " %s", waiting);
  if (left_out)
    g_string_append_printf (remark, " %s", left_out);
  return g_string_free (g_steal_pointer (&remark), FALSE);
}

/* What @result comes to, in a few sentences. Free with g_free(). */
char *
sel_import_report_dup_remark (const SelImportResult *result)
{
  g_autofree char *outcome = dup_outcome (result);
  g_autofree char *more_pairs = sel_import_result_dup_more_pairs (result);

  return more_pairs ? g_strdup_printf ("%s %s", outcome, more_pairs) : g_steal_pointer (&outcome);
}

/* "from BNN Kota Banjarbaru · made 16 May 2019, 09:00 · sequence 3 · on agreement “PKS-12”" */
static char *
dup_origin (const SelImportResult *result)
{
  static const SelListColumn made_at = { .kind = SEL_COLUMN_INSTANT };
  const SelExchangeHeader *header = result->header;
  g_autofree char *moment = sel_list_cell_dup_display (&made_at, header->made_at, FALSE);
  g_autofree char *sequence = sel_number_dup_display ((double) header->sequence);
  GString *origin = g_string_new (NULL);

  if (!sel_import_result_has_number (result))
    {
      /* Translators: a table: its sender, and when it was saved */
      g_string_append_printf (origin, _ ("from %s · saved %s"), header->sender_name, moment);
      return g_string_free (origin, FALSE);
    }

  /* Translators: an exchange file: its sender, when it was made, and its number among theirs */
  g_string_append_printf (origin,
                          _ ("from %s · made %s · sequence %s"),
                          header->sender_name,
                          moment,
                          sequence);
  if (header->agreement)
    /* Translators: more of an exchange file: what its sender calls an agreement */
    g_string_append_printf (origin, _ (" · rests on agreement “%s”"), header->agreement);
  return g_string_free (origin, FALSE);
}

static void
show_old (SelImportReport *self, const SelImportResult *result)
{
  g_autofree char *newest = sel_number_dup_display ((double) result->newest_sequence);
  g_autofree char *text =
    g_strdup_printf (_ ("A newer file of this sender, with sequence %s, came in before. "
                        "This one is taken only if you say so, and what the newer one wrote stays."),
                     newest);

  gtk_label_set_text (self->old, text);
  gtk_widget_set_visible (GTK_WIDGET (self->old),
                          result->is_dry_run && sel_import_result_is_old (result));
}

/* What is new or changed, by type: "Agreements 2 · Participants 36". */
static char *
dup_types (const SelImportResult *result)
{
  GString *types = g_string_new (NULL);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      guint64 n = result->n_of[i][SEL_IMPORT_NEW] + result->n_of[i][SEL_IMPORT_DOUBTFUL] +
                  result->n_of[i][SEL_IMPORT_CHANGED];
      g_autofree char *number = sel_number_dup_display ((double) n);

      if (n)
        g_string_append_printf (types,
                                "%s%s\302\240%s", /* a space that does not break */
                                types->len ? " · " : "",
                                _ (sel_record_types[i]->plural),
                                number);
    }

  return g_string_free (types, FALSE);
}

static void
sel_import_report_dispose (GObject *object)
{
  g_clear_pointer (&SEL_IMPORT_REPORT (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (sel_import_report_parent_class)->dispose (object);
}

static void
sel_import_report_class_init (SelImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_import_report_dispose;

  g_type_ensure (SEL_TYPE_NOTE_TABLE);
  g_type_ensure (SEL_TYPE_SIGNATURE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, scroller);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, file);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, origin);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, signature);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, old);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, figures);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, types);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, remark);
  gtk_widget_class_bind_template_child (widget_class, SelImportReport, table);
}

static void
sel_import_report_init (SelImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    add_figure (self, i);
}

/* Shows the result that @notes are part of. */
void
sel_import_report_show (SelImportReport *self, SelNoteList *notes)
{
  const SelImportResult *result = sel_note_list_get_result (notes);
  g_autofree char *origin = dup_origin (result);
  g_autofree char *types = dup_types (result);
  g_autofree char *remark = sel_import_report_dup_remark (result);

  gtk_label_set_text (self->file, result->file);
  gtk_label_set_text (self->origin, origin);
  sel_signature_row_show (self->signature, result);
  show_old (self, result);

  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    {
      g_autofree char *number = sel_number_dup_display ((double) result->n[i]);

      gtk_label_set_text (self->numbers[i], number);
    }
  gtk_label_set_text (self->types, types);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->types), types);
  gtk_widget_set_visible (GTK_WIDGET (self->types), *types != '\0');
  gtk_label_set_text (self->remark, remark);

  sel_note_table_show (self->table, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->table), sel_import_report_has_notes (result));
}
