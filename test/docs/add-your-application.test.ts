import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileBlocks } from "../support/code-blocks";
import { run } from "../support/command";
import { projectDir } from "../support/project";
import { copyOfProject, type ProjectCopy } from "../support/project-copy";
import { stackValidator } from "./stack-validator";

const application = "infra/apps/guestbook.ts";
const registryStack = "registry/stacks/Pulumi.guestbook-aws.yaml";
const awsStack = "stacks/Pulumi.guestbook-aws-dev.yaml";
const gcpStack = "stacks/Pulumi.guestbook-gcp-dev.yaml";
const azureStack = "stacks/Pulumi.guestbook-azure-dev.yaml";
const kubernetesStack = "stacks/Pulumi.guestbook-kubernetes-dev.yaml";
const stackFiles = [awsStack, gcpStack, azureStack, kubernetesStack];

describe("docs/add-your-application.md", () => {
  const page = readFileSync(join(projectDir, "docs/add-your-application.md"), "utf8");
  const blocks = fileBlocks(page);
  let copy: ProjectCopy;
  const inCopy = (...args: string[]) => run(process.execPath, args, { cwd: copy.dir });

  before(() => {
    copy = copyOfProject();
    for (const { path, content } of blocks) {
      assert.ok(!existsSync(join(copy.dir, path)), `${path} is a file of the project`);
      writeFileSync(join(copy.dir, path), content);
    }
  });
  after(() => copy.remove());

  it("has one application, its repositories, and a stack of it on each cloud, and nothing else", () => {
    assert.deepEqual(
      blocks.map(({ path }) => path),
      [application, registryStack, ...stackFiles],
    );
  });

  it("has an application of the right types", async () => {
    const config = {
      extends: "./tsconfig.json",
      files: [application],
      include: [],
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
    };
    writeFileSync(join(copy.dir, "tsconfig.guide.json"), JSON.stringify(config));
    const { code, stdout } = await inCopy("node_modules/typescript/bin/tsc", "--project", "tsconfig.guide.json");
    assert.equal(code, 0, stdout);
  });

  for (const path of [registryStack, ...stackFiles]) {
    it(`has ${path} by the schema`, () => {
      const block = blocks.find((candidate) => candidate.path === path);
      assert.ok(block !== undefined);
      const schema = path === registryStack ? "registry/stacks/registry.schema.json" : "stacks/stack.schema.json";
      assert.deepEqual(stackValidator(schema)(block.content), []);
    });
  }

  it("adds the stacks to the list by their files alone", async () => {
    const { code, stdout } = await inCopy("preview/bin/isotopo.js", "list");
    assert.equal(code, 0);
    assert.match(stdout, /^guestbook-aws-dev\b/m);
    assert.match(stdout, /^guestbook-kubernetes-dev\b/m);
  });

  it("previews its repositories", async () => {
    const { code, stdout, stderr } = await inCopy(
      ...["preview/bin/isotopo.js", "preview", "--program", "registry", "guestbook-aws", "--no-policy"],
    );
    assert.equal(code, 0, stderr);
    assert.ok(stdout.includes("+ aws:ecr:Repository guestbook-registry-app"), stdout);
  });

  it("previews on AWS", () =>
    previews("guestbook-aws-dev", [
      "aws:rds:Instance guestbook-dev-postgres-instance",
      "aws:elasticache:ReplicationGroup guestbook-dev-redis-cache-group",
      "aws:ecs:Service guestbook-dev-compute-web",
      "aws:ecs:TaskDefinition guestbook-dev-compute-migrate-task",
      "aws:secretsmanager:Secret guestbook-dev-secrets-session-secret",
      "aws:cloudfront:Distribution guestbook-dev-cdn-distribution",
    ]));

  it("previews on Kubernetes", () =>
    previews("guestbook-kubernetes-dev", [
      "kubernetes:postgresql.cnpg.io/v1:Cluster guestbook-dev-postgres-cluster",
      "kubernetes:apps/v1:Deployment guestbook-dev-redis-cache-server",
      "kubernetes:apps/v1:Deployment guestbook-dev-compute-web",
      "kubernetes:batch/v1:Job guestbook-dev-compute-migrate",
    ]));

  async function previews(stack: string, resources: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await inCopy("preview/bin/isotopo.js", "preview", stack, "--no-policy");
    assert.equal(code, 0, stderr);
    for (const resource of resources) assert.ok(stdout.includes(`+ ${resource}\n`), `${resource} is not in\n${stdout}`);
    assert.doesNotMatch(stdout, /mail-api-key/, "an optional secret that nobody gave");
  }
});
