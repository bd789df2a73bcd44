import * as pulumi from "@pulumi/pulumi";
import type {
  KubernetesPlatformSpec,
  Postgres,
  PostgresArgs,
  PostgresSecret,
  PostgresSpec,
  PostgresValue,
  Transform,
} from "../../contract";
import { generatedSecret } from "../generated-secret";
import type { KubernetesNetwork } from "../network";
import type { SecretKey } from "../secrets";
import { backups } from "./backups";
import { type ClusterSpec, databaseCluster } from "./cluster";
import { caMountPath, names, postgresPort as port } from "./names";
import { databasePolicies } from "./policies";
import { pooler } from "./pooler";

/** Changes of single objects of the database. */
export interface PostgresTransforms {
  cluster?: Transform<ClusterSpec>;
}

/** PostgreSQL by CloudNativePG: failover, replicas, backups to object storage, and PgBouncer where pooling is asked for. */
export class KubernetesPostgres extends pulumi.ComponentResource implements Postgres {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  private readonly spec: PostgresSpec;
  private readonly values: Readonly<Record<PostgresValue, string>>;

  constructor(
    name: string,
    args: PostgresArgs<KubernetesNetwork> & { platform: KubernetesPlatformSpec; transform?: PostgresTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Postgres", name, {}, opts);
    const { context, spec, network, platform, transform } = args;
    const child = { parent: this, dependsOn: [network.namespace] };
    const service = (suffix: string) => `${suffix}.${context.name}.svc`;

    const secret = (suffix: string, secretName: string, username: string, version: number) =>
      generatedSecret(
        `${name}-${suffix}`,
        {
          ...{ context, part: "postgres", secretName, key: "password", length: 40, version },
          template: { type: "kubernetes.io/basic-auth", data: { username, password: "{{ .password }}" } },
        },
        child,
      );
    const admin = secret("admin", names.admin, spec.admin.user, spec.admin.passwordVersion);
    // Each has a Secret of its own, made once: containers that still run go on with the one before.
    const logins = spec.logins.map(({ role, version }) => secret(`login-${version}`, names.login(version), role, 1));
    databasePolicies(name, context, child);
    const cluster = databaseCluster(
      `${name}-cluster`,
      { context, spec, platform, transform: transform?.cluster },
      { ...child, dependsOn: [admin, ...logins], protect: spec.deletionProtection },
    );
    backups(name, { context, spec, platform }, { parent: this, dependsOn: [cluster] });
    if (spec.pooling !== undefined) {
      pooler(`${name}-pooler`, { context, spec, pooling: spec.pooling }, { parent: this, dependsOn: [cluster] });
    }

    const direct = service(`${names.cluster}-rw`);
    const host = spec.pooling === undefined ? direct : service(names.pooler);
    const readHost = spec.readReplicas + (spec.highAvailability ? 1 : 0) > 0 ? service(`${names.cluster}-ro`) : direct;
    this.values = {
      host,
      directHost: direct,
      readHost,
      port: String(port),
      directPort: String(port),
      database: spec.database,
      user: spec.logins[0].role,
      adminUser: spec.admin.user,
      sslMode: "verify-full",
      caPath: `${caMountPath}/ca.crt`,
    };
    this.spec = spec;
    this.host = pulumi.output(host);
    this.port = pulumi.output(port);
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: PostgresValue): string {
    return this.values[key];
  }

  /** The Secret with the password of which a reference is made. */
  passwordOf(key: PostgresSecret): SecretKey {
    const name = key === "adminPassword" ? names.admin : names.login(this.spec.logins[0].version);
    return { name, key: "password" };
  }

  /** Version of that password, as a word: `postgres=2`. */
  versionOf(key: PostgresSecret): string {
    const { logins, admin } = this.spec;
    return key === "adminPassword" ? `postgres.admin=${admin.passwordVersion}` : `postgres=${logins[0].version}`;
  }

  /** A connection address in which the kubelet puts the password, or the password alone. */
  secretTemplate(key: PostgresSecret, password: string): string {
    const { database, user, sslMode, caPath } = this.values;
    const to = { url: this.values.host, directUrl: this.values.directHost, readUrl: this.values.readHost };
    if (key === "password" || key === "adminPassword") return password;
    return `postgresql://${user}:${password}@${to[key]}:${port}/${database}?sslmode=${sslMode}&sslrootcert=${caPath}`;
  }
}
