import { awsRegions } from "../../infra/config/regions";
import type { JsonSchema } from "./json-schema";

const https: JsonSchema = { pattern: "^https://", patternErrorMessage: "an https address" };

/** What one cloud, or one environment, asks of the other keys. */
export const placementRules: JsonSchema[] = [
  when("isotopo:cloud", "aws", {
    required: ["aws:region"],
    properties: { "isotopo:region": { enum: [...awsRegions] }, "isotopo:kubernetes": false },
  }),
  when("isotopo:cloud", "kubernetes", {
    required: ["isotopo:kubernetes"],
    properties: { "isotopo:kubernetes": { properties: { objectStorage: { properties: { endpoint: https } } } } },
  }),
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

function when(key: string, value: string, consequence: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word, and nobody awaits a schema
  return { if: { properties: { [key]: { const: value } }, required: [key] }, then: consequence };
}
