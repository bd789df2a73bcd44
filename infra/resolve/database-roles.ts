import { databaseClientImage, databaseRoles, type LoginSpec, type MigrationSpec } from "../../components/contract";
import { fallback, stack, type TracedFields } from "./traced";

/**
 * Makes the roles of the database, as its administrator, before every migration: the role that owns everything and can't
 * sign in, and the current login of the application. Each login acts as the owner, so every table belongs to the owner, and
 * a later login finds it. The previous login stays, for containers that still run; older ones can't sign in any more. psql
 * itself computes the verifier of a password (`\password`), so no clear text reaches the server or its log.
 */
const script = `\\getenv owner OWNER_ROLE
\\getenv login LOGIN_ROLE
\\getenv number LOGIN_NUMBER
SET client_min_messages = warning;
BEGIN;
SELECT format('CREATE ROLE %I', :'owner') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \\gexec
SELECT format('ALTER ROLE %I NOLOGIN', :'owner') \\gexec
SELECT format('GRANT %I TO CURRENT_USER', :'owner') \\gexec
SELECT format('ALTER DATABASE %I OWNER TO %I', datname, :'owner') FROM pg_database
WHERE datname = current_database() AND pg_get_userbyid(datdba) <> :'owner' \\gexec
SELECT format('CREATE ROLE %I', :'login') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'login') \\gexec
SELECT format('GRANT %I TO %I', :'owner', :'login') \\gexec
SELECT format('ALTER ROLE %I IN DATABASE %I SET role = %L', :'login', current_database(), :'owner') \\gexec
\\password :login
SELECT format('ALTER ROLE %I LOGIN', :'login') \\gexec
WITH earlier AS (
  SELECT rolname, row_number() OVER (ORDER BY substring(rolname FROM length(:'owner') + 2)::int DESC) AS age
  FROM pg_roles
  WHERE rolcanlogin AND starts_with(rolname, :'owner' || '_')
    AND CASE WHEN substring(rolname FROM length(:'owner') + 2) ~ '^[1-9][0-9]{0,8}$'
      THEN substring(rolname FROM length(:'owner') + 2)::int < :number ELSE false END
)
SELECT format('ALTER ROLE %I NOLOGIN PASSWORD NULL', rolname) FROM earlier WHERE age > 1 \\gexec
COMMIT;
`;

/** Only our own script writes files. psql asks twice for a new password, on standard input if there is no terminal. */
const steps = [
  `printf '%s' "$ROLES_SCRIPT" > /tmp/roles.sql`,
  `printf '%s\\n%s\\n' "$LOGIN_PASSWORD" "$LOGIN_PASSWORD" | psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --file=/tmp/roles.sql`,
].join(" && ");

/**
 * Container Apps sets no user, and an image of PostgreSQL starts as root, as its entry point steps down by itself
 * (docker-library/postgres). The command takes the place of that entry point, and so steps down as well: by `gosu`, which those
 * images have, else by `su`. An image without the user `postgres` keeps the user that it has.
 */
const asPostgres = [
  "if id -u | grep -qx 0 && id postgres > /dev/null 2>&1; then",
  'if command -v gosu > /dev/null; then exec gosu postgres sh -c "$1"; fi;',
  'exec su -s /bin/sh -c "$1" postgres;',
  "fi;",
  'exec sh -c "$1"',
].join(" ");

const command = ["sh", "-c", asPostgres, databaseRoles, steps];

/** The workload that makes the roles of a database. Its image is the stack's, if the stack gives one. */
export function resolveDatabaseRoles(
  { user, login }: { user: string; login: LoginSpec },
  image: string | undefined,
): TracedFields<Omit<MigrationSpec, "run">> {
  return {
    name: fallback(databaseRoles),
    image: image === undefined ? fallback(databaseClientImage) : stack(image),
    imageKey: fallback(databaseRoles),
    command: fallback(command),
    // The user `postgres` of the image; any user but root would do.
    uid: fallback(70),
    gid: fallback(70),
    requests: fallback({ cpuMillicores: 100, memoryMiB: 128 }),
    limits: fallback({ cpuMillicores: 250, memoryMiB: 256 }),
    writablePaths: fallback(["/tmp"]),
    variables: fallback({
      OWNER_ROLE: user,
      LOGIN_ROLE: login.role,
      LOGIN_NUMBER: String(login.version),
      PGCONNECT_TIMEOUT: "15",
      PGDATABASE: { ref: "postgres.database" },
      PGHOST: { ref: "postgres.directHost" },
      PGPORT: { ref: "postgres.directPort" },
      PGSSLMODE: { ref: "postgres.sslMode" },
      PGSSLROOTCERT: { ref: "postgres.caPath" },
      PGUSER: { ref: "postgres.adminUser" },
      ROLES_SCRIPT: script,
    }),
    secrets: fallback({ LOGIN_PASSWORD: "postgres.password", PGPASSWORD: "postgres.adminPassword" }),
    buckets: fallback({}),
    egress: fallback([]),
    terminationGraceSeconds: fallback(30),
    // Four attempts, as a database that was just created or moved may not answer at once; within the 840 s of
    // `MigrationSpec`.
    timeoutSeconds: fallback(180),
    retries: fallback(3),
  };
}
