import assert from "node:assert/strict";
import type { ComparisonDescription } from "../../../preview/description";
import { type Comparison, comparisonOf } from "../../../preview/description/comparison";
import { comparisonMarkdown, comparisonText } from "../../../preview/description/comparison-report";
import type { Plan, PlanResource } from "../../../preview/model/plan";

const described: Pick<ComparisonDescription, "targets" | "options"> = {
  targets: [
    {
      name: "north",
      title: "North Cloud",
      services: { redis: "Snow Cache", edge: "Ice Edge" },
      components: { edge: "Cdn" },
      options: {
        "redis.tls": { level: "full", by: "always" },
        "redis.persistence": { level: "different", by: "frozen", difference: "thaws in spring" },
        "edge.geo": { level: "refused", reason: "all is white" },
      },
    },
    {
      name: "south",
      title: "South",
      services: { redis: "Sand Cache", edge: "Reef" },
      options: {
        "redis.tls": { level: "full", by: "on demand" },
        "redis.persistence": { level: "full", by: "a file" },
        "edge.geo": { level: "full", by: "the sun" },
      },
    },
  ],
  options: [
    { name: "redis.tls", meaning: "In transit." },
    { name: "redis.persistence", meaning: "What survives." },
    { name: "edge.geo", meaning: "By country." },
  ],
};

function resource(urn: string, type: string, custom: boolean, parent?: string): PlanResource {
  const rest = { inputs: {}, outputs: {}, dependencies: [], propertyDependencies: {}, ignoreChanges: [], aliases: [] };
  return { op: "create", urn, type, name: urn, custom, parent, protect: false, provider: "", ...rest };
}

function plan(stack: string, cloud: string, caches: number): Plan {
  return {
    project: "shop",
    stack,
    config: {},
    resources: [
      resource("stack", "pulumi:pulumi:Stack", false),
      resource("provider", `pulumi:providers:${cloud}`, true),
      resource("redis", `isotopo:${cloud}:Redis`, false, "stack"),
      resource("front", `isotopo:${cloud}:${cloud === "north" ? "Cdn" : "Edge"}`, false, "stack"),
      ...Array.from({ length: caches }, (_, i) => resource(`cache-${i}`, `${cloud}:cache:Node`, true, "redis")),
      resource("distribution", `${cloud}:edge:Distribution`, true, "front"),
    ],
    stackOutputs: {},
    diagnostics: [],
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    unknowns: false,
    durationSeconds: 1,
  };
}

const comparison: Comparison = comparisonOf(
  { app: "shop", environment: "prod" },
  described.targets.map((target, i) => ({ target, plan: plan(`shop-${target.name}-prod`, target.name, i + 1) })),
  described,
);

describe("comparison", () => {
  it("counts what each concept takes, by the type of its component, without components and providers", () => {
    assert.deepEqual(
      comparison.clouds.map(({ name, stack, resources, concepts }) => ({ name, stack, resources, concepts })),
      [
        {
          name: "north",
          stack: "shop-north-prod",
          resources: 2,
          concepts: { redis: { service: "Snow Cache", resources: 1 }, edge: { service: "Ice Edge", resources: 1 } },
        },
        {
          name: "south",
          stack: "shop-south-prod",
          resources: 3,
          concepts: { redis: { service: "Sand Cache", resources: 2 }, edge: { service: "Reef", resources: 1 } },
        },
      ],
    );
  });

  it("leaves out what all have alike", () => {
    assert.deepEqual(
      comparison.differences.map(({ name }) => name),
      ["redis.persistence", "edge.geo"],
    );
  });

  it("stands side by side in a terminal", () => {
    assert.equal(
      comparisonText(comparison, 50),
      [
        "shop in prod",
        "",
        "              North Cloud        South",
        "in the cloud  2                  3",
        "redis         Snow Cache (1)     Sand Cache (2)",
        "edge          Ice Edge (1)       Reef (1)",
        "",
        "What differs",
        "",
        "redis.persistence: What survives.",
        "  north: frozen; differs: thaws in spring",
        "  south: a file",
        "",
        "edge.geo: By country.",
        "  north: refused: all is white",
        "  south: the sun",
      ].join("\n"),
    );
  });

  it("breaks what is wider than its column", () => {
    const lines = comparisonText(comparison, 39).split("\n");
    assert.ok(lines.every(({ length }) => length <= 45));
    assert.ok(lines.includes("redis         Snow Cache   Sand Cache"));
  });

  it("is a table in Markdown", () => {
    assert.deepEqual(comparisonMarkdown(comparison).split("\n").slice(0, 7), [
      "# shop in prod",
      "",
      "|  | North Cloud | South |",
      "| --- | --- | --- |",
      "| in the cloud | 2 | 3 |",
      "| redis | Snow Cache (1) | Sand Cache (2) |",
      "| edge | Ice Edge (1) | Reef (1) |",
    ]);
  });
});
