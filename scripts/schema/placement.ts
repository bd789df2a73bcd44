import { type CloudName, cloudNames } from "../../components/contract";
import { cloudFacts } from "../../components/facts";
import type { JsonSchema } from "./json-schema";

const https: JsonSchema = { pattern: "^https://", patternErrorMessage: "an https address" };

/** Keys that describe one cloud each. */
const platforms = ["gcp", "azure", "kubernetes"] as const;

/** What one cloud, or one environment, asks of the other keys. */
export const placementRules: JsonSchema[] = [
  ...cloudNames.map((cloud) => when("isotopo:cloud", cloud, placeOn(cloud))),
  when("isotopo:environment", "prod", {
    properties: {
      "isotopo:images": {
        additionalProperties: {
          pattern: "@sha256:[0-9a-f]{64}$",
          patternErrorMessage: "an image by digest in prod, name@sha256:<64 hex digits>",
        },
      },
    },
  }),
];

/** The same of a registry, of whose place only Google Cloud has something to say. */
export function registryPlacement(cloud: CloudName): JsonSchema {
  return when("isotopo:cloud", cloud, placeOn(cloud, ["gcp"]));
}

function placeOn(cloud: CloudName, described: readonly (typeof platforms)[number][] = platforms): JsonSchema {
  const { regions, providerConfig } = cloudFacts[cloud];
  const own = described.filter((platform) => platform === cloud).map((platform) => `isotopo:${platform}`);
  const foreign = described.filter((platform) => platform !== cloud).map((platform) => [`isotopo:${platform}`, false]);
  return {
    required: [...Object.keys(providerConfig), ...own],
    properties: {
      ...Object.fromEntries(foreign),
      ...(regions === undefined ? {} : { "isotopo:region": { enum: [...regions] } }),
      ...(cloud === "kubernetes"
        ? { "isotopo:kubernetes": { properties: { objectStorage: { properties: { endpoint: https } } } } }
        : {}),
    },
  };
}

function when(key: string, value: string, consequence: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word, and nobody awaits a schema
  return { if: { properties: { [key]: { const: value } }, required: [key] }, then: consequence };
}
