import * as pulumi from "@pulumi/pulumi";
import type { Registry } from "../components/contract";
import { loadRegistry } from "../components/targets";
import type { Applications } from "../infra/apps";
import type { StackOf } from "../infra/config/parser/parse-stack";
import { checkReady, orRunError } from "../infra/config/ready";
import { missing, parseRegistryConfig, type RegistryConfig } from "./config";

/** What stands before the keys of this program, as in the stacks that pull from the repositories. */
const namespace = "isotopo";

/** The program: the repositories of one application on one cloud. Its output says where images are pushed to. */
export async function program(applications: Applications): Promise<RegistryOutputs> {
  const { config, application } = readConfig(applications);
  const { app, cloud, region, costCenter, protect, customerManagedKeys } = config;
  const registry = loadRegistry(cloud, application.transforms)(`${app}-registry`, {
    context: {
      name: app,
      app,
      // What production pulls from is held as production is.
      environment: "prod",
      cloud,
      region,
      labels: {
        app,
        environment: "shared",
        owner: config.notifications.email[0] ?? app,
        "cost-center": costCenter ?? app,
        "managed-by": "isotopo",
      },
      protect,
      customerManagedKeys,
    },
    spec: {
      images: Object.keys(application.images),
      untaggedRetentionDays: config.untaggedRetentionDays,
      keepTagged: config.keepTagged,
      pullers: config.pullers,
    },
  });
  return { repositories: registry.repositories };
}

/** The outputs of a registry's stack. */
type RegistryOutputs = Pick<Registry, "repositories">;

/** The stack's config, or one message with all that is wrong with it, before any resource is registered. */
function readConfig(applications: Applications): StackOf<RegistryConfig> {
  const parsed = orRunError(() => parseRegistryConfig(pulumi.runtime.allConfig(), namespace, applications));
  checkReady(missing(parsed.config, namespace));
  return parsed;
}
