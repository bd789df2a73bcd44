import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { escalations } from "../../../policy/kinds/escalation";

export const role = "arn:aws:iam::111122223333:role";
export const passes = { Effect: "Allow", Action: "iam:PassRole", Resource: "*" };
export const to = (service: string) => ({ Condition: { StringEquals: { "iam:PassedToService": service } } });
export const may = (Action: string | string[], Resource: string | string[] = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
export const deny = (Action: string, more: object = {}) => ({ Effect: "Deny", Action, Resource: "*", ...more });

/** Statements, and what is found of them; nothing where they lead to no more rights. */
export type Row = readonly [name: string, statements: object[], found: string[]];

/** Tests what is found of the statements of each row. */
export function itFinds(rows: readonly Row[]): void {
  for (const [name, statements, expected] of rows) {
    it(`${name}: ${expected.length === 0 ? "leads to no more rights" : "leads to more"}`, () => {
      const found = escalations(View.of(JSON.stringify({ Version: "2012-10-17", Statement: statements })));
      assert.deepEqual(
        found.map((finding) => finding.found),
        expected,
      );
    });
  }
}
