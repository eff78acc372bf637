/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/doubts.h"

#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "ui/merge/decide.h"
#include "ui/merge/kept-pairs.h"
#include "ui/reveal.h"

typedef enum
{
  OF_PLAN,
  OF_REGISTER,
  OF_TWO, /* that a person wants to be one */
} Source;

struct _SelDoubts
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *state;
  GtkToggleButton *reveal_button;
  GtkWidget *moves;
  SelPairView *view;
  GtkWidget *rest_button;
  GtkButton *two_button;
  GtkButton *same_button;

  SelOffice *office;
  Source source;
  gint64 plan;
  GPtrArray *pairs;  /* of SelImportPair: of a plan */
  SelKeptPairs kept; /* of the register */
  guint at;
  guint nth; /* time that a pair is shown */
  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (SelDoubts, sel_doubts, GTK_TYPE_WIDGET)

/* What is waited for about the pair that was shown then. */
typedef struct
{
  SelDoubts *doubts;
  guint nth;
  SelDecision decision;
} Asked;

static Asked *
asked_new (SelDoubts *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->doubts = g_object_ref (self);
  asked->nth = self->nth;
  return asked;
}

static void
asked_free (Asked *self)
{
  g_object_unref (self->doubts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static guint
get_n (SelDoubts *self)
{
  return self->source == OF_PLAN ? self->pairs->len : self->kept.pairs->len;
}

static const SelRecordType *
get_type_at (SelDoubts *self)
{
  return self->source == OF_PLAN
           ? ((const SelImportPair *) g_ptr_array_index (self->pairs, self->at))->type
           : sel_kept_pairs_get (&self->kept, self->at)->type;
}

static const char *
state_of (SelDecision decision, const SelRecordType *type)
{
  switch (decision)
    {
    case SEL_DECISION_SAME:
      return type == &sel_participant_type
               ? _ ("Decided: they are the same person. What the file says replaces what stands here.")
               : _ ("Decided: they are the same. What the file says replaces what stands here.");
    case SEL_DECISION_TWO:
      return type == &sel_participant_type ? _ ("Decided: they are two people.")
                                           : _ ("Decided: they are two.");
    case SEL_DECISION_LATER:
    default:
      return _ ("Not decided: it is imported as new, and the two wait among the possible duplicates, "
                "where they can be merged field by field.");
    }
}

static void
update_buttons (SelDoubts *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_person = get_type_at (self) == &sel_participant_type;

  gtk_widget_action_set_enabled (widget, "doubts.previous", self->at > 0 && !self->is_writing);
  gtk_widget_action_set_enabled (widget, "doubts.next",
                                 self->at + 1 < get_n (self) && !self->is_writing);
  gtk_widget_action_set_enabled (widget, "doubts.decide", !self->is_writing);
  gtk_widget_action_set_enabled (widget, "doubts.rest", !self->is_writing);
  gtk_widget_set_visible (self->moves, get_n (self) > 1);
  gtk_widget_set_visible (self->rest_button, get_n (self) > 1);
  gtk_button_set_label (self->two_button, is_person ? _ ("_Two people") : _ ("_Two"));
  gtk_button_set_label (self->same_button, self->source != OF_PLAN ? _ ("_Merge into one")
                                           : is_person             ? _ ("_Same person")
                                                                   : _ ("_The same"));
}

static void
show_heading (SelDoubts *self, const char *state)
{
  const SelRecordType *type = get_type_at (self);
  g_autofree char *place = sel_number_dup_display (self->at + 1);
  g_autofree char *n = sel_number_dup_display (get_n (self));
  g_autofree char *heading =
    get_n (self) > 1
      /* Translators: a kind of record, and which of how many pairs: "Participant: pair 3 of 7" */
      ? g_strdup_printf (_ ("%s: pair %s of %s"), _ (type->label), place, n)
      : g_strdup_printf (_ ("%s: is it the same?"), _ (type->label));

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->state, state);
  gtk_toggle_button_set_active (self->reveal_button, FALSE);
}

static void
show_planned (SelDoubts *self)
{
  const SelImportPair *pair = g_ptr_array_index (self->pairs, self->at);
  g_autofree char *line = sel_number_dup_display (pair->line);
  g_autofree char *theirs = g_strdup_printf (_ ("In the file, line %s"), line);
  const SelPairShown shown = { pair->type,
                               pair->older_key ? _ ("In the file, before") : _ ("In the register"),
                               theirs,
                               (const char *const *) pair->ours,
                               (const char *const *) pair->theirs,
                               FALSE };

  show_heading (self, state_of (pair->decision, pair->type));
  sel_pair_view_show (self->view, &shown);
}

/* Reads the two records, and shows them; FALSE when that was the last pair. */
static gboolean
show_kept (SelDoubts *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading =
    sel_reading_begin (sel_office_get_store (self->office), &error);
  char **left, **right;

  if (reading && sel_kept_pairs_forget_gone (&self->kept, reading->connection, &self->at, &error) &&
      self->at < get_n (self) &&
      sel_kept_pairs_read (&self->kept, reading->connection, self->at, &left, &right, &error))
    {
      const SelPairShown shown = { get_type_at (self),
                                   C_ ("pair", "Came first"),
                                   C_ ("pair", "Came later"),
                                   (const char *const *) left,
                                   (const char *const *) right,
                                   TRUE };

      show_heading (self, _ ("Where they differ, choose what stands if they are merged."));
      sel_pair_view_show (self->view, &shown);
      sel_title_free_texts (shown.type, left);
      sel_title_free_texts (shown.type, right);
      return TRUE;
    }

  if (error)
    sel_office_fail (self->office, error->message);
  return FALSE;
}

static void
leave (SelDoubts *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "doubts.leave", NULL);
}

