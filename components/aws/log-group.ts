import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { tags } from "./tags";

/** Retentions that CloudWatch Logs takes, in days (`PutRetentionPolicy`, Amazon CloudWatch Logs API Reference). */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** The shortest retention that CloudWatch has and that is not less than what was asked for. */
function logRetention(days: number): number {
  return retentions.find((retention) => retention >= days) ?? 3653;
}

/** Purpose and place of a log group. */
export interface LogGroupArgs {
  context: ComponentContext;
  /** Its name in CloudWatch. */
  path: string;
  retentionDays: number;
  keyArn: pulumi.Input<string>;
  /** Region of the group; the provider's own where undefined. */
  region?: string;
}

/** A log group with a retention, encrypted by a key of ours. */
export function logGroup(
  name: string,
  { context, path, retentionDays, keyArn, region }: LogGroupArgs,
  opts: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    name,
    { name: path, retentionInDays: logRetention(retentionDays), kmsKeyId: keyArn, region, tags: tags(context, name) },
    opts,
  );
}
