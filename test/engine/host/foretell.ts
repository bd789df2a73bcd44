import { comparePlans } from "../../../preview/compare/compare";
import { isReplica } from "../../../preview/compare/data-holding";
import type { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import type { ResourceChange } from "../../../preview/model/change";
import type { Plan } from "../../../preview/model/plan";
import { planInProcess } from "../../support/variants/in-process";
import type { Foretold, HostRequest } from "./messages";

/** Plans every step of a life offline, and compares each with the one before. One plan is kept at a time. */
export async function foretell(
  { config, steps }: Extract<HostRequest, { ask: "foretell" }>,
  sdks: SdkSources,
): Promise<Foretold> {
  const [retained, replicas] = [new Set<string>(), new Set<string>()];
  const changes: (readonly ResourceChange[])[] = [];
  let before: Plan | undefined;
  for (const { topology, secretValues } of steps) {
    const plan = await planInProcess({ topology, config, given: secretValues, sdks });
    for (const { urn, custom, retainOnDelete, inputs } of plan.resources) {
      if (custom && retainOnDelete === true) retained.add(urn);
      if (isReplica(inputs)) replicas.add(urn);
    }
    changes.push(changesOf(before, plan));
    before = plan;
  }
  if (before === undefined) throw new Error("a life without a step");
  return {
    retained: [...retained],
    replicas: [...replicas],
    changes,
    end: changesOf(before, withNothing(before)),
    again: changesOf(undefined, before),
  };
}

function changesOf(before: Plan | undefined, plan: Plan): readonly ResourceChange[] {
  return comparePlans(before, plan, before === undefined ? undefined : "before").changes;
}

function withNothing(plan: Plan): Plan {
  return Object.assign(structuredClone(plan), { resources: [] });
}
