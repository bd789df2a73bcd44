import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set settings: [{ name: "containerInsights", value: "enabled" }].';
const type = "aws:ecs/cluster:Cluster";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "measured", type, properties: { settings: [{ name: "containerInsights", value: "enabled" }] } }],
  fails: [
    {
      name: "as it comes",
      type,
      properties: {},
      messages: [`settings is not set; required: containerInsights. ${fix}`],
    },
    {
      name: "turned off",
      type,
      properties: { settings: [{ name: "containerInsights", value: "disabled" }] },
      messages: [`settings[0].value is "disabled"; required: one of enabled, enhanced. ${fix}`],
    },
  ],
};
