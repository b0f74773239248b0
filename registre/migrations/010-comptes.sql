-- Who may sign in. An id is never given to somebody else: journals and the audit trail name it for years.
CREATE TABLE comptes (
  id text PRIMARY KEY,
  nom text NOT NULL,
  adresse text NOT NULL,
  role text NOT NULL
    CHECK (role IN ('CONSEILLER', 'RESPONSABLE', 'JURISTE', 'ADMINISTRATEUR', 'LECTURE_SEULE', 'EXPLOITATION')),
  agence text REFERENCES agences (id),
  -- Of the password (argon2id, with its salt and its costs); null until its owner has chosen one.
  empreinte text,
  -- Opened by `npm start` for whoever tries Jalon: signed in without a password, and refused in production.
  demonstration boolean NOT NULL DEFAULT false,
  cree_le timestamptz NOT NULL,
  desactive_le timestamptz,
  -- Who sees dossiers sees those of an agency.
  CHECK ((agence IS NULL) = (role IN ('ADMINISTRATEUR', 'EXPLOITATION')))
);
CREATE UNIQUE INDEX comptes_adresse ON comptes (lower(adresse));

-- The browser alone holds the token; here is its hash.
CREATE TABLE sessions (
  jeton_sha256 text PRIMARY KEY,
  compte text NOT NULL REFERENCES comptes (id) ON DELETE CASCADE,
  creee_le timestamptz NOT NULL,
  vue_le timestamptz NOT NULL
);
CREATE INDEX sessions_compte ON sessions (compte);

-- One use: whoever holds it chooses the password of an account.
CREATE TABLE liens_entree (
  jeton_sha256 text PRIMARY KEY,
  compte text NOT NULL REFERENCES comptes (id) ON DELETE CASCADE,
  expire_le timestamptz NOT NULL
);
CREATE INDEX liens_entree_compte ON liens_entree (compte);

-- The chain of the audit trail: each seal holds the hash of its line and of the seal before it. Apart from the lines, so that an act
-- never waits for another one's chain.
CREATE TABLE sceaux (
  rang bigint PRIMARY KEY CHECK (rang > 0),
  trace bigint NOT NULL UNIQUE REFERENCES audit (id),
  empreinte text NOT NULL
);

-- Lines that no seal holds yet: looking for them among millions would cost more each day.
CREATE TABLE traces_a_sceller (
  trace bigint PRIMARY KEY REFERENCES audit (id)
);
INSERT INTO traces_a_sceller SELECT id FROM audit;
CREATE FUNCTION trace_a_sceller() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO traces_a_sceller VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_a_sceller AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION trace_a_sceller();

-- Whatever the role, nothing is changed nor taken out: 42501 is the code of a missing privilege.
CREATE FUNCTION audit_ne_change_pas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_ne_change_pas BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_ne_change_pas();
CREATE TRIGGER sceaux_ne_changent_pas BEFORE UPDATE OR DELETE OR TRUNCATE ON sceaux
  FOR EACH STATEMENT EXECUTE FUNCTION audit_ne_change_pas();
