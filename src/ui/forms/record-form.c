/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/record-form-private.h"

#include <glib/gi18n-lib.h>

#include "domain/records.h"
#include "ui/dialogs.h"
#include "ui/forms/field-row.h"
#include "ui/forms/reference-row.h"
#include "ui/forms/text-row.h"
#include "ui/reveal.h"

/* The size of a form with something beside its fields. */
#define ASIDE_WIDTH 1180
#define ASIDE_HEIGHT 760

G_DEFINE_FINAL_TYPE (SelRecordForm, sel_record_form, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_FIELD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gboolean
sel_record_form_is_new (SelRecordForm *self)
{
  return ((SelRecord *) self->record)->id == 0;
}

/* What is wrong with what is filled in by now is said, and the companion hears of it, and who
 * follows @field (nullable). */
static void
check_changed (SelRecordForm *self, const SelField *field)
{
  gpointer record = sel_record_copy (self->type, self->record);

  self->is_changed = TRUE;
  sel_record_form_check (self, record);
  if (sel_record_form_follow (self, record))
    sel_record_form_check (self, record);
  if (self->companion)
    sel_form_companion_follow (self->companion, record);
  if (field)
    g_signal_emit (self, signals[SIGNAL_FIELD_CHANGED], g_quark_from_string (field->name), record);
  sel_record_free (self->type, record);
}

/* What is beside the rows was changed by the user: it is asked before it is discarded. */
void
sel_record_form_note_change (SelRecordForm *self)
{
  check_changed (self, NULL);
}

static void
row_changed_cb (GtkWidget *row, gpointer user_data)
{
  SelRecordForm *self = user_data;
  const SelField *field = NULL;

  if (self->is_filling)
    return;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->rows[i] == row)
      {
        self->touched[i] = TRUE;
        field = &self->type->fields[i];
      }
  check_changed (self, field);
}

/* What the companion holds belongs to what is filled in. */
static void
companion_changed_cb (gpointer user_data)
{
  check_changed (user_data, NULL);
}

static gboolean
discard_idle_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The dialog that asked hangs on the form until it has closed. */
static void
discard_cb (gboolean is_yes, gpointer user_data)
{
  if (is_yes)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_idle_cb, g_object_ref (user_data),
                     g_object_unref);
}

static gboolean
sel_record_form_close_request (GtkWindow *window)
{
  SelRecordForm *self = SEL_RECORD_FORM (window);

  /* What is being saved is said, good or bad, when it was. */
  if (self->is_saving)
    return TRUE;
  if (!self->is_changed)
    return GTK_WINDOW_CLASS (sel_record_form_parent_class)->close_request (window);

  sel_dialog_ask (GTK_WIDGET (self),
                  _ ("Discard the changes?"),
                  _ ("What you filled in has not been saved."),
                  _ ("_Discard"),
                  discard_cb,
                  self);
  return TRUE;
}

static void
sel_record_form_finalize (GObject *object)
{
  SelRecordForm *self = SEL_RECORD_FORM (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_weak_pointer (&self->asker);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  sel_record_free (self->type, self->record);
  g_clear_object (&self->office);
  g_free (self->rows);
  g_free (self->touched);
  g_free (self->follows);

  G_OBJECT_CLASS (sel_record_form_parent_class)->finalize (object);
}

static void
sel_record_form_class_init (SelRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sel_record_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sel_record_form_close_request;

  /* The user changed the field that is the detail; with it comes what the rows hold now, borrowed. */
  signals[SIGNAL_FIELD_CHANGED] =
    g_signal_new ("field-changed", SEL_TYPE_RECORD_FORM,
                  G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/forms/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, place);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, aside);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, problems);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, notices);
  gtk_widget_class_bind_template_callback (widget_class, sel_record_form_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_record_form_init (SelRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_path (const SelRecordType *type)
{
  g_autofree char *name = g_strdelimit (g_strdup (type->name), "_", '-');

  return g_strdup_printf ("/org/selaras/Selaras/ui/forms/%s.ui", name);
}

/* The page and its rows, which are called like their fields. */
GtkBuilder *
sel_record_form_build (const SelRecordType *type)
{
  g_autofree char *path = dup_path (type);

  g_type_ensure (SEL_TYPE_REFERENCE_ROW);
  g_type_ensure (SEL_TYPE_TEXT_ROW);
  return gtk_builder_new_from_resource (path);
}

/* An obligation is of a party to the same agreement. */
static void
narrow (SelRecordForm *self, GtkWidget *row, const SelField *field, gconstpointer record)
{
  const SelField *theirs = sel_record_type_shared_owner (self->type, field->refers_to);
  const SelField *ours = sel_record_type_shared_owner (field->refers_to, self->type);

  if (!theirs || ours == field)
    return;

  sel_reference_row_narrow (SEL_REFERENCE_ROW (row), theirs,
                            *SEL_MEMBER_CONST (gint64, record, ours));
  if (self->drafted) /* whose owner is not in the register, and has nothing there */
    gtk_widget_set_visible (row, FALSE);
}

/* Sets the rows from @record. */
void
sel_record_form_set_rows (SelRecordForm *self, gconstpointer record)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];

      if (self->rows[i] == NULL)
        continue;
      if (field->kind == SEL_FIELD_REFERENCE)
        narrow (self, self->rows[i], field, record);
      sel_field_row_set (self->rows[i], field, record);
    }
  self->is_filling = FALSE;
}

