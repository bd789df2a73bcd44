import { z } from "zod";
import type { PlatformSpec, TargetPlatform } from "../contract";

/** The place of an Azure stack. */
export interface AzurePlatformSpec {
  /** Resource group of the DNS zone of the domain. */
  dnsResourceGroup: string;
  /** Resource group of the Container Registry that images are pulled from; `<app>-registry` where undefined. */
  registryResourceGroup?: string;
  /** Id of the subscription of that group; the stack's own where undefined. */
  registrySubscription?: string;
}

declare module "../contract/topology" {
  interface PlatformSpec {
    azure?: AzurePlatformSpec;
  }
}

const resourceGroup = z
  .string()
  .regex(
    /^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$/,
    "a resource group's name: at most 90 letters, digits and _ . ( ) -, no dot at the end",
  );

/** The keys of `isotopo:azure`. */
const azurePlatformSchema = z
  .strictObject({
    dnsResourceGroup: resourceGroup.describe("Resource group of the DNS zone that holds the domain."),
    registryResourceGroup: resourceGroup
      .optional()
      .describe("Resource group of the Container Registry that images are in. Default: `<app>-registry`."),
    registrySubscription: z
      .guid("the id of a subscription")
      .optional()
      .describe("Id of the subscription of that group. Default: the stack's own."),
  })
  .describe("The placement on Azure. Required on azure, and nowhere else.") satisfies z.ZodType<AzurePlatformSpec>;

/** A stack's place on Azure, in its config. */
export const azurePlatform: TargetPlatform = {
  schema: azurePlatformSchema,
  describes: "a place on Azure",
  meaning: "names the account and place of the stack",
  placeholders: { dnsResourceGroup: "name", registryResourceGroup: "name" },
};

/** The place of the stack, which every resource needs. */
export function azurePlatformOf({ azure }: PlatformSpec): AzurePlatformSpec {
  if (azure === undefined) throw new Error("the topology says nothing of its place: platform.azure is missing");
  return azure;
}
