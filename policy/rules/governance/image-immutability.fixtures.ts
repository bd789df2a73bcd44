import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set imageTagMutability: "IMMUTABLE"; on Google Cloud dockerConfig: { immutableTags: true }.';
const ecr = "aws:ecr/repository:Repository";
const artifacts = "gcp:artifactregistry/repository:Repository";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "immutable", type: ecr, properties: { imageTagMutability: "IMMUTABLE" } },
    {
      name: "immutable",
      type: artifacts,
      properties: { format: "DOCKER", dockerConfig: { immutableTags: true } },
      harmless: { format: "Other formats can't be overwritten." },
    },
    {
      name: "a mirror",
      type: artifacts,
      properties: { format: "DOCKER", mode: "REMOTE_REPOSITORY" },
      harmless: { format: "Other formats can't be overwritten." },
    },
    {
      name: "packages of Maven",
      type: artifacts,
      properties: { format: "MAVEN" },
      harmless: { format: "Only Docker's can be overwritten." },
    },
  ],
  fails: [
    {
      name: "as it comes",
      type: ecr,
      properties: {},
      messages: [`imageTagMutability is not set; required: one of IMMUTABLE, IMMUTABLE_WITH_EXCLUSION. ${fix}`],
    },
    {
      name: "as it comes",
      type: artifacts,
      properties: { format: "DOCKER" },
      messages: [`dockerConfig.immutableTags is not set; required: true. ${fix}`],
    },
  ],
};
