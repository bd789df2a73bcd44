import { createHash } from "node:crypto";
import * as app from "@pulumi/azure-native/app";
import type * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import type { MigrationSpec } from "../../contract";
import { deploymentScript } from "../script";
import { type ContainerJobArgs, containerJob } from "./job";

/** What the migration is built from. */
export type MigrationArgs = Omit<ContainerJobArgs, "spec" | "trigger"> & { spec: MigrationSpec };

/** Time beside the job's own: to start Azure's container for the script, and the job's. */
const overheadSeconds = 600;

/**
 * Starts the job and waits for its end (Container Apps REST API 2024-03-01, "Jobs - Start" and "Job Execution": its
 * states). `az rest` is of the CLI itself and needs no extension.
 */
const runAndWait = `set -euo pipefail
execution=$(az rest --method post --url "https://management.azure.com\${JOB_ID}/start?api-version=2024-03-01" --query name --output tsv)
if [ -z "$execution" ]; then echo "the job did not start" >&2; exit 1; fi
while true; do
  status=$(az rest --method get --url "https://management.azure.com\${JOB_ID}/executions/\${execution}?api-version=2024-03-01" --query properties.status --output tsv)
  case "$status" in
    Succeeded) exit 0 ;;
    Failed|Stopped|Degraded) echo "the migration $execution has ended: $status" >&2; exit 1 ;;
  esac
  sleep 10
done
`;

/** A job that is started by hand, and a script that is the hand: once for each definition of the job. */
export function migration(name: string, args: MigrationArgs, parent: pulumi.Resource): resources.AzureCliScript {
  const { context, spec, network } = args;
  const job = containerJob(
    name,
    {
      ...args,
      trigger: {
        triggerType: app.TriggerType.Manual,
        manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 },
      },
    },
    parent,
  );
  const definition = pulumi.jsonStringify({ spec, template: job.template });
  return deploymentScript(
    `${name}-run`,
    {
      context,
      resourceGroupName: network.resourceGroupName,
      purpose: `${spec.name}-run`,
      content: runAndWait,
      variables: { JOB_ID: job.id },
      rights: [
        {
          name: "start",
          scope: job.id,
          // Azure resource provider operations, Microsoft.App.
          actions: [
            "Microsoft.App/jobs/read",
            "Microsoft.App/jobs/start/action",
            "Microsoft.App/jobs/execution/read",
            "Microsoft.App/jobs/executions/read",
          ],
        },
      ],
      runsFor: pulumi
        .unsecret(definition)
        .apply((text) => createHash("sha256").update(text).digest("hex").slice(0, 32)),
      timeoutSeconds: spec.timeoutSeconds * (spec.retries + 1) + overheadSeconds,
      dependsOn: [job],
    },
    parent,
  );
}
