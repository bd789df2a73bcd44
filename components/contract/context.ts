import type { Labels } from "./labels";

/** The three environments, weakest first. */
export const environmentNames = ["dev", "staging", "prod"] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/**
 * Longest name of an application. With environment and instance it makes at most 49 characters, which begin every name: longer
 * names are shortened to the service's limit; a Kubernetes namespace takes all 49.
 */
export const longestAppName = 30;

/** The context of a component: name, place and labels of its stack. */
export interface ComponentContext {
  /** `<app>-<environment>`, and `-<instance>` where there is one; a registry's is `<app>`. The prefix of every resource name. */
  name: string;
  app: string;
  environment: EnvironmentName;
  /** Name of a target, or that of a target of another program. */
  cloud: string;
  /** The cloud's own region name. On Kubernetes a free label of the cluster. */
  region: string;
  labels: Labels;
  /**
   * True where stateful resources are held: the cloud's deletion protection and Pulumi's `protect`.
   * Always true in `prod` unless the stack says otherwise.
   */
  protect: boolean;
  /**
   * True where data at rest is encrypted with keys of the topology's own, which it can take away, instead of the
   * platform's. Decided once: most services can't change it on what they hold.
   */
  customerManagedKeys: boolean;
}

/**
 * Whether it is one of several copies of an environment, such as a pull request's: they come and go, and leave nothing
 * behind. The name decides, so that the answer stays the same during a destroy, when `protect` is already off.
 */
export function isCopy({ name, app, environment }: Pick<ComponentContext, "name" | "app" | "environment">): boolean {
  return name.startsWith(`${app}-${environment}-`);
}
