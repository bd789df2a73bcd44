import { awsValues } from "./aws";
import { azureDataValues } from "./azure-data";
import { azureEdgeValues } from "./azure-edge";
import { gcpDataValues } from "./gcp-data";
import { gcpEdgeValues } from "./gcp-edge";
import { kubernetesValues } from "./kubernetes";
import type { DocumentedValue } from "./value";

/** By provider, what the SDK has as bare text. */
export const documentedValues: Readonly<Record<string, readonly DocumentedValue[]>> = {
  aws: awsValues,
  gcp: [...gcpDataValues, ...gcpEdgeValues],
  "azure-native": [...azureDataValues, ...azureEdgeValues],
  kubernetes: kubernetesValues,
};
