import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  type KubernetesPlatformSpec,
  type PostgresSize,
  type PostgresSpec,
  postgresConnections,
  type Transform,
  transformed,
} from "../../contract";
import { customResource } from "../custom-resource";
import { imageFor } from "../images";
import { labels, metadata, waitForReady } from "../metadata";
import { names } from "./names";

/** The specification of a CloudNativePG Cluster, as its API has it. */
export type ClusterSpec = Record<string, unknown>;

/** What the cluster is built from. */
export interface DatabaseClusterArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  platform: KubernetesPlatformSpec;
  transform?: Transform<ClusterSpec>;
}

/** Reserved and allowed by size: memory is both, so that the database is never the one to be evicted. */
const resources: Readonly<Record<PostgresSize, { cpu: string; cpuLimit: string; memoryMiB: number }>> = {
  micro: { cpu: "250m", cpuLimit: "2", memoryMiB: 1024 },
  small: { cpu: "500m", cpuLimit: "2", memoryMiB: 4096 },
  medium: { cpu: "2", cpuLimit: "2", memoryMiB: 8192 },
  large: { cpu: "4", cpuLimit: "4", memoryMiB: 16_384 },
};

/** The plugin that archives to object storage (CloudNativePG, Barman Cloud plugin). */
export const backupPlugin = "barman-cloud.cloudnative-pg.io";

/** PostgreSQL and its standbys. Only TLS connections are taken, passwords are SCRAM, nobody signs in as superuser. */
export function databaseCluster(
  name: string,
  { context, spec, platform, transform }: DatabaseClusterArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  const { cpu, cpuLimit, memoryMiB } = resources[spec.size];
  const memory = `${memoryMiB}Mi`;
  const clusterSpec: ClusterSpec = {
    description: `Database of ${context.name}`,
    imageName: imageFor("postgres", spec.version),
    instances: 1 + (spec.highAvailability ? 1 : 0) + spec.readReplicas,
    inheritedMetadata: { labels: labels(context, "postgres") },
    enableSuperuserAccess: false,
    primaryUpdateStrategy: "unsupervised",
    primaryUpdateMethod: "switchover",
    bootstrap: {
      initdb: { database: spec.database, owner: spec.admin.user, secret: { name: names.admin }, dataChecksums: true },
    },
    // It makes the roles of the application, and is no superuser.
    managed: {
      roles: [
        {
          ...{ name: spec.admin.user, ensure: "present", login: true, superuser: false },
          ...{ createdb: true, createrole: true, passwordSecret: { name: names.admin } },
        },
      ],
    },
    // The pooler presents this certificate too, so its names have to be in it: clients verify in full.
    certificates: {
      serverAltDNSNames: spec.pooling === undefined ? [] : hostNames(names.pooler, context.name),
    },
    storage: {
      // A volume does not grow by itself, so it is as large as it may become.
      size: `${spec.maxStorageGiB}Gi`,
      resizeInUseVolumes: true,
      storageClass: platform.storageClass,
    },
    resources: { requests: { cpu, memory }, limits: { cpu: cpuLimit, memory } },
    affinity: {
      enablePodAntiAffinity: true,
      topologyKey: "topology.kubernetes.io/zone",
      podAntiAffinityType: "preferred",
    },
    seccompProfile: { type: "RuntimeDefault" },
    postgresql: {
      parameters: {
        max_connections: String(postgresConnections[spec.size]),
        shared_buffers: `${Math.floor(memoryMiB / 4)}MB`,
        password_encryption: "scram-sha-256",
        ssl_min_protocol_version: "TLSv1.2",
        log_min_duration_statement: String(spec.slowQueryMilliseconds),
        log_connections: "on",
        log_disconnections: "on",
        log_lock_waits: "on",
        "pg_stat_statements.track": spec.insights ? "all" : "top",
      },
      // The default rules that follow these would take a password in clear text.
      pg_hba: ["hostnossl all all all reject", "hostssl all all all scram-sha-256"],
    },
    plugins: [{ name: backupPlugin, isWALArchiver: true, parameters: { barmanObjectName: names.objectStore } }],
  };
  return customResource(
    name,
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Cluster",
      // The migration needs a database that answers.
      metadata: metadata(context, "postgres", names.cluster, waitForReady),
      spec: transformed(transform, clusterSpec, name),
    },
    opts,
  );
}

/** Names by which a Service is called inside the cluster. */
function hostNames(service: string, namespace: string): string[] {
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
  ];
}
