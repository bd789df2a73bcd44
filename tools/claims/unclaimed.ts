import { dirname } from "node:path";
import type { Rule } from "../../policy/core/rule";
import { kindsOfPods } from "../../policy/kinds/pods";
import { canonicalType } from "../../policy/protocol/canonical-type";
import type { Exclusion } from "./exclusion";
import { exclusions } from "./exclusions";
import { holders, kinds, variables } from "./kinds";
import { readSdk, type Sdk, type SdkProperty, sdkProperties } from "./sdk-properties";

/** The SDKs that rules are about. */
const packages = ["aws", "gcp", "azure-native", "kubernetes"];

/** What the pinned SDKs declare, by the first word of their types. */
export function pinnedSdks(): ReadonlyMap<string, Sdk> {
  return new Map(packages.map((name) => [name, readSdk(dirname(require.resolve(`@pulumi/${name}/package.json`)))]));
}

/** Properties of a claim's kind: those that may be set, and of `holders` those that hold others too. */
export function claimedProperties(sdks: ReadonlyMap<string, Sdk>): SdkProperty[] {
  const names = Object.values(kinds);
  const others = Object.values(holders);
  return [...sdks.values()].flatMap((sdk) =>
    sdkProperties(
      sdk,
      ({ name, declared, comment }) =>
        (!declared.includes("inputs.") && names.some((kind) => kind.test(name))) ||
        (variables.comment.test(comment) && variables.declared.test(declared)) ||
        others.some((kind) => kind.name.test(name) && kind.declared.test(declared)),
    ),
  );
}

/** Those among them that no rule lists and no exclusion is about; and the exclusions that are of none. */
export function unclaimed(
  properties: readonly SdkProperty[],
  rules: readonly Pick<Rule, "breaksBy">[],
  excluded: readonly Exclusion[] = exclusions,
): { missing: SdkProperty[]; idle: Exclusion[] } {
  const listed = listedBy(rules);
  const open = properties.filter(({ type, path }) => !isListed(listed, canonicalType(type), path));
  const isOf = ({ types, properties: paths }: Exclusion, { type, path }: SdkProperty) =>
    types.some((pattern) => fits(pattern, type)) && paths.some((pattern) => fits(pattern, path));
  return {
    missing: open.filter((property) => !excluded.some((exclusion) => isOf(exclusion, property))),
    idle: excluded.filter((exclusion) => !open.some((property) => isOf(exclusion, property))),
  };
}

/** What rules list, by type: each path, and each that holds it. */
function listedBy(rules: readonly Pick<Rule, "breaksBy">[]): Map<string, Set<string>> {
  const listed = new Map<string, Set<string>>();
  for (const [type, paths] of rules.flatMap(({ breaksBy }) => Object.entries(breaksBy))) {
    const known = listed.get(type) ?? new Set();
    listed.set(type, known);
    for (const path of paths.flatMap(eachOf)) {
      const parts = path.split(".");
      for (const [i] of parts.entries())
        known.add(
          parts
            .slice(0, i + 1)
            .join(".")
            .replace(/\[\]$/, ""),
        );
      known.add(path);
    }
  }
  return listed;
}

/** `a.{b,c}.d` is a.b.d and a.c.d. */
function eachOf(path: string): string[] {
  const [, before = "", names, after = ""] = /^(.*?)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return names === undefined ? [path] : names.split(",").map((name) => `${before}${name}${after}`);
}

/** Paths of what makes Pods begin where the Pod does. */
function isListed(listed: ReadonlyMap<string, ReadonlySet<string>>, type: string, path: string): boolean {
  if (listed.get(type)?.has(path)) return true;
  const inPod = /(^|\.)(spec\.(?!template\.|jobTemplate\.).*)$/.exec(path)?.[2] ?? "";
  return type.startsWith("kubernetes:") && (listed.get(kindsOfPods)?.has(inPod) ?? false);
}

/** Whether a text is one of a pattern, in which `*` is anything. */
export function fits(pattern: string, text: string): boolean {
  const form = pattern.split("*").map((part) => part.replaceAll(/[.[\]$()+?^|{}\\]/g, "\\$&"));
  return new RegExp(`^${form.join(".*")}$`).test(text);
}
