import { canonicalType } from "../../../policy/protocol/canonical-type";
import type { PropertyChange } from "../../model/change";
import { isWithin, type Step, stepsOf } from "../../model/paths";
import { generatedPaths } from "../generated-tables";
import { providerPlaces } from "../provider-places";
import { aws } from "./aws";
import { awsNetwork } from "./aws-network";
import { awsPlatform } from "./aws-platform";
import { awsServices } from "./aws-services";
import { azure } from "./azure";
import { azureServices } from "./azure-services";
import { customResources } from "./custom-resources";
import { exceptions } from "./exceptions";

import type { ReplaceForcing } from "./table";

/** Types that were looked up one by one. */
const byHand: ReplaceForcing = {
  ...aws,
  ...awsServices,
  ...awsNetwork,
  ...awsPlatform,
  ...azure,
  ...azureServices,
  ...customResources,
};

/**
 * What forces a replacement of every type of a provider that has it. AWS: since the upstream provider's version 6 of each
 * regional resource (`forceNewIfRegionChanges`). Azure: it is part of each resource's path.
 */
const everywhere: Readonly<Record<string, string>> = { aws: "region", "azure-native": "resourceGroupName" };

/** The steps of a type's paths, by what their change does. */
interface Forcing {
  always: Step[][];
  /** Where it is added or removed, or the number of its elements changes. */
  counted: Step[][];
  sometimes: Step[][];
}

const known = new Map<string, Forcing | undefined>();

/** Every type in the tables by hand. */
export function tableTypes(): string[] {
  return Object.keys(byHand);
}

/** The paths whose change always replaces a resource of that type; undefined for a type outside the tables. */
export function replaceForcing(type: string): readonly string[] | undefined {
  return forcingPaths(type)
    ?.filter((path) => !path.endsWith("?"))
    .map((path) => path.replace(/#$/, ""));
}

/** Whether the tables have a type, so that each of its properties is known to force a replacement or not. */
export function isLookedUp(type: string): boolean {
  return isProvider(type) || forcingOf(type) !== undefined;
}

/** The paths of a type in the notation of `table.ts`; undefined for a type outside the tables. */
export function forcingPaths(type: string): readonly string[] | undefined {
  const canonical = canonicalType(type);
  if (Object.hasOwn(byHand, canonical)) {
    const own = everywhere[providerOf(type)];
    return [...(byHand[canonical] ?? []), ...(own === undefined ? [] : [own])];
  }
  return tablePaths(type) ?? tablePaths(canonical);
}

/**
 * Whether a change at a path replaces the resource: `may replace` for a type outside the tables. A path covers all paths
 * below it; adding or removing a whole part counts for every path in it.
 */
export function forcesReplacement(type: string, path: string): PropertyChange["forces"] {
  const steps = stepsOf(path);
  // What a provider's change does to its resources is for the provider to say, where it moves to another place.
  if (isProvider(type)) return providerPlaces.includes(String(steps[0])) ? "may replace" : "nothing";
  const forcing = forcingOf(type);
  if (forcing === undefined) return steps[0] === everywhere[providerOf(type)] ? "replace" : "may replace";
  if (forcing.always.some((one) => meets(steps, one))) return "replace";
  if (forcing.counted.some((one) => counts(steps, one))) return "replace";
  return forcing.sometimes.some((one) => meets(steps, one)) ? "may replace" : "nothing";
}

function isProvider(type: string): boolean {
  return type.startsWith("pulumi:providers:");
}

function providerOf(type: string): string {
  return canonicalType(type).split(":")[0] ?? "";
}

/** The generated paths of a type, with those of its exception in place of its own. */
function tablePaths(type: string): readonly string[] | undefined {
  const generated = generatedPaths(type);
  if (generated === undefined) return undefined;
  const exception = Object.hasOwn(exceptions, type) ? exceptions[type] : undefined;
  const { replaces = [], mayReplace = [], updates = [] } = exception ?? {};
  const own = new Set([...replaces, ...mayReplace, ...updates]);
  return [
    ...generated.filter((path) => !own.has(path.replace(/[?#]$/, ""))),
    ...replaces,
    ...mayReplace.map((path) => `${path}?`),
  ];
}

function forcingOf(type: string): Forcing | undefined {
  if (!known.has(type)) known.set(type, forcing(forcingPaths(type)));
  return known.get(type);
}

function forcing(paths: readonly string[] | undefined): Forcing | undefined {
  if (paths === undefined) return undefined;
  const marked = (mark: string) => paths.filter((path) => path.endsWith(mark)).map((path) => steps(path.slice(0, -1)));
  const always = paths.filter((path) => !/[?#]$/.test(path)).map(steps);
  return { always, counted: marked("#"), sometimes: marked("?") };
}

function steps(path: string): Step[] {
  return stepsOf(path.replaceAll("[]", "[*]"));
}

/** Whether a path equals another, or is below or above it. */
function meets(path: readonly Step[], other: readonly Step[]): boolean {
  return isWithin(path, other) || isWithin(other, path);
}

/** Whether a change at a path adds or removes another one, or an element of it. */
function counts(path: readonly Step[], other: readonly Step[]): boolean {
  const isElement = path.length === other.length + 1 && typeof path[other.length] === "number";
  return isWithin(other, path) || (isElement && isWithin(path, other));
}