static void
show_at (SelDoubts *self, guint at)
{
  self->at = at;
  self->nth++;
  if (self->source == OF_PLAN)
    show_planned (self);
  else if (!show_kept (self))
    {
      leave (self);
      return;
    }
  update_buttons (self);
}

static void
previous_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  SelDoubts *self = SEL_DOUBTS (widget);

  show_at (self, self->at - 1);
}

static void
next_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  SelDoubts *self = SEL_DOUBTS (widget);

  show_at (self, self->at + 1);
}

/* Decides of the pairs from @first on that are still open, @n at most. */
static void
decide_planned (SelDoubts *self, guint first, guint n, SelDecision decision)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < self->pairs->len && places->len < n; i++)
    {
      SelImportPair *pair = g_ptr_array_index (self->pairs, i);

      if (n > 1 && pair->decision != SEL_DECISION_LATER)
        continue;
      pair->decision = decision;
      g_array_append_val (places, i);
    }

  sel_decide_planned (self->office, self->plan, places, decision);
}

/* Shows the pair with the index @at, or leaves after the last. */
static void
go_on_at (SelDoubts *self, guint at)
{
  if (at < get_n (self))
    show_at (self, at);
  else
    leave (self);
}

/* The next pair is read when the decision is written, for it may be about one of the same records;
 * this one again when it could not be. */
static void
decided_cb (gboolean is_written, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  SelDoubts *self = asked->doubts;

  self->is_writing = FALSE;
  if (self->nth == asked->nth)
    {
      if (is_written && asked->decision == SEL_DECISION_TWO)
        g_array_remove_index (self->kept.pairs, self->at);
      go_on_at (self, self->at);
    }
  else if (self->pairs || self->kept.pairs)
    update_buttons (self); /* of what is shown by now */
}

static gpointer
dup_chosen (SelDoubts *self, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), error);

  return reading ? sel_kept_pairs_dup_chosen (&self->kept, reading->connection, self->at, self->view,
                                              error)
                 : NULL;
}

static void
decide_kept (SelDoubts *self, guint n, SelDecision decision)
{
  Asked *asked = NULL;
  g_autoptr (GError) error = NULL;
  GArray *pairs;
  gpointer chosen = NULL;

  if (decision == SEL_DECISION_SAME && n == 1 && !(chosen = dup_chosen (self, &error)))
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  pairs = g_array_sized_new (FALSE, FALSE, sizeof (SelLikeness), n);
  g_array_append_vals (pairs, sel_kept_pairs_get (&self->kept, self->at), n);
  if (n == 1)
    {
      asked = asked_new (self);
      asked->decision = decision;
      self->is_writing = TRUE;
      update_buttons (self);
    }
  sel_decide_kept (self->office, pairs, chosen, self->kept.seen[1], decision,
                   asked ? decided_cb : NULL, asked);
}

static gboolean
read_decision (GVariant *name, SelDecision *decision)
{
  for (guint i = 0; i < SEL_N_DECISIONS; i++)
    if (g_str_equal (sel_decision_names[i], g_variant_get_string (name, NULL)))
      {
        *decision = i;
        return TRUE;
      }

  return FALSE;
}

static void
decide_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *name)
{
  SelDoubts *self = SEL_DOUBTS (widget);
  SelDecision decision;

  if (!read_decision (name, &decision))
    return;

  if (self->source != OF_PLAN && decision != SEL_DECISION_LATER)
    {
      decide_kept (self, 1, decision);
      return;
    }

  if (self->source == OF_PLAN)
    decide_planned (self, self->at, 1, decision);
  go_on_at (self, self->at + 1);
}

