-- Selaras register, version 10: the text of the pages of the PDFs, to be found in. All of it was read
-- from them and can be read again: it is in no log and in no export.

-- What was read, or could not be.
CREATE TABLE page_source (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE, -- of the content
  n_pages INTEGER NOT NULL,
  fold INTEGER NOT NULL, -- which version of the fold its words are in the index in; 0 for not in it
  trouble TEXT -- why it cannot be read: 'encrypted', 'damaged', 'too_large', 'failed'; else NULL
) STRICT;
CREATE INDEX page_source_in_trouble ON page_source (id) WHERE trouble IS NOT NULL;

CREATE TABLE page_text (
  id INTEGER PRIMARY KEY, -- that of its source times 32,768, and the page, from 0
  text TEXT NOT NULL
) STRICT;

-- Their words, folded by domain/word-fold.c.
CREATE VIRTUAL TABLE page_words USING fts5 (
  words, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
