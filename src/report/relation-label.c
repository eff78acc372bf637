/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/relation-label.h"

#include <glib/gi18n-lib.h>

/* How an agreement of @kind is tied to the one of @own_kind on whose page it stands. */
const char *
sel_relation_label (SelAgreementRelation relation, int own_kind, int kind)
{
  if (own_kind == SEL_AGREEMENT_ADDENDUM && relation == SEL_RELATION_PARENT)
    return C_ ("relation", "Changes");
  if (kind == SEL_AGREEMENT_ADDENDUM && relation == SEL_RELATION_CHILD)
    return C_ ("relation", "Changed by");

  switch (relation)
    {
    case SEL_RELATION_PARENT:
      return C_ ("relation", "Made under");
    case SEL_RELATION_CHILD:
      return C_ ("relation", "Under it");
    case SEL_RELATION_RENEWS:
      return C_ ("relation", "Renews");
    case SEL_RELATION_RENEWED_BY:
    default:
      return C_ ("relation", "Renewed by");
    }
}
