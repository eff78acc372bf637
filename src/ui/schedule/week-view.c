/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/week-view.h"

#include <glib/gi18n-lib.h>

#include "ui/schedule/session-block.h"

#define N_DAYS 7
#define DAY_WIDTH 96
#define GAP 2
#define EARLIEST_HOUR 7
#define LATEST_HOUR 17

typedef struct
{
  GtkWidget *button;
  gint64 id;
  guint day;
  guint starts; /* minutes of the day */
  guint ends;
  guint lane;    /* from 0 … */
  guint n_lanes; /* … of those that overlap */
} Block;

struct _SelWeekView
{
  GtkWidget parent_instance;

  GArray *blocks; /* of Block, by day and start */
  GtkWidget *heads[N_DAYS];
  GtkWidget *corner; /* the zone */
  GPtrArray *hours;  /* labels */
  guint first_hour;
  guint last_hour;
  int today;    /* its column, or -1 */
  SelZone zone; /* that the hours are in */
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (SelWeekView, sel_week_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
get_hour_width (SelWeekView *self)
{
  int width = 0;

  for (guint i = 0; i < self->hours->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->hours, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                          &natural, NULL, NULL);
      width = MAX (width, natural);
    }

  return width + 12;
}

static int
get_line_height (SelWeekView *self)
{
  int height;

  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* Of the row with the days. */
static int
get_head_height (SelWeekView *self)
{
  return get_line_height (self) + 16;
}

/* An hour has room for three lines and a bit, however large the text is. */
static int
get_hour_height (SelWeekView *self)
{
  return 10 * get_line_height (self) / 3;
}

static int
get_y (SelWeekView *self, guint minutes)
{
  return get_head_height (self) +
         ((int) minutes - (int) self->first_hour * 60) * get_hour_height (self) / 60;
}

static void
sel_week_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       G_GNUC_UNUSED int for_size,
                       int *minimum,
                       int *natural,
                       G_GNUC_UNUSED int *minimum_baseline,
                       G_GNUC_UNUSED int *natural_baseline)
{
  SelWeekView *self = SEL_WEEK_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_hour_width (self) + N_DAYS * DAY_WIDTH;
  else
    *minimum = *natural = get_y (self, self->last_hour * 60) + get_line_height (self);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  const GtkAllocation place = { x, y, width, height };
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

static void
sel_week_view_size_allocate (GtkWidget *widget,
                             int width,
                             G_GNUC_UNUSED int height,
                             G_GNUC_UNUSED int baseline)
{
  SelWeekView *self = SEL_WEEK_VIEW (widget);
  int left = get_hour_width (self);
  int day_width = (width - left) / N_DAYS;

  place (self->corner, 0, 0, left, get_head_height (self));
  for (int i = 0; i < N_DAYS; i++)
    place (self->heads[i], left + i * day_width, 0, day_width, get_head_height (self));

  for (guint i = 0; i < self->hours->len; i++)
    place (g_ptr_array_index (self->hours, i), 0,
           get_y (self, (self->first_hour + i) * 60) - get_line_height (self) / 2, left - 6,
           get_line_height (self));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      int lane_width = (day_width - GAP) / (int) block->n_lanes;
      int y = get_y (self, block->starts);

      place (block->button,
             left + (int) block->day * day_width + GAP + (int) block->lane * lane_width,
             y + 1,
             lane_width - GAP,
             MAX (get_y (self, block->ends) - y - 2, 18));
    }
}

static void
append_line (GtkSnapshot *snapshot,
             const GdkRGBA *colour,
             float x,
             float y,
             float width,
             float height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* What the clock shows in @zone, wherever the computer stands. */
static guint
get_minutes_now (SelZone zone)
{
  SelCivilTime now;

  sel_civil_time_from_instant (g_get_real_time () / G_USEC_PER_SEC / 60, zone, &now);
  return now.minutes;
}

static void
append_now (SelWeekView *self, GtkSnapshot *snapshot, int left, int day_width)
{
  guint minutes = get_minutes_now (self->zone);
  const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 };

  if (self->today < 0 || minutes < self->first_hour * 60 || minutes > self->last_hour * 60)
    return;

  append_line (snapshot, &red, (float) (left + self->today * day_width),
               (float) get_y (self, minutes), (float) day_width, 2);
}

static void
sel_week_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SelWeekView *self = SEL_WEEK_VIEW (widget);
  int left = get_hour_width (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int day_width = (width - left) / N_DAYS;
  GdkRGBA line = { 0.5f, 0.5f, 0.5f, 0.22f };
  GdkRGBA shade = { 0.5f, 0.5f, 0.5f, 0.07f };

  if (self->today >= 0)
    append_line (snapshot, &shade, (float) (left + self->today * day_width), 0, (float) day_width,
                 (float) height);
  for (guint hour = self->first_hour; hour <= self->last_hour; hour++)
    append_line (snapshot, &line, (float) left, (float) get_y (self, hour * 60),
                 (float) (width - left), 1);
  for (int i = 0; i <= N_DAYS; i++)
    append_line (snapshot, &line, (float) (left + i * day_width), 0, 1, (float) height);

  GTK_WIDGET_CLASS (sel_week_view_parent_class)->snapshot (widget, snapshot);
  append_now (self, snapshot, left, day_width);
}

static gboolean
redraw_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
  return G_SOURCE_CONTINUE;
}

