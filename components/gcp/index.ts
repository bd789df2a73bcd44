import type * as pulumi from "@pulumi/pulumi";
import { type Cloud, type ComponentContext, physicalName } from "../contract";
import type { ComponentsOf, TransformsOf } from "../shared/transforms";
import { GcpApis } from "./apis";
import { GcpCompute } from "./compute";
import { GcpEdge } from "./edge";
import { GcpIdentity } from "./identity";
import { GcpImages } from "./images";
import { GcpNetwork } from "./network";
import type { GcpPlatformSpec } from "./platform";
import { GcpPostgres } from "./postgres";
import { GcpRedis } from "./redis";
import type { gcpRegistry } from "./registry";
import { GcpSecrets } from "./secrets";
import { GcpStorage } from "./storage";

/** The classes of the components, by concept. */
interface GcpClasses {
  network: typeof GcpNetwork;
  secrets: typeof GcpSecrets;
  images: typeof GcpImages;
  postgres: typeof GcpPostgres;
  redis: typeof GcpRedis;
  storage: typeof GcpStorage;
  identity: typeof GcpIdentity;
  compute: typeof GcpCompute;
  edge: typeof GcpEdge;
}

/** The components of Google Cloud. */
export type GcpComponents = ComponentsOf<GcpClasses>;

/** Changes of single resources on Google Cloud, by concept. */
export type GcpTransforms = TransformsOf<GcpClasses & { registry: typeof gcpRegistry }>;

declare module "../contract/transform" {
  interface Transforms {
    gcp?: GcpTransforms;
  }
}

/** Google Cloud at a place, with the changes that an application wants. */
export function gcp(platform: GcpPlatformSpec, transforms: GcpTransforms = {}): Cloud<GcpComponents> {
  return {
    network: (name, args, opts) => {
      const apis = new GcpApis(short(`${args.context.name}-apis`, args), { project: platform.project }, opts);
      const own = { ...args, apis, platform, transform: transforms.network };
      return new GcpNetwork(short(name, args), own, apis.before(opts));
    },
    secrets: (name, args, opts) => new GcpSecrets(short(name, args), args, after(args, opts)),
    images: (name, args, opts) => new GcpImages(short(name, args), { ...args, platform }, after(args, opts)),
    postgres: (name, args, opts) =>
      new GcpPostgres(short(name, args), { ...args, transform: transforms.postgres }, after(args, opts)),
    redis: (name, args, opts) =>
      new GcpRedis(short(name, args), { ...args, transform: transforms.redis }, after(args, opts)),
    storage: (name, args, opts) =>
      new GcpStorage(short(name, args), { ...args, platform, transform: transforms.storage }, after(args, opts)),
    identity: (name, args, opts) => new GcpIdentity(short(name, args), args, after(args, opts)),
    compute: (name, args, opts) =>
      new GcpCompute(short(name, args), { ...args, platform, transform: transforms.compute }, after(args, opts)),
    edge: (name, args, opts) =>
      new GcpEdge(short(name, args), { ...args, platform, transform: transforms.edge }, after(args, opts)),
  };
}

/**
 * What all names of a topology begin with where the provider makes them: it adds eight characters, refuses what is then longer
 * than the 63 that most services take, and `-cdn-load-balancer-ipv4-https` has 29 (`NewUniqueHex` of pulumi/sdk).
 */
const longestStart = 26;

/** A component's name with a start that leaves room for its children's names. */
function short(name: string, { context }: { context: ComponentContext }): string {
  if (!name.startsWith(context.name)) return name;
  return `${physicalName([context.name], longestStart)}${name.slice(context.name.length)}`;
}

/** Resources of a component wait for its APIs, which the network enables. */
function after(
  { network }: { network: GcpNetwork },
  opts: pulumi.ComponentResourceOptions | undefined,
): pulumi.ComponentResourceOptions {
  return network.apis.before(opts);
}
