import assert from "node:assert/strict";
import { classMembers, interfaceMembers, outputOnlyNames } from "../../../preview/engine/simulate/members";
import { kindOf, placeholder } from "../../../preview/engine/simulate/placeholder";
import { regionOf } from "../../../preview/engine/simulate/region";
import { secret, unknown, type WireObject } from "../../../preview/model/wire";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

describe("simulated outputs of each cloud", () => {
  const shapes: [output: string, shape: RegExp][] = [
    ["queueArn", /^arn:aws:sqs:eu-west-1:123456789012:.*queue-[0-9a-f]{7}$/],
    ["roleArn", /^arn:aws:iam::123456789012:role\/role-[0-9a-f]{7}$/],
    ["endpoint", /^main\.[0-9a-f]{8}\.eu-west-1\.simulated\.example$/],
    ["identifier", /^main$/],
    ["groupId", /^\/subscriptions\/[0-]+\/resourceGroups\/group-[0-9a-f]{7}$/],
    ["groupName", /^group-[0-9a-f]{7}$/],
    ["bucketUrl", /^https:\/\/store-[0-9a-f]{7}\.[0-9a-f]{8}\.simulated\.example$/],
    ["link", /^https:\/\/address-[0-9a-f]{7}\./],
    ["serviceName", /^service-[0-9a-f]{7}$/],
    ["serviceId", /^space-[0-9a-f]{7}\/service-[0-9a-f]{7}$/],
  ];
  for (const [output, shape] of shapes) {
    it(output, async () => assert.match(String((await programPlan("clouds")).stackOutputs[output]), shape));
  }

  it("keep the inputs as they are", async () => {
    const plan = await programPlan("clouds");
    const database = resourceOf(plan, "aws:rds/instance:Instance", "database");
    assert.equal(database.outputs.instanceClass, "db.t4g.micro");
    assert.equal(plan.stackOutputs.port, 5432);
    assert.equal(database.outputs.allocatedStorage, undefined, "a default of the provider's is not known");
  });

  it("one cloud's output is another resource's input", async () => {
    const plan = await programPlan("clouds");
    const store = resourceOf(plan, "azure-native:appconfiguration:ConfigurationStore", "settings");
    assert.equal(store.inputs.resourceGroupName, plan.stackOutputs.groupName);
    assert.ok(store.id?.startsWith(`${plan.stackOutputs.groupId}/providers/Microsoft.appconfiguration/`), store.id);
  });

  it("a bucket has one name, wherever it is asked for", async () => {
    const { id, outputs } = resourceOf(await programPlan("options"), "aws:s3/bucket:Bucket", "kept");
    assert.equal(outputs.bucket, id);
    assert.equal(outputs.arn, `arn:aws:s3:::${id}`);
    assert.equal(outputs.bucketRegion, "eu-west-1");
  });

  it("every default provider has the version of its SDK", async () => {
    const { resources } = await programPlan("clouds");
    const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
    assert.deepEqual(
      providers.map(({ type, inputs }) => [type.slice("pulumi:providers:".length), typeof inputs.version]),
      ["aws", "azure-native", "gcp", "kubernetes"].map((name) => [name, "string"]),
    );
  });
});

