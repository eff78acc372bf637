/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not ours to mend. */
/* libxlsxwriter 1.1 copies the formula of a list twice, and frees one of the two; what fontconfig
 * keeps for cairo until the process ends is no leak. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:lxw_strdup\nleak:libfontconfig";
}
