import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../preview/programs";
import { type Outcome, run } from "../support/command";
import { fixtureProject } from "../support/fixture/project";

const zeros = `sha256:${"0".repeat(64)}`;
const digest = `sha256:${"c".repeat(64)}`;

/** Runs it on a copy of the stack files; says which differ afterwards, and how. */
function recorded(args: readonly string[]): Promise<Outcome & { changed: Record<string, string[]> }> {
  return inFolder(async (folder) => {
    mkdirSync(join(folder, "infra"));
    const project = fixtureProject();
    cpSync(join(project, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
    cpSync(join(project, "stacks"), join(folder, "stacks"), { recursive: true });
    const script = join(project, "delivery/record-images.ts");
    const tsx = require.resolve("tsx");
    const outcome = await run(process.execPath, ["--import", tsx, script, ...args], { cwd: folder });
    const changed: Record<string, string[]> = {};
    for (const file of readdirSync(join(folder, "stacks"))) {
      const old = readFileSync(join(project, "stacks", file), "utf8").split("\n");
      const lines = readFileSync(join(folder, "stacks", file), "utf8").split("\n");
      const others = lines.filter((line, i) => line !== old[i]);
      if (others.length > 0 || lines.length !== old.length) changed[file] = others;
    }
    return { ...outcome, changed };
  });
}

describe("recording promoted images", () => {
  it("changes them in the files of the environments, and nothing else", async () => {
    const image = `registry.example/fixture/app@${digest}`;
    const { code, stdout, stderr, changed } = await recorded([
      ...["--app", "fixture", "--images", JSON.stringify({ app: image }), "--environments", "dev,staging"],
    ]);
    assert.equal(code, 0, stderr);
    assert.equal(stdout, "wrote the images of 8 stack files\n");
    const files = ["aws", "azure", "gcp", "kubernetes"].flatMap((cloud) =>
      ["dev", "staging"].map((environment) => `Pulumi.fixture-${cloud}-${environment}.yaml`),
    );
    assert.deepEqual(changed, Object.fromEntries(files.map((file) => [file, [`    app: ${image}`]])));
  });

  it("are written where they are deployed only, each cloud's from its own registry", async () => {
    const { code, stderr, changed } = await recorded([
      ...["--app", "fixture", "--images", JSON.stringify({ app: digest }), "--environments", "dev,prod"],
      ...["--deployed", "fixture-aws-*,fixture-gcp-dev"],
    ]);
    assert.equal(code, 0, stderr);
    const ofAws = `    app: 000000000000.dkr.ecr.eu-west-1.amazonaws.com/fixture/app@${digest}`;
    assert.deepEqual(changed, {
      "Pulumi.fixture-aws-dev.yaml": [ofAws],
      "Pulumi.fixture-aws-prod.yaml": [ofAws],
      "Pulumi.fixture-gcp-dev.yaml": [`    app: europe-west1-docker.pkg.dev/fixture-example/fixture/app@${digest}`],
    });
  });

  const mistakes: [what: string, args: string[], message: RegExp][] = [
    [
      "a key that a file has not",
      ["--app", "fixture", "--images", `{"apq":"a/b@${digest}"}`, "--environments", "dev"],
      /^record-images: \S+Pulumi\.fixture-aws-dev\.yaml: isotopo:images has no "apq"\n/,
    ],
    [
      "a placeholder",
      ["--app", "fixture", "--images", `{"app":"a/b@${zeros}"}`, "--environments", "dev"],
      /^record-images: images\.app: required: an image by its digest, not a placeholder's\n$/,
    ],
    [
      "an application that there is not",
      ["--app", "shop", "--images", `{"app":"a/b@${digest}"}`, "--environments", "dev"],
      /^record-images: no stack of "shop" is for dev\n$/,
    ],
    [
      "nothing",
      [],
      /^record-images: usage: record-images --app <name> --images <json> --environments <names> \[--deployed <patterns>\]\n$/,
    ],
  ];
  for (const [what, args, message] of mistakes) {
    it(`writes nothing for ${what}`, async () => {
      const { code, stderr, changed } = await recorded(args);
      assert.match(stderr, message);
      assert.equal(code, 2);
      assert.deepEqual(changed, {});
    });
  }
});
