import assert from "node:assert/strict";
import type { ResourceChange, StackChange } from "../../../preview/model/change";
import { nameOf, rootStackType } from "../../../preview/model/urn";
import { aws } from "./programs/aws";
import { azure } from "./programs/azure";
import { changeOf, joined } from "./programs/change";
import { engine } from "./programs/engine";
import { gcp } from "./programs/gcp";
import { kubernetes } from "./programs/kubernetes";
import { language } from "./programs/language";

const clouds = { aws, gcp, azure, kubernetes };
const themes = { ...clouds, language, engine };

describe("what a change of a program does", () => {
  it("is told for at least 40 changes, 8 on each cloud", () => {
    const counts = Object.values(clouds).map(({ length }) => length);
    assert.ok(counts.reduce((sum, count) => sum + count) >= 40 && Math.min(...counts) >= 8, counts.join(", "));
  });

  for (const [cloud, rows] of Object.entries(themes)) {
    describe(cloud in clouds ? `on ${cloud}` : `in Pulumi's ${cloud}`, () => {
      const together = rows.filter(({ config, unknowns }) => config === undefined && unknowns === undefined);
      let shared: Promise<StackChange>;
      before(() => {
        // Rows know nothing of each other: one program holds them all.
        shared = changeOf(joined(together));
        shared.catch(() => {});
      });

      for (const row of rows) {
        it(row.name, async () => {
          const { changes } = await (together.includes(row) ? shared : changeOf(row));
          const names = new Set([...row.before, ...row.after].map(({ name }) => name));
          const own = changes.filter(({ name, type }) => names.has(name) && type !== rootStackType);
          assert.deepEqual(Object.fromEntries(own.map((change) => [change.name, wordsOf(change)])), row.expected);
        });
      }
    });
  }
});

/** A change in words: what happens, what guards it, what is lost, why, and what differs. */
function wordsOf(change: ResourceChange): string {
  const { action, renamedFrom, dataLoss, causes, properties } = change;
  const whole = action === "create" || action === "delete";
  const differing = whole ? [] : properties.map(({ path, kind }) => `${path} ${kind}`);
  return [
    action,
    ...(renamedFrom === undefined ? [] : [`renamed from ${nameOf(renamedFrom)}`]),
    ...(change.protected && action !== "create" ? ["protected"] : []),
    ...(change.retained ? ["retained"] : []),
    ...(dataLoss === undefined ? [] : [`loses ${dataLoss}`]),
    ...causes,
    ...(differing.length > 0 ? [differing.join(", ")] : []),
  ].join(" | ");
}
