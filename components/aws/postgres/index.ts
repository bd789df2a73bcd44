import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresArgs } from "../../contract";
import {
  isCopy,
  type LoginSpec,
  type Postgres,
  type PostgresSecret,
  type PostgresSpec,
  type PostgresValue,
  physicalName,
  type Transform,
  transformed,
} from "../../contract";
import { connections, type Login } from "../../shared/connections";
import { generatedPassword } from "../../shared/password";
import { finalSnapshotName } from "../final-snapshot";
import { encryptionKey } from "../key";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { type StoredSecret, storedSecret } from "../secret";
import { tags } from "../tags";
import { caPath } from "./ca-file";
import { certificateAuthority, trustedAuthorities } from "./certificate-authorities";
import { monitoringRole } from "./monitoring";
import { parameterGroup } from "./parameters";
import { databaseProxy } from "./proxy";
import { instanceClasses } from "./sizes";
import { dailyWindow, weeklyWindow } from "./windows";

/** Changes of single resources of the database. */
export interface PostgresTransforms {
  instance?: Transform<rds.InstanceArgs>;
  replica?: Transform<rds.InstanceArgs>;
}

/** Longest identifier of an instance (Amazon RDS API Reference, `CreateDBInstance`). */
const longestIdentifier = 63;

/** Logs that RDS writes to CloudWatch: statements that are slow, sign-ins and errors; and what an upgrade says. */
const logKinds = ["postgresql", "upgrade"] as const;

/** RDS for PostgreSQL, its read replicas, and RDS Proxy where pooling is asked for. */
export class AwsPostgres extends pulumi.ComponentResource implements Postgres {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  /** Key of the secrets that hold the connections. */
  readonly secretKeyArn: pulumi.Output<string>;
  private readonly values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  /** Certificate authorities that a client has to trust, as PEM. */
  readonly authorities: string;
  private readonly secrets: Readonly<Record<PostgresSecret, StoredSecret>>;

