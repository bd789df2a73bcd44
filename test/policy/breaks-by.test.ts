import assert from "node:assert/strict";
import { must as hold, isTrue } from "../../policy/core/finding";
import { check, type Rule } from "../../policy/core/rule";
import { breaksByOf, wrongBreaks } from "../../tools/policies/breaks-by";
import { ruleFiles } from "../../tools/policies/rule-files";

describe("what breaks a rule", () => {
  for (const { path, rule, fixtures } of ruleFiles()) {
    it(`${path} lists what it reads, and nothing else`, () => {
      assert.deepEqual(
        wrongBreaks(rule.breaksBy, breaksByOf(rule, fixtures)),
        [],
        `breaksBy of policy/rules/${path}.ts; run: node --import tsx tools/policies/write-breaks-by.ts ${path}, then npm run format`,
      );
    });
  }

  /** A rule that reads one property, and inside of a list where there is one. */
  const rule: Rule = {
    id: "theme-name",
    title: "",
    severity: "low",
    frameworks: {},
    why: "",
    fix: "",
    source: "",
    breaksBy: {},
    checks: {
      "a:b:C": check<{ tls: boolean; parts: { tls: boolean; tags: Record<string, boolean> }[] }>((args) => [
        ...hold(args.at("tls"), isTrue),
        ...args
          .at("parts")
          .items()
          .flatMap((part) => [
            part.at("tls"),
            ...part
              .at("tags")
              .entries()
              .map(([, tag]) => tag),
          ])
          .flatMap((value) => hold(value, isTrue)),
      ]),
    },
  };
  const fixtures = { passes: [{ name: "it", type: "a:b:C", properties: { tls: true } }], fails: [] };

  it("is found where a fixture has nothing", () => {
    assert.deepEqual(breaksByOf(rule, fixtures), { "a:b:C": ["parts[].tags.*", "parts[].tls", "tls"] });
  });

  it("is every type of a rule, also one that is asked nothing", () => {
    const bare: Rule = { ...rule, companions: ["a:b:Companion"], checks: { "a:b:Other": () => [] } };
    assert.deepEqual(breaksByOf(bare, { stacks: [] }), { "a:b:Other": [], "a:b:Companion": [] });
  });

  it("keeps a wider word of the rule's own", () => {
    const own = { ...rule, breaksBy: { "a:b:C": ["parts[].tags.*"] } };
    const named = {
      passes: [],
      fails: [{ name: "it", type: "a:b:C", messages: [], properties: { parts: [{ tags: { owner: true } }] } }],
    };
    assert.deepEqual(breaksByOf(own, named)["a:b:C"], ["parts[].tags.*", "parts[].tls", "tls"]);
    const wide = { ...rule, breaksBy: { "a:b:C": ["parts.**"] } };
    assert.deepEqual(breaksByOf(wide, named)["a:b:C"], ["parts.**", "tls"]);
    assert.deepEqual(breaksByOf(rule, named)["a:b:C"], ["parts[].tags.owner", "parts[].tls", "tls"]);
  });

  it("is said to lack what is read, and to have what is not", () => {
    const said = { "a:b:C": ["tls", "other"], "a:b:D": ["tls"] };
    assert.deepEqual(wrongBreaks(said, { "a:b:C": ["tls", "name"], "a:b:E": ["tls"] }), [
      "lacks a:b:C: name",
      "lacks a:b:E: tls",
      "has a:b:C: other, which it never reads",
      "has a:b:D, which it never reads",
    ]);
  });
});
