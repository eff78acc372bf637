/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/findings.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "domain/region.h"

struct _SelFindings
{
  const SelRecordType *type; /* of the record that is being checked */
  GArray *findings;          /* of SelFinding */
};

static void
clear_finding (gpointer data)
{
  g_clear_pointer (&((SelFinding *) data)->message, g_free);
}

SelFindings *
sel_findings_new (void)
{
  SelFindings *self = g_new0 (SelFindings, 1);

  self->findings = g_array_new (FALSE, FALSE, sizeof (SelFinding));
  g_array_set_clear_func (self->findings, clear_finding);
  return self;
}

void
sel_findings_free (SelFindings *self)
{
  g_array_unref (self->findings);
  g_free (self);
}

guint
sel_findings_get_n (const SelFindings *self)
{
  return self->findings->len;
}

const SelFinding *
sel_findings_get (const SelFindings *self, guint position)
{
  return &g_array_index (self->findings, SelFinding, position);
}

/* The first finding that keeps the record out, or NULL. */
const SelFinding *
sel_findings_first_error (const SelFindings *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (sel_findings_get (self, i)->severity == SEL_ERROR)
      return sel_findings_get (self, i);

  return NULL;
}

/* Whose fields are named from here on. */
void
sel_findings_set_type (SelFindings *self, const SelRecordType *type)
{
  self->type = type;
}

void
sel_findings_add (SelFindings *self, const char *field, SelSeverity severity, const char *message)
{
  SelFinding finding = { sel_record_type_field (self->type, field), severity, g_strdup (message) };

  g_assert (finding.field);
  g_array_append_val (self->findings, finding);
}

/* Adds an error when both days are known and the last lies before the first. */
void
sel_findings_check_period (SelFindings *self,
                           const char *field,
                           const GDate *starts_on,
                           const GDate *ends_on)
{
  if (g_date_valid (starts_on) && g_date_valid (ends_on) && g_date_compare (starts_on, ends_on) > 0)
    sel_findings_add (self, field, SEL_ERROR, _ ("The last day lies before the first."));
}

/* Regions split and merge, so a code that is not known is no more than a warning. */
void
sel_findings_check_region (SelFindings *self, const char *field, const char *code)
{
  if (code && sel_region_name (code) == NULL)
    sel_findings_add (self, field, SEL_WARNING, _ ("The region code is not known."));
}

/* Every finding of domain/nik.h as a finding of @field. */
void
sel_findings_check_nik (SelFindings *self,
                        const char *field,
                        const char *nik,
                        gboolean is_female,
                        gboolean sex_is_known,
                        const GDate *birth_date)
{
  SelNikFindings flags = sel_nik_check (nik, sex_is_known, is_female, birth_date);

  for (guint bit = 1; flags; bit <<= 1)
    if (flags & bit)
      {
        sel_findings_add (self,
                          field,
                          sel_nik_finding_is_error (bit) ? SEL_ERROR : SEL_WARNING,
                          sel_nik_finding_message (bit));
        flags &= ~bit;
      }
}

/* Fills @findings anew with what is wrong with @record: what its table asks for first, then what
 * is special about its type. */
void
sel_record_check (const SelRecordType *type,
                  gconstpointer record,
                  const GDate *today,
                  SelFindings *findings)
{
  g_array_set_size (findings->findings, 0);
  findings->type = type;

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & SEL_FIELD_OPTIONAL) &&
        sel_field_is_empty (&type->fields[i], record))
      sel_findings_add (findings, type->fields[i].name, SEL_ERROR, _ ("It is missing."));

  if (type->check)
    type->check (record, today, findings);
}
