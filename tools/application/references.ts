import type { BucketValue, PostgresSecret, PostgresValue, RedisSecret, RedisValue } from "../../components/contract";

/** What each value of the database is; the compiler names one that has no line here. */
const postgresValues: Readonly<Record<PostgresValue, string>> = {
  host: "the address that clients use: the pooler's where there is one",
  directHost: "the address that passes by the pooler, for migrations",
  readHost: "the replicas' address, or the primary's where there is none",
  port: "the port at `host`",
  directPort: "the port at `directHost`",
  database: "the database's name",
  user: "the role that signs in",
  adminUser: "the administrator's role, for what makes roles",
  sslMode: "`verify-full`, as libpq calls it",
  caPath: "the file in the container with the authority that signs the server's certificate",
};

const postgresSecrets: Readonly<Record<PostgresSecret, string>> = {
  url: "a `postgresql://` address with user and password, which verifies the server; by the pooler where there is one",
  directUrl: "the same past the pooler, for migrations",
  readUrl: "the same to the replicas, or to the primary where there is none",
  password: "the password of the role that signs in",
  adminPassword: "the administrator's password, for what makes roles",
};

const redisValues: Readonly<Record<RedisValue, string>> = {
  host: "the address of the instance that plays the role",
  port: "its port",
};

const redisSecrets: Readonly<Record<RedisSecret, string>> = {
  url: "a `rediss://` address with the password",
  password: "the password",
};

const bucketValues: Readonly<Record<BucketValue, string>> = {
  name: "the cloud's name of the bucket",
  endpoint: "the address of its service",
  region: "its region",
};

/** Every value that a variable may refer to, with its meaning. */
export const values: readonly (readonly [string, string])[] = [
  ...named("postgres", postgresValues),
  ...named("redis.<role>", redisValues),
  ...named("bucket.<name>", bucketValues),
];

/** Every secret that a workload may refer to, with its meaning. */
export const secrets: readonly (readonly [string, string])[] = [
  ["secret.<NAME>", "a secret of the application's own"],
  ...named("postgres", postgresSecrets),
  ...named("redis.<role>", redisSecrets),
];

function named(source: string, meanings: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(meanings).map(([key, meaning]) => [`${source}.${key}`, meaning]);
}
