import assert from "node:assert/strict";
import { configOf } from "../../tools/terraform/config";
import { typeOf } from "../../tools/terraform/gcp-types";
import { encode, unknownValue, type Value } from "../../tools/terraform/msgpack";
import type { Block } from "../../tools/terraform/protocol";

describe("stacks as Terraform configurations", () => {
  for (const [token, type] of [
    ["gcp:compute/network:Network", "google_compute_network"],
    ["gcp:compute/uRLMap:URLMap", "google_compute_url_map"],
    ["gcp:cloudrunv2/workerPool:WorkerPool", "google_cloud_run_v2_worker_pool"],
    ["gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "google_kms_crypto_key_iam_member"],
    ["gcp:projects/iAMMember:IAMMember", "google_project_iam_member"],
    ["gcp:serviceaccount/account:Account", "google_service_account"],
  ] as const) {
    it(`call ${token} ${type}`, () => assert.equal(typeOf(token), type));
  }

  const attribute = (name: string, type: Block["attributes"][number]["type"]) => ({ name, type, settable: true });
  const rule: Block = { attributes: [attribute("ip_range", "string"), attribute("port", "number")], blocks: [] };
  const schema: Block = {
    attributes: [attribute("name", "string"), attribute("enabled", "bool"), attribute("policy", ["list", "string"])],
    blocks: [
      { name: "settings", nesting: "list", ...rule },
      { name: "rule", nesting: "set", ...rule },
      { name: "timeouts", nesting: "single", ...rule },
    ],
  };

  it("place inputs by the provider's names, single values in lists of one, and leave out what is not said", () => {
    const { value, placed, unplaced } = configOf(schema, {
      name: "[unknown]",
      enabled: true,
      policies: ["a", "b"],
      settings: { ipRange: "10.0.0.0/8", port: "443" },
      rules: [{ port: 80 }],
    });
    const member = (ipRange: string | null, port: number) =>
      new Map<string, string | number | null>([
        ["ip_range", ipRange],
        ["port", port],
      ]);
    assert.deepEqual(
      value,
      new Map<string, unknown>([
        ["name", unknownValue],
        ["enabled", true],
        ["policy", ["a", "b"]],
        ["settings", [member("10.0.0.0/8", 443)]],
        ["rule", [member(null, 80)]],
        ["timeouts", null],
      ]),
    );
    assert.deepEqual({ placed, unplaced }, { placed: 7, unplaced: [] });
  });

  it("name inputs for which there is no attribute", () => {
    assert.deepEqual(configOf(schema, { nmae: "x", rules: [{ prot: 80 }] }).unplaced, ["rule[0].prot", "nmae"]);
  });

  const written: readonly [name: string, value: Value, bytes: string][] = [
    ["nothing", null, "c0"],
    ["what is not known", unknownValue, "d40000"],
    ["a text", "é", "db00000002c3a9"],
    ["an integer", -2, "d3fffffffffffffffe"],
    ["a fraction", 0.5, "cb3fe0000000000000"],
    ["a list", [true, false], "dd00000002c3c2"],
    ["a map", new Map([["a", null]]), "df00000001db0000000161c0"],
  ];
  for (const [name, value, bytes] of written) {
    it(`write ${name}`, () => assert.equal(encode(value).toString("hex"), bytes));
  }
});
