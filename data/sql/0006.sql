-- Selaras register, version 6: a table has no number among the files of its sender.

-- Before, it had the moment in which it was last changed, beside which every exchange file is old.
UPDATE exchange SET sequence = 0
  WHERE sequence > 0 AND strftime ('%s', made_at) = CAST (sequence AS TEXT);
