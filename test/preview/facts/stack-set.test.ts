import assert from "node:assert/strict";
import { plainText } from "../../../preview/facts/phrase";
import { inStacks, stackWords } from "../../../preview/facts/stack-set";

const all = ["mesio", "anclora"].flatMap((app) =>
  ["aws", "gcp", "azure", "kubernetes"].flatMap((cloud) =>
    ["dev", "staging", "prod"].map((env) => `${app}-${cloud}-${env}`),
  ),
);
const some = (...words: string[]) => all.filter((stack) => words.every((word) => stack.split("-").includes(word)));

describe("Some stacks of a run, in words", () => {
  const table: [what: string, stacks: string[], words: string, run?: string[]][] = [
    ["one by its name", ["mesio-aws-dev"], "mesio-aws-dev"],
    ["two by their names", ["mesio-aws-dev", "mesio-gcp-dev"], "mesio-aws-dev and mesio-gcp-dev"],
    ["those of an application", some("mesio"), "12 stacks of mesio"],
    ["those of an environment", some("prod"), "8 prod stacks"],
    ["those of both", some("mesio", "prod"), "4 prod stacks of mesio"],
    ["those of a cloud", some("aws"), "6 aws stacks"],
    [
      "those of several words at a place",
      some("mesio").filter((stack) => !/prod|kubernetes/.test(stack)),
      "6 stacks of mesio (aws, gcp, azure; dev, staging)",
    ],
    ["all, where nothing tells them apart", all, "all 24 stacks"],
    ["a number, where they have nothing in common", [...some("mesio", "prod"), "anclora-aws-dev"], "5 of 24 stacks"],
    ["all of another form", ["a", "b-c", "d"], "all 3 stacks", ["a", "b-c", "d"]],
    ["nothing more than a number, where another stack has the same words", some("mesio").slice(1), "11 of 24 stacks"],
    ["none", [], "no stack"],
  ];
  for (const [what, stacks, words, run = all] of table) {
    it(`are ${what}`, () => assert.equal(plainText(stackWords(stacks, run)), words));
  }

  it("are not named where the run has one", () => assert.deepEqual(inStacks(["dev"], ["dev"]), []));
});