describe("the region of simulated outputs", () => {
  it("is the explicit provider's, else the config's", async () => {
    const plan = await programPlan("options");
    const arn = (name: string) => resourceOf(plan, "aws:ec2/vpc:Vpc", name).outputs.arn;
    assert.match(String(arn("far-vpc")), /^arn:aws:ec2:us-west-2:/);
    assert.match(String(arn("read")), /^arn:aws:ec2:us-west-2:/);
    assert.match(String(arn("net-vpc")), /^arn:aws:ec2:eu-west-1:/);
  });

  it("without config is one of each cloud's own", async () => {
    const { queue, location, zones, region } = (await programPlan("order")).stackOutputs;
    assert.match(String(queue), /^arn:aws:sqs:us-east-1:/);
    assert.deepEqual(
      [location, region, zones],
      ["eastus", "us-east-1", ["us-central1-a", "us-central1-b", "us-central1-c"]],
    );
  });

  const regions: [token: string, settings: WireObject, region: string][] = [
    ["aws:sqs/queue:Queue", { region: "sa-east-1", location: "westeurope" }, "sa-east-1"],
    ["gcp:storage/bucket:Bucket", { region: "europe-west1" }, "europe-west1"],
    ["azure-native:web:WebApp", { location: "westeurope", region: "sa-east-1" }, "westeurope"],
    ["aws:sqs/queue:Queue", { region: secret("sa-east-1") }, "sa-east-1"],
    ["aws:sqs/queue:Queue", { region: unknown }, "us-east-1"],
    ["gcp:storage/bucket:Bucket", {}, "us-central1"],
    ["azure-native:web:WebApp", {}, "eastus"],
  ];
  for (const [token, settings, region] of regions) {
    it(`${token} ${JSON.stringify(settings)}`, () => assert.equal(regionOf(token, settings), region));
  }
});

describe("placeholders", () => {
  const context = { type: "aws:rds/subnetGroup:SubnetGroup", name: "main", urn: "urn:1", region: "eu-west-1" };
  const values: [property: string, type: string, value: unknown][] = [
    ["arn", "string", "arn:aws:rds:eu-west-1:123456789012:subnet-group/main"],
    ["ownerId", "string", "123456789012"],
    ["region", "string", "eu-west-1"],
    ["subnetGroup", "string", "main"],
    ["publicIp", "string", "192.0.2.10"],
    ["createdAt", "string", "2000-01-01T00:00:00Z"],
    ["policy", "string", "{}"],
    ["enabled", "boolean", false],
    ["port", "number", 5432],
    ["nodeCount", "number", 1],
    ["rules", "outputs.rds.Rule[]", []],
    ["details", "outputs.rds.Details", {}],
    ["tagsAll", "{[key: string]: string}", {}],
    ["mode", '"on" | "off"', "on"],
  ];
  for (const [property, type, value] of values) {
    it(`${property}: ${type}`, () => assert.deepEqual(placeholder(property, type, context), value));
  }

  it("are the same for the same resource and differ between two", () => {
    assert.equal(placeholder("zoneId", "string", context), placeholder("zoneId", "string", context));
    assert.notEqual(
      placeholder("zoneId", "string", context),
      placeholder("zoneId", "string", { ...context, urn: "urn:2" }),
    );
  });

  it("a kind in kebab case", () => assert.equal(kindOf("aws:rds/subnetGroup:SubnetGroup"), "subnet-group"));
});

describe("declarations of an SDK", () => {
  it("the members of a class, without what is around their types", () => {
    const declarations = `export declare class Thing extends pulumi.CustomResource {
      static get(name: string): Thing;
      /** An id; or not. */
      readonly arn: pulumi.Output<string>;
      readonly tags: pulumi.Output<{ [key: string]: string } | undefined>;
      readonly rules: pulumi.Output<outputs.Rule[]>;
    }
    export interface ThingResult { readonly other: string; }
    export interface GetThingResult { readonly id: string; readonly size?: number; }`;
    assert.deepEqual(classMembers(declarations), [
      { name: "arn", type: "string", optional: false },
      { name: "tags", type: "{ [key: string]: string }", optional: true },
      { name: "rules", type: "outputs.Rule[]", optional: false },
    ]);
    assert.deepEqual(interfaceMembers(declarations, "Nothing"), []);
  });

  it("the properties that only the provider sets", () => {
    const javascript = 'resourceInputs["a"] = args?.a; resourceInputs["arn"] = undefined /*out*/;';
    assert.deepEqual([...outputOnlyNames(javascript)], ["arn"]);
  });
});
