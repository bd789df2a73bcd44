import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, PostgresSecret, PostgresSpec, PostgresValue } from "../../contract";
import { type StoredSecret, storedSecret } from "../secret";

/** A role that signs in, and its password. */
export interface Login {
  role: string;
  password: pulumi.Output<string>;
}

/** The parts of a connection. */
export interface ConnectionsArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  adminPassword: pulumi.Output<string>;
  /** The current one first. */
  logins: readonly [Login, ...Login[]];
  keyArn: pulumi.Output<string>;
  host: pulumi.Output<string>;
  directHost: pulumi.Output<string>;
  readHost: pulumi.Output<string>;
  port: pulumi.Output<number>;
}

/** How workloads connect: plain values, and secrets. */
export interface Connections {
  values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  secrets: Readonly<Record<PostgresSecret, StoredSecret>>;
}

/** Where a task has the database's certificate authorities, which a container of it writes before the workload starts. */
export const caDirectory = "/var/lib/isotopo/postgres-ca";
/** Name of the file there, PEM. */
export const caFile = "authorities.pem";
const caPath = `${caDirectory}/${caFile}`;

/** Makes the connection secrets. */
export function connections(name: string, args: ConnectionsArgs, parent: pulumi.Resource): Connections {
  const { context, spec, adminPassword, logins, keyArn, host, directHost, readHost, port } = args;
  const [{ role, password }] = logins;
  const url = (to: pulumi.Output<string>) =>
    pulumi.secret(
      pulumi.interpolate`postgresql://${role}:${password}@${to}:${port}/${spec.database}?sslmode=verify-full&sslrootcert=${caPath}`,
    );
  const store = (suffix: string, description: string, value: pulumi.Output<string>) =>
    storedSecret(`${name}-${suffix}`, { context, description, keyArn, value }, parent);
  return {
    values: {
      host,
      directHost,
      readHost,
      port: port.apply(String),
      directPort: port.apply(String),
      database: pulumi.output(spec.database),
      user: pulumi.output(role),
      adminUser: pulumi.output(spec.admin.user),
      sslMode: pulumi.output("verify-full"),
      caPath: pulumi.output(caPath),
    },
    secrets: {
      url: store("url", "Connection of the workloads", url(host)),
      directUrl: store("direct-url", "Connection past the pooler, for migrations", url(directHost)),
      readUrl: store("read-url", "Connection to the read replicas", url(readHost)),
      password: store("user-password", "Password of the role that signs in", password),
      adminPassword: store("admin-password", "Password of the database's administrator", adminPassword),
    },
  };
}
