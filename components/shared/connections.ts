import * as pulumi from "@pulumi/pulumi";
import type { PostgresSecret, PostgresValue } from "../contract";
import type { NewSecret } from "./secrets";

/** A role that signs in, and its password. */
export interface Login {
  role: string;
  password: pulumi.Output<string>;
}

/** How a database is reached. */
export interface ConnectionsArgs {
  /** The name of the database. */
  database: string;
  /** The same, as the resource has it: a connection is stored after the database is made. */
  made: pulumi.Input<string>;
  login: Login;
  admin: { user: pulumi.Input<string>; password: pulumi.Output<string> };
  /** For workloads: the pooler's if pooling is on. */
  workloads: Address;
  /** Past the pooler, for migrations. */
  direct: Address;
  /** Of the read replicas, or the primary's if there are none. */
  read: Address;
  /** The file that workloads find the database's certificate authorities in. */
  caPath: string;
}

export interface Address {
  host: pulumi.Output<string>;
  port: pulumi.Input<number>;
}

/** How workloads connect: plain values, and secrets as the target stores them. */
export interface Connections<Stored> {
  values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  secrets: Readonly<Record<PostgresSecret, Stored>>;
}

/** Stores the secrets of a database. `store` makes one in the target; the suffix ends its logical name. */
export function connections<Stored>(
  { database, made, login, admin, workloads, direct, read, caPath }: ConnectionsArgs,
  store: (suffix: string, secret: NewSecret) => Stored,
): Connections<Stored> {
  const { role, password } = login;
  const url = ({ host, port }: Address) =>
    pulumi.secret(
      pulumi.interpolate`postgresql://${role}:${password}@${host}:${port}/${made}?sslmode=verify-full&sslrootcert=${caPath}`,
    );
  return {
    values: {
      host: workloads.host,
      directHost: direct.host,
      readHost: read.host,
      port: pulumi.output(workloads.port).apply(String),
      directPort: pulumi.output(direct.port).apply(String),
      database: pulumi.output(database),
      user: pulumi.output(role),
      adminUser: pulumi.output(admin.user),
      sslMode: pulumi.output("verify-full"),
      caPath: pulumi.output(caPath),
    },
    secrets: {
      url: store("url", { description: "Connection of the workloads", value: url(workloads) }),
      directUrl: store("direct-url", {
        description: "Connection past the pooler, for migrations",
        value: url(direct),
      }),
      readUrl: store("read-url", { description: "Connection to the read replicas", value: url(read) }),
      password: store("user-password", { description: "Password of the role that signs in", value: password }),
      adminPassword: store("admin-password", {
        description: "Password of the database's administrator",
        value: admin.password,
      }),
    },
  };
}
