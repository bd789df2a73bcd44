import assert from "node:assert/strict";
import { deletedFirst, orderProblems } from "./order";

const urn = (name: string) => `urn:pulumi:dev::shop::a:b:C::${name}`;
const steps = (text: string) =>
  text.split(", ").map((step) => {
    const [op = "", name = ""] = step.split(" ");
    return { op, urn: urn(name) };
  });
const net = { urn: urn("net"), dependencies: [] };
const db = { urn: urn("db"), dependencies: [urn("net")] };
const child = { urn: urn("child"), parent: urn("net"), dependencies: [] };

const rows = [
  { steps: "create net, create db", problems: [] },
  { steps: "create db, same net", problems: ["shop::a:b:C::db is made before shop::a:b:C::net"] },
  { steps: "create child, update net", problems: ["shop::a:b:C::child is made before shop::a:b:C::net"] },
  { steps: "delete db, delete net", problems: [] },
  { steps: "delete net, delete-replaced db", problems: ["shop::a:b:C::net is deleted before shop::a:b:C::db"] },
  { steps: "create-replacement net, update db, delete-replaced net", problems: [] },
  { steps: "delete-replaced db, delete-replaced net, create-replacement net, create-replacement db", problems: [] },
];

describe("the order of an engine's steps", () => {
  for (const row of rows) {
    it(`${row.steps}: ${row.problems.length === 0 ? "is allowed" : "is not"}`, () => {
      assert.deepEqual(orderProblems([net, db, child], steps(row.steps)), row.problems);
    });
  }

  it("shows what was deleted before it was made anew", () => {
    const both = steps("delete-replaced db, create-replacement net, create-replacement db, delete-replaced net");
    assert.deepEqual([...deletedFirst(both)], ["shop::a:b:C::db"]);
  });
});
