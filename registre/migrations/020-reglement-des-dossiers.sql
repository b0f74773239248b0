-- The règlement that a journey follows, out of its situation, so that a list is narrowed by it; null until a process that knows how has written
-- it (registre/completer-reglements.ts), or its journey the next situation.
ALTER TABLE dossiers ADD COLUMN reglement text;
