import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import type { Check, Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { ofCloudRunContainers } from "../../kinds/cloud-run";
import { ofAppContainers } from "../../kinds/container-apps";
import { brokenInGroups, ofGroupContainers } from "../../kinds/container-groups";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPaths, otherSettings, pathsBreakBy } from "../../kinds/other-containers";
import { containersOf, ofPods, type PodSpec } from "../../kinds/pods";

const digest = flagSetting("digest", "Whether a digest is asked for, and no tag is enough.", everywhere(false));

type Image = View<string | undefined>;

/** A reference of an image (OCI distribution specification): a digest, or a tag that is not the newest of the day. */
function pinned(image: Image, context: Context): Finding[] {
  const text = image.text();
  if (!image.known) return [];
  if (text === undefined) return [{ path: image.path, found: image.shown(), required: "an image" }];
  if (/@sha256:[0-9a-f]{64}$/.test(text)) return [];
  if (context.get(digest)) return [{ path: image.path, found: image.shown(), required: "a digest: …@sha256:…" }];
  const [, tag = "latest"] = /:([\w.-]+)$/.exec(text) ?? [];
  return tag === "latest"
    ? [{ path: image.path, found: image.shown(), required: "a digest, or a tag of a version" }]
    : [];
}

/** The checks of images, each of which is also told the setting. */
function withContext(checks: (judge: (image: Image) => Finding[]) => Record<string, Check>): Record<string, Check> {
  const types = Object.keys(checks(() => []));
  return Object.fromEntries(
    types.map((type): [string, Check] => [
      type,
      (properties, context) => checks((image) => pinned(image, context))[type]?.(properties, context) ?? [],
    ]),
  );
}

/** Images of a Pod's containers, and those that are its volumes: they are pulled in the same way. */
function imagesOf(pod: View<PodSpec>): Image[] {
  const volumes = pod
    .at("volumes")
    .items()
    .map((volume) => volume.at("image"))
    .filter((image) => image.isSet);
  return [
    ...containersOf(pod).map((container) => container.at("image")),
    ...volumes.map((image) => image.at("reference")),
  ];
}

/** Where the types that are no platform's, and have images, have them. */
export const otherImages: Readonly<Record<string, readonly string[]>> = {
  ...otherSettings("image", "image"),
  "aws:apprunner/service:Service": ["sourceConfiguration.imageRepository.imageIdentifier"],
  "aws:ecs/expressGatewayService:ExpressGatewayService": ["primaryContainer.image"],
  "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": ["containers.*.image"],
  "azure-native:app:ContainerAppsSessionPool": ["customContainerTemplate.containers.*.image"],
};

/** Containers run the image that was tested. */
export const rule: Rule = {
  id: "containers-image-pinned",
  title: "Containers name the image that they run, not the newest of the day.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.32"], "SOC 2": ["CC8.1"] },
  why: "Two replicas of one release run two different programs, and nobody can go back to yesterday's.",
  fix: "Name the digest, or a tag of a version in a registry whose tags can't be moved.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  breaksBy: {
    "kinds that make Pods": [
      "spec.volumes[].image.reference",
      "spec.{containers,initContainers,ephemeralContainers}[].image",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions[].image", "runtimePlatform.operatingSystemFamily"],
    "gcp:cloudrun/service:Service": ["template.spec.containers[].image"],
    "gcp:cloudrunv2/service:Service": ["template.containers[].image"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["template.containers[].image"],
    "azure-native:app:ContainerApp": ["template.containers[].image", "template.initContainers[].image"],
    "azure-native:app:Job": ["template.containers[].image", "template.initContainers[].image"],
    "gcp:cloudrunv2/job:Job": ["template.template.containers[].image"],
    ...brokenInGroups("image"),
    ...pathsBreakBy(otherImages),
  },
  settings: [digest],
  checks: {
    // Not wrapped: a check of Pods is known by itself to be one of every template.
    ...ofPods(
      (pod, { isPatch }, context) =>
        imagesOf(pod)
          // What is patched has an image already.
          .filter((image) => !isPatch || image.isSet)
          .flatMap((image) => pinned(image, context)),
      { patches: true },
    ),
    // A node of Batch may leave it to another one's.
    ...withContext((judge) => ofPaths(otherImages, (image) => (image.isSet ? judge(image.as()) : []))),
    ...withContext((judge) => ofTaskContainers((container) => judge(container.at("image")))),
    ...withContext((judge) => ofCloudRunContainers((container) => judge(container.at("image")))),
    ...withContext((judge) => ofAppContainers((container) => judge(container.at("image")))),
    ...withContext((judge) =>
      // A group may leave it to its profile.
      ofGroupContainers((container) => (container.at("image").isSet ? judge(container.at("image")) : [])),
    ),
  },
};
