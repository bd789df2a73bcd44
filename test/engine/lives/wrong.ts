import type { ResourceChange } from "../../../preview/model/change";
import type { Fault } from "../clouds/faults";
import { placeOf } from "./held-against";

/**
 * What goes wrong in the middle of a change. `fails`: a creation is done but answered with an error; when it is run again, calls are
 * refused. `loses`: an update and a deletion are done but answered with an error. `hangs`: a call is never answered, and a person
 * interrupts.
 */
export type Wrong = "fails" | "loses" | "hangs";

/** The calls that go wrong, by run: of all that the change does, those in the middle. Each run has to meet one at least. */
export function faultsOf(wrong: Wrong, changes: readonly ResourceChange[]): readonly (readonly Fault[])[] {
  const middle = (call: "create" | "update" | "delete", what: Fault["what"]): Fault[] => {
    const able = changes.filter(
      ({ action, custom, type }) => custom && action === call && !/^(?:random|pulumi):/.test(type),
    );
    const change = able[Math.floor(able.length / 2)];
    return change === undefined ? [] : [{ call, urn: placeOf(change.urn), what }];
  };
  switch (wrong) {
    case "fails":
      return [middle("create", "lose"), [...middle("create", "fail"), ...middle("update", "fail")]];
    case "loses":
      return [[...middle("update", "lose"), ...middle("delete", "lose")]];
    case "hangs":
      return [middle("update", "hang")];
  }
}
