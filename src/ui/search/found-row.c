/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/found-row.h"

#include <glib/gi18n-lib.h>

#include "ui/lists/cell.h"

/* What the window is to do, and with what. */
typedef struct
{
  SelFoundGroup group;
  const char *action;
  GVariant *target;
} Target;

static void
target_free (gpointer data)
{
  Target *self = data;

  g_variant_unref (self->target);
  g_free (self);
}

static Target *
get_target (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "found");
}

/* An inscription takes the room that it is given: thirty labels that are measured take longer than
 * the frame has after each letter. */
static GtkWidget *
make_text (const char *markup, guint lines)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_markup (GTK_INSCRIPTION (text), markup);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), lines);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return text;
}

/* A shape, a word and a colour. */
static GtkWidget *
make_state (const char *code)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = NULL;

  for (const SelChoice *choice = sel_agreement_states; choice->code; choice++)
    if (g_str_equal (choice->code, code))
      text = g_strdup_printf ("%s %s", sel_state_mark (code), sel_choice_label (choice));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "state");
  gtk_widget_add_css_class (label, code);
  return label;
}

static char *
dup_plain (const char *markup)
{
  char *text = NULL;

  pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL);
  return text;
}

/* Whoever hears the row hears all of it. */
static void
set_spoken (GtkWidget *row, const char *title, const char *aside, const char *detail)
{
  g_autofree char *plain_title = dup_plain (title);
  g_autofree char *plain_detail = dup_plain (detail);
  g_autofree char *spoken = g_strconcat (plain_title, *aside ? ", " : "", aside,
                                         *detail ? ", " : "", plain_detail, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (row, plain_title);
}

/* A row with @icon, two texts in markup, and @aside, a label or NULL, at its end. */
static GtkWidget *
make_row (const char *icon, const char *title, const char *detail, guint lines, GtkWidget *aside)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *second = make_text (detail, lines);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (second, "found-detail");
  gtk_box_append (GTK_BOX (texts), make_text (title, 1));
  gtk_widget_set_visible (second, *detail != '\0');
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), texts);
  if (aside)
    {
      gtk_widget_set_valign (aside, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), aside);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  set_spoken (row, title, aside ? gtk_label_get_text (GTK_LABEL (aside)) : "", detail);
  return row;
}

static void
set_target (GtkWidget *row, SelFoundGroup group, const char *action, GVariant *floating)
{
  Target *target = g_new0 (Target, 1);

  target->group = group;
  target->action = action;
  target->target = g_variant_ref_sink (floating);
  g_object_set_data_full (G_OBJECT (row), "found", target, target_free);
}

static const char *
icon_of (const SelRecordType *type)
{
  if (type == &sel_agreement_type)
    return "selaras-agreements-symbolic";
  if (type == &sel_partner_type)
    return "selaras-partners-symbolic";
  if (type == &sel_participant_type || type == &sel_instructor_type)
    return "selaras-participants-symbolic";
  return "selaras-schedule-symbolic";
}

GtkWidget *
sel_found_row_new (SelFoundGroup group, const SelFound *found)
{
  GtkWidget *row = make_row (icon_of (found->type), found->title, found->detail, 1,
                             found->state ? make_state (found->state) : NULL);

  set_target (row, group, "win.open-record", g_variant_new ("(sx)", found->type->name, found->id));
  return row;
}

GtkWidget *
sel_found_row_new_for_page (const SelPageHit *hit)
{
  g_autofree char *title =
    g_markup_printf_escaped ("%s · %s", hit->document_title, hit->agreement_title);
  g_autofree char *page = g_strdup_printf (_ ("page %u"), hit->page + 1);
  GtkWidget *row =
    make_row ("x-office-document-symbolic", title, hit->snippet, 2, gtk_label_new (page));

  set_target (row, SEL_FOUND_PAGES, "win.open-page",
              g_variant_new ("(xssus)", hit->agreement, hit->sha256, hit->file, hit->page + 1,
                             hit->words));
  return row;
}

SelFoundGroup
sel_found_row_get_group (GtkListBoxRow *row)
{
  return get_target (row)->group;
}

/* Has @window show what the row is about. */
void
sel_found_row_open (GtkListBoxRow *row, GtkWidget *window)
{
  Target *target = get_target (row);

  gtk_widget_activate_action_variant (window, target->action, target->target);
}
