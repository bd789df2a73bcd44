import * as pulumi from "@pulumi/pulumi";
import type {
  KubernetesPlatformSpec,
  Postgres,
  PostgresArgs,
  PostgresSecret,
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
  /** The role's password. */
  readonly password: SecretKey = { name: names.user, key: "password" };
  readonly passwordVersion: number;
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

    const user = generatedSecret(
      `${name}-user`,
      {
        context,
        part: "postgres",
        secretName: names.user,
        key: "password",
        length: 40,
        version: spec.passwordVersion,
        template: {
          type: "kubernetes.io/basic-auth",
          data: { username: spec.user, password: "{{ .password }}" },
        },
      },
      child,
    );
    databasePolicies(name, context, child);
    const cluster = databaseCluster(
      `${name}-cluster`,
      { context, spec, platform, transform: transform?.cluster },
      { ...child, dependsOn: [user], protect: spec.deletionProtection },
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
      database: spec.database,
      user: spec.user,
      sslMode: "verify-full",
      caPath: `${caMountPath}/ca.crt`,
    };
    this.passwordVersion = spec.passwordVersion;
    this.host = pulumi.output(host);
    this.port = pulumi.output(port);
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: PostgresValue): string {
    return this.values[key];
  }

  /** A connection address in which the kubelet puts the password, or the password alone. */
  secretTemplate(key: PostgresSecret, password: string): string {
    const { database, user, sslMode, caPath } = this.values;
    const to = { url: this.values.host, directUrl: this.values.directHost, readUrl: this.values.readHost };
    if (key === "password") return password;
    return `postgresql://${user}:${password}@${to[key]}:${port}/${database}?sslmode=${sslMode}&sslrootcert=${caPath}`;
  }
}
