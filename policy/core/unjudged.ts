import type { PolicyResource } from "@pulumi/policy";
import { canonicalType } from "../protocol/canonical-type";
import type { UnjudgedNote } from "../protocol/note";
import { holdsTemplate } from "./pod-templates";
import type { Rule } from "./rule";
import { subjectOf } from "./subject";

/** What no rule of a pack is about, in a stack. */
export interface Unjudged {
  /** How many resources there are of each type, in the words of the program. */
  types: ReadonlyMap<string, number>;
  /** Of how many resources it is a part: components, providers and Pulumi's own are not among them. */
  resources: number;
}

/** Tells which resources no rule is about. A rule that looks at a type beside others is about it too. */
export function unjudgedBy(rules: readonly Rule[]): (resources: readonly PolicyResource[]) => Unjudged {
  const known = new Set(rules.flatMap(({ checks, companions = [] }) => [...Object.keys(checks), ...companions]));
  return (all) => {
    // A component has no provider: it makes nothing itself.
    const resources = all.filter(({ type, provider }) => provider !== undefined && !type.startsWith("pulumi:"));
    const types = new Map<string, number>();
    for (const { type, name, urn, props, opts } of resources) {
      if (known.has(canonicalType(type))) continue;
      if (holdsTemplate(subjectOf({ type, name, urn, properties: props, protect: opts.protect }))) continue;
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    return { types, resources: resources.length };
  };
}

/** The providers that rules are about; Pulumi itself makes nothing in a cloud. */
export function providersOf(rules: readonly Rule[]): string[] {
  const types = rules.flatMap(({ checks }) => Object.keys(checks)).filter((type) => !type.startsWith("pulumi:"));
  return [...new Set(types.map((type) => type.split(":", 1)[0] ?? ""))].sort();
}

/** What no rule is about, for the note. Types may come from untrusted files: characters that no type has are left out. */
export function unjudgedNote({ types, resources }: Unjudged, providers: readonly string[]): UnjudgedNote {
  const sorted = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: "unjudged",
    types: sorted.map(([type, count]) => ({ type: type.replace(/[^\w:/.@$-]/g, "?"), resources: count })),
    resources,
    providers: [...providers],
  };
}
