import { dirname } from "node:path";
import { canonicalType } from "../../policy/core/canonical";
import type { Rule } from "../../policy/core/rule";
import { type Exclusion, exclusions } from "./exclusions";
import { kinds } from "./kinds";
import { readSdk, type Sdk, type SdkProperty, sdkProperties } from "./sdk-properties";

/** The SDKs that rules are about. */
const packages = ["aws", "gcp", "azure-native", "kubernetes"];

/** What the pinned SDKs declare, by the first word of their types. */
export function pinnedSdks(): ReadonlyMap<string, Sdk> {
  return new Map(packages.map((name) => [name, readSdk(dirname(require.resolve(`@pulumi/${name}/package.json`)))]));
}

/** Properties of a claim's kind: those that may be set, not those that only hold others. */
export function claimedProperties(sdks: ReadonlyMap<string, Sdk>): SdkProperty[] {
  const names = Object.values(kinds);
  return [...sdks.values()].flatMap((sdk) =>
    sdkProperties(
      sdk,
      (member) => !member.declared.includes("inputs.") && names.some((kind) => kind.test(member.name)),
    ),
  );
}

/** Those among them that no rule lists and no exclusion is about; and the exclusions that are of none. */
export function unclaimed(
  properties: readonly SdkProperty[],
  rules: readonly Pick<Rule, "breaksBy">[],
  excluded: readonly Exclusion[] = exclusions,
): { missing: SdkProperty[]; idle: Exclusion[] } {
  const listed = new Set(
    rules.flatMap(({ breaksBy }) =>
      Object.entries(breaksBy).flatMap(([type, paths]) => paths.map((path) => `${type} ${path}`)),
    ),
  );
  const open = properties.filter(({ type, path }) => !listed.has(`${canonicalType(type)} ${path}`));
  const isOf = ({ types, properties: paths }: Exclusion, { type, path }: SdkProperty) =>
    types.some((pattern) => fits(pattern, type)) && paths.some((pattern) => fits(pattern, path));
  return {
    missing: open.filter((property) => !excluded.some((exclusion) => isOf(exclusion, property))),
    idle: excluded.filter((exclusion) => !open.some((property) => isOf(exclusion, property))),
  };
}

function fits(pattern: string, text: string): boolean {
  const form = pattern.split("*").map((part) => part.replaceAll(/[.[\]$()+?^|{}\\]/g, "\\$&"));
  return new RegExp(`^${form.join(".*")}$`).test(text);
}
