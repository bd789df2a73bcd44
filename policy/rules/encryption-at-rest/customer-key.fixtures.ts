import type { ResourceFixtures } from "../../core/fixture";
import { places } from "./customer-key";

const settings = { required: true };
const fix = "Make a key, let the service use it, and name it.";
/** Where each type names its key. */
const shapes: readonly (readonly [type: string, path: string, required?: string])[] = [
  ["aws:rds/instance:Instance", "kmsKeyId"],
  ...Object.entries(places),
  ["azure-native:storage:StorageAccount", "encryption.keySource", '"Microsoft.Keyvault"'],
];
const ecr = "aws:ecr/repository:Repository";

function propertiesOf(path: string, value: string): Record<string, unknown> {
  const [first = path, second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}

export const fixtures: ResourceFixtures = {
  passes: [
    ...shapes.map(([type, path]) => ({
      name: "with a key",
      type,
      settings,
      properties: propertiesOf(path, "Microsoft.Keyvault"),
    })),
    { name: "a replica", type: "aws:rds/instance:Instance", properties: { replicateSourceDb: "main" }, settings },
    {
      name: "with a key",
      type: ecr,
      properties: { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn" }] },
      settings,
    },
    { name: "without, where none is asked for", type: "aws:rds/instance:Instance", properties: { engine: "postgres" } },
  ],
  fails: [
    ...shapes.map(([type, path, required = "a key of your own"]) => ({
      name: "without",
      type,
      properties: {},
      settings,
      messages: [`${path} is not set; required: ${required}. ${fix}`],
    })),
    {
      name: "without",
      type: ecr,
      properties: { encryptionConfigurations: [{ encryptionType: "AES256" }] },
      settings,
      messages: [`encryptionConfigurations[0].kmsKey is not set; required: a key of your own. ${fix}`],
    },
  ],
};
