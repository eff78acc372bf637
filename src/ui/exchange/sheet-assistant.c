/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-assistant.h"

#include <glib/gi18n-lib.h>

#include "exchange/mapping-needs.h"
#include "ui/exchange/mapping-file.h"
#include "ui/exchange/sheet-choices.h"
#include "ui/exchange/sheet-defaults.h"
#include "ui/exchange/sheet-look.h"
#include "ui/exchange/sheet-sender.h"
#include "ui/exchange/sheet-table.h"
#include "ui/exchange/template-file.h"

struct _SelSheetAssistant
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *file;
  GtkLabel *found;
  SelSheetChoices *choices;
  SelSheetSender *sender;
  GtkWidget *lost;
  GtkLabel *lost_title;
  GtkWidget *table_box;
  SelSheetTable *table;
  GtkToggleButton *reveal_button;
  GtkLabel *remark;
  SelSheetDefaults *defaults;
  GtkLabel *reason;
  GtkEditable *keep_as;
  GtkButton *go_button;

  SelOffice *office;
  char *path;
  SelSheetFindings *findings; /* NULL until the first look */
  char *offer;                /* the mapping by which it is read; NULL for none */
  char *problem;              /* why the last look saw nothing; NULL when it did */
  GCancellable *looking;      /* NULL when nobody looks */
  gboolean is_keeping;
};

G_DEFINE_FINAL_TYPE (SelSheetAssistant, sel_sheet_assistant, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_FAILED,
  SIGNAL_READY,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SelRosterLook *
look_of (SelSheetAssistant *self)
{
  return self->findings->look;
}

static gboolean
is_ims (SelSheetAssistant *self)
{
  return look_of (self)->kind == SEL_SHEET_IMS;
}

/* How many rows there are below the header, as far as the look went. */
static guint
count_rows (SelSheetAssistant *self, gboolean *is_all)
{
  const SelRosterLook *look = look_of (self);

  *is_all = look->rows->len < SEL_ROSTER_LOOK_ROWS;
  return look->header < look->rows->len ? look->rows->len - look->header - 1 : 0;
}

static gboolean
are_niks_lost (SelSheetAssistant *self)
{
  guint n_niks;
  const guint n_lost = sel_roster_look_count_lost_niks (look_of (self), &n_niks);

  return n_lost > 0 && n_lost == n_niks;
}

/* Why the table cannot be looked through yet; NULL when it can. */
static char *
dup_reason (SelSheetAssistant *self)
{
  const SelMapping *mapping = look_of (self)->mapping;
  g_autoptr (GError) error = NULL;
  char *wrong;
  gboolean is_all;

  if (self->looking)
    return g_strdup (_ ("Looking at the table…"));
  if (self->problem)
    return g_strdup (self->problem);
  if (!is_ims (self) && look_of (self)->header >= look_of (self)->rows->len)
    return g_strdup (_ ("Choose the row that names the columns. If there is none, add it to the "
                        "file."));
  if (!is_ims (self) && count_rows (self, &is_all) == 0)
    return g_strdup (_ ("There are no rows below the names of the columns."));
  if (are_niks_lost (self))
    return g_strdup (_ ("The NIK lost digits: ask for the table again, or do not use the column."));
  if (!sel_mapping_check_columns (mapping, &error))
    return g_strdup (error->message);
  if ((wrong = sel_mapping_dup_problem (look_of (self)->mapping)))
    return wrong;
  return sel_mapping_check_sender (mapping, &error) ? NULL : g_strdup (error->message);
}

static void
update_verb (SelSheetAssistant *self)
{
  gboolean is_all;
  const guint n = count_rows (self, &is_all);
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *verb = NULL;

  if (n && is_all && !is_ims (self))
    verb =
      g_strdup_printf (ngettext ("_Look through %s row", "_Look through %s rows", n), number);
  gtk_button_set_label (self->go_button, verb ? verb : _ ("_Look through the file"));
}

static void
update_lost (SelSheetAssistant *self)
{
  guint n_niks;
  const guint n_lost = sel_roster_look_count_lost_niks (look_of (self), &n_niks);

  gtk_widget_set_visible (self->lost, n_lost > 0);
  gtk_label_set_text (self->lost_title, n_lost == n_niks
                                          ? _ ("The NIK were kept as numbers")
                                          : _ ("Some of the NIK were kept as numbers"));
}

/* Shows what follows from what is said by now. */
static void
update (SelSheetAssistant *self)
{
  SelMapping *mapping;
  g_autofree char *reason = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *remark = NULL;

  if (self->findings == NULL)
    return;

  mapping = look_of (self)->mapping;
  g_free (mapping->sender);
  mapping->sender = g_strstrip (g_strdup (sel_sheet_sender_get_code (self->sender)));
  g_free (mapping->sender_name);
  mapping->sender_name = g_strstrip (g_strdup (sel_sheet_sender_get_name (self->sender)));

  update_verb (self);
  update_lost (self);
  remark = sel_sheet_table_dup_remark (self->table);
  gtk_label_set_text (self->remark, remark ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gtk_widget_set_visible (self->table_box, !is_ims (self) && self->problem == NULL);

  reason = dup_reason (self);
  missing = reason ? g_strdup (reason) : sel_mapping_dup_missing (mapping);
  gtk_label_set_text (self->reason, missing ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), missing != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.go",
                                 reason == NULL && !self->is_keeping);
}

static void
show_found (SelSheetAssistant *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  const char *const kinds[] = {
    [SEL_SHEET_CSV] = _ ("CSV table"),
    [SEL_SHEET_XLSX] = _ ("XLSX workbook"),
    [SEL_SHEET_IMS] = _ ("IMS Enterprise file"),
  };

  gtk_label_set_text (self->file, name);
  gtk_label_set_text (self->found, kinds[look_of (self)->kind]);
}

static void
show_findings (SelSheetAssistant *self)
{
  const SelMapping *mapping = look_of (self)->mapping;

  show_found (self);
  sel_sheet_choices_show (self->choices, self->findings, self->offer);
  sel_sheet_sender_show (self->sender, self->findings->senders, mapping->sender,
                         mapping->sender_name);
  sel_sheet_table_show (self->table, look_of (self));
  sel_sheet_defaults_show (self->defaults, look_of (self)->mapping);
  gtk_stack_set_visible_child_name (self->stack, "table");
  update (self);
}

/* The first look reads a table as it was read before, if one that was kept fits. */
static void
take_findings (SelSheetAssistant *self, SelSheetFindings *take_findings)
{
  g_autoptr (SelSheetFindings) before = self->findings;
  const SelSheetOffer *offer =
    take_findings->offers->len ? g_ptr_array_index (take_findings->offers, 0) : NULL;
  const gboolean is_first = before == NULL && take_findings->look->mapping->sender == NULL;

  self->findings = take_findings;
  if (is_first && offer && sel_roster_look_fits (look_of (self), offer->mapping))
    {
      self->offer = g_strdup (offer->name);
      sel_roster_look_take_mapping (look_of (self), offer->mapping);
    }
  else if (before && self->offer == NULL)
    sel_mapping_keep_said (look_of (self)->mapping, before->look->mapping);

  if (is_first)
    gtk_editable_set_text (self->keep_as, self->offer ? self->offer : "");
  show_findings (self);
}

static void
looked_cb (GObject *object, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelSheetAssistant *self = SEL_SHEET_ASSISTANT (object);
  const gboolean is_first = self->findings == NULL;
  g_autoptr (GError) error = NULL;
  SelSheetFindings *findings = sel_sheet_look_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->office == NULL)
    {
      sel_sheet_findings_free (findings);
      return;
    }

  g_clear_object (&self->looking);
  if (findings)
    take_findings (self, findings);
  else if (!is_first)
    {
      self->problem = g_strdup (error->message);
      update (self);
    }

  if (is_first && findings)
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
    }
  else if (is_first)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* Looks again. The newest question wins. */
