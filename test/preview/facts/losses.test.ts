import assert from "node:assert/strict";
import { factsOf } from "../../../preview/facts";
import { isMadeAnew } from "../../../preview/facts/rollouts";
import { viewsOf } from "../../../preview/facts/view";
import type { ResourceChange } from "../../../preview/model/change";
import { scenarios } from "../formats/markdown/comment/scenarios";
import { Shop } from "../formats/markdown/comment/shop";
import { fine, of, parts, said, shop } from "./shop-facts";

describe("Whatever is deleted or replaced", () => {
  for (const { name, changes } of scenarios) {
    it(`is of some fact: ${name}`, () => {
      const views = viewsOf(changes);
      const told = new Set(
        factsOf(views).facts.flatMap(({ places }) => places.map(({ label, urn }) => `${label} ${urn}`)),
      );
      const whole = new Set(
        factsOf(views).facts.flatMap(({ places }) =>
          places.flatMap(({ label, urn }) => (urn === undefined ? [label] : [])),
        ),
      );
      const untold = views.flatMap(({ label, changes: all }) =>
        all.flatMap(({ change }) => {
          const isGrave = ["delete", "replace", "may replace"].includes(change.action) && change.custom;
          return !isGrave || isMadeAnew(change) || whole.has(label) || told.has(`${label} ${change.urn}`)
            ? []
            : [change.urn];
        }),
      );
      assert.deepEqual(untold, []);
    });
  }
});

describe("Losses among the facts", () => {
  const lost = (change: ResourceChange, facts: Partial<ResourceChange> = {}): ResourceChange => ({
    ...change,
    action: "delete",
    dataLoss: "x",
    ...facts,
  });
  const secret = shop.resource(parts.storage, "aws:secretsmanager/secret:Secret", "shop-storage-token", "unchanged");
  const cache = shop.resource(
    parts.storage,
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "shop-storage-cache",
    "unchanged",
  );

  it("are by what will happen, then by weight, whatever the order of the program", () =>
    assert.deepEqual(
      said(
        of(parts.vpc, lost(cache), lost(secret), lost(parts.bucket), lost(parts.database, { protected: true })),
      ).slice(1),
      [
        "loss: bucket uploads: deleted, and its objects are lost",
        "loss: secret token: deleted, and its versions are lost",
        "loss: cache cache: deleted, and what it holds is lost",
        "refusal: database postgres: protected, and would be deleted: Pulumi will refuse",
      ],
    ));

  it("are one for equal things of many stacks, with what becomes of each", () => {
    const stacks = ["dev", "staging", "prod"].flatMap((env) =>
      ["aws", "gcp"].map((cloud) => {
        const one = new Shop(`shop-${cloud}-${env}`);
        const { bucket, storage } = one.usual();
        return one.change({ storage, bucket: lost(bucket, { protected: env === "prod" }) });
      }),
    );
    assert.deepEqual(said(...stacks), [
      "⛔ Data is lost: bucket uploads in 4 stacks of shop (dev, staging). No policy is broken.",
      "loss: bucket uploads: deleted, and its objects are lost in 4 stacks of shop (dev, staging); protected, and would be deleted: Pulumi will refuse in shop-aws-prod and shop-gcp-prod",
    ]);
  });

  it("are none of logs", () => {
    const log = shop.resource(parts.compute, "aws:cloudwatch/logGroup:LogGroup", "shop-compute-web-log", "delete");
    assert.deepEqual(said(of(parts.vpc, log)), [
      `⚠️ 1 resource is deleted. ${fine}`,
      "delete: 1 resource is deleted: log group web",
    ]);
  });
});
