import type { ResourceFixtures } from "../../core/fixture";
import { deploymentType, deploymentWith, podType, podWith } from "../../kinds/pods.fixtures";

const mend = "Set automountServiceAccountToken: false in the Pod and in its service account.";
const account = "kubernetes:core/v1:ServiceAccount";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a Pod without", type: podType, properties: podWith({}, { automountServiceAccountToken: false }) },
    {
      name: "a Deployment without",
      type: deploymentType,
      properties: deploymentWith({}, { automountServiceAccountToken: false }),
    },
    { name: "an account without", type: account, properties: { automountServiceAccountToken: false } },
  ],
  fails: [
    {
      name: "as it comes",
      type: podType,
      properties: podWith({}),
      messages: [`spec.automountServiceAccountToken is not set; required: false. ${mend}`],
    },
    {
      name: "with one",
      type: deploymentType,
      properties: deploymentWith({}, { automountServiceAccountToken: true }),
      messages: [`spec.template.spec.automountServiceAccountToken is true; required: false. ${mend}`],
    },
    {
      name: "as it comes",
      type: account,
      properties: {},
      messages: [`automountServiceAccountToken is not set; required: false. ${mend}`],
    },
  ],
};
