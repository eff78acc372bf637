/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as a file for other calendars. */
#pragma once

#include "exchange/calendar.h"
#include "ui/office.h"

G_BEGIN_DECLS

void sel_schedule_file_write (const char *path, const SelCalendarChoice *choice, SelOffice *office);

G_END_DECLS
