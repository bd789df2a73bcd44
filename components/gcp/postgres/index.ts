import * as sql from "@pulumi/gcp/sql";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresArgs } from "../../contract";
import {
  isCopy,
  type Postgres,
  type PostgresSecret,
  type PostgresValue,
  type Transform,
  transformed,
} from "../../contract";
import { connections } from "../../shared/connections";
import { generatedPassword } from "../../shared/password";
import type { NewSecret } from "../../shared/secrets";
import { type EncryptionKey, encryptionKey } from "../key";
import type { GcpNetwork } from "../network";
import { type MountedSecret, type StoredSecret, storedSecret } from "../secret";
import type { GcpSecrets } from "../secrets";
import { addresses } from "./addresses";
import { primarySettings, sharedSettings } from "./settings";

/** Changes of single resources of the database. */
export interface PostgresTransforms {
  instance?: Transform<sql.DatabaseInstanceArgs>;
  replica?: Transform<sql.DatabaseInstanceArgs>;
}

type GcpPostgresArgs = PostgresArgs & { network: GcpNetwork } & { secrets: GcpSecrets; transform?: PostgresTransforms };

/** Ports of Cloud SQL and of its managed pooler ("Managed Connection Pooling overview"). */
const ports = { direct: 5432, pooler: 6432 } as const;
/** The file that workloads find the database's certificate authorities in. */
const caPath = "/etc/isotopo/postgres/ca.pem";

/** Cloud SQL for PostgreSQL: private, TLS only, with backups, point-in-time recovery and a standby where asked for. */
export class GcpPostgres extends pulumi.ComponentResource implements Postgres {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly certificate: MountedSecret;
  /** Names of the primary and its replicas. */
  readonly instanceNames: readonly pulumi.Output<string>[];
  private readonly values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  private readonly stored: Readonly<Record<PostgresSecret, StoredSecret>>;

  constructor(name: string, args: GcpPostgresArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Postgres", name, {}, opts);
    const { context, spec, network, secrets } = args;
    const primary = this.primary(name, args);
    const replicas = Array.from({ length: spec.readReplicas }, (_, i) => this.replica(name, i + 1, primary, args));
    const instances = Object.fromEntries([
      ["primary", primary],
      ...replicas.map((each, i) => [`replica-${i + 1}`, each]),
    ]);
    this.instanceNames = [primary, ...replicas].map((instance) => instance.name);
    const hosts = addresses(name, { context, network, instances }, this);
    const database = new sql.Database(
      `${name}-database`,
      { instance: primary.name, name: spec.database, deletionPolicy: "ABANDON" },
      { parent: this, protect: spec.deletionProtection },
    );
    const admin = { length: 32, version: spec.admin.passwordVersion };
    const adminPassword = generatedPassword(`${name}-admin-password`, admin, this);
    const adminUser = new sql.User(
      `${name}-admin`,
      { instance: primary.name, name: spec.admin.user, password: adminPassword, deletionPolicy: "ABANDON" },
      { parent: this, dependsOn: [database] },
    );
    const [{ role, version }] = spec.logins;
    const password = generatedPassword(`${name}-password-${version}`, { length: 32, version }, this);

    const direct = knownHost(hosts, "primary");
    const read = knownHost(hosts, replicas.length > 0 ? "replica-1" : "primary");
    const port = spec.pooling === undefined ? ports.direct : ports.pooler;
    const store = (suffix: string, secret: NewSecret) =>
      storedSecret(`${name}-${suffix}`, { context, key: secrets.key, ...secret }, this);
    const connected = connections(
      {
        database: spec.database,
        made: database.name,
        login: { role, password },
        admin: { user: adminUser.name, password: adminPassword },
        workloads: { host: direct, port },
        direct: { host: direct, port: ports.direct },
        read: { host: read, port: ports.direct },
        caPath,
      },
      store,
    );
    this.stored = connected.secrets;
    this.values = connected.values;
    const authorities = pulumi
      .all([primary, ...replicas].map(({ serverCaCerts }) => serverCaCerts))
      .apply((lists) => [...new Set(lists.flat().map(({ cert }) => cert))].join("\n"));
    this.certificate = {
      ...store("authorities", { description: "Certificate authorities of the database", value: authorities }),
      path: caPath,
    };
    this.host = direct;
    this.port = pulumi.output(port);
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: PostgresValue): pulumi.Output<string> {
    return this.values[key];
  }

  secret(key: PostgresSecret): StoredSecret {
    return this.stored[key];
  }

  /** The name of a deleted instance is taken for a week, so that Pulumi names it. */
  private primary(name: string, args: GcpPostgresArgs): sql.DatabaseInstance {
    const { context, spec, network, transform } = args;
    const instanceName = `${name}-instance`;
    const key = this.key(name, args);
    const instanceArgs: sql.DatabaseInstanceArgs = {
      region: context.region,
      databaseVersion: `POSTGRES_${spec.version}`,
      encryptionKeyName: key?.id,
      deletionProtection: spec.deletionProtection,
      settings: primarySettings(args),
    };
    return new sql.DatabaseInstance(instanceName, transformed(transform?.instance, instanceArgs, instanceName), {
      parent: this,
      protect: spec.deletionProtection,
      dependsOn: [network.servicesConnection, ...(key === undefined ? [] : [key.grant])],
      // Storage grows by itself, and a smaller disk would be a new instance.
      ignoreChanges: ["settings.diskSize"],
    });
  }

  private key(name: string, { context }: GcpPostgresArgs): EncryptionKey | undefined {
    if (!context.customerManagedKeys) return undefined;
    const agent = { service: "sqladmin.googleapis.com" };
    return encryptionKey(`${name}-key`, { context, agent, retain: !isCopy(context) }, this);
  }

  /** It is encrypted with the key of its primary. */
  private replica(
    name: string,
    number: number,
    primary: sql.DatabaseInstance,
    args: GcpPostgresArgs,
  ): sql.DatabaseInstance {
    const { context, spec, transform } = args;
    const replicaName = `${name}-replica-${number}`;
    const replicaArgs: sql.DatabaseInstanceArgs = {
      region: context.region,
      databaseVersion: `POSTGRES_${spec.version}`,
      masterInstanceName: primary.name,
      deletionProtection: false,
      settings: {
        ...sharedSettings(args),
        availabilityType: "ZONAL",
        // A replica is at least as large as its primary, whose disk may have grown since it was made.
        diskSize: primary.settings.apply(({ diskSize }) => diskSize ?? spec.storageGiB),
      },
    };
    return new sql.DatabaseInstance(replicaName, transformed(transform?.replica, replicaArgs, replicaName), {
      parent: this,
      ignoreChanges: ["settings.diskSize"],
    });
  }
}

function knownHost(hosts: Readonly<Record<string, pulumi.Output<string>>>, instance: string): pulumi.Output<string> {
  const host = hosts[instance];
  if (host === undefined) throw new Error(`there is no instance "${instance}"`);
  return host;
}
