/**
 * A value that is only known once a component exists, written in an application's variables.
 * `postgres.host` is the address that clients use (the pooler's where pooling is on); `postgres.directHost` passes by
 * the pooler, for migrations; `postgres.readHost` is the read replicas' address, or the primary's where there is none.
 * `postgres.caPath` is the file in the container that holds the certificate authority of the database.
 * `redis.<role>.host` names a role, not an instance: in `dev` several roles may share one.
 */
export type ValueReference =
  | `postgres.${PostgresValue}`
  | `redis.${string}.${RedisValue}`
  | `bucket.${string}.${BucketValue}`;

/** A secret, injected into a container by reference: its text never passes through the program's outputs. */
export type SecretReference =
  | `secret.${string}`
  | `postgres.${PostgresSecret}`
  | `redis.${string}.${RedisSecret}`
  | `bucket.${string}.${BucketSecret}`;

export const postgresValues = [
  "host",
  "directHost",
  "readHost",
  "port",
  "database",
  "user",
  "sslMode",
  "caPath",
] as const;
export const postgresSecrets = ["url", "directUrl", "readUrl", "password"] as const;
export const redisValues = ["host", "port"] as const;
export const redisSecrets = ["url", "password"] as const;
export const bucketValues = ["name", "endpoint", "region"] as const;
export const bucketSecrets = ["accessKeyId", "secretAccessKey"] as const;

export type PostgresValue = (typeof postgresValues)[number];
/** `url` verifies the server's certificate (`sslmode=verify-full`) and passes through the pooler where there is one. */
export type PostgresSecret = (typeof postgresSecrets)[number];
export type RedisValue = (typeof redisValues)[number];
/** `url` is a `rediss://` address with the password. */
export type RedisSecret = (typeof redisSecrets)[number];
export type BucketValue = (typeof bucketValues)[number];
/** Static keys exist only where the platform has no identity for a workload; see the capability table. */
export type BucketSecret = (typeof bucketSecrets)[number];

/** A variable of a container: its text, or a reference to a value of another component. */
export type VariableValue = string | { ref: ValueReference };
