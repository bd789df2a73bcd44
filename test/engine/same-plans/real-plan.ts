import { z } from "zod";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import { normalize, readable, type Wire, type WireObject } from "../../../preview/model/wire";

/** What both engines say of a resource before it is made. */
export interface Said {
  type: string;
  custom: boolean;
  parent: string;
  inputs: Wire;
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  protect: boolean;
  provider: string;
  retainOnDelete: boolean;
}

const wire: z.ZodType<Wire> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(wire), z.record(z.string(), wire)]),
);

const step = z.object({
  op: z.string(),
  newState: z.object({
    urn: z.string(),
    type: z.string(),
    custom: z.boolean(),
    parent: z.string().default(""),
    inputs: z.record(z.string(), wire).default({}),
    dependencies: z.array(z.string()).nullish(),
    propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).nullish(),
    protect: z.boolean().default(false),
    provider: z.string().default(""),
    retainOnDelete: z.boolean().default(false),
  }),
});

/** Reads `pulumi preview --json` of an empty stack, by URN. Default providers, of which it says nothing, and the stack are left out. */
export function realPlan(json: string): ReadonlyMap<string, Said> {
  const { steps } = z.object({ steps: z.array(step) }).parse(JSON.parse(json));
  return new Map(
    steps
      .filter(({ newState: { type, urn } }) => type !== rootStackType && !isDefaultProvider(urn))
      .map(({ newState: { urn, inputs, dependencies, propertyDependencies, ...state } }) => [
        urn,
        said({ ...state, inputs, dependencies: dependencies ?? [], propertyDependencies: propertyDependencies ?? {} }),
      ]),
  );
}

/** In one form: lists that have no order are sorted, and empty ones are left out. */
export function said({
  inputs,
  dependencies,
  propertyDependencies,
  provider,
  ...state
}: Omit<Said, "propertyDependencies" | "inputs"> & {
  inputs: WireObject;
  propertyDependencies: Readonly<Record<string, readonly string[] | null>>;
}): Said {
  // What the engine itself notes of a provider (`__internal` in `pkg/resource/deploy/providers/registry.go`).
  const { __internal: _, ...own } = inputs;
  const filled = Object.entries(propertyDependencies).flatMap(([key, urns]) =>
    urns === null || urns.length === 0 ? [] : [[key, [...urns].sort()] as const],
  );
  return {
    ...state,
    inputs: readable(normalize(own).value),
    dependencies: [...new Set(dependencies)].sort(),
    propertyDependencies: Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1))),
    provider: withoutId(provider),
  };
}

/** The reference of a provider without its id, which each engine makes up. */
function withoutId(reference: string): string {
  const end = reference.lastIndexOf("::");
  return end < 0 ? reference : reference.slice(0, end);
}
