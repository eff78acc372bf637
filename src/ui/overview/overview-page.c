/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/overview-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/agenda.h"
#include "store/schedule.h"
#include "store/targets.h"
#include "ui/due.h"
#include "ui/overview/cards.h"
#include "ui/overview/columns.h"
#include "ui/reading.h"
#include "ui/sight-shortcut.h"

struct _SelOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwWindowTitle *title;
  GtkBox *attention;
  GtkBox *week;
  GtkBox *targets;

  SelOffice *office;
  SelRereading rereading;
  guint waiting; /* how many items need attention */
};

static void sel_overview_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelOverviewPage, sel_overview_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION, sel_overview_page_section_init))

enum
{
  PROP_WAITING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void reload (SelOverviewPage *self);

typedef struct
{
  GDate today;
  guint notice_days;
} Question;

typedef struct
{
  SelAgenda *agenda;
  GArray *sessions;
  GArray *targets;
  gint64 n_waiting;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->agenda, sel_agenda_free);
  g_clear_pointer (&self->sessions, g_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Monday to Sunday around @day. */
static void
get_week (const GDate *day, GDate *first, GDate *last)
{
  *first = *day;
  g_date_subtract_days (first, g_date_get_weekday (day) - G_DATE_MONDAY);
  *last = *first;
  g_date_add_days (last, 6);
}

static gpointer
read_overview (SelConnection *connection, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GDate first, last;

  get_week (&question->today, &first, &last);
  answer->agenda = sel_agenda_read (connection, &question->today, question->notice_days, error);
  if (answer->agenda)
    answer->sessions = sel_schedule_read (connection, &first, &last, error);
  if (answer->sessions)
    answer->targets = sel_targets_read (connection, error);

  if (answer->targets == NULL ||
      !sel_agenda_count (connection, &question->today, question->notice_days, &answer->n_waiting,
                         error))
    return NULL;

  return g_steal_pointer (&answer);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelOverviewPage *self = SEL_OVERVIEW_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sel_read_finish (result, &error);

  if (self->office == NULL)
    return;
  if (!sel_rereading_end (&self->rereading))
    {
      reload (self);
      return;
    }
  if (answer == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_cards_show_agenda (self->attention, answer->agenda);
  sel_cards_show_week (self->week, answer->sessions);
  sel_cards_show_targets (self->targets, answer->targets);
  self->waiting = (guint) answer->n_waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
reload (SelOverviewPage *self)
{
  g_autofree char *today = sel_date_dup_display (sel_office_get_today (self->office));
  Question *question;

  adw_window_title_set_subtitle (self->title, today);
  if (!sel_rereading_begin (&self->rereading))
    return;

  question = g_new0 (Question, 1);
  question->today = *sel_office_get_today (self->office);
  question->notice_days = sel_office_get_notice_days (self->office);
  sel_read_async (sel_office_get_store (self->office), read_overview, question, g_free, answer_free,
                  NULL, self, read_cb);
}

static void
save_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_due_save (widget, SEL_OVERVIEW_PAGE (widget)->office);
}

static void
sel_overview_page_attach (SelSection *section, SelOffice *office)
{
  SelOverviewPage *self = SEL_OVERVIEW_PAGE (section);

  self->office = g_object_ref (office);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "day-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
sel_overview_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_overview_page_attach;
}

static void
sel_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WAITING)
    g_value_set_uint (value, SEL_OVERVIEW_PAGE (object)->waiting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_overview_page_dispose (GObject *object)
{
  SelOverviewPage *self = SEL_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_overview_page_parent_class)->dispose (object);
}

static void
sel_overview_page_class_init (SelOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_overview_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = sel_overview_page_get_property;

  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (SEL_TYPE_COLUMNS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelOverviewPage, box);
  gtk_widget_class_bind_template_child (widget_class, SelOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, SelOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, SelOverviewPage, week);
  gtk_widget_class_bind_template_child (widget_class, SelOverviewPage, targets);
  gtk_widget_class_install_action (widget_class, "overview.save", NULL, save_action);
}

static void
sel_overview_page_init (SelOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sel_sight_shortcut_add (GTK_WIDGET (self), SEL_SAVE_KEYS, "overview.save", NULL);
}
