-- Why a task that something recorded would have closed was put away without it.
ALTER TABLE taches ADD COLUMN motif text;
