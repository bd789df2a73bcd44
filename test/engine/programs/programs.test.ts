import assert from "node:assert/strict";
import { join } from "node:path";
import { aws } from "../../preview/compare/programs/aws";
import { azure } from "../../preview/compare/programs/azure";
import { gcp } from "../../preview/compare/programs/gcp";
import { kubernetes } from "../../preview/compare/programs/kubernetes";
import { language } from "../../preview/compare/programs/language";
import type { ProgramResource, Row } from "../../preview/compare/programs/row";
import { projectDir } from "../../support/project";
import { type Happened, happenedTo } from "../lives/held-against";
import { engineBin } from "../support/engine-bin";
import { buildPlugins } from "../support/plugins";
import { type Ended, EngineStack } from "../support/stack";

type Change = Pick<Row, "before" | "after" | "config">;

/** Whether Pulumi refuses the change, and with it the whole preview: something protected would go. */
function isRefused({ expected }: Row): boolean {
  return Object.values(expected).some((words) => /^(?:may )?(?:replace|delete)\b.*\| protected\b/.test(words));
}

describe("what a change of a program does, on Pulumi's own engine", () => {
  const bin = engineBin();
  if (bin === undefined) {
    it("needs Pulumi's CLI: ISOTOPO_ENGINE");
    return;
  }
  for (const [theme, rows] of Object.entries({ aws, gcp, azure, kubernetes, language })) {
    describe(theme, () => {
      const together = rows.filter((row) => row.config === undefined && !isRefused(row));
      let shared: Promise<Ended>;
      before(() => {
        shared = previewOf(bin, {
          before: together.flatMap((row) => row.before),
          after: together.flatMap((row) => row.after),
        });
        shared.catch(() => {});
      });

      for (const row of rows) {
        it(row.name, async () => {
          const ended = await (together.includes(row) ? shared : previewOf(bin, row));
          if (isRefused(row)) {
            assert.match(ended.errors.join("\n"), /because it is protected|marked for protection/);
            return;
          }
          assert.deepEqual([...ended.errors], []);
          assert.equal(ended.code, 0, ended.output);
          const happened = new Map(
            [...happenedTo(ended.steps)].map(([place, what]) => [place.split("::").at(-1), what]),
          );
          const wrong = Object.entries(row.expected).filter(([name, words]) => !agree(words, happened.get(name)));
          assert.deepEqual(
            wrong.map(([name, words]) => `${name}: foretold "${words}", happened ${happened.get(name)}`),
            [],
          );
        });
      }
    });
  }
});

/** Makes the program before, and asks what the one after would do. */
async function previewOf(bin: string, { before, after, config }: Change): Promise<Ended> {
  const of = (resources: readonly ProgramResource[], more: Readonly<Record<string, string>> = {}) => ({
    "changes:resources": JSON.stringify(resources),
    ...more,
  });
  const stack = await EngineStack.create({
    bin,
    plugins: await buildPlugins(),
    name: "dev",
    project: "changes",
    programDir: join(projectDir, "test/fixtures/programs/changes"),
    config: of(before, config?.before),
  });
  try {
    stack.env.TEST_ANY = "true";
    const made = await stack.up();
    assert.deepEqual([...made.errors], []);
    stack.configure(of(after, config?.after));
    return await stack.preview();
  } finally {
    stack.remove();
  }
}

/**
 * Whether Pulumi does what the first of the words says; what *may* be replaced may as well stay, what is not comparable may differ, and
 * what is only read stays.
 */
function agree(words: string, happened: Happened = "unchanged"): boolean {
  const [action, ...more] = words.split(" | ");
  const fact = happened === "read" ? "unchanged" : happened;
  if (action === "unchanged" && more.some((each) => each.endsWith(" not comparable"))) {
    return fact === "unchanged" || fact === "update";
  }
  return action === "may replace" ? ["replace", "update", "unchanged"].includes(fact) : action === fact;
}
