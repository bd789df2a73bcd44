import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type PoolingSpec, type PostgresSpec, postgresConnections } from "../../contract";
import { customResource } from "../custom-resource";
import { labels, metadata } from "../metadata";
import { names } from "./names";

/** What the pooler is built from. */
export interface PoolerArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  pooling: PoolingSpec;
}

/** PgBouncer in front of the primary, twice where the database is highly available. */
export function pooler(name: string, { context, spec, pooling }: PoolerArgs, opts: pulumi.CustomResourceOptions): void {
  const instances = spec.highAvailability ? 2 : 1;
  const serverConnections = Math.floor(
    (postgresConnections[spec.size] * pooling.maxConnectionsPercent) / 100 / instances,
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
            max_client_conn: "2000",
            default_pool_size: String(serverConnections),
            // Statements that a driver prepares survive the change of the server connection (PgBouncer 1.21).
            max_prepared_statements: "200",
          },
        },
        template: {
          metadata: { labels: labels(context, "postgres-pooler") },
          spec: {
            containers: [
              {
                name: "pgbouncer",
                resources: {
                  requests: { cpu: "50m", memory: "64Mi" },
                  limits: { cpu: "500m", memory: "256Mi" },
                },
              },
            ],
            topologySpreadConstraints: [
              {
                maxSkew: 1,
                topologyKey: "topology.kubernetes.io/zone",
                whenUnsatisfiable: "ScheduleAnyway",
                labelSelector: { matchLabels: { "cnpg.io/poolerName": names.pooler } },
              },
            ],
          },
        },
      },
    },
    opts,
  );
}
