import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { concepts } from "../../components/contract";
import { registryTargets, targetNames, targets } from "../../components/targets";
import { stackConfigSchema } from "../../infra/config/schema";
import { registryConfigSchema } from "../../registry/schema";
import { projectDir } from "../support/project";

const folder = join(projectDir, "components");

/** Concepts whose components are tested on all targets at once, and where. */
const testedTogether: Readonly<Record<string, string>> = { images: "test/components/pulls.test.ts" };

describe("targets", () => {
  it("are the folders of components/ with a target.ts", () => {
    const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, "target.ts")));
    assert.deepEqual([...targetNames].sort(), folders.sort());
  });

  it("have a key of the config where they have something to say of their place, and a description of it", () => {
    const described = targetNames.filter((name) => targets[name].platform !== undefined);
    const keys = Object.keys(stackConfigSchema.shape).filter((key) => targetNames.some((name) => name === key));
    assert.deepEqual(keys, described);
    const ofRegistry = registryTargets.filter((name) => targets[name].registry?.platform !== undefined);
    const registryKeys = Object.keys(registryConfigSchema.shape).filter((key) =>
      targetNames.some((name) => name === key),
    );
    assert.deepEqual(registryKeys, ofRegistry);
    for (const name of described)
      assert.match(targets[name].platform?.schema.description ?? "", new RegExp(` ${name},`));
  });

  for (const name of targetNames) {
    const target = targets[name];

    it(`${name} says something of every concept, and its placeholders are keys of its place`, () => {
      assert.deepEqual(Object.keys(target.concepts), [...concepts]);
      for (const path of Object.keys(target.platform?.placeholders ?? {})) {
        const [first = ""] = path.split(".");
        assert.ok(Object.hasOwn(target.platform?.schema.shape ?? {}, first), path);
      }
    });

    it(`${name} has a test of each component that it has`, () => {
      const made = concepts.filter((concept) => existsSync(join(folder, name, concept, "index.ts")));
      const untested = made.filter((concept) => {
        const tests = join(projectDir, "test/components", name, concept);
        const together = testedTogether[concept];
        if (together !== undefined) return !existsSync(join(projectDir, together));
        return !existsSync(tests) || !readdirSync(tests).some((file) => file.endsWith(".test.ts"));
      });
      assert.deepEqual(untested, []);
    });

    it(`${name} signs in by the variables that the action reads`, () => {
      const action = parse(readFileSync(join(projectDir, ".github/actions/sign-in/action.yml"), "utf8"));
      const steps: unknown[] = action.runs.steps;
      const own = steps
        .map((step) => JSON.stringify(step))
        .filter((text) => text.includes(`inputs.cloud == '${name}'`));
      const read = own.flatMap((text) =>
        [...text.matchAll(/fromJSON\(inputs\.variables\)\.(\w+)/g)].map(([, key]) => key),
      );
      assert.deepEqual(read.sort(), [...target.signIn].sort());
    });
  }
});
