import { claimsOf } from "../../../support/claims/claims";
import { revisions } from "../../../support/claims/conflicts";
import type { Thing } from "../account";
import type { Behaviour } from "../behaviour";

/** What only one thing may have at a time: names, hosts, records, priorities, ranges, routes, members of roles. */
export const taken: Behaviour = {
  name: "taken",
  source: "test/support/claims, each type with its own",
  packages: ["aws", "gcp", "azure-native"],
  refuses(call, account) {
    if (call.what === "delete") return undefined;
    const [wants, own] =
      call.what === "create"
        ? [held(call), undefined]
        : [held({ ...call.thing, inputs: call.inputs }), call.thing.made];
    const holder = account
      .things()
      .filter(({ made }) => made !== own)
      .find((thing) => held(thing).some((claim) => wants.includes(claim)));
    if (holder === undefined) return undefined;
    const claim = held(holder).find((one) => wants.includes(one));
    return `AlreadyExists: ${claim} is of ${holder.urn}`;
  },
};

function held({ type, inputs }: Pick<Thing, "type" | "inputs">): string[] {
  return revisions.includes(type) ? [] : claimsOf({ type, custom: true, op: "create", inputs });
}
