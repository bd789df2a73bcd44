import type * as pulumi from "@pulumi/pulumi";
import type { Transforms } from "./clouds";
import type { Registry, RegistryArgs } from "./contract/registry";

/** Clouds that have a registry of their own; to a cluster images come from any. */
export const registryClouds = ["aws", "gcp", "azure"] as const;
/** A cloud that has a registry of its own. */
export type RegistryCloud = (typeof registryClouds)[number];

/** Makes the repositories of an application. */
export type RegistryBuilder = (name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) => Registry;

/** One loader per cloud, called when it is chosen, as in `clouds.ts`: the SDK of no other is loaded. */
const loaders: Record<RegistryCloud, (transforms: Transforms) => RegistryBuilder> = {
  aws: ({ aws }) => {
    const { AwsRegistry }: typeof import("./aws/registry") = require("./aws/registry");
    return (name, args, opts) => new AwsRegistry(name, { ...args, transform: aws?.registry }, opts);
  },
  gcp: ({ gcp }) => {
    const { gcpRegistry }: typeof import("./gcp/registry") = require("./gcp/registry");
    return (name, args, opts) => gcpRegistry(name, { ...args, transform: gcp?.registry }, opts);
  },
  azure: ({ azure }) => {
    const { AzureRegistry }: typeof import("./azure/registry") = require("./azure/registry");
    return (name, args, opts) => new AzureRegistry(name, { ...args, transform: azure?.registry }, opts);
  },
};

/** Loads the registry of that cloud, with the changes of single resources that an application needs. */
export function loadRegistry(cloud: RegistryCloud, transforms: Transforms = {}): RegistryBuilder {
  return loaders[cloud](transforms);
}
