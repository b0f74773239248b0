ALTER TABLE courriers DROP CONSTRAINT courriers_statut_check;
ALTER TABLE courriers ADD CONSTRAINT courriers_statut_check
  CHECK (statut IN ('EN_REMISE', 'PARTI', 'A_REPRENDRE', 'RETENU', 'PERIME', 'EN_TACHE', 'ANNULE', 'RECTIFIE'));

-- REJETE: the channel took it and gave it back (bounce), or refused the address for good (5xx).
ALTER TABLE envois DROP CONSTRAINT envois_statut_check;
ALTER TABLE envois ADD CONSTRAINT envois_statut_check
  CHECK (statut IN ('EN_REMISE', 'PARTI', 'ECHEC', 'INCERTAIN', 'REJETE'));
ALTER TABLE envois ADD COLUMN ics_sha256 text REFERENCES contenus (sha256);
ALTER TABLE envois ADD COLUMN recommande boolean NOT NULL DEFAULT false;

-- One letter held by a counsellor, whether it was ever prepared or not.
CREATE TABLE retenues (
  id bigserial PRIMARY KEY,
  cle text NOT NULL,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  motif text NOT NULL,
  par text NOT NULL,
  le timestamptz NOT NULL,
  levee_par text,
  levee_le timestamptz
);
CREATE UNIQUE INDEX retenues_en_cours ON retenues (cle) WHERE levee_le IS NULL;
CREATE INDEX retenues_numero ON retenues (numero);

-- Letters held by an operator: those of a code, of an agency, of both, or all of them when neither is given.
CREATE TABLE suspensions_courriers (
  id bigserial PRIMARY KEY,
  code text,
  agence text REFERENCES agences (id),
  motif text NOT NULL,
  par text NOT NULL,
  le timestamptz NOT NULL,
  levee_par text,
  levee_le timestamptz
);
CREATE UNIQUE INDEX suspensions_courriers_en_cours
  ON suspensions_courriers (code, agence) NULLS NOT DISTINCT WHERE levee_le IS NULL;

-- What mail servers said of a letter after they had taken it; never the address, nor their own words, which may quote it.
CREATE TABLE rebonds (
  id bigserial PRIMARY KEY,
  cle text NOT NULL,
  rang integer NOT NULL,
  sorte text NOT NULL CHECK (sorte IN ('DEFINITIF', 'RETARDE')),
  code text,
  recu_le timestamptz NOT NULL,
  FOREIGN KEY (cle, rang) REFERENCES envois (cle, rang) ON DELETE CASCADE
);
CREATE INDEX rebonds_envoi ON rebonds (cle, rang);
