import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { z } from "zod";
import { environmentNames } from "../../components/contract";
import { shippedApplications } from "../../infra/apps";
import { inFolder } from "../preview/programs";
import { type Outcome, run } from "../support/command";
import { projectDir } from "../support/project";
import { workflows } from "./workflow-files";

const concurrency = z.object({ group: z.string(), "cancel-in-progress": z.boolean(), queue: z.string().optional() });
const step = z.object({ name: z.string().optional(), run: z.string().optional() });
const job = z.object({
  if: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  concurrency: concurrency.optional(),
  steps: z.array(step).default([]),
});
const workflow = z.object({ concurrency, jobs: z.record(z.string(), job) });

const read = (path: string) => readFileSync(join(projectDir, path), "utf8");
const workflowNamed = (name: string) => workflow.parse(parse(read(`.github/workflows/${name}.yml`)));
const withoutExpressions = (text: string) => text.replaceAll(/\$\{\{.*?\}\}/g, "*");
const page = read("docs/delivery.md");

describe("deployments wait for one another", () => {
  const { concurrency: whole, jobs } = workflowNamed("deploy");

  it("and none cancels one that waits, for its approval above all", () => {
    for (const group of [whole, jobs.deploy?.concurrency]) {
      assert.deepEqual([group?.["cancel-in-progress"], group?.queue], [false, "max"]);
    }
  });

  it("and drift is in no group of theirs", () => {
    const drift = workflowNamed("drift");
    const groups = ({ concurrency: own, jobs: all }: z.infer<typeof workflow>) =>
      [own, ...Object.values(all).map((one) => one.concurrency)].flatMap((one) => one?.group ?? []);
    const theirs = groups(workflowNamed("deploy"));
    assert.deepEqual(groups(drift).map(withoutExpressions), ["drift", "drift-*"]);
    for (const group of groups(drift)) assert.ok(!theirs.includes(group), group);
  });

  it("and show their plan, by accounts that may only read, before the job that is approved", () => {
    assert.deepEqual(jobs.deploy?.needs, ["stacks", "plan"]);
    assert.match(String(jobs.plan?.environment), /^read-\$\{\{ inputs\.environment \}\}$/);
    assert.match(String(jobs.deploy?.environment), /^\$\{\{ inputs\.environment \}\}$/);
  });
});

describe("programs that change a stack", () => {
  it("are the first process of their step, which is told that the job is cancelled", () => {
    const runs = workflows
      .flatMap(({ steps }) => steps.map(({ run: script = "" }) => script))
      .filter(
        (script) => /delivery\/(?:deploy|plan|drift|pr-environment)\.ts/.test(script) && !/ expired /.test(script),
      );
    assert.ok(runs.length >= 6);
    for (const script of runs) assert.match(script, /^exec node --import tsx delivery\/[\w-]+\.ts [^|;&>\n]*$/);
  });
});

describe("the environment of a pull request", () => {
  const { concurrency: own, jobs } = workflowNamed("pr-environment");
  const repository = "shop/web";

  /** The values of a workflow's expressions in a text, by the event. `labels.*.name` alone is not JavaScript. */
  function evaluated(text: string, github: object, needs: object = {}): unknown {
    const valued = (expression: string): unknown =>
      runInNewContext(expression.replaceAll("labels.*.name", "labels.map(({ name }) => name)"), {
        github,
        needs,
        contains: (list: readonly string[], word: string) => list.includes(word),
      });
    return text.includes("${{")
      ? text.replaceAll(/\$\{\{([\s\S]*?)\}\}/g, (_whole, expression: string) => String(valued(expression)))
      : valued(text);
  }

  /** Which jobs an event runs, and in which group. */
  function ran(event: { action: string; state?: string; labels?: string[]; label?: string; fork?: boolean }) {
    const { action, state = "open", labels = ["environment"], label, fork = false } = event;
    const github = {
      event_name: "pull_request",
      run_id: "4711",
      repository,
      event: {
        action,
        label: { name: label ?? null },
        pull_request: {
          number: 12,
          state,
          labels: labels.map((name) => ({ name })),
          head: { repo: { full_name: fork ? "another/web" : repository } },
        },
      },
    };
    const needs = { stacks: { outputs: { stacks: "[1]" } } };
    const found = evaluated(jobs.stacks?.if ?? "", github) === true;
    const runs = (name: string) => found && evaluated(jobs[name]?.if ?? "", github, needs) === true;
    return { group: evaluated(own.group, github), does: ["up", "down"].filter(runs) };
  }

  const shared = "pr-environment-12-true";
  const alone = "pr-environment-12-4711";
  const cases: [event: Parameters<typeof ran>[0], does: string[]][] = [
    [{ action: "labeled", label: "environment" }, ["up"]],
    [{ action: "synchronize" }, ["up"]],
    [{ action: "reopened" }, ["up"]],
    [{ action: "closed", state: "closed" }, ["down"]],
    [{ action: "unlabeled", label: "environment", labels: [] }, ["down"]],
    [{ action: "unlabeled", label: "environment", labels: [], state: "closed" }, ["down"]],
    // A bot labels what was merged: nothing is made again, and the run that destroys keeps its place.
    [{ action: "labeled", label: "released", state: "closed" }, []],
    [{ action: "labeled", label: "environment", state: "closed" }, []],
    [{ action: "labeled", label: "other" }, []],
    [{ action: "unlabeled", label: "other" }, []],
    [{ action: "synchronize", labels: [] }, []],
    [{ action: "reopened", labels: ["other"] }, []],
    [{ action: "closed", state: "closed", labels: [] }, []],
  ];
  for (const [event, does] of cases) {
    it(`${does.join() || "nothing"}: ${JSON.stringify(event)}`, () => {
      const end = ran(event);
      // A label on a closed pull request passes the first job, which does nothing but read.
      assert.deepEqual(end.does, does);
      assert.equal(end.group, does.length > 0 ? shared : alone);
    });
  }

  it("is never a fork's", () => {
    for (const [event] of cases) assert.deepEqual(ran({ ...event, fork: true }).does, []);
  });
});

