import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";

/** A Pod's specification, and one container of it. */
export type PodSpec = types.output.core.v1.PodSpec;
export type Container = types.output.core.v1.Container;

/** Judges one Pod specification. */
export type PodCheck = (pod: View<PodSpec>) => Finding[];
/** Judges one container, init containers and debugging containers among them. */
export type ContainerCheck = (container: View<Container>, pod: View<PodSpec>) => Finding[];

type Template = { spec: PodSpec };
type Workload = { spec: { template: Template } };
type CronJob = { spec: { jobTemplate: { spec: { template: Template } } } };

const inPod = (properties: View): View<PodSpec> => properties.as<Template>().at("spec");
const inPodTemplate = (properties: View): View<PodSpec> =>
  properties.as<{ template: Template }>().at("template").at("spec");
const inWorkload = (properties: View): View<PodSpec> => properties.as<Workload>().at("spec").at("template").at("spec");
const inCronJob = (properties: View): View<PodSpec> =>
  properties.as<CronJob>().at("spec").at("jobTemplate").at("spec").at("template").at("spec");

/** Where each kind that makes Pods has their specification, in every version of its API. */
const podSpecs: Readonly<Record<string, (properties: View) => View<PodSpec>>> = {
  "kubernetes:core/v1:Pod": inPod,
  "kubernetes:core/v1:PodTemplate": inPodTemplate,
  "kubernetes:core/v1:ReplicationController": inWorkload,
  "kubernetes:batch/v1:Job": inWorkload,
  "kubernetes:batch/v1:CronJob": inCronJob,
  "kubernetes:batch/v1beta1:CronJob": inCronJob,
  ...Object.fromEntries(
    ["apps/v1", "apps/v1beta1", "apps/v1beta2", "extensions/v1beta1"].flatMap((version) =>
      ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].map((kind) => [
        `kubernetes:${version}:${kind}`,
        inWorkload,
      ]),
    ),
  ),
};

/** A check of every kind that makes Pods, and of the patches of these kinds where they say something. */
export function ofPods(judge: PodCheck): Record<string, Check> {
  return Object.fromEntries(
    Object.entries(podSpecs).map(([type, podSpec]): [string, Check] => [
      type,
      (properties) => {
        const pod = podSpec(properties);
        return pod.isSet && !isWindows(pod) ? judge(pod) : [];
      },
    ]),
  );
}

/** A check of every container of every kind that makes Pods. */
export function ofPodContainers(judge: ContainerCheck): Record<string, Check> {
  return ofPods((pod) => containersOf(pod).flatMap((container) => judge(container, pod)));
}

/** A container may be exempt where the Pod already says it: the value of the container goes first. */
function containersOf(pod: View<PodSpec>): View<Container>[] {
  return [
    ...pod.at("containers").items(),
    ...pod.at("initContainers").items(),
    ...pod
      .at("ephemeralContainers")
      .items()
      .map((container) => container.as<Container>()),
  ];
}

/** Windows has none of Linux' users, capabilities and profiles (Pod Security Standards, "OS-specific policy controls"). */
function isWindows(pod: View<PodSpec>): boolean {
  return pod.at("os").at("name").mayBe("windows");
}
