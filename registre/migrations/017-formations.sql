-- Trainings that people prepare, before the journey knows of them by a fact: how each is paid for, who gave it up and why.
CREATE TABLE formations_preparees (
  id text PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  intitule text NOT NULL,
  organisme text,
  entree_prevue date,
  -- Null as long as it is not chosen.
  financement text CHECK (financement IN ('CSP', 'REGION', 'POEI', 'CPF', 'AIF')),
  -- The day, where the person lives, on which someone last said something of it: the next step is asked about some days after.
  suivie_le date NOT NULL,
  -- Grows each time it is changed.
  version integer NOT NULL,
  auteur text NOT NULL,
  creee_le timestamptz NOT NULL,
  abandonnee_le date,
  abandonnee_par text,
  abandon_motif text
);
CREATE INDEX formations_preparees_numero ON formations_preparees (numero, creee_le);

-- Their steps that are done, of whatever route; those to do are worked out from the route.
CREATE TABLE demarches (
  formation text NOT NULL REFERENCES formations_preparees (id) ON DELETE CASCADE,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  code text NOT NULL,
  faite_le date NOT NULL,
  auteur text NOT NULL,
  enregistree_le timestamptz NOT NULL,
  PRIMARY KEY (formation, code)
);
CREATE INDEX demarches_numero ON demarches (numero);
