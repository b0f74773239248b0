-- The papers that someone has of a dossier: which one, since when, who said so. Those that are missing are worked out from its facts.
CREATE TABLE pieces (
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  -- What it is and the fact that it proves: `CONTRAT_TRAVAIL/<id of the entry that first stated it>`.
  cle text NOT NULL,
  recue_le date NOT NULL,
  auteur text NOT NULL,
  enregistree_le timestamptz NOT NULL,
  PRIMARY KEY (numero, cle)
);

-- What a counsellor notes of a contact, for her agency alone. Never rewritten: withdrawn, it is no longer shown.
CREATE TABLE notes (
  id text PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  -- That of its author when she wrote it: a dossier given to another agency does not take its notes along.
  agence text NOT NULL,
  le date NOT NULL,
  texte text NOT NULL,
  auteur text NOT NULL,
  creee_le timestamptz NOT NULL,
  retiree_le timestamptz,
  retiree_par text,
  retrait_motif text
);
CREATE INDEX notes_numero ON notes (numero, le);
