/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/pdf-contents.h"
#include "ui/pages/page-view.h"

G_BEGIN_DECLS

void sel_page_follow (SelPageView *view, const SelPdfTarget *target);

G_END_DECLS
