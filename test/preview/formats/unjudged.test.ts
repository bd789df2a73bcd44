import assert from "node:assert/strict";
import { formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import { judgedCount, judgedWords } from "../../../preview/model/unjudged";
import { note } from "../../support/notes";
import { mixed } from "./judged";

const urn = "urn:pulumi:shop-prod::shop::azure:storage/account:Account::a";
const unjudged = {
  ...mixed,
  resources: [
    ...mixed.resources,
    { urn, type: "azure:storage/account:Account", name: "a" },
    { urn: "urn:b", type: "shop:index:Shop", name: "b", custom: false },
  ],
  policy: {
    ...mixed.policy,
    notes: [
      note(urn, {
        kind: "unjudged",
        types: [{ type: "azure:storage/account:Account", resources: 1 }],
        resources: 3,
        providers: ["aws", "gcp"],
      }),
    ],
  },
};
const terms = { text: plainText, base: "/project" };
const alone = { ...unjudged, resources: unjudged.resources.slice(2), policy: { ...unjudged.policy, violations: [] } };

describe("what no rule is about", () => {
  for (const [name, format] of Object.entries(formats)) {
    it(`is told as ${name}`, () => {
      const report = format.judged([unjudged], terms);
      assert.ok(report.includes("azure:storage/account:Account"), report);
    });
  }

  it("is no part of what was judged", () => {
    assert.deepEqual(judgedCount(unjudged), { all: 3, judged: 2 });
    assert.equal(judgedWords(unjudged), "2 of 3 resources judged");
    assert.equal(judgedWords(mixed), "2 resources judged");
  });

  it("is not satisfied", () => {
    assert.deepEqual(formats.text.judged([alone], terms).split("\n"), [
      "Policies: pack 1.2.3 (4 rules): nothing was judged",
      "",
      "No rule is about azure:storage/account:Account (1). Rules are about aws, gcp.",
      "",
      "shop-prod: 0 of 1 resource judged, no mandatory violation",
    ]);
    assert.match(formats.html.judged([alone], terms), /<p>Nothing was judged\.<\/p>/);
    assert.match(formats.markdown.judged([alone], terms), /\n\| `shop-prod` \| 1 \| 0 \| 0 \| 0 \|\n/);
  });
});
