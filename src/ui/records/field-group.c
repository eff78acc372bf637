/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/field-group.h"

#include <glib/gi18n-lib.h>

#include "domain/region.h"
#include "store/title.h"
#include "ui/line-layout.h"
#include "ui/record-actions.h"
#include "ui/reveal.h"

struct _SelFieldGroup
{
  AdwPreferencesGroup parent_instance;

  SelOffice *office;
  const SelRecordType *type;
  const char *const *fields; /* borrowed: static */
  GPtrArray *rows;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SelFieldGroup, sel_field_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_REVEALED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @text from a record or a person is never markup. */
static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = sel_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

/* A short value stands on one line, a long one wraps between these numbers of characters. */
#define LEAST_VALUE_CHARS 22
#define MOST_VALUE_CHARS 36

static void
set_value (GtkLabel *label, const char *value)
{
  int n_chars = (int) g_utf8_strlen (value, -1) + 1;

  gtk_label_set_text (label, value);
  gtk_label_set_wrap (label, n_chars > LEAST_VALUE_CHARS);
  gtk_label_set_width_chars (label, MIN (n_chars, LEAST_VALUE_CHARS));
}

static GtkWidget *
new_value_label (const char *value)
{
  GtkWidget *label = gtk_label_new (NULL);

  set_value (GTK_LABEL (label), value);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_VALUE_CHARS);
  gtk_widget_add_css_class (label, "field-value");
  return label;
}

/* A row with a label on its left and a value on its right. */
GtkWidget *
sel_value_row_new (const char *label, const char *value)
{
  GtkWidget *row = new_row (label, NULL);

  gtk_widget_add_css_class (row, "field-row");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_value_label (value));
  return row;
}

static void
link_activated_cb (GtkWidget *row, gpointer action)
{
  const SelRecordType *type = g_object_get_data (G_OBJECT (row), "type");
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_widget_activate_action (row, action, "(sx)", type->name, *id);
}

/* @action is static, and takes the type and id of a record. */
static void
make_link (GtkWidget *row, const char *action, const SelRecordType *type, gint64 id)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "arrow", arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "type", (gpointer) type);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (link_activated_cb), (gpointer) action);
}

/* A row that opens the record; @subtitle may be NULL. */
GtkWidget *
sel_link_row_new (const char *title, const char *subtitle, const SelRecordType *type, gint64 id)
{
  GtkWidget *row = new_row (title, subtitle);

  make_link (row, "win.open-record", type, id);
  return row;
}

/* Puts @side at the end of a link row, before its arrow. */
void
sel_link_row_add_side (GtkWidget *row, GtkWidget *side)
{
  GtkWidget *arrow = g_object_get_data (G_OBJECT (row), "arrow");

  gtk_widget_insert_before (side, gtk_widget_get_parent (arrow), arrow);
}

/* A row that shows the people of a programme or cohort. */
GtkWidget *
sel_people_row_new (const char *title, const char *subtitle, const SelRecordType *type, gint64 id)
{
  GtkWidget *row = new_row (title, subtitle);

  make_link (row, "win.show-people", type, id);
  return row;
}

/* Appends "label value" to facts that stand in a line, when there is a value. */
void
sel_fact_append (GString *facts, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  if (facts->len)
    g_string_append (facts, " · ");
  if (label)
    g_string_append_printf (facts, "%s ", label);
  g_string_append (facts, value);
}

typedef struct
{
  SelOffice *office;
  const SelRecordType *type;
  const SelField *field;
  gint64 id;
  gint64 refers; /* of a reference: to which record; else 0 */
  char *value;
  GtkLabel *label;   /* weak */
  GtkWidget *button; /* weak */
} Reveal;

static void
reveal_clear (gpointer data)
{
  Reveal *self = data;

  g_object_unref (self->office);
  g_free (self->value);
  g_clear_weak_pointer (&self->label);
  g_clear_weak_pointer (&self->button);
}

static void
reveal_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, reveal_clear);
}

static void
revealed_cb (gboolean is_logged, gpointer user_data)
{
  Reveal *reveal = user_data;

  if (is_logged && reveal->label && reveal->button)
    {
      set_value (reveal->label, reveal->value);
      gtk_widget_set_visible (reveal->button, FALSE);
      if (reveal->refers)
        make_link (gtk_widget_get_ancestor (reveal->button, ADW_TYPE_ACTION_ROW),
                   "win.open-record", reveal->field->refers_to, reveal->refers);
      g_signal_emit (gtk_widget_get_ancestor (reveal->button, SEL_TYPE_FIELD_GROUP),
                     signals[SIGNAL_REVEALED], 0);
    }

  reveal_unref (reveal);
}

