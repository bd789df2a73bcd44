import { leaves } from "../model/leaves";
import type { PlanResource } from "../model/plan";
import { unknownText, type Wire } from "../model/wire";
import { type Assessment, exceeds, outcome, pending, propertyChange } from "./assessment";
import { deletesFirst } from "./delete-first";
import type { Match } from "./matching";
import { shortestComputed } from "./renamed-values";
import { forcesReplacement } from "./replace-forcing";

/** A resource that is in both plans, with its change so far. */
export interface Assessed extends Required<Match> {
  assessment: Assessment;
}

/**
 * Propagates replacements. A replaced resource gets a new id, ARN or address. A property that is made of one is unknown
 * before the update, as in a preview of the real engine (`calculateDependentReplacements` in
 * `pkg/resource/deploy/step_generator.go`); if it forces a replacement, its resource is replaced too. A property that is
 * made of an input, such as a name from the program, stays the same.
 */
export function propagate(resources: readonly Assessed[]): void {
  const dependents = dependentsOf(resources);
  const madeOfOld = dependentsBefore(resources);
  const waiting = resources.filter(isReplaced);
  const done = new Set<string>();
  const goneFirst = new Set<Assessed>();
  for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
    const { urn } = source.after;
    const certain = source.assessment.action === "replace";
    const key = `${urn} ${certain}`;
    if (done.has(key)) continue;
    done.add(key);
    for (const dependent of dependents.get(urn) ?? []) {
      const before = dependent.assessment.action;
      if (certain) replaceWith(dependent, source);
      else mayReplaceWith(dependent, source);
      if (dependent.assessment.action !== before && isReplaced(dependent)) waiting.push(dependent);
    }
    if (!goneFirst.has(source) && !isDeletedFirst(source)) continue;
    for (const dependent of madeOfOld.get(source.before.urn) ?? []) {
      const before = dependent.assessment.action;
      if (!goesWith(dependent, source)) continue;
      if (!goneFirst.has(dependent)) done.delete(`${dependent.after.urn} ${certain}`);
      if (goneFirst.has(dependent) && dependent.assessment.action === before) continue;
      goneFirst.add(dependent);
      waiting.push(dependent);
    }
  }
}

function isReplaced({ assessment: { action } }: Assessed): boolean {
  return action === "replace" || action === "may replace";
}

