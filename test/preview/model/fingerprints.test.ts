import assert from "node:assert/strict";
import { inspect } from "node:util";
import { comparePlans } from "../../../preview/compare/compare";
import { changesHtml } from "../../../preview/formats/html";
import { jsonReport } from "../../../preview/formats/json/changes";
import { commentReport } from "../../../preview/formats/markdown/comment";
import { plainText } from "../../../preview/formats/shared/terminal";
import { changesText } from "../../../preview/formats/text/changes";
import type { Plan } from "../../../preview/model/plan";
import { readPlans } from "../../../preview/sources/document";
import { freshProgramPlan } from "../programs";

const password = "c4n4ry-passw0rd";

function planWith(secret: string): Promise<Plan> {
  const resources = [
    {
      type: "aws:rds/instance:Instance",
      name: "db",
      properties: { engine: "postgres", instanceClass: "db.t4g.medium", password: { secret } },
    },
  ];
  return freshProgramPlan("changes", { config: { "changes:resources": JSON.stringify(resources) } });
}

function propertiesOf(base: Plan, head: Plan): string[] {
  const { changes } = comparePlans(base, head, "base");
  return changes.flatMap(({ action, properties }) => properties.map(({ path, kind }) => `${action}: ${path} ${kind}`));
}

describe("secrets in plans", () => {
  it("are compared with those of the same process, and seen to differ or not", async () => {
    const [first, same, other] = await Promise.all([password, password, "another-one"].map(planWith));
    assert.ok(first !== undefined && same !== undefined && other !== undefined);
    assert.deepEqual(propertiesOf(first, same), []);
    assert.deepEqual(propertiesOf(first, other), ["update: password changed"]);
  });

  it("are not comparable with those of a file, which is counted and no alarm", async () => {
    const plan = await planWith(password);
    const text = jsonReport([{ plan, change: comparePlans(undefined, plan, undefined) }]);
    const [read] = readPlans(text, "plan.json").plans;
    assert.ok(read !== undefined);
    assert.deepEqual(propertiesOf(read, plan), []);
    const change = comparePlans(read, plan, "plan.json");
    assert.equal(change.secretsNotCompared, 1);
    const words = "1 secret not compared";
    assert.match(changesText([change], plainText), /\nno change, 1 secret not compared, no mandatory violation, /);
    const [comment, page] = [commentReport([change]), await changesHtml([change])];
    assert.match(comment, /^<!--.*-->\n## ✅ No change in `dev`/);
    for (const report of [comment, page])
      assert.ok(report.includes(`${words}: the file that this is against shows none.`));
  });

  it("leave nothing in a plan that tells them, nor what they are compared by", async () => {
    // The config of this program is plain text, and holds it.
    const plan = { ...(await planWith(password)), config: {} };
    const again = { ...plan, resources: plan.resources.map((resource) => ({ ...resource })) };
    const said = [JSON.stringify(plan), inspect(plan, { depth: null, showHidden: true })];
    for (const text of said) assert.ok(!text.includes(password));
    assert.equal(comparePlans(plan, again, "base").secretsNotCompared, 1, "it is not in the resource");
  });
});
