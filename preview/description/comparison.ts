import type { ComparisonDescription, OptionSupport, TargetDescription } from "../description";
import type { Plan } from "../model/plan";
import { isChange, isInCloud } from "../model/plan-counts";

/** One cloud of a comparison. */
export interface ComparedCloud {
  name: string;
  title: string;
  stack: string;
  /** Number of resources in the cloud. */
  resources: number;
  /** By concept: its native service, and the number of its resources. */
  concepts: Record<string, { service: string; resources: number }>;
}

/** An option that not every cloud supports in full. */
export interface ComparedOption {
  name: string;
  meaning: string;
  /** Its support on each of the compared clouds, by name. */
  clouds: Record<string, OptionSupport>;
}

/** One application in one environment, on several clouds. */
export interface Comparison {
  app: string;
  environment: string;
  clouds: ComparedCloud[];
  /** Concepts, in the order of the topology. */
  concepts: string[];
  differences: ComparedOption[];
}

/** A plan with its target. */
export interface ComparedPlan {
  target: TargetDescription;
  plan: Plan;
}

/** Compares plans of the same application on several clouds. */
export function comparisonOf(
  place: { app: string; environment: string },
  plans: readonly ComparedPlan[],
  { options }: Pick<ComparisonDescription, "options">,
): Comparison {
  const clouds = plans.map(comparedCloud);
  const concepts = [...new Set(plans.flatMap(({ target }) => Object.keys(target.services)))];
  const differences = options.flatMap(({ name, meaning }): ComparedOption[] => {
    const supports = plans.flatMap(({ target }) => {
      const support = target.options[name];
      return support === undefined ? [] : [[target.name, support] as const];
    });
    return supports.every(([, { level }]) => level === "full")
      ? []
      : [{ name, meaning, clouds: Object.fromEntries(supports) }];
  });
  return { ...place, clouds, concepts, differences };
}

function comparedCloud({ target, plan }: ComparedPlan): ComparedCloud {
  const kindOf = new Map(
    plan.resources.filter(({ custom }) => !custom).map(({ urn, type }) => [urn, type.split(":").at(-1)?.toLowerCase()]),
  );
  const native = plan.resources.filter((resource) => isChange(resource) && isInCloud(resource));
  const countOf = (concept: string) => {
    const kind = (target.components?.[concept] ?? concept).toLowerCase();
    return native.filter(({ parent }) => kindOf.get(parent ?? "") === kind).length;
  };
  return {
    name: target.name,
    title: target.title,
    stack: plan.stack,
    resources: native.length,
    concepts: Object.fromEntries(
      Object.entries(target.services).map(([concept, service]) => [concept, { service, resources: countOf(concept) }]),
    ),
  };
}
