import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Environments } from "../../../policy/core/environment";
import { profiles } from "../../../policy/protocol/profile";
import { PackPool, type PackTask } from "../../../preview/engine/pack-pool";
import type { Plan } from "../../../preview/model/plan";
import { projectDir } from "../../support/project";
import { freshProgramPlan, inFolder, mistakeOf, twoRules } from "../programs";

const config = { "small:password": "pass-word-of-a-test" };
const ours = join(projectDir, "policy");

/** A pool that writes down what it is asked for, and which process it gives. */
class WatchedPool extends PackPool {
  readonly given: [stack: string, process: number | undefined][] = [];

  override async take(task: PackTask) {
    const server = await super.take(task);
    this.given.push([task.stack.stack, server.pid]);
    return server;
  }

  /** How many processes there were. */
  get started(): number {
    return new Set(this.given.map(([, process]) => process)).size;
  }
}

async function pooled(
  use: (pool: WatchedPool, planOf: (stack: string) => Promise<Plan>) => Promise<void>,
  pack = ours,
) {
  const pool = new WatchedPool(4);
  const planOf = (stack: string) => freshProgramPlan("small", { stack, config, policyPacks: [pack], packPool: pool });
  try {
    await use(pool, planOf);
  } finally {
    pool.close();
  }
}

describe("policy packs between two stacks", () => {
  it("are taken anew for stacks of one profile, and say what a new one says", () =>
    pooled(async (pool, planOf) => {
      for (const stack of ["one-dev", "two-dev", "one-dev"]) {
        const fresh = await freshProgramPlan("small", { stack, config, policyPacks: [ours] });
        assert.ok(fresh.policy.violations.length > 0);
        assert.deepEqual((await planOf(stack)).policy, fresh.policy);
      }
      assert.equal(pool.started, 1);
    }));

  it("are others for another profile", () =>
    pooled(async (pool, planOf) => {
      const levels: Record<string, unknown> = {};
      for (const stack of ["one-dev", "one-prod", "two-prod", "two-dev"]) {
        levels[stack] = (await planOf(stack)).policy.judged.map(({ level }) => level);
      }
      assert.equal(pool.started, 2);
      assert.deepEqual(levels["one-dev"], levels["two-dev"]);
      assert.deepEqual(levels["one-prod"], levels["two-prod"]);
      assert.notDeepEqual(levels["one-dev"], levels["one-prod"]);
    }));

  it("are others for each stack where the pack does not say that it serves more", () =>
    pooled(async (pool, planOf) => {
      await planOf("one-dev");
      await planOf("two-dev");
      assert.equal(pool.started, 2);
    }, twoRules));

  it("are never taken after a stack that failed", () =>
    pooled(async (pool, planOf) => {
      const options = { stack: "one-dev", config, policyPacks: [ours], packPool: pool };
      await mistakeOf(freshProgramPlan("throws", options));
      await planOf("two-dev");
      assert.equal(pool.started, 2);
    }));

  it("are one each for two stacks at once", () =>
    pooled(async (pool, planOf) => {
      await Promise.all([planOf("one-dev"), planOf("two-dev")]);
      assert.equal(pool.started, 2);
      await Promise.all([planOf("three-dev"), planOf("four-dev")]);
      assert.equal(pool.started, 2);
    }));

  it("tell exemptions of the stack that is judged", () =>
    inFolder(async (folder) => {
      const file = join(folder, "exemptions.yaml");
      const exemption = (stack: string, line: string) => [
        `  - rule: ${line}`,
        `    resource: "urn:pulumi:${stack}::small::*"`,
        "    owner: data team",
        "    reason: Rebuilt every night.",
        "    expires: 2126-01-31",
      ];
      const lines = ["one-dev", "two-dev"].flatMap((stack) => exemption(stack, "backup-table"));
      const before = process.env.ISOTOPO_EXEMPTIONS;
      process.env.ISOTOPO_EXEMPTIONS = file;
      try {
        writeFileSync(file, ["exemptions:", ...lines, ""].join("\n"));
        await pooled(async (pool, planOf) => {
          for (const stack of ["one-dev", "two-dev"]) {
            const notes = (await planOf(stack)).policy.notes.filter(({ policy }) => policy === "exemptions");
            assert.deepEqual(
              notes.map(({ message }) => message.slice(message.indexOf("urn:"))),
              [`urn:pulumi:${stack}::small::*`],
            );
          }
          assert.equal(pool.started, 1);
        });
      } finally {
        if (before === undefined) delete process.env.ISOTOPO_EXEMPTIONS;
        else process.env.ISOTOPO_EXEMPTIONS = before;
      }
    }));
});

describe("the stacks that are judged as another one", () => {
  const plain = [
    ...["dev", "shop-dev", "shop.staging", "a/b/dev", "staging", "x_prod", "prod", "devil", "dev-eu", "shopdev", ""],
    ...["shop-qa", "shop-live", "one-sandbox", "prod-eu", "shop-prod-eu", "product-dev"],
  ];
  const odd = [
    "shop-Dev",
    "shopProd",
    "shop-PROD-eu",
    "dev1",
    "prod1-eu",
    "pre-prod",
    "pre-dev",
    "non-prod",
    "live-dev",
  ];
  for (const said of [undefined, ...profiles, "elsewhere"]) {
    const environments = new Environments(said === undefined ? {} : { config: { "isotopo:environment": said } });
    for (const name of [...plain, ...odd]) {
      const like = new RegExp(environments.like(name).source);
      const alike = (other: string) => environments.of(other).profile === environments.of(name).profile;

      it(`${JSON.stringify(name)} where config says ${said ?? "nothing"}`, () =>
        assert.deepEqual(
          plain.filter((other) => like.test(other)),
          plain.filter((other) => alike(other)),
        ));

      it(`${JSON.stringify(name)} where config says ${said ?? "nothing"}, and no others`, () =>
        assert.deepEqual(
          odd.filter((other) => like.test(other) && !alike(other)),
          [],
        ));
    }
  }
});
