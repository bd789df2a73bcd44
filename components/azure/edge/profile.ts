import type * as cdn from "@pulumi/azure-native/cdn";
import type { CdnSpec, ComponentContext } from "../../contract";
import type { AzureCompute } from "../compute";
import type { AzureNetwork } from "../network";
import type { AzureStorage } from "../storage";

/** Where parts of the edge hang, and what they are made from. */
export interface EdgeArgs {
  context: ComponentContext;
  spec: CdnSpec;
  compute: AzureCompute | undefined;
  storage: AzureStorage;
  network: AzureNetwork;
  profile: cdn.Profile;
}

/** The place of a child of the profile. */
export function inProfile({ network, profile }: Pick<EdgeArgs, "network" | "profile">) {
  return { resourceGroupName: network.resourceGroupName, profileName: profile.name };
}
