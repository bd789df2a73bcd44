import type { types } from "@pulumi/azure-native";
import * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName, type Transform, transformed, type WorkloadSpec } from "../../contract";
import type { AzureImages } from "../images";
import type { AzureNetwork } from "../network";
import { tags } from "../tags";
import { container, longestName, workloadIdentity, workloadProfile } from "./container";
import { containerSecrets, type ValueSources } from "./variables";
import { volumeSecrets } from "./volumes";

/** How a job starts. */
export type JobTrigger = Pick<
  types.input.app.JobConfigurationArgs,
  "triggerType" | "scheduleTriggerConfig" | "manualTriggerConfig"
>;

/** Arguments of a job. */
export interface ContainerJobArgs extends ValueSources {
  context: ComponentContext;
  spec: WorkloadSpec & { timeoutSeconds: number; retries: number };
  trigger: JobTrigger;
  environmentId: pulumi.Input<string>;
  network: AzureNetwork;
  images: AzureImages;
  after: readonly pulumi.Resource[];
  transform?: Transform<app.JobArgs>;
}

/** A job of one replica, stopped when it takes too long and tried again when it fails. */
export function containerJob(name: string, args: ContainerJobArgs, parent: pulumi.Resource): app.Job {
  const { context, spec, trigger, environmentId, network, images, identity, after, transform } = args;
  const pull = images.pullConfig(spec.image, identity.identityId(spec.name));
  const jobArgs: app.JobArgs = {
    jobName: physicalName([context.name, spec.name], longestName),
    resourceGroupName: network.resourceGroupName,
    location: context.region,
    environmentId,
    workloadProfileName: workloadProfile,
    identity: workloadIdentity(spec, identity),
    configuration: {
      ...trigger,
      replicaTimeout: spec.timeoutSeconds,
      replicaRetryLimit: spec.retries,
      secrets: [...containerSecrets(spec, args), ...volumeSecrets(spec), ...pull.secrets],
      registries: pull.registries,
    },
    template: container(spec, args),
    tags: tags(context, name),
  };
  return new app.Job(name, transformed(transform, jobArgs, name), { parent, dependsOn: [...after] });
}
