import type { ResourceChange } from "../../../preview/model/change";
import { stackNamed } from "../../support/fixture/stacks";
import { variantsOf } from "../../support/variants/variants";
import { placeOf } from "./held-against";
import type { Change } from "./steps";

/** What the offline engine says of a life. */
export interface Foretold {
  /** Places of what a deletion leaves in the account (`retainOnDelete`). */
  retained: ReadonlySet<string>;
  /** By step: what the change into it does; of the first, everything is made. */
  changes: ReadonlyMap<string, readonly ResourceChange[]>;
}

/** Plans every step of a life offline, and compares each with the one before. */
export async function foretold(stack: string, steps: readonly Change[]): Promise<Foretold> {
  const { config } = stackNamed(stack);
  const { plans, changes } = await variantsOf({
    config,
    topologies: Object.fromEntries(steps.map(({ name, topology }) => [name, topology])),
    secretValues: Object.fromEntries(steps.map(({ name, secretValues }) => [name, secretValues])),
    compared: steps.slice(1).map(({ name }, index) => [steps[index]?.name ?? "", name]),
  });
  const retained = Object.values(plans).flatMap(({ resources }) =>
    resources.filter(({ custom, retainOnDelete }) => custom && retainOnDelete === true).map(({ urn }) => placeOf(urn)),
  );
  return {
    retained: new Set(retained),
    changes: new Map(steps.slice(1).map(({ name }, index) => [name, changes[index] ?? []])),
  };
}
