import type * as app from "@pulumi/azure-native/app";
import * as pulumi from "@pulumi/pulumi";
import type { Compute, ComputeArgs, Transform } from "../../contract";
import type { AzureIdentity } from "../identity";
import type { AzureImages } from "../images";
import type { AzureNetwork } from "../network";
import type { AzurePlatformSpec } from "../platform";
import { roleWait } from "../role-wait";
import { containerApp } from "./app";
import { cronJob } from "./cron";
import { managedEnvironment } from "./environment";
import { migration } from "./migration";
import type { ValueSources } from "./variables";

/** Changes of single resources of the workloads; those of apps and jobs apply to each. */
export interface ComputeTransforms {
  environment?: Transform<app.ManagedEnvironmentArgs>;
  app?: Transform<app.ContainerAppArgs>;
  job?: Transform<app.JobArgs>;
}

type AzureComputeArgs = ComputeArgs &
  ValueSources & { network: AzureNetwork; images: AzureImages; identity: AzureIdentity } & {
    platform: AzurePlatformSpec;
    transform?: ComputeTransforms;
  };

/** A service as the edge sees it. */
export interface AzureOrigin {
  /** Host name at which the environment serves the app. */
  host: pulumi.Output<string>;
}

/** Container Apps, the migration that comes before them, and jobs by the clock. */
export class AzureCompute extends pulumi.ComponentResource implements Compute {
  readonly services: readonly string[];
  readonly environmentId: pulumi.Output<string>;
  /** The services that the edge reaches, by name. */
  readonly origins: Readonly<Record<string, AzureOrigin>>;

  constructor(name: string, args: AzureComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Compute", name, {}, opts);
    const { context, spec, network, secrets, postgres, redis, storage, identity, transform } = args;
    const environment = managedEnvironment(
      `${name}-environment`,
      { context, network, logRetentionDays: spec.logRetentionDays, transform: transform?.environment },
      this,
    );
    const common = { ...args, environmentId: environment.id };
    const roles = roleWait(`${name}-roles`, identity.allGrants, this);
    // Every workload reads the vault as soon as it is made: by its private address, and by a role that holds.
    const ready = [
      secrets.endpoint,
      ...(postgres === undefined ? [] : [postgres]),
      ...Object.values(redis),
      storage,
      roles,
    ];
    const migrated: pulumi.Resource[] = [];
    for (const first of spec.migrations) {
      const after = [...ready, ...migrated];
      const migrationArgs = { ...common, spec: first, after, transform: transform?.job };
      migrated.push(migration(`${name}-${first.name}`, migrationArgs, this));
    }
    const origins: Record<string, AzureOrigin> = {};
    for (const service of spec.services) {
      const running = containerApp(
        `${name}-${service.name}`,
        { ...common, spec: service, after: [...ready, ...migrated], transform: transform?.app },
        this,
      );
      if (service.port !== undefined) {
        origins[service.name] = {
          host: running.configuration.apply((configuration) => configuration?.ingress?.fqdn ?? ""),
        };
      }
    }
    for (const job of spec.cronJobs) {
      const after = [...ready, ...migrated];
      cronJob(`${name}-${job.name}`, { ...common, spec: job, after, transform: transform?.job }, this);
    }
    this.services = spec.services.map((service) => service.name);
    this.environmentId = environment.id;
    this.origins = origins;
    this.registerOutputs({ services: this.services, environmentId: this.environmentId });
  }
}