static void
look (SelSheetAssistant *self,
      const SelSheetLayout *layout,
      const SelRosterKind *kind,
      const SelMapping *mapping)
{
  sel_sheet_assistant_cancel (self);
  self->looking = g_cancellable_new ();
  g_clear_pointer (&self->problem, g_free);
  update (self);
  sel_sheet_look_async (sel_office_get_store (self->office), self->path, layout, kind, mapping,
                        self->looking, self, looked_cb);
}

static void
take_offer (SelSheetAssistant *self)
{
  const SelSheetOffer *offer = sel_sheet_choices_get_offer (self->choices);
  const SelSheetLayout any = { 0 };

  g_free (self->offer);
  self->offer = offer ? g_strdup (offer->name) : NULL;
  gtk_editable_set_text (self->keep_as, offer ? offer->name : "");
  look (self, offer ? &offer->mapping->layout : &any, NULL, offer ? offer->mapping : NULL);
}

static void
corrected_cb (SelSheetAssistant *self, SelSheetChoice choice)
{
  const SelSheetLayout layout = sel_sheet_choices_get_layout (self->choices);
  const SelRosterKind kind = sel_sheet_choices_get_kind (self->choices);

  if (choice == SEL_SHEET_OFFER)
    {
      take_offer (self);
      return;
    }

  g_clear_pointer (&self->offer, g_free);
  if (choice == SEL_SHEET_HEADER)
    {
      sel_roster_look_take_header (look_of (self), sel_sheet_choices_get_header (self->choices));
      show_findings (self);
    }
  else if (choice == SEL_SHEET_ABOUT)
    look (self, &look_of (self)->mapping->layout, &kind, NULL);
  else
    look (self, &layout, NULL, NULL);
}

