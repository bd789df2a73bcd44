import type { Subject } from "./subject";
import { View } from "./view";

/**
 * The resources of a stack by their types. An engine sends them in the order in which they were made, another one in each run: they are
 * sorted, so that what is said of them is not.
 */
export class Stack {
  private readonly byType = new Map<string, Subject[]>();

  constructor(subjects: readonly Subject[]) {
    for (const subject of [...subjects].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
      const list = this.byType.get(subject.type);
      if (list === undefined) this.byType.set(subject.type, [subject]);
      else list.push(subject);
    }
  }

  /** By URN, type after type. */
  ofTypes(types: readonly string[]): Subject[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  has(types: readonly string[]): boolean {
    return types.some((type) => this.byType.has(type));
  }
}

/** Whether a resource names another one in a property; so does one whose property is not known yet. */
export function names(companion: Subject, property: string, subject: Subject): boolean {
  const [first = property, ...rest] = property.split(".");
  const dependencies = companion.propertyDependencies[first] ?? [];
  if (dependencies.length > 0) return dependencies.includes(subject.urn);
  let value = View.of<Record<string, unknown>>(companion.properties).at(first);
  for (const key of rest) value = value.as<Record<string, unknown>>().at(key);
  if (!value.known) return true;
  const text = value.text();
  if (text === undefined) return false;
  const candidates = namesOf(subject);
  return candidates.some((candidate) => candidate.mayBe(text)) || (candidates.length === 0 && subject.name === text);
}

/** What a resource may be called by: its ids and names, which clouds spell in many ways. */
function namesOf({ properties }: Subject): View[] {
  const own = View.of<Record<string, unknown>>(properties);
  const names = own.entries().filter(([key, value]) => isName.test(key) && value.isSet);
  const inMetadata = own.at("metadata").as<{ name: string }>().at("name");
  return [...names.map(([, value]) => value), ...(inMetadata.isSet ? [inMetadata] : [])];
}

const isName = /^(id|name|arn|bucket|selfLink|identifier|clusterIdentifier|(?!resourceGroup)\w+Name)$/;