  constructor(
    name: string,
    args: PostgresArgs & { network: AwsNetwork } & { transform?: PostgresTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Postgres", name, {}, opts);
    const { context, spec, network, transform } = args;
    const child = { parent: this };
    const identifier = physicalName([context.name], longestIdentifier);
    const leavesSnapshot = !isCopy(context);

    const key = encryptionKey(
      `${name}-key`,
      { context, description: `Database of ${context.name}`, retain: leavesSnapshot },
      this,
    );
    const admin = { length: 40, version: spec.admin.passwordVersion };
    const adminPassword = generatedPassword(`${name}-admin-password`, admin, this);
    const login = ({ role, version }: LoginSpec): Login => ({
      role,
      password: generatedPassword(`${name}-password-${version}`, { length: 40, version }, this),
    });
    const [current, ...earlier] = spec.logins;
    const logins: readonly [Login, ...Login[]] = [login(current), ...earlier.map(login)];
    const subnets = new rds.SubnetGroup(
      `${name}-subnets`,
      { subnetIds: network.isolatedSubnetIds, tags: tags(context, `${name}-subnets`) },
      child,
    );
    const parameters = parameterGroup(`${name}-parameters`, { context, spec }, this);
    const monitoring = spec.insights ? monitoringRole(`${name}-monitoring`, context, this) : undefined;
    const finalSnapshot = leavesSnapshot ? finalSnapshotName(`${name}-final-snapshot`, identifier, this) : undefined;
    const instance = createInstance();
    const replicas = Array.from({ length: spec.readReplicas }, (_, i) => createReplica(i + 1));
    const proxy = spec.pooling
      ? databaseProxy(
          `${name}-proxy`,
          { context, pooling: spec.pooling, network, instance, logins, keyArn: key.arn },
          this,
        )
      : undefined;

    this.secretKeyArn = key.arn;
    this.host = proxy?.endpoint ?? instance.address;
    this.port = instance.port;
    const { port } = instance;
    const { values, secrets } = connections(
      {
        database: spec.database,
        made: spec.database,
        login: logins[0],
        admin: { user: spec.admin.user, password: adminPassword },
        workloads: { host: this.host, port },
        direct: { host: instance.address, port },
        read: { host: replicas[0]?.address ?? instance.address, port },
        caPath,
      },
      (suffix, secret) => storedSecret(`${name}-${suffix}`, { context, keyArn: key.arn, ...secret }, this),
    );
    this.values = values;
    this.secrets = secrets;
    this.authorities = authoritiesOf(context.region, spec);
    this.registerOutputs({ host: this.host, port: this.port });

    function createInstance(): rds.Instance {
      const logs = logGroups(`${name}-log`, context.name);
      const instanceArgs: rds.InstanceArgs = {
        ...common(),
        identifier,
        engine: "postgres",
        // A major version alone: RDS picks the minor one and applies newer ones in the maintenance window.
        engineVersion: spec.version,
        // Past its end of support a version is upgraded, not charged for. A replica is made without it, and follows its primary.
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        dbName: spec.database,
        username: spec.admin.user,
        password: adminPassword,
        allocatedStorage: spec.storageGiB,
        multiAz: spec.highAvailability,
        dbSubnetGroupName: subnets.name,
        backupRetentionPeriod: spec.backupRetentionDays,
        backupWindow: dailyWindow(spec.backupWindow),
        deleteAutomatedBackups: !leavesSnapshot,
        deletionProtection: spec.deletionProtection,
        // A snapshot in every environment: cheap, and the last copy if the wrong stack is destroyed. Pull request environments
        // leave none: an account has 100 snapshots in a region.
        skipFinalSnapshot: !leavesSnapshot,
        finalSnapshotIdentifier: finalSnapshot,
        tags: tags(context, name),
      };
      return new rds.Instance(`${name}-instance`, transformed(transform?.instance, instanceArgs, `${name}-instance`), {
        ...child,
        protect: spec.deletionProtection,
        dependsOn: logs,
      });
    }

    function createReplica(index: number): rds.Instance {
      const replicaName = `${name}-replica-${index}`;
      const replicaIdentifier = physicalName([context.name, "replica", index], longestIdentifier);
      const replicaArgs: rds.InstanceArgs = {
        ...common(),
        identifier: replicaIdentifier,
        replicateSourceDb: instance.identifier,
        skipFinalSnapshot: true, // a replica holds nothing of its own
        backupRetentionPeriod: 0, // the primary is backed up
        deletionProtection: false, // or fewer replicas could not be had
        tags: tags(context, replicaName),
      };
      return new rds.Instance(replicaName, transformed(transform?.replica, replicaArgs, replicaName), {
        ...child,
        dependsOn: logGroups(`${replicaName}-log`, replicaIdentifier),
      });
    }

    /** RDS writes to these names; made before, so that retention and key are ours. */
    function logGroups(prefix: string, of: string) {
      return logKinds.map((kind) =>
        logGroup(
          `${prefix}-${kind}`,
          {
            context,
            path: `/aws/rds/instance/${of}/${kind}`,
            retentionDays: network.logRetentionDays,
            keyArn: network.logKeyArn,
          },
          child,
        ),
      );
    }

    function common(): Pick<rds.InstanceArgs, keyof rds.InstanceArgs> & {
      instanceClass: rds.InstanceArgs["instanceClass"];
    } {
      return {
        instanceClass: instanceClasses[spec.size],
        storageType: "gp3",
        // Of replicas too: one that does not grow with its primary fills up and stops.
        maxAllocatedStorage: spec.maxStorageGiB,
        storageEncrypted: true,
        kmsKeyId: key.arn,
        publiclyAccessible: false,
        vpcSecurityGroupIds: [network.securityGroups.database],
        parameterGroupName: parameters.name,
        caCertIdentifier: certificateAuthority.identifier,
        iamDatabaseAuthenticationEnabled: true,
        autoMinorVersionUpgrade: true,
        // It says that another major version is meant, and does nothing by itself.
        allowMajorVersionUpgrade: true,
        // A change that `up` reports is made: if it waited for the window, it would be drift until then, and keep replaced
        // resources in use.
        applyImmediately: true,
        databaseInsightsMode: "standard",
        maintenanceWindow: weeklyWindow(spec.maintenanceWindow),
        copyTagsToSnapshot: true,
        enabledCloudwatchLogsExports: [...logKinds],
        performanceInsightsEnabled: spec.insights,
        ...(monitoring === undefined
          ? {}
          : {
              performanceInsightsKmsKeyId: key.arn,
              performanceInsightsRetentionPeriod: 7, // the free tier
              monitoringInterval: 60,
              monitoringRoleArn: monitoring.arn,
            }),
      };
    }
  }

  /** A value that is no secret. */
  value(key: PostgresValue): pulumi.Output<string> {
    return this.values[key];
  }

  /** The secret that holds a connection or a password. */
  secret(key: PostgresSecret): StoredSecret {
    return this.secrets[key];
  }
}

function authoritiesOf(region: string, { pooling }: PostgresSpec): string {
  const found = trustedAuthorities(region, { pooled: pooling !== undefined });
  if (found === undefined) throw new Error(`the certificate authority of RDS in ${region} is not known here`);
  return found;
}
