import assert from "node:assert/strict";
import type { ResourceChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";
import { bullets, parts, report, shop, update } from "./report";
import { asked } from "./shop";

describe("What is replaced or deleted, in a comment", () => {
  it("has the values that force it in the place of the words for them", () => {
    const change: ResourceChange = {
      ...parts.database,
      action: "replace",
      causes: ["engine forces a replacement", "something else"],
      properties: [{ ...changed("engine", "a|b", "c"), forces: "replace" }],
    };
    assert.equal(
      bullets(shop.change({ change }))[0],
      '- **replace** `aws:rds:Instance` `shop-postgres-main`: `engine` forces a replacement: `"a`&#124;`b"` → `"c"`; something else',
    );
  });

  it("says which components go, and what stays in the cloud", () => {
    const change: ResourceChange = { ...parts.compute, action: "delete", retained: true, causes: ["it is gone"] };
    assert.equal(
      bullets(shop.change({ change }))[0],
      "- **delete** `isotopo:aws:Compute` `shop-compute` (component): it is gone; **retained: stays in the cloud**",
    );
  });
});

describe("The changes of a stack in a comment", () => {
  it("hold no inputs of what is gone, and few of what is new", () => {
    const properties = Array.from({ length: 12 }, (_, i) => ({
      path: `p${i}`,
      kind: "added" as const,
      after: i,
      forces: "nothing" as const,
    }));
    const comment = report(
      shop.change({
        a: { ...parts.vpc, action: "create", properties },
        b: {
          ...parts.bucket,
          action: "delete",
          properties: [{ path: "gone", kind: "removed", before: 1, forces: "nothing" }],
        },
      }),
    );
    assert.match(comment, /\n {2}\+ p9: 9\n {4}… and 2 more properties\n {2}```\n/);
    assert.doesNotMatch(comment, /gone: 1|p10/);
  });

  it("say what a resource was called, and tell of what can't be compared though nothing else changes", () => {
    const comment = report(
      shop.change({
        a: { ...parts.vpc, renamedFrom: "urn:pulumi:prod::shop::x:y:Z::old" },
        b: {
          ...parts.bucket,
          properties: [{ path: "key", kind: "not comparable", reason: "secret", forces: "nothing" }],
        },
      }),
    );
    assert.match(
      comment,
      /\n- unchanged `aws:ec2:Vpc` `shop-network-vpc`: renamed, was `urn:pulumi:prod::shop::x:y:Z::old`\n/,
    );
    assert.match(
      comment,
      /\n- unchanged `aws:s3:Bucket` `shop-storage-uploads`\n {2}```diff\n {2}! key: not comparable: secret\n/,
    );
  });

  it("end, also where a resource is its own parent", () => {
    const comment = report(shop.change({ a: { ...update(parts.vpc), parent: parts.vpc.urn } }));
    assert.match(comment, /\*\*Outside of components\*\*: 1 update/);
  });
});

describe("What two engines saw, in a comment", () => {
  it("is the worse of both, with who saw it", () => {
    const bucket: ResourceChange = {
      ...parts.bucket,
      action: "delete",
      dataLoss: "the objects",
      causes: ["it is gone"],
    };
    const comment = report([
      shop.change({ bucket }),
      shop.change(
        { bucket: parts.bucket },
        { engine: "pulumi", base: "the state of the stack", policy: asked({ packs: [] }) },
      ),
    ]);
    assert.match(comment, /^## ⛔ Data is lost: bucket `storage-uploads`\. No policy is broken\.$/m);
    assert.match(
      comment,
      /\n- \*\*delete\*\* `aws:s3:Bucket` `shop-storage-uploads`, losing \*\*the objects\*\*: it is gone; seen offline only\n/,
    );
    assert.match(
      comment,
      /\n- `aws:s3:Bucket` `shop-storage-uploads` in `prod`: by Pulumi unchanged, offline delete\n/,
    );
  });

  it("is said to be the same where it is", () => {
    const undeclared = shop.resource(parts.vpc, "pulumi:providers:aws", "default", "unchanged");
    const both = [
      shop.change({ a: update(parts.vpc) }),
      shop.change({ a: update(parts.vpc), undeclared }, { engine: "pulumi" }),
    ];
    assert.match(report(both), /\nBoth engines saw the same changes\.\n/);
  });

  it("keeps a loss that only one of them knows of", () => {
    const replaced: ResourceChange = { ...parts.database, action: "replace" };
    const both = [
      shop.change({ a: replaced }, { engine: "pulumi", base: "the state of the stack" }),
      shop.change({ a: { ...replaced, dataLoss: "the rows" } }),
    ];
    assert.match(report(both), /^## ⛔ Data is lost: database `postgres`\./m);
  });
});
