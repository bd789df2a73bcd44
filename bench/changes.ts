import { ordinaryChanges } from "../tools/changes";
import { checkoutWith } from "../tools/changes/preview";
import { isotopoIn } from "./measure";

/** What an ordinary change costs a reviewer to have previewed. */
export interface ChangeCost {
  name: string;
  seconds: number;
}

/** Seconds of `preview --changed` for each ordinary change, in a checkout of its own. What programs take has to be known before. */
export async function changeCosts(): Promise<ChangeCost[]> {
  const costs: ChangeCost[] = [];
  for (const change of ordinaryChanges) {
    const { checkout, remove } = checkoutWith(change);
    try {
      // A policy that blocks is what some of them are for.
      const seconds = await isotopoIn(checkout.dir, [0, 1], "preview", "--changed", "--against", "main");
      costs.push({ name: change.name, seconds });
    } finally {
      remove();
    }
  }
  return costs;
}
