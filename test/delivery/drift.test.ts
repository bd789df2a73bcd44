import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitHubPlayer } from "../support/api-player/github";
import { GitLabPlayer } from "../support/api-player/gitlab";
import type { Player } from "../support/api-player/player";
import { image, update } from "./deployed";
import type { Script } from "./fake-pulumi";
import { type Delivered, runWithPulumi } from "./run-with-pulumi";

const stack = "fixture-aws-prod";
const urn = `urn:pulumi:${stack}::shop::aws:s3/bucket:Bucket::uploads`;
const state = (acl: string) => ({ urn, type: "aws:s3/bucket:Bucket", custom: true, inputs: { acl }, outputs: { acl } });
const step = (op: string) => ({
  op,
  urn,
  oldState: state("private"),
  newState: state("public-read"),
  diffReasons: ["acl"],
  detailedDiff: { acl: { kind: "update" } },
});
const document = (op: string) => ({ config: {}, steps: [step(op)], diagnostics: [], changeSummary: { [op]: 1 } });

/** A stack that was deployed with the images of its file. */
const known: Script = { "stack tag ls": [{ prints: {} }], "stack history": [{ prints: [] }] };
const entries = `stack history --json --page-size 50 --page 1 --stack ${stack} --non-interactive`;
const previewing = `preview --refresh --json --non-interactive --stack ${stack}`;

const marker = (name: string) => `<!-- isotopo:preview:drift-${name} -->`;
const lastNight = `${marker(stack)}\nof last night`;

const jobs: { name: string; make: () => Player; env: (player: Player) => Record<string, string>; missing: string }[] = [
  {
    name: "in a workflow of GitHub",
    make: () => new GitHubPlayer(),
    env: ({ url }) => ({
      GITHUB_API_URL: url,
      GITHUB_TOKEN: "t0ken-c4n4ry",
      GITHUB_REPOSITORY: "shop/web",
      GITLAB_CI: "",
    }),
    missing: [
      "drift: which repository? set GITHUB_REPOSITORY in the environment\n",
      "drift: there is no token; set GITHUB_TOKEN in the environment\n",
    ].join(""),
  },
  {
    name: "in a pipeline of GitLab",
    make: () => new GitLabPlayer(),
    env: ({ url }) => ({
      GITLAB_CI: "true",
      CI_SERVER_URL: url,
      GITLAB_TOKEN: "t0ken-c4n4ry",
      CI_PROJECT_ID: "shop/web",
    }),
    missing: [
      "drift: which repository? set CI_PROJECT_ID in the environment\n",
      "drift: there is no token; set GITLAB_TOKEN in the environment\n",
    ].join(""),
  },
];

