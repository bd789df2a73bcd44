import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import type * as pulumi from "@pulumi/pulumi";
import { type PostgresSpec, postgresConnections } from "../../contract";

/** Parameters of a server, in the order in which they are set. */
function parametersOf(spec: PostgresSpec): [name: string, value: string][] {
  const { pooling, insights, slowQueryMilliseconds, size } = spec;
  // Not `max_connections`: each machine has more than is promised by itself (429, 859 and 1718), and what is set by hand
  // needs a restart on the primary but holds at once on a replica, which may then not be the smaller one ("Limits").
  return [
    ["require_secure_transport", "on"],
    ["ssl_min_protocol_version", "TLSv1.2"],
    ["log_min_duration_statement", String(slowQueryMilliseconds)],
    ["pg_qs.query_capture_mode", insights ? "top" : "none"],
    ["pgms_wait_sampling.query_capture_mode", insights ? "all" : "none"],
    ...(pooling === undefined
      ? []
      : ([
          ["pgbouncer.enabled", "true"],
          ["pgbouncer.pool_mode", pooling.mode],
          // Without, clients that name their statements (Prisma) fail in transaction mode; as on Kubernetes.
          ["pgbouncer.max_prepared_statements", "200"],
          [
            "pgbouncer.default_pool_size",
            String(Math.floor((postgresConnections[size] * pooling.maxConnectionsPercent) / 100)),
          ],
        ] satisfies [string, string][])),
  ];
}

/**
 * Sets the parameters one after the other: a server refuses a second change while a first one runs. It is still busy when it has
 * just been made or changed, and between two parameters: `hooks` try again then.
 */
export function parameters(
  name: string,
  args: {
    spec: PostgresSpec;
    server: dbforpostgresql.Server;
    resourceGroupName: pulumi.Input<string>;
    hooks: pulumi.ResourceHookBinding;
  },
  parent: pulumi.Resource,
): pulumi.Resource[] {
  const { spec, server, resourceGroupName, hooks } = args;
  const set: pulumi.Resource[] = [];
  for (const [parameter, value] of parametersOf(spec)) {
    set.push(
      new dbforpostgresql.Configuration(
        `${name}-${parameter.replaceAll(/[._]/g, "-")}`,
        {
          configurationName: parameter,
          serverName: server.name,
          resourceGroupName,
          source: "user-override",
          value,
        },
        { parent, dependsOn: set.slice(-1), hooks },
      ),
    );
  }
  return set;
}
