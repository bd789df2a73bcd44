import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, PostgresSecret, PostgresSpec, PostgresValue } from "../../contract";
import { storedSecret } from "../secret";

/** A role that signs in, and its password. */
export interface Login {
  role: string;
  password: pulumi.Output<string>;
}

/** What a connection is made of. */
export interface ConnectionsArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  adminPassword: pulumi.Output<string>;
  /** The current one first. */
  logins: readonly Login[];
  keyArn: pulumi.Output<string>;
  host: pulumi.Output<string>;
  directHost: pulumi.Output<string>;
  readHost: pulumi.Output<string>;
  port: pulumi.Output<number>;
}

/** How workloads connect: plain values, and secrets by their ARN. */
export interface Connections {
  values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  secretArns: Readonly<Record<PostgresSecret, pulumi.Output<string>>>;
}

/**
 * Where the image holds the certificate authorities: RDS's global bundle, and Amazon's roots that sign for RDS Proxy.
 * Both are public; AWS says where to download them ("Using SSL/TLS to encrypt a connection to a DB instance"). Fargate has
 * no way to mount a file that is not on a file system, so the image brings it.
 */
const caPath = "/etc/ssl/certs/rds-global-bundle.pem";

/** Makes the connection secrets. */
export function connections(name: string, args: ConnectionsArgs, parent: pulumi.Resource): Connections {
  const { context, spec, adminPassword, logins, keyArn, host, directHost, readHost, port } = args;
  const [login] = logins;
  if (login === undefined) throw new Error(`${name}: there is no login`);
  const { role, password } = login;
  const url = (to: pulumi.Output<string>) =>
    pulumi.secret(
      pulumi.interpolate`postgresql://${role}:${password}@${to}:${port}/${spec.database}?sslmode=verify-full&sslrootcert=${caPath}`,
    );
  const store = (suffix: string, description: string, value: pulumi.Output<string>) =>
    storedSecret(`${name}-${suffix}`, { context, description, keyArn, value }, parent).arn;
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
    secretArns: {
      url: store("url", "Connection of the workloads", url(host)),
      directUrl: store("direct-url", "Connection past the pooler, for migrations", url(directHost)),
      readUrl: store("read-url", "Connection to the read replicas", url(readHost)),
      password: store("user-password", "Password of the role that signs in", password),
      adminPassword: store("admin-password", "Password of the database's administrator", adminPassword),
    },
  };
}
