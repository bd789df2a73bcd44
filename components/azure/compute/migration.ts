import * as app from "@pulumi/azure-native/app";
import type * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { digest, type MigrationSpec } from "../../contract";
import { deploymentScript } from "../script";
import { type ContainerJobArgs, containerJob } from "./job";

/** Arguments of the migration. */
export type MigrationArgs = Omit<ContainerJobArgs, "spec" | "trigger"> & { spec: MigrationSpec };

/** Time beside the job's own: to start Azure's container for the script, until its role holds, and to start the job's. */
const overheadSeconds = 1500;

/** The containers of a job and of its executions, and the newest execution (JMESPath). */
const containers = "template.containers[].{image: image, command: command, args: args, env: env}";
const latest = "sort_by(value, &properties.startTime)[-1].properties";

/**
 * Starts the job and waits for its end (Container Apps REST API 2024-03-01, "Jobs - Start" and "Job Execution": its states).
 * `az rest` is part of the CLI and needs no extension. The start is tried for ten minutes, as the script's role was only
 * just assigned. A status request without an answer is repeated, so that a running job is never started twice; an execution
 * that an earlier script left running ends first.
 *
 * Nothing is started if the last execution succeeded with the same image, command and variables, which include the number of
 * the run and a digest of the secrets' versions: Azure forgets scripts after a day, and a refresh then makes them again. If
 * that is unknown (no answer, more than one page of executions), the job runs.
 */
const runAndWait = `set -uo pipefail
job="https://management.azure.com\${JOB_ID}"
version=2024-03-01
running() {
  az rest --method get --url "\${job}/executions?api-version=\${version}" --query "value[?properties.status=='Running' || properties.status=='Processing'].name" --output tsv
}
wanted() {
  az rest --method get --url "\${job}?api-version=\${version}" --query "{more: nextLink, status: 'Succeeded', containers: properties.${containers}}" --output json
}
last() {
  az rest --method get --url "\${job}/executions?api-version=\${version}" --query "{more: nextLink, status: ${latest}.status, containers: ${latest}.${containers}}" --output json
}
while [ -n "$(running)" ]; do sleep 10; done
execution=""
for attempt in $(seq 40); do
  if this=$(wanted) && [[ "$this" == *'"image": "'* ]] && [ "$this" = "$(last)" ]; then
    echo "nothing to do: the last execution was of this version, and has succeeded"
    exit 0
  fi
  execution=$(az rest --method post --url "\${job}/start?api-version=\${version}" --query name --output tsv) || execution=""
  if [ -n "$execution" ]; then break; fi
  sleep 15
done
if [ -z "$execution" ]; then echo "the job did not start" >&2; exit 1; fi
while true; do
  status=$(az rest --method get --url "\${job}/executions/\${execution}?api-version=\${version}" --query properties.status --output tsv) || status=""
  case "$status" in
    Succeeded) exit 0 ;;
    Failed|Stopped|Degraded) echo "the migration $execution has ended: $status" >&2; exit 1 ;;
  esac
  sleep 10
done
`;

/** A job that is started by hand, and a script that is the hand: once for each definition of the job, and for each `run`. */
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
      runsFor: pulumi.unsecret(definition).apply((text) => digest(`${text} ${spec.run}`, 32)),
      timeoutSeconds: spec.timeoutSeconds * (spec.retries + 1) + overheadSeconds,
      dependsOn: [job],
    },
    parent,
  );
}
