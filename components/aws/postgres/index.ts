import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import {
  type Postgres,
  type PostgresArgs,
  type PostgresSecret,
  type PostgresValue,
  type Transform,
  transformed,
} from "../../contract";
import { encryptionKey } from "../key";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { generatedPassword } from "../password";
import { tags } from "../tags";
import { connections } from "./connections";
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

/** RDS for PostgreSQL, its read replicas, and RDS Proxy where pooling is asked for. */
export class AwsPostgres extends pulumi.ComponentResource implements Postgres {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  /** Key of the secrets that hold the connections. */
  readonly secretKeyArn: pulumi.Output<string>;
  private readonly values: Readonly<Record<PostgresValue, pulumi.Output<string>>>;
  private readonly secretArns: Readonly<Record<PostgresSecret, pulumi.Output<string>>>;

  constructor(
    name: string,
    args: PostgresArgs<AwsNetwork> & { transform?: PostgresTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Postgres", name, {}, opts);
    const { context, spec, network, transform } = args;
    const child = { parent: this };

    const key = encryptionKey(`${name}-key`, { context, description: `Database of ${context.name}` }, this);
    const admin = { length: 40, version: spec.admin.passwordVersion };
    const adminPassword = generatedPassword(`${name}-admin-password`, admin, this);
    const logins = spec.logins.map(({ role, version }) => ({
      role,
      password: generatedPassword(`${name}-password-${version}`, { length: 40, version }, this),
    }));
    const subnets = new rds.SubnetGroup(
      `${name}-subnets`,
      { subnetIds: network.isolatedSubnetIds, tags: tags(context, `${name}-subnets`) },
      child,
    );
    const parameters = parameterGroup(`${name}-parameters`, { context, spec }, this);
    const monitoring = spec.insights ? monitoringRole(`${name}-monitoring`, context, this) : undefined;
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
    const { values, secretArns } = connections(
      name,
      {
        context,
        spec,
        adminPassword,
        logins,
        keyArn: key.arn,
        host: this.host,
        directHost: instance.address,
        readHost: replicas[0]?.address ?? instance.address,
        port: instance.port,
      },
      this,
    );
    this.values = values;
    this.secretArns = secretArns;
    this.registerOutputs({ host: this.host, port: this.port });

    function createInstance(): rds.Instance {
      const logs = ["postgresql", "upgrade"].map((kind) =>
        logGroup(
          `${name}-log-${kind}`,
          {
            context,
            // RDS writes to this name; made before, so that retention and key are ours.
            path: `/aws/rds/instance/${context.name}/${kind}`,
            retentionDays: network.logRetentionDays,
            keyArn: network.logKeyArn,
          },
          child,
        ),
      );
      const instanceArgs: rds.InstanceArgs = {
        ...common(),
        identifier: context.name,
        engine: "postgres",
        // A major version alone: RDS picks the minor one and applies newer ones in the maintenance window.
        engineVersion: spec.version,
        dbName: spec.database,
        username: spec.admin.user,
        password: adminPassword,
        allocatedStorage: spec.storageGiB,
        maxAllocatedStorage: spec.maxStorageGiB,
        storageType: "gp3",
        multiAz: spec.highAvailability,
        dbSubnetGroupName: subnets.name,
        backupRetentionPeriod: spec.backupRetentionDays,
        backupWindow: dailyWindow(spec.backupWindow),
        deleteAutomatedBackups: !spec.deletionProtection,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        // A final snapshot in every environment: cheap, and the last chance for whoever destroys the wrong stack.
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${context.name}-final`,
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
      const replicaArgs: rds.InstanceArgs = {
        ...common(),
        identifier: `${context.name}-replica-${index}`,
        replicateSourceDb: instance.identifier,
        skipFinalSnapshot: true, // a replica holds nothing of its own
        backupRetentionPeriod: 0, // the primary is backed up
        tags: tags(context, replicaName),
      };
      return new rds.Instance(replicaName, transformed(transform?.replica, replicaArgs, replicaName), child);
    }

    function common(): Pick<rds.InstanceArgs, keyof rds.InstanceArgs> & {
      instanceClass: rds.InstanceArgs["instanceClass"];
    } {
      return {
        instanceClass: instanceClasses[spec.size],
        storageEncrypted: true,
        kmsKeyId: key.arn,
        publiclyAccessible: false,
        vpcSecurityGroupIds: [network.securityGroups.database],
        parameterGroupName: parameters.name,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        iamDatabaseAuthenticationEnabled: true,
        autoMinorVersionUpgrade: true,
        maintenanceWindow: weeklyWindow(spec.maintenanceWindow),
        copyTagsToSnapshot: true,
        deletionProtection: spec.deletionProtection,
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

  /** ARN of the secret that holds a connection or the password. */
  secretArn(key: PostgresSecret): pulumi.Output<string> {
    return this.secretArns[key];
  }
}
