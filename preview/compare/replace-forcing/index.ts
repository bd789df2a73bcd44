import { canonicalType } from "../../../policy/protocol/canonical-type";
import type { PropertyChange } from "../../model/change";
import { isWithin, stepsOf } from "../../model/paths";
import { aws } from "./aws";
import { awsNetwork } from "./aws-network";
import { awsPlatform } from "./aws-platform";
import { awsServices } from "./aws-services";
import { azure } from "./azure";
import { azureServices } from "./azure-services";
import { gcp } from "./gcp";
import { gcpServices } from "./gcp-services";
import { kubernetes } from "./kubernetes";
import { random } from "./random";
import type { ReplaceForcing } from "./table";

const table: ReplaceForcing = {
  ...{ ...aws, ...awsServices, ...awsNetwork, ...awsPlatform },
  ...{ ...gcp, ...gcpServices },
  ...{ ...azure, ...azureServices },
  ...kubernetes,
  ...random,
};
/** Since the upstream provider's version 6 each regional resource of AWS has it (`forceNewIfRegionChanges`). */
const awsRegion = "region";

/** Every type in the tables. */
export function tableTypes(): string[] {
  return Object.keys(table);
}

/** The paths whose change always replaces a resource of that type; undefined for a type outside the tables. */
export function replaceForcing(type: string): readonly string[] | undefined {
  return pathsOf(type)?.filter((path) => !path.endsWith("?"));
}

/** The paths whose change replaces a resource of that type for some values; undefined for a type outside the tables. */
export function mayForceReplacement(type: string): readonly string[] | undefined {
  return pathsOf(type)
    ?.filter((path) => path.endsWith("?"))
    .map((path) => path.slice(0, -1));
}

function pathsOf(type: string): readonly string[] | undefined {
  const canonical = canonicalType(type);
  const paths = Object.hasOwn(table, canonical) ? table[canonical] : undefined;
  return paths !== undefined && type.startsWith("aws:") ? [...paths, awsRegion] : paths;
}

/**
 * Whether a change at a path replaces the resource: `may replace` for a type outside the tables. A path covers all paths
 * below it; adding or removing a whole part counts for every path in it.
 */
export function forcesReplacement(type: string, path: string): PropertyChange["forces"] {
  const forcing = replaceForcing(type);
  if (forcing === undefined) return "may replace";
  if (isTouched(forcing, path)) return "replace";
  return isTouched(mayForceReplacement(type) ?? [], path) ? "may replace" : "nothing";
}

/** Whether a path equals one of others, or is below or above one. */
function isTouched(others: readonly string[], path: string): boolean {
  const steps = stepsOf(path);
  return others
    .map((one) => stepsOf(one.replaceAll("[]", "[*]")))
    .some((one) => isWithin(steps, one) || isWithin(one, steps));
}
