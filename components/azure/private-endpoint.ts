import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName } from "../contract";
import { untilNotBusy } from "./busy";
import type { AzureNetwork, PrivateZone } from "./network";
import { tags } from "./tags";

/** A service that the network reaches under an address of its own. */
export interface PrivateEndpointArgs {
  context: ComponentContext;
  network: AzureNetwork;
  /** Resource id of the service. */
  target: pulumi.Input<string>;
  /** Sub-resource of it (Microsoft Learn, "What is a private endpoint?", private-link resource). */
  group: "vault" | "blob" | "redisEnterprise";
  zone: PrivateZone;
  /** Changes of the service that must be done before: some services accept no other change while an endpoint is made. */
  after?: readonly pulumi.Resource[];
}

/**
 * A private endpoint, and its name in the private zone of the service. One after the other in their subnet, which Azure
 * has locked while it makes one (`429 RetryableError`, pulumi/pulumi-azure-native#4509); and tried again where subnet or service
 * is busy all the same. Returns what others have to wait for: the name, and that the network asks the zone for it.
 */
export function privateEndpoint(name: string, args: PrivateEndpointArgs, parent: pulumi.Resource): pulumi.Resource {
  const { context, network: own, target, group, zone, after = [] } = args;
  const endpointName = physicalName([name], 64);
  const endpoint = new network.PrivateEndpoint(
    name,
    {
      privateEndpointName: endpointName,
      resourceGroupName: own.resourceGroupName,
      location: context.region,
      subnet: { id: own.endpointSubnetId },
      privateLinkServiceConnections: [{ name: endpointName, privateLinkServiceId: target, groupIds: [group] }],
      tags: tags(context, name),
    },
    { parent, dependsOn: [...own.endpointsBefore(), ...after], hooks: { onError: [untilNotBusy(`${name}-busy`)] } },
  );
  own.addEndpoint(endpoint);
  return new network.PrivateDnsZoneGroup(
    `${name}-name`,
    {
      privateDnsZoneGroupName: "default",
      privateEndpointName: endpoint.name,
      resourceGroupName: own.resourceGroupName,
      privateDnsZoneConfigs: [{ name: group, privateDnsZoneId: own.privateZoneId(zone) }],
    },
    { parent, dependsOn: [own.zoneLink(zone)] },
  );
}
