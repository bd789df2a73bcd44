import { type Finding, must, mustIfSet, type Requirement } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";

/**
 * The values at a path of members, `siteConfig.minTlsVersion` or, of each element of a list, `origins[].protocol`. That SDKs
 * have what tables name is tested (`test/policy/claims.test.ts`).
 */
function valuesAt(properties: View, path: string): View[] {
  return path.split(".").reduce<View[]>(
    (values, part) => {
      const key = part.replace("[]", "");
      const members = values.map((value) => value.as<Record<string, unknown>>().at(key));
      return key === part ? members : members.flatMap((member) => member.as<unknown[]>().items());
    },
    [properties],
  );
}

/** A row: a type, and the path or paths of what has to be so. */
export type Row = readonly [type: string, ...paths: string[]];

/** A check by type of a table whose properties have to be there. */
export function required(requirement: Requirement, rows: readonly Row[], fix?: string): Record<string, Check> {
  return ofTable(rows, (value) => must(value, requirement, fix));
}

/** As `required`, for properties whose default is safe. */
export function requiredIfSet(requirement: Requirement, rows: readonly Row[], fix?: string): Record<string, Check> {
  return ofTable(rows, (value) => mustIfSet(value, requirement, fix));
}

function ofTable(rows: readonly Row[], judge: (value: View) => Finding[]): Record<string, Check> {
  return Object.fromEntries(
    rows.map(([type, ...paths]) => [
      type,
      (properties) => paths.flatMap((path) => valuesAt(properties, path)).flatMap(judge),
    ]),
  );
}
