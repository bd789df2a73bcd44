import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, PostgresSpec } from "../../contract";
import { tags } from "../tags";

/**
 * The database's parameters: TLS is forced, passwords are stored as SCRAM, slow statements, connections and lock waits
 * are logged. The name carries the version, so that an upgrade makes a second group beside the first.
 */
export function parameterGroup(
  name: string,
  { context, spec }: { context: ComponentContext; spec: PostgresSpec },
  parent: pulumi.Resource,
): rds.ParameterGroup {
  const dynamic = { applyMethod: "immediate" };
  const atRestart = { applyMethod: "pending-reboot" };
  return new rds.ParameterGroup(
    `${name}-${spec.version}`,
    {
      family: `postgres${spec.version}`,
      description: `Database of ${context.name}`,
      parameters: [
        { name: "rds.force_ssl", value: "1", ...dynamic },
        { name: "ssl_min_protocol_version", value: "TLSv1.2", ...dynamic },
        { name: "password_encryption", value: "scram-sha-256", ...dynamic },
        { name: "log_min_duration_statement", value: String(spec.slowQueryMilliseconds), ...dynamic },
        { name: "log_connections", value: "1", ...dynamic },
        { name: "log_disconnections", value: "1", ...dynamic },
        { name: "log_lock_waits", value: "1", ...dynamic },
        { name: "shared_preload_libraries", value: "pg_stat_statements", ...atRestart },
      ],
      tags: tags(context, name),
    },
    { parent },
  );
}
