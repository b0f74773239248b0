-- What was announced to a journey and that it has not taken in yet: sent again until it has. Adopted by several dossiers, an act has one id.
CREATE TABLE messages_en_attente (
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  id text NOT NULL,
  acte text NOT NULL,
  contenu jsonb NOT NULL,
  auteur text NOT NULL,
  recu_le timestamptz NOT NULL,
  renvois integer NOT NULL DEFAULT 0,
  PRIMARY KEY (numero, id)
);
CREATE INDEX messages_en_attente_recus ON messages_en_attente (recu_le);
