import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type PoolingSpec, type PostgresSpec, postgresConnections } from "../../contract";
import { customResource } from "../custom-resource";
import type { KubernetesImages } from "../images";
import { metadata, podLabels } from "../metadata";
import { imageFor } from "../own-images";
import { names } from "./names";

/** Arguments of the pooler. */
export interface PoolerArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  pooling: PoolingSpec;
  images: KubernetesImages;
}

const pods = { matchLabels: { "cnpg.io/poolerName": names.pooler } };

/** PgBouncer in front of the primary, twice where the database is highly available. */
export function pooler(
  name: string,
  { context, spec, pooling, images }: PoolerArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const instances = spec.highAvailability ? 2 : 1;
  // Its Deployment rolls with one Pod more, which may hold as many connections as the others.
  const serverConnections = String(
    Math.floor((postgresConnections[spec.size] * pooling.maxConnectionsPercent) / 100 / (instances + 1)),
  );
  customResource(
    name,
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Pooler",
      metadata: metadata(context, "postgres", names.pooler),
      spec: {
        cluster: { name: names.cluster },
        type: "rw",
        instances,
        pgbouncer: {
          poolMode: pooling.mode,
          parameters: {
            // Its default takes a password in clear text.
            client_tls_sslmode: "require",
            max_client_conn: "2000",
            default_pool_size: serverConnections,
            // Pools are by role: while two roles sign in, they share what there is.
            max_db_connections: serverConnections,
            // Statements that a driver prepares survive the change of the server connection (PgBouncer 1.21).
            max_prepared_statements: "200",
          },
        },
        template: {
          metadata: { labels: podLabels(context, "postgres-pooler") },
          spec: {
            // The operator's own image of PgBouncer is in the registry of its PostgreSQL images.
            imagePullSecrets: images.pullSecrets(imageFor("postgres", spec.version)),
            containers: [
              {
                name: "pgbouncer",
                resources: {
                  requests: { cpu: "50m", memory: "64Mi" },
                  limits: { cpu: "500m", memory: "256Mi" },
                },
              },
            ],
            topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
              maxSkew: 1,
              topologyKey,
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: pods,
            })),
          },
        },
      },
    },
    opts,
  );
  if (instances > 1) {
    new PodDisruptionBudget(
      `${name}-budget`,
      {
        metadata: metadata(context, "postgres", names.pooler),
        spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: pods },
      },
      opts,
    );
  }
}
