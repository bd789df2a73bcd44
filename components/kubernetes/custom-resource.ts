import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type * as pulumi from "@pulumi/pulumi";
import type { ObjectMetadata } from "./metadata";

/** An object of a kind that an operator of the cluster brings. */
export interface CustomResourceArgs {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  spec: pulumi.Inputs;
}

/** Makes an object of an operator's kind. */
export function customResource(
  name: string,
  args: CustomResourceArgs,
  opts: pulumi.CustomResourceOptions,
): CustomResource {
  return new CustomResource(name, { ...args }, opts);
}
