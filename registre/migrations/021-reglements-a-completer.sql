-- Hors transaction.
DROP INDEX CONCURRENTLY IF EXISTS dossiers_sans_reglement;
CREATE INDEX CONCURRENTLY dossiers_sans_reglement ON dossiers (numero) WHERE reglement IS NULL;
