import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { rule } from "./regions";

const settings = { allowed: ["eu-west-1", "europe-west1", "westeurope"] };
const fix = "Name an allowed region, in the resource or in its provider.";
const required = `one of ${settings.allowed.join(", ")}`;
const propertyOf = (type: string) =>
  /^aws:|^pulumi:|gcp:redis\/|gcp:sql\/|subnetwork/.test(type) ? "region" : "location";
const regionOf = (type: string) =>
  type.includes("aws") ? "eu-west-1" : type.includes("gcp") ? "europe-west1" : "westeurope";

export const fixtures: ResourceFixtures = {
  passes: [
    ...Object.keys(rule.checks).map(
      (type): Passing => ({
        name: "in an allowed region",
        type,
        settings,
        properties: { [type.startsWith("azure-native:") ? "location" : propertyOf(type)]: regionOf(type) },
      }),
    ),
    {
      name: "as Azure shows it",
      type: "azure-native:keyvault:Vault",
      properties: { location: "West Europe" },
      settings,
    },
    {
      name: "in a zone of it",
      type: "gcp:container/cluster:Cluster",
      properties: { location: "europe-west1-b" },
      settings,
    },
    { name: "in capitals", type: "gcp:storage/bucket:Bucket", properties: { location: "EUROPE-WEST1" }, settings },
    { name: "where the provider is", type: "aws:s3/bucket:Bucket", properties: {}, settings },
    {
      name: "anywhere, where nothing is asked",
      type: "aws:s3/bucket:Bucket",
      properties: { region: "us-east-1" },
      harmless: { region: "No region is asked for." },
    },
  ],
  fails: Object.keys(rule.checks).map((type): Failing => {
    const property = type.startsWith("azure-native:") ? "location" : propertyOf(type);
    return {
      name: "in another region",
      type,
      settings,
      properties: { [property]: "us-east-1" },
      messages: [`${property} is "us-east-1"; required: ${required}. ${fix}`],
    };
  }),
};
