import type { ResourceChange } from "../../../preview/model/change";
import type { Fault } from "../clouds/faults";
import { placeOf } from "./held-against";

/**
 * What goes wrong in the middle of a change. `fails`: calls are refused, and one creation is done but answered with an error. `loses`:
 * an update and a deletion are done but answered with an error. `hangs`: a call is never answered, and a person interrupts.
 */
export type Wrong = "fails" | "loses" | "hangs";

/** The calls that go wrong: of all that the change does, those in the middle. Each of these has to meet one at least. */
export function faultsOf(wrong: Wrong, changes: readonly ResourceChange[]): readonly Fault[] {
  switch (wrong) {
    case "fails":
      return [
        ...at(1 / 2, changes, "create", "fail"),
        ...at(1 / 2, changes, "update", "fail"),
        ...at(1 / 3, changes, "create", "lose"),
      ];
    case "loses":
      return [...at(1 / 2, changes, "update", "lose"), ...at(1 / 2, changes, "delete", "lose")];
    case "hangs":
      return at(1 / 2, changes, "update", "hang");
  }
}

/** A resource of a cloud to which the change does that, this far into all of them; none where it does it to none. */
function at(
  part: number,
  changes: readonly ResourceChange[],
  call: "create" | "update" | "delete",
  what: Fault["what"],
) {
  const able = changes.filter(
    ({ action, custom, type }) => custom && action === call && !/^(?:random|pulumi):/.test(type),
  );
  const change = able[Math.floor(able.length * part)];
  return change === undefined ? [] : [{ call, urn: placeOf(change.urn), what }];
}
