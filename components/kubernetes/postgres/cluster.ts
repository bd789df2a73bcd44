import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  type PostgresSpec,
  postgresConnections,
  type Transform,
  transformed,
} from "../../contract";
import { customResource } from "../custom-resource";
import type { KubernetesImages } from "../images";
import { inheritedLabels, metadata, waitForReady } from "../metadata";
import { imageFor } from "../own-images";
import type { KubernetesPlatformSpec } from "../platform-spec";
import { backupPlugin } from "./backups";
import { names } from "./names";
import { instanceSizes, instancesOf, memoryQuantity, walStorageGiB } from "./sizes";

/** The specification of a CloudNativePG Cluster, as its API has it. */
export type ClusterSpec = Record<string, unknown>;

/** Arguments of the cluster. */
export interface DatabaseClusterArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  platform: KubernetesPlatformSpec;
  /** Folder of the archive. */
  archive: pulumi.Input<string>;
  /** Secret of the administrator, whose password the operator keeps like it. */
  adminSecret: string;
  images: KubernetesImages;
  transform?: Transform<ClusterSpec>;
}

/** PostgreSQL and its standbys. Only TLS connections are taken, passwords are SCRAM, no one signs in as superuser. */
export function databaseCluster(
  name: string,
  { context, spec, platform, images, archive, adminSecret, transform }: DatabaseClusterArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  const { cpu, cpuLimit, memoryMiB } = instanceSizes[spec.size];
  const memory = memoryQuantity(memoryMiB);
  const instances = instancesOf(spec);
  const walStorage = walStorageGiB(spec);
  const imageName = imageFor("postgres", spec.version);
  const clusterSpec: ClusterSpec = {
    description: `Database of ${context.name}`,
    imageName,
    imagePullSecrets: images.pullSecrets(imageName),
    instances,
    inheritedMetadata: { labels: inheritedLabels(context, "postgres") },
    enableSuperuserAccess: false,
    // A budget for one instance would keep its node from being drained for ever.
    enablePDB: instances > 1,
    primaryUpdateStrategy: "unsupervised",
    // By a switchover the operator takes no `imageName` that changes together with a parameter (docs/kubernetes.md, Day 2). Where
    // there is nothing to switch to, it would restart anyway.
    primaryUpdateMethod: instances > 1 ? "switchover" : "restart",
    // The administrator makes the roles of the application, and is no superuser. It is not in `managed.roles`: the operator
    // removes every membership that is not listed there, and with it the right to change the roles that it made.
    bootstrap: {
      initdb: {
        database: spec.database,
        owner: spec.admin.user,
        secret: { name: adminSecret },
        postInitSQL: [`ALTER ROLE "${spec.admin.user}" CREATEDB CREATEROLE`],
        dataChecksums: true,
      },
    },
    // CloudNativePG's own authority ends after ninety days, and clients that read it at their start don't see the next.
    certificates: { serverTLSSecret: names.certificate, serverCASecret: names.certificate },
    storage: {
      // A volume does not grow by itself, so it is as large as it may become.
      size: `${spec.maxStorageGiB}Gi`,
      resizeInUseVolumes: true,
      storageClass: platform.storageClass,
    },
    walStorage: { size: `${walStorage}Gi`, resizeInUseVolumes: true, storageClass: platform.storageClass },
    resources: { requests: { cpu, memory }, limits: { cpu: cpuLimit, memory } },
    affinity: {
      enablePodAntiAffinity: true,
      topologyKey: "kubernetes.io/hostname",
      podAntiAffinityType: "preferred",
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { "cnpg.io/cluster": names.cluster } },
      },
    ],
    seccompProfile: { type: "RuntimeDefault" },
    postgresql: {
      synchronous: spec.highAvailability ? synchronous(instances) : undefined,
      parameters: {
        max_connections: String(postgresConnections[spec.size]),
        // Most WAL that a missing standby holds back; it is cloned anew when it comes back later.
        max_slot_wal_keep_size: `${walStorage * 512}MB`,
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
    plugins: [
      {
        name: backupPlugin,
        isWALArchiver: true,
        parameters: { barmanObjectName: names.objectStore, serverName: archive },
      },
    ],
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
    // The first instance is made, then each standby copied from it; ten minutes, Pulumi's own, are short for large ones.
    { ...opts, customTimeouts: { create: "30m", update: "30m" } },
  );
}

/**
 * A commit is confirmed only when a standby has it too. If there is only one standby and it is gone, the primary goes on
 * alone rather than stop.
 */
function synchronous(instances: number) {
  return { method: "any", number: 1, dataDurability: instances > 2 ? "required" : "preferred" };
}
