import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { concepts } from "../../components/contract";
import { type TargetName, targetNames } from "../../components/targets";
import { stackConfigSchema } from "../../infra/config/schema";
import { registryConfigSchema } from "../../registry/schema";
import { generatedFiles } from "../../tools/generated-files";
import { staleFiles } from "../../tools/stale-files";
import { type Outcome, run } from "../support/command";
import { projectDir, shippedStacks } from "../support/project";
import { copyOfProject, type ProjectCopy } from "../support/project-copy";
import { shipped } from "../support/shipped";
import { stackValidator } from "./stack-validator";

const stackText = (name: string) => readFileSync(join(projectDir, `stacks/Pulumi.${name}.yaml`), "utf8");

/** The file of a stack with images, in production on a target. */
function inProduction(target: TargetName): string {
  const text = shipped
    .filter(({ cloud, environment }) => cloud === target && environment === "prod")
    .map(({ stack }) => stackText(stack))
    .find((each) => each.includes("isotopo:images:"));
  assert.ok(text !== undefined, `no stack with images is in production on ${target}`);
  return text;
}

describe("generated files", () => {
  for (const { path } of generatedFiles()) {
    it(`${path} is fresh`, () => {
      const stale = staleFiles(projectDir).map((file) => file.path);
      assert.ok(!stale.includes(path), `run: node --import tsx tools/generate.ts`);
    });
  }

  it("document every key and every concept", () => {
    const [configuration, capabilities] = ["configuration", "capabilities"].map((page) =>
      readFileSync(join(projectDir, `docs/${page}.md`), "utf8"),
    );
    for (const key of [...Object.keys(stackConfigSchema.shape), ...Object.keys(registryConfigSchema.shape)])
      assert.match(configuration ?? "", new RegExp(`isotopo:${key}`));
    for (const concept of concepts) assert.match(capabilities ?? "", new RegExp(`^## ${concept}$`, "m"));
    for (const cloud of targetNames) assert.match(capabilities ?? "", new RegExp(`^\\| ${cloud} \\|`, "m"));
  });
});

describe("tools/generate.ts", () => {
  let copy: ProjectCopy;
  const generate = (...args: string[]): Promise<Outcome> =>
    run(process.execPath, ["--import", "tsx", "tools/generate.ts", ...args], { cwd: copy.dir });

  before(() => {
    copy = copyOfProject();
  });
  after(() => copy.remove());

  it("--check exits with 0 and says nothing when all is fresh", async () => {
    assert.deepEqual(await generate("--check"), { code: 0, stdout: "", stderr: "" });
  });

  it("--check exits with 1, names what is stale and changes nothing; without it, it is fixed", async () => {
    const page = join(copy.dir, "docs/capabilities.md");
    const fresh = readFileSync(page, "utf8");
    appendFileSync(page, "By hand.\n");
    rmSync(join(copy.dir, "stacks/stack.schema.json"));
    const { code, stderr } = await generate("--check");
    assert.equal(code, 1);
    assert.match(stderr, /^stacks\/stack\.schema\.json is stale/m);
    assert.match(stderr, /^docs\/capabilities\.md is stale/m);
    assert.doesNotMatch(stderr, /configuration/);
    assert.notEqual(readFileSync(page, "utf8"), fresh);

    const fixed = await generate();
    assert.equal(fixed.stdout, "wrote stacks/stack.schema.json\nwrote docs/capabilities.md\n");
    assert.equal(readFileSync(page, "utf8"), fresh);
    assert.deepEqual(staleFiles(copy.dir), []);
  });

  it("refuses an argument that it does not know", async () => {
    assert.equal((await generate("--chekc")).code, 2);
  });
});

