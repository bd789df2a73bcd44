import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { concepts } from "../../components/contract";
import { targetNames } from "../../components/targets";
import { stackConfigSchema } from "../../infra/config/schema";
import { registryConfigSchema } from "../../registry/schema";
import { generatedFiles } from "../../tools/generated-files";
import { staleFiles } from "../../tools/stale-files";
import { type Outcome, run } from "../support/command";
import { projectDir, shippedStacks } from "../support/project";
import { copyOfProject, type ProjectCopy } from "../support/project-copy";
import { stackValidator } from "./stack-validator";

const stackText = (name: string) => readFileSync(join(projectDir, `stacks/Pulumi.${name}.yaml`), "utf8");

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
    const more = `${stackText("icosistem-aws-prod")}
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
    const whole = `${stackText("icosistem-aws-prod")}  isotopo:secrets:\n    secure: AAABAA==\n`;
    assert.deepEqual(problems(whole), []);
  });

  const aws = "icosistem-aws-prod";
  const kubernetes = "icosistem-kubernetes-prod";
  const broken: { what: string; stack: string; from: string | RegExp; to: string; told: RegExp }[] = [
    { what: "a key that is misspelt", stack: aws, from: "isotopo:domain", to: "isotopo:domian", told: /domian/ },
    { what: "a key that is missing", stack: aws, from: /isotopo:domain.*\n/, to: "aws:profile: a\n", told: /required/ },
    {
      what: "an unknown cloud",
      stack: aws,
      from: "cloud: aws",
      to: "cloud: oracle",
      told: /isotopo:cloud .*allowed values/,
    },
    { what: "an unknown region", stack: aws, from: /eu-west-1/g, to: "eu-west-9", told: /aws:region .*allowed values/ },
    {
      what: "aws without its provider's region",
      stack: aws,
      from: "aws:region: eu-west-1",
      to: "aws:profile: a",
      told: /aws:region/,
    },
    {
      what: "kubernetes without a cluster",
      stack: kubernetes,
      from: /isotopo:kubernetes:\n( {4}.*\n)+/,
      to: "",
      told: /isotopo:kubernetes/,
    },
    {
      what: "a cluster on aws",
      stack: kubernetes,
      from: "cloud: kubernetes",
      to: "cloud: aws",
      told: /isotopo:kubernetes/,
    },
    {
      what: "gcp without a project",
      stack: "icosistem-gcp-prod",
      from: / {4}project:.*\n/,
      to: "",
      told: /isotopo:gcp .*project/,
    },
    {
      what: "gcp without its provider's project",
      stack: "icosistem-gcp-prod",
      from: "gcp:project:",
      to: "gcp:zone:",
      told: /gcp:project/,
    },
    {
      what: "azure without a resource group",
      stack: "icosistem-azure-prod",
      from: / {4}dnsResourceGroup:.*\n/,
      to: "    {}\n",
      told: /isotopo:azure .*dnsResourceGroup/,
    },
    { what: "object storage without TLS", stack: kubernetes, from: "https://", to: "http://", told: /endpoint/ },
    {
      what: "a key of the cluster that is misspelt",
      stack: kubernetes,
      from: "secretStore",
      to: "secretsStore",
      told: /secretsStore/,
    },
    { what: "a tag in prod", stack: aws, from: /@sha256:0+/, to: ":1.2.3", told: /isotopo:images\/app .*sha256/ },
    {
      what: "a secret in plain text",
      stack: aws,
      from: /$/,
      to: "  isotopo:secrets: { SENTRY_DSN: abc }\n",
      told: /isotopo:secrets/,
    },
    {
      what: "a setting out of its range",
      stack: aws,
      from: /$/,
      to: "  isotopo:overrides: { postgres: { readReplicas: 9 } }\n",
      told: /readReplicas .*<= 5/,
    },
    {
      what: "a setting that there is not",
      stack: aws,
      from: /$/,
      to: "  isotopo:overrides: { postgres: { replicas: 1 } }\n",
      told: /replicas/,
    },
    { what: "a key without a namespace", stack: aws, from: "isotopo:app", to: "app", told: /isotopo:app/ },
  ];
  for (const { what, stack, from, to, told } of broken) {
    it(`refuses ${what}`, () => {
      const text = stackText(stack).replace(from, to);
      assert.notEqual(text, stackText(stack));
      assert.match(problems(text).join("\n"), told);
    });
  }
});
