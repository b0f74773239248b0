-- The last sign of life of the workers: one row.
CREATE TABLE battement (
  seul boolean PRIMARY KEY DEFAULT true CHECK (seul),
  le timestamptz NOT NULL
);

-- Hours during which nothing ran: what binds then waits for someone to have seen, or for a release.
CREATE TABLE interruptions (
  id bigserial PRIMARY KEY,
  debut timestamptz NOT NULL,
  fin timestamptz NOT NULL,
  liberee_le timestamptz,
  liberee_par text
);
