import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { environmentNames } from "../../components/contract";
import { type TargetName, targetNames } from "../../components/targets";
import { applicationNames } from "../../infra/apps";
import { parseConfig } from "../../infra/config/parse";
import { missing } from "../../infra/config/placeholders";
import { resolve } from "../../infra/resolve";
import { projectDir, shippedStacks } from "../support/project";
import { rawOf } from "./support/configs";

const fileOf = (stack: string) => join(projectDir, "stacks", `Pulumi.${stack}.yaml`);

function parsedStack(stack: string) {
  const { config }: { config: Record<string, unknown> } = parse(readFileSync(fileOf(stack), "utf8"));
  return parseConfig(rawOf(config));
}

describe("shipped stacks", () => {
  it("are every application on every cloud in every environment", () => {
    const expected = applicationNames().flatMap((app) =>
      targetNames.flatMap((cloud) => environmentNames.map((environment) => `${app}-${cloud}-${environment}`)),
    );
    assert.equal(expected.length, 48);
    assert.deepEqual([...shippedStacks], expected.sort());
  });

  for (const stack of shippedStacks) {
    describe(stack, () => {
      it("is what its name says", () => {
        const { config, application } = parsedStack(stack);
        assert.equal(`${config.app}-${config.cloud}-${config.environment}`, stack);
        assert.equal(application.name, config.app);
        const domain = `${config.app}.example`;
        assert.equal(config.domain, config.environment === "prod" ? domain : `${config.environment}.${domain}`);
        assert.deepEqual(config.notifications.email, [`operations@${domain}`]);
      });

      it("has nothing but placeholders, and no secrets", () => {
        const { config, application } = parsedStack(stack);
        const { placeholders, unset } = missing(config, application);
        const images = Object.keys(application.images).map((key) => `isotopo:images.${key}`);
        const mail = ["anclora", "icosistem"].includes(config.app) ? ["isotopo:mailHost"] : [];
        assert.deepEqual(placeholders, ["isotopo:domain", ...images, ...placePlaceholders[config.cloud]]);
        assert.deepEqual(Object.keys(unset), mail);
        assert.deepEqual(config.secretNames, []);
        assert.deepEqual([config.overrides, config.rotate], [{}, {}]);
      });

      it("resolves to a topology of plain data, each value with its origin", () => {
        const { config, application } = parsedStack(stack);
        const { value, origins } = resolve(config, application);
        assert.deepEqual(structuredClone(value), value);
        assert.deepEqual(Object.keys(origins).sort(), leaves(value).sort());
        assert.equal(value.context.name, `${config.app}-${config.environment}`);
        assert.equal(value.context.cloud, config.cloud);
        assert.deepEqual(resolve(config, application), { value, origins });
      });

      it("names its schema to an editor", () => {
        assert.match(readFileSync(fileOf(stack), "utf8"), /^# yaml-language-server: \$schema=stack\.schema\.json\n/);
      });
    });
  }
});

/** What says where a stack stands, by cloud. */
const placePlaceholders: Readonly<Record<TargetName, readonly string[]>> = {
  aws: [],
  gcp: ["isotopo:gcp.project", "isotopo:gcp.dnsZone"],
  azure: ["isotopo:azure.dnsResourceGroup"],
  kubernetes: ["isotopo:kubernetes.objectStorage.endpoint"],
};

/** Dotted paths of everything that is no branch, and of branches without leaves. */
function leaves(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null || Object.keys(node).length === 0) return [path];
  return Object.entries(node).flatMap(([key, item]) => leaves(item, path === "" ? key : `${path}.${key}`));
}
