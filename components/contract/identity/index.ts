import type * as pulumi from "@pulumi/pulumi";
import type { BucketAccess } from "../compute";
import type { ComponentContext } from "../context";
import type { SecretReference, VariableValue } from "../references";

/** The rights of one workload, and no others. */
export interface IdentitySpec {
  /** Name of the workload. */
  workload: string;
  /** Reference of the image that it runs. */
  image: string;
  /** Secrets that are injected into it. */
  secrets: SecretReference[];
  /** Buckets that it reads or writes. */
  buckets: Record<string, BucketAccess>;
  /** Its variables, which refer to values of other components. */
  variables: Record<string, VariableValue>;
}

/** Arguments of the identities. */
export interface IdentityArgs {
  context: ComponentContext;
  workloads: IdentitySpec[];
}

/** One least-privilege identity per workload, without static keys. */
export interface Identity extends pulumi.ComponentResource {
  readonly workloads: readonly string[];
}
