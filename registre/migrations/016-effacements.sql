-- Erasures, asked for and done: a number, dates, ids of accounts and figures; nothing that names the person. Without a reference to
-- `dossiers`: it outlives the row that it speaks of, and is done again after a copy was brought back.
CREATE TABLE effacements (
  numero text PRIMARY KEY,
  motif text NOT NULL
    CHECK (motif IN ('DEMANDE_DE_LA_PERSONNE', 'OPPOSITION', 'OUVERT_PAR_ERREUR', 'FIN_DE_CONSERVATION', 'REJOUE')),
  demande_le timestamptz NOT NULL,
  demande_par text NOT NULL,
  -- The second person; null as long as nobody confirmed, and for what its age alone erases.
  confirme_le timestamptz,
  confirme_par text CHECK (confirme_par <> demande_par),
  -- What stays of the dossier: where it stood and its dates, then how many letters and appointments of each kind. Null before it is erased.
  agence text,
  etat text,
  ouvert_le timestamptz,
  remise_le date,
  terme date,
  comptes jsonb,
  -- Ids of its appointments: each had a workflow of its own in the engine.
  rendez_vous jsonb NOT NULL DEFAULT '[]',
  -- When the register had nothing left; then the folders and the engine too, each looked at.
  efface_le timestamptz,
  acheve_le timestamptz
);
CREATE INDEX effacements_a_achever ON effacements (demande_le) WHERE acheve_le IS NULL;
