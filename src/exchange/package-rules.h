/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a package may hold. Who writes one and who opens one keep to the same rules. */
#pragma once

#include "confined/package-manifest.h"
#include "exchange/package-job.h"

G_BEGIN_DECLS

gboolean sel_package_rules_check (const SelPackageManifest *manifest,
                                  const SelPackageJob *job,
                                  GError **error);

G_END_DECLS
