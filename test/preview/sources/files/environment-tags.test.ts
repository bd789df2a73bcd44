import assert from "node:assert/strict";
import type { WireObject } from "../../../../preview/model/wire";
import type { CheckedResource } from "../../../../preview/sources/files/document";
import { environmentTags } from "../../../../preview/sources/files/environment-tags";

const resource = (inputs: WireObject, i: number): CheckedResource => ({
  type: "a:b:C",
  name: `r${i}`,
  urn: `urn:pulumi:s::p::a:b:C::r${i}`,
  inputs,
  outputs: {},
  protect: false,
  custom: true,
  dependencies: [],
  propertyDependencies: {},
  source: { file: "state.json" },
});

const rows: readonly [what: string, inputs: WireObject[], said: Record<string, number>, silent?: number][] = [
  ["nothing", [{}, { tags: null }, { tags: "x" }, { tags: {} }], {}],
  [
    "resources without one",
    [{ tags: { owner: "shop" } }, { labels: { app: "shop" } }, { tags: { env: "dev" } }],
    { dev: 1 },
    2,
  ],
  [
    "tags",
    [{ tags: { environment: "dev" } }, { tags: { Environment: "dev" } }, { tags: { env: "prod" } }],
    { dev: 2, prod: 1 },
  ],
  [
    "labels",
    [{ labels: { stage: "dev" } }, { metadata: { labels: { "example.com/environment": "dev" } } }],
    { dev: 2 },
  ],
  ["one resource, twice the same", [{ tags: { env: "dev", environment: "dev" }, tagsAll: { env: "dev" } }], { dev: 1 }],
  ["one resource, two words", [{ tags: { env: "dev", environment: "prod" } }], { dev: 1, prod: 1 }],
  ["no text", [{ tags: { environment: 7 } }, { tags: { environment: "" } }], {}, 1],
  ["another key", [{ tags: { environments: "dev", myenv: "dev" } }], {}, 1],
];

describe("what tags say of the environment", () => {
  for (const [what, inputs, said, silent = 0] of rows) {
    it(what, () => assert.deepEqual(environmentTags(inputs.map(resource)), { said, silent }));
  }
});
