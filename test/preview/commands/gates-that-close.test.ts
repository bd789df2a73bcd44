import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GateName, gateNames } from "../../../preview/commands/fail-on";
import { checkGates } from "../../../preview/commands/gates-that-close";
import { previewCommand } from "../../../preview/commands/preview";
import { comparePlans } from "../../../preview/compare/compare";
import { jsonReport } from "../../../preview/formats/json/changes";
import { PreviewError } from "../../../preview/model/errors";
import type { Plan } from "../../../preview/model/plan";
import { isotopo } from "../../support/command";
import { planWith } from "../../support/plan-with";
import { mixed } from "../formats/judged";
import { inFolder, mistakeOf, program } from "../programs";

const database = "aws:rds/instance:Instance";
const unlisted = "aws:nobody/thing:Thing";
const none: Plan["policy"] = { packs: [], rules: 0, violations: [], notes: [], judged: [] };
const [violation] = mixed.policy.violations;
const [pack] = mixed.policy.packs;
assert.ok(violation !== undefined && pack !== undefined);

/** A plan that is well, or one in which all is wrong that gates can close on. */
function planOf(bad: boolean, judged: boolean): Plan {
  const plan = planWith([
    { type: database, name: "main", inputs: { username: bad ? "b" : "a" } },
    { type: unlisted, name: "thing", inputs: { size: bad ? 2 : 1 } },
    ...(bad ? [] : [{ type: database, name: "old", inputs: {} }]),
  ]);
  const found = bad ? { violations: mixed.policy.violations, notes: mixed.policy.notes } : {};
  return { ...plan, policy: judged ? { ...none, packs: mixed.policy.packs, ...found } : none };
}

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const state = (type: string, inputs: object) => ({ type, urn: "", custom: true, inputs, outputs: {}, id: "" });

interface Step {
  op: string;
  urn: string;
  oldState?: object;
  newState?: object;
  replaceReasons?: string[];
}

/** Steps of Pulumi's own engine: nothing, or the loss of two databases. */
function stepsOf(bad: boolean): Step[] {
  const same = { op: "same", urn: urn("pulumi:pulumi:Stack", "shop-prod") };
  if (!bad) return [same];
  const [old, now] = [state(database, { username: "a" }), state(database, { username: "b" })];
  return [
    same,
    { op: "replace", urn: urn(database, "main"), oldState: old, newState: now, replaceReasons: ["username"] },
    { op: "delete", urn: urn(database, "old"), oldState: old },
  ];
}

function eventLog(bad: boolean, judged: boolean): string {
  const steps = stepsOf(bad).map(({ op, urn: of, oldState = null, newState = null, replaceReasons: keys = [] }) => {
    const metadata = { op, urn: of, old: oldState, new: newState, keys, detailedDiff: null };
    return { resourcePreEvent: { metadata, planning: true } };
  });
  const policyEvent = (policyName: string, more: object = {}) => ({
    policyEvent: {
      policyName,
      policyPackName: "pack",
      policyPackVersion: "1.2.3",
      resourceUrn: urn(database, "main"),
      message: "it is wrong",
      enforcementLevel: "mandatory",
      severity: "critical",
      ...more,
    },
  });
  const events = [
    ...steps,
    ...(judged && bad ? [policyEvent("rule"), policyEvent("undetermined", { enforcementLevel: "advisory" })] : []),
    { summaryEvent: { PolicyPacks: judged ? { pack: "v1.2.3" } : {} } },
  ];
  return events.map((event, sequence) => `${JSON.stringify({ sequence, ...event })}\n`).join("");
}

/** What `--from` takes, well or as bad as it can be; with a pack where the form can have one. */
const sources: Readonly<Record<string, (bad: boolean, judged: boolean) => string>> = {
  "JSON that was compared": (bad, judged) => {
    const plan = planOf(bad, judged);
    return jsonReport([{ plan, change: comparePlans(planOf(false, false), plan, "main (1a2b3c4)") }]);
  },
  "JSON that was not compared": (bad, judged) => {
    const plan = planOf(bad, judged);
    return jsonReport([{ plan, change: comparePlans(undefined, plan, undefined) }]);
  },
  "JSON of Pulumi": (bad) => JSON.stringify({ config: {}, steps: stepsOf(bad), diagnostics: [] }),
  "an event log of Pulumi": eventLog,
};

/** The gates that each source can close, without a pack and with one. */
const ofPolicies: GateName[] = ["mandatory", "low", "medium", "high", "critical"];
const ofChanges: GateName[] = ["data-loss", "replace", "delete"];
const closing: Readonly<Record<string, (judged: boolean) => GateName[]>> = {
  "JSON that was compared": (judged) => [...ofChanges, "undetermined", ...(judged ? ofPolicies : [])],
  "JSON that was not compared": (judged) => (judged ? ["undetermined", ...ofPolicies] : []),
  "JSON of Pulumi": () => ofChanges,
  "an event log of Pulumi": (judged) => [...ofChanges, ...(judged ? (["undetermined", ...ofPolicies] as const) : [])],
};

