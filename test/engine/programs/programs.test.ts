import assert from "node:assert/strict";
import { join } from "node:path";
import type { ResourceChange } from "../../../preview/model/change";
import { rootStackType } from "../../../preview/model/urn";
import { aws } from "../../preview/compare/programs/aws";
import { azure } from "../../preview/compare/programs/azure";
import { changeOf, configOf, joined, type ProgramChange } from "../../preview/compare/programs/change";
import { engine } from "../../preview/compare/programs/engine";
import { gcp } from "../../preview/compare/programs/gcp";
import { kubernetes } from "../../preview/compare/programs/kubernetes";
import { language } from "../../preview/compare/programs/language";
import type { Row } from "../../preview/compare/programs/row";
import { projectDir } from "../../support/project";
import { suiteEngine } from "../support/engine-bin";
import { buildPlugins } from "../support/plugins";
import { type Ended, EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { changeDifferences } from "./same-changes";

/** Whether Pulumi refuses the change, and with it the whole preview: something protected would go. */
function isRefused({ expected }: Row): boolean {
  return Object.values(expected).some((words) => /^(?:may )?(?:replace|delete)\b.*\| protected\b/.test(words));
}

describe("what a change of a program does, on Pulumi's own engine", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;
  for (const [theme, rows] of Object.entries({ aws, gcp, azure, kubernetes, language, engine })) {
    describe(theme, () => {
      const together = rows.filter((row) => row.config === undefined && !isRefused(row));
      let shared: Promise<Both>;
      before(() => {
        shared = bothOf(bin, joined(together));
        shared.catch(() => {});
      });

      for (const row of rows) {
        it(row.name, async () => {
          const { ended, changes } = await (together.includes(row) ? shared : bothOf(bin, row));
          count({ programs: 1 });
          if (isRefused(row)) {
            assert.match(ended.errors.join("\n"), /because it is protected|marked for protection/);
            return;
          }
          assert.deepEqual([...ended.errors], []);
          assert.equal(ended.code, 0, ended.output);
          const names = new Set([...row.before, ...row.after].map(({ name }) => name));
          const own = changes.filter(({ name, type }) => names.has(name) && type !== rootStackType);
          const differences = changeDifferences(own, ended.steps);
          count({ differences: differences.length });
          assert.deepEqual(differences, []);
        });
      }
    });
  }
});

/** What both engines say of a program before and after. */
interface Both {
  ended: Ended;
  changes: readonly ResourceChange[];
}

async function bothOf(bin: string, change: ProgramChange): Promise<Both> {
  const ended = await previewOf(bin, change);
  return { ended, changes: (await changeOf(change)).changes };
}

/** Makes the program before, and asks what the one after would do. */
async function previewOf(bin: string, { before, after, config }: ProgramChange): Promise<Ended> {
  const stack = await EngineStack.create({
    bin,
    plugins: await buildPlugins(),
    name: "dev",
    project: "changes",
    programDir: join(projectDir, "test/fixtures/programs/changes"),
    config: configOf(before, config?.before),
  });
  try {
    stack.env.TEST_ANY = "true";
    const made = await stack.up();
    assert.deepEqual([...made.errors], []);
    stack.configure(configOf(after, config?.after));
    return await stack.preview();
  } finally {
    stack.remove();
  }
}