static void
reveal_cb (G_GNUC_UNUSED GtkButton *button, gpointer user_data)
{
  Reveal *reveal = user_data;
  GPtrArray *fields = g_ptr_array_new ();

  g_ptr_array_add (fields, (gpointer) reveal->field);
  sel_reveal (reveal->office, reveal->type, reveal->id, fields, revealed_cb,
              g_atomic_rc_box_acquire (reveal));
}

static void
mask (SelFieldGroup *self,
      GtkWidget *row,
      const SelField *field,
      const char *value,
      gint64 refers)
{
  g_autofree char *masked = sel_text_dup_masked (value);
  g_autofree char *tooltip =
    g_strdup_printf (_ ("Show: %s (this is recorded)"), sel_field_label (field));
  GtkWidget *label = new_value_label (masked);
  GtkWidget *button = gtk_button_new_from_icon_name ("view-reveal-symbolic");
  Reveal *reveal = g_atomic_rc_box_new0 (Reveal);

  reveal->office = g_object_ref (self->office);
  reveal->type = self->type;
  reveal->field = field;
  reveal->id = self->id;
  reveal->refers = refers;
  reveal->value = g_strdup (value);
  g_set_weak_pointer (&reveal->label, GTK_LABEL (label));
  g_set_weak_pointer (&reveal->button, button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (reveal_cb), reveal,
                         (GClosureNotify) (GCallback) reveal_unref, 0);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_region (const char *code)
{
  g_autofree char *name = sel_region_dup_full_name (code);

  return name ? g_strdup_printf ("%s (%s)", name, code) : g_strdup (code);
}

static char *
dup_value (SelFieldGroup *self, const SelField *field, gconstpointer record)
{
  g_autoptr (SelReading) reading = NULL;

  if (field->form == &sel_form_region)
    return dup_region (*SEL_MEMBER_CONST (char *, record, field));
  if (field->kind != SEL_FIELD_REFERENCE)
    return sel_field_dup_display (field, record);

  reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  return reading ? sel_title_dup_value (reading->connection, field, record) : NULL;
}

static void
add_field (SelFieldGroup *self, const SelField *field, gconstpointer record)
{
  g_autofree char *value = NULL;
  gint64 refers = field->kind == SEL_FIELD_REFERENCE ? *SEL_MEMBER_CONST (gint64, record, field) : 0;
  GtkWidget *row;

  if (sel_field_is_empty (field, record) ||
      (field->kind == SEL_FIELD_BOOLEAN && !*SEL_MEMBER_CONST (gboolean, record, field)))
    return;

  value = dup_value (self, field, record);
  row = new_row (sel_field_label (field), NULL);
  gtk_widget_add_css_class (row, "field-row");
  gtk_widget_set_tooltip_text (row, sel_field_hint (field));

  if (field->sensitivity >= SEL_PERSONAL)
    mask (self, row, field, value ? value : "", refers);
  else if (field->flags & SEL_FIELD_MULTILINE)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_value_label (value));
  if (refers && field->sensitivity < SEL_PERSONAL)
    make_link (row, "win.open-record", field->refers_to, refers);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
sel_field_group_dispose (GObject *object)
{
  SelFieldGroup *self = SEL_FIELD_GROUP (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_field_group_parent_class)->dispose (object);
}

static void
sel_field_group_class_init (SelFieldGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_field_group_dispose;

  /* A value that was masked is shown, and that it was is in the log. */
  signals[SIGNAL_REVEALED] = g_signal_new ("revealed", SEL_TYPE_FIELD_GROUP, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sel_field_group_init (SelFieldGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/* @fields are names of fields of @type, in the order of the rows, in a static array. */
void
sel_field_group_attach (SelFieldGroup *self,
                        SelOffice *office,
                        const SelRecordType *type,
                        const char *const *fields)
{
  self->office = g_object_ref (office);
  self->type = type;
  self->fields = fields;
}

/* Shows @record; a group of which nothing is said is not shown at all. */
void
sel_field_group_show (SelFieldGroup *self, gconstpointer record)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  self->id = ((const SelRecord *) record)->id;
  for (guint i = 0; self->fields[i]; i++)
    add_field (self, sel_record_type_field (self->type, self->fields[i]), record);

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
