import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set performanceInsightsEnabled: true; on Google Cloud insightsConfig: { queryInsightsEnabled: true }.";
const rds = "aws:rds/instance:Instance";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "measured", type: rds, properties: { performanceInsightsEnabled: true } },
    { name: "measured", type: sql, properties: { settings: { insightsConfig: { queryInsightsEnabled: true } } } },
  ],
  fails: [
    {
      name: "not measured",
      type: rds,
      properties: {},
      messages: [`performanceInsightsEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "turned off",
      type: sql,
      properties: { settings: { insightsConfig: { queryInsightsEnabled: false } } },
      messages: [`settings.insightsConfig.queryInsightsEnabled is false; required: true. ${fix}`],
    },
  ],
};