describe("stacks/stack.schema.json", () => {
  const problems = stackValidator();

  it("is what every stack refers to", () => {
    assert.ok(shippedStacks.length >= 24, `${shippedStacks.length} stacks`);
    for (const name of shippedStacks) {
      assert.match(stackText(name), /^# yaml-language-server: \$schema=stack\.schema\.json\n/, name);
    }
  });

  for (const name of shippedStacks) {
    it(`takes ${name}`, () => assert.deepEqual(problems(stackText(name)), []));
  }

  it("takes secrets, overrides, rotations and the keys of providers", () => {
    const more = `${inProduction("aws")}
  aws:profile: operations
  kubernetes:context: { secure: AAABAA== }
  isotopo:secrets:
    SENTRY_DSN:
      secure: AAABAA==
  isotopo:rotate: { postgres: 2 }
  isotopo:overrides: { protect: false, network: { zones: 3 }, edge: { deniedCountries: [CU] } }
encryptionsalt: v1:AAAA
`;
    assert.deepEqual(problems(more), []);
    const whole = `${inProduction("aws")}  isotopo:secrets:\n    secure: AAABAA==\n`;
    assert.deepEqual(problems(whole), []);
  });

  const broken: { what: string; cloud: TargetName; from: string | RegExp; to: string; message: RegExp }[] = [
    { what: "a key that is misspelt", cloud: "aws", from: "isotopo:domain", to: "isotopo:domian", message: /domian/ },
    {
      what: "a key that is missing",
      cloud: "aws",
      from: /isotopo:domain.*\n/,
      to: "aws:profile: a\n",
      message: /required/,
    },
    {
      what: "an unknown cloud",
      cloud: "aws",
      from: "cloud: aws",
      to: "cloud: oracle",
      message: /isotopo:cloud .*allowed values/,
    },
    {
      what: "an unknown region",
      cloud: "aws",
      from: /eu-west-1/g,
      to: "eu-west-9",
      message: /aws:region .*allowed values/,
    },
    {
      what: "aws without its provider's region",
      cloud: "aws",
      from: "aws:region: eu-west-1",
      to: "aws:profile: a",
      message: /aws:region/,
    },
    {
      what: "kubernetes without a cluster",
      cloud: "kubernetes",
      from: /isotopo:kubernetes:\n( {4}.*\n)+/,
      to: "",
      message: /isotopo:kubernetes/,
    },
    {
      what: "a cluster on aws",
      cloud: "kubernetes",
      from: "cloud: kubernetes",
      to: "cloud: aws",
      message: /isotopo:kubernetes/,
    },
    {
      what: "gcp without a project",
      cloud: "gcp",
      from: / {4}project:.*\n/,
      to: "",
      message: /isotopo:gcp .*project/,
    },
    {
      what: "gcp without its provider's project",
      cloud: "gcp",
      from: "gcp:project:",
      to: "gcp:zone:",
      message: /gcp:project/,
    },
    {
      what: "azure without a resource group",
      cloud: "azure",
      from: / {4}dnsResourceGroup:.*\n/,
      to: "    {}\n",
      message: /isotopo:azure .*dnsResourceGroup/,
    },
    { what: "object storage without TLS", cloud: "kubernetes", from: "https://", to: "http://", message: /endpoint/ },
    {
      what: "a key of the cluster that is misspelt",
      cloud: "kubernetes",
      from: "secretStore",
      to: "secretsStore",
      message: /secretsStore/,
    },
    { what: "a tag in prod", cloud: "aws", from: /@sha256:0+/, to: ":1.2.3", message: /isotopo:images\/\S+ .*sha256/ },
    {
      what: "a secret in plain text",
      cloud: "aws",
      from: /$/,
      to: "  isotopo:secrets: { SENTRY_DSN: abc }\n",
      message: /isotopo:secrets/,
    },
    {
      what: "a setting out of its range",
      cloud: "aws",
      from: /$/,
      to: "  isotopo:overrides: { postgres: { readReplicas: 9 } }\n",
      message: /readReplicas .*<= 5/,
    },
    {
      what: "a setting that there is not",
      cloud: "aws",
      from: /$/,
      to: "  isotopo:overrides: { postgres: { replicas: 1 } }\n",
      message: /replicas/,
    },
    { what: "a key without a namespace", cloud: "aws", from: "isotopo:app", to: "app", message: /isotopo:app/ },
  ];
  for (const { what, cloud, from, to, message } of broken) {
    it(`refuses ${what}`, () => {
      const text = inProduction(cloud).replace(from, to);
      assert.notEqual(text, inProduction(cloud));
      assert.match(problems(text).join("\n"), message);
    });
  }
});
