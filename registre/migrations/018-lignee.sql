-- Which server, line of time and database of PostgreSQL the register was at the last sign of life. Another one: it comes back from a copy,
-- which has forgotten letters that left.
ALTER TABLE battement ADD COLUMN lignee text;
