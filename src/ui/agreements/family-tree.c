/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/family-tree.h"

#include <glib/gi18n-lib.h>

#include "domain/family-layout.h"
#include "store/agreement-link.h"
#include "ui/agreements/family-versions.h"
#include "ui/lists/cell.h"

#define COLUMN_GAP 36
#define ROW_GAP 36
#define VERSIONS_GAP 3
#define STEM 12 /* from the edge of a button to the line along its versions */
#define LINE 2
#define DASH 6

struct _SelFamilyTree
{
  GtkWidget parent_instance;

  GPtrArray *buttons;  /* in the order of the places */
  GArray *places;      /* of SelFamilyPlace */
  GArray *renews;      /* of gint64, likewise: the id of what each renews; 0 for nothing */
  GtkWidget *versions; /* below the button of the agreement that is shown; NULL without any … */
  guint shown;         /* … whose place this is */
};

/* How much room everything has. */
typedef struct
{
  int width;    /* of all buttons, which are as large as the largest */
  int height;   /* likewise */
  int versions; /* how much taller the row is that has those */
} Room;

G_DEFINE_FINAL_TYPE (SelFamilyTree, sel_family_tree, GTK_TYPE_WIDGET)

static const SelFamilyPlace *
place_at (SelFamilyTree *self, guint i)
{
  return &g_array_index (self->places, SelFamilyPlace, i);
}

/* The place of the agreement; NULL when it is not drawn. */
static const SelFamilyPlace *
find_place (SelFamilyTree *self, gint64 id)
{
  for (guint i = 0; i < self->places->len; i++)
    if (place_at (self, i)->id == id)
      return place_at (self, i);

  return NULL;
}

static int
measure_one (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static Room
measure_room (SelFamilyTree *self)
{
  Room room = { 0 };

  for (guint i = 0; i < self->buttons->len; i++)
    room.width =
      MAX (room.width, measure_one (self->buttons->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1));
  if (self->versions)
    room.width = MAX (room.width, measure_one (self->versions, GTK_ORIENTATION_HORIZONTAL, -1));
  for (guint i = 0; i < self->buttons->len; i++)
    room.height = MAX (room.height,
                       measure_one (self->buttons->pdata[i], GTK_ORIENTATION_VERTICAL, room.width));
  if (self->versions)
    room.versions =
      VERSIONS_GAP + measure_one (self->versions, GTK_ORIENTATION_VERTICAL, room.width);
  return room;
}

static GtkSizeRequestMode
sel_family_tree_get_request_mode (G_GNUC_UNUSED GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sel_family_tree_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         G_GNUC_UNUSED int for_size,
                         int *minimum,
                         int *natural,
                         G_GNUC_UNUSED int *minimum_baseline,
                         G_GNUC_UNUSED int *natural_baseline)
{
  SelFamilyTree *self = SEL_FAMILY_TREE (widget);
  const gboolean is_across = orientation == GTK_ORIENTATION_HORIZONTAL;
  const int gap = is_across ? COLUMN_GAP : ROW_GAP;
  const Room room = measure_room (self);
  guint most = 0;

  for (guint i = 0; i < self->places->len; i++)
    most = MAX (most, is_across ? place_at (self, i)->column : place_at (self, i)->row);
  *minimum = *natural =
    self->places->len
      ? ((int) most + 1) * ((is_across ? room.width : room.height) + gap) - gap +
          (is_across ? 0 : room.versions)
      : 0;
}

/* Of its button. */
static GtkAllocation
allocation_of (SelFamilyTree *self, const SelFamilyPlace *place, const Room *room)
{
  const int above =
    self->versions && place->row > place_at (self, self->shown)->row ? room->versions : 0;

  return (GtkAllocation){ (int) place->column * (room->width + COLUMN_GAP),
                          (int) place->row * (room->height + ROW_GAP) + above, room->width,
                          room->height };
}

static void
sel_family_tree_size_allocate (GtkWidget *widget,
                               G_GNUC_UNUSED int all_width,
                               G_GNUC_UNUSED int all_height,
                               G_GNUC_UNUSED int baseline)
{
  SelFamilyTree *self = SEL_FAMILY_TREE (widget);
  const Room room = measure_room (self);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkAllocation place = allocation_of (self, place_at (self, i), &room);

      gtk_widget_size_allocate (self->buttons->pdata[i], &place, -1);
      if (self->versions && i == self->shown)
        {
          place.y += place.height + VERSIONS_GAP;
          place.height = room.versions - VERSIONS_GAP;
          gtk_widget_size_allocate (self->versions, &place, -1);
        }
    }
}

