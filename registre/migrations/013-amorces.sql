-- What contents of one kind have in common, stored once: the beginning of a Brotli stream that each of them goes on from.
CREATE TABLE amorces (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 text NOT NULL UNIQUE,
  -- Of what the beginning says, before compression: what is read of a content comes after it.
  taille integer NOT NULL,
  octets bytea NOT NULL
);
ALTER TABLE amorces ALTER COLUMN octets SET STORAGE EXTERNAL;

ALTER TABLE contenus ADD COLUMN amorce integer REFERENCES amorces (id);
