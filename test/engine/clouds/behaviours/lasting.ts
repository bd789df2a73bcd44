import { lastingNames } from "../../../support/removal/second-life";
import { valueAt } from "../../../support/value-at";
import { type Behaviour, packagesOf } from "../behaviour";

/** Names that stay taken when what had them is gone. */
export const lasting: Behaviour = {
  name: "lasting",
  source: "test/support/removal/second-life.ts, each type with its own",
  // Kubernetes' provider is Pulumi's own.
  packages: packagesOf(Object.keys(lastingNames)).filter((one) => one !== "kubernetes"),
  refuses(call, account) {
    const isLeft = call.what === "delete";
    const { type, inputs } = call.what === "create" ? call : call.thing;
    const row = lastingNames[type];
    // A snapshot's name is taken when it is made, which is at the deletion; any other when its thing is made.
    if (row === undefined || row.property.startsWith("finalSnapshot") !== isLeft || call.what === "update")
      return undefined;
    const name = valueAt(inputs, row.property);
    if (name === undefined || name === null) return undefined;
    const before = account
      .deleted()
      .find((thing) => thing.type === type && valueAt(thing.inputs, row.property) === name);
    return before === undefined ? undefined : `${row.property} ${JSON.stringify(name)} is still taken: ${row.source}`;
  },
};
