import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../components/targets";
import type { Plan } from "../../preview/model/plan";
import { changedPlanOf } from "../support/plans";

const digest = `sha256:${"1f".repeat(32)}`;
const signedIn = {
  images: {
    app: `registry.example.org:5000/fixture/app@${digest}`,
    api: `registry.example.org:5000/fixture/api@${digest}`,
  },
  registries: { "registry.example.org:5000": { username: "shop", password: "the-password" } },
};

const textOf = ({ resources }: Plan, type: RegExp): string[] =>
  resources.filter((resource) => type.test(resource.type)).map(({ inputs }) => JSON.stringify(inputs));

describe("one digest", () => {
  const image = (key: string) => `999999999999.dkr.ecr.eu-west-1.amazonaws.com/fixture/${key}@${digest}`;
  for (const [stack, change] of Object.entries({
    "fixture-aws-staging": {},
    "fixture-aws-dev": { instance: "pr12" },
  })) {
    it(`is what ${stack} ${JSON.stringify(change)} runs and may pull, of another account too`, async () => {
      const plan = await changedPlanOf(stack, { images: { app: image("app"), api: image("api") }, ...change });
      const tasks = textOf(plan, /ecs\/taskDefinition/);
      assert.ok(tasks.filter((task) => task.includes(image("app"))).length >= 3);
      assert.equal(tasks.filter((task) => task.includes(image("api"))).length, 1);
      const policies = textOf(plan, /iam\/rolePolicy/).filter((policy) => policy.includes("BatchGetImage"));
      assert.ok(policies.length >= 4);
      for (const policy of policies) {
        const arns = [...new Set(policy.match(/arn:[^"\\]*:ecr:[^"\\]*/g))];
        assert.equal(arns.length, 1);
        assert.match(arns[0] ?? "", /^arn:aws:ecr:eu-west-1:999999999999:repository\/fixture\/(app|api)$/);
      }
    });
  }
});

/** What a stack has to have for a registry with a password. */
const used: Readonly<Record<TargetName, (plan: Plan) => void>> = {
  aws: (plan) => {
    const tasks = textOf(plan, /ecs\/taskDefinition/).filter((task) => task.includes("registry.example.org:5000"));
    assert.ok(tasks.length >= 3);
    for (const task of tasks) assert.match(task, /repositoryCredentials.{0,20}credentialsParameter/);
    assert.ok(!textOf(plan, /iam\/rolePolicy/).some((policy) => policy.includes("ecr:")));
  },
  gcp: (plan) => {
    const [mirror = "", ...more] = textOf(plan, /artifactregistry\/repository:Repository/);
    assert.deepEqual(more, []);
    assert.match(mirror, /"uri":"https:\/\/registry\.example\.org:5000"/);
    assert.match(mirror, /"passwordSecretVersion":"projects\/[^"]+-password\/versions\//);
    const services = textOf(plan, /cloudrunv2\/(service|workerPool):/);
    assert.ok(services.length > 0);
    for (const service of services) {
      assert.match(
        service,
        /europe-west1-docker\.pkg\.dev\/fixture-dev-example\/[a-z0-9-]+\/fixture\/(app|api)@sha256:1f/,
      );
    }
  },
  azure: (plan) => {
    const apps = textOf(plan, /app:ContainerApp/);
    assert.ok(apps.length > 0);
    for (const app of apps) {
      assert.match(app, /"passwordSecretRef":"registry-registry-example-org-5000-[0-9a-f]{6}"/);
    }
    const [rules = ""] = textOf(plan, /NetworkSecurityGroup/).filter((group) => group.includes("outside"));
    assert.match(rules, /"5000"/);
  },
  kubernetes: (plan) => {
    const secret = plan.resources.find(({ inputs }) => inputs.type === "kubernetes.io/dockerconfigjson");
    assert.ok(secret !== undefined);
    const accounts = textOf(plan, /core\/v1:ServiceAccount/).filter((account) => account.includes("imagePullSecrets"));
    // The application's own; the images of the edge and of the database's roles are in other registries.
    assert.equal(accounts.length, 6);
  },
};

describe("a registry with a password", () => {
  for (const cloud of targetNames) {
    it(`${cloud}: is signed in at, and nobody reads the password`, async () => {
      const plan = await changedPlanOf(`fixture-${cloud}-dev`, signedIn);
      used[cloud](plan);
      assert.ok(!JSON.stringify(plan).includes("the-password"));
    });
  }

  for (const [stack, change, message] of [
    [
      "fixture-gcp-dev",
      { images: { ...signedIn.images, app: `999999999999.dkr.ecr.eu-west-1.amazonaws.com/app@${digest}` } },
      "isotopo:images.app is in ECR (999999999999.dkr.ecr.eu-west-1.amazonaws.com), whose passwords last twelve hours; allowed: an image of Artifact Registry, or of a registry with a lasting password; copy it there",
    ],
    [
      "fixture-aws-dev",
      { registries: { "ghcr.io": { username: "shop", password: "the-password" } } },
      "isotopo:registries.ghcr.io is not used by any image; allowed: one of 000000000000.dkr.ecr.eu-west-1.amazonaws.com, docker.io",
    ],
  ] as const) {
    it(`${stack}: ${message}`, async () => {
      await assert.rejects(changedPlanOf(stack, change), ({ message: said }: Error) => said.includes(message));
    });
  }
});