for (const { name, make, env, missing } of jobs) {
  describe(`the drift of a stack, ${name}`, () => {
    let player: Player;
    beforeEach(async () => {
      player = make();
      player.open("Drift: shop-dev", `${marker("shop-dev")}\nas it is`, ["drift"]);
      await player.start();
    });
    afterEach(() => player.stop());

    const drifted = (script: Script, more: Record<string, string> = {}): Promise<Delivered> =>
      runWithPulumi("drift", ["--stack", stack], { ...known, ...script }, { ...env(player), ...more });
    const ours = () => player.open(`Drift: ${stack}`, lastNight, ["drift"]);
    const found = () => player.issues.map(({ number, open, body }) => [number, open, body.includes("public-read")]);

    it("opens an issue that says what differs", async () => {
      const { code, stdout, stderr, calls } = await drifted({ preview: [{ prints: document("update") }] });
      assert.equal(code, 0, stderr);
      assert.equal(stdout, `${stack}: differs; issue: opened\n`);
      assert.deepEqual(calls, [
        ...[`stack select --stack ${stack} --non-interactive`, entries],
        ...[`stack tag ls --json --stack ${stack} --non-interactive`, entries, previewing, entries],
      ]);
      const [other, issue] = player.issues;
      assert.deepEqual([other?.open, other?.body], [true, `${marker("shop-dev")}\nas it is`]);
      assert.equal(issue?.title, `Drift: ${stack}`);
      assert.deepEqual(issue?.labels, ["drift"]);
      assert.match(issue?.body ?? "", /^<!-- isotopo:preview:drift-fixture-aws-prod -->\n/);
      assert.match(issue?.body ?? "", /private[\s\S]*public-read/);
    });

    const release = update({ app: image("c"), gone: image("d") });

    it("is none of a release that is not in the stack's file yet, which is told apart", async () => {
      ours();
      const page = join(mkdtempSync(join(tmpdir(), "isotopo-page-")), "page");
      const { code, stdout, stderr, calls } = await drifted(
        { preview: [{ prints: document("same") }], "stack history": [{ prints: [release] }] },
        { GITHUB_STEP_SUMMARY: page },
      );
      assert.equal(code, 0, stderr);
      const [line = "", end] = stdout.split("\n");
      assert.match(
        line,
        /^fixture-aws-prod: its file has the image \S+ as app; \S+@sha256:c{64} was deployed: it is not drift/,
      );
      assert.equal(end, `${stack}: as its program says; issue: closed`);
      assert.equal(readFileSync(page, "utf8"), `${line}\n`);
      const set = `config set --path isotopo:images.app --stack ${stack} --plaintext --non-interactive -- ${image("c")}`;
      assert.deepEqual(calls.slice(-3), [set, previewing, entries]);
    });

    for (const [what, histories] of [
      ["ended", [{ prints: [release] }, { prints: [release] }, { prints: [update({}), release] }]],
      ["began", [{ prints: [release] }, { prints: [release] }, { prints: [update({}, "in-progress"), release] }]],
    ] as const) {
      it(`is not told where an update ${what} meanwhile`, async () => {
        ours();
        const { code, stdout } = await drifted({
          preview: [{ prints: document("update") }],
          "stack history": histories,
        });
        assert.equal(code, 0);
        assert.equal(
          stdout.trimEnd().split("\n").at(-1),
          `${stack}: it was updated meanwhile, so nothing is said of it; issue: nothing`,
        );
        assert.equal(player.log.length, 0);
      });
    }

    it("is in one issue, night after night", async () => {
      const script = { preview: [{ prints: document("update") }] };
      assert.equal((await drifted(script)).stdout, `${stack}: differs; issue: opened\n`);
      assert.equal((await drifted(script)).stdout, `${stack}: differs; issue: updated\n`);
      assert.equal(player.issues.length, 2);
    });

    it("brings the open issue up to date", async () => {
      ours();
      const { code, stdout } = await drifted({ preview: [{ prints: document("update") }] });
      assert.equal(code, 0);
      assert.equal(stdout, `${stack}: differs; issue: updated\n`);
      assert.deepEqual(found(), [
        [1, true, false],
        [2, true, true],
      ]);
    });

    it("closes the issue where there is none any more", async () => {
      const { number } = ours();
      const { code, stdout } = await drifted({ preview: [{ prints: document("same") }] });
      assert.equal(code, 0);
      assert.equal(stdout, `${stack}: as its program says; issue: closed\n`);
      assert.deepEqual(
        player.issues.map((issue) => [issue.number, issue.open, issue.body]),
        [
          [1, true, `${marker("shop-dev")}\nas it is`],
          [number, false, lastNight],
        ],
      );
    });

    const created = (type: string) => ({
      op: "create",
      urn: urn.replace("aws:s3/bucket:Bucket", type),
      diffReasons: [],
      detailedDiff: {},
      newState: { ...state("private"), type },
    });
    for (const [type, end] of [
      ["azure-native:resources:AzureCliScript", "as its program says; issue: closed"],
      ["azure-native:storage:StorageAccount", "differs; issue: updated"],
    ] as const) {
      it(`${end}: where only ${type} is gone`, async () => {
        ours();
        const { code, stdout, stderr } = await drifted({
          preview: [{ prints: { ...document("same"), steps: [step("same"), created(type)] } }],
        });
        assert.equal(code, 0, stderr);
        assert.equal(stdout, `${stack}: ${end}\n`);
      });
    }

    it("says nothing where there is none", async () => {
      player.open(`Drift: ${stack}`, `${marker(stack)}\nof last week`, ["drift"], { open: false });
      const { code, stdout } = await drifted({ preview: [{ prints: document("same") }] });
      assert.equal(code, 0);
      assert.equal(stdout, `${stack}: as its program says; issue: nothing\n`);
      assert.equal(player.log.length, 1);
    });

    it("is unknown where Pulumi fails: no issue is touched", async () => {
      ours();
      const { code, stderr } = await drifted({ preview: [{ code: 255 }] });
      const requests = player.log;
      assert.deepEqual(
        { code, stderr, requests },
        { code: 2, stderr: "drift: pulumi preview ended with 255\n", requests: [] },
      );
    });

    it("is not looked for where no issue could be kept", async () => {
      const nothing = { GITHUB_TOKEN: "", GH_TOKEN: "", GITHUB_REPOSITORY: "", GITLAB_TOKEN: "", CI_PROJECT_ID: "" };
      const { code, stderr, calls } = await drifted({}, nothing);
      assert.deepEqual({ code, stderr, calls }, { code: 2, stderr: missing, calls: [] });
    });

    it("is told in a line where the host refuses, without the token", async () => {
      player.faults.push({ on: /^GET/, status: 403, message: "no", times: 9 });
      const { code, stderr } = await drifted({ preview: [{ prints: document("update") }] });
      assert.equal(code, 2);
      assert.match(stderr, /^drift: Git(Hub|Lab) \(\S+\), shop\/web: the token may not do this: no.*\n$/);
      assert.ok(!stderr.includes("c4n4ry"));
    });
  });
}
