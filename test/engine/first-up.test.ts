import assert from "node:assert/strict";
import { preview } from "../../preview/engine/preview";
import { isDefaultProvider, rootStackType } from "../../preview/model/urn";
import { projectDir } from "../support/project";
import { shipped } from "../support/shipped";
import { happenedTo } from "./lives/held-against";
import { suiteEngine } from "./support/engine-bin";
import { setWanted, shippedStack, wantedBy } from "./support/ready-stack";

/** The first application in prod, on each cloud of the tests' plugins. */
const stacks = shipped.filter(
  ({ app, cloud, environment }) => app === shipped[0]?.app && cloud !== "kubernetes" && environment === "prod",
);

describe("the first `pulumi up` of a shipped stack, by its Pulumi.yaml and what it asks for", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;
  for (const { stack: name } of stacks) {
    it(`${name}: refused with the commands that are wanted, then made as previewed, then unchanged`, async () => {
      const stack = await shippedStack(bin, name);
      try {
        const refused = await stack.up();
        assert.notEqual(refused.code, 0);
        assert.deepEqual(typesOf(refused.steps), []);
        const wanted = wantedBy(refused.errors);
        assert.ok(wanted.length > 0, refused.output);
        await setWanted(stack, wanted);

        const made = await stack.up();
        assert.equal(made.code, 0, made.output);
        const { resources } = await preview({ projectDir, stack: name });
        assert.deepEqual(typesOf(made.steps), typesOf(resources));
        for (const { path, secret } of wanted) {
          if (secret) assert.ok(!made.output.includes(`own-${path.split(".")[1]}`), `${path} was printed`);
        }

        const again = await stack.up("--expect-no-changes");
        assert.equal(again.code, 0, again.output);
        assert.deepEqual(new Set(happenedTo(again.steps).values()), new Set(["unchanged"]));
      } finally {
        stack.remove();
      }
    });
  }
});

/** Their types, sorted, each as often as it is there; names have the domain in them. */
function typesOf(resources: readonly { type: string; urn: string }[]): string[] {
  return resources
    .filter(({ type, urn }) => type !== rootStackType && !isDefaultProvider(urn))
    .map(({ type }) => type)
    .sort();
}
