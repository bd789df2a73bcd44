import { type TargetName, targetNames } from "../../components/targets";
import { resolve } from "../../infra/resolve";
import { parsedOf, resolvedOf } from "../infra/support/configs";
import { stackNamed } from "../support/fixture/stacks";
import type { ConfigChange } from "../support/plans";
import { ofFixture, type PlacedStack, shipped } from "../support/shipped";
import { isWhole, type WholeTopology } from "../support/whole";

/** The topology of a stack of the fixture or of a shipped one, with other config where some is given. */
export function topologyOfStack(stack: string, change: ConfigChange = {}): WholeTopology {
  return resolvedOf({ ...stackNamed(stack).config, ...change }).value;
}

/** The fixture's stacks, and those shipped ones whose application leaves nothing out. */
export const wholeStacks: readonly PlacedStack[] = [
  ...ofFixture,
  ...shipped.filter(({ stack }) => {
    const { config, application } = parsedOf(stackNamed(stack).config);
    return isWhole(resolve(config, application).value);
  }),
];

/** A stack in production with its topology. */
export interface Production {
  stack: string;
  topology: WholeTopology;
}

const productions = new Map<TargetName, readonly Production[]>(
  targetNames.map((target) => [
    target,
    wholeStacks
      .filter(({ cloud, environment }) => cloud === target && environment === "prod")
      .map(({ stack }) => ({ stack, topology: topologyOfStack(stack) })),
  ]),
);

/** The stacks of a target in production that leave nothing out; the fixture's is the first. */
export function productionsOn(cloud: TargetName): readonly Production[] {
  return productions.get(cloud) ?? [];
}