static void
clicked_cb (SelWeekView *self, GtkWidget *button)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, Block, i).button == button)
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, g_array_index (self->blocks, Block, i).id);
}

static void
remove_blocks (SelWeekView *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (g_array_index (self->blocks, Block, i).button);
  g_array_set_size (self->blocks, 0);
}

static void
remove_hours (SelWeekView *self)
{
  for (guint i = 0; i < self->hours->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->hours, i));
  g_ptr_array_set_size (self->hours, 0);
}

static void
sel_week_view_dispose (GObject *object)
{
  SelWeekView *self = SEL_WEEK_VIEW (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  remove_blocks (self);
  remove_hours (self);
  for (int i = 0; i < N_DAYS; i++)
    g_clear_pointer (&self->heads[i], gtk_widget_unparent);
  g_clear_pointer (&self->corner, gtk_widget_unparent);

  G_OBJECT_CLASS (sel_week_view_parent_class)->dispose (object);
}

static void
sel_week_view_finalize (GObject *object)
{
  SelWeekView *self = SEL_WEEK_VIEW (object);

  g_array_unref (self->blocks);
  g_ptr_array_unref (self->hours);

  G_OBJECT_CLASS (sel_week_view_parent_class)->finalize (object);
}

static void
sel_week_view_class_init (SelWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_week_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sel_week_view_finalize;
  widget_class->measure = sel_week_view_measure;
  widget_class->size_allocate = sel_week_view_size_allocate;
  widget_class->snapshot = sel_week_view_snapshot;

  /* The session with this id was asked for. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEL_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "weekview");
}

static GtkWidget *
add_label (SelWeekView *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
sel_week_view_init (SelWeekView *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->hours = g_ptr_array_new ();
  self->today = -1;
  self->first_hour = EARLIEST_HOUR;
  self->last_hour = LATEST_HOUR;
  self->corner = add_label (self, "dim-label");
  for (int i = 0; i < N_DAYS; i++)
    self->heads[i] = add_label (self, "heading");
  self->clock_source = g_timeout_add_seconds (60, redraw_cb, self);
}

/* The zone that most sessions are in: blocks name theirs only when it is another. */
static SelZone
common_zone (GArray *sessions)
{
  guint counts[SEL_ZONE_WIT + 1] = { 0 };
  SelZone common = SEL_ZONE_WIB;

  for (guint i = 0; i < sessions->len; i++)
    counts[sel_schedule_session_zone (&g_array_index (sessions, SelScheduleSession, i))]++;
  for (SelZone zone = SEL_ZONE_WIB; zone <= SEL_ZONE_WIT; zone++)
    if (counts[zone] > counts[common])
      common = zone;

  return common;
}

/* The days of the week, from @first to @last, that the session touches; FALSE when it is none. */
static gboolean
get_days (const SelScheduleSession *session, const GDate *monday, int *first, int *last)
{
  int starts = g_date_days_between (monday, &session->starts_at.date);
  int ends = g_date_days_between (monday, &session->ends_at.date);

  /* Up to midnight is not yet on the next day. */
  if (ends > starts && session->ends_at.minutes == 0)
    ends--;

  *first = MAX (starts, 0);
  *last = MIN (ends, N_DAYS - 1);
  return *first <= *last;
}

static void
show_hours (SelWeekView *self, GArray *sessions)
{
  self->first_hour = EARLIEST_HOUR;
  self->last_hour = LATEST_HOUR;
  for (guint i = 0; i < sessions->len; i++)
    {
      const SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);

      self->first_hour = MIN (self->first_hour, session->starts_at.minutes / 60);
      self->last_hour = MAX (self->last_hour, (session->ends_at.minutes + 59) / 60);
      if (g_date_compare (&session->starts_at.date, &session->ends_at.date) == 0)
        continue;

      /* A night is shown up to midnight and on from there. */
      if (session->starts_at.minutes >= LATEST_HOUR * 60)
        self->last_hour = 24;
      if (session->ends_at.minutes > 0 && session->ends_at.minutes <= EARLIEST_HOUR * 60)
        self->first_hour = 0;
    }

  remove_hours (self);
  for (guint hour = self->first_hour; hour <= self->last_hour; hour++)
    {
      g_autofree char *text = sel_clock_dup_display (hour * 60);
      GtkWidget *label = add_label (self, "hour");

      gtk_label_set_text (GTK_LABEL (label), text);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      g_ptr_array_add (self->hours, label);
    }
}

static void
show_days (SelWeekView *self, const GDate *monday, const GDate *today)
{
  self->today = -1;
  for (int i = 0; i < N_DAYS; i++)
    {
      GDate date = *monday;
      g_autoptr (GDateTime) day = NULL;
      g_autofree char *text = NULL;

      g_date_add_days (&date, (guint) i);
      if (g_date_compare (&date, today) == 0)
        self->today = i;

      day = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                                 g_date_get_day (&date), 0, 0, 0);
      /* Translators: the head of a day in the week: "Mon 17" */
      text = g_date_time_format (day, _ ("%a %-d"));
      gtk_label_set_text (GTK_LABEL (self->heads[i]), text);
    }
}

