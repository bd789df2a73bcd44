import assert from "node:assert/strict";
import { join } from "node:path";
import { registryTargets } from "../../components/targets";
import { comparePlans } from "../../preview/compare/compare";
import type { Plan } from "../../preview/model/plan";
import { projectDir } from "../support/project";
import { registryPlanOf } from "../support/registries";

const program = join(projectDir, "test/fixtures/programs/registry-images");
const planOf = (cloud: string, images: string): Promise<Plan> =>
  registryPlanOf(`fixture-${cloud}`, { costCenter: images }, {}, program);

/** Resources of no single image, which may say that there is one more. */
const ofAll = /-registry-(repository|purge|registry)$/;

describe("another image of an application", () => {
  for (const cloud of registryTargets) {
    for (const [place, images] of Object.entries({
      first: "new,web,api",
      "in the middle": "web,new,api",
      last: "web,api,new",
    })) {
      it(`${cloud}: ${place}, touches the repository of no other`, async () => {
        const [before, after] = [await planOf(cloud, "web,api"), await planOf(cloud, images)];
        for (const [from, to, action] of [
          [before, after, "create"],
          [after, before, "delete"],
        ] as const) {
          const { changes } = comparePlans(from, to, "before");
          const touched = changes.filter(({ custom, action: its }) => custom && its !== "unchanged");
          assert.deepEqual(
            touched.filter(
              ({ name, action: its }) => !(its === action && /-new(-lifecycle)?$/.test(name)) && !ofAll.test(name),
            ),
            [],
          );
          assert.deepEqual(
            touched.filter(({ name, action: its }) => ofAll.test(name) && its !== "update"),
            [],
          );
        }
        assert.deepEqual(Object.keys(after.stackOutputs.repositories as object).sort(), ["api", "new", "web"]);
      });
    }
  }
});
