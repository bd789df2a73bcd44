import * as projects from "@pulumi/gcp/projects";
import * as pulumi from "@pulumi/pulumi";

/**
 * APIs of what a stack makes, by the module of its resources' types: `gcp:sql/databaseInstance:DatabaseInstance` is made
 * by `sqladmin`. Each is enabled before anything of its module is made.
 */
const apisByModule: Readonly<Record<string, string>> = {
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

/** APIs that workloads call and no resource is made by: an account without a key signs there. */
const calledByWorkloads: readonly string[] = ["iamcredentials"];

/**
 * The APIs of the project that a stack needs. To enable one that is on changes nothing (`resource_google_project_service.go`),
 * and they stay on when the stack goes: others of the project may use them. What this itself needs is on before: Service
 * Usage and Resource Manager (docs/gcp.md).
 */
export class GcpApis extends pulumi.ComponentResource {
  private readonly services = new Map<string, projects.Service>();

  constructor(name: string, { project }: { project: string }, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Apis", name, {}, opts);
    for (const api of [...Object.values(apisByModule), ...calledByWorkloads].sort()) {
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
      const service = this.serviceOf(type);
      return service === undefined ? undefined : { props, opts: pulumi.mergeOptions(own, { dependsOn: [service] }) };
    };
    return pulumi.mergeOptions(opts, { transformations: [wait] });
  }

  private serviceOf(type: string): projects.Service | undefined {
    const [, module = ""] = /^gcp:([^/]+)\//.exec(type) ?? [];
    return this.services.get(apisByModule[module] ?? "");
  }
}
