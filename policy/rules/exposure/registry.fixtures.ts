import type { ResourceFixtures } from "../../core/fixture";
import { namingDocuments, namingGrants, openDocuments, openGrants } from "../../kinds/everyone.fixtures";
import { registryGrants } from "../../kinds/google-grants";
import { registryPolicies } from "../../kinds/policy-documents";

const fix = "Grant the identities that build and run the images.";
const acr = "azure-native:containerregistry:Registry";

export const fixtures: ResourceFixtures = {
  passes: [
    ...namingDocuments(registryPolicies),
    ...namingGrants(registryGrants, { repository: "app" }),
    { name: "with a name", type: acr, properties: { anonymousPullEnabled: false } },
    { name: "nothing said", type: acr, properties: { sku: { name: "Premium" } } },
  ],
  fails: [
    ...openDocuments(registryPolicies, fix),
    ...openGrants(registryGrants, { repository: "app" }, fix),
    {
      name: "without a name",
      type: acr,
      properties: { anonymousPullEnabled: true },
      messages: [`anonymousPullEnabled is true; required: false. ${fix}`],
    },
  ],
};
