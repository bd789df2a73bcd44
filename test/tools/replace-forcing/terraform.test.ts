import assert from "node:assert/strict";
import type { Member, Sdk } from "../../../tools/claims/sdk-properties";
import type { TerraformAttributes } from "../../../tools/replace-forcing/facts";
import { namesOf, translated } from "../../../tools/replace-forcing/terraform";

const member = (name: string, rest: Partial<Member> = {}): Member => ({
  name,
  declared: "",
  comment: "",
  inner: [],
  isList: false,
  isMap: false,
  ...rest,
});

/** A resource with a block, a list of blocks and what only its SDK has. */
const sdk: Sdk = {
  aliases: new Map(),
  resources: new Map([
    [
      "gcp:a/thing:Thing",
      [
        member("name"),
        member("labels", { isMap: true }),
        member("settings", { inner: ["a.Settings"] }),
        member("disks", { inner: ["a.Disk"], isList: true }),
        member("later"),
      ],
    ],
  ]),
  inputs: new Map([
    ["a.Settings", [member("tier"), member("zone"), member("status")]],
    ["a.Disk", [member("size"), member("kind")]],
  ]),
};

const cases: [name: string, attributes: TerraformAttributes, expected: string][] = [
  ["an attribute that always forces", { name: { force: 1 }, later: {} }, "disks? labels? name settings?"],
  ["one that does for some values", { name: { force: 2 }, later: {} }, "disks? labels? name? settings?"],
  ["one that is changed in place, and one that only the provider sets", all({ name: { computed: true } }), ""],
  ["a block of which all forces", all({ settings: { force: 1, inside: block(1, 1) } }), "settings"],
  [
    "a block that forces and holds what does not",
    all({ settings: { force: 1, inside: block(1) } }),
    "settings# settings.tier",
  ],
  ["a block in which one forces", all({ settings: { inside: block(1) } }), "settings.tier"],
  [
    "a list of blocks under its plural",
    all({ disk: { force: 1, inside: { size: {}, kind: { force: 2 } } } }),
    "disks# disks[].kind?",
  ],
];

/** Every attribute of the resource, changed in place but for some. */
function all(some: TerraformAttributes): TerraformAttributes {
  return { name: {}, labels: {}, later: {}, ...("disk" in some ? {} : { disk: {} }), settings: {}, ...some };
}

/** The attributes of the block; what the provider sets forces nothing and keeps none from forcing. */
function block(tier?: number, zone?: number): TerraformAttributes {
  return {
    tier: tier === undefined ? {} : { force: tier },
    zone: zone === undefined ? {} : { force: zone },
    status: { computed: true, force: 1 },
  };
}

describe("attributes of a Terraform provider in Pulumi's names", () => {
  for (const [name, attributes, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      const { types, unplaced } = translated({ google_thing: attributes }, () => "gcp:a/thing:Thing", sdk);
      assert.deepEqual(types, { "gcp:a/thing:Thing": expected });
      assert.deepEqual(unplaced, []);
    });
  }

  it("are told where one that forces is not in the SDK", () => {
    const attributes = { ...all({}), lost: { force: 1 }, idle: {}, hidden: { computed: true, force: 1 } };
    const { unplaced } = translated({ google_thing: attributes }, () => "gcp:a/thing:Thing", sdk);
    assert.deepEqual(unplaced, ["gcp:a/thing:Thing: lost"]);
  });

  it("are left out where the SDK has no such type", () => {
    const found = translated(
      { google_a: {}, google_b: {} },
      (name) => (name === "google_a" ? "gcp:no:No" : undefined),
      sdk,
    );
    assert.deepEqual(found, { types: {}, unplaced: [] });
  });

  const names: [name: string, pulumi: string][] = [
    ["ip_cidr_range", "ipCidrRange"],
    ["disk", "disks"],
    ["policy", "policies"],
    ["ingress", "ingresses"],
    ["networks", "network"],
    ["ipv4_cidr_block", "ipv4CidrBlock"],
  ];
  for (const [name, pulumi] of names) it(`${name} may be ${pulumi}`, () => assert.ok(namesOf(name).includes(pulumi)));
});
