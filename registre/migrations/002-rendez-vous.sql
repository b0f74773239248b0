CREATE TABLE rendez_vous (
  id text PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  sorte text NOT NULL CHECK (sorte IN ('ADHESION', 'PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN', 'SUIVI',
    'WORK_CAFE_ACCUEIL', 'WORK_CAFE_PROJET', 'ATELIER', 'WEBINAIRE', 'SESSION_DMA')),
  mode text NOT NULL CHECK (mode IN ('PRESENTIEL', 'VISIO', 'TELEPHONE')),
  debut timestamptz NOT NULL,
  duree_minutes integer NOT NULL CHECK (duree_minutes > 0),
  lieu text,
  lien text,
  intitule text,
  statut text NOT NULL CHECK (statut IN ('PREVU', 'TENU', 'MANQUE', 'ANNULE')),
  sequence integer NOT NULL CHECK (sequence >= 0),
  compte_rendu jsonb,
  cree_le timestamptz NOT NULL,
  fixe_le timestamptz NOT NULL,
  clos_le timestamptz,
  version integer NOT NULL,
  version_suivie integer NOT NULL
);
CREATE INDEX rendez_vous_numero ON rendez_vous (numero, debut);
CREATE INDEX rendez_vous_prevus ON rendez_vous (debut) WHERE statut = 'PREVU';
-- Those whose mail may not follow yet: an act cut between the register and the engine.
CREATE INDEX rendez_vous_a_suivre ON rendez_vous (id) WHERE version > version_suivie;

CREATE TABLE actions (
  id text PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  rendez_vous text REFERENCES rendez_vous (id) ON DELETE CASCADE,
  quoi text NOT NULL,
  pour_le date,
  faite_le date,
  cree_le timestamptz NOT NULL
);
CREATE INDEX actions_numero ON actions (numero, cree_le);

-- What France Travail's list says: a month for which the person declared her situation.
CREATE TABLE actualisations (
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  mois text NOT NULL CHECK (mois ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  le date NOT NULL,
  auteur text NOT NULL,
  enregistree_le timestamptz NOT NULL,
  PRIMARY KEY (numero, mois)
);
