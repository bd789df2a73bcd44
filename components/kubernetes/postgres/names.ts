/** Names of the database's objects, the same in every topology: the namespace tells them apart. */
export const names = {
  cluster: "postgres",
  pooler: "postgres-pooler",
  objectStore: "postgres-backups",
  /** Secret of the administrator. */
  admin: "postgres-admin",
  /** Secrets of the roles that sign in end in their version. */
  login: (version: number) => `postgres-login-${version}`,
  /** Certificate of the servers, and the Secret that holds it with the authority that signed it. */
  certificate: "postgres-tls",
} as const;

/** Where containers find the certificate authority of the database. */
export const caMountPath = "/etc/postgres-ca";

/** Port of PostgreSQL and of PgBouncer. */
export const postgresPort = 5432;

/** Services by which CloudNativePG makes the instances reachable: the primary, a replica, any of them. */
export const services = ["rw", "ro", "r"].map((suffix) => `${names.cluster}-${suffix}`);

/** Label that asks CloudNativePG to take a Secret up when it changes; without it, it waits for some later occasion. */
export const reloadLabel = { "cnpg.io/reload": "true" };
