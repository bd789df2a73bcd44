import assert from "node:assert/strict";
import { componentName } from "../../components/contract";
import type { Plan, PlanResource } from "../../preview/model/plan";
import type { WireObject } from "../../preview/model/wire";
import { neededBy } from "./plan-queries";
import { type ConfigChange, planOf } from "./plans";

/** A child of a component: its type, its logical name after the component's, and its name in the cloud where it sets one. */
export type Child = [type: string, suffix: string, physicalName?: string];

/** The component of one concept in a plan, with what it makes. */
export class Concept {
  constructor(
    readonly plan: Plan,
    readonly component: PlanResource,
  ) {}

  /** What the component says of itself when it is done. */
  get outputs(): WireObject {
    return this.component.outputs;
  }

  /** Asserts that these are the component's children and no others, and that what carries its name hangs under nothing else. */
  isMadeOf(expected: readonly Child[]): void {
    const { name, urn } = this.component;
    const children = this.plan.resources.filter(({ parent }) => parent === urn);
    const carriers = this.plan.resources.filter((resource) => resource.name.startsWith(`${name}-`));
    assert.deepEqual(carriers.map(({ urn: carrier }) => carrier).sort(), children.map((child) => child.urn).sort());
    assert.ok(children.every(({ custom }) => custom));
    assert.deepEqual(sorted(children.map((child) => this.childOf(child))), sorted(expected));
  }

  /** The one child of that type and name. */
  child(type: string, suffix: string): PlanResource {
    const { name, urn } = this.component;
    const found = this.plan.resources.filter(
      (resource) =>
        resource.parent === urn && resource.name === `${name}-${suffix}` && shortType(resource.type) === type,
    );
    const [only] = found;
    assert.ok(only !== undefined && found.length === 1, `${found.length} resources ${type} ${suffix}`);
    return only;
  }

  /** The children of a type, by the ends of their names. */
  children(type: string): Record<string, PlanResource> {
    const { name, urn } = this.component;
    const found = this.plan.resources.filter(({ parent, type: its }) => parent === urn && shortType(its) === type);
    return Object.fromEntries(found.map((resource) => [resource.name.slice(name.length + 1), resource]));
  }

  /** Asserts some properties of a child, each by its dotted path; undefined for what it must not have. */
  has(type: string, suffix: string, expected: Readonly<Record<string, unknown>>): void {
    const { inputs } = this.child(type, suffix);
    const actual = Object.fromEntries(Object.keys(expected).map((path) => [path, at(inputs, path)]));
    assert.deepEqual(actual, expected);
  }

  /** Names of all that has to be there before a child is made. */
  waitsFor(type: string, suffix: string): Set<string> {
    return new Set(neededBy(this.plan, this.child(type, suffix)).map(({ name }) => name));
  }

  private childOf({ type, name, inputs }: PlanResource): Child {
    const physical = physicalName(type, inputs);
    const suffix = name.slice(this.component.name.length + 1);
    return physical === undefined ? [shortType(type), suffix] : [shortType(type), suffix, physical];
  }
}

/** The component of a concept in a stack, with other config where some is given: `conceptOf("fixture-aws-prod", "redis-cache")`. */
export async function conceptOf(stack: string, concept: string, change?: ConfigChange): Promise<Concept> {
  const [app, , environment] = stack.split("-");
  const plan = await planOf(stack, {}, change);
  const name = `${app}-${environment}-${componentName(concept)}`;
  const component = plan.resources.find((resource) => !resource.custom && resource.name === name);
  assert.ok(component !== undefined, `${stack} has no component ${name}`);
  return new Concept(plan, component);
}

/** The value at a dotted path; numbers count in lists, and a key may have dots itself where nothing follows it. */
export function at(data: unknown, path: string): unknown {
  if (typeof data !== "object" || data === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...data };
  if (path in fields) return fields[path];
  const [head = "", ...rest] = path.split(".");
  return rest.length === 0 ? undefined : at(fields[head], rest.join("."));
}

/** `rds.Instance`, and `apps/v1 Deployment`. */
function shortType(type: string): string {
  const [, provider = "", module = "", kind = ""] = /^([^:]+):(.+):([^:]+)$/.exec(type) ?? [];
  if (provider === "kubernetes") return `${module} ${kind}`;
  const [service = ""] = module.split("/");
  return `${service === "index" ? provider : service}.${kind}`;
}

/** The name that a resource asks for; a digest at the end of the name of a Job or a ConfigMap is `<hash>`. */
function physicalName(type: string, inputs: WireObject): string | undefined {
  const keys = ["metadata.name", "identifier", "replicationGroupId", "name", "family"];
  if (type === "aws:s3/bucket:Bucket") keys.unshift("bucket");
  const name = keys.map((key) => at(inputs, key)).find((value) => typeof value === "string");
  if (typeof name !== "string") return undefined;
  return /:(Job|ConfigMap)$/.test(type) ? name.replace(/-[0-9a-f]{10}$/, "-<hash>") : name;
}

function sorted(children: readonly Child[]): Child[] {
  return [...children].sort((a, b) => (a.slice(0, 2).join(" ") < b.slice(0, 2).join(" ") ? -1 : 1));
}