describe("Gates of a preview", () => {
  const codeOf = (text: string, gate: GateName): Promise<number> =>
    inFolder(async (folder) => {
      const [from, out] = [join(folder, "from.json"), join(folder, "out.json")];
      writeFileSync(from, text);
      const { error: print } = console;
      console.error = () => {};
      try {
        return await previewCommand([], {
          from: [from],
          failOn: [gate],
          policy: true,
          preload: true,
          format: [{ format: "json" }, { out }],
        });
      } catch (error) {
        assert.ok(error instanceof PreviewError, String(error));
        assert.throws(() => readFileSync(out), "a report of a mistake");
        return 2;
      } finally {
        console.error = print;
      }
    });

  for (const [source, text] of Object.entries(sources)) {
    for (const judged of [false, true]) {
      describe(`of ${source}, ${judged ? "with a pack" : "without a pack"}`, () => {
        for (const gate of gateNames) {
          const canClose = closing[source]?.(judged).includes(gate) === true;
          it(`${gate} ${canClose ? "closes" : "is a mistake"}`, async () => {
            const codes = [await codeOf(text(false, judged), gate), await codeOf(text(true, judged), gate)];
            assert.deepEqual(codes, canClose ? [0, 1] : [2, 2]);
          });
        }
      });
    }
  }

  const cures = { compare: "COMPARE", judge: "JUDGE" };
  for (const compared of [false, true]) {
    for (const judged of [false, true]) {
      it(`of a run ${compared ? "" : "not "}compared, ${judged ? "with" : "without"} a pack: what can't close is refused`, () => {
        for (const gate of gateNames) {
          const isAnswered = ofChanges.includes(gate)
            ? compared
            : ofPolicies.includes(gate)
              ? judged
              : compared || judged;
          const ask = () => checkGates([gate], { compared, judged, cures });
          if (isAnswered) ask();
          else assert.throws(ask, PreviewError, gate);
        }
      });
    }
  }

  it("tells all gates that can't close, each kind in a line with what to do", async () => {
    const gates: GateName[] = ["data-loss", "high", "delete", "undetermined"];
    assert.equal(
      await mistakeOf((async () => checkGates(gates, { compared: false, judged: false, cures }))()),
      "--fail-on data-loss,delete: nothing is compared; COMPARE\n" +
        "--fail-on high: no policy pack is asked; JUDGE\n" +
        "--fail-on undetermined: nothing is compared, and no policy pack is asked; COMPARE",
    );
  });

  const small = ["preview", "--program", program("small")];
  const from = (folder: string) => join(folder, "from.json");
  const runs: [what: string, args: (folder: string) => string[], words: (folder: string) => string][] = [
    [
      "--no-policy",
      () => [...small, "--no-policy", "--fail-on", "high"],
      () => "--fail-on high: no policy pack is asked; leave out --no-policy",
    ],
    [
      "a program without a pack",
      () => [...small, "--fail-on", "mandatory"],
      () => "--fail-on mandatory: no policy pack is asked; give --policy-pack",
    ],
    [
      "a preview without a base",
      () => [...small, "--no-policy", "--fail-on", "data-loss"],
      () => "--fail-on data-loss: nothing is compared; give --against, or --from a preview that was compared",
    ],
    [
      "a file that was compared with nothing and judged by none",
      (folder) => ["preview", "--from", from(folder), "--fail-on", "delete,high,undetermined"],
      () =>
        [
          "--fail-on delete: shop was compared with nothing; required: --from a preview that was compared",
          "--fail-on high: no policy pack was asked of shop; required: --from a preview with policies",
          "--fail-on undetermined: shop was neither judged nor compared offline; required: --from a preview with policies",
        ].join("\n"),
    ],
  ];
  for (const [what, args, words] of runs) {
    it(`of ${what} ends with 2 and says what to give`, () =>
      inFolder(async (folder) => {
        const text = sources["JSON that was not compared"]?.(false, false) ?? "";
        writeFileSync(from(folder), text);
        const { code, stdout, stderr } = await isotopo(args(folder));
        assert.deepEqual([code, stdout, stderr], [2, "", `isotopo: ${words(folder)}\n`]);
      }));
  }

  it("of a stack that is gone ask no policy: nothing is left to judge", () => {
    const gone = planWith([]);
    const change = comparePlans(planOf(false, false), gone, "main (1a2b3c4)");
    return inFolder(async (folder) => {
      writeFileSync(from(folder), jsonReport([{ plan: gone, change }]));
      const args = ["preview", "--from", from(folder), "--format", "json", "--out", join(folder, "out.json")];
      const { code, stderr } = await isotopo([...args, "--fail-on", "high,undetermined"]);
      assert.deepEqual([code, stderr], [0, ""]);
    });
  });

  it("are not asked: that no policy is, is said in a line", async () => {
    const { code, stderr } = await isotopo(small);
    const folder = join(program("small"), "policy");
    const words = `isotopo: no policy is asked: ${folder} is no pack; --policy-pack names one\n`;
    assert.deepEqual([code, stderr], [0, words]);
  });
});