describe("what was promoted", () => {
  const script = workflowNamed("promote").jobs.record?.steps.find(
    ({ name }) => name === "Ask for it in a pull request",
  )?.run;

  it("is asked for in one pull request, however often the job is run", () =>
    inFolder(async (folder) => {
      const [work, bin] = ["work", "bin"].map((name) => join(folder, name));
      assert.ok(work !== undefined && bin !== undefined && script !== undefined);
      for (const path of [work, bin]) mkdirSync(path);
      const calls = join(folder, "calls");
      writeFileSync(
        join(bin, "gh"),
        `#!/bin/sh\necho "$*" >>"${calls}"\ncase "$*" in "pr list"*) grep -c "^pr create" "${calls}" ;; esac\nexit 0\n`,
      );
      chmodSync(join(bin, "gh"), 0o755);
      const env = {
        PATH: [bin, process.env.PATH].join(delimiter),
        APP: "shop",
        RUN: "7",
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "shop/web",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_SYSTEM: "/dev/null",
      };
      const shell = async (text: string): Promise<Outcome> => {
        const end = await run("bash", ["-e", "-c", text], { cwd: work, env });
        assert.equal(end.code, 0, end.stderr);
        return end;
      };
      const commit = "git -c user.name=a -c user.email=a@example.org commit --quiet";
      await shell(
        `git init --quiet --bare ../origin.git && git init --quiet --initial-branch=main && git remote add origin ../origin.git`,
      );
      await shell(`echo a > file && git add file && ${commit} --message one && git push --quiet origin main`);
      for (const round of [1, 2]) {
        // A checkout of the same commit, at another time: its commit is another.
        await shell(
          `git switch --quiet main && echo b > file && export GIT_COMMITTER_DATE="2026-11-30T0${round}:00:00Z"\n${script}`,
        );
        const { stdout } = await shell("git fetch --quiet && git show origin/promote/shop-7:file");
        assert.equal(stdout, "b\n");
      }
      const created = readFileSync(calls, "utf8")
        .split("\n")
        .filter((call) => call.startsWith("pr create"));
      assert.equal(created.length, 1);
    }));

  it("needs a setting that the page names", () => {
    assert.ok(page.includes('"Allow GitHub Actions to create and approve pull requests"'));
  });
});

describe("what protects deliveries", () => {
  it("is a line on the page for each environment, with its subject", () => {
    const named = workflows.flatMap(({ name: file }) =>
      Object.values(workflowNamed(file.replace(".yml", "")).jobs).flatMap(({ environment }) => {
        const name = typeof environment === "object" ? environment.name : environment;
        return name === undefined ? [] : [name];
      }),
    );
    const names = named.flatMap((name) => environmentNames.map((one) => withoutExpressions(name).replace("*", one)));
    const rows = [
      ...page.matchAll(/^\| `([\w-]+)` \| .*? \| `repo:<repository>:environment:([\w-]+)` \| .+ \| .+ \|$/gm),
    ];
    assert.deepEqual(rows.map(([, name]) => name).sort(), [...new Set(names)].sort());
    for (const [, name, subject] of rows) assert.equal(subject, name);
  });

  it("is a review of who owns what decides it, by paths that are there", () => {
    const owned = read(".github/CODEOWNERS")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(" ")[0] ?? "");
    for (const path of owned) assert.ok(existsSync(join(projectDir, path)), path);
    for (const path of ["/policy/", "/.github/", "/delivery/", "/.gitlab-ci.yml"])
      assert.ok(owned.includes(path), path);
  });
});

describe("the guide of a first deployment", () => {
  it("sets secrets that the stack's application has", () => {
    const found = [...page.matchAll(/config set --secret --path 'isotopo:secrets\.(\w+)' --stack (\S+)/g)];
    assert.ok(found.length > 0);
    for (const [, secret, stack = ""] of found) {
      const { config } = parse(read(`stacks/Pulumi.${stack}.yaml`));
      const [app, environment, domain] = ["app", "environment", "domain"].map((key) => config[`isotopo:${key}`]);
      const { secrets } = shippedApplications.load(app).describe({ environment, domain, mailHost: "smtp.example" });
      assert.ok(
        secrets.some(({ kind, name }) => kind === "external" && name === secret),
        `${stack}: ${secret}`,
      );
    }
  });
});
