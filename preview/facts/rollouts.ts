import { canonicalType } from "../../policy/protocol/canonical-type";
import type { PropertyChange, ResourceChange } from "../model/change";
import { isWithin, stepsOf } from "../model/paths";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { Namer } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { type Instances, jobs, madeAnew, rollsOut } from "./rollout-types";
import { inStacks, type RunStacks } from "./stack-set";
import { losesData, type StackView } from "./view";

interface Rollout {
  what: "service" | "run";
  names: readonly string[];
}

/** Services that roll out and jobs that run: stacks with the same ones are one fact. */
export function rolloutFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  return groupsOf(views.flatMap(observed)).map(({ key, all }): Fact => {
    const [{ about }] = all;
    const places = all.map(({ place }) => place);
    const where = inStacks(labelsOf(places), run);
    return {
      kind: "rollout",
      tone: "plain",
      anchor: `rollout ${key}`,
      places,
      words: phrase`${words(about)}${where}`,
      short: words(about),
    };
  });
}

/**
 * Whether a change only brings a new version of a resource that is versioned by design: a definition, a run, a name, a
 * service that rolls out.
 */
export function isRoutine(change: ResourceChange): boolean {
  if (!change.custom || losesData(change)) return false;
  return isMadeAnew(change) || rolls(change) || isJob(change);
}

/** Whether it is replaced because every change of its type makes a new one. */
export function isMadeAnew({ action, type }: ResourceChange): boolean {
  return action === "replace" && canonicalType(type) in madeAnew;
}

function words({ what, names }: Rollout): Phrase {
  const all = listed(
    names.map((one) => [name(one)]),
    6,
  );
  if (what === "run")
    return phrase`${own(names.length === 1 ? "job" : "jobs")} ${all} ${own(names.length === 1 ? "runs" : "run")}`;
  return phrase`${own(names.length === 1 ? "service" : "services")} ${all} ${own(names.length === 1 ? "rolls out" : "roll out")}`;
}

function observed(view: StackView): Observation<Rollout>[] {
  const namer = new Namer(view);
  const changes = view.changes.map(({ change }) => change).filter(({ custom }) => custom);
  const named = (chosen: readonly ResourceChange[]) => [...new Set(chosen.map((change) => namer.subject(change).name))];
  const services = changes.filter(rolls);
  const runs = changes.filter(
    (change) => (isMadeAnew(change) && madeAnew[canonicalType(change.type)]?.is === "run") || startsJob(change),
  );
  return [
    ...observation("service", services, named(services), view.label),
    ...observation("run", runs, named(runs), view.label),
  ];
}

function observation(
  what: Rollout["what"],
  changes: readonly ResourceChange[],
  names: readonly string[],
  label: string,
): Observation<Rollout>[] {
  const key = [what, ...names].join(" ");
  return changes.map(({ urn }) => ({ key, place: { label, urn }, about: { what, names } }));
}

/** Whether every change of it starts new instances: a service that also gets another port is more than a rollout. */
function rolls(change: ResourceChange): boolean {
  return isOf(change, rollsOut) && change.properties.some((property) => starts(change, property, rollsOut));
}

function startsJob(change: ResourceChange): boolean {
  return isOf(change, jobs) && change.properties.some((property) => starts(change, property, jobs));
}

function isJob(change: ResourceChange): boolean {
  return isOf(change, jobs);
}

function isOf({ action, type }: ResourceChange, table: Readonly<Record<string, Instances>>): boolean {
  return action === "update" && Object.hasOwn(table, canonicalType(type));
}

function starts(
  { type }: ResourceChange,
  { path }: PropertyChange,
  table: Readonly<Record<string, Instances>>,
): boolean {
  const paths = table[canonicalType(type)]?.paths ?? [];
  return paths.some((outer) => isWithin(stepsOf(path), stepsOf(outer)));
}
