import assert from "node:assert/strict";
import { applicationNames } from "../../infra/apps";
import { resolve } from "../../infra/resolve";
import { stackNamed } from "../support/fixture/stacks";
import { ofFixture, shipped } from "../support/shipped";
import { parsedOf } from "./support/configs";

describe("stacks", () => {
  it("are there for every application that the project ships", () => {
    const apps = new Set(shipped.map(({ app }) => app));
    assert.deepEqual([...apps].sort(), applicationNames());
  });

  for (const { stack, app, cloud, environment } of [...ofFixture, ...shipped]) {
    it(`${stack} resolves to a topology of plain data, each value with its origin`, () => {
      const { config, application } = parsedOf(stackNamed(stack).config);
      const { value, origins } = resolve(config, application);
      assert.deepEqual(structuredClone(value), value);
      assert.deepEqual(Object.keys(origins).sort(), leaves(value).sort());
      const name = [app, environment, ...(config.instance === undefined ? [] : [config.instance])].join("-");
      assert.equal(value.context.name, name);
      assert.equal(value.context.cloud, cloud);
      assert.equal(application.name, app);
      assert.deepEqual(resolve(config, application), { value, origins });
    });
  }
});

/** Dotted paths of everything that is no branch, and of branches without leaves. */
function leaves(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null || Object.keys(node).length === 0) return [path];
  return Object.entries(node).flatMap(([key, item]) => leaves(item, path === "" ? key : `${path}.${key}`));
}
