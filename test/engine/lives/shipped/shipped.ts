import type { EnvironmentName } from "../../../../components/contract";
import type { TargetName } from "../../../../components/targets";
import { shipped } from "../../../support/shipped";
import { describeLives } from "../life";
import { shippedLife } from "../steps";

/**
 * Lives of every application in an environment of a cloud. Staging has none: it has the shape of prod with the numbers of dev (one NAT, no
 * standby, no protection), and its plan is held against Pulumi's as every other (`test/engine/same-plans`).
 */
export function describeShipped(target: TargetName, stage: Exclude<EnvironmentName, "staging">): void {
  const stacks = shipped.filter(({ cloud, environment }) => cloud === target && environment === stage);
  describeLives(stacks.map(({ stack, cloud }) => ({ stack, cloud, changes: shippedLife })));
}
