import assert from "node:assert/strict";
// The signatures come from the SDK itself, so that both sides can't be wrong together.
import * as sdk from "@pulumi/pulumi/runtime/rpc";
import {
  containsSecret,
  containsUnknown,
  fromStruct,
  isUnknown,
  normalize,
  readable,
  secret,
  secretTexts,
  toStruct,
  unknown,
  type Wire,
  type WireObject,
  withoutSecrets,
} from "../../../preview/model/wire";

const signed = (signature: string, fields: WireObject): WireObject => ({ [sdk.specialSigKey]: signature, ...fields });
const output = (fields: WireObject): WireObject => signed(sdk.specialOutputValueSig, fields);
const hidden = (value: Wire): WireObject => signed(sdk.specialSecretSig, { value });

describe("wire values", () => {
  const normalized: [of: string, value: Wire, result: Wire, dependencies?: string[]][] = [
    ["plain data", { a: [1, "b", null, true] }, { a: [1, "b", null, true] }],
    ["a known output", output({ value: "x", dependencies: ["urn:1", "urn:2"] }), "x", ["urn:1", "urn:2"]],
    ["an unknown output", output({ dependencies: ["urn:1"] }), sdk.unknownValue, ["urn:1"]],
    ["a secret output", output({ value: "x", secret: true }), hidden("x")],
    ["a secret unknown", output({ secret: true }), hidden(sdk.unknownValue)],
    [
      "an output in a list in an output",
      output({ value: [output({ value: 1, dependencies: ["urn:3"] })] }),
      [1],
      ["urn:3"],
    ],
    ["an unknown number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421", sdk.unknownValue],
    ["a secret in a secret", output({ value: hidden("x"), secret: true }), hidden("x")],
  ];
  for (const [of, value, result, dependencies = []] of normalized) {
    it(`normalizes ${of}`, () => {
      const outcome = normalize(value);
      assert.deepEqual(outcome.value, result);
      assert.deepEqual([...outcome.dependencies].sort(), dependencies);
    });
  }

  const shown: [of: string, value: Wire, result: Wire][] = [
    ["a secret", hidden({ password: "x" }), "[secret]"],
    ["an unknown", { id: sdk.unknownValue }, { id: "[unknown]" }],
    ["a text asset", signed(sdk.specialAssetSig, { text: "hello" }), { asset: "hello" }],
    ["a file asset", signed(sdk.specialAssetSig, { path: "./a.txt" }), { asset: "./a.txt" }],
    [
      "a remote asset",
      signed(sdk.specialAssetSig, { uri: "https://example.org/a" }),
      { asset: "https://example.org/a" },
    ],
    [
      "an archive of assets",
      signed(sdk.specialArchiveSig, { assets: { "a.txt": signed(sdk.specialAssetSig, { text: "a" }) } }),
      { archive: { "a.txt": { asset: "a" } } },
    ],
    ["a folder", signed(sdk.specialArchiveSig, { path: "./dist" }), { archive: "./dist" }],
    ["a resource", signed(sdk.specialResourceSig, { urn: "urn:1", id: "1" }), "urn:1"],
    ["an output", output({ value: { id: hidden("x") }, dependencies: ["urn:1"] }), { id: "[secret]" }],
    ["an unknown output", output({}), "[unknown]"],
    ["a secret output", output({ value: "x", secret: true }), "[secret]"],
    ["bytes", signed("803fd3297a5875dc03ca845dda5d2a98", { value: "aGk=" }), "hi"],
    ["infinity", signed("8ad145fe-0d11-4827-bfd7-1abcbf086f5c", { value: "fff0000000000000" }), "-Infinity"],
    ["what another release knows", signed("0", { a: hidden("x"), b: 1 }), { a: "[secret]", b: 1 }],
  ];
  for (const [of, value, result] of shown) {
    it(`shows ${of}`, () => assert.deepEqual(readable(value), result));
  }

  it("knows what is in it, at any depth", () => {
    const value: Wire = { list: [{ key: hidden("x") }, unknown] };
    assert.equal(containsSecret(value), true);
    assert.equal(containsUnknown(value), true);
    assert.deepEqual(withoutSecrets(value), { list: [{ key: "x" }, unknown] });
    assert.equal(containsSecret(withoutSecrets(value)), false);
    assert.equal(isUnknown(sdk.unknownValue), true);
    assert.equal(isUnknown("unknown"), false);
  });

  it("collects the texts of secrets, not those beside them", () => {
    const value: Wire = {
      open: "seen",
      key: hidden({ a: ["one", unknown], b: hidden("two"), c: 3 }),
      state: signed(sdk.specialSecretSig, { plaintext: '{"d":"three"}' }),
      output: output({ value: ["four"], secret: true }),
      plain: output({ value: "seen" }),
    };
    assert.deepEqual([...secretTexts(value)], ["one", "two", "three", "four"]);
  });

  it("knows a secret output, and one that is not known yet", () => {
    assert.deepEqual(
      [containsSecret([output({ value: 1, secret: true })]), containsSecret(output({ value: 1 }))],
      [true, false],
    );
    assert.deepEqual([containsUnknown([output({})]), containsUnknown(output({ value: null }))], [true, false]);
  });

  it("marks a secret once", () => assert.deepEqual(secret(secret("x")), hidden("x")));

  it("survives the way through a message", () => {
    const value: WireObject = { a: [1, null, { b: hidden("x") }], c: true, d: "", e: {}, f: [] };
    assert.deepEqual(fromStruct(toStruct(value)), value);
    assert.deepEqual(fromStruct(undefined), {});
  });
});
