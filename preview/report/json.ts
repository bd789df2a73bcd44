import { changeSummary } from "../plan/changes";
import type { Plan, PlanResource } from "../plan/plan";

/** One stack's plan, or several by name, in the shape of `pulumi preview --json` and with what the policies said. */
export function jsonReport(plans: readonly Plan[]): string {
  const [only] = plans;
  const content =
    plans.length === 1 && only !== undefined
      ? planDocument(only)
      : { stacks: Object.fromEntries(plans.map((plan) => [plan.stack, planDocument(plan)])) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function planDocument(plan: Plan) {
  return {
    config: plan.config,
    steps: plan.resources.map(step),
    changeSummary: changeSummary(plan.resources),
    diagnostics: plan.diagnostics,
    duration: Math.round(plan.durationSeconds * 1e9),
    unknowns: plan.unknowns,
    outputs: plan.stackOutputs,
    policy: plan.policy,
  };
}

/** A step as `pkg/backend/display/json.go` writes it. */
function step({ op, urn, provider, ...resource }: PlanResource) {
  const { type, custom, id, inputs, outputs, parent, dependencies, propertyDependencies, protect } = resource;
  return {
    op,
    urn,
    provider,
    newState: {
      urn,
      custom,
      id,
      type,
      inputs,
      outputs,
      parent,
      protect,
      dependencies,
      propertyDependencies,
      provider,
      aliases: resource.aliases,
      ignoreChanges: resource.ignoreChanges,
      deleteBeforeReplace: resource.deleteBeforeReplace,
      retainOnDelete: resource.retainOnDelete,
    },
  };
}
