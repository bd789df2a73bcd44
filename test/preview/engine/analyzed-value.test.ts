import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as sdk from "@pulumi/pulumi/runtime/rpc";
import { signatures } from "../../../policy/protocol/signatures";
import { analyzedProperties, analyzedValue } from "../../../preview/engine/analyzed-value";
import { isSecret, secretTexts, toStruct, type Wire, type WireObject } from "../../../preview/model/wire";

/** The reader of Pulumi's policy server, which throws at what it does not know. */
const { deserializeProperties }: { deserializeProperties(properties: object, proxySecrets: boolean): unknown } =
  createRequire(__filename)("@pulumi/policy/deserialize");

const key = sdk.specialSigKey;
const unknown = sdk.unknownValue;
const signed = (signature: Wire, fields: WireObject = {}): WireObject => ({ [key]: signature, ...fields });
const hidden = (value: Wire): WireObject => signed(signatures.secret, { value });
const text = signed(signatures.asset, { text: "a" });

/** What each special value comes to; the same value where it says nothing else. */
const rows: [what: string, value: Wire, result?: Wire][] = [
  ["a resource with an id", signed(signatures.resource, { urn: "urn:1", id: "i-1", packageVersion: "7" }), "i-1"],
  ["a component", signed(signatures.resource, { urn: "urn:1", packageVersion: "" }), "urn:1"],
  ["a resource whose id is not known yet", signed(signatures.resource, { urn: "urn:1", id: "" }), unknown],
  ["a resource whose id is an unknown", signed(signatures.resource, { urn: "urn:1", id: unknown }), unknown],
  ["a resource with an id of a faulty release", signed(signatures.resource, { urn: "urn:1", id: { V: "i-1" } }), "i-1"],
  ["a component of a faulty release", signed(signatures.resource, { urn: "urn:1", id: { V: null } }), "urn:1"],
  [
    "an unknown id of a faulty release",
    signed(signatures.resource, { urn: "urn:1", id: { V: { Element: {} } } }),
    unknown,
  ],
  ["a resource without a URN", signed(signatures.resource), unknown],
  ["a resource whose fields are of other kinds", signed(signatures.resource, { urn: 1, id: [] }), unknown],
  ["an output", signed(signatures.output, { value: { a: 1 }, dependencies: ["urn:1"] }), { a: 1 }],
  ["an output that is null", signed(signatures.output, { value: null }), null],
  ["an output that is not known yet", signed(signatures.output, { dependencies: ["urn:1"] }), unknown],
  ["a secret output", signed(signatures.output, { value: "a", secret: true }), hidden("a")],
  ["a secret output that is not known yet", signed(signatures.output, { secret: true }), hidden(unknown)],
  [
    "an output whose fields are of other kinds",
    signed(signatures.output, { value: 1, secret: "no", dependencies: 3 }),
    1,
  ],
  ["a secret of a message", hidden("a"), hidden("a")],
  ["a secret of a state, in plain text", signed(signatures.secret, { plaintext: '{"a":"b"}' }), hidden({ a: "b" })],
  ["a secret of a state, in no JSON", signed(signatures.secret, { plaintext: "b" }), hidden("b")],
  ["a secret of a state, in cipher", signed(signatures.secret, { ciphertext: "AAAB" }), unknown],
  ["a secret of nothing", signed(signatures.secret), unknown],
  ["a text", text],
  ["a file", signed(signatures.asset, { path: "a.txt", hash: "1" })],
  ["a remote file", signed(signatures.asset, { uri: "https://example.org/a" })],
  ["a text of nothing", signed(signatures.asset, { text: "", hash: "e3b0" }), unknown],
  ["an asset whose fields are of other kinds", signed(signatures.asset, { path: { a: 1 } }), unknown],
  ["a folder", signed(signatures.archive, { path: "dist", hash: "1" })],
  ["a remote archive", signed(signatures.archive, { uri: "https://example.org/a" })],
  ["an archive of files", signed(signatures.archive, { assets: { a: text } })],
  [
    "an archive of archives",
    signed(signatures.archive, { assets: { a: signed(signatures.archive, { assets: { b: text } }) } }),
  ],
  ["an archive of nothing", signed(signatures.archive, { assets: {} })],
  ["an archive of a text of nothing", signed(signatures.archive, { assets: { a: signed(signatures.asset) } }), unknown],
  ["an archive of plain data", signed(signatures.archive, { assets: { a: "b" } }), unknown],
  [
    "an archive of an output",
    signed(signatures.archive, { assets: { a: signed(signatures.output, { value: text }) } }),
    signed(signatures.archive, { assets: { a: text } }),
  ],
  ["an archive without contents", signed(signatures.archive, { hash: "1" }), unknown],
  ["bytes", signed(signatures.bytes, { value: "aGk=" }), "hi"],
  ["bytes of another kind", signed(signatures.bytes, { value: 1 }), unknown],
  ["infinity", signed(signatures.float, { value: "7ff0000000000000" }), Number.POSITIVE_INFINITY],
  ["a number of no bits", signed(signatures.float, { value: "x" }), unknown],
  ["a signature of another release", signed("ffffffffffffffffffffffffffffffff", { value: "a" }), unknown],
  ["a signature that is no text", signed(1), unknown],
  ["a signature that is an object", signed({ a: 1 }), unknown],
  ["an empty signature, which is none", signed("", { a: 1 })],
  ...[
    unknown,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  ].map((sentinel): [string, Wire, Wire] => [`the unknown ${sentinel}`, sentinel, unknown]),
];

/** Where such a value may be. */
const places: [where: string, put: (value: Wire) => Wire, taken?: (result: Wire) => Wire][] = [
  ["alone", (value) => value],
  ["in a list", (value) => [1, value], (result) => [1, result]],
  ["in an object", (value) => ({ a: { b: value } }), (result) => ({ a: { b: result } })],
  ["in an output", (value) => signed(signatures.output, { value }), (result) => result],
  ["in a secret", (value) => hidden(value), (result) => (isSecret(result) ? result : hidden(result))],
  [
    "in a secret of a state",
    (value) => signed(signatures.secret, { plaintext: JSON.stringify(value) }),
    (result) => (isSecret(result) ? result : hidden(result)),
  ],
  [
    "in a list of outputs in an object",
    (value) => ({ a: [signed(signatures.output, { value: [value] })] }),
    (result) => ({ a: [[result]] }),
  ],
];

describe("what a policy pack gets of a special value", () => {
  for (const [what, value, result = value] of rows) {
    for (const [where, put, taken = (same: Wire) => same] of places) {
      it(`is what Pulumi's engine sends of ${what} ${where}`, () => {
        const given = put(value);
        const sent = analyzedValue(given);
        assert.deepEqual(sent, taken(result));
        deserializeProperties(toStruct({ value: sent }), true);
        assert.deepEqual(analyzedValue(sent), sent, "once is enough");
        assert.ok(secretTexts(sent).size >= 0);
      });
    }
  }

  it("has no internal keys but where the pack puts values right", () => {
    const properties = { __defaults: ["a"], a: { __b: 1 } };
    assert.deepEqual(analyzedProperties(properties, { internal: false }), { a: { __b: 1 } });
    assert.deepEqual(analyzedProperties(properties, { internal: true }), properties);
  });

  it("covers every signature that there is", () => {
    const seen = JSON.stringify(rows);
    for (const signature of Object.values(signatures)) assert.ok(seen.includes(signature), signature);
    for (const [name, value] of Object.entries(sdk)) {
      if (/^special.*Sig$/.test(name)) assert.ok(Object.values<unknown>(signatures).includes(value), name);
    }
  });
});
