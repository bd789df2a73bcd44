import type { ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, otherPlatforms } from "../../kinds/cloud-containers.fixtures";

const mend = "Name the digest, or a tag of a version in a registry whose tags can't be moved.";
const platforms = [...otherPlatforms, ...cloudPlatforms];
const digest = `registry.example.org/web@sha256:${"a".repeat(64)}`;

export const fixtures: ResourceFixtures = {
  passes: platforms.flatMap(({ type, of }) => [
    { name: "by digest", type, properties: of({ image: digest }), settings: { digest: true } },
    { name: "by version", type, properties: of({ image: "registry.example.org:5000/web:1.2.3" }) },
  ]),
  fails: platforms.flatMap(({ type, of, path }) => [
    {
      ...{ name: "without a tag", type, properties: of({ image: "registry.example.org:5000/web" }) },
      messages: [
        `${path}.image is "registry.example.org:5000/web"; required: a digest, or a tag of a version. ${mend}`,
      ],
    },
    {
      ...{ name: "the newest", type, properties: of({ image: "web:latest" }) },
      messages: [`${path}.image is "web:latest"; required: a digest, or a tag of a version. ${mend}`],
    },
    {
      ...{
        name: "a tag where a digest is asked for",
        type,
        properties: of({ image: "web:1.0" }),
        settings: { digest: true },
      },
      messages: [`${path}.image is "web:1.0"; required: a digest: …@sha256:…. ${mend}`],
    },
  ]),
};
