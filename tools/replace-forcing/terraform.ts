import { childrenOf, type Member, type Sdk } from "../claims/sdk-properties";
import { listed, type TerraformAttribute, type TerraformAttributes } from "./facts";

/** The tables of a provider that Pulumi made from Terraform's, and what found no place in its SDK. */
export interface Translated {
  types: Record<string, string>;
  /** Properties that force a replacement in Terraform and are not in the SDK by that name. */
  unplaced: string[];
}

/**
 * Translates the attributes of Terraform's resources into the properties of Pulumi's SDK. An input that the SDK has and the
 * source has not came later, or is Pulumi's own: it is marked as one that may replace.
 */
export function translated(
  resources: Readonly<Record<string, TerraformAttributes>>,
  typeOf: (resource: string) => string | undefined,
  sdk: Sdk,
): Translated {
  const types: Record<string, string> = {};
  const unplaced: string[] = [];
  for (const [resource, attributes] of Object.entries(resources)) {
    const type = typeOf(resource);
    const members = type === undefined ? undefined : sdk.resources.get(type);
    if (type === undefined || members === undefined) continue;
    types[type] = listed(pathsIn(attributes, members, "", { sdk, type, unplaced }));
  }
  return { types, unplaced };
}

interface Translation {
  sdk: Sdk;
  type: string;
  unplaced: string[];
}

function pathsIn(
  attributes: TerraformAttributes,
  members: readonly Member[],
  prefix: string,
  translation: Translation,
): string[] {
  const open = new Map(members.map((member) => [member.name, member]));
  const placed = Object.entries(attributes).flatMap(([name, attribute]) => {
    const member = namesOf(name).flatMap((candidate) => open.get(candidate) ?? [])[0];
    if (member === undefined) {
      if (forces(attribute)) translation.unplaced.push(`${translation.type}: ${prefix}${name}`);
      return [];
    }
    open.delete(member.name);
    return pathsOf(attribute, member, `${prefix}${member.name}`, translation);
  });
  return [...placed, ...[...open.keys()].map((name) => `${prefix}${name}?`)];
}

function pathsOf(attribute: TerraformAttribute, member: Member, path: string, translation: Translation): string[] {
  const { force, computed, inside = {} } = attribute;
  if (computed) return [];
  if (force === 1 && alwaysForces(inside)) return [path];
  const own = force === 1 ? [`${path}#`] : force === 2 ? [`${path}?`] : [];
  const members = childrenOf(translation.sdk, member);
  if (Object.keys(inside).length === 0 || members.length === 0) return own;
  return [...own, ...pathsIn(inside, members, `${path}${member.isList ? "[]" : ""}.`, translation)];
}

function forces({ force, computed, inside = {} }: TerraformAttribute): boolean {
  return !computed && (force !== undefined || Object.values(inside).some(forces));
}

/** Whether every attribute of a block, at any depth, forces a replacement. */
function alwaysForces(inside: TerraformAttributes): boolean {
  return Object.values(inside).every(
    ({ force, computed, inside: below = {} }) => computed || (force === 1 && alwaysForces(below)),
  );
}

/** What Pulumi may call an attribute: a list has a plural name, a list of at most one has a singular one. */
export function namesOf(name: string): string[] {
  const camel = name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const plurals = [`${camel}s`, `${camel}es`, camel.replace(/y$/, "ies"), camel.replace(/is$/, "es")];
  const singulars = [camel.replace(/s$/, ""), camel.replace(/es$/, ""), camel.replace(/ies$/, "y")];
  return [...new Set([camel, ...plurals, ...singulars])];
}
