import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import type { Check, Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { ofCloudRunContainers } from "../../kinds/cloud-run";
import { ofAppContainers } from "../../kinds/container-apps";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPodContainers } from "../../kinds/pods";

const digest = flagSetting("digest", "Whether a digest is asked for, and no tag is enough.", everywhere(false));

/** A reference of an image (OCI distribution specification): a digest, or a tag that is not the newest of the day. */
function pinned(image: View<string | undefined>, context: Context): Finding[] {
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

type Image = View<{ image?: string }>;

/** The checks of containers, each of which is also told the setting. */
function withContext(checks: (judge: (container: Image) => Finding[]) => Record<string, Check>): Record<string, Check> {
  const types = Object.keys(checks(() => []));
  return Object.fromEntries(
    types.map((type): [string, Check] => [
      type,
      (properties, context) =>
        checks((container) => pinned(container.at("image"), context))[type]?.(properties, context) ?? [],
    ]),
  );
}

/** Containers run the image that was tested. */
export const rule: Rule = {
  id: "containers-image-pinned",
  title: "Containers name the image that they run, not the newest of the day.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.32"], "SOC 2": ["CC8.1"] },
  why: "Two replicas of one release run two different programs, and nobody can go back to yesterday's.",
  mend: "Name the digest, or a tag of a version in a registry whose tags can't be moved.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  breaksBy: {
    "kinds that make Pods": ["spec.{containers,initContainers,ephemeralContainers}[].image"],
    "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions[].image", "runtimePlatform.operatingSystemFamily"],
    "gcp:cloudrunv2/service:Service": ["template.containers[].image"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["template.containers[].image"],
    "azure-native:app:ContainerApp": ["template.containers[].image", "template.initContainers[].image"],
    "azure-native:app:Job": ["template.containers[].image", "template.initContainers[].image"],
    "gcp:cloudrunv2/job:Job": ["template.template.containers[].image"],
  },
  settings: [digest],
  checks: {
    ...withContext((judge) => ofPodContainers((container) => judge(container.as<{ image?: string }>()))),
    ...withContext((judge) => ofTaskContainers((container) => judge(container.as<{ image?: string }>()))),
    ...withContext((judge) => ofCloudRunContainers((container) => judge(container.as<{ image?: string }>()))),
    ...withContext((judge) => ofAppContainers((container) => judge(container.as<{ image?: string }>()))),
  },
};