static void
rest_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *name)
{
  SelDoubts *self = SEL_DOUBTS (widget);
  SelDecision decision;

  if (!read_decision (name, &decision))
    return;

  if (self->source == OF_PLAN)
    decide_planned (self, self->at, G_MAXUINT, decision);
  else
    decide_kept (self, self->kept.pairs->len - self->at, decision);
  leave (self);
}

static void
revealed_cb (gboolean is_logged, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  SelDoubts *self = asked->doubts;

  if (self->nth != asked->nth)
    return;
  if (is_logged && gtk_toggle_button_get_active (self->reveal_button))
    sel_pair_view_set_revealed (self->view, TRUE);
  else
    gtk_toggle_button_set_active (self->reveal_button, FALSE);
}

static void
reveal (SelDoubts *self, const SelRecordType *type, gint64 one, gint64 other)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].sensitivity >= SEL_PERSONAL)
      g_ptr_array_add (fields, (gpointer) &type->fields[i]);
  sel_reveal_two (self->office, type, one, other, fields, revealed_cb, asked_new (self));
}

/* What is in a file alone is nobody's in the register yet: nothing is logged of it. */
static void
reveal_cb (SelDoubts *self)
{
  const SelRecordType *type;

  if (!gtk_toggle_button_get_active (self->reveal_button))
    {
      sel_pair_view_set_revealed (self->view, FALSE);
      return;
    }

  type = get_type_at (self);
  if (self->source == OF_PLAN)
    {
      const SelImportPair *pair = g_ptr_array_index (self->pairs, self->at);

      if (pair->older)
        reveal (self, type, pair->older, 0);
      else
        sel_pair_view_set_revealed (self->view, TRUE);
    }
  else
    {
      const SelLikeness *pair = sel_kept_pairs_get (&self->kept, self->at);

      reveal (self, type, pair->one, pair->other);
    }
}

void
sel_doubts_attach (SelDoubts *self, SelOffice *office)
{
  self->office = g_object_ref (office);
}

/* Lets go of what was shown. */
void
sel_doubts_clear (SelDoubts *self)
{
  static const char *const actions[] = { "doubts.previous", "doubts.next", "doubts.decide",
                                         "doubts.rest" };

  /* A button that is pressed by its key says so only after a while. */
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
  self->nth++;
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  sel_kept_pairs_clear (&self->kept);
}

/* Shows the pairs of a plan, of which there is one at least, from the first that is not decided, and
 * sets in them what is. */
void
sel_doubts_show_plan (SelDoubts *self, gint64 plan, GPtrArray *pairs)
{
  guint at = 0;

  sel_doubts_clear (self);
  self->source = OF_PLAN;
  self->plan = plan;
  self->pairs = g_ptr_array_ref (pairs);
  for (guint i = self->pairs->len; i > 0; i--)
    if (((const SelImportPair *) g_ptr_array_index (self->pairs, i - 1))->decision ==
        SEL_DECISION_LATER)
      at = i - 1;
  show_at (self, at);
}

static void
show_ids (SelDoubts *self, Source source, GArray *take_ids)
{
  sel_doubts_clear (self);
  self->source = source;
  self->kept.pairs = take_ids;
  if (self->kept.pairs->len)
    show_at (self, 0);
  else
    leave (self);
}

/* Shows the pairs that wait in the register. */
void
sel_doubts_show_waiting (SelDoubts *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading =
    sel_reading_begin (sel_office_get_store (self->office), &error);
  GArray *ids =
    reading ? sel_likeness_list_open (reading->connection, SEL_DOUBTS_MOST_PAIRS, &error) : NULL;

  if (ids)
    show_ids (self, OF_REGISTER, ids);
  else
    sel_office_fail (self->office, error->message);
}

/* Shows two records that a person wants to become one. */
void
sel_doubts_show_two (SelDoubts *self, const SelRecordType *type, gint64 one, gint64 other)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SelLikeness));
  SelLikeness pair = { type, MIN (one, other), MAX (one, other) };

  g_array_append_val (ids, pair);
  show_ids (self, OF_TWO, ids);
}

static void
sel_doubts_dispose (GObject *object)
{
  SelDoubts *self = SEL_DOUBTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);
  sel_doubts_clear (self);

  G_OBJECT_CLASS (sel_doubts_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, box);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, heading);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, state);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, moves);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, view);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, rest_button);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, two_button);
  gtk_widget_class_bind_template_child (widget_class, SelDoubts, same_button);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
}

static void
sel_doubts_class_init (SelDoubtsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_doubts_dispose;

  g_type_ensure (SEL_TYPE_PAIR_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/merge/doubts.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "doubts.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "doubts.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "doubts.decide", "s", decide_action);
  gtk_widget_class_install_action (widget_class, "doubts.rest", "s", rest_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "doubts.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "doubts.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "doubts.next", NULL);
}

static void
sel_doubts_init (SelDoubts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
