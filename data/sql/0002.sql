-- Selaras register, version 2: the words of names without their places and counts, which nobody asks
-- for and which took two thirds of the time to write.

DROP TABLE participant_words;
CREATE VIRTUAL TABLE participant_words USING fts5 (
  name, content = 'participant', content_rowid = 'id', detail = none, columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO participant_words (participant_words) VALUES ('rebuild');
