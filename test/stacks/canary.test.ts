import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { targetNames } from "../../components/targets";
import { manifestsOf } from "../../preview/commands/manifests";
import { comparePlans } from "../../preview/compare/compare";
import { jsonReport } from "../../preview/formats/json/changes";
import { commentReport } from "../../preview/formats/markdown/comment";
import { judgedMarkdown } from "../../preview/formats/markdown/verdicts";
import { plainText } from "../../preview/formats/shared/terminal";
import { textReport } from "../../preview/formats/text/stack";
import type { Plan } from "../../preview/model/plan";
import { isotopo } from "../support/command";
import { changedPlanOf, started } from "../support/plans";
import { shipped } from "../support/shipped";

const canary = "c4n4ry-5up3r-53cr3t";
const secrets = { SENTRY_DSN: `https://${canary}@sentry.example/1`, MAIL_PASSWORD: canary };
const registries = { "docker.io": { username: "shop", password: canary } };

const formats: Readonly<Record<string, (plan: Plan) => string>> = {
  text: (plan) => textReport([plan], plainText),
  json: (plan) => jsonReport([{ plan, change: comparePlans(undefined, plan, undefined) }]),
  "compared json": (plan) => jsonReport([{ plan, change: comparePlans(plan, plan, "base") }]),
  comment: (plan) => commentReport([comparePlans(undefined, plan, undefined)]),
  verdicts: (plan) => judgedMarkdown([plan]),
  manifests: (plan) => JSON.stringify(manifestsOf(plan)),
  plan: (plan) => JSON.stringify(plan),
};

const stacks = targetNames.map((cloud) => `fixture-${cloud}-prod`);

describe("secrets of the config", () => {
  const plans = new Map<string, Promise<Plan>>();
  before(() => {
    for (const stack of stacks) plans.set(stack, started(changedPlanOf(stack, { secrets, registries })));
  });
  const planWithSecrets = async (stack: string) => plans.get(stack) ?? assert.fail(stack);

  for (const stack of stacks) {
    for (const [format, report] of Object.entries(formats)) {
      it(`${stack}: are in no ${format}`, async () => {
        const text = report(await planWithSecrets(stack));
        // Verdicts of a stack without violations are few words, and only Kubernetes has manifests.
        const short = format === "verdicts" || (format === "manifests" && !stack.includes("-kubernetes-"));
        assert.ok(text.length > (short ? 1 : 1000), text);
        assertHidden(text);
      });
    }

    it(`${stack}: are in no error of the config`, async () => {
      const change = {
        secrets: { ...secrets, NO_SUCH_SECRET: canary, SENTRY_DSN: { nested: canary } },
        registries: { "docker.io": { username: "shop", password: { nested: canary } } },
      };
      await assert.rejects(changedPlanOf(stack, change), (error: Error) => {
        assertHidden(error.message);
        assert.match(error.message, /isotopo:secrets\./);
        assert.match(
          error.message,
          /isotopo:registries\.docker\.io\.password is a set of keys and values; allowed: a text/,
        );
        return true;
      });
    });
  }

  for (const [key, value, path] of [
    ["secrets", secrets, "isotopo:secrets.<NAME>"],
    ["registries", registries, 'isotopo:registries["<host>"].password'],
  ] as const) {
    it(`${key} in clear text are refused, without saying them`, async () => {
      await assert.rejects(changedPlanOf("fixture-aws-prod", { [key]: value }, undefined, { clearText: true }), {
        message: `isotopo:${key} is in clear text; allowed: encrypted values, each set with pulumi config set --secret --path '${path}'`,
      });
    });
  }

  it("a rendered stack holds references only", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isotopo-canary-"));
    const { stack } = shipped.find(({ cloud }) => cloud === "kubernetes") ?? assert.fail("no stack of a cluster");
    try {
      const { code, stderr } = await isotopo(["render", stack, "--out", join(folder, "out")]);
      assert.equal(code, 0, stderr);
      const files = readdirSync(join(folder, "out")).map((file) => readFileSync(join(folder, "out", file), "utf8"));
      assert.ok(files.length > 50);
      for (const text of files) assert.doesNotMatch(text, /^kind: Secret$|stringData|placeholder-of|encrypted-/m);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function assertHidden(text: string): void {
  assert.ok(!text.includes(canary), text.slice(Math.max(0, text.indexOf(canary) - 200), text.indexOf(canary) + 50));
  assert.ok(!text.includes(Buffer.from(canary).toString("base64").replace(/=+$/, "").slice(0, -2)), "in base64");
}
