import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { projectDir } from "../../support/project";
import { twoRules } from "../programs";

describe("isotopo rules and explain", () => {
  it("list every rule as text, data and a table", async () => {
    const data = JSON.parse((await isotopo(["rules", "--format", "json"])).stdout);
    assert.ok(data.rules.length >= 80, String(data.rules.length));
    assert.deepEqual(Object.keys(data.rules[0]), [
      "id",
      "title",
      "severity",
      "level",
      "fix",
      "source",
      "controls",
      "ofStack",
      "settings",
      "breaksBy",
    ]);
    const cdn = data.rules.find(({ id }: { id: string }) => id === "encryption-in-transit-cdn");
    assert.ok(Object.hasOwn(cdn.breaksBy, "aws:cloudfront/distribution:Distribution"));
    const text = (await isotopo(["rules"])).stdout;
    const table = (await isotopo(["rules", "--format", "markdown"])).stdout;
    for (const { id } of data.rules) {
      assert.ok(text.includes(`${id} `), id);
      assert.ok(table.includes(`| \`${id}\` |`), id);
    }
  });

  it("explain every rule: why, what fails, what passes, how to fix it", async () => {
    const described: Record<string, { fails?: object; passes?: object; why: string }> = JSON.parse(
      readFileSync(join(projectDir, "policy/dist/rules.json"), "utf8"),
    );
    for (const [id, { fails, passes, why }] of Object.entries(described)) {
      assert.ok(fails !== undefined && passes !== undefined && why !== "", id);
    }
    const { stdout } = await isotopo(["explain", "containers-non-privileged"]);
    for (const head of [
      "Why\n",
      "Fails: ",
      "Passes: ",
      "Fix\n",
      "Enforced\n",
      "Looks at\n",
      "Breaks by\n",
      "Source\n",
    ]) {
      assert.ok(stdout.includes(`\n${head}`), head);
    }
  });

  it("tell the near ones of a rule that there is not", async () => {
    const { code, stderr } = await isotopo(["explain", "privileged"]);
    assert.equal(code, 2);
    assert.match(stderr, /^isotopo: no rule is "privileged"; did you mean .*containers-non-privileged.*\?\n$/);
  });

  it("tell of another pack what its own server says", async () => {
    assert.match((await isotopo(["rules", "--policy-pack", twoRules])).stdout, /no-small-databases/);
    assert.match(
      (await isotopo(["explain", "no-small-databases", "--policy-pack", twoRules])).stdout,
      /^no-small-databases \(high\)\n/,
    );
  });
});
