-- Everything that a dossier is looked for by, folded where it is written (registre/recherche.ts); null until a process that knows how
-- has done it.
ALTER TABLE identites ADD COLUMN recherche text;
CREATE INDEX identites_a_replier ON identites (numero) WHERE recherche IS NULL;

-- Any part of a word, where the server brings pg_trgm and lets us have it; elsewhere a search reads the whole table.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX identites_recherche ON identites USING gin (recherche gin_trgm_ops);
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
  RAISE NOTICE 'pg_trgm : %', SQLERRM;
END $$;
