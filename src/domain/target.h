/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/enrolment.h"
#include "domain/follow-up.h"
#include "domain/programme.h"

G_BEGIN_DECLS

/* The bit of a stage in a set of stages. */
#define SEL_STAGE_BIT(stage) (1u << (stage))

gboolean sel_target_is_reached (SelTargetStage target, guint stages, int outcome);

G_END_DECLS
