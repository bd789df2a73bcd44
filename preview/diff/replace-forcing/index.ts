import type { PropertyChange } from "../change";
import { isWithin, stepsOf } from "../paths";
import { aws } from "./aws";
import { awsServices } from "./aws-services";
import { azure } from "./azure";
import { gcp } from "./gcp";
import { gcpServices } from "./gcp-services";
import { kubernetes } from "./kubernetes";
import { random } from "./random";
import type { ReplaceForcing } from "./table";

const table: ReplaceForcing = { ...aws, ...awsServices, ...gcp, ...gcpServices, ...azure, ...kubernetes, ...random };

/** Every type that was looked up. */
export function tableTypes(): string[] {
  return Object.keys(table);
}

/** The paths whose change has a resource of that type replaced, as the table has them; undefined outside of the table. */
export function replaceForcing(type: string): readonly string[] | undefined {
  const canonical = canonicalType(type);
  return Object.hasOwn(table, canonical) ? table[canonical] : undefined;
}

/**
 * Whether a change at a path has the resource replaced: `may replace` for a type outside of the table. A path covers all
 * below it, and a part that comes or goes as a whole counts for every path in it.
 */
export function forcesReplacement(type: string, path: string): PropertyChange["forces"] {
  const forcing = replaceForcing(type);
  if (forcing === undefined) return "may replace";
  const steps = stepsOf(path);
  const hit = forcing
    .map((one) => stepsOf(one.replaceAll("[]", "[*]")))
    .some((one) => isWithin(steps, one) || isWithin(one, steps));
  return hit ? "replace" : "nothing";
}

/** One type for all versions of Azure's API: `azure-native:app/v20240301:ContainerApp` is `azure-native:app:ContainerApp`. */
function canonicalType(type: string): string {
  return type.replace(/^(azure-native:[^:/]+)\/v\w+:/, "$1:");
}
