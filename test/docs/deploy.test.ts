import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { targetNames } from "../../components/targets";
import { parseConfig } from "../../infra/config/parse";
import { missing } from "../../infra/config/placeholders";
import { missing as missingOfRegistry, parseRegistryConfig } from "../../registry/config";
import { accountBlocks, type ConfiguredStack, configuredBy } from "../support/account-commands";
import { projectDir } from "../support/project";

const readme = readFileSync(join(projectDir, "README.md"), "utf8");
/** The blocks that bring an application up, by the name of its stack. */
const blocks = accountBlocks(readme).map((commands) => {
  const stacks = configuredBy(commands);
  return { commands, stacks, name: stacks.at(-1)?.name ?? "no stack" };
});

describe("README.md: Deploy it", () => {
  it("has a block for each cloud", () => {
    const [app, ...others] = new Set(blocks.map(({ stacks }) => configOf(stacks).app));
    assert.deepEqual(others, [], "the blocks are of one application");
    assert.deepEqual(
      blocks.map(({ name }) => name),
      targetNames.map((cloud) => `${app}-${cloud}-dev`),
    );
  });

  for (const { name, commands, stacks } of blocks) {
    describe(name, () => {
      for (const stack of stacks) {
        it(`leaves nothing to be set in ${stack.registry ? "the registry's stack" : "the stack"}`, () => {
          assert.deepEqual(left(stack), []);
        });
      }

      it("names the zone above the domain", () => {
        const config = configOf(stacks);
        assert.equal(config.domain, "dev.example.org");
        const zone = { aws: config.dnsZone, azure: config.dnsZone, gcp: config.gcp?.dnsZone, kubernetes: "none" };
        assert.ok(zone[config.cloud] !== undefined, "a domain below a zone needs the zone's name");
      });

      it("pushes the image that the stack names, built for the processor, and signed in before", () => {
        const pushes = commands.filter((command) => command.startsWith("docker push "));
        const images = Object.values(configOf(stacks).images).map((image) => image.replace(/@.*/, ""));
        const expected = stacks.length === 1 ? [] : images;
        assert.deepEqual(
          pushes.map((command) => command.replace(/^docker push (.*):[^:]*$/, "$1")),
          expected,
        );
        for (const push of pushes) {
          const before = commands.slice(0, commands.indexOf(push));
          const image = push.replace("docker push ", "");
          assert.ok(before.includes(`docker build --platform linux/amd64 --tag ${image} .`), `${image} is not built`);
          const host = image.replace(/\/.*/, "");
          const name = host.replace(/\.azurecr\.io$/, "");
          const signIn =
            /^aws ecr get-login-password .*docker login .* (\S+)$|configure-docker (\S+)$|acr login --name (\S+)$/;
          const signedIn = before.flatMap((command) => signIn.exec(command)?.slice(1) ?? []);
          assert.ok(signedIn.includes(host) || signedIn.includes(name), `${host} is not signed in to`);
        }
      });

      it("has each update judged by the policies", () => {
        const updates = commands.filter((command) => /^pulumi .*\bup\b/.test(command));
        assert.equal(updates.length, stacks.length);
        for (const update of updates) {
          const [, cwd = ".", pack] = /^pulumi (?:--cwd (\S+) )?up .*--policy-pack (\S+)$/.exec(update) ?? [];
          assert.ok(pack !== undefined, `${update} has no policies`);
          assert.ok(existsSync(join(projectDir, cwd, pack, "PulumiPolicy.yaml")), `${pack} is no pack from ${cwd}`);
        }
      });
    });
  }
});

/** What a deployment of the stack would be refused for. */
function left({ registry, values }: ConfiguredStack): string[] {
  if (registry) return missingOfRegistry(parseRegistryConfig(values).config).placeholders;
  const { config, application } = parseConfig(values);
  const { placeholders, unset, secrets } = missing(config, application);
  return [...placeholders, ...Object.keys(unset), ...secrets];
}

function configOf(stacks: readonly ConfiguredStack[]) {
  const stack = stacks.find(({ registry }) => !registry);
  assert.ok(stack !== undefined);
  return parseConfig(stack.values).config;
}
