-- Selaras register, version 8: why an agreement is otherwise than it should be, as where it outlives
-- the one that it is made under.

ALTER TABLE agreement ADD COLUMN exception_why TEXT;
