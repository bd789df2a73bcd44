import type { ComponentContext } from "../contract";

/** Metadata of an object of ours. */
export interface ObjectMetadata {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Label by which policies and selectors find the Pods of one part. */
const partLabel = "isotopo.dev/part";
/** Label of Pods that run the application's own code, whichever part they are. */
export const workloadLabel = "isotopo.dev/workload";

/** Selects the Pods of a part. Selectors of Deployments can't be changed later, so this is all they hold. */
export function partSelector({ name }: ComponentContext, part: string): Record<string, string> {
  return { "app.kubernetes.io/instance": name, [partLabel]: part };
}

/**
 * Labels of an object: Kubernetes' recommended ones and those of the topology. The owner may hold characters that a label
 * can't have, so it is in an annotation.
 */
export function labels(context: ComponentContext, part: string): Record<string, string> {
  return {
    "app.kubernetes.io/name": context.app,
    "app.kubernetes.io/component": part,
    "app.kubernetes.io/part-of": context.name,
    "app.kubernetes.io/managed-by": context.labels["managed-by"],
    ...partSelector(context, part),
    app: context.labels.app,
    environment: context.labels.environment,
    "cost-center": context.labels["cost-center"],
  };
}

/** Labels of Pods: what is booked on which cost centre is the namespace's, and a new one restarts nothing. */
export function podLabels(context: ComponentContext, part: string): Record<string, string> {
  const { "cost-center": _, ...kept } = labels(context, part);
  return kept;
}

/**
 * Labels that an operator puts on what it makes itself: those that only this project sets. CloudNativePG has
 * `app.kubernetes.io/name`, `instance`, `version`, `component` and `managed-by` of its own, and would put ours and its own
 * on each volume claim in turn, at every reconcile (pkg/reconciler/persistentvolumeclaim/metadata.go).
 */
export function inheritedLabels(context: ComponentContext, part: string): Record<string, string> {
  return {
    "app.kubernetes.io/part-of": context.name,
    [partLabel]: part,
    app: context.labels.app,
    environment: context.labels.environment,
  };
}

/** Annotation by which the provider waits for an operator to say that its object is ready. */
export const waitForReady = { "pulumi.com/waitFor": "condition=Ready" } as const;

/** Metadata of an object in the topology's namespace. Names are explicit: they are the same at every run. */
export function metadata(
  context: ComponentContext,
  part: string,
  name: string,
  annotations: Record<string, string> = {},
): ObjectMetadata {
  return {
    name,
    namespace: context.name,
    labels: labels(context, part),
    annotations: { "isotopo.dev/owner": context.labels.owner, ...annotations },
  };
}
