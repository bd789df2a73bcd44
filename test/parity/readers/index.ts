import type { TargetName } from "../../../components/targets";
import type { Reading } from "../fact";
import type { FactName } from "../facts";
import { awsReadings } from "./aws";
import { azureReadings } from "./azure";
import { gcpReadings } from "./gcp";
import { kubernetesReadings } from "./kubernetes";

/** Where each fact stands on each cloud: the compiler names the reader that is missing. */
export const readings: Readonly<Record<TargetName, Readonly<Record<FactName, Reading>>>> = {
  aws: awsReadings,
  gcp: gcpReadings,
  azure: azureReadings,
  kubernetes: kubernetesReadings,
};
