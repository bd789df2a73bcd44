import type { Failing, Passing, ResourceFixtures } from "../core/fixture";
import type { Right } from "./rbac";

/** What the rule has to say where a right is granted. */
export interface RightsWords {
  required: string;
  fix: string;
}

/** Roles with each of the rights, and the same on objects that are named. */
export function rightsFixtures(
  roles: readonly string[],
  rights: readonly Right[],
  words: RightsWords,
): ResourceFixtures {
  const all = roles.flatMap((type) =>
    rights.flatMap((right) => right.resources.map((resource) => ({ type, right, resource }))),
  );
  return {
    passes: all.map(({ type, right, resource }) => naming(type, right, resource)),
    fails: all.flatMap(({ type, right: { group, verbs }, resource }) => [
      granting(resource, type, { apiGroups: [group], resources: [resource], verbs }, words),
      granting(`${resource}, by a star`, type, { apiGroups: ["*"], resources: ["*"], verbs }, words),
    ]),
  };
}

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: readonly string[];
}

function granting(name: string, type: string, rule: Rule, { required, fix }: RightsWords): Failing {
  const found = `"${rule.resources[0]}" with ${rule.verbs.join(", ")}`;
  return {
    name,
    type,
    properties: { rules: [rule] },
    messages: [`rules[0].resources[0] is ${found}; required: ${required}. ${fix}`],
  };
}

function naming(type: string, { group, verbs }: Right, resource: string): Passing {
  const lists = { apiGroups: [group], resources: [resource], verbs };
  const other = "A right on a named object is one for a task, whichever it is.";
  const paths = Object.entries(lists).flatMap(([list, items]) => [list, ...items.map((_, i) => `${list}[${i}]`)]);
  return {
    name: `${resource} by name`,
    type,
    properties: { rules: [{ ...lists, resourceNames: ["one"] }] },
    harmless: {
      rules: "A role without rights grants nothing.",
      ...Object.fromEntries(paths.map((path) => [`rules[0].${path}`, other])),
    },
  };
}
