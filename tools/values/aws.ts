import { awsComputeValues } from "./aws-compute";
import { awsDataValues } from "./aws-data";
import { awsEdgeValues } from "./aws-edge";
import { awsPolicyValues } from "./aws-policies";
import type { DocumentedValue } from "./value";

/** What the AWS components write as bare text. */
export const awsValues: readonly DocumentedValue[] = [
  ...awsPolicyValues,
  ...awsDataValues,
  ...awsComputeValues,
  ...awsEdgeValues,
];
