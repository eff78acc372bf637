/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the field are not what the standard says: identifiers are padded, elements come in any
 * order and in capitals, the type of a member is an attribute or an element, text is declared as
 * one encoding and is another. What can be understood is.
 *
 * Many have a DOCTYPE, since the standard came with a DTD, so that it is tolerated here, unlike in
 * an exchange file: nothing is loaded for it, and the first use of an entity that is not XML's own
 * ends the reading. */
#include "confined/ims-reader.h"

#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "confined/csv-text.h"
#include "confined/whole.h"

#define MOST_DEPTH 32
#define MOST_OTHERS 200

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  SelSheetTeller *teller;
  xmlParserCtxtPtr parser;
  GString *path; /* of the open elements, "/enterprise/person/name" */
  GString *text; /* of the innermost */
  guint line;    /* where the record begins */
  char *record[SEL_N_IMS_CELLS];
  char *group;        /* of the membership that is open */
  GHashTable *others; /* how often, by path */
  gboolean has_root;
} Reader;

/* Where in a record each element's text goes. */
static const struct
{
  const char *path;
  SelImsCell cell;
} places[] = {
  { "/enterprise/person/sourcedid/id", SEL_IMS_ID },
  { "/enterprise/person/name/fn", SEL_IMS_FULL_NAME },
  { "/enterprise/person/name/n/family", SEL_IMS_FAMILY },
  { "/enterprise/person/name/n/given", SEL_IMS_GIVEN },
  { "/enterprise/person/demographics/gender", SEL_IMS_GENDER },
  { "/enterprise/person/demographics/bday", SEL_IMS_BIRTH_DATE },
  { "/enterprise/person/tel", SEL_IMS_PHONE },
  { "/enterprise/person/adr/street", SEL_IMS_ADDRESS },
  { "/enterprise/group/sourcedid/id", SEL_IMS_ID },
  { "/enterprise/group/description/short", SEL_IMS_FULL_NAME },
  { "/enterprise/group/description/long", SEL_IMS_FAMILY },
  { "/enterprise/group/timeframe/begin", SEL_IMS_BEGIN },
  { "/enterprise/group/timeframe/end", SEL_IMS_END },
  { "/enterprise/membership/member/sourcedid/id", SEL_IMS_MEMBER },
  { "/enterprise/membership/member/idtype", SEL_IMS_ID_TYPE },
  { "/enterprise/membership/member/role/status", SEL_IMS_STATUS },
};

/* What says nothing of its own, or nothing that anybody would miss. */
static const char *const passed[] = {
  "/enterprise", "/enterprise/person", "/enterprise/person/name", "/enterprise/person/name/n",
  "/enterprise/person/demographics", "/enterprise/person/adr", "/enterprise/person/sourcedid",
  "/enterprise/person/sourcedid/source", "/enterprise/group", "/enterprise/group/description",
  "/enterprise/group/timeframe", "/enterprise/group/sourcedid",
  "/enterprise/group/sourcedid/source", "/enterprise/membership",
  "/enterprise/membership/sourcedid", "/enterprise/membership/sourcedid/source",
  "/enterprise/membership/sourcedid/id", "/enterprise/membership/member",
  "/enterprise/membership/member/sourcedid", "/enterprise/membership/member/sourcedid/source",
  "/enterprise/membership/member/role", NULL
};

static void
stop (Reader *self, SelSheetProblem problem, const char *detail)
{
  self->teller->row = self->parser && self->parser->input ? (guint) self->parser->input->line : 0;
  sel_sheet_teller_stop (self->teller, problem, detail);
}

static gboolean
is_at (Reader *self, const char *path)
{
  return strcmp (self->path->str, path) == 0;
}

/* The first that is said counts: an element may stand several times. */
static void
set_cell (Reader *self, SelImsCell cell, const char *text)
{
  if (self->record[cell] == NULL && *text)
    self->record[cell] = g_strdup (text);
}

static void
clear_record (Reader *self)
{
  for (guint i = 0; i < SEL_N_IMS_CELLS; i++)
    g_clear_pointer (&self->record[i], g_free);
}

static void
take_attribute (Reader *self, const xmlChar **attributes, int n, const char *name, SelImsCell cell)
{
  for (int i = 0; i < n; i++)
    if (g_ascii_strcasecmp ((const char *) attributes[5 * i], name) == 0)
      {
        g_autofree char *value =
          g_strndup ((const char *) attributes[5 * i + 3],
                     (gsize) (attributes[5 * i + 4] - attributes[5 * i + 3]));

        set_cell (self, cell, g_strstrip (value));
      }
}

/* Whether the open element is directly within one that is looked into. */
static gboolean
is_within_passed (Reader *self)
{
  const gsize length = (gsize) (strrchr (self->path->str, '/') - self->path->str);

  for (guint i = 0; passed[i]; i++)
    if (strlen (passed[i]) == length && strncmp (passed[i], self->path->str, length) == 0)
      return TRUE;

  return FALSE;
}

