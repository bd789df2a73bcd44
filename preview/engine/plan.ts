import type { Diagnostic, Plan, PlanResource, PolicyOutcome } from "../plan/plan";
import type { StackConfig } from "../project/stacks";
import type { ResourceState } from "./monitor/state";
import { secretTextsOf } from "./preview";
import { Redactor } from "./redact";
import { isWireObject, readable, secretText, secretTexts, type Wire, type WireObject } from "./wire";

/** What a finished run knows. */
export interface RunResult {
  project: string;
  stack: string;
  config: StackConfig;
  resources: readonly ResourceState[];
  stackOutputs: WireObject;
  diagnostics: readonly Diagnostic[];
  policy: PolicyOutcome;
  unknowns: boolean;
  seconds: number;
}

/** Makes the plan that may be shown: in a fixed order, and without the text of a secret anywhere. */
export function planOf(run: RunResult): Plan {
  const redactor = new Redactor(secretsOf(run));
  return {
    project: run.project,
    stack: run.stack,
    config: configWithoutSecrets(run.config),
    resources: ordered(run.resources).map((state) => redactor.data(planResource(state))),
    stackOutputs: redactor.data(readableObject(run.stackOutputs)),
    diagnostics: redactor.data([...run.diagnostics]),
    policy: redactor.data(withProperties(run.policy)),
    unknowns: run.unknowns,
    durationSeconds: Math.round(run.seconds * 1000) / 1000,
  };
}

function secretsOf({ config, resources, stackOutputs }: RunResult): Set<string> {
  const found = new Set(config.secretKeys.flatMap((key) => secretTextsOf(config.values[key] ?? "")));
  for (const { inputs, outputs } of resources) {
    secretTexts(inputs, found);
    secretTexts(outputs, found);
  }
  return secretTexts(stackOutputs, found);
}

function configWithoutSecrets({ values, secretKeys }: StackConfig): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, secretKeys.includes(key) ? secretText : value]),
  );
}

/** Depth first, parents before children, siblings by URN: registration order depends on the clock, this does not. */
function ordered(resources: readonly ResourceState[]): ResourceState[] {
  const children = new Map<string, ResourceState[]>();
  const known = new Set(resources.map(({ urn }) => urn));
  for (const resource of resources) {
    const parent = known.has(resource.parent) ? resource.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), resource]);
  }
  const below = (urn: string): ResourceState[] =>
    (children.get(urn) ?? [])
      .sort((a, b) => (a.urn < b.urn ? -1 : 1))
      .flatMap((resource) => [resource, ...below(resource.urn)]);
  return below("");
}

function planResource(state: ResourceState): PlanResource {
  return {
    op: state.op,
    urn: state.urn,
    type: state.type,
    name: state.name,
    custom: state.custom,
    parent: state.parent || undefined,
    id: state.id || undefined,
    inputs: readableObject(state.inputs),
    outputs: readableObject(state.outputs),
    dependencies: state.dependencies,
    propertyDependencies: state.propertyDependencies,
    protect: state.protect,
    provider: state.provider,
    ignoreChanges: state.ignoreChanges,
    aliases: state.aliases,
    deleteBeforeReplace: state.deleteBeforeReplace,
    retainOnDelete: state.retainOnDelete,
  };
}

function readableObject(value: WireObject): WireObject {
  const shown: Wire = readable(sorted(value));
  return isWireObject(shown) ? shown : {};
}

function sorted(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isWireObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}

/** A message that begins with a property's path says so in a field of its own. */
function withProperties(policy: PolicyOutcome): PolicyOutcome {
  return {
    ...policy,
    violations: policy.violations.map((violation) => {
      const path = /^([A-Za-z_$][\w$]*(?:\.[\w$-]+|\[[^\]]*\])*) (?:is|are|has|have|can't)\b/.exec(
        violation.message,
      )?.[1];
      return path === undefined ? violation : { ...violation, property: path };
    }),
  };
}
