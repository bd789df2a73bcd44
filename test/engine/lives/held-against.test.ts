import assert from "node:assert/strict";
import type { ResourceChange } from "../../../preview/model/change";
import { differencesBetween, type Happened, type Held } from "./held-against";
import { faultsOf, type Wrong } from "./wrong";

const type = "aws:s3/bucket:Bucket";
const urn = (name: string, stack = "prod") => `urn:pulumi:${stack}::isotopo::${type}::${name}`;

function said(name: string, action: ResourceChange["action"], custom = true): ResourceChange {
  const where = { urn: urn(name, "variants"), type, name, custom, dependencies: [] };
  return { ...where, action, properties: [], causes: ["a cause"], protected: false, retained: false };
}

const did = (name: string, ...ops: readonly string[]): Held[] => ops.map((op) => ({ op, urn: urn(name), type }));

const rows: readonly {
  name: string;
  said: readonly ResourceChange[];
  did: readonly Held[];
  different: readonly string[];
}[] = [
  { name: "what was said", said: [said("a", "create")], did: did("a", "create"), different: [] },
  {
    name: "another action",
    said: [said("a", "update")],
    did: did("a", "create-replacement", "replace", "delete-replaced"),
    different: [`isotopo::${type}::a: foretold update (a cause), happened replace`],
  },
  {
    name: "what was not said",
    said: [],
    did: did("a", "delete"),
    different: [`isotopo::${type}::a: foretold nothing, happened delete`],
  },
  {
    name: "what did not happen",
    said: [said("a", "unchanged")],
    did: [],
    different: [`isotopo::${type}::a: foretold unchanged (a cause), happened nothing`],
  },
  { name: "what may be", said: [said("a", "may replace")], did: did("a", "update"), different: [] },
  { name: "a component", said: [said("a", "unchanged", false)], did: did("a", "update"), different: [] },
  { name: "a command that was run again", said: [said("a", "create")], did: did("a", "create", "same"), different: [] },
];

describe("what happened, held against what was foretold", () => {
  for (const row of rows) {
    it(row.name, () => assert.deepEqual(differencesBetween(row.said, row.did), row.different));
  }
});

const happens = (action: Happened & ResourceChange["action"], ...names: readonly string[]) =>
  names.map((name) => said(name, action));
const all = [
  ...happens("create", "a", "b", "c"),
  ...happens("update", "d", "e"),
  ...happens("delete", "f"),
  ...happens("unchanged", "g"),
  said("h", "create", false),
];
const place = (name: string) => `isotopo::${type}::${name}`;

const wrongs: Readonly<Record<Wrong, ReturnType<typeof faultsOf>>> = {
  fails: [
    [{ call: "create", urn: place("b"), what: "lose" }],
    [
      { call: "create", urn: place("b"), what: "fail" },
      { call: "update", urn: place("e"), what: "fail" },
    ],
  ],
  loses: [
    [
      { call: "update", urn: place("e"), what: "lose" },
      { call: "delete", urn: place("f"), what: "lose" },
    ],
  ],
  hangs: [[{ call: "update", urn: place("e"), what: "hang" }]],
};

describe("calls that go wrong in the middle of a change", () => {
  for (const [wrong, faults] of Object.entries(wrongs)) {
    it(wrong, () => assert.deepEqual(faultsOf(wrong as Wrong, all), faults));
  }
});
