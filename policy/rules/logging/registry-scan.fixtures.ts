import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set imageScanningConfiguration: { scanOnPush: true }; on Google Cloud leave scanning on.";
const ecr = "aws:ecr/repository:Repository";
const registry = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
const artifacts = "gcp:artifactregistry/repository:Repository";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "scanned, by the registry",
      type: registry,
      properties: { scanType: "ENHANCED", rules: [{ scanFrequency: "CONTINUOUS_SCAN" }] },
    },
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
      name: "scanned by hand only, by the registry",
      type: registry,
      properties: { scanType: "BASIC", rules: [{ scanFrequency: "MANUAL" }] },
      messages: [`rules[0].scanFrequency is "MANUAL"; required: one of SCAN_ON_PUSH, CONTINUOUS_SCAN. ${fix}`],
    },
    {
      name: "not scanned",
      type: ecr,
      properties: {},
      messages: [`imageScanningConfiguration.scanOnPush is not set; required: true. ${fix}`],
    },
    {
      name: "turned off",
      type: artifacts,
      properties: { vulnerabilityScanningConfig: { enablementConfig: "DISABLED" } },
      messages: [`vulnerabilityScanningConfig.enablementConfig is "DISABLED"; required: "INHERITED". ${fix}`],
    },
  ],
};
