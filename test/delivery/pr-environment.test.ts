import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import type { Script } from "./fake-pulumi";
import { type Delivered, runWithPulumi } from "./run-with-pulumi";
import { Site } from "./site";

function environment(args: readonly string[], script: Script = {}, answers = [200]): Promise<Delivered> {
  return Site.during(answers, async (site) => {
    const answering = {
      "stack tag ls": [{ prints: {} }],
      "stack history": [{ prints: [] }],
      "stack output": [{ prints: { url: site.url } }],
      ...script,
    };
    const end = await runWithPulumi("pr-environment", args, answering);
    return { ...end, output: end.output.replace(site.url, "<site>") };
  });
}

const at = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
const list = [
  { name: "fixture-aws-dev", current: false, lastUpdate: at(90), updateInProgress: false, resourceCount: 90 },
  { name: "fixture-aws-pr12-dev", current: false, lastUpdate: at(4), updateInProgress: false, resourceCount: 90 },
  { name: "fixture-aws-pr13-dev", current: false, lastUpdate: at(2), updateInProgress: false, resourceCount: 90 },
  { name: "fixture-aws-pr14-dev", current: false, updateInProgress: true, resourceCount: 90 },
  { name: "fixture-aws-pr15-dev", current: false, resourceCount: 0 },
  { name: "acme/isotopo/small-gcp-pr7-dev", current: false, lastUpdate: at(30), resourceCount: 3 },
  { name: "fixture-aws-pr12-prod", current: false, lastUpdate: at(30), resourceCount: 3 },
  { name: "elsewhere-aws-pr1-dev", current: false, lastUpdate: at(30), resourceCount: 3 },
];
const listed: Script = { "stack ls": [{ prints: list }] };
const copy = ["--base", "fixture-aws-dev", "--pull-request", "12"];
const chosen = "--stack fixture-aws-pr12-dev";
const select = `stack select ${chosen} --non-interactive`;
const set = (key: string, value: string, stack = chosen) =>
  `config set --path isotopo:${key} ${stack} --plaintext --non-interactive -- ${value}`;
const copied = [
  "config cp --stack fixture-aws-dev --dest fixture-aws-pr12-dev",
  set("instance", "pr12"),
  set("domain", "pr12.dev.fixture.example"),
];
const told = `stack history --json --page-size 1 --page 1 ${chosen} --non-interactive`;
const message = "--message Environment of pull request 12, deployment <id>";
const up = [
  `preview ${message} --policy-pack policy --exec-kind auto.local ${chosen} --non-interactive`,
  `up --yes --skip-preview ${message} --policy-pack policy --exec-kind auto.local ${chosen} --non-interactive`,
  `stack output --json ${chosen} --non-interactive`,
  `stack output --json --show-secrets ${chosen} --non-interactive`,
  told,
];
const asked = "stack ls --json --non-interactive";
const destroyed = [
  select,
  `destroy --preview-only --exec-kind auto.local ${chosen} --non-interactive`,
  `destroy --yes --skip-preview --exec-kind auto.local ${chosen} --non-interactive`,
  told,
  "stack rm --yes fixture-aws-pr12-dev --non-interactive",
];

