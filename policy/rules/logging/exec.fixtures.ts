import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Leave logging out, or set it to "OVERRIDE" with a log group or a bucket in logConfiguration.';
const type = "aws:ecs/cluster:Cluster";
const sessions = (logging: string, logConfiguration?: object) => ({
  configuration: { executeCommandConfiguration: { logging, logConfiguration } },
});

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "as it comes", type, properties: {} },
    {
      name: "to the container's own log",
      type,
      properties: sessions("DEFAULT"),
      harmless: { "configuration.executeCommandConfiguration.logging": "Anything but NONE logs." },
    },
    {
      name: "to a log group",
      type,
      properties: sessions("OVERRIDE", { cloudWatchLogGroupName: "sessions" }),
      harmless: { "configuration.executeCommandConfiguration.logging": "Anything but NONE logs." },
    },
    {
      name: "to a bucket",
      type,
      properties: sessions("OVERRIDE", { s3BucketName: "sessions" }),
      harmless: { "configuration.executeCommandConfiguration.logging": "Anything but NONE logs." },
    },
  ],
  fails: [
    {
      name: "nowhere",
      type,
      properties: sessions("NONE"),
      messages: [`configuration.executeCommandConfiguration.logging is "NONE"; required: not "NONE". ${fix}`],
    },
    {
      name: "to nothing that is named",
      type,
      properties: sessions("OVERRIDE", {}),
      messages: [
        `configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName is not set; required: a value. ${fix}`,
      ],
    },
  ],
};
