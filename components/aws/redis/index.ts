import * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import type { RedisArgs } from "../../contract";
import {
  isCopy,
  physicalName,
  type Redis,
  type RedisSecret,
  type RedisSpec,
  type RedisValue,
  type Transform,
  transformed,
} from "../../contract";
import { generatedPassword } from "../../shared/password";
import { finalSnapshotName } from "../final-snapshot";
import { encryptionKey } from "../key";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { type StoredSecret, storedSecret } from "../secret";
import { tags } from "../tags";

/** Changes of single resources of a Redis instance. */
export interface RedisTransforms {
  replicationGroup?: Transform<elasticache.ReplicationGroupArgs>;
}

/**
 * Valkey speaks Redis' protocol; ElastiCache charges less for it, and its licence is open. Each is the last minor version of its
 * major one (Amazon ElastiCache User Guide, "Engine versions and upgrading", 2026-11-30: 7.2, 8.0, 8.1, 8.2, 9.0, 9.1): an
 * earlier one is upgraded in the window, and the provider calls the way back a downgrade and makes the instance anew.
 */
export const engines: Readonly<Record<string, { engineVersion: string; family: string }>> = {
  "7": { engineVersion: "7.2", family: "valkey7" },
  "8": { engineVersion: "8.2", family: "valkey8" },
};

/**
 * A node keeps this share of its memory back (`reserved-memory-percent`, Amazon ElastiCache User Guide, "Managing reserved
 * memory").
 */
const reservedShare = 0.25;

/** Node types by their memory (Amazon ElastiCache User Guide, "Supported node types"), without what a node keeps back. */
const nodeTypes: readonly { memoryMiB: number; nodeType: string }[] = [
  { memoryMiB: 512, nodeType: "cache.t4g.micro" }, // 0.5 GiB
  { memoryMiB: 1402, nodeType: "cache.t4g.small" }, // 1.37 GiB
  { memoryMiB: 3164, nodeType: "cache.t4g.medium" }, // 3.09 GiB
  { memoryMiB: 6533, nodeType: "cache.m7g.large" }, // 6.38 GiB
  { memoryMiB: 13_250, nodeType: "cache.m7g.xlarge" }, // 12.94 GiB
  { memoryMiB: 27_033, nodeType: "cache.m7g.2xlarge" }, // 26.4 GiB
];

/** Longest id of a replication group (Amazon ElastiCache API Reference, `CreateReplicationGroup`). */
const longestId = 40;

const port = 6379;

/** One ElastiCache replication group: TLS and a token are required, data is encrypted at rest. */
export class AwsRedis extends pulumi.ComponentResource implements Redis {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly secretKeyArn: pulumi.Output<string>;
  private readonly secrets: Readonly<Record<RedisSecret, StoredSecret>>;

