import type { AzurePlatformSpec, Cloud, PlatformSpec } from "../contract";
import { AzureCdn } from "./cdn";
import { AzureCompute } from "./compute";
import { AzureIdentity } from "./identity";
import { AzureImages } from "./images";
import { AzureNetwork } from "./network";
import { AzurePostgres } from "./postgres";
import { AzureRedis } from "./redis";
import { AzureSecrets } from "./secrets";
import { AzureStorage } from "./storage";
import type { AzureTransforms } from "./transforms";

/** The components of Azure. The SDK is imported by module, as its index costs every start. */
export interface AzureComponents {
  network: AzureNetwork;
  secrets: AzureSecrets;
  images: AzureImages;
  postgres: AzurePostgres;
  redis: AzureRedis;
  storage: AzureStorage;
  identity: AzureIdentity;
  compute: AzureCompute;
  cdn: AzureCdn;
}

/** Azure, with the changes that an application wants. */
export function azure(transforms: AzureTransforms = {}) {
  return {
    network: (name, args, _platform, opts) => new AzureNetwork(name, { ...args, transform: transforms.network }, opts),
    secrets: (name, args, _platform, opts) => new AzureSecrets(name, args, opts),
    images: (name, args, platform, opts) => new AzureImages(name, { ...args, platform: factsOf(platform) }, opts),
    postgres: (name, args, _platform, opts) =>
      new AzurePostgres(name, { ...args, transform: transforms.postgres }, opts),
    redis: (name, args, _platform, opts) => new AzureRedis(name, { ...args, transform: transforms.redis }, opts),
    storage: (name, args, _platform, opts) => new AzureStorage(name, { ...args, transform: transforms.storage }, opts),
    identity: (name, args, _platform, opts) => new AzureIdentity(name, args, opts),
    compute: (name, args, platform, opts) =>
      new AzureCompute(name, { ...args, platform: factsOf(platform), transform: transforms.compute }, opts),
    cdn: (name, args, platform, opts) =>
      new AzureCdn(name, { ...args, platform: factsOf(platform), transform: transforms.cdn }, opts),
  } satisfies Cloud<AzureComponents>;
}

/** Where the stack stands, without which nothing can be built. */
function factsOf({ azure: facts }: PlatformSpec): AzurePlatformSpec {
  if (facts === undefined) throw new Error("the topology says nothing of its place: platform.azure is missing");
  return facts;
}
