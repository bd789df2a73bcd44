import {
  type BucketValue,
  type PostgresSecret,
  type PostgresValue,
  parseSecretReference,
  parseValueReference,
  type RedisSecret,
  type RedisValue,
  type SecretReference,
  type ValueReference,
} from "../contract";

/** The data stores that references of a workload lead to, as one target has them. */
export interface DataSources<Postgres, Redis> {
  /** Undefined where the topology has no database. */
  postgres: Postgres | undefined;
  /** By instance name. */
  redis: Readonly<Record<string, Redis>>;
  /** Role to instance name. */
  redisRoles: Readonly<Record<string, string>>;
}

/** The sources of references' values. `Value` is the form that a container takes. */
export interface ValueSources<Value>
  extends DataSources<{ value(key: PostgresValue): Value }, { value(key: RedisValue): Value }> {
  storage: { value(bucket: string, key: BucketValue): Value };
}

/** The value that a reference leads to. Throws where the topology has nothing of the kind; the config's checks say so before. */
export function referencedValue<Value>(reference: ValueReference, sources: ValueSources<Value>): Value {
  const parsed = parseValueReference(reference);
  switch (parsed?.source) {
    case "postgres":
      return databaseOf(reference, sources).value(parsed.key);
    case "redis":
      return instanceOf(reference, parsed.role, sources).instance.value(parsed.key);
    case "bucket":
      return sources.storage.value(parsed.bucket, parsed.key);
    // No `default`: the compiler names a source that has no line here.
    case undefined:
      throw new Error(`"${reference}" is no value reference`);
  }
}

/** Builds a value from a secret, by the secret's source. */
export interface SecretReader<Secrets, Postgres, Redis, Found> {
  secret(secrets: Secrets, name: string): Found;
  postgres(database: Postgres, key: PostgresSecret): Found;
  redis(instance: Redis, key: RedisSecret, instanceName: string): Found;
}

/** The secret that a reference leads to. Throws where the topology has nothing of the kind; the config's checks say so before. */
export function referencedSecret<Secrets, Postgres, Redis, Found>(
  reference: SecretReference,
  sources: DataSources<Postgres, Redis> & { secrets: Secrets },
  read: SecretReader<Secrets, Postgres, Redis, Found>,
): Found {
  const parsed = parseSecretReference(reference);
  switch (parsed?.source) {
    case "secret":
      return read.secret(sources.secrets, parsed.name);
    case "postgres":
      return read.postgres(databaseOf(reference, sources), parsed.key);
    case "redis": {
      const { instance, name } = instanceOf(reference, parsed.role, sources);
      return read.redis(instance, parsed.key, name);
    }
    case undefined:
      throw new Error(`"${reference}" is no secret reference`);
  }
}

/** Entries by name, so that a change of order is none. */
export function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function databaseOf<Postgres>(
  reference: string,
  { postgres }: Pick<DataSources<Postgres, unknown>, "postgres">,
): Postgres {
  if (postgres === undefined) throw new Error(`${reference}: the topology has no database`);
  return postgres;
}

function instanceOf<Redis>(
  reference: string,
  role: string,
  { redis, redisRoles }: Pick<DataSources<unknown, Redis>, "redis" | "redisRoles">,
): { instance: Redis; name: string } {
  const name = redisRoles[role] ?? "";
  const instance = redis[name];
  if (instance === undefined) throw new Error(`${reference}: no Redis instance plays the role "${role}"`);
  return { instance, name };
}
