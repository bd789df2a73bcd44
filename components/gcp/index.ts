import type * as pulumi from "@pulumi/pulumi";
import type { Cloud, GcpPlatformSpec, PlatformSpec } from "../contract";
import { GcpApis } from "./apis";
import { GcpCdn } from "./cdn";
import { GcpCompute } from "./compute";
import { GcpIdentity } from "./identity";
import { GcpImages } from "./images";
import { GcpNetwork } from "./network";
import { GcpPostgres } from "./postgres";
import { GcpRedis } from "./redis";
import { GcpSecrets } from "./secrets";
import { GcpStorage } from "./storage";
import type { GcpTransforms } from "./transforms";

/** The components of Google Cloud. The SDK is imported by module, as its index costs every start. */
export interface GcpComponents {
  network: GcpNetwork;
  secrets: GcpSecrets;
  images: GcpImages;
  postgres: GcpPostgres;
  redis: GcpRedis;
  storage: GcpStorage;
  identity: GcpIdentity;
  compute: GcpCompute;
  cdn: GcpCdn;
}

/** Google Cloud, with the changes that an application wants. */
export function gcp(transforms: GcpTransforms = {}) {
  return {
    network: (name, args, platform, opts) => {
      const apis = new GcpApis(`${args.context.name}-apis`, factsOf(platform), opts);
      const own = { ...args, apis, platform: factsOf(platform), transform: transforms.network };
      return new GcpNetwork(name, own, apis.before(opts));
    },
    secrets: (name, args, _platform, opts) => new GcpSecrets(name, args, after(args, opts)),
    images: (name, args, platform, opts) =>
      new GcpImages(name, { ...args, platform: factsOf(platform) }, after(args, opts)),
    postgres: (name, args, _platform, opts) =>
      new GcpPostgres(name, { ...args, transform: transforms.postgres }, after(args, opts)),
    redis: (name, args, _platform, opts) =>
      new GcpRedis(name, { ...args, transform: transforms.redis }, after(args, opts)),
    storage: (name, args, platform, opts) =>
      new GcpStorage(name, { ...args, platform: factsOf(platform), transform: transforms.storage }, after(args, opts)),
    identity: (name, args, _platform, opts) => new GcpIdentity(name, args, after(args, opts)),
    compute: (name, args, platform, opts) =>
      new GcpCompute(name, { ...args, platform: factsOf(platform), transform: transforms.compute }, after(args, opts)),
    cdn: (name, args, platform, opts) =>
      new GcpCdn(name, { ...args, platform: factsOf(platform), transform: transforms.cdn }, after(args, opts)),
  } satisfies Cloud<GcpComponents>;
}

/** What is under a component waits for its APIs, which the network brings. */
function after(
  { network }: { network: GcpNetwork },
  opts: pulumi.ComponentResourceOptions | undefined,
): pulumi.ComponentResourceOptions {
  return network.apis.before(opts);
}

/** Where the stack stands, without which nothing can be built. */
function factsOf({ gcp: facts }: PlatformSpec): GcpPlatformSpec {
  if (facts === undefined) throw new Error("the topology says nothing of its project: platform.gcp is missing");
  return facts;
}
