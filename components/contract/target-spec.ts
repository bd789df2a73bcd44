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

/** A problem of a topology: a target would reject it although no single value is invalid by itself. */
export interface TopologyProblem {
  /** Config key below the project's name that is to be changed: `app`, `region`, `overrides.network.cidr`. */
  key: string;
  /** The value found: "gives the load balancer a name of 38 characters". */
  found: string;
  /** The allowed values, and the fix. */
  allowed: string;
}

/**
 * All that the program knows of a target without its SDK: the config of its place, its support of the concepts, the sign-in
 * of a deployment, and its loader. `components/<target>/target.ts` is the only place for it.
 */
export interface Target {
  /** The name for people: `Google Cloud`. */
  title: string;
  /** Regions in which a stack can be deployed; undefined where a region is a free name. */
  regions?: readonly string[];
  /** Existing regions in which no stack can be deployed, and why: "which has no availability zones". */
  unsuitable?: { regions: readonly string[]; found: string };
  /** Config keys of the provider that must repeat a value of ours: `aws:region` is `isotopo:region`. */
  providerConfig: Readonly<Record<string, string>>;
  /** The description of a place that a stack needs, under the target's own name; undefined if it needs none. */
  platform?: TargetPlatform;
  /** `named`: a stack may name the zone in `dnsZone`. Otherwise why it may not: "the cluster knows its zones". */
  dnsZone: "named" | { unused: string };
  /** Whether external secrets that the stack does not give come from a secret store of the target. */
  ownSecretStore: boolean;
  /** The support of each concept. */
  concepts: Offers;
  /**
   * Source under which a browser reaches objects by signed addresses, for a content security policy. Buckets get their
   * names late, so it covers all of the region or the account's kind.
   */
  storageSource(place: { region: string; platform: PlatformSpec }): string;
  /**
   * Problems that the target would refuse a whole topology for, found without its SDK: each is one line of the config's
   * problems.
   */
  problems(topology: Topology): readonly TopologyProblem[];
  /** The checks of `problems` and `platform.problems`, in words, for docs/configuration.md. */
  checked: readonly string[];
  /** Variables of a GitHub environment by which a deployment signs in, beside Pulumi's own; `.github/actions/sign-in` reads them. */
  signIn: readonly string[];
  /** The image repositories of an application; undefined where the target has no registry of its own. */
  registry?: TargetRegistry;
  /** Loads the target's SDK, and builds with it. It is called when the target is chosen, and for no other. */
  load(transforms: Transforms): Builder;
}

/** A stack's description of its place, in the config key that is named after the target. */
export interface TargetPlatform {
  /** The keys; their descriptions are the documentation, and the schema's own says who needs them. */
  schema: z.ZodObject;
  /** The described thing: "a place on Google Cloud". */
  describes: string;
  /** The meaning of the keys, for messages: "names the account and place of the stack". */
  meaning: string;
  /** Text before the keys in docs/configuration.md. */
  introduction?: string;
  /** Keys that hold a placeholder until a user sets a name or an address. */
  placeholders: Readonly<Record<string, "name" | "address">>;
  /** Checks across the platform's keys. Each key is valid by itself by then. */
  problems?(platform: PlatformSpec): readonly TopologyProblem[];
}

/** Makes the repositories of an application. */
export type RegistryBuilder = (name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) => Registry;

/** The part of a target that the program of the image repositories needs. */
export interface TargetRegistry {
  /** Principals outside the registry's own place that may pull. */
  pullers: { pattern: RegExp; allowed: string; are: string };
  /** Why a key of the stack can't encrypt the images; undefined if it can. */
  noOwnKey?: string;
  /** Keys of the platform that a registry needs; undefined where it needs none. */
  platform?: z.ZodObject;
  /** Loads the SDK, as `load` of the target. */
  load(transforms: Transforms): RegistryBuilder;
}

/** A target's offers, one for each concept: the compiler names a missing one. */
export type Offers = { readonly [K in Concept]: Offer<K> };

/** The native service of a concept's main part, with the support of each option; or why there is none. */
export type Offer<K extends Concept> = { service: string; options: ConceptOptions<K> } | { refused: string };

/** A target's support of an option, or the refusal of its concept. */
export function supportOf({ concepts }: Pick<Target, "concepts">, option: OptionName): Support {
  const offer = concepts[conceptOf(option)];
  if ("refused" in offer) return refused(offer.refused);
  const table: Partial<Readonly<Record<string, Support>>> = offer.options;
  const support = table[option];
  if (support === undefined) throw new Error(`nothing is said of ${option}`);
  return support;
}

/** A target's support of every option. */
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