static void
append_line (GtkSnapshot *snapshot, int x, int y, int width, int height)
{
  const GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 0.7f };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* From the middle of the umbrella’s foot over the gap to the middle of the other’s head. */
static void
append_descent (GtkSnapshot *snapshot, const GtkAllocation *from, const GtkAllocation *to)
{
  const int x = from->x + from->width / 2;
  const int to_x = to->x + to->width / 2;
  const int foot = from->y + from->height;
  const int middle = to->y - ROW_GAP / 2;

  append_line (snapshot, x, foot, LINE, middle - foot);
  append_line (snapshot, MIN (x, to_x), middle, ABS (to_x - x) + LINE, LINE);
  append_line (snapshot, to_x, middle, LINE, to->y - middle);
}

static void
append_broken (GtkSnapshot *snapshot, int x, int y, int length, gboolean is_across)
{
  for (int at = 0; at < length; at += 2 * DASH)
    append_line (snapshot, is_across ? x + at : x, is_across ? y : y + at,
                 is_across ? MIN (DASH, length - at) : LINE,
                 is_across ? LINE : MIN (DASH, length - at));
}

/* From the earlier one, over the gap beside it, to the one that renews it. */
static void
append_renewal (GtkSnapshot *snapshot, const GtkAllocation *from, const GtkAllocation *to)
{
  const int y = from->y + from->height / 2;
  const int to_y = to->y + to->height / 2;
  const gboolean is_right = to->x > from->x;
  const int x = is_right ? from->x + from->width : from->x;
  const int to_x = is_right ? to->x : to->x + to->width;
  const int turn = is_right ? to_x - COLUMN_GAP / 2 : x - COLUMN_GAP / 2;

  append_broken (snapshot, MIN (x, turn), y, ABS (turn - x), TRUE);
  append_broken (snapshot, turn, MIN (y, to_y), ABS (to_y - y), FALSE);
  append_broken (snapshot, MIN (turn, to_x), to_y, ABS (to_x - turn), TRUE);
}

static void
sel_family_tree_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SelFamilyTree *self = SEL_FAMILY_TREE (widget);
  const Room room = measure_room (self);

  if (self->versions)
    {
      const GtkAllocation box = allocation_of (self, place_at (self, self->shown), &room);

      append_line (snapshot, box.x + STEM, box.y + box.height, LINE, room.versions);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      const SelFamilyPlace *one = place_at (self, i);
      const SelFamilyPlace *parent = find_place (self, one->parent);
      const SelFamilyPlace *renewed = find_place (self, g_array_index (self->renews, gint64, i));
      const GtkAllocation to = allocation_of (self, one, &room);

      if (parent && parent->row < one->row)
        {
          GtkAllocation from = allocation_of (self, parent, &room);

          if (self->versions && parent == place_at (self, self->shown))
            {
              from.height += room.versions;
              from.width = 2 * STEM;
            }

          append_descent (snapshot, &from, &to);
        }
      if (renewed && renewed != one)
        {
          const GtkAllocation from = allocation_of (self, renewed, &room);

          append_renewal (snapshot, &from, &to);
        }
    }

  GTK_WIDGET_CLASS (sel_family_tree_parent_class)->snapshot (widget, snapshot);
}

static void
clear (SelFamilyTree *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_clear_pointer (&self->versions, gtk_widget_unparent);
  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->renews, 0);
}

