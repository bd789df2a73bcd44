import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WireObject } from "../../../preview/model/wire";
import { Account, type Thing } from "./account";
import type { Call } from "./behaviour";
import { behaviours } from "./behaviours";

/** What an account holds or held, a call that its cloud refuses, and one like it that it takes. */
interface Row {
  name: string;
  held?: readonly Thing[];
  gone?: readonly Thing[];
  refused: Call;
  taken: Call;
  message: RegExp;
}

let numbers = 0;

function thing(type: string, inputs: WireObject, id = "id"): Thing {
  numbers += 1;
  const outputs = { ...inputs };
  const urn = `urn:pulumi:dev::shop::${type}::${id}`;
  return { made: `${numbers}`, type, id, urn, region: "eu-west-1", inputs, outputs, marked: { inputs, outputs } };
}

const create = (made: Thing): Call => ({ what: "create", ...made });
const remove = (gone: Thing): Call => ({ what: "delete", thing: gone });
const update = (before: Thing, inputs: WireObject): Call => ({ what: "update", thing: before, inputs });

const record = (name: string) => thing("aws:route53/record:Record", { name, type: "A", zoneId: "z" }, name);
const vault = (vaultName: string) => thing("azure-native:keyvault:Vault", { vaultName, resourceGroupName: "g" });
const database = (inputs: WireObject) => thing("aws:rds/instance:Instance", inputs, "db");
const subnet = thing("aws:ec2/subnet:Subnet", { cidrBlock: "10.0.0.0/24", vpcId: "vpc" }, "subnet-1");
const gateway = thing("aws:ec2/natGateway:NatGateway", { subnetId: "subnet-1" }, "nat");
const account = thing("azure-native:storage:StorageAccount", { accountName: "files" }, "/group/accounts/files");
const lock = thing("azure-native:authorization:ManagementLockByScope", { scope: account.id, lockName: "keep" }, "lock");

const rows: Readonly<Record<string, readonly Row[]>> = {
  taken: [
    {
      name: "a record that is there",
      held: [record("shop.example")],
      refused: create(record("shop.example")),
      taken: create(record("www.shop.example")),
      message: /^AlreadyExists: aws:route53\/record:Record record \["shop\.example","A","z"/,
    },
    {
      name: "an update that takes what another has",
      held: [record("shop.example")],
      refused: update(record("www.shop.example"), { name: "shop.example", type: "A", zoneId: "z" }),
      taken: update(record("www.shop.example"), { name: "shop.example", type: "AAAA", zoneId: "z" }),
      message: /^AlreadyExists/,
    },
  ],
  lasting: [
    {
      name: "the name of a vault that was deleted",
      gone: [vault("shop-1")],
      refused: create(vault("shop-1")),
      taken: create(vault("shop-2")),
      message: /^vaultName "shop-1" is still taken: Key Vault, soft delete/,
    },
    {
      name: "the name of a final snapshot",
      gone: [database({ finalSnapshotIdentifier: "last-1" })],
      refused: remove(database({ finalSnapshotIdentifier: "last-1" })),
      taken: remove(database({ finalSnapshotIdentifier: "last-2" })),
      message: /^finalSnapshotIdentifier "last-1" is still taken: RDS API/,
    },
  ],
  guarded: [
    {
      name: "a database with deletion protection",
      refused: remove(database({ deletionProtection: true })),
      taken: remove(database({ deletionProtection: false })),
      message: /^deletionProtection is on: RDS API/,
    },
  ],
  used: [
    {
      name: "a subnet in which something is",
      held: [subnet, gateway],
      refused: remove(subnet),
      taken: remove(thing("aws:ec2/subnet:Subnet", {}, "subnet-2")),
      message: /^subnet-1 is in use by .*nat: EC2 API/,
    },
  ],
  "one-way": [
    {
      name: "a smaller disk",
      refused: update(database({ allocatedStorage: 50 }), { allocatedStorage: 20 }),
      taken: update(database({ allocatedStorage: 20 }), { allocatedStorage: 50 }),
      message: /^allocatedStorage 50 → 20: RDS User Guide/,
    },
    {
      name: "an older version",
      refused: update(database({ engineVersion: "17" }), { engineVersion: "16" }),
      taken: update(database({ engineVersion: "16" }), { engineVersion: "17" }),
      message: /^engineVersion 17 → 16: RDS API/,
    },
  ],
  locked: [
    {
      name: "an account with a lock",
      held: [account, lock],
      refused: remove(account),
      taken: remove(lock),
      message: /^ScopeLocked/,
    },
  ],
};

describe("behaviours of the clouds", () => {
  it("each has a test", () => assert.deepEqual(Object.keys(rows).sort(), behaviours.map(({ name }) => name).sort()));

  for (const behaviour of behaviours) {
    for (const { name, held = [], gone = [], refused, taken, message } of rows[behaviour.name] ?? []) {
      it(`${behaviour.name}: ${name}`, () => {
        const folder = mkdtempSync(join(tmpdir(), "isotopo-account-"));
        try {
          const cloud = Account.of(folder, "aws");
          for (const each of [...held, ...gone]) cloud.add({ done: "create", thing: each });
          for (const each of gone) cloud.add({ done: "delete", thing: each });
          assert.match(behaviour.refuses(refused, cloud) ?? "it was not refused", message);
          assert.equal(behaviour.refuses(taken, cloud), undefined);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    }
  }
});
