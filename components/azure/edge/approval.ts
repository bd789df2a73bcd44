import type * as cdn from "@pulumi/azure-native/cdn";
import * as pulumi from "@pulumi/pulumi";
import { digest } from "../../contract";
import { deploymentScript } from "../script";
import { requestMessage } from "./origins";
import { privateLinkRegion } from "./private-link";
import type { FrontDoorArgs } from "./profile";

/**
 * Approves what waits with our message, and goes on until one such connection is approved and none has waited for five
 * rounds: Front Door may ask several times for one origin ("Create a private link to an Azure Container App with Azure
 * Front Door", known issue). A call that fails is made again in the next round, as the script's role is only just
 * assigned. By `az rest`, as `az network private-endpoint-connection` of an older CLI does not know the environment (REST
 * API Microsoft.App 2025-07-01, Managed Environment Private Endpoint Connections).
 */
const approve = `set -uo pipefail
version=2025-07-01
connections() {
  az rest --method get --url "https://management.azure.com\${TARGET}/privateEndpointConnections?api-version=\${version}" --output tsv --query "value[?properties.privateLinkServiceConnectionState.status=='$1' && properties.privateLinkServiceConnectionState.description=='$MESSAGE'].id"
}
approved="{\\"properties\\":{\\"privateLinkServiceConnectionState\\":{\\"status\\":\\"Approved\\",\\"description\\":\\"$MESSAGE\\"}}}"
quiet=0
for round in $(seq 60); do
  if waiting=$(connections Pending) && granted=$(connections Approved); then
    for id in $waiting; do
      az rest --method put --url "https://management.azure.com\${id}?api-version=\${version}" --body "$approved" || echo "not yet: $id" >&2
    done
    if [ -z "$waiting" ] && [ -n "$granted" ]; then quiet=$((quiet + 1)); else quiet=0; fi
    if [ "$quiet" -ge 5 ]; then exit 0; fi
  fi
  sleep 15
done
echo "no private endpoint of Front Door is approved on $TARGET, or there is always one more that waits" >&2
exit 1
`;

/** Approves Front Door's private endpoints on the environment: of those that wait, the ones that carry our message. */
export function approveEndpoints(
  name: string,
  { context, compute, network, profile }: FrontDoorArgs,
  origins: readonly cdn.AFDOrigin[],
  parent: pulumi.Resource,
): void {
  if (compute === undefined) return;
  // Changes that make Front Door request a new private endpoint: another profile, origin, region or environment.
  const endpointRequest = pulumi
    .all([compute.environmentId, profile.frontDoorId, ...origins.map(({ id }) => id)])
    .apply(([environment, frontDoor, ...ids]) =>
      JSON.stringify([environment, frontDoor, privateLinkRegion(context.region), ...ids.sort()]),
    );
  deploymentScript(
    name,
    {
      context,
      resourceGroupName: network.resourceGroupName,
      purpose: "approve-endpoints",
      content: approve,
      variables: { TARGET: compute.environmentId, MESSAGE: requestMessage(context.name) },
      rights: [
        {
          name: "environment",
          scope: compute.environmentId,
          actions: [
            "Microsoft.App/managedEnvironments/read",
            "Microsoft.App/managedEnvironments/privateEndpointConnections/*",
          ],
        },
      ],
      runsFor: endpointRequest.apply((text) => digest(text, 32)),
      timeoutSeconds: 1800,
      dependsOn: origins,
    },
    parent,
  );
}