/* Counts an element that has no place; what is within it goes with it. */
static void
count_other (Reader *self)
{
  const char *path = self->path->str + strlen ("/enterprise/");
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_at (self, places[i].path))
      return;
  if (g_strv_contains (passed, self->path->str) || !is_within_passed (self) ||
      is_at (self, "/enterprise/properties")) /* of the file, not of anybody in it */
    return;

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->others, path));
  if (n || g_hash_table_size (self->others) < MOST_OTHERS)
    g_hash_table_replace (self->others, g_strdup (path), GUINT_TO_POINTER (n + 1));
}

static void
begin_record (Reader *self, const char *kind, const xmlChar **attributes, int n_attributes)
{
  clear_record (self);
  self->line = (guint) self->parser->input->line;
  set_cell (self, SEL_IMS_KIND, kind);
  take_attribute (self, attributes, n_attributes, "recstatus", SEL_IMS_RECSTATUS);
  take_attribute (self, attributes, n_attributes, "idtype", SEL_IMS_ID_TYPE);
}

static void
start_cb (gpointer user_data,
          const xmlChar *name,
          G_GNUC_UNUSED const xmlChar *prefix,
          G_GNUC_UNUSED const xmlChar *uri,
          G_GNUC_UNUSED int n_namespaces,
          G_GNUC_UNUSED const xmlChar **namespaces,
          int n_attributes,
          G_GNUC_UNUSED int n_defaulted,
          const xmlChar **attributes)
{
  Reader *self = user_data;
  g_autofree char *folded = g_ascii_strdown ((const char *) name, -1);

  if (self->path->len + strlen (folded) > MOST_DEPTH * 64)
    {
      stop (self, SEL_SHEET_PROBLEM_MALFORMED, NULL);
      return;
    }

  g_string_append_printf (self->path, "/%s", folded);
  g_string_truncate (self->text, 0);
  self->has_root = self->has_root || is_at (self, "/enterprise");
  if (is_at (self, "/enterprise/person"))
    begin_record (self, SEL_IMS_PERSON, attributes, n_attributes);
  else if (is_at (self, "/enterprise/group"))
    begin_record (self, SEL_IMS_GROUP, attributes, n_attributes);
  else if (is_at (self, "/enterprise/membership/member"))
    begin_record (self, SEL_IMS_MEMBER_OF, attributes, n_attributes);
  else if (is_at (self, "/enterprise/membership/member/role"))
    {
      take_attribute (self, attributes, n_attributes, "roletype", SEL_IMS_ROLE);
      take_attribute (self, attributes, n_attributes, "recstatus", SEL_IMS_RECSTATUS);
    }
  else
    count_other (self);
}

static void
text_cb (gpointer user_data, const xmlChar *text, int length)
{
  Reader *self = user_data;

  if (self->text->len + (gsize) length > SEL_SHEET_MOST_CELL)
    stop (self, SEL_SHEET_PROBLEM_CELL_TOO_LONG, NULL);
  else
    g_string_append_len (self->text, (const char *) text, length);
}

static void
tell_record (Reader *self)
{
  self->teller->row = self->line;
  for (guint i = 0; i < SEL_N_IMS_CELLS && !self->teller->is_over; i++)
    sel_sheet_teller_add_cell (self->teller, SEL_CELL_TEXT, self->record[i]);
  sel_sheet_teller_end_row (self->teller);
  clear_record (self);
}

/* A membership may name its group before or after its members, so that it follows them. */
static void
tell_membership (Reader *self)
{
  clear_record (self);
  self->line = (guint) self->parser->input->line;
  set_cell (self, SEL_IMS_KIND, SEL_IMS_MEMBERSHIP);
  set_cell (self, SEL_IMS_ID, self->group ? self->group : "");
  tell_record (self);
  g_clear_pointer (&self->group, g_free);
}

static void
end_cb (gpointer user_data,
        G_GNUC_UNUSED const xmlChar *name,
        G_GNUC_UNUSED const xmlChar *prefix,
        G_GNUC_UNUSED const xmlChar *uri)
{
  Reader *self = user_data;
  g_autofree char *text = g_strstrip (g_strdup (self->text->str));
  const char *slash = strrchr (self->path->str, '/');

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_at (self, places[i].path))
      set_cell (self, places[i].cell, text);

  if (is_at (self, "/enterprise/membership/sourcedid/id") && self->group == NULL)
    self->group = g_strdup (text);
  else if (is_at (self, "/enterprise/membership"))
    tell_membership (self);
  else if (is_at (self, "/enterprise/person") || is_at (self, "/enterprise/group") ||
           is_at (self, "/enterprise/membership/member"))
    tell_record (self);

  g_string_truncate (self->text, 0);
  if (slash)
    g_string_truncate (self->path, (gsize) (slash - self->path->str));
}

static void
entity_cb (gpointer user_data, G_GNUC_UNUSED const xmlChar *name)
{
  stop (user_data, SEL_SHEET_PROBLEM_ENTITY, NULL);
}

static void
error_cb (void *user_data, xmlErrorPtr error)
{
  Reader *self = user_data;

  if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
    stop (self, SEL_SHEET_PROBLEM_ENTITY, NULL);
  else if (error->level >= XML_ERR_ERROR && error->code != XML_WAR_NS_URI &&
           error->domain != XML_FROM_NAMESPACE)
    stop (self, SEL_SHEET_PROBLEM_MALFORMED, NULL);
}