describe("the environment of a pull request", function () {
  this.timeout(60_000);

  it("is a copy of another stack, with names, hosts and an address of its own", async () => {
    const { code, calls, output, stderr } = await environment(["up", ...copy, "--patience", "2"]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [...[select, ...copied], set("dnsZone", "dev.fixture.example"), ...up]);
    assert.equal(output, "url=<site>\n");
  });

  it("is made where it is not there", async () => {
    const { code, calls, stderr } = await environment(["up", ...copy, "--patience", "2"], {
      "stack select": [{ says: "error: no stack named 'fixture-aws-pr12-dev' found", code: 255 }],
    });
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls.slice(0, 3), [select, "stack init fixture-aws-pr12-dev --non-interactive", copied[0]]);
  });

  it("is not made where the backend refuses, and says why", async () => {
    const { code, calls, stderr } = await environment(["up", ...copy], {
      "stack select": [{ says: "error: invalid access token", code: 255 }],
    });
    assert.deepEqual({ code, calls }, { code: 2, calls: [select] });
    assert.equal(stderr, "error: invalid access token\npr-environment: pulumi stack ended with 255\n");
  });

  it("has no zone of its own to name where its cloud names it otherwise", async () => {
    const base = ["--base", "fixture-kubernetes-dev", "--pull-request", "12"];
    const { calls } = await environment(["up", ...base, "--patience", "2"]);
    assert.deepEqual(
      calls.filter((call) => call.includes("dnsZone")),
      [],
    );
  });

  it("is left as it is where it is not well, and says so", async () => {
    const { code, stderr, output } = await environment(["up", ...copy, "--patience", "1"], {}, [503]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^pr-environment: fixture-aws-pr12-dev is not well: http:\/\/127\.0\.0\.1:\d+\/\S* is not well: HTTP 503$/m,
    );
    assert.equal(output, "");
  });

  it("says where the update fails", async () => {
    const { code, stderr } = await environment(["up", ...copy], { "up --yes": [{ code: 255 }] });
    assert.equal(code, 1);
    assert.match(stderr, /^pr-environment: fixture-aws-pr12-dev is not well: pulumi up ended with 255$/m);
  });

  it("is destroyed, with its stack", async () => {
    const { code, calls } = await environment(["down", ...copy], listed);
    assert.equal(code, 0);
    assert.deepEqual(calls, [asked, ...destroyed]);
  });

  it("is destroyed once", async () => {
    const { code, calls, stdout } = await environment(
      ["down", "--base", "fixture-aws-dev", "--pull-request", "99"],
      listed,
    );
    assert.deepEqual({ code, calls }, { code: 0, calls: [asked] });
    assert.equal(stdout, "fixture-aws-pr99-dev is not there\n");
  });

  for (const cloud of targetNames) {
    const grows = cloud === "gcp" || cloud === "azure";
    it(`on ${cloud} is ${grows ? "updated from what the cloud has: its databases grow by themselves" : "updated from the state"}`, async () => {
      const base = ["--base", `small-${cloud}-dev`, "--pull-request", "7"];
      const { calls } = await environment(["up", ...base, "--patience", "2"]);
      const how = `--message Environment of pull request 7, deployment <id> ${grows ? "--refresh " : ""}--policy-pack policy --exec-kind auto.local`;
      for (const command of ["preview", "up --yes --skip-preview"]) {
        const call = `${command} ${how} --stack small-${cloud}-pr7-dev --non-interactive`;
        assert.ok(calls.includes(call), calls.join("\n"));
      }
    });
  }

  it("is found where it was not updated for days, or never", async () => {
    const { code, stdout } = await environment(["expired", "--days", "3"], listed);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout.replace(/^stacks=/, "")), [
      { stack: "fixture-aws-pr12-dev", cloud: "aws", region: "eu-west-1" },
      { stack: "fixture-aws-pr15-dev", cloud: "aws", region: "eu-west-1" },
      { stack: "small-gcp-pr7-dev", cloud: "gcp", region: "europe-west1" },
    ]);
  });

  it("is swept, unless somebody updated it meanwhile", async () => {
    const sweep = (stack: string) => environment(["sweep", "--stack", stack, "--days", "3"], listed);
    assert.deepEqual((await sweep("fixture-aws-pr12-dev")).calls, [asked, ...destroyed]);
    for (const kept of ["fixture-aws-pr13-dev", "fixture-aws-pr14-dev", "fixture-aws-pr99-dev"]) {
      assert.deepEqual((await sweep(kept)).calls, [asked]);
    }
  });

  const mistakes: [args: string[], message: string][] = [
    [[], "which of up, down, expired and sweep? usage: "],
    [["up", "--pull-request", "12"], '--base is ""; required: a stack that has a file'],
    [
      ["up", "--base", "fixture-aws-prod", "--pull-request", "12"],
      '--base is "fixture-aws-prod"; required: a stack of the environment dev',
    ],
    [["down", "--base", "fixture-aws-dev", "--pull-request", "0"], '--pull-request is "0"; required: its number'],
    [["down", "--base", "fixture-aws-dev"], '--pull-request is ""; required: its number'],
    [["up", ...copy, "--patience", "soon"], '--patience is "soon"; required: whole seconds'],
    [["expired"], '--days is ""; required: a whole number'],
    [
      ["sweep", "--days", "3", "--stack", "fixture-aws-dev"],
      '--stack is "fixture-aws-dev"; required: a pull request\'s, …-pr<number>-dev',
    ],
    [
      ["sweep", "--days", "3", "--stack", "fixture-aws-pr12-prod"],
      '--stack is "fixture-aws-pr12-prod"; required: a pull request\'s, …-pr<number>-dev',
    ],
    [["up", "--force", "yes"], "--force is not known; allowed: --base, --pull-request, --patience, --days, --stack; "],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses ${args.join(" ")}`, async () => {
      const { code, stderr, calls } = await environment(args);
      assert.deepEqual({ code, calls }, { code: 2, calls: [] });
      assert.ok(stderr.startsWith(`pr-environment: ${message}`), stderr);
    });
  }

  it("has a name that config takes, whatever the number", async () => {
    const number = "99999999";
    const { calls } = await environment([
      "up",
      "--base",
      "fixture-gcp-dev",
      "--pull-request",
      number,
      "--patience",
      "2",
    ]);
    const call = set("instance", `pr${number}`, `--stack fixture-gcp-pr${number}-dev`);
    assert.ok(calls.includes(call), calls.join("\n"));
  });
});
