-- A task put off until a day, by whom and why; and whose it is, when it is not the dossier's own counsellor's.
ALTER TABLE taches
  ADD COLUMN reportee_au date,
  ADD COLUMN reportee_par text,
  ADD COLUMN reportee_motif text,
  ADD COLUMN confiee_a text REFERENCES referents (id);
CREATE INDEX taches_confiees ON taches (confiee_a) WHERE confiee_a IS NOT NULL;
