import type { CloudName } from "./cloud-names";
import type { Labels } from "./labels";

/** The three environments, weakest first. */
export const environmentNames = ["dev", "staging", "prod"] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** What every component needs to know of where it stands. */
export interface ComponentContext {
  /** `<app>-<environment>`: the prefix of every resource name. */
  name: string;
  app: string;
  environment: EnvironmentName;
  cloud: CloudName;
  /** The cloud's own region name. On Kubernetes a free label of the cluster. */
  region: string;
  labels: Labels;
  /**
   * True where stateful resources are held: the cloud's deletion protection and Pulumi's `protect`.
   * Always true in `prod` unless the stack says otherwise.
   */
  protect: boolean;
}
