import assert from "node:assert/strict";
import { type PolicyConfig, type PolicyFacts, reconcile } from "../../../preview/engine/policy-config";

const facts: PolicyFacts[] = [
  policy("retention", { minimumDays: { type: "integer", minimum: 0 } }),
  { ...policy("root", {}), level: "advisory" },
];

function policy(name: string, settings: PolicyFacts["settings"]): PolicyFacts {
  return {
    name,
    title: "",
    severity: "high",
    level: "mandatory",
    fix: "",
    source: "",
    tags: [],
    ofStack: false,
    settings,
  };
}

describe("policy config", () => {
  const rows: [what: string, config: PolicyConfig, levels: string[]][] = [
    ["nothing", {}, ["mandatory", "advisory"]],
    ["a level of one", { root: "disabled" }, ["mandatory", "disabled"]],
    ["a level for all", { all: "advisory" }, ["advisory", "advisory"]],
    [
      "a level for all but one",
      { all: "disabled", root: { enforcementLevel: "mandatory" } },
      ["disabled", "mandatory"],
    ],
    ["a setting without a level", { retention: { minimumDays: 3 } }, ["mandatory", "advisory"]],
  ];
  for (const [what, config, levels] of rows) {
    it(`with ${what} says how hard each policy is enforced`, () => {
      assert.deepEqual(
        [...reconcile("pack", facts, config).values()].map(({ level }) => level),
        levels,
      );
    });
  }

  it("passes settings on", () => {
    assert.deepEqual(reconcile("pack", facts, { retention: { minimumDays: 3 } }).get("retention")?.settings, {
      minimumDays: 3,
    });
  });

  const mistakes: [what: string, config: PolicyConfig, message: string][] = [
    [
      "a rule that there is not",
      { roots: "advisory" },
      'policy config names "roots", which pack has not; did you mean "root"?',
    ],
    [
      "a setting that there is not",
      { retention: { days: 3 } },
      'policy config of "retention" has the setting "days"; it has: minimumDays',
    ],
    [
      "a setting of a rule that has none",
      { root: { minimumDays: 3 } },
      'policy config of "root" has the setting "minimumDays"; it has none',
    ],
    [
      "a setting of a wrong type",
      { retention: { minimumDays: "three" } },
      'policy config of "retention": minimumDays is "three"; it must be integer',
    ],
    [
      "a setting out of bounds",
      { retention: { minimumDays: -1 } },
      'policy config of "retention": minimumDays is -1; it must be >= 0',
    ],
  ];
  for (const [what, config, message] of mistakes) {
    it(`with ${what} is refused by name`, () => assert.throws(() => reconcile("pack", facts, config), { message }));
  }
});