/* Gives the blocks of one day their lanes: a block takes the first that is free, and all that
 * overlap, directly or through others, share the width. */
static void
assign_lanes (Block *blocks, guint n)
{
  guint first = 0;

  while (first < n)
    {
      guint ends[64] = { 0 };
      guint n_lanes = 0;
      guint latest = blocks[first].ends;
      guint last = first;

      for (; last < n && (last == first || blocks[last].starts < latest); last++)
        {
          guint lane = 0;

          while (lane < n_lanes && ends[lane] > blocks[last].starts &&
                 lane < G_N_ELEMENTS (ends) - 1)
            lane++;
          n_lanes = MAX (n_lanes, lane + 1);
          ends[lane] = blocks[last].ends;
          blocks[last].lane = lane;
          latest = MAX (latest, blocks[last].ends);
        }
      for (guint i = first; i < last; i++)
        blocks[i].n_lanes = n_lanes;
      first = last;
    }
}

static void
add_block (SelWeekView *self, const GDate *monday, const SelScheduleSession *session, int day)
{
  gboolean is_first = g_date_days_between (monday, &session->starts_at.date) == day;
  gboolean is_last = g_date_days_between (monday, &session->ends_at.date) == day;
  Block block = {
    .day = (guint) day,
    .starts = is_first ? session->starts_at.minutes : self->first_hour * 60,
    .ends = is_last ? session->ends_at.minutes : self->last_hour * 60,
    .id = session->id,
    .button = sel_session_block_new (session, self->zone),
  };

  g_signal_connect_object (block.button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (block.button, GTK_WIDGET (self));
  g_array_append_val (self->blocks, block);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *left = a;
  const Block *right = b;

  if (left->day != right->day)
    return left->day > right->day ? 1 : -1;
  return (left->starts > right->starts) - (left->starts < right->starts);
}

/* A session has a block on each day that it touches. */
static void
show_blocks (SelWeekView *self, const GDate *monday, GArray *sessions)
{
  guint first = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);
      int first_day;
      int last_day;

      if (get_days (session, monday, &first_day, &last_day))
        for (int day = first_day; day <= last_day; day++)
          add_block (self, monday, session, day);
    }
  g_array_sort (self->blocks, compare_blocks);

  while (first < self->blocks->len)
    {
      Block *blocks = &g_array_index (self->blocks, Block, first);
      guint n = 1;

      while (first + n < self->blocks->len && blocks[n].day == blocks[0].day)
        n++;
      assign_lanes (blocks, n);
      first += n;
    }
}

/* Shows @sessions (of SelScheduleSession, by start) of the week that begins on @monday. */
void
sel_week_view_show (SelWeekView *self, const GDate *monday, const GDate *today, GArray *sessions)
{
  remove_blocks (self);
  self->zone = common_zone (sessions);
  gtk_label_set_text (GTK_LABEL (self->corner), sel_zone_name (self->zone));
  show_hours (self, sessions);
  show_days (self, monday, today);
  show_blocks (self, monday, sessions);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Marks the block of the session, and no other. */
void
sel_week_view_select (SelWeekView *self, gint64 session)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->id == session)
        gtk_widget_add_css_class (block->button, "selected");
      else
        gtk_widget_remove_css_class (block->button, "selected");
    }
}