static void
sel_family_tree_dispose (GObject *object)
{
  SelFamilyTree *self = SEL_FAMILY_TREE (object);

  if (self->buttons)
    clear (self);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->renews, g_array_unref);

  G_OBJECT_CLASS (sel_family_tree_parent_class)->dispose (object);
}

static void
sel_family_tree_class_init (SelFamilyTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_family_tree_dispose;
  widget_class->get_request_mode = sel_family_tree_get_request_mode;
  widget_class->measure = sel_family_tree_measure;
  widget_class->size_allocate = sel_family_tree_size_allocate;
  widget_class->snapshot = sel_family_tree_snapshot;
  gtk_widget_class_set_css_name (widget_class, "familytree");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sel_family_tree_init (SelFamilyTree *self)
{
  self->buttons = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (SelFamilyPlace));
  self->renews = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* "2024 – 2029", "from 2024", "until 2029", "2026"; NULL when neither year is known. */
static char *
dup_years (const SelAgreementLink *link)
{
  const GDate *first =
    g_date_valid (&link->terms.starts_on) ? &link->terms.starts_on : &link->signed_on;
  g_autofree char *begins =
    g_date_valid (first) ? g_strdup_printf ("%d", g_date_get_year (first)) : NULL;
  g_autofree char *ends = g_date_valid (&link->terms.ends_on)
                            ? g_strdup_printf ("%d", g_date_get_year (&link->terms.ends_on))
                            : NULL;

  if (begins && ends && !g_str_equal (begins, ends))
    return g_strdup_printf ("%s – %s", begins, ends);
  if (begins && ends)
    return g_strdup (begins);
  if (begins)
    /* Translators: the year in which an agreement begins, and no last one is known */
    return g_strdup_printf (C_ ("years", "from %s"), begins);
  /* Translators: the year in which an agreement ends, and no first one is known */
  return ends ? g_strdup_printf (C_ ("years", "until %s"), ends) : NULL;
}

static GtkWidget *
new_label (const char *text, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  return label;
}

static GtkWidget *
new_button (const SelAgreementLink *link, gboolean is_shown)
{
  const char *kind = sel_choice_label (&sel_agreement_kinds[link->kind - 1]);
  g_autofree char *state =
    g_strdup_printf ("%s %s", sel_state_mark (sel_agreement_state_code (link->state)),
                     sel_agreement_state_label (link->state));
  g_autofree char *years = dup_years (link);
  g_autofree char *facts =
    years ? g_strdup_printf ("%s · %s", state, years) : g_strdup (state);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", link->title, kind, facts);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = new_label (link->title, 2);
  GtkWidget *what = new_label (kind, 1);
  GtkWidget *how = new_label (facts, 1);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (what, "caption");
  gtk_widget_add_css_class (how, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), how);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, link->title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", sel_agreement_type.name,
                                    link->id);
  gtk_widget_add_css_class (button, is_shown ? "shown" : "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Draws the family of @view; @shown is the one whose page this is. */
void
sel_family_tree_show (SelFamilyTree *self, const SelAgreementView *view, gint64 shown)
{
  const GArray *links = view->family;

  clear (self);
  for (guint i = 0; i < links->len; i++)
    {
      const SelAgreementLink *link = &g_array_index (links, SelAgreementLink, i);
      const SelFamilyPlace one = { .id = link->id, .parent = link->parent };
      GtkWidget *button = new_button (link, link->id == shown);

      g_array_append_val (self->places, one);
      g_array_append_val (self->renews, link->renews);
      g_ptr_array_add (self->buttons, button);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      if (link->id == shown && (self->versions = sel_family_versions_new (view->documents, shown)))
        {
          self->shown = i;
          gtk_widget_set_parent (self->versions, GTK_WIDGET (self));
        }
    }

  sel_family_lay_out ((SelFamilyPlace *) (gpointer) self->places->data, self->places->len);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
