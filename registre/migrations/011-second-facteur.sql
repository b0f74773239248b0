-- The secret that an account shares with an authenticator application, closed by the keys of the codec; null: a password is enough.
ALTER TABLE comptes ADD COLUMN second_facteur text;
-- The step of the last code that was used: the same one, seen over a shoulder, opens nothing.
ALTER TABLE comptes ADD COLUMN second_facteur_pas bigint;