static void
columns_changed_cb (SelSheetAssistant *self)
{
  sel_sheet_defaults_update (self->defaults);
  update (self);
}

static void
reveal_cb (SelSheetAssistant *self)
{
  if (self->findings)
    sel_sheet_table_reveal (self->table, gtk_toggle_button_get_active (self->reveal_button));
}

static void
kept_cb (GObject *object, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelSheetAssistant *self = SEL_SHEET_ASSISTANT (object);
  g_autoptr (GError) error = NULL;
  const gboolean is_kept = sel_mapping_file_keep_finish (result, &error);

  if (self->office == NULL)
    return;

  self->is_keeping = FALSE;
  update (self);
  if (is_kept)
    g_signal_emit (self, signals[SIGNAL_READY], 0);
  else
    sel_office_fail (self->office, error->message);
}

static void
go_action (GtkWidget *widget,
           G_GNUC_UNUSED const char *action,
           G_GNUC_UNUSED GVariant *parameter)
{
  SelSheetAssistant *self = SEL_SHEET_ASSISTANT (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->keep_as)));

  if (*name == '\0')
    {
      g_signal_emit (self, signals[SIGNAL_READY], 0);
      return;
    }

  self->is_keeping = TRUE;
  update (self);
  sel_mapping_file_keep_async (look_of (self)->mapping, name, self, kept_cb);
}

static void
leave_action (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  sel_sheet_assistant_cancel (SEL_SHEET_ASSISTANT (widget));
  g_signal_emit (widget, signals[SIGNAL_LEFT], 0);
}

static void
save_template_action (GtkWidget *widget,
                      G_GNUC_UNUSED const char *action,
                      G_GNUC_UNUSED GVariant *parameter)
{
  SelSheetAssistant *self = SEL_SHEET_ASSISTANT (widget);

  sel_template_file_save (widget, look_of (self)->mapping->kind, self->office);
}

void
sel_sheet_assistant_attach (SelSheetAssistant *self, SelOffice *office)
{
  self->office = g_object_ref (office);
  sel_sheet_defaults_attach (self->defaults, office);
}

/**
 * sel_sheet_assistant_open:
 * @mapping: (nullable): how the table is read, to be changed
 *
 * Looks at the file. "opened" follows when it is a table, or "failed"; in the end "ready" or "left".
 */
void
sel_sheet_assistant_open (SelSheetAssistant *self, const char *path, const SelMapping *mapping)
{
  const SelSheetLayout any = { 0 };

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->offer, g_free);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  gtk_toggle_button_set_active (self->reveal_button, FALSE);
  g_clear_pointer (&self->findings, sel_sheet_findings_free);
  look (self, mapping ? &mapping->layout : &any, mapping ? &mapping->kind : NULL, mapping);
}

/* Looks no more. */
void
sel_sheet_assistant_cancel (SelSheetAssistant *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* How the table is to be read; lent. */
const SelMapping *
sel_sheet_assistant_get_mapping (SelSheetAssistant *self)
{
  return look_of (self)->mapping;
}

static void
sel_sheet_assistant_dispose (GObject *object)
{
  SelSheetAssistant *self = SEL_SHEET_ASSISTANT (object);

  sel_sheet_assistant_cancel (self);
  if (self->stack)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  g_clear_pointer (&self->findings, sel_sheet_findings_free);
  g_clear_pointer (&self->offer, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_sheet_assistant_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, SEL_TYPE_SHEET_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/exchange/sheet-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, file);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, found);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, choices);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, sender);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, lost);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, lost_title);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, table_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, table);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, remark);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, defaults);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, reason);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, keep_as);
  gtk_widget_class_bind_template_child (widget_class, SelSheetAssistant, go_button);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sel_sheet_assistant_class_init (SelSheetAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_sheet_assistant_dispose;

  g_type_ensure (SEL_TYPE_SHEET_CHOICES);
  g_type_ensure (SEL_TYPE_SHEET_DEFAULTS);
  g_type_ensure (SEL_TYPE_SHEET_SENDER);
  g_type_ensure (SEL_TYPE_SHEET_TABLE);

  signals[SIGNAL_OPENED] = add_signal ("opened");
  signals[SIGNAL_READY] = add_signal ("ready"); /* the mapping says all that is needed */
  signals[SIGNAL_LEFT] = add_signal ("left");
  /* The file is no table that can be read; why is the argument. */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", SEL_TYPE_SHEET_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sheet.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "sheet.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "sheet.save-template", NULL, save_template_action);
}

static void
sel_sheet_assistant_init (SelSheetAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
