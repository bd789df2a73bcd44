import { awsFacts } from "./aws/facts";
import { azureFacts } from "./azure/facts";
import type { CloudName } from "./contract/cloud-names";
import type { CloudFacts } from "./contract/facts";
import { gcpFacts } from "./gcp/facts";
import { kubernetesFacts } from "./kubernetes/facts";

/** What is known of each cloud without loading its SDK. */
export const cloudFacts: Readonly<Record<CloudName, CloudFacts>> = {
  aws: awsFacts,
  gcp: gcpFacts,
  azure: azureFacts,
  kubernetes: kubernetesFacts,
};
