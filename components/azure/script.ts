import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { type ComponentContext, physicalName } from "../contract";
import { tags } from "./tags";

/** A right of a script: what it may do, and on what. */
export interface ScriptRight {
  /** Unique among the rights of the script. */
  name: string;
  scope: pulumi.Input<string>;
  actions: readonly string[];
}

/** Arguments of a deployment script. */
export interface DeploymentScriptArgs {
  context: ComponentContext;
  resourceGroupName: pulumi.Input<string>;
  /** Its purpose, for its names: `migrate`. */
  purpose: string;
  content: string;
  variables: Readonly<Record<string, pulumi.Input<string>>>;
  rights: readonly ScriptRight[];
  /** It runs again when this changes. */
  runsFor: pulumi.Input<string>;
  timeoutSeconds: number;
  dependsOn?: readonly pulumi.Resource[];
}

/** A version with an image (Microsoft Learn, "Use deployment scripts in Bicep", whose examples name it). */
const azCliVersion = "2.52.0";

/**
 * The longest that there is ("Develop a deployment script in Bicep"): then Azure deletes the script's resource, and a refresh
 * after that has the next `up` make it anew. So a script has to be one that may run again.
 */
const retentionInterval = "PT26H";

/** Longest name of an identity is 128, of a script 90 (Azure naming rules). */
const longestName = 90;

/**
 * A script of the Azure CLI that Azure runs, as an identity of its own with roles of its own: it may do what it does. It runs
 * again after a refresh, with the same `runsFor`, and has to see by itself whether anything is left to do.
 */
export function deploymentScript(
  name: string,
  args: DeploymentScriptArgs,
  parent: pulumi.Resource,
): resources.AzureCliScript {
  const { context, resourceGroupName, purpose, content, variables, rights, runsFor, timeoutSeconds, dependsOn } = args;
  const child = { parent };
  const physical = physicalName([context.name, purpose], longestName);
  const runner = new managedidentity.UserAssignedIdentity(
    `${name}-identity`,
    { resourceName: physical, resourceGroupName, location: context.region, tags: tags(context, `${name}-identity`) },
    child,
  );
  const granted = rights.map((right) => grant(`${name}-${right.name}`, right, runner.principalId));
  return new resources.AzureCliScript(
    name,
    {
      scriptName: physical,
      resourceGroupName,
      location: context.region,
      kind: "AzureCLI",
      azCliVersion,
      identity: {
        type: resources.ManagedServiceIdentityType.UserAssigned,
        userAssignedIdentities: [runner.id],
      },
      environmentVariables: Object.entries(variables).map(([variable, value]) => ({ name: variable, value })),
      scriptContent: content,
      forceUpdateTag: runsFor,
      timeout: `PT${timeoutSeconds}S`,
      retentionInterval,
      cleanupPreference: resources.CleanupOptions.OnSuccess,
      tags: tags(context, name),
    },
    // Each resource is one run: to run again, it is replaced. Azure does not run a script whose properties are the same ("Use
    // deployment scripts in Bicep"): so one that failed has to be made anew, which Pulumi does for `*` only, where a failed
    // creation counts as a change. Tags alone are no reason to run again.
    {
      ...child,
      dependsOn: [...granted, ...(dependsOn ?? [])],
      deleteBeforeReplace: true,
      replaceOnChanges: ["*"],
      ignoreChanges: ["tags"],
      customTimeouts: { create: `${timeoutSeconds + 600}s` },
    },
  );

  function grant(
    rightName: string,
    { scope, actions }: ScriptRight,
    principalId: pulumi.Input<string>,
  ): authorization.RoleAssignment {
    const id = new random.RandomUuid(`${rightName}-role-id`, {}, child);
    const assignmentId = new random.RandomUuid(`${rightName}-grant-id`, {}, child);
    const role = new authorization.RoleDefinition(
      `${rightName}-role`,
      {
        roleDefinitionId: id.result,
        // Unique in the directory.
        roleName: pulumi.interpolate`${rightName} ${id.result}`,
        description: `What the script ${physical} does`,
        roleType: "CustomRole",
        // Defined for the group, assigned on the one resource.
        scope: resourceGroupOf(scope),
        assignableScopes: [resourceGroupOf(scope)],
        permissions: [{ actions: [...actions], notActions: [] }],
      },
      child,
    );
    return new authorization.RoleAssignment(
      `${rightName}-grant`,
      {
        roleAssignmentName: assignmentId.result,
        scope,
        principalId,
        principalType: authorization.PrincipalType.ServicePrincipal,
        roleDefinitionId: role.id,
      },
      child,
    );
  }
}

/** Custom roles are assignable in groups and subscriptions, not on single resources (Microsoft Learn, "Azure custom roles"). */
function resourceGroupOf(scope: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(scope).apply((id) => id.split("/").slice(0, 5).join("/"));
}
