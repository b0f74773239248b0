-- Who an account is for the identity provider: the pair that never names two people, and that neither an address nor a name replaces.
-- Null: it enters by a password, or nobody has chosen yet.
ALTER TABLE comptes ADD COLUMN emetteur text;
ALTER TABLE comptes ADD COLUMN sujet text;
-- One way in at a time.
ALTER TABLE comptes ADD CHECK ((emetteur IS NULL) = (sujet IS NULL) AND (emetteur IS NULL OR empreinte IS NULL));
CREATE UNIQUE INDEX comptes_identite ON comptes (emetteur, sujet);

-- What the provider asks for to end its own session with ours, closed by the keys of the codec.
ALTER TABLE sessions ADD COLUMN jeton_identite text;
