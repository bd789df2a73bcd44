import assert from "node:assert/strict";
import { azureRegions } from "../../components/azure/regions";
import { registryTargets } from "../../components/targets";
import { refusal } from "../../infra/config/placeholders";
import { missing, parseRegistryConfig } from "../../registry/config";
import { type Config, problemsWith, project, rawOf } from "../infra/support/configs";
import { fixtureApplications } from "../support/fixture/applications";
import { registryPlanOf } from "../support/registries";

const onAws = registryConfig("aws", { region: "eu-west-1", "aws:region": "eu-west-1" });
const onGcp = registryConfig("gcp", {
  region: "europe-west1",
  "gcp:region": "europe-west1",
  "gcp:project": project.project,
  gcp: { project: project.project },
});
const onAzure = registryConfig("azure", { region: "westeurope", "azure-native:location": "westeurope" });

function registryConfig(cloud: string, place: Config): Config {
  return { app: "fixture", cloud, notifications: { email: ["team@shop.test"] }, ...place };
}

/** Configs of a registry's stack with something wrong in them, and all that is told of it. */
const rows: readonly { name: string; base: Config; change: Config; messages: readonly string[] }[] = [
  {
    name: "no application",
    base: onAws,
    change: { app: undefined },
    messages: ["isotopo:app is missing; allowed: one of fixture, small; it is required"],
  },
  {
    name: "a cloud without a registry of its own",
    base: onAws,
    change: { cloud: "kubernetes" },
    messages: ['isotopo:cloud is "kubernetes"; allowed: one of aws, gcp, azure'],
  },
  {
    name: "a key of the stacks that pull",
    base: onAws,
    change: { environment: "prod" },
    messages: [
      "isotopo:environment is no key of this program; allowed: one of app, cloud, region, notifications, costCenter, " +
        "pullers, untaggedRetentionDays, keepTagged, protect, customerManagedKeys, gcp",
    ],
  },
  {
    name: "a region of Azure without availability zones",
    base: onAzure,
    change: { region: "westus", "azure-native:location": "westus" },
    messages: [
      `isotopo:region is "westus", which has no availability zones; allowed: a region of Azure: ${azureRegions.join(", ")}`,
    ],
  },
  {
    name: "another region than the provider's",
    base: onAws,
    change: { "aws:region": "eu-west-2" },
    messages: [
      'isotopo:region is "eu-west-1", and aws:region is "eu-west-2"; allowed: the same in both; the AWS provider reads aws:region',
    ],
  },
  {
    name: "images that are kept for no time, and none of them",
    base: onAws,
    change: { untaggedRetentionDays: 0, keepTagged: 0 },
    messages: [
      "isotopo:untaggedRetentionDays is 0; allowed: at least 1",
      "isotopo:keepTagged is 0; allowed: at least 1",
    ],
  },
  {
    name: "no project on Google Cloud",
    base: onGcp,
    change: { gcp: undefined },
    messages: [
      "isotopo:gcp is missing; allowed: what names the account and place of the stack; docs/configuration.md lists the keys",
    ],
  },
  {
    name: "a project elsewhere",
    base: onAzure,
    change: { gcp: { project: "shop-prod" } },
    messages: ["isotopo:gcp is set on azure; allowed: no value: it describes a place on Google Cloud"],
  },
  {
    name: "a key on Azure",
    base: onAzure,
    change: { customerManagedKeys: true },
    messages: [
      "isotopo:customerManagedKeys is true on azure; allowed: false: the registry is encrypted with Azure's own key",
    ],
  },
  {
    name: "a puller of another cloud",
    base: onAws,
    change: { pullers: ["shop-prod"] },
    messages: ['isotopo:pullers.0 is "shop-prod"; allowed: the id of an account, 12 digits'],
  },
  {
    name: "a puller twice",
    base: onGcp,
    change: { pullers: ["111111111111", "111111111111"] },
    messages: ['isotopo:pullers.1 is "111111111111", which is listed already; allowed: each puller once'],
  },
  {
    name: "a puller by name",
    base: onAzure,
    change: { pullers: ["deploy"] },
    messages: ['isotopo:pullers.0 is "deploy"; allowed: the object id of an identity, a UUID in lower case'],
  },
];

const parse = (raw: Record<string, string>) => parseRegistryConfig(raw, "isotopo", fixtureApplications);
const problemsOf = (config: Config) => problemsWith(parse, config);

describe("config of a registry", () => {
  for (const { name, base, change, messages } of rows) {
    it(`${name}: is told in a line for each problem`, () => {
      assert.deepEqual(
        problemsOf({ ...base, ...change }).problems.map(({ message }) => message),
        messages,
      );
    });
  }

  for (const base of [onAws, onGcp, onAzure]) {
    it(`${base.cloud}: what they are made from has nothing wrong in it`, () => {
      assert.equal(problemsOf(base).message, "");
    });
  }

  it("tells a placeholder with the command of this program, and the provider's key", () => {
    const example = { project: "shop-example" };
    const { config } = parse(rawOf({ ...onGcp, "gcp:project": example.project, gcp: example }));
    assert.equal(
      refusal(missing(config)),
      "isotopo:gcp.project still holds a placeholder; set your own, as gcp:project too: " +
        "pulumi --cwd registry config set --path 'isotopo:gcp.project' <value>",
    );
  });

  for (const cloud of registryTargets) {
    it(`${cloud}: is refused by the program in the same words`, async () => {
      await assert.rejects(registryPlanOf(`fixture-${cloud}`, { pullers: ["nobody's"] }), (error: Error) => {
        assert.match(error.message, /^isotopo:pullers\.0 is "nobody's"; allowed: the [a-z ]+/);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    });
  }
});
