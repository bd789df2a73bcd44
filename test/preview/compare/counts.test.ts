import assert from "node:assert/strict";
import { hasChanges } from "../../../preview/compare/counts";
import type { PropertyChange } from "../../../preview/model/change";
import { changed, resourceChange } from "../../support/changes";

const urn = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::files";
const open: PropertyChange = { path: "url", kind: "not comparable", forces: "nothing" };

describe("A stack changes", () => {
  const table: [what: string, stack: Parameters<typeof hasChanges>[0], changes: boolean][] = [
    ["where a resource does", { changes: [resourceChange(urn, "update")] }, true],
    ["where an output does", { changes: [], outputs: [open, changed("url", "a", "b")] }, true],
    ["not where all stays", { changes: [resourceChange(urn, "unchanged")] }, false],
    ["not where an output can't be compared", { changes: [], outputs: [open] }, false],
    ["not where there is nothing", { changes: [] }, false],
  ];
  for (const [what, stack, changes] of table) {
    it(what, () => assert.equal(hasChanges(stack), changes));
  }
});
