import * as logging from "@pulumi/gcp/logging";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { type ComponentContext, physicalName } from "../contract";

/** Which log entries are kept, and for how long. */
export interface LogBucketArgs {
  context: ComponentContext;
  project: string;
  retentionDays: number;
  /** Entries in Cloud Logging's own query language. */
  filter: pulumi.Input<string>;
}

/** Longest id of a bucket, and name of a sink or an exclusion (Cloud Logging API reference). */
const longestName = 100;
/** Characters that tell a bucket from one of the same name that was deleted, with the hyphen before them. */
const suffixLength = 9;

/**
 * A log bucket with a retention of its own, and the sink that fills it. Cloud Logging writes into a bucket of the same
 * project without a grant ("Route logs to supported destinations"). The bucket `_Default` leaves the entries out, so that
 * they are kept, and paid, once; not in dev, where stacks are many: a project takes ten exclusions (logging.v2,
 * `projects.exclusions.create`).
 *
 * A deleted bucket keeps its id for seven days, and the provider would take it over and fail on it ("Buckets must be in an
 * ACTIVE state to be modified"): the id ends in random characters, so that a stack can come back at once.
 */
export function logBucket(name: string, args: LogBucketArgs, parent: pulumi.Resource): logging.ProjectBucketConfig {
  const { context, project, retentionDays, filter } = args;
  const { hex } = new random.RandomId(`${name}-suffix`, { byteLength: (suffixLength - 1) / 2 }, { parent });
  const description = `Logs of ${context.name}`;
  const bucket = new logging.ProjectBucketConfig(
    name,
    {
      project,
      location: context.region,
      bucketId: pulumi.interpolate`${physicalName([name], longestName - suffixLength)}-${hex}`,
      retentionDays,
      description,
    },
    { parent },
  );
  const sinkName = physicalName([name], longestName);
  const sink = new logging.ProjectSink(
    `${name}-sink`,
    {
      name: sinkName,
      destination: pulumi.interpolate`logging.googleapis.com/${bucket.id}`,
      filter,
      uniqueWriterIdentity: true,
      description,
    },
    { parent },
  );
  if (context.environment !== "dev") {
    new logging.ProjectExclusion(
      `${name}-once`,
      { project, name: sinkName, filter, description: `${description}, which have a bucket of their own` },
      // Nothing is left out before it is kept elsewhere.
      { parent, dependsOn: [sink] },
    );
  }
  return bucket;
}
