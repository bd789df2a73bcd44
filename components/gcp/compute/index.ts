import type * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import * as pulumi from "@pulumi/pulumi";
import type { ComputeArgs } from "../../contract";
import {
  type Compute,
  type ServiceSpec,
  servedRoutes,
  type Transform,
  type WorkloadSpec,
  workloadsOf,
} from "../../contract";
import type { GcpIdentity } from "../identity";
import type { GcpImages } from "../images";
import { logBucket } from "../log-bucket";
import type { GcpNetwork } from "../network";
import type { GcpPlatformSpec } from "../platform";
import { schedule } from "./cron";
import { failedStart, unlessFailed } from "./failed";
import { runJob } from "./job";
import { containerLogFilter, databaseLogFilter } from "./log-filter";
import { migration } from "./migration";
import { type RedisAuthorities, redisAuthorities } from "./redis-authorities";
import { runService } from "./service";
import type { ValueSources } from "./variables";
import { workerPool } from "./worker-pool";

/** Changes of single resources of the workloads; each applies to all of its kind. */
export interface ComputeTransforms {
  service?: Transform<cloudrunv2.ServiceArgs>;
  workerPool?: Transform<cloudrunv2.WorkerPoolArgs>;
  job?: Transform<cloudrunv2.JobArgs>;
}

/** Resources that must exist before it. */
type Before = readonly pulumi.Input<pulumi.Resource>[];

export type GcpComputeArgs = ComputeArgs &
  Omit<ValueSources, "redisAuthorities"> & { network: GcpNetwork; images: GcpImages; identity: GcpIdentity } & {
    platform: GcpPlatformSpec;
    transform?: ComputeTransforms;
  };

/** Cloud Run: services behind the load balancer of the edge, worker pools, a migration that comes first, jobs by the clock. */
export class GcpCompute extends pulumi.ComponentResource implements Compute {
  readonly services: readonly string[];
  readonly region: string;
  private readonly authorities: RedisAuthorities | undefined;
  private readonly serviceNames = new Map<string, pulumi.Output<string>>();

  constructor(name: string, args: GcpComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Compute", name, {}, opts);
    const { context, spec, platform, transform } = args;
    logBucket(
      `${name}-log`,
      {
        context,
        project: platform.project,
        retentionDays: spec.logRetentionDays,
        // The database's logs are read together with the containers'.
        filter: pulumi
          .all([...(args.postgres?.instanceNames ?? [])])
          .apply((names) =>
            [
              containerLogFilter(context.name, spec),
              ...(names.length === 0 ? [] : [databaseLogFilter(platform.project, names)]),
            ].join(" OR "),
          ),
      },
      this,
    );
    this.authorities = redisAuthorities(`${name}-redis-authorities`, { ...args, workloads: workloadsOf(spec) }, this);
    const after: pulumi.Input<pulumi.Resource>[] = [];
    for (const first of spec.migrations) {
      const parts = this.parts(first, args, [...after]);
      after.push(migration(`${name}-${first.name}`, { ...parts, spec: first, transform: transform?.job }, this));
    }
    for (const service of spec.services) this.service(name, service, args, after);
    for (const cronJob of spec.cronJobs) {
      const parts = this.parts(cronJob, args, after);
      const job = unlessFailed(
        runJob(`${name}-${cronJob.name}`, { ...parts, spec: cronJob, transform: transform?.job }, this),
        failedStart(cronJob.name),
      );
      schedule(`${name}-${cronJob.name}`, { context, project: platform.project, spec: cronJob, job }, this);
    }
    this.services = spec.services.map((service) => service.name);
    this.region = context.region;
    this.registerOutputs({ services: this.services, region: this.region });
  }

  /** Name in Cloud Run of a service that the load balancer reaches. */
  serviceName(service: string): pulumi.Output<string> {
    const found = this.serviceNames.get(service);
    if (found === undefined)
      throw new Error(`"${service}" is no service that the load balancer reaches: it has no port`);
    return found;
  }

  private service(name: string, spec: ServiceSpec, args: GcpComputeArgs, after: Before): void {
    const { transform } = args;
    const { port } = spec;
    const parts = this.parts(spec, args, after);
    const childName = `${name}-${spec.name}`;
    if (port === undefined) {
      workerPool(childName, { ...parts, spec, transform: transform?.workerPool }, this);
      return;
    }
    const service = runService(
      childName,
      { ...parts, spec: { ...spec, port }, routes: servedRoutes(args), transform: transform?.service },
      this,
    );
    this.serviceNames.set(spec.name, service.name);
  }

  /**
   * The needs of every workload. It reads its secrets, pulls its image and reaches the database in its first second, and
   * refers to them by name, so that only this list makes it wait for their values, permissions and routes.
   */
  private parts(workload: WorkloadSpec, args: GcpComputeArgs, after: Before = []) {
    const { context, network, images, secrets, postgres, redis, redisRoles, storage, identity, platform } = args;
    const trust = this.authorities?.grants.get(workload.name);
    return {
      context,
      network,
      images,
      secrets,
      postgres,
      redis,
      redisRoles,
      storage,
      redisAuthorities: this.authorities?.file,
      project: platform.project,
      serviceAccount: identity.email(workload.name),
      after: [
        network,
        secrets,
        ...(postgres === undefined ? [] : [postgres]),
        ...Object.values(redis),
        storage,
        identity,
        ...identity.grants(workload.name),
        ...images.ready(workload.image),
        ...(trust === undefined ? [] : [trust]),
        ...after,
      ],
    };
  }
}
