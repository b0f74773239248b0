-- What a monthly tour wrote, by its base: `2026-10-OUVERTURE`.
CREATE INDEX courriers_flotte ON courriers (base, statut) WHERE code = 'RAPPEL_ACTUALISATION';

-- Each envoi is written twice, before and after the hand-off: room on its page spares the indexes the second time.
ALTER TABLE envois SET (fillfactor = 75);

CREATE TABLE absences_referents (
  id bigserial PRIMARY KEY,
  referent text NOT NULL REFERENCES referents (id) ON DELETE CASCADE,
  debut date NOT NULL,
  fin date NOT NULL CHECK (fin >= debut),
  remplacant text NOT NULL REFERENCES referents (id) ON DELETE CASCADE CHECK (remplacant <> referent)
);
CREATE INDEX absences_referents_fin ON absences_referents (fin, debut);

-- The morning digest of a portfolio, once a day. SANS_OBJET: looked at, nothing to say.
CREATE TABLE points_du_matin (
  referent text NOT NULL REFERENCES referents (id) ON DELETE CASCADE,
  jour date NOT NULL,
  statut text NOT NULL CHECK (statut IN ('EN_REMISE', 'PARTI', 'ECHEC', 'SANS_OBJET')),
  -- Who reads it: the counsellor, the one who stands in, or the agency when nobody is left (null).
  lecteur text REFERENCES referents (id) ON DELETE CASCADE,
  incertain boolean NOT NULL DEFAULT false,
  tentatives integer NOT NULL,
  adresse text,
  message_id text,
  objet text,
  gabarit text,
  texte_sha256 text REFERENCES contenus (sha256),
  html_sha256 text REFERENCES contenus (sha256),
  reponse text,
  erreur text,
  tente_le timestamptz NOT NULL,
  acheve_le timestamptz,
  PRIMARY KEY (referent, jour)
);
