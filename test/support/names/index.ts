import type { TargetName } from "../../../components/targets";
import { awsNames } from "./aws";
import { azureNames } from "./azure";
import { gcpNames } from "./gcp";
import { kubernetesNames } from "./kubernetes";
import type { NameRules } from "./rule";

/** What each cloud takes as names. */
export const nameRules: Readonly<Record<TargetName, NameRules>> = {
  aws: awsNames,
  gcp: gcpNames,
  azure: azureNames,
  kubernetes: kubernetesNames,
};