/* Whether the file begins as XML whose first element is that of IMS Enterprise. */
gboolean
sel_ims_reader_knows (const guint8 *bytes, gsize length)
{
  g_autofree char *start = g_ascii_strdown ((const char *) bytes, (gssize) length);
  const char *at = start;

  if (strncmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  at += strspn (at, " \t\r\n");
  return *at == '<' && g_regex_match_simple ("<([a-z_][\\w.-]*:)?enterprise[\\s>/]", at,
                                             G_REGEX_RAW, 0);
}

/* What the file says of its encoding: UTF-8 is looked at, since it is often said in vain, and the
 * Latin ones are read as what they are in practice. FALSE for one that is not read here. */
static gboolean
find_encoding (int file, SelSheetEncoding *encoding, char **declared)
{
  static const char *const latin[] = { "iso-8859-1", "iso8859-1", "latin1", "latin-1",
                                       "windows-1252", "cp1252", NULL };
  static const char *const unicode[] = { "utf-8", "utf8", "us-ascii", "ascii", NULL };
  char start[512] = { 0 };
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex =
    g_regex_new ("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)", G_REGEX_RAW, 0, NULL);
  g_autofree char *folded = NULL;

  *encoding = 0;
  sel_read_whole (file, start, sizeof start - 1);
  if (!g_regex_match_full (regex, start, (gssize) strlen (start), 0, 0, &match, NULL))
    return TRUE;

  *declared = g_match_info_fetch (match, 1);
  folded = g_ascii_strdown (*declared, -1);
  if (g_strv_contains (latin, folded))
    *encoding = SEL_ENCODING_WINDOWS_1252;
  return *encoding || g_strv_contains (unicode, folded);
}

static void
read_all (Reader *self, SelCsvText *input)
{
  SelSheetProblem problem;
  const char *text;
  gsize length, n_read;

  do
    {
      if ((problem = sel_csv_text_next (input, &text, &length, &n_read)))
        stop (self, problem, NULL);
      else if (length || n_read == 0)
        xmlParseChunk (self->parser, text, (int) length, n_read == 0);
      sel_sheet_teller_progress (self->teller, n_read);
    }
  while (n_read && !self->teller->is_over);

  if (!self->teller->is_over && (!self->parser->wellFormed || !self->has_root))
    stop (self, SEL_SHEET_PROBLEM_MALFORMED, NULL);
}

static void
tell_others (Reader *self)
{
  GHashTableIter iter;
  gpointer path, n;

  clear_record (self); /* of one that the file broke off in */
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &path, &n))
    {
      self->record[SEL_IMS_KIND] = g_strdup (SEL_IMS_OTHER);
      self->record[SEL_IMS_ID] = g_strdup (path);
      self->record[SEL_IMS_COUNT] = g_strdup_printf ("%u", GPOINTER_TO_UINT (n));
      self->line = MAX (self->line, 1);
      tell_record (self);
    }
}

static xmlParserInputPtr
load_nothing (G_GNUC_UNUSED const char *url,
              G_GNUC_UNUSED const char *id,
              G_GNUC_UNUSED xmlParserCtxtPtr parser)
{
  return NULL;
}

static void
parse (Reader *self, SelCsvText *input)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .reference = entity_cb,
    .serror = error_cb,
  };
  g_autoptr (xmlParserCtxt) parser = xmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL);

  if (parser == NULL)
    {
      stop (self, SEL_SHEET_PROBLEM_UNREADABLE, NULL);
      return;
    }

  self->parser = parser;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  sel_sheet_teller_found (self->teller, SEL_SHEET_IMS, 0, input->encoding, 0, NULL);
  read_all (self, input);
  tell_others (self);
  sel_sheet_teller_finish (self->teller);
  g_clear_pointer (&parser->myDoc, xmlFreeDoc); /* which libxml2 makes for a DTD with entities */
}

/* @file: (transfer none): open for reading, and a file that can be read from any place */
void
sel_ims_reader_run (SelSheetTeller *teller, int file)
{
  Reader self = { .teller = teller };
  g_autofree SelCsvText *input = g_new (SelCsvText, 1);
  g_autofree char *declared = NULL;
  SelSheetEncoding encoding = 0;
  SelSheetProblem problem;

  xmlInitParser ();
  xmlSetExternalEntityLoader (load_nothing);
  self.path = g_string_new (NULL);
  self.text = g_string_new (NULL);
  self.others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (lseek (file, 0, SEEK_SET) != 0 || !find_encoding (file, &encoding, &declared))
    sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_XML_ENCODING, declared);
  problem = sel_csv_text_open (input, file, encoding);
  if (problem)
    sel_sheet_teller_stop (teller, problem, NULL);
  if (!teller->is_over)
    parse (&self, input);

  sel_csv_text_clear (input);
  clear_record (&self);
  g_free (self.group);
  g_string_free (self.path, TRUE);
  g_string_free (self.text, TRUE);
  g_hash_table_unref (self.others);
}
