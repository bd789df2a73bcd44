import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { preview } from "../../preview/engine/preview";
import type { Plan } from "../../preview/model/plan";
import { nameOf } from "../../preview/model/urn";
import { registryNamed, stackNamed } from "../support/fixture/stacks";
import { projectDir } from "../support/project";
import { copyOfProject } from "../support/project-copy";
import { type ComponentBreak, componentBreaks } from "./component-breaks";

describe("a broken line of a component", () => {
  it("is shown for at least 40 lines", () => assert.ok(componentBreaks.length >= 40, String(componentBreaks.length)));

  it("stands once in its file", () => {
    const elsewhere = componentBreaks.filter(({ file, line }) => source(projectDir, file).split(line).length !== 2);
    assert.deepEqual(
      elsewhere.map(({ file, line }) => `${file}: ${line}`),
      [],
    );
  });

  for (const [stack, breaks] of byStack()) {
    describe(`in ${stack}`, () => {
      let plan: Plan;

      before(async () => {
        plan = await brokenPlan(stack, breaks);
      });

      for (const { file, line, broken, rule, resource } of breaks) {
        it(`${file}: ${broken.trim() || `no ${line.trim()}`} is seen by ${rule}`, () => {
          const found = plan.policy.violations.filter(({ policy }) => policy === rule).map(({ urn }) => nameOf(urn));
          assert.ok(
            found.some((name) => name.endsWith(resource)),
            `${rule} reports: ${found.join(", ") || "nothing"}`,
          );
        });
      }
    });
  }
});

function byStack(): Map<string, ComponentBreak[]> {
  const stacks = new Map<string, ComponentBreak[]>();
  for (const item of componentBreaks) stacks.set(item.stack, [...(stacks.get(item.stack) ?? []), item]);
  return stacks;
}

function source(project: string, file: string): string {
  return readFileSync(join(project, "components", file), "utf8");
}

/** The plan of a stack whose components have all these lines broken. */
async function brokenPlan(stack: string, breaks: readonly ComponentBreak[]): Promise<Plan> {
  const copy = copyOfProject();
  try {
    for (const { file, line, broken } of breaks) {
      const text = source(copy.dir, file).replace(line, () => broken);
      writeFileSync(join(copy.dir, "components", file), text);
    }
    const { programDir, config, secretKeys } = /-(dev|staging|prod)$/.test(stack)
      ? stackNamed(stack)
      : registryNamed(stack);
    const folder = join(copy.dir, relative(projectDir, programDir));
    return await preview({ projectDir: folder, stack, config, secretKeys, policyPacks: [join(projectDir, "policy")] });
  } finally {
    copy.remove();
  }
}
