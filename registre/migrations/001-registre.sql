CREATE TABLE agences (
  id text PRIMARY KEY,
  agence jsonb NOT NULL
);

CREATE TABLE referents (
  id text PRIMARY KEY,
  agence text NOT NULL REFERENCES agences (id),
  referent jsonb NOT NULL
);

CREATE TABLE numeros (
  annee integer PRIMARY KEY,
  dernier integer NOT NULL CHECK (dernier BETWEEN 1 AND 999999)
);

CREATE TABLE dossiers (
  numero text PRIMARY KEY,
  empreinte text NOT NULL UNIQUE,
  statut text NOT NULL CHECK (statut IN ('OUVERTURE', 'OUVERT')),
  agence text NOT NULL REFERENCES agences (id),
  referent text NOT NULL REFERENCES referents (id),
  dossier jsonb NOT NULL,
  date_reprise date,
  journal jsonb NOT NULL,
  situation jsonb,
  memoire jsonb,
  version integer NOT NULL DEFAULT 0,
  etat text,
  prochaine_echeance date,
  prochaine_libelle text,
  terme date,
  alertes integer NOT NULL DEFAULT 0,
  cree_le timestamptz NOT NULL,
  maj_le timestamptz NOT NULL
);
CREATE INDEX dossiers_prochaine ON dossiers (prochaine_echeance, numero);
CREATE INDEX dossiers_agence ON dossiers (agence, etat);
CREATE INDEX dossiers_referent ON dossiers (referent, etat);
CREATE INDEX dossiers_en_ouverture ON dossiers (cree_le) WHERE statut = 'OUVERTURE';

CREATE TABLE identites (
  numero text PRIMARY KEY REFERENCES dossiers (numero) ON DELETE CASCADE,
  identite jsonb NOT NULL,
  employeur jsonb
);

CREATE TABLE courriers (
  cle text PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  code text NOT NULL,
  destinataire text NOT NULL,
  base text NOT NULL,
  date_prevue date NOT NULL,
  statut text NOT NULL
    CHECK (statut IN ('EN_REMISE', 'PARTI', 'A_REPRENDRE', 'PERIME', 'EN_TACHE', 'ANNULE', 'RECTIFIE')),
  incertain boolean NOT NULL DEFAULT false,
  cree_le timestamptz NOT NULL,
  maj_le timestamptz NOT NULL,
  parti_le timestamptz
);
CREATE INDEX courriers_numero ON courriers (numero);
CREATE INDEX courriers_statut ON courriers (statut);

CREATE TABLE contenus (
  sha256 text PRIMARY KEY,
  type text NOT NULL,
  taille integer NOT NULL,
  compression text NOT NULL CHECK (compression IN ('aucune', 'brotli')),
  octets bytea NOT NULL
);
-- Already compressed: PostgreSQL need not try again.
ALTER TABLE contenus ALTER COLUMN octets SET STORAGE EXTERNAL;

CREATE TABLE envois (
  cle text NOT NULL REFERENCES courriers (cle) ON DELETE CASCADE,
  rang integer NOT NULL,
  canal text NOT NULL CHECK (canal IN ('EMAIL', 'SMS', 'COURRIER')),
  adresse text NOT NULL,
  message_id text NOT NULL,
  statut text NOT NULL CHECK (statut IN ('EN_REMISE', 'PARTI', 'ECHEC', 'INCERTAIN')),
  tentatives integer NOT NULL,
  objet text NOT NULL,
  gabarit text NOT NULL,
  nom_pdf text,
  donnees_sha256 text NOT NULL REFERENCES contenus (sha256),
  texte_sha256 text REFERENCES contenus (sha256),
  html_sha256 text REFERENCES contenus (sha256),
  pdf_sha256 text REFERENCES contenus (sha256),
  reponse text,
  erreur text,
  prepare_le timestamptz NOT NULL,
  tente_le timestamptz NOT NULL,
  acheve_le timestamptz,
  PRIMARY KEY (cle, rang)
);
CREATE INDEX envois_message_id ON envois (message_id);

CREATE TABLE taches (
  id bigserial PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  cle text NOT NULL UNIQUE,
  type text NOT NULL,
  libelle text NOT NULL,
  echeance date,
  statut text NOT NULL CHECK (statut IN ('A_FAIRE', 'FAITE')),
  cree_le timestamptz NOT NULL,
  faite_le timestamptz,
  faite_par text
);
CREATE INDEX taches_numero ON taches (numero);
CREATE INDEX taches_a_faire ON taches (statut, echeance);

CREATE TABLE audit (
  id bigserial PRIMARY KEY,
  cle text UNIQUE,
  numero text,
  quand timestamptz NOT NULL,
  auteur text NOT NULL,
  acte text NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX audit_numero ON audit (numero, quand);
