import assert from "node:assert/strict";
import { Trace } from "../../../../policy/core/trace";
import { View } from "../../../../policy/core/view";
import { whomAllows, whomSpares } from "../../../../policy/kinds/conditions/aws";
import { allowedCallers, callers } from "../../../../policy/kinds/conditions/callers";
import { operatorOf } from "../../../../policy/kinds/conditions/operators";
import { served, unknownValue } from "../../breaks";
import { account, operators, organization, values, wholes } from "./aws-rows";

describe("IAM conditions: whom they leave in", () => {
  const allows = (condition: unknown) => whomAllows(View.of(condition), allowedCallers);
  const spares = (condition: unknown) => whomSpares(View.of(condition), callers);

  for (const [key, fixed, open] of values) {
    it(`${key}: a value that fixes who calls, or does not`, () => {
      const left = (value: string) => allows({ StringLike: { [key]: value } });
      assert.deepEqual(
        fixed.filter((value) => left(value) !== "named"),
        [],
        "fix it",
      );
      assert.deepEqual(
        open.filter((value) => left(value) !== "everybody"),
        [],
        "leave in everybody",
      );
      const beside = (value: string) => spares({ StringNotLike: { [key]: value } });
      assert.deepEqual(
        fixed.filter((value) => beside(value) !== "named"),
        [],
        "spare those",
      );
      assert.deepEqual(
        open.filter((value) => beside(value) !== "everybody"),
        [],
        "spare everybody",
      );
    });
  }

  for (const [operator, allowed, spared] of operators) {
    it(`${operator} leaves in ${allowed}, and spares ${spared}`, () => {
      const key = /Ip/.test(operator)
        ? "aws:SourceIp"
        : /Arn/i.test(operator)
          ? "aws:PrincipalArn"
          : "aws:PrincipalOrgID";
      const value = { "aws:SourceIp": "203.0.113.0/24", "aws:PrincipalArn": `arn:aws:iam::${account}:role/app` };
      const condition = { [operator]: { [key]: key === "aws:PrincipalOrgID" ? organization : value[key] } };
      assert.deepEqual([allows(condition), spares(condition)], [allowed, spared]);
    });
  }

  it("has a row for every kind of operator that IAM has", () => {
    const kinds = new Set(operators.map(([name]) => operatorOf(name)?.kind));
    assert.deepEqual([...kinds].sort(), ["address", "amount", "arn", "bool", "null", "string", undefined]);
  });

  for (const [name, condition, allowed, spared] of wholes) {
    it(`${name}: leaves in ${allowed}, and spares ${spared}`, () => {
      assert.deepEqual([allows(condition), spares(condition)], [allowed, spared]);
    });
  }

  for (const [name, condition, expected] of [
    ["a condition", unknownValue, "named"],
    ["an operator's keys", { StringEquals: unknownValue }, "named"],
    ["a value", { StringEquals: { "aws:PrincipalOrgID": unknownValue } }, "named"],
    ["a value of a list", { StringEquals: { "aws:PrincipalOrgID": [organization, unknownValue] } }, "named"],
    ["a value beside a wildcard", { StringLike: { "aws:PrincipalOrgID": ["*", unknownValue] } }, "everybody"],
    ["a value of a key that names nobody", { StringEquals: { "s3:prefix": unknownValue } }, "everybody"],
    ["a value that is not", { StringNotEquals: { "aws:PrincipalOrgID": unknownValue } }, "everybody"],
  ] as const) {
    it(`${name} that is not known yet leaves in ${expected}, and is written down`, () => {
      const trace = new Trace();
      const holder = View.of<{ Condition: Record<string, Record<string, string>> }>(
        served({ Condition: condition }),
        trace,
      );
      assert.equal(whomAllows(holder.at("Condition"), allowedCallers), expected);
      assert.ok(trace.unknown.size > 0 || expected === "everybody");
    });
  }
});