  constructor(
    name: string,
    args: RedisArgs & { network: AwsNetwork } & { transform?: RedisTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Redis", name, {}, opts);
    const { context, spec, network, transform } = args;
    const child = { parent: this };
    const id = physicalName([context.name, spec.name], longestId);
    const engine = engineOf(spec);
    const leavesSnapshot = !isCopy(context);

    const key = encryptionKey(
      `${name}-key`,
      { context, description: `Redis ${spec.name} of ${context.name}`, retain: leavesSnapshot },
      this,
    );
    // ElastiCache takes tokens of 16 to 128 characters.
    const token = generatedPassword(`${name}-token`, { length: 64, version: spec.passwordVersion }, this);
    const subnets = new elasticache.SubnetGroup(
      `${name}-subnets`,
      { name: id, subnetIds: network.isolatedSubnetIds, tags: tags(context, `${name}-subnets`) },
      child,
    );
    const parameters = new elasticache.ParameterGroup(
      `${name}-parameters`,
      {
        name: `${id}-${engine.family}`,
        family: engine.family,
        parameters: [{ name: "maxmemory-policy", value: spec.evictionPolicy }],
        tags: tags(context, `${name}-parameters`),
      },
      child,
    );
    const slowLog = logGroup(
      `${name}-slow-log`,
      {
        context,
        path: `/${context.name}/redis/${spec.name}`,
        retentionDays: network.logRetentionDays,
        keyArn: network.logKeyArn,
      },
      child,
    );
    const finalSnapshot = leavesSnapshot ? finalSnapshotName(`${name}-final-snapshot`, id, this) : undefined;
    const group = createReplicationGroup();

    this.host = group.primaryEndpointAddress;
    this.port = pulumi.output(port);
    this.secretKeyArn = key.arn;
    this.secrets = storeSecrets(this);
    this.registerOutputs({ host: this.host, port: this.port });

    function createReplicationGroup(): elasticache.ReplicationGroup {
      const groupArgs: elasticache.ReplicationGroupArgs = {
        replicationGroupId: id,
        description: `Redis ${spec.name} of ${context.name}`,
        engine: "valkey",
        engineVersion: engine.engineVersion,
        nodeType: nodeTypeOf(spec),
        numCacheClusters: spec.highAvailability ? 2 : 1,
        automaticFailoverEnabled: spec.highAvailability,
        multiAzEnabled: spec.highAvailability,
        parameterGroupName: parameters.name,
        subnetGroupName: subnets.name,
        securityGroupIds: [network.securityGroups.cache],
        port,
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        authToken: token,
        // ROTATE takes the old token and the new one until the next rotation: tasks that run keep theirs until the rollout,
        // which the new version of the secret brings about in the same `up`, has replaced them.
        authTokenUpdateStrategy: "ROTATE",
        atRestEncryptionEnabled: true,
        kmsKeyId: key.arn,
        snapshotRetentionLimit: spec.snapshotRetentionDays,
        snapshotWindow: "01:00-02:00",
        maintenanceWindow: "sun:05:00-sun:06:00",
        finalSnapshotIdentifier: finalSnapshot,
        autoMinorVersionUpgrade: true,
        applyImmediately: true,
        logDeliveryConfigurations: [
          {
            destination: slowLog.name,
            destinationType: "cloudwatch-logs",
            logFormat: "json",
            logType: "slow-log",
          },
        ],
        tags: tags(context, name),
      };
      return new elasticache.ReplicationGroup(
        `${name}-group`,
        transformed(transform?.replicationGroup, groupArgs, `${name}-group`),
        { ...child, protect: spec.deletionProtection },
      );
    }

    function storeSecrets(parent: pulumi.Resource): Record<RedisSecret, StoredSecret> {
      const store = (suffix: string, description: string, value: pulumi.Output<string>) =>
        storedSecret(`${name}-${suffix}`, { context, description, keyArn: key.arn, value }, parent);
      return {
        url: store(
          "url",
          "Connection of the workloads",
          pulumi.secret(pulumi.interpolate`rediss://:${token}@${group.primaryEndpointAddress}:${port}/0`),
        ),
        password: store("auth-token", "Token of the workloads", token),
      };
    }
  }

  /** A value that is no secret. */
  value(key: RedisValue): pulumi.Output<string> {
    return key === "host" ? this.host : this.port.apply(String);
  }

  /** The secret that holds the connection or the token. */
  secret(key: RedisSecret): StoredSecret {
    return this.secrets[key];
  }
}

function engineOf({ name, version }: RedisSpec): { engineVersion: string; family: string } {
  const engine = engines[version];
  if (engine === undefined) {
    throw new Error(`redis "${name}": aws has no version "${version}"; there are ${Object.keys(engines).join(", ")}`);
  }
  return engine;
}

/** Memory of a node that data may take, in MiB. */
function forData(type: { memoryMiB: number }): number {
  return Math.floor(type.memoryMiB * (1 - reservedShare));
}

/** The smallest node whose memory for data is what is asked for. */
export function nodeTypeOf({ name, memoryMiB }: Pick<RedisSpec, "name" | "memoryMiB">): string {
  const fitting = nodeTypes.find((type) => forData(type) >= memoryMiB);
  if (fitting === undefined) {
    throw new Error(
      `redis "${name}": aws has no node of ${memoryMiB} MiB here; at most ${nodeTypes.map(forData).at(-1)}`,
    );
  }
  return fitting.nodeType;
}