/* @companion may be NULL. */
static void
attach_companion (SelRecordForm *self, GObject *companion)
{
  if (companion == NULL)
    return;

  self->companion = SEL_FORM_COMPANION (companion);
  sel_form_companion_attach (self->companion, self->office, self->record,
                             G_CALLBACK (companion_changed_cb), self);
  gtk_box_append (self->notices, sel_form_companion_get_notice (self->companion));
}

static void
fill (SelRecordForm *self)
{
  g_autoptr (GtkBuilder) builder = sel_record_form_build (self->type);

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];
      GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, field->name));

      self->rows[i] = row;
      if (row)
        sel_field_row_attach (row, field, self->office, row_changed_cb, self);
    }

  attach_companion (self, gtk_builder_get_object (builder, "companion"));
  sel_record_form_set_rows (self, self->record);
  adw_bin_set_child (self->place, GTK_WIDGET (gtk_builder_get_object (builder, "page")));
}

static void
present (SelRecordForm *self)
{
  if (self->companion)
    sel_form_companion_follow (self->companion, self->record);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
}

static void
revealed_cb (gboolean is_logged, gpointer user_data)
{
  g_autoptr (SelRecordForm) self = user_data;

  if (is_logged)
    present (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* The fields whose values are masked elsewhere, and that a row would show for @record but not for
 * @shown (nullable). */
GPtrArray *
sel_record_form_list_personal (SelRecordForm *self, gconstpointer record, gconstpointer shown)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];

      if (self->rows[i] && field->sensitivity >= SEL_PERSONAL &&
          !sel_field_is_empty (field, record) &&
          !(shown && sel_field_is_equal (field, record, shown)))
        g_ptr_array_add (fields, (gpointer) field);
    }

  return fields;
}

static void
reveal_and_present (SelRecordForm *self)
{
  g_autoptr (GPtrArray) fields = sel_record_form_list_personal (self, self->record, NULL);

  if (sel_record_form_is_new (self) || fields->len == 0)
    present (self);
  else
    sel_reveal (self->office, self->type, ((SelRecord *) self->record)->id,
                g_steal_pointer (&fields), revealed_cb, g_object_ref (self));
}

static SelRecordForm *
new_form (GtkWidget *parent,
          SelOffice *office,
          const SelRecordType *type,
          gpointer take_record,
          SelDraftedFunc drafted,
          gpointer asker)
{
  SelRecordForm *self = g_object_new (SEL_TYPE_RECORD_FORM, NULL);
  g_autofree char *title = NULL;

  self->office = g_object_ref (office);
  self->type = type;
  self->record = take_record;
  self->drafted = drafted;
  g_set_weak_pointer (&self->asker, asker);
  self->rows = g_new0 (GtkWidget *, type->n_fields);
  self->touched = g_new0 (gboolean, type->n_fields);
  self->follows = g_new0 (gboolean, type->n_fields);
  sel_record_form_note_derived (self);
  fill (self);

  /* Translators: the title of a form; %s is "Agreement", "Partner", … */
  title = g_strdup_printf (sel_record_form_is_new (self) ? _ ("New: %s") : _ ("Edit: %s"),
                           _ (type->label));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  return self;
}

