import * as authorization from "@pulumi/azure-native/authorization";
import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** Built-in roles by their ids, which are the same in every directory (Microsoft Learn, "Azure built-in roles"). */
export const builtInRoles = {
  acrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
  keyVaultCryptoServiceEncryptionUser: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
  storageBlobDataReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
  storageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
} as const;

/** Who may do what, where. */
export interface RoleGrant {
  role: keyof typeof builtInRoles;
  /** Resource id; the role holds for it and all below. */
  scope: pulumi.Input<string>;
  /** Object id of a managed identity. */
  principalId: pulumi.Input<string>;
}

/** Assigns a built-in role. Its name is a UUID that is drawn once, so that the same assignment is never made twice. */
export function grantRole(name: string, grant: RoleGrant, parent: pulumi.Resource): authorization.RoleAssignment {
  const { role, scope, principalId } = grant;
  const { subscriptionId } = authorizationOf(parent);
  const id = new random.RandomUuid(`${name}-id`, {}, { parent });
  return new authorization.RoleAssignment(
    name,
    {
      roleAssignmentName: id.result,
      scope,
      principalId,
      // Said, because a new identity is not yet known everywhere when the directory is asked what it is.
      principalType: authorization.PrincipalType.ServicePrincipal,
      roleDefinitionId: pulumi.interpolate`/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role]}`,
    },
    { parent },
  );
}

/** The subscription and the directory of the stack. */
export function authorizationOf(parent: pulumi.Resource): {
  subscriptionId: pulumi.Output<string>;
  tenantId: pulumi.Output<string>;
} {
  const config = getClientConfigOutput({ parent });
  return { subscriptionId: config.subscriptionId, tenantId: config.tenantId };
}
