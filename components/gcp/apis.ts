import * as projects from "@pulumi/gcp/projects";
import * as pulumi from "@pulumi/pulumi";

/**
 * APIs of what a stack makes, by the module of its resources' types: `gcp:sql/databaseInstance:DatabaseInstance` is made
 * by `sqladmin`. Each is enabled before anything of its module is made.
 */
export const apisByModule: Readonly<Record<string, string>> = {
  artifactregistry: "artifactregistry",
  certificatemanager: "certificatemanager",
  cloudrunv2: "run",
  cloudscheduler: "cloudscheduler",
  compute: "compute",
  dns: "dns",
  kms: "cloudkms",
  logging: "logging",
  redis: "redis",
  secretmanager: "secretmanager",
  serviceaccount: "iam",
  servicenetworking: "servicenetworking",
  sql: "sqladmin",
  storage: "storage",
};

/** Modules without a row: Resource Manager and Service Usage, which are on before (`GcpApis`). */
export const modulesWithoutApi: readonly string[] = ["projects"];

/** APIs of all that a topology is made of. */
const ofTopology = Object.keys(apisByModule);

/** APIs that workloads call and no resource is made by: an account without a key signs there. */
const calledByWorkloads: readonly string[] = ["iamcredentials"];

/** Which APIs a stack needs. */
export interface ApisArgs {
  /** Id of the project; the provider's own where left out. */
  project?: string;
  /** Modules of the resources that it makes; those of a topology, and what its workloads call, where left out. */
  modules?: readonly string[];
}

/** A service's own account is there when its API is on (`projects.ServiceIdentity`). */
const serviceIdentity = "gcp:projects/serviceIdentity:ServiceIdentity";

/**
 * The APIs of the project that a stack needs. To enable one that is on changes nothing (`resource_google_project_service.go`),
 * and they stay on when the stack goes: others of the project may use them. What this itself needs is on before: Service
 * Usage and Resource Manager (docs/gcp.md).
 */
export class GcpApis extends pulumi.ComponentResource {
  private readonly services = new Map<string, projects.Service>();

  constructor(name: string, { project, modules }: ApisArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Apis", name, {}, opts);
    const apis = (modules ?? ofTopology).flatMap((module) => apisByModule[module] ?? []);
    for (const api of [...apis, ...(modules === undefined ? calledByWorkloads : [])].sort()) {
      const service = new projects.Service(
        `${name}-${api}`,
        { project, service: `${api}.googleapis.com`, disableOnDestroy: false },
        { parent: this },
      );
      this.services.set(api, service);
    }
    this.registerOutputs({});
  }

  /** Options by which everything under a component waits for its own API. */
  before(opts: pulumi.ComponentResourceOptions | undefined): pulumi.ComponentResourceOptions {
    const wait: pulumi.ResourceTransformation = ({ type, props, opts: own }) => {
      const service = this.services.get(apiOf(type, props));
      return service === undefined ? undefined : { props, opts: pulumi.mergeOptions(own, { dependsOn: [service] }) };
    };
    return pulumi.mergeOptions(opts, { transformations: [wait] });
  }
}

/** The API that makes a resource; an empty text where it needs none that is enabled here. */
function apiOf(type: string, { service }: pulumi.Inputs): string {
  if (type === serviceIdentity) return String(service).replace(/\.googleapis\.com$/, "");
  const [, module = ""] = /^gcp:([^/]+)\//.exec(type) ?? [];
  return apisByModule[module] ?? "";
}
