import type { types } from "@pulumi/kubernetes";
import type { Context, Neighbour } from "../core/context";
import type { View } from "../core/view";

/** A Deployment, and what other objects say about it. */
export type Deployment = { metadata: types.output.meta.v1.ObjectMeta; spec: types.output.apps.v1.DeploymentSpec };
export type Autoscaler = { spec: types.output.autoscaling.v2.HorizontalPodAutoscalerSpec };
export type DisruptionBudget = {
  metadata: types.output.meta.v1.ObjectMeta;
  spec: types.output.policy.v1.PodDisruptionBudgetSpec;
};
export type Service = { metadata: types.output.meta.v1.ObjectMeta; spec: types.output.core.v1.ServiceSpec };

export const deploymentType = "kubernetes:apps/v1:Deployment";
export const serviceType = "kubernetes:core/v1:Service";
export const autoscalerType = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
export const disruptionBudgetType = "kubernetes:policy/v1:PodDisruptionBudget";

/** Pods of a Deployment at the least: of its autoscaler where it has one. Undefined where that is not known. */
export function replicasOf(deployment: View<Deployment>, context: Context): View<number> | undefined {
  const name = deployment.at("metadata").at("name");
  const own = context.all<Autoscaler>(autoscalerType).find(({ properties }) => {
    const target = properties.at("spec").at("scaleTargetRef");
    const named = target.at("name");
    return target.at("kind").mayBe("Deployment") && (!name.known || !named.known || named.text() === name.text());
  });
  const least = own === undefined ? deployment.at("spec").at("replicas") : own.properties.at("spec").at("minReplicas");
  return least.known ? least : undefined;
}

/**
 * Whether a selector is of a Deployment's Pods: all of its labels are theirs, in the same namespace. Where that is not known
 * yet, it is what the caller takes it for.
 */
export function selects(
  selector: View<Record<string, string> | undefined>,
  namespace: View<string | undefined>,
  deployment: View<Deployment>,
  ifUnknown: boolean,
): boolean {
  const there = deployment.at("metadata").at("namespace");
  const labels = deployment.at("spec").at("template").at("metadata").at("labels");
  if (![namespace, there, selector, labels].every(({ known }) => known)) return ifUnknown;
  const wanted = selector.entries().map(([key, value]) => [value, labels.at(key)] as const);
  const differs = wanted.some(
    ([value, own]) => value.known && own.known && (value.text() === undefined || value.text() !== own.text()),
  );
  if (wanted.length === 0 || differs || namespace.text() !== there.text()) return false;
  return wanted.every(([value, own]) => value.known && own.known) || ifUnknown;
}

/** Services that send requests to a Deployment. */
export function servicesOf(deployment: View<Deployment>, context: Context): Neighbour<Service>[] {
  return context
    .all<Service>(serviceType)
    .filter(({ properties }) =>
      selects(properties.at("spec").at("selector"), properties.at("metadata").at("namespace"), deployment, false),
    );
}
