import { sameSecret } from "../model/fingerprints";
import type { Plan, PlanResource } from "../model/plan";
import { isWireObject, type Wire, type WireObject } from "../model/wire";
import { exceeds } from "./assessment";
import { type Assessed, providerUrn } from "./propagation";
import { differences } from "./properties";
import { providerPlaces } from "./provider-places";

/**
 * A resource whose provider moves to another place may be another resource there. The engine asks the provider
 * (`DiffConfig`, `providerChanged` in `pkg/resource/deploy/step_generator.go`); here no provider runs, so the resource *may*
 * be replaced.
 */
export function considerProviders(resources: readonly Assessed[], base: Plan, head: Plan): void {
  const [olds, news] = [byUrn(base), byUrn(head)];
  const moves = new Map<string, string | undefined>();
  for (const { before, after, assessment } of resources) {
    const [old, now] = [olds.get(providerUrn(before)), news.get(providerUrn(after))];
    if (old === undefined || now === undefined) continue;
    const key = `${old.urn} ${now.urn}`;
    if (!moves.has(key)) moves.set(key, moveOf(old, now));
    const move = moves.get(key);
    if (move === undefined || !exceeds("may replace", assessment.action)) continue;
    assessment.action = "may replace";
    assessment.causes.push(move);
  }
}

/** A provider's setting that changes its place, read back from a cause by `moveIn`. */
export interface ProviderMove {
  /** `region`, `project`. */
  property: string;
  before: string;
  after: string;
}

const beginning = "its provider changes ";

/** The moves of a provider in a cause that `considerProviders` wrote; empty for any other cause. */
export function moveIn(cause: string): ProviderMove[] {
  if (!cause.startsWith(beginning)) return [];
  const places = /(\w+) from (nothing|"(?:[^"\\]|\\.){0,200}") to (nothing|"(?:[^"\\]|\\.){0,200}")/g;
  return [...cause.matchAll(places)].map(([, property = "", before = "", after = ""]) => ({
    property,
    before: unquoted(before),
    after: unquoted(after),
  }));
}

function unquoted(text: string): string {
  return text === "nothing" ? text : String(JSON.parse(text));
}

function moveOf(old: PlanResource, now: PlanResource): string | undefined {
  const found = differences(placeOf(old.inputs), placeOf(now.inputs), {
    secret: (a, b, shown) => sameSecret([old, a], [now, b], shown),
    unknown: () => true,
  });
  const moved = found.filter(({ kind }) => kind !== "not comparable");
  if (moved.length === 0) return undefined;
  const words = moved.map(({ path, before, after }) => `${path} from ${shown(before)} to ${shown(after)}`);
  return `${beginning}${words.join(", ")}, and only the provider can say whether that replaces it`;
}

function placeOf(inputs: WireObject): WireObject {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => providerPlaces.includes(name)));
}

function shown(value: Wire | undefined): string {
  if (value === undefined) return "nothing";
  return isWireObject(value) || Array.isArray(value) ? "other settings" : JSON.stringify(value);
}

function byUrn({ resources }: Plan): Map<string, PlanResource> {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}
