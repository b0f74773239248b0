-- Whose fault a refusal is (domain/catalogue/tort.ts). NOUS: no address is at fault, the letter goes again.
ALTER TABLE envois ADD COLUMN tort text CHECK (tort IN ('ADRESSE', 'BOITE', 'LETTRE', 'NOUS'));
CREATE INDEX envois_refuses ON envois (acheve_le) WHERE tort = 'NOUS';

-- Host part of the UID of its invitations, as the first one was written. Those that left with an e-mail shared its domain.
ALTER TABLE rendez_vous ADD COLUMN domaine text;
UPDATE rendez_vous r SET domaine = (
  SELECT rtrim(split_part(e.message_id, '@', 2), '>')
  FROM courriers c JOIN envois e USING (cle)
  WHERE c.numero = r.numero AND e.ics_sha256 IS NOT NULL AND position('-' || r.id || '-' in c.base) > 0
  ORDER BY e.prepare_le LIMIT 1);

-- All the reminders of one person stopped for a time: who asked, why, until when.
CREATE TABLE blocages_rappels (
  id bigserial PRIMARY KEY,
  numero text NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  jusquau date NOT NULL,
  motif text NOT NULL,
  par text NOT NULL,
  le timestamptz NOT NULL,
  levee_par text,
  levee_le timestamptz
);
CREATE UNIQUE INDEX blocages_rappels_en_cours ON blocages_rappels (numero) WHERE levee_le IS NULL;
