import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { hostPack } from "../../preview/engine/pack-host";
import { inFolder } from "../preview/programs";
import { run } from "../support/command";
import { packed } from "../support/packed";
import { projectDir } from "../support/project";

describe("the policy pack, as it is published", () => {
  it("runs without the rest of the repository, on Pulumi's own packages alone", () =>
    inFolder(async (folder) => {
      const unpacked = await run("tar", ["xzf", await packed("policy", folder), "-C", folder]);
      assert.equal(unpacked.code, 0, unpacked.stderr);
      const pack = join(folder, "package");
      // Its dependencies but one: what it needs of YAML is in the bundle.
      mkdirSync(join(pack, "node_modules"));
      symlinkSync(join(projectDir, "node_modules/@pulumi"), join(pack, "node_modules/@pulumi"));
      const { server, stop } = await hostPack(pack, {
        organization: "organization",
        project: "shop",
        stack: "shop-prod",
        config: {},
      });
      try {
        const type = "aws:rds/instance:Instance";
        const { violations } = await server.analyze({ type, name: "db", urn: `urn::${type}::db`, properties: {} });
        assert.ok(violations.some(({ policy }) => policy === "encryption-at-rest-database"));
      } finally {
        stop();
      }
    }));
});
