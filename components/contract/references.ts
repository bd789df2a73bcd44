/**
 * A value that is only known once a component exists, written in an application's variables.
 * `postgres.host` is the address that clients use (the pooler's where pooling is on); `postgres.directHost` passes by the
 * pooler, for migrations, at `postgres.directPort`; `postgres.readHost` is the read replicas' address, or the primary's
 * where there is none.
 * `postgres.user` is the role that signs in, `postgres.adminUser` the administrator's.
 * `postgres.caPath` is the file in the container that holds the certificate authority of the database.
 * `redis.<role>.host` names a role, not an instance: in `dev` several roles may share one.
 */
export type ValueReference =
  | `postgres.${PostgresValue}`
  | `redis.${string}.${RedisValue}`
  | `bucket.${string}.${BucketValue}`;

/** A secret, injected into a container by reference: its text never passes through the program's outputs. */
export type SecretReference = `secret.${string}` | `postgres.${PostgresSecret}` | `redis.${string}.${RedisSecret}`;

export const postgresValues = [
  "host",
  "directHost",
  "readHost",
  "port",
  "directPort",
  "database",
  "user",
  "adminUser",
  "sslMode",
  "caPath",
] as const;
export const postgresSecrets = ["url", "directUrl", "readUrl", "password", "adminPassword"] as const;
/** The content of each secret of the database: an address with the password in it, or the password alone. */
export const postgresSecretKinds: Readonly<Record<PostgresSecret, "address" | "password">> = {
  url: "address",
  directUrl: "address",
  readUrl: "address",
  password: "password",
  adminPassword: "password",
};
export const redisValues = ["host", "port"] as const;
export const redisSecrets = ["url", "password"] as const;
export const bucketValues = ["name", "endpoint", "region"] as const;

export type PostgresValue = (typeof postgresValues)[number];
/**
 * `url` verifies the server's certificate (`sslmode=verify-full`) and passes through the pooler where there is one.
 * `adminPassword` is for what makes the database's roles, and for no application.
 */
export type PostgresSecret = (typeof postgresSecrets)[number];
export type RedisValue = (typeof redisValues)[number];
/** `url` is a `rediss://` address with the password. */
export type RedisSecret = (typeof redisSecrets)[number];
export type BucketValue = (typeof bucketValues)[number];

/** A variable of a container: its text, or a reference to a value of another component. */
export type VariableValue = string | { ref: ValueReference };

/** A value reference, taken apart. */
export type ParsedValueReference =
  | { source: "postgres"; key: PostgresValue }
  | { source: "redis"; role: string; key: RedisValue }
  | { source: "bucket"; bucket: string; key: BucketValue };

/** A secret reference, taken apart. */
export type ParsedSecretReference =
  | { source: "secret"; name: string }
  | { source: "postgres"; key: PostgresSecret }
  | { source: "redis"; role: string; key: RedisSecret };

/** Takes a value reference apart; undefined where it is none. */
export function parseValueReference(reference: string): ParsedValueReference | undefined {
  const [source, ...rest] = reference.split(".");
  const [first, second, ...tooMany] = rest;
  if (first === undefined || tooMany.length > 0) return undefined;
  if (source === "postgres" && second === undefined && isOneOf(postgresValues, first)) return { source, key: first };
  if (second === undefined) return undefined;
  if (source === "redis" && isOneOf(redisValues, second)) return { source, role: first, key: second };
  if (source === "bucket" && isOneOf(bucketValues, second)) return { source, bucket: first, key: second };
  return undefined;
}

/** Takes a secret reference apart; undefined where it is none. */
export function parseSecretReference(reference: string): ParsedSecretReference | undefined {
  const [source, ...rest] = reference.split(".");
  const [first, second, ...tooMany] = rest;
  if (first === undefined || tooMany.length > 0) return undefined;
  if (source === "secret" && second === undefined) return { source, name: first };
  if (source === "postgres" && second === undefined && isOneOf(postgresSecrets, first)) return { source, key: first };
  if (source === "redis" && second !== undefined && isOneOf(redisSecrets, second)) {
    return { source, role: first, key: second };
  }
  return undefined;
}

/**
 * A referenced secret as the end of a name: `postgres.directUrl` is `postgres-direct-url`. One of Redis is called by the
 * instance that plays the role: roles that share an instance refer to one secret, which is granted once.
 */
export function secretSuffix(reference: SecretReference, redisRoles: Readonly<Record<string, string>>): string {
  const parsed = parseSecretReference(reference);
  const secret = parsed?.source === "redis" ? `redis.${redisRoles[parsed.role] ?? ""}.${parsed.key}` : reference;
  return secret
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
}

function isOneOf<const T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
