import type { Plan, PlanResource } from "../../preview/model/plan";
import { at } from "../support/concept";
import type { WholeTopology } from "../support/whole";
import type { Values } from "./fact";

/** The native resources of one stack, as readers look at them. */
export class Native {
  /** `<app>-<environment>`. */
  readonly name: string;

  constructor(
    readonly plan: Plan,
    readonly topology: WholeTopology,
  ) {
    this.name = topology.context.name;
  }

  /** Resources of a type, of one concept where it is named: `network`, `redis-cache`. */
  all(type: string, concept?: string): PlanResource[] {
    const parent = concept === undefined ? undefined : this.component(concept)?.urn;
    return this.plan.resources.filter(
      (resource) => resource.type === type && (concept === undefined || resource.parent === parent),
    );
  }

  /** The first resource of a type, whose name ends so. */
  one(type: string, ending = ""): PlanResource | undefined {
    return this.all(type).find(({ name }) => name.endsWith(ending));
  }

  /** The component of a concept. */
  component(concept: string): PlanResource | undefined {
    return this.plan.resources.find(({ custom, name }) => !custom && name === `${this.name}-${concept}`);
  }

  /** A logical name without the topology's and the concept's. */
  short({ name }: PlanResource, concept: string): string {
    return name.replace(`${this.name}-${concept}-`, "");
  }

  /** One value for each resource of a type; resources without a key are left out. */
  each(
    type: string,
    key: (resource: PlanResource) => string | undefined,
    value: (resource: PlanResource) => unknown,
  ): Values {
    return table(this.all(type), key, value);
  }
}

/** One value for each item; items without a key are left out. */
export function table<T>(
  items: readonly T[],
  key: (item: T) => string | undefined,
  value: (item: T) => unknown,
): Values {
  return Object.fromEntries(
    items.flatMap((item) => {
      const its = key(item);
      return its === undefined ? [] : [[its, value(item)]];
    }),
  );
}

/** An input of a resource at a dotted path. */
export function input(resource: PlanResource | undefined, path: string): unknown {
  return resource === undefined ? undefined : at(resource.inputs, path);
}

/** An input as text; empty where there is none. */
export function text(resource: PlanResource | undefined, path: string): string {
  return textOf(input(resource, path));
}

/** Text of a value; empty where there is none. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** The items of a list; none where it is no list. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number in a text such as `512Mi`, `30s` or `90d`; undefined where there is none. */
export function number(value: unknown): number | undefined {
  const found = /-?\d+(\.\d+)?/.exec(textOf(value));
  return found === null ? undefined : Number(found[0]);
}

/** Memory in MiB: `512Mi`, `1Gi`. */
export function mebibytes(value: unknown): number | undefined {
  const amount = number(value);
  return amount !== undefined && /Gi?B?$/i.test(textOf(value)) ? amount * 1024 : amount;
}

/** Processor in thousandths: `250m`, `2`. */
export function millicores(value: unknown): number | undefined {
  const amount = number(value);
  return amount === undefined || textOf(value).endsWith("m") ? amount : amount * 1000;
}

/** Fields of a value by name. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A JSON document in a text. */
export function json(document: string): unknown {
  return document === "" ? undefined : JSON.parse(document);
}
