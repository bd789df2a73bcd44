import type * as compute from "@pulumi/gcp/compute";
import * as pulumi from "@pulumi/pulumi";
import type { Edge, EdgeArgs, Transform } from "../../contract";
import type { GcpCompute } from "../compute";
import { logBucket } from "../log-bucket";
import type { GcpNetwork } from "../network";
import type { GcpPlatformSpec } from "../platform";
import type { GcpStorage } from "../storage";
import { backends } from "./backends";
import { certificateMap } from "./certificate";
import { records } from "./dns";
import { loadBalancer } from "./load-balancer";
import { redirectMap, urlMap, urlMapName } from "./url-map";
import { edgeFirewall, firewall } from "./waf";

/** Changes of single resources of the edge; that of backend services applies to each. */
export interface EdgeTransforms {
  firewall?: Transform<compute.SecurityPolicyArgs>;
  backendService?: Transform<compute.BackendServiceArgs>;
  urlMap?: Transform<compute.URLMapArgs>;
  httpsProxy?: Transform<compute.TargetHttpsProxyArgs>;
}

export type GcpEdgeArgs = EdgeArgs & { compute: GcpCompute | undefined; storage: GcpStorage; network: GcpNetwork } & {
  platform: GcpPlatformSpec;
  transform?: EdgeTransforms;
};

/** The global external Application Load Balancer with Cloud CDN, Cloud Armor, managed certificates and DNS records. */
export class GcpEdge extends pulumi.ComponentResource implements Edge {
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: GcpEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Cdn", name, {}, opts);
    const { context, spec, platform, compute: workloads, storage, transform } = args;
    const hosts = spec.hosts.map(({ host }) => host);
    const [first] = hosts;
    if (first === undefined) throw new Error(`${name}: the topology has no host`);

    const answering = backends(
      `${name}-backend`,
      {
        project: platform.project,
        spec,
        compute: workloads,
        storage,
        firewall: firewall(`${name}-firewall`, { context, spec: spec.waf, transform: transform?.firewall }, this),
        edgeFirewall: edgeFirewall(`${name}-edge-firewall`, { context, spec: spec.waf }, this),
        transform: transform?.backendService,
      },
      this,
    );
    const addresses = loadBalancer(
      `${name}-load-balancer`,
      {
        context,
        urlMap: urlMap(`${name}-routes`, { context, spec, backends: answering, transform: transform?.urlMap }, this),
        redirectMap: redirectMap(`${name}-http-redirect`, { context }, this),
        certificateMapId: certificateMap(`${name}-certificate`, { context, platform, hosts }, this).id,
        protect: spec.deletionProtection,
        transform: transform?.httpsProxy,
      },
      this,
    );
    records(`${name}-record`, { platform, hosts, addresses }, this);
    logBucket(
      `${name}-log`,
      {
        context,
        project: platform.project,
        retentionDays: spec.accessLogRetentionDays,
        // Requests, with what the firewall made of each (Cloud Logging, monitored resource `http_load_balancer`).
        filter: `resource.type="http_load_balancer" AND resource.labels.url_map_name="${urlMapName(context)}"`,
      },
      this,
    );

    this.url = pulumi.output(`https://${first}`);
    this.registerOutputs({ url: this.url });
  }
}
