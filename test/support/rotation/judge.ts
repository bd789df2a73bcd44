import type { TargetName } from "../../../components/targets";
import type { PropertyChange, ResourceChange } from "../../../preview/model/change";
import type { Plan, PlanResource } from "../../../preview/model/plan";
import { type RevisionPlaces, revisionPlaces, secretOf } from "./places";
import type { Rotation } from "./rotations";

/** What a rotation comes to. */
export interface Rotated {
  cloud: TargetName;
  /** Name of the topology, with which the names of its resources begin. */
  topology: string;
  /** Names of the migrations. */
  migrations: readonly string[];
  rotation: Pick<Rotation, "secrets" | "used">;
  after: Plan;
  changes: readonly ResourceChange[];
}

/** What a rotation does that it must not do, or fails to do: one line for each. */
export function rotationFaults(rotated: Rotated): string[] {
  const { rotation, changes } = rotated;
  return [
    ...valueFaults(rotated),
    ...Object.entries(rotation.used).flatMap(([workload, used]) => workloadFaults(workload, used, rotated)),
    ...changes.flatMap((change) => (isLost(change, rotated) ? [`${change.action} ${change.type} ${change.name}`] : [])),
  ];
}

/** Each of the secrets has a new value, and no other has. */
function valueFaults(rotated: Rotated): string[] {
  const { value } = revisionPlaces[rotated.cloud];
  if (value === undefined) return [];
  const found = new Set(newValues(rotated, value).map(({ name }) => secretOf(name, rotated.topology) ?? name));
  return [
    ...rotated.rotation.secrets.filter((secret) => !found.has(secret)).map((secret) => `${secret} has no new value`),
    ...[...found]
      .filter((secret) => !rotated.rotation.secrets.includes(secret))
      .map((secret) => `${secret} is changed`),
  ];
}

function workloadFaults(workload: string, used: readonly string[], rotated: Rotated): string[] {
  const places = revisionPlaces[rotated.cloud];
  const name = `${rotated.topology}-compute-${workload}${places.suffix}`;
  const [resource, ...more] = rotated.after.resources.filter(
    (one) => one.name === name && places.types.includes(one.type),
  );
  const change = rotated.changes.find(({ urn }) => urn === resource?.urn);
  if (resource === undefined || change === undefined || more.length > 0)
    return [`${workload}: not one resource ${name}`];
  const reached = reachedBy(resource, change, rotated, places);
  const faults = [
    ...used.filter((secret) => !reached.includes(secret)).map((secret) => `${workload}: keeps the old ${secret}`),
    ...reached
      .filter((secret) => !used.includes(secret))
      .map((secret) => `${workload}: has no ${secret}, and waits for it`),
  ];
  if (used.length === 0 && change.action !== "unchanged")
    faults.push(`${workload}: ${change.action} for nothing of its own`);
  if (used.length > 0 && rotated.migrations.includes(workload))
    faults.push(...runFaults(workload, resource, rotated, places));
  return faults;
}

/** The rotated secrets of which a workload's revision says another version than before. */
function reachedBy(resource: PlanResource, change: ResourceChange, rotated: Rotated, places: RevisionPlaces): string[] {
  const { value, property } = places;
  if (value === undefined) return [...new Set(change.properties.flatMap(annotated))].sort();
  const read = resource.propertyDependencies[property] ?? [];
  const values = newValues(rotated, value).filter(({ urn }) => read.includes(urn));
  return [...new Set(values.map(({ name }) => secretOf(name, rotated.topology) ?? name))].sort();
}

/** What runs the migration again has the new revision in it, or the new value itself. */
function runFaults(
  workload: string,
  resource: PlanResource,
  rotated: Rotated,
  { run, value }: RevisionPlaces,
): string[] {
  if (run === undefined || value === undefined) {
    const isAnother = rotated.changes.some(({ urn, action }) => urn === resource.urn && action === "replace");
    return isAnother ? [] : [`${workload}: is not run again`];
  }
  const name = `${rotated.topology}-compute-${workload}-run`;
  const runs = rotated.after.resources.filter((one) => one.type === run.type && one.name === name);
  const read = runs.flatMap(({ propertyDependencies }) => propertyDependencies[run.property] ?? []);
  const isAgain = [resource, ...newValues(rotated, value)].some(({ urn }) => read.includes(urn));
  return isAgain ? [] : [`${workload}: is not run again`];
}

/** What holds a value, and another one than before. */
function newValues({ changes }: Rotated, type: string): ResourceChange[] {
  return changes.filter((change) => change.type === type && ["create", "update", "replace"].includes(change.action));
}

const annotation = /metadata\.annotations\["isotopo\.dev\/secrets"\]$/;

/** Names in the annotation whose version is another one: `SENTRY_DSN=4be1f09d0c,postgres=2`. */
function annotated({ path, before, after }: PropertyChange): string[] {
  if (!annotation.test(path)) return [];
  const [old, now] = [versions(before), versions(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
}

function versions(text: PropertyChange["before"]): Map<string, string> {
  const entries = typeof text === "string" ? text.split(",") : [];
  return new Map(entries.map((entry) => [entry.slice(0, entry.indexOf("=")), entry]));
}

/** What holds data and goes: all but the cluster's order to make a password of before, whose successor has a name of its own. */
function isLost({ dataLoss, action, type, name }: ResourceChange, { rotation, topology }: Rotated): boolean {
  if (dataLoss === undefined || !["delete", "replace", "may replace"].includes(action)) return false;
  const isOrder = type === "kubernetes:external-secrets.io/v1:ExternalSecret" && action === "delete";
  const slugs = rotation.secrets.map((secret) => secret.toLowerCase().replaceAll(/[_.]/g, "-"));
  return (
    !isOrder ||
    !slugs.some((slug) => [`${topology}-secrets-${slug}`, `${topology}-${slug}`].includes(name.replace(/-v\d+$/, "")))
  );
}
