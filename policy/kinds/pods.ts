import type { types } from "@pulumi/kubernetes";
import type { Context } from "../core/context";
import type { Finding } from "../core/finding";
import { alsoOfTemplates } from "../core/pod-templates";
import type { Check } from "../core/rule";
import type { View } from "../core/view";

/** A Pod's specification, and one container of it. */
export type PodSpec = types.output.core.v1.PodSpec;
export type Container = types.output.core.v1.Container;
/** What the security contexts of a Pod and of a container both have. */
export type SecurityContext = Pick<
  types.output.core.v1.SecurityContext,
  "appArmorProfile" | "runAsNonRoot" | "runAsUser" | "seLinuxOptions" | "seccompProfile" | "windowsOptions"
>;

/** What a Pod is made of, beside its specification. */
export interface Origin {
  /** Metadata of the Pod itself, not of the object that makes it. */
  metadata: View<types.output.meta.v1.ObjectMeta>;
  /** Whether it is a patch, which carries nothing but what it changes: what it leaves out may well be there. */
  isPatch: boolean;
}

/** Judges one Pod specification. */
export type PodCheck = (pod: View<PodSpec>, origin: Origin, context: Context) => Finding[];
/** Judges one container, init containers and debugging containers among them. */
export type ContainerCheck = (container: View<Container>, pod: View<PodSpec>, origin: Origin) => Finding[];

/** Which Pods a rule has something to say of. */
export interface Reach {
  /** Patches too: for rules that forbid values. A rule that requires one must not ask for it in a patch. */
  patches?: boolean;
  /** None that says it runs on Windows: for settings that Windows has not. What is not known yet may be Windows. */
  linuxOnly?: boolean;
}

type Template = { metadata: types.output.meta.v1.ObjectMeta; spec: PodSpec };
type Workload = { spec: { template: Template } };
type CronJob = { spec: { jobTemplate: { spec: { template: Template } } } };
type Place = (properties: View) => View<Template>;

const inPod: Place = (properties) => properties.as<Template>();
const inPodTemplate: Place = (properties) => properties.as<{ template: Template }>().at("template");
const inWorkload: Place = (properties) => properties.as<Workload>().at("spec").at("template");
const inCronJob: Place = (properties) =>
  properties.as<CronJob>().at("spec").at("jobTemplate").at("spec").at("template");

/** Where each kind that makes Pods has their template, in every version of its API. */
const templates: Readonly<Record<string, Place>> = {
  "core/v1:Pod": inPod,
  "core/v1:PodTemplate": inPodTemplate,
  "core/v1:ReplicationController": inWorkload,
  "apps/v1:Deployment": inWorkload,
  "apps/v1:StatefulSet": inWorkload,
  "apps/v1:DaemonSet": inWorkload,
  "apps/v1:ReplicaSet": inWorkload,
  "apps/v1beta1:Deployment": inWorkload,
  "apps/v1beta1:StatefulSet": inWorkload,
  "apps/v1beta2:Deployment": inWorkload,
  "apps/v1beta2:StatefulSet": inWorkload,
  "apps/v1beta2:DaemonSet": inWorkload,
  "apps/v1beta2:ReplicaSet": inWorkload,
  "extensions/v1beta1:Deployment": inWorkload,
  "extensions/v1beta1:DaemonSet": inWorkload,
  "extensions/v1beta1:ReplicaSet": inWorkload,
  "batch/v1:Job": inWorkload,
  "batch/v1:CronJob": inCronJob,
  "batch/v1beta1:CronJob": inCronJob,
  "batch/v2alpha1:CronJob": inCronJob,
};

/** Types of everything that makes Pods, without patches. */
export const podTypes: readonly string[] = Object.keys(templates).map((kind) => `kubernetes:${kind}`);

/** All of these in one word, for what breaks a rule: its properties begin where the Pod does. */
export const kindsOfPods = "kinds that make Pods";

/** A check of every kind that makes Pods. */
export function ofPods(judge: PodCheck, { patches = false, linuxOnly = false }: Reach = {}): Record<string, Check> {
  const checkOf = (place: Place, isPatch: boolean): Check => {
    const check: Check = (properties, context) => {
      const template = place(properties);
      const pod = template.at("spec");
      return linuxOnly && mayBeWindows(pod) ? [] : judge(pod, { metadata: template.at("metadata"), isPatch }, context);
    };
    return place === inPod ? alsoOfTemplates(check) : check;
  };
  return Object.fromEntries(
    Object.entries(templates).flatMap(([kind, place]) => [
      [`kubernetes:${kind}`, checkOf(place, false)],
      ...(patches ? [[`kubernetes:${kind}Patch`, checkOf(place, true)] as const] : []),
    ]),
  );
}

/** A check of every container of every kind that makes Pods. */
export function ofPodContainers(judge: ContainerCheck, reach: Reach = {}): Record<string, Check> {
  return ofPods((pod, origin) => containersOf(pod).flatMap((container) => judge(container, pod, origin)), reach);
}

/** Containers, init containers and debugging containers. */
export function containersOf(pod: View<PodSpec>): View<Container>[] {
  return [
    ...pod.at("containers").items(),
    ...pod.at("initContainers").items(),
    ...pod
      .at("ephemeralContainers")
      .items()
      .map((container) => container.as<Container>()),
  ];
}

/** The security context of the Pod, and those of its containers, whose values go before the Pod's. */
export function securityContextsOf(pod: View<PodSpec>): View<SecurityContext>[] {
  return [pod, ...containersOf(pod)].map((holder) =>
    holder.as<Container>().at("securityContext").as<SecurityContext>(),
  );
}

/** Windows has none of Linux' capabilities and profiles (Pod Security Standards, "OS-specific policy controls"). */
function mayBeWindows(pod: View<PodSpec>): boolean {
  return pod.at("os").at("name").mayBe("windows");
}
