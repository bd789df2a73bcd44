import * as containerregistry from "@pulumi/azure-native/containerregistry";
import * as pulumi from "@pulumi/pulumi";
import { type Registry, type RegistryArgs, type Transform, transformed } from "../contract";
import type { AzureNetwork } from "./network";
import { tags } from "./tags";
import { uniqueName } from "./unique-name";

/** Changes of single resources of the registry. */
export interface RegistryTransforms {
  registry?: Transform<containerregistry.RegistryArgs>;
}

type AzureRegistryArgs = RegistryArgs & { network: AzureNetwork; transform?: RegistryTransforms };

/** Every day at half past three, UTC. */
const purgeSchedule = "30 3 * * *";

/**
 * A Container Registry with a repository per image. Nobody signs in with a password; untagged manifests go by the
 * registry's own policy, all tagged images but the newest by a task of it. Images are pushed from outside of the network,
 * so its address is public: identities and roles say who may.
 */
export class AzureRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;
  readonly registryId: pulumi.Output<string>;
  readonly loginServer: pulumi.Output<string>;

  constructor(name: string, args: AzureRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Registry", name, {}, opts);
    const { context, spec, network } = args;
    const registry = this.registry(name, args);
    const repositories = Object.keys(spec.images).map((image) => [image, `${context.app}/${image}`] as const);
    new containerregistry.Task(
      `${name}-purge`,
      {
        taskName: "purge",
        registryName: registry.name,
        resourceGroupName: network.resourceGroupName,
        location: context.region,
        status: containerregistry.TaskStatus.Enabled,
        platform: { os: containerregistry.OS.Linux, architecture: containerregistry.Architecture.Amd64 },
        agentConfiguration: { cpu: 2 },
        timeout: 3600,
        step: { type: "EncodedTask", encodedTaskContent: purgeTask(repositories, spec.keepTagged) },
        trigger: {
          timerTriggers: [{ name: "daily", schedule: purgeSchedule, status: containerregistry.TriggerStatus.Enabled }],
        },
        tags: tags(context, `${name}-purge`),
      },
      { parent: this },
    );
    this.registryId = registry.id;
    this.loginServer = registry.loginServer;
    this.repositories = Object.fromEntries(
      repositories.map(([image, repository]) => [image, pulumi.interpolate`${registry.loginServer}/${repository}`]),
    );
    this.registerOutputs({ repositories: this.repositories });
  }

  private registry(name: string, { context, spec, network, transform }: AzureRegistryArgs): containerregistry.Registry {
    const registryName = `${name}-registry`;
    const args: containerregistry.RegistryArgs = {
      registryName: uniqueName(registryName, { parts: [context.name], longest: 50, separator: "" }, this),
      resourceGroupName: network.resourceGroupName,
      location: context.region,
      sku: { name: containerregistry.SkuName.Premium },
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: containerregistry.PublicNetworkAccess.Enabled,
      zoneRedundancy: containerregistry.ZoneRedundancy.Enabled,
      policies: {
        retentionPolicy: { days: spec.untaggedRetentionDays, status: containerregistry.PolicyStatus.Enabled },
      },
      tags: tags(context, registryName),
    };
    return new containerregistry.Registry(registryName, transformed(transform?.registry, args, registryName), {
      parent: this,
      protect: context.protect,
    });
  }
}

/** `acr purge` keeps the newest tags of each repository, whatever their age ("Automatically purge images", ACR). */
function purgeTask(repositories: readonly (readonly [string, string])[], keep: number): string {
  const filters = repositories.map(([, repository]) => `--filter '${repository}:.*'`).join(" ");
  const task = `version: v1.1.0\nsteps:\n  - cmd: acr purge ${filters} --ago 0d --keep ${keep}\n    disableWorkingDirectoryOverride: true\n    timeout: 3600\n`;
  return Buffer.from(task).toString("base64");
}
