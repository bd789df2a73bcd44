import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { rule } from "./tags";

const fix = "Add the tag, or the label; a default of the provider is enough on AWS.";

/** Where a type keeps its tags. */
function placeOf(type: string): string {
  if (type === "gcp:container/cluster:Cluster") return "resourceLabels";
  if (type === "gcp:sql/databaseInstance:DatabaseInstance") return "settings.userLabels";
  if (type.startsWith("gcp:") && type !== "gcp:cloudrun/service:Service") return "labels";
  return type.startsWith("kubernetes:") || type.startsWith("gcp:") ? "metadata.labels" : "tags";
}

function propertiesWith(place: string, tags: object): Record<string, unknown> {
  const [first = place, second] = place.split(".");
  return second === undefined ? { [first]: tags } : { [first]: { [second]: tags } };
}

const types = Object.keys(rule.checks);

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map(
      (type): Passing => ({
        name: "with the tag",
        type,
        properties: propertiesWith(placeOf(type), { environment: "prod" }),
      }),
    ),
    { name: "by the provider", type: "aws:s3/bucket:Bucket", properties: { tagsAll: { environment: "prod" } } },
    { name: "in capitals", type: "aws:s3/bucket:Bucket", properties: { tags: { Environment: "prod" } } },
    {
      name: "with all that are asked for",
      type: "aws:s3/bucket:Bucket",
      properties: { tags: { owner: "data", "cost-center": "7" } },
      settings: { required: ["owner", "cost-center"] },
    },
  ],
  fails: [
    ...types.map((type): Failing => {
      const path = `${placeOf(type)}.environment`;
      return {
        name: "without the tag",
        type,
        properties: propertiesWith(placeOf(type), { other: "x" }),
        messages: [`${path} is not set; required: a value for the key environment. ${fix}`],
      };
    }),
    {
      name: "with an empty one, and without another",
      type: "aws:s3/bucket:Bucket",
      properties: { tags: { owner: "" } },
      settings: { required: ["owner", "cost-center"] },
      messages: [
        `tags.owner is ""; required: a value for the key owner. ${fix}`,
        `tags.cost-center is not set; required: a value for the key cost-center. ${fix}`,
      ],
    },
  ],
};
