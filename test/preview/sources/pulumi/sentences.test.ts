import assert from "node:assert/strict";
import { type Finding, findingSentence } from "../../../../policy/protocol/finding";
import { type Note, notePolicyNames, noteSentence } from "../../../../policy/protocol/note";
import { findingOfSentence, noteOfSentence } from "../../../../preview/sources/pulumi/sentences";

const findings: [what: string, finding: Finding][] = [
  ["plain", { path: "a.b[0]", found: "false", required: "true", fix: "Set it." }],
  [
    "with the words of a requirement in its value",
    { path: "a", found: '"v; required: w"', required: "z", fix: "Set it." },
  ],
  ["with a point in its requirement", { path: "a", found: "1", required: "2. or 3", fix: "Set it." }],
];

describe("a finding in a log of Pulumi's", () => {
  for (const [what, finding] of findings) {
    it(`is data again: ${what}`, () =>
      assert.deepEqual(findingOfSentence(findingSentence(finding), finding.path, "Set it."), finding));
  }

  it("has words of its own on how to fix it", () =>
    assert.deepEqual(findingOfSentence("a is 1; required: 2.5. Own words. More.", "a", "Set it."), {
      path: "a",
      found: "1",
      required: "2.5",
      fix: "Own words. More.",
    }));

  for (const sentence of ["tags are absent", "a is not well", "b is 1; required: 2. Set it.", "; required: 2"]) {
    it(`is none in ${JSON.stringify(sentence)}`, () =>
      assert.equal(findingOfSentence(sentence, "a", "Set it."), undefined));
  }
});

describe("a note in a log of Pulumi's", () => {
  const usual = { rule: "a-rule", owner: "data", expires: "2027-01-31", reason: "R. [1]", place: "e.yaml:2" };
  const finding = { path: "days", found: "1", required: "7", fix: "Keep it." };
  const notes: [policy: string, note: Note][] = [
    [notePolicyNames.exemption, { kind: "exemption", state: "used", ...usual, of: "", findings: [finding, finding] }],
    [notePolicyNames.exemption, { kind: "exemption", state: "expired", ...usual, of: "", findings: [] }],
    [notePolicyNames.exemption, { kind: "exemption", state: "unmatched", ...usual, of: "*::old", findings: [] }],
    [
      notePolicyNames.unjudged,
      {
        kind: "unjudged",
        types: [
          { type: "a:b:C", resources: 2 },
          { type: "d:e/f:G", resources: 1 },
        ],
        resources: 9,
        providers: ["aws", "gcp"],
      },
    ],
  ];
  for (const [policy, note] of notes) {
    it(`is data again: ${noteSentence(note)}`, () =>
      assert.deepEqual(noteOfSentence(policy, noteSentence(note)), note));
  }

  for (const sentence of [
    "",
    "used: a-rule",
    "used: a-rule, owner o, expires soon: why [f:1]",
    "no rule is about it",
  ]) {
    it(`is none in ${JSON.stringify(sentence)}`, () => {
      assert.equal(noteOfSentence(notePolicyNames.exemption, sentence), undefined);
      assert.equal(noteOfSentence(notePolicyNames.unjudged, sentence), undefined);
    });
  }
});
