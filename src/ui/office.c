/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/office.h"

#include "application/today.h"

struct _SelOffice
{
  GObject parent_instance;

  SelStore *store;
  GSettings *settings;
  GDate today;
  guint midnight_source;
};

G_DEFINE_FINAL_TYPE (SelOffice, sel_office, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAID,
  SIGNAL_FAILED,
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define SECONDS_BETWEEN_LOOKS 60

/* A window stays open over midnight; what was expiring may then have expired. */
static gboolean
look_at_clock_cb (gpointer user_data)
{
  SelOffice *self = user_data;
  GDate today;

  sel_today (&today);
  if (g_date_compare (&today, &self->today) != 0)
    {
      self->today = today;
      g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
    }

  return G_SOURCE_CONTINUE;
}

static void
notice_days_changed_cb (SelOffice *self)
{
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

static void
sel_office_finalize (GObject *object)
{
  SelOffice *self = SEL_OFFICE (object);

  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sel_office_parent_class)->finalize (object);
}

static void
sel_office_class_init (SelOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_office_finalize;

  /* Something was done: the sentence, and whether it can be undone. */
  signals[SIGNAL_SAID] = g_signal_new ("said", SEL_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /* Something could not be done: the sentence that says why. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEL_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* Another day began, or "soon" means another number of days. */
  signals[SIGNAL_DAY_CHANGED] = g_signal_new ("day-changed", SEL_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sel_office_init (SelOffice *self)
{
  sel_today (&self->today);
  self->midnight_source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_at_clock_cb, self);
}

SelOffice *
sel_office_new (SelStore *store, GSettings *settings)
{
  SelOffice *self = g_object_new (SEL_TYPE_OFFICE, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::notice-days", G_CALLBACK (notice_days_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

SelStore *
sel_office_get_store (SelOffice *self)
{
  return self->store;
}

GSettings *
sel_office_get_settings (SelOffice *self)
{
  return self->settings;
}

const GDate *
sel_office_get_today (SelOffice *self)
{
  return &self->today;
}

/* How many days before its end an agreement counts as expiring. */
guint
sel_office_get_notice_days (SelOffice *self)
{
  return (guint) g_settings_get_int (self->settings, "notice-days");
}

/* How many minutes a training hour (JP) has. */
guint
sel_office_get_training_hour (SelOffice *self)
{
  return (guint) g_settings_get_int (self->settings, "training-hour-minutes");
}

/* Shows @message, which tells what was done, for a moment. */
void
sel_office_say (SelOffice *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, message, FALSE);
}

/* The same for what the window can undo. */
void
sel_office_say_undoable (SelOffice *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, message, TRUE);
}

/* Shows @message, which tells why something was not done, until the user has read it. */
void
sel_office_fail (SelOffice *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}
