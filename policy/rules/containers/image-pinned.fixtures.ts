import type { ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, groupPlatforms, otherPlatforms } from "../../kinds/cloud-containers.fixtures";
import { pathFixtures } from "../../kinds/other-containers.fixtures";
import { containersSayNothing, patchesThatFail, patchesThatPass, podType } from "../../kinds/pods.fixtures";

import { otherImages } from "./image-pinned";

const fix = "Name the digest, or a tag of a version in a registry whose tags can't be moved.";
const platforms = [
  ...[...otherPlatforms, ...cloudPlatforms].map((platform) => ({ ...platform, harmless: {} })),
  // A group may leave the image to its profile.
  ...groupPlatforms.map((platform) => ({ ...platform, harmless: { containers: containersSayNothing } })),
];
const digest = `registry.example.org/web@sha256:${"a".repeat(64)}`;

/** A Pod with images as volumes. */
const volumes = (...references: (string | undefined)[]) => ({
  spec: {
    containers: [{ name: "app", image: digest }],
    volumes: [
      { name: "scratch", emptyDir: {} },
      ...references.map((reference) => ({ name: "model", image: { pullPolicy: "IfNotPresent", reference } })),
    ],
  },
});

const others = pathFixtures(
  otherImages,
  { good: digest, bad: "web:latest", message: `is "web:latest"; required: a digest, or a tag of a version. ${fix}` },
  containersSayNothing,
);

export const fixtures: ResourceFixtures = {
  passes: [
    ...others.passes,
    ...platforms.flatMap(({ type, of, harmless }) => [
      { name: "by digest", type, properties: of({ image: digest }), settings: { digest: true }, harmless },
      { name: "by version", type, properties: of({ image: "registry.example.org:5000/web:1.2.3" }), harmless },
    ]),
    ...groupPlatforms.map(({ type }) => ({
      name: "left to a profile",
      type,
      properties: { containers: [{ name: "app" }], initContainers: [{ name: "init" }] },
      harmless: { containers: containersSayNothing, initContainers: containersSayNothing },
    })),
    ...patchesThatPass(
      { containers: [{ name: "app", image: digest }, { name: "sidecar" }] },
      { containers: containersSayNothing },
    ),
    {
      name: "volumes by digest and by version",
      type: podType,
      properties: volumes(digest, "models/llm:1.2.3"),
      harmless: { "spec.volumes": "A volume that is no image is not pulled." },
    },
  ],
  fails: [
    ...others.fails,
    ...platforms.flatMap(({ type, of, path }) => [
      {
        name: "without a tag",
        type,
        properties: of({ image: "registry.example.org:5000/web" }),
        messages: [
          `${path}.image is "registry.example.org:5000/web"; required: a digest, or a tag of a version. ${fix}`,
        ],
      },
      {
        name: "the newest",
        type,
        properties: of({ image: "web:latest" }),
        messages: [`${path}.image is "web:latest"; required: a digest, or a tag of a version. ${fix}`],
      },
      {
        name: "a tag where a digest is asked for",
        type,
        properties: of({ image: "web:1.0" }),
        settings: { digest: true },
        messages: [`${path}.image is "web:1.0"; required: a digest: …@sha256:…. ${fix}`],
      },
    ]),
    ...patchesThatFail({ containers: [{ name: "app", image: "web:latest" }] }, (pod) => [
      `${pod}.containers[0].image is "web:latest"; required: a digest, or a tag of a version. ${fix}`,
    ]),
    {
      name: "volumes without a tag, of the newest, and without a reference",
      type: podType,
      properties: volumes("models/llm", "models/llm:latest", undefined),
      messages: [
        `spec.volumes[1].image.reference is "models/llm"; required: a digest, or a tag of a version. ${fix}`,
        `spec.volumes[2].image.reference is "models/llm:latest"; required: a digest, or a tag of a version. ${fix}`,
        `spec.volumes[3].image.reference is not set; required: an image. ${fix}`,
      ],
    },
    {
      name: "a volume's tag where a digest is asked for",
      type: podType,
      properties: volumes("models/llm:1.2.3"),
      settings: { digest: true },
      messages: [`spec.volumes[1].image.reference is "models/llm:1.2.3"; required: a digest: …@sha256:…. ${fix}`],
    },
  ],
};
