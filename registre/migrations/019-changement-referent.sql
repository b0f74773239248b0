-- Who followed the person before her référent first changed, and when that last happened: what the letter that tells her is decided on. Null
-- for what changed before such a letter existed: nobody is written to about it.
ALTER TABLE dossiers ADD COLUMN changement_referent jsonb;
