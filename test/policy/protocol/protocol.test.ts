import assert from "node:assert/strict";
import { type Finding, findingIn, findingMessage, findingSentence } from "../../../policy/protocol/finding";
import { isNote, type Note, noteSentence, noteWithTexts } from "../../../policy/protocol/note";
import { type Summary, summaryIn, summaryMessage } from "../../../policy/protocol/summary";

const tricks = ['"; required: "yes', "a\n| b | c", '{"found":"x"}', "\u202e", "", "'; --"];

/** A note of each kind, with the text everywhere where one may be; a kind that is missing is a type error. */
const notesWith = (text: string): { readonly [K in Note["kind"]]: Extract<Note, { kind: K }> } => ({
  profile: { kind: "profile", profile: "prod", reason: text },
  undetermined: { kind: "undetermined", rules: [{ rule: "a-rule", paths: [text] }] },
  exemption: {
    kind: "exemption",
    state: "used",
    rule: "a-rule",
    owner: text,
    expires: "2027-01-31",
    reason: text,
    place: text,
    of: text,
    findings: [{ path: text, found: text, required: text, fix: text }],
  },
  unjudged: { kind: "unjudged", types: [{ type: "a:b:C", resources: 2 }], resources: 3, providers: ["aws"] },
});

describe("a finding on its way from a pack to an engine", () => {
  for (const text of tricks) {
    it(`keeps each field where one is ${JSON.stringify(text)}`, () => {
      for (const field of ["path", "found", "required", "fix"] satisfies (keyof Finding)[]) {
        const finding = { path: "a.b", found: "1", required: "2", fix: "Set it.", [field]: text };
        assert.deepEqual(findingIn(findingMessage(finding)), finding);
      }
    });
  }

  for (const message of [
    "",
    "a is 1; required: 2. Set it.",
    "7",
    "null",
    "[]",
    '{"path":"a","found":"1","required":"2"}',
  ]) {
    it(`is none in ${JSON.stringify(message)}`, () => assert.equal(findingIn(message), undefined));
  }

  it("takes nothing else along", () => {
    const finding = { path: "a", found: "1", required: "2", fix: "" };
    assert.deepEqual(findingIn(JSON.stringify({ ...finding, __proto__: null, severity: "low" })), finding);
  });

  it("is a sentence for Pulumi's own command line", () =>
    assert.equal(
      findingSentence({ path: "a", found: "1", required: "2", fix: "Set it." }),
      "a is 1; required: 2. Set it.",
    ));
});

describe("the summary of a pack", () => {
  for (const [kind, note] of Object.entries(notesWith("why"))) {
    const summary: Summary = { asked: { "a-rule": 3 }, notes: [{ policy: kind, urn: "urn:a", note }] };

    it(`keeps a note of kind ${kind}`, () => assert.deepEqual(summaryIn(summaryMessage(summary)), summary));

    for (const field of Object.keys(note)) {
      it(`is none with a note of kind ${kind} that has no ${field}`, () => {
        const { [field]: _, ...rest }: Record<string, unknown> = { ...note };
        assert.equal(isNote(rest), false);
        const message = JSON.stringify({ ...summary, notes: [{ policy: kind, note: rest }] });
        assert.equal(summaryIn(message), undefined);
      });
    }
  }

  for (const message of ["", "{}", '{"asked":[],"notes":[]}', '{"asked":{},"notes":{}}', "not JSON"]) {
    it(`is none in ${JSON.stringify(message)}`, () => assert.equal(summaryIn(message), undefined));
  }
});

describe("the texts of a note", () => {
  for (const [kind, note] of Object.entries(notesWith("s3cret"))) {
    it(`are changed wherever one is in kind ${kind}, and its sentence follows`, () => {
      const changed = noteWithTexts(note, (text) => text.replaceAll("s3cret", "[secret]"));
      assert.ok(!JSON.stringify(changed).includes("s3cret"));
      assert.ok(!noteSentence(changed).includes("s3cret"));
      assert.equal(changed.kind, note.kind);
    });
  }
});
