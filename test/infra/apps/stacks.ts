import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentNames } from "../../../components/contract";
import { registryTargets, type TargetName, targetNames } from "../../../components/targets";
import { missing } from "../../../infra/config/placeholders";
import { stackNamed } from "../../support/fixture/stacks";
import { projectDir } from "../../support/project";
import { registryDir } from "../../support/registries";
import { shipped } from "../../support/shipped";
import { parsedOf } from "../support/configs";

/** What says where a stack is, by target. */
const placePlaceholders: Readonly<Record<TargetName, readonly string[]>> = {
  aws: [],
  gcp: ["isotopo:gcp.project", "isotopo:gcp.dnsZone"],
  azure: ["isotopo:azure.dnsResourceGroup"],
  kubernetes: ["isotopo:kubernetes.objectStorage.endpoint"],
};

/** The stacks of an application that the project ships as an example: one on each target in each environment, with placeholders only. */
export function describeStacksOf(app: string, { sendsMail }: { sendsMail: boolean }): void {
  describe(`stacks of ${app}`, () => {
    const stacks = shipped.filter((each) => each.app === app);

    it("pull from registries of its own on every target that has them", () => {
      const files = registryTargets.map((cloud) => join(registryDir, "stacks", `Pulumi.${app}-${cloud}.yaml`));
      for (const file of files) {
        assert.match(readFileSync(file, "utf8"), /^# yaml-language-server: \$schema=registry\.schema\.json\n/);
      }
    });

    it("are there for every target and environment", () => {
      const expected = targetNames.flatMap((cloud) => environmentNames.map((stage) => `${app}-${cloud}-${stage}`));
      assert.deepEqual(stacks.map(({ stack }) => stack).sort(), expected.sort());
    });

    for (const { stack, cloud, environment } of stacks) {
      it(`${stack} is what its name says`, () => {
        const { config } = parsedOf(stackNamed(stack).config);
        assert.equal(`${app}-${cloud}-${environment}`, stack);
        const domain = `${app}.example`;
        assert.equal(config.domain, environment === "prod" ? domain : `${environment}.${domain}`);
        assert.deepEqual(config.notifications.email, [`operations@${domain}`]);
      });

      it(`${stack} has nothing but placeholders, and no secrets`, () => {
        const { config, application } = parsedOf(stackNamed(stack).config);
        const { placeholders, unset } = missing(config, application);
        const images = Object.keys(application.images).map((key) => `isotopo:images.${key}`);
        assert.deepEqual(placeholders, ["isotopo:domain", ...images, ...placePlaceholders[cloud]]);
        assert.deepEqual(Object.keys(unset), sendsMail ? ["isotopo:mailHost"] : []);
        assert.deepEqual(config.secretNames, []);
        assert.deepEqual([config.overrides, config.rotate], [{}, {}]);
      });

      it(`${stack} names its schema to an editor`, () => {
        const text = readFileSync(join(projectDir, "stacks", `Pulumi.${stack}.yaml`), "utf8");
        assert.match(text, /^# yaml-language-server: \$schema=stack\.schema\.json\n/);
      });
    }
  });
}