function replaceWith(dependent: Assessed, source: Assessed): void {
  const { assessment, after } = dependent;
  const tie = tieTo(after, source.after.urn);
  if (tie !== undefined) {
    assessment.causes.push(`${tie} ${source.after.name}, which is replaced`);
    assessment.action = "replace";
    return;
  }
  const made = madeOf(dependent, source);
  if (made.length === 0) return;
  const paths = new Set(made.map(([path]) => path));
  const reason = `known after ${source.after.name} is replaced`;
  assessment.properties = [
    ...assessment.properties.filter(({ path }) => !paths.has(path)),
    ...made.map(([path, value]) => propertyChange(pending(path, reason, value), after)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const come = outcome(after, assessment.properties);
  if (!exceeds(come.action, assessment.action) && come.action !== assessment.action) return;
  assessment.action = come.action;
  assessment.causes = [...new Set([...assessment.causes, ...come.causes])];
}

/** Why a resource is replaced with another one whatever its inputs are; undefined if it is not. */
function tieTo(resource: PlanResource, urn: string): string | undefined {
  if (resource.deletedWith === urn) return "it is deleted with";
  if (resource.replaceWith?.includes(urn)) return "it is replaced with";
  return providerUrn(resource) === urn ? "it is of the provider" : undefined;
}

function mayReplaceWith(dependent: Assessed, source: Assessed): void {
  const { assessment, after } = dependent;
  const tie = tieTo(after, source.after.urn);
  if (tie !== undefined) {
    if (!exceeds("may replace", assessment.action)) return;
    assessment.action = "may replace";
    assessment.causes.push(`${tie} ${source.after.name}, which may be replaced`);
    return;
  }
  const forcing = madeOf(dependent, source).filter(([path]) => forcesReplacement(after.type, path) === "replace");
  const [[path] = []] = forcing;
  if (path === undefined || !exceeds("may replace", assessment.action)) return;
  assessment.action = "may replace";
  assessment.causes.push(`${path} forces a replacement if ${source.after.name} is replaced`);
}

function isDeletedFirst({ before, after }: Assessed): boolean {
  const { type, deleteBeforeReplace } = after;
  return deletesFirst({ type, before: before.inputs, after: after.inputs, deleteBeforeReplace });
}

/**
 * What is made of a resource that is deleted first has to go before it, if a change of a property that is made of it would replace it: the
 * engine asks as if the whole property were unknown, even where it stays the same (`calculateDependentReplacements`). Whether it goes.
 */
function goesWith(
  { before, after, assessment }: Assessed,
  { before: source, assessment: { action } }: Assessed,
): boolean {
  if (!before.custom || before.op === "read") return false;
  const { type, propertyDependencies, replaceOnChanges = [] } = before;
  const forcing = Object.entries(propertyDependencies)
    .filter(([, urns]) => urns.includes(source.urn))
    .map(([property]) => property)
    .filter((property) => replaceOnChanges.includes(property) || forcesBySome(type, property, before.inputs[property]));
  if (forcing.length === 0) return false;
  const isCertain = action === "replace";
  if (exceeds(isCertain ? "replace" : "may replace", assessment.action)) {
    assessment.action = isCertain ? "replace" : "may replace";
    const reason = isCertain ? "is deleted before it is made anew" : "may be deleted before it is made anew";
    assessment.causes.push(...forcing.map((property) => `${property} forces a replacement: ${source.name} ${reason}`));
  }
  return after.custom;
}

/** Whether some value in a property forces a replacement: what is not there does not become another by it. */
export function forcesBySome(type: string, property: string, value: Wire = null): boolean {
  return leaves(value, property).some(([path]) => forcesReplacement(type, path) === "replace");
}

/** The properties of one resource that are made of values of another which only the cloud knows, with these values. */
function madeOf({ after }: Assessed, source: Assessed): [path: string, value: Wire][] {
  const texts = computedTexts(source.after);
  return Object.entries(after.propertyDependencies)
    .filter(([, urns]) => urns.includes(source.after.urn))
    .flatMap(([property]) => leaves(after.inputs[property] ?? null, property))
    .filter(
      ([, value]) =>
        typeof value === "string" &&
        (value === unknownText || isDigest(value) || texts.some((text) => value.includes(text))),
    );
}

/**
 * Whether a text is a digest: 32 hexadecimal digits or more, or eight with a letter and a digit among them. What went into it can't be
 * seen, and is never taken for equal.
 */
function isDigest(text: string): boolean {
  return /^[0-9a-f]{32,}$/.test(text) || (/^[0-9a-f]{8,}$/.test(text) && /[a-f]/.test(text) && /\d/.test(text));
}

/** Values that the cloud computes: outputs that are not inputs. */
function computedTexts({ id, inputs, outputs }: PlanResource): string[] {
  const computed = Object.entries(outputs).filter(([name]) => !Object.hasOwn(inputs, name));
  const texts = computed.flatMap(([name, value]) => leaves(value, name).map(([, leaf]) => leaf));
  return [id ?? "", ...texts]
    .filter((text) => typeof text === "string")
    .filter((text) => text.length >= shortestComputed);
}

function dependentsOf(resources: readonly Assessed[]): Map<string, Assessed[]> {
  const found = new Map<string, Assessed[]>();
  for (const resource of resources) {
    const { after } = resource;
    const ties = [after.deletedWith, ...(after.replaceWith ?? []), providerUrn(after)];
    const urns = new Set([...Object.values(after.propertyDependencies).flat(), ...ties]);
    for (const urn of urns) if (urn !== undefined) found.set(urn, [...(found.get(urn) ?? []), resource]);
  }
  return found;
}

/** By the URN before: what was made of it. */
function dependentsBefore(resources: readonly Assessed[]): Map<string, Assessed[]> {
  const found = new Map<string, Assessed[]>();
  for (const resource of resources) {
    for (const urn of new Set(Object.values(resource.before.propertyDependencies).flat()))
      found.set(urn, [...(found.get(urn) ?? []), resource]);
  }
  return found;
}

/** A reference of a provider is its URN and its id. */
export function providerUrn({ provider }: PlanResource): string {
  return provider.slice(0, Math.max(0, provider.lastIndexOf("::")));
}
