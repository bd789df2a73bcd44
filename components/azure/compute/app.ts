import * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  physicalName,
  type RolloutSpec,
  type Routing,
  type ServiceSpec,
  serviceDrainSeconds,
  type Transform,
  transformed,
} from "../../contract";
import type { AzureImages } from "../images";
import type { AzureNetwork } from "../network";
import { tags } from "../tags";
import { container, longestName, workloadIdentity, workloadProfile } from "./container";
import { scale } from "./scale-rules";
import { containerSecrets, type ValueSources } from "./variables";
import { volumeSecrets } from "./volumes";

/** Arguments of a service. */
export interface ContainerAppArgs extends ValueSources, Routing {
  context: ComponentContext;
  spec: ServiceSpec;
  environmentId: pulumi.Input<string>;
  network: AzureNetwork;
  images: AzureImages;
  /** Resources that must exist before it can start, and the migration, which precedes the rollout. */
  after: readonly pulumi.Resource[];
  transform?: Transform<app.ContainerAppArgs>;
}

/** Longest time after SIGTERM (Microsoft Learn, "Application lifecycle management in Azure Container Apps"). */
const longestGraceSeconds = 600;

/**
 * A container app in single revision mode: a new revision takes over when enough of it is ready, and the old one stays
 * where it never is.
 */
export function containerApp(name: string, args: ContainerAppArgs, parent: pulumi.Resource): app.ContainerApp {
  const { context, spec, environmentId, network, images, identity, after, transform } = args;
  const pull = images.pullConfig(spec.image, identity.identityId(spec.name));
  const appArgs: app.ContainerAppArgs = {
    containerAppName: physicalName([context.name, spec.name], longestName),
    resourceGroupName: network.resourceGroupName,
    location: context.region,
    environmentId,
    workloadProfileName: workloadProfile,
    identity: workloadIdentity(spec, identity),
    configuration: {
      activeRevisionsMode: app.ActiveRevisionsMode.Single,
      revisionTransitionThreshold: transitionThreshold(spec.rollout, spec.autoscaling.minReplicas),
      secrets: [...containerSecrets(spec, args), ...volumeSecrets(spec), ...pull.secrets],
      registries: pull.registries,
      ingress:
        spec.port === undefined
          ? undefined
          : {
              // Beyond the environment; the environment itself lets no one in but by a private endpoint.
              external: true,
              allowInsecure: false,
              targetPort: spec.port,
              transport: app.IngressTransportMethod.Auto,
              traffic: [{ latestRevision: true, weight: 100 }],
            },
    },
    template: {
      ...container(spec, args, spec.probes, spec.port),
      scale: scale(spec.autoscaling, spec.port !== undefined),
      terminationGracePeriodSeconds: Math.min(serviceDrainSeconds(spec, args), longestGraceSeconds),
    },
    tags: tags(context, name),
  };
  return new app.ContainerApp(name, transformed(transform, appArgs, name), {
    parent,
    dependsOn: [...after],
    customTimeouts: { create: `${spec.rollout.timeoutSeconds}s`, update: `${spec.rollout.timeoutSeconds}s` },
  });
}

/** Percent of the replicas that have to be up before traffic moves, 1 to 100. */
function transitionThreshold({ maxUnavailable }: RolloutSpec, replicas: number): number {
  const count = Math.max(replicas, 1);
  return Math.max(Math.floor((Math.max(count - maxUnavailable, 0) / count) * 100), 1);
}
