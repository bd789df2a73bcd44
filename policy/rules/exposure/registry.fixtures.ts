import type { ResourceFixtures } from "../../core/fixture";
import { namingGrants, namingPolicies, openGrants, openPolicies } from "../../kinds/everyone.fixtures";

const mend = "Grant the identities that build and run the images.";
const ecr = "aws:ecr/repositoryPolicy:RepositoryPolicy";
const artifacts = "gcp:artifactregistry/repositoryIam";
const acr = "azure-native:containerregistry:Registry";

export const fixtures: ResourceFixtures = {
  passes: [
    ...namingPolicies(ecr, "policy", { repository: "app" }),
    ...namingGrants(artifacts, { repository: "app" }),
    { name: "with a name", type: acr, properties: { anonymousPullEnabled: false } },
    { name: "nothing said", type: acr, properties: { sku: { name: "Premium" } } },
  ],
  fails: [
    ...openPolicies(ecr, "policy", mend, { repository: "app" }),
    ...openGrants(artifacts, { repository: "app" }, mend),
    {
      name: "without a name",
      type: acr,
      properties: { anonymousPullEnabled: true },
      messages: [`anonymousPullEnabled is true; required: false. ${mend}`],
    },
  ],
};
