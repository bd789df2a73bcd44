import * as containerregistry from "@pulumi/azure-native/containerregistry";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { type Registry, type RegistryArgs, releaseTagPrefix, type Transform, transformed } from "../../contract";
import { registryGroup } from "../images";
import { grantRole } from "../roles";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";

/** Changes of single resources of the registry. */
export interface RegistryTransforms {
  registry?: Transform<containerregistry.RegistryArgs>;
}

type AzureRegistryArgs = RegistryArgs & { transform?: RegistryTransforms };

/** Every day at half past three, UTC. */
const purgeSchedule = "30 3 * * *";

/**
 * A Container Registry of one application, in a resource group of its own, with a repository per image. No one signs in
 * with a password; untagged manifests go by the registry's own policy, all tagged images but the newest by a task of it.
 * Images are pushed from outside of any network, so its address is public: identities and roles say who may.
 */
export class AzureRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: AzureRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Registry", name, {}, opts);
    const { context, spec } = args;
    const group = new resources.ResourceGroup(
      `${name}-group`,
      { resourceGroupName: registryGroup(context.app), location: context.region, tags: tags(context, `${name}-group`) },
      { parent: this, protect: context.protect },
    );
    const registry = this.registry(name, group.name, args);
    const repositories = spec.images.map((image) => [image, `${context.name}/${image}`] as const);
    this.purge(
      `${name}-purge`,
      { registry, group: group.name, repositories: repositories.map(([, path]) => path) },
      args,
    );
    for (const principalId of spec.pullers) {
      grantRole(`${name}-puller-${principalId}`, { role: "acrPull", scope: registry.id, principalId }, this);
    }
    this.repositories = Object.fromEntries(
      repositories.map(([image, repository]) => [image, pulumi.interpolate`${registry.loginServer}/${repository}`]),
    );
    this.registerOutputs({ repositories: this.repositories });
  }

  private registry(
    name: string,
    resourceGroupName: pulumi.Output<string>,
    { context, spec, transform }: AzureRegistryArgs,
  ): containerregistry.Registry {
    const registryName = `${name}-registry`;
    const args: containerregistry.RegistryArgs = {
      registryName: uniqueName(registryName, { parts: [context.name], longest: 50, separator: "" }, this),
      resourceGroupName,
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

  private purge(
    name: string,
    {
      registry,
      group,
      repositories,
    }: { registry: containerregistry.Registry; group: pulumi.Output<string>; repositories: readonly string[] },
    { context, spec }: AzureRegistryArgs,
  ): void {
    new containerregistry.Task(
      name,
      {
        taskName: "purge",
        registryName: registry.name,
        resourceGroupName: group,
        location: context.region,
        status: containerregistry.TaskStatus.Enabled,
        platform: { os: containerregistry.OS.Linux, architecture: containerregistry.Architecture.Amd64 },
        agentConfiguration: { cpu: 2 },
        timeout: 3600,
        step: { type: "EncodedTask", encodedTaskContent: purgeTask(repositories, spec.keepTagged) },
        trigger: {
          timerTriggers: [{ name: "daily", schedule: purgeSchedule, status: containerregistry.TriggerStatus.Enabled }],
        },
        tags: tags(context, name),
      },
      { parent: this },
    );
  }
}

/**
 * `acr purge` keeps the newest tags of each repository, whatever their age ("Automatically purge images", ACR). Release tags
 * are passed over by a negative look-ahead, which its expressions know (acr-cli, `regexp2`).
 */
function purgeTask(repositories: readonly string[], keep: number): string {
  const filters = repositories.map((repository) => `--filter '${repository}:^(?!${releaseTagPrefix}).*'`).join(" ");
  const task = `version: v1.1.0\nsteps:\n  - cmd: acr purge ${filters} --ago 0d --keep ${keep}\n    disableWorkingDirectoryOverride: true\n    timeout: 3600\n`;
  return Buffer.from(task).toString("base64");
}
