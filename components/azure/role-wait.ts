import { setTimeout } from "node:timers/promises";
import type * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/**
 * Five minutes. Azure says that an assignment can take up to ten until it holds everywhere ("Troubleshoot Azure RBAC"); one
 * to five are what was reported of identities of Container Apps. A workload that is still refused starts with the next `up`.
 */
const waitSeconds = 300;

/**
 * Completes when new assignments are effective. A vault or key rejects a role that has not propagated, and `azure-native`
 * does not retry. Pulumi itself waits, before it makes a resource that represents the assignments: so an interrupted wait
 * starts again, and a refresh does not repeat a finished one.
 */
export function roleWait(
  name: string,
  grants: readonly authorization.RoleAssignment[],
  parent: pulumi.Resource,
): pulumi.Resource {
  const granted = pulumi
    .all(
      grants.map(
        ({ scope, principalId, roleDefinitionId }) => pulumi.interpolate`${scope} ${principalId} ${roleDefinitionId}`,
      ),
    )
    .apply((lines) => lines.sort().join("\n"));
  return new random.RandomUuid(
    name,
    { keepers: { granted } },
    {
      parent,
      dependsOn: [...grants],
      hooks: { beforeCreate: [() => setTimeout(waitSeconds * 1000)] },
    },
  );
}
