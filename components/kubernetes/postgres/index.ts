import * as pulumi from "@pulumi/pulumi";
import type { Postgres, PostgresArgs, PostgresSecret, PostgresSpec, PostgresValue, Transform } from "../../contract";
import { internalCertificate } from "../certificate";
import { generatedSecret } from "../generated-secret";
import type { KubernetesImages } from "../images";
import type { KubernetesNetwork } from "../network";
import type { KubernetesPlatformSpec } from "../platform-spec";
import type { SecretKey } from "../secrets";
import { archiveName, dailyBackup, objectStore } from "./backups";
import { type ClusterSpec, databaseCluster } from "./cluster";
import { databaseMonitors } from "./monitors";
import { caMountPath, names, postgresPort as port, reloadLabel, services } from "./names";
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
  private readonly adminSecret: string;
  private readonly values: Readonly<Record<PostgresValue, string>>;

  constructor(
    name: string,
    args: PostgresArgs & { network: KubernetesNetwork } & {
      platform: KubernetesPlatformSpec;
      images: KubernetesImages;
      transform?: PostgresTransforms;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Postgres", name, {}, opts);
    const { context, spec, network, platform, images, transform } = args;
    const child = { parent: this, dependsOn: [network.namespace] };
    const service = (suffix: string) => `${suffix}.${context.name}.svc`;

    const secret = (suffix: string, base: string, username: string, version: number) =>
      generatedSecret(
        `${name}-${suffix}`,
        {
          context,
          part: "postgres",
          base,
          key: "password",
          length: 40,
          version,
          template: {
            type: "kubernetes.io/basic-auth",
            labels: reloadLabel,
            data: { username, password: "{{ .password }}" },
          },
        },
        child,
      );
    const admin = secret("admin", names.admin, spec.admin.user, spec.admin.passwordVersion);
    // Each has a Secret of its own, made once: containers that still run go on with the one before.
    const logins = spec.logins.map(({ role, version }) => secret(`login-${version}`, names.login(version), role, 1));
    databasePolicies(name, { context, cluster: network.cluster }, child);
    databaseMonitors(name, { context, spec, cluster: network.cluster }, child);
    const certificate = internalCertificate(
      `${name}-certificate`,
      {
        context,
        part: "postgres",
        objectName: names.certificate,
        secretName: names.certificate,
        // The pooler shows this certificate too.
        services: spec.pooling === undefined ? services : [...services, names.pooler],
        secretLabels: reloadLabel,
      },
      { parent: this, dependsOn: [network.issuer] },
    );
    const archive = archiveName(name, { spec, platform }, { parent: this });
    const store = objectStore(name, { context, spec, platform }, child);
    const cluster = databaseCluster(
      `${name}-cluster`,
      { context, spec, platform, images, archive, adminSecret: admin.secretName, transform: transform?.cluster },
      {
        ...child,
        dependsOn: [images, admin.resource, ...logins.map(({ resource }) => resource), certificate, store],
        protect: spec.deletionProtection,
      },
    );
    const after = { parent: this, dependsOn: [cluster] };
    dailyBackup(name, { context, spec, platform }, after);
    if (spec.pooling !== undefined) pooler(`${name}-pooler`, { context, spec, pooling: spec.pooling, images }, after);

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
    this.adminSecret = admin.secretName;
    this.host = pulumi.output(host);
    this.port = pulumi.output(port);
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: PostgresValue): string {
    return this.values[key];
  }

  /** The Secret with the password of a reference. */
  passwordOf(key: PostgresSecret): SecretKey {
    const name = key === "adminPassword" ? this.adminSecret : names.login(this.spec.logins[0].version);
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
