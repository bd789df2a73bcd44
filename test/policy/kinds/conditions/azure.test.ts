import assert from "node:assert/strict";
import { rolesLeft } from "../../../../policy/kinds/conditions/azure";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const of = (text: string) => rolesLeft(text, (role) => role === owner);
const action = (name: string) => `ActionMatches{'Microsoft.Authorization/roleAssignments/${name}'}`;
const role = (id: string) =>
  `@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${id}}`;

/** Conditions that say nothing of the role that is assigned. */
const others = [
  "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'Group'",
  `@Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {${reader}}`,
  `@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${reader}}`,
  "@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] StringLike '*'",
  "SubOperationMatches{'Blob.List'}",
];
const writes = ["write", "*", "w*"].map(action);

describe("which roles the condition of an assignment leaves to assign", () => {
  for (const other of others) {
    for (const condition of [other, `!(${other})`, `NOT (${other})`]) {
      it(`any: ${condition}`, () => assert.equal(of(condition), "everybody"));
      for (const write of writes) {
        it(`any, where it is asked of ${write}: ${condition}`, () => {
          assert.equal(of(`(!(${write})) OR (${condition})`), "everybody");
          assert.equal(of(`(${write}) AND (${condition})`), "everybody");
        });
      }
    }
  }

  const rows: readonly [condition: string, expected: string | undefined][] = [
    ...writes.map((write): [string, string] => [`(${write})`, "everybody"]),
    ...writes.map((write): [string, string] => [`(!(${write}))`, "nobody"]),
    ...writes.map((write): [string, string] => [`(!(${write})) OR (${role(reader)})`, "named"]),
    ...writes.map((write): [string, string] => [`(!(${write})) OR (${role(owner)})`, "everybody"]),
    [`!(${role(reader)})`, "everybody"],
    [action("delete"), "nobody"],
    [`(!(${action("delete")})) OR (${role(reader)})`, "everybody"],
    ["", undefined],
  ];
  for (const [condition, expected] of rows) {
    it(`${expected ?? "can't be read"}: ${condition}`, () => assert.equal(of(condition), expected));
  }
});
