/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-targets.h"

#include <string.h>

#include "confined/protocol.h"

typedef PopplerIndexIter Bookmarks;
typedef PopplerAction Action;
typedef PopplerDest Destination;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bookmarks, poppler_index_iter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Action, poppler_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Destination, poppler_dest_free)

/* Where something leads, as a frame has it. */
typedef struct
{
  SelPdfTargetKind kind;
  guint page;
  double top; /* points from the top of that page */
  const char *address;
} Target;

/* A page that may be @number, which Poppler counts from 1. */
static void
lead_to_page (Target *target, Document *document, int number)
{
  if (number >= 1 && number <= poppler_document_get_n_pages (document))
    {
      target->kind = SEL_PDF_TARGET_PAGE;
      target->page = (guint) number - 1;
    }
}

static double
find_top (Document *document, guint index, double from_bottom)
{
  g_autoptr (Page) page = poppler_document_get_page (document, (int) index);
  PopplerRectangle crop = { 0 };
  double height = 0;

  if (page)
    {
      poppler_page_get_size (page, NULL, &height);
      poppler_page_get_crop_box (page, &crop);
    }
  /* Of a page that is too large to be shown the top is as good a place. */
  return CLAMP (crop.y2 - from_bottom, 0, MIN (height, SEL_PDF_MAX_SIDE));
}

static void
lead_to_destination (Target *target, Document *document, const Destination *destination)
{
  g_autoptr (Destination) named = NULL;

  if (destination && destination->type == POPPLER_DEST_NAMED && destination->named_dest)
    destination = named = poppler_document_find_dest (document, destination->named_dest);
  if (!destination)
    return;

  lead_to_page (target, document, destination->page_num);
  if (target->kind == SEL_PDF_TARGET_PAGE && destination->change_top && destination->top > 0)
    target->top = find_top (document, target->page, destination->top);
}

static void
lead_by_name (Target *target, Document *document, const char *name, guint here)
{
  const struct
  {
    const char *name;
    int page; /* from 1 */
  } names[] = {
    { "FirstPage", 1 },
    { "LastPage", poppler_document_get_n_pages (document) },
    { "NextPage", (int) here + 2 },
    { "PrevPage", (int) here },
  };

  for (guint i = 0; name && i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i].name) == 0)
      lead_to_page (target, document, names[i].page);
}

/* @here: the page that asks, from 0 */
static Target
find_target (Document *document, const Action *action, guint here)
{
  Target target = { .kind = SEL_PDF_TARGET_NOWHERE };

  switch (action ? action->type : POPPLER_ACTION_NONE)
    {
    case POPPLER_ACTION_GOTO_DEST:
      lead_to_destination (&target, document, action->goto_dest.dest);
      break;
    case POPPLER_ACTION_NAMED:
      lead_by_name (&target, document, action->named.named_dest, here);
      break;
    case POPPLER_ACTION_URI:
      target.kind = SEL_PDF_TARGET_ADDRESS;
      target.address = action->uri.uri;
      break;
    case POPPLER_ACTION_LAUNCH:
    case POPPLER_ACTION_JAVASCRIPT:
      target.kind = SEL_PDF_TARGET_PROGRAM;
      break;
    case POPPLER_ACTION_GOTO_REMOTE:
      target.kind = SEL_PDF_TARGET_FILE;
      break;
    default:
      break;
    }
  return target;
}

static void
put_target (SelFrameWriter *answer, const Target *target)
{
  sel_frame_put_u32 (answer, target->kind);
  sel_frame_put_u32 (answer, target->page);
  sel_frame_put_f64 (answer, target->top);
  sel_pdf_put_sound_text (answer, target->address ? target->address : "", SEL_PDF_MAX_ADDRESS);
}

/* Entries have 1 before each, and 0 after the last. */
static guint
put_bookmarks (SelFrameWriter *answer,
               Document *document,
               Bookmarks *bookmarks,
               guint depth,
               guint n_before)
{
  guint n = n_before;

  do
    {
      g_autoptr (Action) action = poppler_index_iter_get_action (bookmarks);
      g_autoptr (Bookmarks) below = NULL;
      const Target target = find_target (document, action, 0);
      const char *title = action ? action->any.title : NULL;

      sel_frame_put_u32 (answer, 1);
      sel_frame_put_u32 (answer, depth);
      sel_pdf_put_sound_text (answer, title ? title : "", SEL_PDF_MAX_TITLE);
      put_target (answer, &target);
      n++;

      /* Bookmarks may go in circles. */
      if (depth + 1 < SEL_PDF_MAX_DEPTH && n < SEL_PDF_MAX_BOOKMARKS)
        below = poppler_index_iter_get_child (bookmarks);
      if (below)
        n = put_bookmarks (answer, document, below, depth + 1, n);
    }
  while (n < SEL_PDF_MAX_BOOKMARKS && poppler_index_iter_next (bookmarks));

  return n;
}

void
sel_pdf_put_outline (SelFrameWriter *answer, Document *document)
{
  g_autoptr (Bookmarks) bookmarks = poppler_index_iter_new (document);

  if (bookmarks)
    put_bookmarks (answer, document, bookmarks, 0, 0);
  sel_frame_put_u32 (answer, 0);
}

static gboolean
is_on_paper (const PopplerRectangle *area)
{
  const double most = 2 * SEL_PDF_MAX_SIDE;

  return area->x1 >= -most && area->x2 <= most && area->y1 >= -most && area->y2 <= most &&
         area->x1 < area->x2 && area->y1 < area->y2;
}

/* Poppler counts from the bottom of the page, we from its top. */
static void
put_link (SelFrameWriter *answer, const PopplerRectangle *area, const Target *target, double height)
{
  sel_frame_put_u32 (answer, 1);
  sel_frame_put_f64 (answer, area->x1);
  sel_frame_put_f64 (answer, height - area->y2);
  sel_frame_put_f64 (answer, area->x2 - area->x1);
  sel_frame_put_f64 (answer, area->y2 - area->y1);
  put_target (answer, target);
}

void
sel_pdf_put_links (SelFrameWriter *answer, Document *document, Page *page)
{
  GList *links = g_list_reverse (poppler_page_get_link_mapping (page)); /* as the page has them */
  const guint here = (guint) poppler_page_get_index (page);
  guint n = 0;
  double height;

  poppler_page_get_size (page, NULL, &height);
  if (height > SEL_PDF_MAX_SIDE) /* it is not shown, and has nothing to click */
    g_clear_pointer (&links, poppler_page_free_link_mapping);
  for (GList *link = links; link && n < SEL_PDF_MAX_LINKS; link = link->next)
    {
      const PopplerLinkMapping *mapping = link->data;
      const Target target = find_target (document, mapping->action, here);

      if (target.kind == SEL_PDF_TARGET_NOWHERE || !is_on_paper (&mapping->area))
        continue;
      put_link (answer, &mapping->area, &target, height);
      n++;
    }

  sel_frame_put_u32 (answer, 0);
  poppler_page_free_link_mapping (links);
}
