import * as logging from "@pulumi/gcp/logging";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { physicalName } from "./physical-name";

/** Which log entries are kept, and for how long. */
export interface LogBucketArgs {
  context: ComponentContext;
  project: string;
  retentionDays: number;
  /** Entries in Cloud Logging's own query language. */
  filter: pulumi.Input<string>;
}

/**
 * A log bucket with a retention of its own, and the sink that fills it. Cloud Logging writes into a bucket of the same
 * project without a grant ("Route logs to supported destinations"). The entries stand in `_Default` too, as long as that
 * keeps them: what is excluded there is the project's own affair.
 */
export function logBucket(name: string, args: LogBucketArgs, parent: pulumi.Resource): logging.ProjectBucketConfig {
  const { context, project, retentionDays, filter } = args;
  const bucketId = physicalName([name], 100);
  const bucket = new logging.ProjectBucketConfig(
    name,
    { project, location: context.region, bucketId, retentionDays, description: `Logs of ${context.name}` },
    { parent },
  );
  new logging.ProjectSink(
    `${name}-sink`,
    {
      name: bucketId,
      destination: pulumi.interpolate`logging.googleapis.com/${bucket.id}`,
      filter,
      uniqueWriterIdentity: true,
      description: `Logs of ${context.name}`,
    },
    { parent },
  );
  return bucket;
}
