import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { Builder } from "./builder";
import type { ConceptOptions, OptionName } from "./capabilities";
import { conceptOf, options } from "./capabilities";
import { refused, type Support } from "./capabilities/capability";
import type { Concept } from "./concepts";
import type { Registry, RegistryArgs } from "./registry";
import type { PlatformSpec, Topology } from "./topology";
import type { Transforms } from "./transform";

/** Something in a topology that a target would reject although no single value is invalid by itself. */
export interface TopologyProblem {
  /** Config key below the project's name that is to be changed: `app`, `region`, `overrides.network.cidr`. */
  key: string;
  /** What was found: "gives the load balancer a name of 38 characters". */
  found: string;
  /** What is allowed, and how to get there. */
  allowed: string;
}

/**
 * All that the program knows of a target without its SDK: what a config may say of it, what it makes of a topology, how a
 * deployment signs in, and how it is loaded. `components/<target>/target.ts` is the only place that says it.
 */
export interface Target {
  /** What people call it: `Google Cloud`. */
  title: string;
  /** Regions in which a stack can be deployed; undefined where a region is a free name. */
  regions?: readonly string[];
  /** Existing regions in which no stack can be deployed, and why: "which has no availability zones". */
  unsuitable?: { regions: readonly string[]; found: string };
  /** Config keys of the provider that must repeat a value of ours: `aws:region` is `isotopo:region`. */
  providerConfig: Readonly<Record<string, string>>;
  /** What a stack has to say of the place, under the target's own name; undefined where there is nothing to say. */
  platform?: TargetPlatform;
  /** `named`: a stack may name the zone in `dnsZone`. Otherwise why it may not: "the cluster knows its zones". */
  dnsZone: "named" | { unused: string };
  /** What the stack does not give of the application's external secrets comes from a store of the target's own. */
  ownSecretStore: boolean;
  /** What becomes of each concept. */
  concepts: Offers;
  /**
   * Source under which a browser reaches objects by signed addresses, for a content security policy. Buckets get their
   * names late, so it covers all of the region or the account's kind.
   */
  storageSource(place: { region: string; platform: PlatformSpec }): string;
  /** What the target would refuse of a whole topology, found without its SDK: each is one line of the config's problems. */
  problems(topology: Topology): readonly TopologyProblem[];
  /** What `problems` and `platform.problems` hold, in words, for docs/configuration.md. */
  checked: readonly string[];
  /** Variables of a GitHub environment by which a deployment signs in, beside Pulumi's own; `.github/actions/sign-in` reads them. */
  signIn: readonly string[];
  /** The image repositories of an application; undefined where the target has no registry of its own. */
  registry?: TargetRegistry;
  /** Loads the target's SDK, and builds with it. It is called when the target is chosen, and for no other. */
  load(transforms: Transforms): Builder;
}

/** What a stack says of its place, in the config key that is called like the target. */
export interface TargetPlatform {
  /** The keys; their descriptions are the documentation, and the schema's own says who needs them. */
  schema: z.ZodObject;
  /** What the keys describe: "a place on Google Cloud". */
  describes: string;
  /** What they say: "says where the stack stands". */
  says: string;
  /** Said before the keys in docs/configuration.md. */
  introduction?: string;
  /** Keys that hold a placeholder until a user puts in a name or an address. */
  placeholders: Readonly<Record<string, "name" | "address">>;
  /** What no single key can be blamed for. The platform's keys are each right by then. */
  problems?(platform: PlatformSpec): readonly TopologyProblem[];
}

/** Makes the repositories of an application. */
export type RegistryBuilder = (name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) => Registry;

/** What the program of the image repositories knows of a target. */
export interface TargetRegistry {
  /** Who beside the registry's own place may pull. */
  pullers: { pattern: RegExp; allowed: string; are: string };
  /** Why a key of the stack's own can't encrypt the images; undefined where it can. */
  noOwnKey?: string;
  /** Keys of the platform that a registry needs; undefined where it needs none. */
  platform?: z.ZodObject;
  /** Loads the SDK, as `load` of the target. */
  load(transforms: Transforms): RegistryBuilder;
}

/** What a target makes of each concept: the compiler names one that it says nothing of. */
export type Offers = { readonly [K in Concept]: Offer<K> };

/** The native service that plays the main part of a concept, with what becomes of each option; or why there is none. */
export type Offer<K extends Concept> = { service: string; options: ConceptOptions<K> } | { refused: string };

/** What a target makes of an option: what it says of it, or that it has not got the concept. */
export function supportOf({ concepts }: Pick<Target, "concepts">, option: OptionName): Support {
  const offer = concepts[conceptOf(option)];
  if ("refused" in offer) return refused(offer.refused);
  const table: Partial<Readonly<Record<string, Support>>> = offer.options;
  const support = table[option];
  if (support === undefined) throw new Error(`nothing is said of ${option}`);
  return support;
}

/** What a target makes of every option. */
export function capabilitiesOf(target: Pick<Target, "concepts">): Record<string, Support> {
  return Object.fromEntries(options.map(({ name }) => [name, supportOf(target, name)]));
}

/** The native service of each concept; where there is none, why. */
export function servicesOf({ concepts }: Pick<Target, "concepts">): Record<string, string> {
  return Object.fromEntries(
    Object.entries(concepts).map(([concept, offer]) => [
      concept,
      "refused" in offer ? `none: ${offer.refused}` : offer.service,
    ]),
  );
}
