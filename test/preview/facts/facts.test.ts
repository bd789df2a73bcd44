import assert from "node:assert/strict";
import type { ResourceChange, StackChange } from "../../../preview/model/change";
import { changed } from "../../support/changes";
import { Shop } from "../formats/markdown/comment/shop";
import { fine, of, old, parts, said, shop, update } from "./shop-facts";

describe("What a person would say of a change", () => {
  const pod = "spec.template.spec.containers[0].image";
  const workload = (type: string, name: string) => shop.resource(parts.compute, type, name, "unchanged");
  const moved = (change: ResourceChange, path: string) => update(change, changed(path, old("1"), old("2")));
  const routine = (rollout: string) => [
    `✅ Routine: image web moves; ${rollout}. ${fine}`,
    "image: image web moves, 111111111111 → 222222222222",
    `rollout: ${rollout}`,
  ];
  const rollouts: [cloud: string, changes: ResourceChange[], lines: string[]][] = [
    [
      "ECS: a new task definition is a version, and its service rolls out",
      [
        { ...moved(parts.task, "containerDefinitions[0].image"), action: "replace" },
        update(parts.service, {
          path: "taskDefinition",
          kind: "not comparable",
          reason: `known after ${parts.task.name} is replaced`,
          forces: "nothing",
        }),
      ],
      routine("service web rolls out"),
    ],
    [
      "Cloud Run",
      [moved(workload("gcp:cloudrunv2/service:Service", "shop-compute-web"), "template.containers[0].image")],
      routine("service web rolls out"),
    ],
    [
      "Container Apps, by any version of their API",
      [moved(workload("azure-native:app/v20240301:ContainerApp", "shop-compute-web"), "template.containers[0].image")],
      routine("service web rolls out"),
    ],
    [
      "Kubernetes, whose job is made anew to run",
      [
        moved(workload("kubernetes:apps/v1:Deployment", "shop-compute-web"), pod),
        { ...moved(workload("kubernetes:batch/v1:Job", "shop-compute-web-migrate"), pod), action: "replace" },
      ],
      [
        `✅ Routine: image web moves; service web rolls out and job web-migrate runs. ${fine}`,
        "image: image web moves, 111111111111 → 222222222222, for web and web-migrate",
        "rollout: service web rolls out",
        "rollout: job web-migrate runs",
      ],
    ],
  ];
  for (const [cloud, changes, lines] of rollouts) {
    it(`is routine for an image on ${cloud}`, () => assert.deepEqual(said(of(...changes)), lines));
  }

  it("is no routine where a task definition gets more than an image", () =>
    assert.deepEqual(
      said(
        of({
          ...update(parts.task, changed("containerDefinitions[0].environment[2].value", "a", "b")),
          action: "replace",
        }),
      ),
      [`✏️ 1 resource is updated. ${fine}`, "update: 1 resource is updated: task definition web (environment)"],
    ));

  const settings: [what: string, change: ResourceChange, line: string][] = [
    [
      "another size",
      update(parts.database, changed("instanceClass", "db.m7g.large", "db.m7g.xlarge")),
      "setting: database postgres gets another size: db.m7g.large → db.m7g.xlarge",
    ],
    [
      "a retention that is lowered",
      update(parts.database, changed("backupRetentionPeriod", 30, 7)),
      "setting: backups of postgres are kept for 7 days, before for 30",
    ],
    [
      "less storage, and what else changes",
      update(parts.database, changed("allocatedStorage", 200, 100), changed("tags.a", "b", "c")),
      "setting: database postgres gets less storage: allocatedStorage 200 → 100 (and 1 other property of it)",
    ],
    [
      "another number of instances",
      update(parts.service, changed("desiredCount", 2, 3)),
      "update: service web runs another number of instances: desiredCount 2 → 3",
    ],
  ];
  for (const [what, change, line] of settings) {
    it(`is ${what}`, () => assert.equal(said(of(change))[1], line));
  }

  const doors: [what: string, type: string, properties: Record<string, unknown>, line: string | undefined][] = [
    [
      "a rule of a security group",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      { cidrIpv4: "0.0.0.0/0", fromPort: 5432, toPort: 5432 },
      "port 5432 is opened to the internet by security group ingress rule door",
    ],
    [
      "a group with its rules in it",
      "aws:ec2/securityGroup:SecurityGroup",
      { ingress: [{ cidrBlocks: ["::/0", "10.0.0.0/8"], fromPort: 80, toPort: 81 }] },
      "ports 80 and 81 are opened to the internet by security group door",
    ],
    [
      "a firewall of Google Cloud",
      "gcp:compute/firewall:Firewall",
      { sourceRanges: ["0.0.0.0/0"], allows: [{ protocol: "tcp", ports: ["22"] }] },
      "port 22 is opened to the internet by firewall door",
    ],
    [
      "one of the other direction",
      "gcp:compute/firewall:Firewall",
      { direction: "EGRESS", sourceRanges: ["0.0.0.0/0"] },
      undefined,
    ],
    [
      "a rule of Azure",
      "azure-native:network:SecurityRule",
      { access: "Allow", direction: "Inbound", sourceAddressPrefix: "*", destinationPortRange: "22" },
      "port 22 is opened to the internet by security rule door",
    ],
    [
      "one that denies",
      "azure-native:network:SecurityRule",
      { access: "Deny", direction: "Inbound", sourceAddressPrefix: "*" },
      undefined,
    ],
    [
      "a private range",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      { cidrIpv4: "10.0.0.0/8", fromPort: 5432 },
      undefined,
    ],
  ];
  for (const [what, type, inputs, line] of doors) {
    it(`is ${line === undefined ? "no " : ""}exposure: ${what}`, () => {
      const properties = Object.entries(inputs).map(([path, after]) => ({
        path,
        kind: "added" as const,
        after: JSON.parse(JSON.stringify(after)),
        forces: "nothing" as const,
      }));
      const door = shop.resource(parts.network, type, "shop-network-door", "create", { properties });
      const found = said(of(parts.vpc, door)).find((one) => one.startsWith("exposure: "));
      assert.equal(found, line === undefined ? undefined : `exposure: ${line}`);
    });
  }

  it("is exposure, where a database gets a public address", () =>
    assert.equal(
      said(of(update(parts.database, changed("publiclyAccessible", false, true))))[1],
      "exposure: database postgres is reached from the internet",
    ));

  it("is the place that a stack moves to, and what may follow", () => {
    const cause =
      'its provider changes region from "eu-west-1" to "eu-central-1", and only the provider can say whether that replaces it';
    assert.deepEqual(said(of({ ...parts.vpc, action: "may replace", causes: [cause] })), [
      `⚠️ Region eu-west-1 → eu-central-1. ${fine}`,
      "region: region eu-west-1 → eu-central-1: 1 of its resources may be made anew there, which only the provider can say",
    ]);
  });

  const inputs = (name: string): ResourceChange["properties"] =>
    [
      ["name", name],
      ["cluster", "main"],
      ["desiredCount", 2],
    ].map(([path, value]) => ({ path: String(path), kind: "added", before: value, after: value, forces: "nothing" }));
  const service = (name: string, action: ResourceChange["action"], properties = inputs(name)) =>
    shop.resource(parts.compute, "aws:ecs/service:Service", `shop-compute-${name}`, action, { properties });

  it("is a rename, where one is deleted and one like it created", () =>
    assert.deepEqual(said(of(parts.vpc, service("worker", "delete"), service("renderer", "create"))), [
      `⚠️ worker is renamed renderer. ${fine}`,
      'rename: worker is renamed renderer: 1 resource is deleted and made anew. An alias on each keeps it, such as aliases: [{ name: "shop-compute-worker" }] on shop-compute-renderer',
    ]));

  it("is no rename, where they have nothing in common but the type", () =>
    assert.deepEqual(
      said(
        of(
          parts.vpc,
          service("worker", "delete"),
          service("api", "create", [{ path: "image", kind: "added", after: "x", forces: "nothing" }]),
        ),
      ),
      [
        `⚠️ 1 resource is deleted. ${fine}`,
        "delete: 1 resource is deleted: service worker",
        "create: 1 resource is created: service api",
      ],
    ));
});

describe("A number that changes in several stacks", () => {
  const there = new Shop("shop-gcp-prod");
  const scaled = (shopOf: Shop, type: string, path: string) => {
    const { compute } = shopOf.usual();
    const service = shopOf.resource(compute, type, "web", "unchanged");
    return shopOf.change({ compute, service: update(service, changed(path, 2, 3)) });
  };
  const here = scaled(shop, "aws:ecs/service:Service", "desiredCount");
  const numbers: [what: string, other: StackChange, words: string][] = [
    ["is named where all call it so", scaled(there, "aws:ecs/service:Service", "desiredCount"), "desiredCount 2 → 3"],
    [
      "is not named by one cloud's name",
      scaled(there, "gcp:cloudrunv2/service:Service", "template.scaling.minInstanceCount"),
      "2 → 3",
    ],
  ];
  for (const [what, other, words] of numbers) {
    it(what, () => {
      const line = said(here, other)
        .slice(1)
        .find((fact) => fact.includes("number of instances in"));
      assert.ok(line?.endsWith(`: ${words}`), said(here, other).join("\n"));
    });
  }
});
