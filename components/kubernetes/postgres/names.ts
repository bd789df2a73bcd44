/** Names of the database's objects, the same in every topology: the namespace tells them apart. */
export const names = {
  cluster: "postgres",
  pooler: "postgres-pooler",
  objectStore: "postgres-backups",
  /** Secret of the administrator. */
  admin: "postgres-admin",
  /** Secrets of the roles that sign in end in their version. */
  login: (version: number) => `postgres-login-${version}`,
  /** Secret with the certificate authority of the servers, which CloudNativePG makes. */
  authority: "postgres-ca",
} as const;

/** Where containers find the certificate authority of the database. */
export const caMountPath = "/etc/postgres-ca";

/** Port of PostgreSQL and of PgBouncer. */
export const postgresPort = 5432;
