/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement-text.h"

#include <string.h>

#define MARK_PATTERN "^( *)(#|=|>|<|:|&|\\||-|\\(\\d+\\)|\\d+\\.|[a-z]\\.) +(.*)$"

static void
block_free (AgreementBlock *self)
{
  g_free (self->mark);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
agreement_text_free (AgreementText *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_free (self->emblems);
  g_free (self->columns);
  g_free (self->header);
  g_free (self->footer);
  g_free (self->font);
  g_free (self->scan);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static gboolean
read_head_line (AgreementText *self, char *line, GError **error)
{
  struct
  {
    const char *key;
    char **member;
  } keys[] = {
    { "title", &self->title },
    { "author", &self->author },
    { "date", &self->date },
    { "emblems", &self->emblems },
    { "columns", &self->columns },
    { "header", &self->header },
    { "footer", &self->footer },
    { "font", &self->font },
    { "scan", &self->scan },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize length = strlen (keys[i].key);

      if (strncmp (line, keys[i].key, length) == 0 && line[length] == ':')
        {
          *keys[i].member = g_strdup (g_strstrip (line + length + 1));
          return TRUE;
        }
    }

  g_set_error (error,
               G_FILE_ERROR,
               G_FILE_ERROR_INVAL,
               "“%s” is not a line of the head: write one of the keys, a colon and a value",
               line);
  return FALSE;
}

static AgreementBlock *
open_block (const char *line, GMatchInfo *match)
{
  gboolean is_marked = g_match_info_matches (match);
  g_autofree char *text = is_marked ? g_match_info_fetch (match, 3) : g_strdup (line);
  AgreementBlock *block = g_new0 (AgreementBlock, 1);

  block->depth = (guint) strspn (line, " ") / 2;
  block->mark = is_marked ? g_match_info_fetch (match, 2) : NULL;
  block->text = g_string_new (g_strstrip (text));
  return block;
}

static void
read_blocks (AgreementText *self, char **lines)
{
  g_autoptr (GRegex) pattern = g_regex_new (MARK_PATTERN, 0, 0, NULL);
  AgreementBlock *open = NULL;

  for (; *lines; lines++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (pattern, *lines, 0, &match);
      if (**lines == '\0')
        {
          open = NULL;
        }
      else if (open && !g_match_info_matches (match))
        {
          g_string_append_c (open->text, ' ');
          g_string_append (open->text, g_strstrip (*lines));
        }
      else
        {
          open = open_block (*lines, match);
          g_ptr_array_add (self->blocks, open);
        }
    }
}

AgreementText *
agreement_text_read (const char *path, GError **error)
{
  g_autoptr (AgreementText) self = g_new0 (AgreementText, 1);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  char **line;

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;

  lines = g_strsplit (content, "\n", 0);
  for (line = lines; *line && **line; line++)
    if (!read_head_line (self, *line, error))
      return NULL;

  if (!self->title || !self->author || !self->date)
    {
      g_set_error (error,
                   G_FILE_ERROR,
                   G_FILE_ERROR_INVAL,
                   "%s: title, author or date is missing",
                   path);
      return NULL;
    }
  read_blocks (self, line);
  return g_steal_pointer (&self);
}

gboolean
agreement_block_has_mark (const AgreementBlock *self, const char *mark)
{
  return g_strcmp0 (self->mark, mark) == 0;
}

/* What "|" parts, without the blanks around it. */
GStrv
agreement_block_pieces (const AgreementBlock *self)
{
  GStrv pieces = g_strsplit (self->text->str, "|", AGREEMENT_MAX_PIECES);

  for (guint i = 0; pieces[i]; i++)
    g_strstrip (pieces[i]);
  return pieces;
}
