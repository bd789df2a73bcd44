import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";
import type { Postgres, PostgresArgs, PostgresSecret, PostgresValue, Transform } from "../../contract";
import { connections } from "../../shared/connections";
import { generatedPassword } from "../../shared/password";
import { untilNotBusy } from "../busy";
import { deleteLock } from "../delete-lock";
import { encryptionKey } from "../key";
import { keptLogs } from "../log-workspace";
import type { AzureNetwork } from "../network";
import { type StoredSecret, storedSecret } from "../secret";
import type { AzureSecrets } from "../secrets";
import { tags } from "../tags";
import { caPath } from "./ca-path";
import { parameters } from "./parameters";
import { primaryServer, replicaServer, type ServerArgs } from "./server";

/** Changes of single resources of the database. */
export interface PostgresTransforms {
  server?: Transform<dbforpostgresql.ServerArgs>;
  replica?: Transform<dbforpostgresql.ServerArgs>;
}

type AzurePostgresArgs = PostgresArgs & { network: AzureNetwork } & {
  secrets: AzureSecrets;
  transform?: PostgresTransforms;
};

/** Ports of the server and of its built-in PgBouncer. */
const ports = { direct: 5432, pooler: 6432 } as const;

/**
 * The server's log, in which slow statements and sign-ins are, its sessions, and the log of the pooler, which is empty
 * without one ("Supported log categories", Microsoft.DBforPostgreSQL/flexibleServers).
 */
const logCategories = ["PostgreSQLLogs", "PostgreSQLFlexSessions", "PostgreSQLFlexPGBouncer"];

/** PostgreSQL Flexible Server: in the network, TLS only, with backups and a standby where asked for. */
export class AzurePostgres extends pulumi.ComponentResource implements Postgres {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  private readonly values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  private readonly stored: Readonly<Record<PostgresSecret, StoredSecret>>;

  constructor(name: string, args: AzurePostgresArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Postgres", name, {}, opts);
    const { context, spec, network, secrets, transform } = args;
    const { resourceGroupName } = network;
    const zone = this.zone(name, args);
    const key = context.customerManagedKeys
      ? encryptionKey(`${name}-key`, { context, network, secrets }, this)
      : undefined;
    const admin = { length: 32, version: spec.admin.passwordVersion, classes: true };
    const adminPassword = generatedPassword(`${name}-admin-password`, admin, this);
    const [{ role, version }] = spec.logins;
    const password = generatedPassword(`${name}-password-${version}`, { length: 32, version }, this);
    // A server goes on with work of its own after the API has said that it is made or changed.
    const hooks = { onError: [untilNotBusy(`${name}-busy`)] };
    const serverArgs: ServerArgs = {
      context,
      spec,
      network,
      key,
      zoneId: zone.id,
      after: [zone.link],
      transform: transform?.server,
      hooks,
    };
    const primary = primaryServer(`${name}-server`, { ...serverArgs, password: adminPassword }, this);
    const set = parameters(name, { spec, server: primary, resourceGroupName, hooks }, this);
    const database = new dbforpostgresql.Database(
      `${name}-database`,
      { databaseName: spec.database, serverName: primary.name, resourceGroupName, charset: "UTF8" },
      { parent: this, protect: spec.deletionProtection, dependsOn: set.slice(-1), hooks },
    );
    // One after the other: a primary takes nothing else while a replica is made of it (hashicorp/terraform-provider-azurerm#29337).
    const replicas: dbforpostgresql.Server[] = [];
    for (let i = 1; i <= spec.readReplicas; i++) {
      const replicaArgs = { ...serverArgs, after: [replicas.at(-1) ?? database], transform: transform?.replica };
      replicas.push(replicaServer(`${name}-replica-${i}`, primary, replicaArgs, this));
    }
    if (spec.deletionProtection) deleteLock(`${name}-lock`, primary.id, this);
    keptLogs(
      `${name}-log`,
      {
        context,
        resourceGroupName,
        purpose: "postgres",
        retentionDays: network.logRetentionDays,
        sources: {
          primary: primary.id,
          ...Object.fromEntries(replicas.map(({ id }, i) => [`replica-${i + 1}`, id])),
        },
        categories: logCategories,
        hooks,
      },
      this,
    );

    const direct = primary.fullyQualifiedDomainName;
    const read = replicas[0]?.fullyQualifiedDomainName ?? direct;
    const port = spec.pooling === undefined ? ports.direct : ports.pooler;
    const connected = connections(
      {
        database: spec.database,
        made: database.name,
        login: { role, password },
        admin: { user: spec.admin.user, password: adminPassword },
        workloads: { host: direct, port },
        direct: { host: direct, port: ports.direct },
        read: { host: read, port: ports.direct },
        caPath,
      },
      (suffix, secret) =>
        storedSecret(
          `${name}-${suffix}`,
          { context, vaultName: secrets.vaultName, resourceGroupName, ...secret },
          this,
        ),
    );
    this.stored = connected.secrets;
    this.values = connected.values;
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

  /** The zone of the servers' names, which has to end like this ("Networking with private access"). */
  private zone(
    name: string,
    { context, network }: AzurePostgresArgs,
  ): { id: pulumi.Output<string>; link: pulumi.Resource } {
    const { resourceGroupName, vnetId } = network;
    const zone = new privatedns.PrivateZone(
      `${name}-zone`,
      {
        privateZoneName: `${context.name}.private.postgres.database.azure.com`,
        resourceGroupName,
        location: "global",
        tags: tags(context, `${name}-zone`),
      },
      { parent: this },
    );
    const link = new privatedns.VirtualNetworkLink(
      `${name}-zone-link`,
      {
        virtualNetworkLinkName: context.name,
        privateZoneName: zone.name,
        resourceGroupName,
        location: "global",
        registrationEnabled: false,
        virtualNetwork: { id: vnetId },
        tags: tags(context, `${name}-zone-link`),
      },
      { parent: this },
    );
    return { id: zone.id, link };
  }
}
