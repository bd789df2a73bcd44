import assert from "node:assert/strict";
import { cloudNames } from "../../components/contract";
import type { Script } from "./fake-pulumi";
import { type Delivered, runWithPulumi } from "./run-with-pulumi";
import { Site } from "./site";

function environment(args: readonly string[], script: Script = {}, answers = [200]): Promise<Delivered> {
  return Site.during(answers, async (site) => {
    const answering = { "stack output": [{ prints: { url: site.url } }], ...script };
    const end = await runWithPulumi("pr-environment", args, answering);
    return { ...end, output: end.output.replace(site.url, "<site>") };
  });
}

const at = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
const list = [
  { name: "mesio-aws-dev", current: false, lastUpdate: at(90), updateInProgress: false, resourceCount: 90 },
  { name: "mesio-aws-pr12-dev", current: false, lastUpdate: at(4), updateInProgress: false, resourceCount: 90 },
  { name: "mesio-aws-pr13-dev", current: false, lastUpdate: at(2), updateInProgress: false, resourceCount: 90 },
  { name: "mesio-aws-pr14-dev", current: false, updateInProgress: true, resourceCount: 90 },
  { name: "mesio-aws-pr15-dev", current: false, resourceCount: 0 },
  { name: "acme/isotopo/icosistem-gcp-pr7-dev", current: false, lastUpdate: at(30), resourceCount: 3 },
  { name: "mesio-aws-pr12-prod", current: false, lastUpdate: at(30), resourceCount: 3 },
  { name: "elsewhere-aws-pr1-dev", current: false, lastUpdate: at(30), resourceCount: 3 },
];
const listed: Script = { "stack ls": [{ prints: list }] };
const mesio = ["--base", "mesio-aws-dev", "--pull-request", "12"];
const chosen = "--stack mesio-aws-pr12-dev";
const made = [
  "stack select --create mesio-aws-pr12-dev",
  "config cp --stack mesio-aws-dev --dest mesio-aws-pr12-dev",
  `config set --path isotopo:instance pr12 ${chosen}`,
  `config set --path isotopo:domain pr12.dev.mesio.example ${chosen}`,
];
const up = `up --yes --non-interactive --policy-pack policy ${chosen}`;
const destroyed = `destroy --yes --non-interactive --remove ${chosen}`;

describe("the environment of a pull request", function () {
  this.timeout(60_000);

  it("is a copy of another stack, with names, hosts and an address of its own", async () => {
    const { code, calls, output, stderr } = await environment(["up", ...mesio, "--patience", "2"]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [
      ...made,
      `config set --path isotopo:dnsZone dev.mesio.example ${chosen}`,
      up,
      `stack output --json ${chosen}`,
      `stack output --json ${chosen}`,
    ]);
    assert.equal(output, "url=<site>\n");
  });

  it("has no zone of its own to name where its cloud names it otherwise", async () => {
    const base = ["--base", "mesio-kubernetes-dev", "--pull-request", "12"];
    const { calls } = await environment(["up", ...base, "--patience", "2"]);
    assert.deepEqual(
      calls.filter((call) => call.includes("dnsZone")),
      [],
    );
  });

  it("is left as it is where it is not well, and says so", async () => {
    const { code, stderr, output } = await environment(["up", ...mesio, "--patience", "1"], {}, [503]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^pr-environment: mesio-aws-pr12-dev is not well: http:\/\/127\.0\.0\.1:\d+\/\S* is not well: HTTP 503$/m,
    );
    assert.equal(output, "");
  });

  it("says where the update fails", async () => {
    const { code, stderr } = await environment(["up", ...mesio], { "up --yes": [{ code: 255 }] });
    assert.equal(code, 1);
    assert.match(stderr, /^pr-environment: mesio-aws-pr12-dev is not well: pulumi up ended with 255$/m);
  });

  it("is destroyed, with its stack", async () => {
    const { code, calls } = await environment(["down", ...mesio], listed);
    assert.equal(code, 0);
    assert.deepEqual(calls, ["stack ls --json", destroyed]);
  });

  it("is destroyed once", async () => {
    const { code, calls, stdout } = await environment(
      ["down", "--base", "mesio-aws-dev", "--pull-request", "99"],
      listed,
    );
    assert.deepEqual({ code, calls }, { code: 0, calls: ["stack ls --json"] });
    assert.equal(stdout, "mesio-aws-pr99-dev is not there\n");
  });

  for (const cloud of cloudNames) {
    const grows = cloud === "gcp" || cloud === "azure";
    it(`on ${cloud} is ${grows ? "updated from what the cloud has: its databases grow by themselves" : "updated from the state"}`, async () => {
      const base = ["--base", `icosistem-${cloud}-dev`, "--pull-request", "7"];
      const { calls } = await environment(["up", ...base, "--patience", "2"]);
      const how = `--yes --non-interactive ${grows ? "--refresh " : ""}--policy-pack policy`;
      assert.ok(calls.includes(`up ${how} --stack icosistem-${cloud}-pr7-dev`), calls.join("\n"));
    });
  }

  it("is found when nobody updated it for days", async () => {
    const { code, stdout } = await environment(["expired", "--days", "3"], listed);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout.replace(/^stacks=/, "")), [
      { stack: "mesio-aws-pr12-dev", cloud: "aws", region: "eu-west-1" },
      { stack: "icosistem-gcp-pr7-dev", cloud: "gcp", region: "europe-west1" },
    ]);
  });

  it("is swept, unless somebody updated it meanwhile", async () => {
    const sweep = (stack: string) => environment(["sweep", "--stack", stack, "--days", "3"], listed);
    assert.deepEqual((await sweep("mesio-aws-pr12-dev")).calls, ["stack ls --json", destroyed]);
    for (const kept of ["mesio-aws-pr13-dev", "mesio-aws-pr14-dev", "mesio-aws-pr99-dev"]) {
      assert.deepEqual((await sweep(kept)).calls, ["stack ls --json"]);
    }
  });

  const mistakes: [args: string[], message: string][] = [
    [[], "which of up, down, expired and sweep? usage: "],
    [["up", "--pull-request", "12"], '--base is ""; required: a stack that has a file'],
    [
      ["up", "--base", "mesio-aws-prod", "--pull-request", "12"],
      '--base is "mesio-aws-prod"; required: a stack of the environment dev',
    ],
    [["down", "--base", "mesio-aws-dev", "--pull-request", "0"], '--pull-request is "0"; required: its number'],
    [["down", "--base", "mesio-aws-dev"], '--pull-request is ""; required: its number'],
    [["up", ...mesio, "--patience", "soon"], '--patience is "soon"; required: whole seconds'],
    [["expired"], '--days is ""; required: a whole number'],
    [
      ["sweep", "--days", "3", "--stack", "mesio-aws-dev"],
      '--stack is "mesio-aws-dev"; required: a pull request\'s, …-pr<number>-dev',
    ],
    [
      ["sweep", "--days", "3", "--stack", "mesio-aws-pr12-prod"],
      '--stack is "mesio-aws-pr12-prod"; required: a pull request\'s, …-pr<number>-dev',
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
    const { calls } = await environment(["up", "--base", "mesio-gcp-dev", "--pull-request", number, "--patience", "2"]);
    assert.ok(calls.includes(`config set --path isotopo:instance pr${number} --stack mesio-gcp-pr${number}-dev`));
  });
});
