import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { inFolder } from "../preview/programs";
import { startPack } from "./pack";

describe("exemptions, in the pack's own server", () => {
  const type = "aws:rds/instance:Instance";
  const resource = (name: string): AnalyzedResource => ({
    type,
    name,
    urn: `urn:pulumi:shop-prod::shop::${type}::${name}`,
    properties: { backupRetentionPeriod: 1 },
  });
  const file = [
    "exemptions:",
    ...exemption("backup-database-retention", "*::main", "2999-12-31"),
    ...exemption("backup-database-retention", "*::old", "2020-12-31"),
    ...exemption("backup-database-retention", "*::gone", "2999-12-31"),
    ...exemption("backup-database-retention", "urn:pulumi:other-stack::*", "2999-12-31"),
    "",
  ].join("\n");

  function exemption(rule: string, of: string, expires: string): string[] {
    return [
      `  - rule: ${rule}`,
      `    resource: "${of}"`,
      "    owner: data",
      "    reason: R.",
      `    expires: ${expires}`,
    ];
  }

  it("let pass what they say, and are told: used, expired, unmatched", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      writeFileSync(path, file);
      process.env.ISOTOPO_EXEMPTIONS = path;
      const { server, stop } = await startPack("shop-prod").finally(() => {
        delete process.env.ISOTOPO_EXEMPTIONS;
      });
      try {
        const of = async (name: string) =>
          (await server.analyze(resource(name))).violations
            .filter(({ policy }) => policy === "backup-database-retention")
            .map(({ message }) => message);
        const found =
          "backupRetentionPeriod is 1; required: at least 30 days. Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.";
        assert.deepEqual(await of("main"), []);
        assert.deepEqual(await of("old"), [found]);
        assert.deepEqual(await of("third"), [found]);
        const stack = ["main", "old", "third"].map(resource);
        const { notes } = await server.analyzeStack(stack, "stack");
        assert.deepEqual(
          notes
            .filter(({ policy }) => policy === "exemptions")
            .map(({ urn: at, message }) => [at.split("::").at(-1), message]),
          [
            [
              "main",
              `used: backup-database-retention, owner data, expires 2999-12-31: R. [exemptions.yaml:2] | ${found}`,
            ],
            ["old", "expired: backup-database-retention, owner data, expires 2020-12-31: R. [exemptions.yaml:7]"],
            [
              "stack",
              "unmatched: backup-database-retention, owner data, expires 2999-12-31: R. [exemptions.yaml:12] | nothing that backup-database-retention finds is at *::gone",
            ],
          ],
        );
      } finally {
        stop();
      }
    });
  });

  it("of a container and a property let nothing else pass", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      const drop = exemption("containers-capabilities-restricted", "*::web", "2999-12-31");
      const image = exemption("containers-image-pinned", "*::web", "2999-12-31");
      const gone = exemption("containers-image-pinned", "*::web", "2999-12-31");
      const lines = [
        ...[...drop, "    container: legacy", '    property: "*.capabilities.drop"'],
        ...[...image, "    container: legacy"],
        ...[...gone, "    container: other", '    property: "*.image"'],
      ];
      writeFileSync(path, ["exemptions:", ...lines, ""].join("\n"));
      process.env.ISOTOPO_EXEMPTIONS = path;
      const { server, stop } = await startPack("shop-prod").finally(() => {
        delete process.env.ISOTOPO_EXEMPTIONS;
      });
      try {
        const pod = "kubernetes:core/v1:Pod";
        const capabilities = (add: string) => ({ securityContext: { capabilities: { add: [add] } } });
        const web: AnalyzedResource = {
          type: pod,
          name: "web",
          urn: `urn:pulumi:shop-prod::shop::${pod}::web`,
          properties: {
            spec: {
              containers: [
                { name: "app", image: "shop" },
                { name: "legacy", image: "shop", ...capabilities("SYS_ADMIN") },
              ],
            },
          },
        };
        const { violations } = await server.analyze(web);
        const of = (rule: string) =>
          violations.filter(({ policy }) => policy === rule).map(({ message }) => message.split("; ")[0]);
        assert.deepEqual(of("containers-capabilities"), [
          'spec.containers[1].securityContext.capabilities.add[0] is "SYS_ADMIN"',
        ]);
        assert.deepEqual(of("containers-capabilities-restricted"), [
          "spec.containers[0].securityContext.capabilities.drop is not set",
        ]);
        assert.deepEqual(of("containers-image-pinned"), ['spec.containers[0].image is "shop"']);
        const { notes } = await server.analyzeStack([web], "stack");
        const told = notes
          .filter(({ policy }) => policy === "exemptions")
          .map(({ message }) => message.split(" | ")[1]);
        assert.deepEqual(told, [
          'spec.containers[1].securityContext.capabilities.drop is not set; required: ["ALL"]. Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.',
          'spec.containers[1].image is "shop"; required: a digest, or a tag of a version. Name the digest, or a tag of a version in a registry whose tags can\'t be moved.',
          "nothing that containers-image-pinned finds is at *::web, container other, property *.image",
        ]);
      } finally {
        stop();
      }
    });
  });

  it("with a mistake keep the pack from starting, in words", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      writeFileSync(path, file.replace("owner: data", "owner: "));
      process.env.ISOTOPO_EXEMPTIONS = path;
      await assert.rejects(
        startPack("shop-prod").finally(() => {
          delete process.env.ISOTOPO_EXEMPTIONS;
        }),
        /ended itself with code 1 while it was starting; its last words:\nexemptions\.yaml:2: exemptions\[0\]\.owner is missing$/,
      );
    });
  });
});
