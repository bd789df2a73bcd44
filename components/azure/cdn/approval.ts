import type * as pulumi from "@pulumi/pulumi";
import { deploymentScript } from "../script";
import { requestMessage } from "./origins";
import type { EdgeArgs } from "./profile";

/**
 * For each target: approves what waits with our message until one such connection is approved, and fails where there
 * never is one. By `az rest`, as `az network private-endpoint-connection` of an older CLI does not know the environment
 * (REST APIs Microsoft.App 2024-10-02-preview and Microsoft.Storage 2023-01-01, privateEndpointConnections).
 */
const approve = `set -euo pipefail
version() {
  case "$1" in */Microsoft.App/*) echo 2024-10-02-preview ;; *) echo 2023-01-01 ;; esac
}
connections() {
  az rest --method get --url "https://management.azure.com$1/privateEndpointConnections?api-version=$(version "$1")" --output tsv --query "value[?properties.privateLinkServiceConnectionState.status=='$2' && properties.privateLinkServiceConnectionState.description=='$MESSAGE'].id"
}
approved="{\\"properties\\":{\\"privateLinkServiceConnectionState\\":{\\"status\\":\\"Approved\\",\\"description\\":\\"$MESSAGE\\"}}}"
for target in $TARGETS; do
  for attempt in $(seq 30); do
    for id in $(connections "$target" Pending); do
      az rest --method put --url "https://management.azure.com$id?api-version=$(version "$id")" --body "$approved"
    done
    if [ -n "$(connections "$target" Approved)" ]; then continue 2; fi
    sleep 20
  done
  echo "no private endpoint of Front Door is approved on $target" >&2
  exit 1
done
`;

/** Approves Front Door's private endpoints: of those that wait, the ones that carry our message, and no others. */
export function approveEndpoints(
  name: string,
  { context, compute, storage, network }: EdgeArgs,
  buckets: readonly string[],
  origins: readonly pulumi.Resource[],
  parent: pulumi.Resource,
): void {
  const accounts = buckets.map((bucket) => ({ bucket, id: storage.account(bucket).id }));
  const targets = accounts.reduce<pulumi.Output<string>>(
    (ids, { id }) => ids.apply((all) => id.apply((next) => `${all} ${next}`)),
    compute.environmentId,
  );
  deploymentScript(
    name,
    {
      context,
      resourceGroupName: network.resourceGroupName,
      purpose: "approve-endpoints",
      content: approve,
      variables: { TARGETS: targets, MESSAGE: requestMessage(context.name) },
      rights: [
        {
          name: "environment",
          scope: compute.environmentId,
          actions: [
            "Microsoft.App/managedEnvironments/read",
            "Microsoft.App/managedEnvironments/privateEndpointConnections/*",
          ],
        },
        ...accounts.map(({ bucket, id }) => ({
          name: bucket,
          scope: id,
          actions: [
            "Microsoft.Storage/storageAccounts/read",
            "Microsoft.Storage/storageAccounts/privateEndpointConnections/*",
            "Microsoft.Storage/storageAccounts/PrivateEndpointConnectionsApproval/action",
          ],
        })),
      ],
      runsFor: targets,
      timeoutSeconds: 1800,
      dependsOn: origins,
    },
    parent,
  );
}
