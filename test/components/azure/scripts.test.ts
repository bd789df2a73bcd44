import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../../../preview/model/plan";
import { planOf } from "../../support/plans";

const type = "azure-native:resources:AzureCliScript";

/** What Azure answers to one call of the CLI: its output, or undefined where it refuses. */
type Answer = string | undefined;

/** What a script did: how it ended, what it called, how often it slept. */
interface Run {
  status: number | null;
  calls: string[];
  sleeps: number;
}

/** Runs a script in a real shell, with a CLI that answers one after the other, the last answer for ever. */
function run(script: string, environment: Record<string, string>, answers: readonly Answer[]): Run {
  const dir = mkdtempSync(join(tmpdir(), "azure-script-"));
  try {
    answers.forEach((answer, i) => {
      if (answer !== undefined) writeFileSync(join(dir, `answer-${i + 1}`), answer);
    });
    const log = join(dir, "calls");
    writeFileSync(log, "");
    program(
      dir,
      "az",
      `echo "$*" >> "${log}"
n=$(wc -l < "${log}"); if [ "$n" -gt ${answers.length} ]; then n=${answers.length}; fi
if [ -f "${dir}/answer-$n" ]; then cat "${dir}/answer-$n"; else echo refused >&2; exit 1; fi`,
    );
    program(dir, "sleep", `echo "$*" >> "${join(dir, "sleeps")}"`);
    writeFileSync(join(dir, "sleeps"), "");
    const { status } = spawnSync("bash", ["-c", script], {
      env: { PATH: `${dir}:/usr/bin:/bin`, ...environment },
      timeout: 60_000,
    });
    const lines = (file: string) => readFileSync(file, "utf8").split("\n").filter(Boolean);
    return { status, calls: lines(log).map(short), sleeps: lines(join(dir, "sleeps")).length };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function program(dir: string, name: string, text: string): void {
  writeFileSync(join(dir, name), `#!/bin/bash\n${text}\n`);
  chmodSync(join(dir, name), 0o755);
}

/** `post /start`: what is called, without what is always the same. */
function short(call: string): string {
  const [, method = "", url = ""] = /--method (\w+) --url (\S+)/.exec(call) ?? [];
  const state = /status=='(\w+)'/.exec(call)?.[1];
  return [method, new URL(url).pathname.replace(/^\/(job|env)/, ""), state].filter(Boolean).join(" ");
}

describe("azure scripts", () => {
  let plan: Plan;
  const scriptOf = (suffix: string) => {
    const found = plan.resources.find((resource) => resource.type === type && resource.name.endsWith(suffix));
    assert.ok(found !== undefined, suffix);
    return found.inputs;
  };
  before(async () => {
    plan = await planOf("fixture-azure-prod");
  });

  it("are made anew, and so run again, after a failure as after a change", () => {
    const scripts = plan.resources.filter((resource) => resource.type === type);
    assert.deepEqual(scripts.map(({ name }) => name.replace("fixture-prod-", "")).sort(), [
      "cdn-approval",
      "compute-database-roles-run",
      "compute-migrate-run",
    ]);
    for (const { name, replaceOnChanges, inputs } of scripts) {
      // With a property's name alone, a creation that failed is updated with what it has: Azure does not run that.
      assert.deepEqual(replaceOnChanges, ["*"], name);
      assert.match(String(inputs.forceUpdateTag), /^[0-9a-f]{32}$/, name);
    }
  });

  describe("the migration's", () => {
    const start = (...answers: Answer[]) =>
      run(String(scriptOf("-compute-migrate-run").scriptContent), { JOB_ID: "/job" }, answers);
    /** The job, or its last execution, as the queries of the script say it. */
    const version = (image: string, status = "Succeeded", more: string | null = null) =>
      JSON.stringify({ more, status, containers: [{ image, command: null, args: null, env: [] }] }, undefined, 2);
    const none = '{\n  "more": null,\n  "status": null,\n  "containers": null\n}';
    const started = ["get /executions Running", "get", "get /executions", "post /start"];

    it("starts the job and ends when it has", () => {
      assert.deepEqual(start("", version("web:1"), none, "job-1", "Running", "Succeeded"), {
        status: 0,
        calls: [...started, "get /executions/job-1", "get /executions/job-1"],
        sleeps: 1,
      });
    });

    it("starts nothing where the last execution was of this version and has succeeded: a refresh makes scripts anew", () => {
      assert.deepEqual(start("", version("web:1"), version("web:1")), {
        status: 0,
        calls: started.slice(0, 3),
        sleeps: 0,
      });
    });

    for (const [last, answer] of [
      ["was of another version", version("web:2")],
      ["has failed", version("web:1", "Failed")],
      ["may stand on another page", version("web:1", "Succeeded", "https://management.azure.com/next")],
      ["can't be asked for", undefined],
    ] as const) {
      it(`starts the job where the last execution ${last}`, () => {
        const { status, calls } = start("", version("web:1"), answer, "job-1", "Succeeded");
        assert.deepEqual([status, calls], [0, [...started, "get /executions/job-1"]]);
      });
    }

    it("starts the job where neither says what its containers are", () => {
      const silent = none.replace('"status": null', '"status": "Succeeded"');
      const { status, calls } = start("", silent, "job-1", "Succeeded");
      assert.deepEqual([status, calls[2]], [0, "post /start"]);
    });

    it("tries the start again while its role does not hold yet", () => {
      const { status, calls } = start(undefined, undefined, undefined, undefined, "job-1", "Succeeded");
      assert.equal(status, 0);
      assert.equal(calls.filter((call) => call === "post /start").length, 2);
    });

    it("gives up after ten minutes", () => {
      const { status, calls, sleeps } = start(undefined);
      assert.equal(status, 1);
      assert.equal(calls.filter((call) => call === "post /start").length, 40);
      assert.equal(sleeps * 15, 600);
    });

    it("asks again where it gets no answer, and never starts the job twice", () => {
      const { status, calls } = start("", version("web:1"), none, "job-1", undefined, undefined, "Succeeded");
      assert.equal(status, 0);
      assert.equal(calls.filter((call) => call === "post /start").length, 1);
    });

    it("lets what runs already come to its end first", () => {
      const { status, calls } = start("job-0", "job-0", "", version("web:1"), none, "job-1", "Succeeded");
      assert.equal(status, 0);
      assert.deepEqual(calls.slice(0, 6), [...Array(2).fill("get /executions Running"), ...started]);
    });

    for (const state of ["Failed", "Stopped", "Degraded"]) {
      it(`fails where the job has ${state.toLowerCase()}`, () => {
        assert.equal(start("", version("web:1"), none, "job-1", state).status, 1);
      });
    }
  });

  describe("the approval's", () => {
    const approve = (...answers: Answer[]) =>
      run(
        String(scriptOf("-cdn-approval").scriptContent),
        { TARGET: "/env", MESSAGE: "Front Door of fixture-prod" },
        answers,
      );
    const one = "https://management.azure.com/env/privateEndpointConnections/a";
    const pending = "get /privateEndpointConnections Pending";
    const granted = "get /privateEndpointConnections Approved";
    /** The list of what waits names resources, not addresses. */
    const id = (url: string) => url.replace("https://management.azure.com", "");

    it("approves what waits, and goes on until nothing has waited for five rounds", () => {
      const { status, calls } = approve(
        id(one),
        "",
        "{}",
        ...Array(5)
          .fill(["", id(one)])
          .flat(),
      );
      assert.equal(status, 0);
      assert.deepEqual(calls, [
        ...[pending, granted, "put /privateEndpointConnections/a"],
        ...Array(5).fill([pending, granted]).flat(),
      ]);
    });

    it("approves a second one that comes later", () => {
      const quiet = Array(5)
        .fill(["", id(one)])
        .flat();
      const { status, calls } = approve("/env/p/a", "", "{}", "", "/env/p/a", "/env/p/b", "/env/p/a", "{}", ...quiet);
      assert.equal(status, 0);
      assert.deepEqual(
        calls.filter((call) => call.startsWith("put")),
        ["put /p/a", "put /p/b"],
      );
    });

    it("tries again where its role does not hold yet", () => {
      const { status } = approve(
        undefined,
        undefined,
        ...Array(5)
          .fill(["", id(one)])
          .flat(),
      );
      assert.equal(status, 0);
    });

    it("fails where nothing ever asks", () => {
      const { status, sleeps } = approve("");
      assert.equal(status, 1);
      assert.equal(sleeps, 60);
    });
  });
});
