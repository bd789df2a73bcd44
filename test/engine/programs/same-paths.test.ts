import assert from "node:assert/strict";
import type { PropertyChange } from "../../../preview/model/change";
import { type Reasons, reasonDifferences } from "./same-paths";

const changed = (path: string, more: Partial<PropertyChange> = {}): PropertyChange => {
  const change: PropertyChange = { path, kind: "changed", forces: "nothing" };
  return Object.assign(change, more);
};
const engine = (more: Partial<Reasons>): Reasons =>
  Object.assign({ keys: [], diffs: [], paths: [], replacing: [] } satisfies Reasons, more);

interface Row {
  name: string;
  custom?: boolean;
  properties?: readonly PropertyChange[];
  causes?: readonly string[];
  engine?: Partial<Reasons>;
  isOpen?: boolean;
  expected?: readonly string[];
}

const rows: readonly Row[] = [
  { name: "nothing on both sides" },
  { name: "the same path", properties: [changed("a.b")], engine: { paths: ["a.b"] } },
  { name: "a finer path of ours", properties: [changed("policy.Statement[1]")], engine: { diffs: ["policy"] } },
  {
    name: "a finer path of the engine",
    properties: [changed("tags")],
    engine: { paths: ["tags.a"] },
    expected: ["only the engine has tags.a", "only the comparison has tags"],
  },
  {
    name: "paths are preferred to names",
    properties: [changed("tags.a")],
    engine: { diffs: ["tags"], paths: ["tags.b"] },
    expected: ["only the engine has tags.b", "only the comparison has tags.a"],
  },
  {
    name: "a name that only begins alike",
    properties: [changed("tagsAll")],
    engine: { diffs: ["tags"] },
    expected: ["only the engine has tags", "only the comparison has tagsAll"],
  },
  { name: "another index", properties: [changed("ports[1].port")], engine: { paths: ["ports[0].port"] } },
  {
    name: "an element that is one to us, and members to the engine",
    properties: [changed("ports[0]", { kind: "added" })],
    engine: { paths: ["ports[0].name", "ports[1]"] },
  },
  {
    name: "an order that is one to us",
    properties: [changed("ports", { reason: "another order" })],
    engine: { paths: ["ports[0].name", "ports[1].name"] },
  },
  { name: "quoted names", properties: [changed('tags["a b"]')], engine: { paths: ['tags["a b"]'] } },
  { name: "what can't be compared and is the same", properties: [changed("arn", { kind: "not comparable" })] },
  {
    name: "what can't be compared and differs",
    properties: [changed("arn", { kind: "not comparable" })],
    engine: { diffs: ["arn"] },
  },
  {
    name: "a property that replaces",
    properties: [changed("name", { forces: "replace" })],
    engine: { diffs: ["name"], keys: ["name"] },
  },
  {
    name: "a path that replaces by an option, of which the engine has no key",
    properties: [changed("tags.a", { forces: "replace" })],
    engine: { paths: ["tags.a"], replacing: ["tags.a"] },
  },
  {
    name: "a property that replaces offline only",
    properties: [changed("name", { forces: "replace" })],
    engine: { diffs: ["name"] },
    expected: ["only the comparison replaces for name"],
  },
  {
    name: "a property that replaces on the engine only",
    properties: [changed("name")],
    engine: { diffs: ["name"], keys: ["name"] },
    expected: ["only the engine replaces for name"],
  },
  {
    name: "a property that may replace, and does not",
    properties: [changed("name", { forces: "may replace" })],
    engine: { diffs: ["name"] },
  },
  {
    name: "a property that may replace, and does",
    properties: [changed("name", { forces: "may replace" })],
    engine: { diffs: ["name"], keys: ["name"] },
  },
  {
    name: "what it is deleted with",
    causes: ["it is deleted with db, which is replaced"],
    engine: { keys: ["deletedWith"] },
  },
  {
    name: "what it is deleted with, beside a property that the engine no longer looks at",
    causes: ["it is deleted with db, which is replaced"],
    properties: [changed("name", { kind: "not comparable", forces: "replace" })],
    engine: { keys: ["deletedWith"] },
  },
  {
    name: "another tie",
    causes: ["it is replaced with db, which is replaced"],
    engine: { keys: ["deletedWith"] },
    expected: ["only the engine replaces for deletedWith"],
  },
  {
    name: "a trigger beside a change, of which the engine no longer speaks",
    causes: ["its replacementTrigger changes"],
    properties: [changed("size")],
  },
  {
    name: "what is deleted before it is made anew, by a property that stays the same",
    causes: ["bucket forces a replacement: db is deleted before it is made anew"],
    engine: { keys: ["bucket"] },
  },
  {
    name: "a secret, which is one to us",
    properties: [changed("tags", { after: "[secret]" })],
    engine: { paths: ["tags.a"] },
  },
  { name: "what differs if another is replaced", isOpen: true, engine: { diffs: ["arn"] } },
  {
    name: "what differs if another is replaced, and by itself",
    isOpen: true,
    properties: [changed("size")],
    engine: { diffs: ["arn"] },
    expected: ["only the comparison has size"],
  },
  { name: "a component, of which the engine says only that it differs", custom: false, properties: [changed("size")] },
  { name: "a trigger, of which the engine says nothing", causes: ["its replacementTrigger changes"] },
];

describe("reasons and paths of both engines", () => {
  for (const {
    name,
    custom = true,
    properties = [],
    causes = [],
    engine: engines = {},
    isOpen,
    expected = [],
  } of rows) {
    it(name, () => {
      assert.deepEqual(reasonDifferences({ custom, properties, causes }, engine(engines), isOpen), expected);
    });
  }
});
