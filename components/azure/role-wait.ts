import type * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, digest } from "../contract";
import { deploymentScript } from "./script";

/** What is waited for. */
export interface RoleWaitArgs {
  context: ComponentContext;
  resourceGroupName: pulumi.Input<string>;
  /** What the roles are for, for the script's name: `workloads`. */
  purpose: string;
  /** The assignments; there is a wait again when one of them is another. */
  grants: readonly authorization.RoleAssignment[];
}

/**
 * Five minutes. Azure says that an assignment can take up to ten until it holds everywhere ("Troubleshoot Azure RBAC"); one
 * to five are what was reported of identities of Container Apps. Whoever is refused after it is not after another `up`.
 */
const waitSeconds = 300;

/**
 * A resource that is there when assignments that were just made are old enough to be used: what refuses a role that it
 * does not know yet (a secret of a vault, a key) does so at once and for good, and `azure-native` does not try again.
 */
export function roleWait(name: string, args: RoleWaitArgs, parent: pulumi.Resource): pulumi.Resource {
  const { context, resourceGroupName, purpose, grants } = args;
  const granted = pulumi
    .all(
      grants.map(
        ({ scope, principalId, roleDefinitionId }) => pulumi.interpolate`${scope} ${principalId} ${roleDefinitionId}`,
      ),
    )
    .apply((lines) => lines.sort().join("\n"));
  return deploymentScript(
    name,
    {
      context,
      resourceGroupName,
      purpose,
      content: `sleep ${waitSeconds}\n`,
      variables: {},
      rights: [],
      runsFor: granted.apply((text) => digest(text, 32)),
      timeoutSeconds: waitSeconds + 600,
      dependsOn: grants,
    },
    parent,
  );
}