/* Opens the form above @parent. A record with an id is edited, one without is added. With @saved,
 * @asker is told of the record once it is saved, if it is still there; without, a new record is
 * shown in its section. The form comes back, lent until it is closed. */
SelRecordForm *
sel_record_form_present (GtkWidget *parent,
                         SelOffice *office,
                         const SelRecordType *type,
                         gpointer take_record,
                         SelSavedFunc saved,
                         gpointer asker)
{
  SelRecordForm *self = new_form (parent, office, type, take_record, NULL, asker);

  self->saved = saved;
  reveal_and_present (self);
  return self;
}

/* Opens the form of a record that is written with another: it goes back to @asker, if that is still
 * there, instead of into the register. */
SelRecordForm *
sel_record_form_present_draft (GtkWidget *parent,
                               SelOffice *office,
                               const SelRecordType *type,
                               gpointer take_record,
                               SelDraftedFunc drafted,
                               gpointer asker)
{
  SelRecordForm *self = new_form (parent, office, type, take_record, drafted, asker);

  gtk_button_set_label (self->save_button, _ ("_Done"));
  present (self);
  return self;
}

/* Shows @widget beside the fields, in a form that is as much wider. */
void
sel_record_form_set_aside (SelRecordForm *self, GtkWidget *widget)
{
  adw_bin_set_child (self->aside, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->aside), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), ASIDE_WIDTH, ASIDE_HEIGHT);
}

/* @with is static; its functions are for the form's asker, which lives as long as the form. */
void
sel_record_form_set_with (SelRecordForm *self, const SelFormWith *with)
{
  self->with = with;
}

/* Lent; NULL where the form has none. */
SelFormCompanion *
sel_record_form_get_companion (SelRecordForm *self)
{
  return self->companion;
}

/* Adds @group below the fields. */
void
sel_record_form_add_group (SelRecordForm *self, AdwPreferencesGroup *group)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (adw_bin_get_child (self->place)), group);
}

/* Adds @group where the companion stands, which the form must have. */
void
sel_record_form_add_group_at_companion (SelRecordForm *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (self->companion);

  sel_record_form_add_group (self, group);
  gtk_widget_insert_after (GTK_WIDGET (group), gtk_widget_get_parent (GTK_WIDGET (group)),
                           GTK_WIDGET (self->companion));
}

/* Adds @notice below the fields and what is beside them. */
void
sel_record_form_add_notice (SelRecordForm *self, GtkWidget *notice)
{
  gtk_box_append (self->notices, notice);
}

/* Lets the reference @field name what is not in the register yet: see sel_reference_row_offer(). */
void
sel_record_form_offer (SelRecordForm *self, const char *field, gint64 id, const char *title)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (g_str_equal (self->type->fields[i].name, field))
      {
        sel_reference_row_offer (SEL_REFERENCE_ROW (self->rows[i]), id, title);
        gtk_widget_set_visible (self->rows[i], TRUE);
      }
}

/* Puts @button at the end of the row of @field. */
void
sel_record_form_add_tool (SelRecordForm *self, const char *field, GtkWidget *button)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      GtkWidget *row = g_str_equal (self->type->fields[i].name, field) ? self->rows[i] : NULL;

      if (row && ADW_IS_ENTRY_ROW (row))
        adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
      else if (row && ADW_IS_ACTION_ROW (row))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      else if (row && SEL_IS_TEXT_ROW (row))
        sel_text_row_add_tool (SEL_TEXT_ROW (row), button);
    }
}

/* Says something that holds until the fields are checked. */
void
sel_record_form_warn (SelRecordForm *self, const char *sentence)
{
  sel_record_form_add_problem (self, sentence, SEL_WARNING);
}

/* Whether a record of @type can be added by its form alone: there is one, and the record is not a
 * part of another. */
gboolean
sel_record_form_can_add (const SelRecordType *type)
{
  g_autofree char *path = dup_path (type);

  return !sel_record_type_is_part (type) &&
         g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}
