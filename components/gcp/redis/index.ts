import * as memorystore from "@pulumi/gcp/redis";
import * as pulumi from "@pulumi/pulumi";
import type { RedisArgs } from "../../contract";
import {
  physicalName,
  type Redis,
  type RedisSecret,
  type RedisSpec,
  type RedisValue,
  type Transform,
  transformed,
} from "../../contract";
import { encryptionKey } from "../key";
import { labels } from "../labels";
import type { GcpNetwork } from "../network";
import { type StoredSecret, storedSecret } from "../secret";
import type { GcpSecrets } from "../secrets";

/** Changes of single resources of a Redis instance. */
export interface RedisTransforms {
  instance?: Transform<memorystore.InstanceArgs>;
}

type GcpRedisArgs = RedisArgs & { network: GcpNetwork } & { secrets: GcpSecrets; transform?: RedisTransforms };

/** Versions of Memorystore for Redis by major version of the protocol (SDK, `InstanceArgs.redisVersion`). */
const versions: Readonly<Record<string, string>> = { "6": "REDIS_6_X", "7": "REDIS_7_2" };
/** Memorystore answers TLS there ("About in-transit encryption", Memorystore for Redis). */
const tlsPort = 6378;

/**
 * Share of the capacity that holds data. A snapshot copies what is written meanwhile; without room for that an instance runs
 * out of memory ("Memory management best practices", Memorystore for Redis).
 */
const shareOfData = 0.8;
/** When Google may change the instance, in UTC: an hour, after the databases' window, as on the other clouds. */
const maintenanceWindow = { day: "SUNDAY", startTime: { hours: 5, minutes: 0, seconds: 0, nanos: 0 } };

/** Memorystore for Redis: private, with AUTH and TLS, encrypted at rest. */
export class GcpRedis extends pulumi.ComponentResource implements Redis {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  /** Text of the certificate authorities that sign for the instance. */
  readonly authorities: pulumi.Output<string>;
  private readonly stored: Readonly<Record<RedisSecret, StoredSecret>>;

  constructor(name: string, args: GcpRedisArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Redis", name, {}, opts);
    const { context, spec, secrets } = args;
    const instance = this.instance(name, args);
    const password = pulumi.secret(instance.authString);
    const store = (suffix: string, description: string, value: pulumi.Input<string>) =>
      storedSecret(`${name}-${suffix}`, { context, description, key: secrets.key, value }, this);
    this.host = instance.host;
    this.port = pulumi.output(tlsPort);
    this.stored = {
      url: store(
        "url",
        `Connection to Redis ${spec.name}`,
        pulumi.secret(pulumi.interpolate`rediss://:${password}@${instance.host}:${tlsPort}`),
      ),
      password: store("password", `Password of Redis ${spec.name}`, password),
    };
    this.authorities = instance.serverCaCerts.apply((certs) => certs.map(({ cert }) => cert).join("\n"));
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: RedisValue): pulumi.Output<string> {
    return { host: this.host, port: this.port.apply(String) }[key];
  }

  secret(key: RedisSecret): StoredSecret {
    return this.stored[key];
  }

  private instance(name: string, { context, spec, network, transform }: GcpRedisArgs): memorystore.Instance {
    const instanceName = `${name}-instance`;
    const agent = { service: "redis.googleapis.com" };
    const key = context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, agent }, this) : undefined;
    const capacity = Math.ceil(spec.memoryMiB / 1024 / shareOfData);
    const args: memorystore.InstanceArgs = {
      name: physicalName([context.name, spec.name], 40),
      displayName: `${context.name} ${spec.name}`,
      region: context.region,
      redisVersion: versionOf(spec),
      tier: spec.highAvailability ? "STANDARD_HA" : "BASIC",
      memorySizeGb: capacity,
      authorizedNetwork: network.networkId,
      connectMode: "PRIVATE_SERVICE_ACCESS",
      reservedIpRange: network.cacheRange,
      authEnabled: true,
      transitEncryptionMode: "SERVER_AUTHENTICATION",
      customerManagedKey: key?.id,
      redisConfigs: {
        "maxmemory-policy": spec.evictionPolicy,
        "maxmemory-gb": (capacity * shareOfData).toFixed(1),
      },
      persistenceConfig: {
        persistenceMode: "RDB",
        rdbSnapshotPeriod: spec.persistence === "append-only" ? "ONE_HOUR" : "TWENTY_FOUR_HOURS",
      },
      maintenancePolicy: { weeklyMaintenanceWindows: [maintenanceWindow] },
      deletionProtection: spec.deletionProtection,
      labels: labels(context),
    };
    return new memorystore.Instance(instanceName, transformed(transform?.instance, args, instanceName), {
      parent: this,
      protect: spec.deletionProtection,
      additionalSecretOutputs: ["authString"],
      dependsOn: [network.servicesConnection, ...(key === undefined ? [] : [key.grant])],
    });
  }
}

function versionOf({ name, version }: RedisSpec): string {
  const found = versions[version];
  if (found !== undefined) return found;
  throw new Error(`redis "${name}": Memorystore has no version ${version}; it has ${Object.keys(versions).join(", ")}`);
}
