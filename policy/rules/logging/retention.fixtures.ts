import type { ResourceFixtures } from "../../core/fixture";

const message = (path: string, found: string, days = 90) =>
  `${path} is ${found}; required: at least ${days} days. Set the retention in days.`;
const group = "aws:cloudwatch/logGroup:LogGroup";
const bucket = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const workspace = "azure-native:operationalinsights:Workspace";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "90 days", type: group, properties: { retentionInDays: 90 } },
    { name: "a group of deliveries", type: group, properties: { logGroupClass: "DELIVERY" } },
    {
      name: "a week, where that is enough",
      type: group,
      properties: { retentionInDays: 7 },
      settings: { minimumDays: 7 },
    },
    { name: "a bucket", type: bucket, properties: { retentionDays: 90 } },
    { name: "a workspace", type: workspace, properties: { retentionInDays: 365 } },
  ],
  fails: [
    { name: "for ever", type: group, properties: {}, messages: [message("retentionInDays", "not set")] },
    {
      name: "for ever, said so",
      type: group,
      properties: { retentionInDays: 0 },
      messages: [message("retentionInDays", "0")],
    },
    { name: "a month", type: bucket, properties: { retentionDays: 30 }, messages: [message("retentionDays", "30")] },
    {
      name: "a year, where it has to be more",
      type: workspace,
      properties: { retentionInDays: 365 },
      settings: { minimumDays: 400 },
      messages: [message("retentionInDays", "365", 400)],
    },
  ],
};
