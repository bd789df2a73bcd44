import type { ResourceFixtures } from "../../core/fixture";
import { podType, podWith } from "../../kinds/pods.fixtures";

const mend = "Make a service account for the workload, and name it.";
const email = "web@shop.iam.gserviceaccount.com";
const shared = "123-compute@developer.gserviceaccount.com";
/** By type: where the account is, and properties with one. */
const shapes: readonly (readonly [type: string, path: string, of: (account?: string) => Record<string, unknown>])[] = [
  ["gcp:cloudrunv2/service:Service", "template.serviceAccount", (serviceAccount) => ({ template: { serviceAccount } })],
  [
    "gcp:cloudrunv2/job:Job",
    "template.template.serviceAccount",
    (serviceAccount) => ({ template: { template: { serviceAccount } } }),
  ],
  [
    "gcp:cloudrunv2/workerPool:WorkerPool",
    "template.serviceAccount",
    (serviceAccount) => ({ template: { serviceAccount } }),
  ],
  ["gcp:compute/instance:Instance", "serviceAccount.email", (account) => ({ serviceAccount: { email: account } })],
];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "its own", type: podType, properties: podWith({}, { serviceAccountName: "web" }) },
    { name: "without a token", type: podType, properties: podWith({}, { automountServiceAccountToken: false }) },
    ...shapes.map(([type, , of]) => ({ name: "its own", type, properties: of(email) })),
  ],
  fails: [
    {
      name: "the default",
      type: podType,
      properties: podWith({}, { serviceAccountName: "default" }),
      messages: [`spec.serviceAccountName is "default"; required: an account of its own. ${mend}`],
    },
    ...shapes.flatMap(([type, path, of]) => [
      {
        ...{ name: "none", type, properties: of() },
        messages: [`${path} is not set; required: an account of its own. ${mend}`],
      },
      {
        ...{ name: "the project's", type, properties: of(shared) },
        messages: [`${path} is "${shared}"; required: an account of its own. ${mend}`],
      },
    ]),
  ],
};
