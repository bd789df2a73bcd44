import type * as cdn from "@pulumi/azure-native/cdn";
import type { ComponentContext, EdgeSpec } from "../../contract";
import type { AzureCompute } from "../compute";
import type { AzureNetwork } from "../network";
import type { AzureStorage } from "../storage";

/** Where parts of the edge hang, and what they are made from. */
export interface FrontDoorArgs {
  context: ComponentContext;
  spec: EdgeSpec;
  compute: AzureCompute | undefined;
  storage: AzureStorage;
  network: AzureNetwork;
  profile: cdn.Profile;
}

/** The place of a child of the profile. */
export function inProfile({ network, profile }: Pick<FrontDoorArgs, "network" | "profile">) {
  return { resourceGroupName: network.resourceGroupName, profileName: profile.name };
}
