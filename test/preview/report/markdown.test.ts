import assert from "node:assert/strict";
import { escaped, markdownReport } from "../../../preview/report/markdown";
import { programPlan, twoRules } from "../programs";

describe("the Markdown report", () => {
  it("of a program, line by line", async () => {
    assert.deepEqual(markdownReport([await programPlan("small", { policyPacks: [twoRules] })]).split("\n"), [
      "## Preview: 1 stack, 1 mandatory violation",
      "",
      "| stack | resources | mandatory | advisory |",
      "|---|---:|---:|---:|",
      "| dev | 5 | 1 | 1 |",
      "",
      "### Policies of dev",
      "",
      "- **mandatory** no&#45;small&#45;databases (high), database: instanceClass is db.t4g.micro; name a larger one than " +
        "that, for example db.t4g.medium",
      "- **advisory** named&#45;networks (unspecified), main&#45;vpc: tags have no Name",
      "",
      "<details><summary>Resources of dev</summary>",
      "",
      "| operation | type | name |",
      "|---|---|---|",
      "| create | pulumi:providers:aws | default&#95;7&#95;48&#95;0 |",
      "| create | pulumi:pulumi:Stack | small&#45;dev |",
      "| create | aws:rds/instance:Instance | database |",
      "| create | small:index:Group | main |",
      "| create | aws:ec2/vpc:Vpc | main&#45;vpc |",
      "",
      "</details>",
      "",
      "Previewed offline: the program and the policies ran, no cloud was asked.",
      "",
    ]);
  });

  const texts: [what: string, text: string, result: string][] = [
    ["markup", "<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"],
    ["a mention", "@team", "&#64;team"],
    ["the end of a cell", "a | b", "a &#124; b"],
    ["a link", "[x](https://example.org)", "&#91;x&#93;&#40;https&#58;//example.org&#41;"],
    ["a new line", "a\r\nb", "a b"],
  ];
  for (const [what, text, result] of texts) {
    it(`takes ${what} literally`, () => assert.equal(escaped(text), result));
  }
});
