import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set imageScanningConfiguration: { scanOnPush: true }; on Google Cloud leave scanning on.";
const ecr = "aws:ecr/repository:Repository";
const artifacts = "gcp:artifactregistry/repository:Repository";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "scanned", type: ecr, properties: { imageScanningConfiguration: { scanOnPush: true } } },
    { name: "as it comes", type: artifacts, properties: { format: "DOCKER" } },
    {
      name: "as the project says",
      type: artifacts,
      properties: { vulnerabilityScanningConfig: { enablementConfig: "INHERITED" } },
    },
  ],
  fails: [
    {
      name: "not scanned",
      type: ecr,
      properties: {},
      messages: [`imageScanningConfiguration.scanOnPush is not set; required: true. ${mend}`],
    },
    {
      name: "turned off",
      type: artifacts,
      properties: { vulnerabilityScanningConfig: { enablementConfig: "DISABLED" } },
      messages: [`vulnerabilityScanningConfig.enablementConfig is "DISABLED"; required: "INHERITED". ${mend}`],
    },
  ],
};
