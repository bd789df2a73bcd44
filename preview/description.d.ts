/**
 * What a project tells `isotopo list`, `show` and `compare` about its stacks. `package.json` beside `Pulumi.yaml` names the
 * CommonJS module that exports it: `"isotopo": "./isotopo.js"`. Each part may be left out; the other commands read none of it.
 */
export interface ProjectDescription {
  /** Config keys of the project that `isotopo list` shows, one column each, in this order. Default: none. */
  columns?: readonly string[];
  /** The resource that `isotopo show` prints. */
  topology?: TopologyDescription;
  /** Stacks that are one application on several targets, for `isotopo compare`. */
  comparison?: ComparisonDescription;
}

/** A resource, such as a component, whose inputs are what the program decided. */
export interface TopologyDescription {
  /** Its type: `isotopo:index:AppTopology`. */
  type: string;
  /** The input that has the decided values. */
  values: string;
  /** The input that has the origin of each value, by path. A value without one is a `default`. Default: no origins. */
  origins?: string;
}

export interface ComparisonDescription {
  /** Config keys by which stacks belong together, and differ. */
  keys: { application: string; environment: string; target: string };
  /** The targets, in the order of their columns. */
  targets: readonly TargetDescription[];
  /** What an application can ask for. */
  options: readonly OptionDescription[];
}

export interface TargetDescription {
  /** The value of the config key `target`. */
  name: string;
  title: string;
  /**
   * The native service of each concept. Its resources are those of the component whose type ends with the concept's name, in
   * upper or lower case: `shop:index:Redis` for `redis`.
   */
  services: Readonly<Record<string, string>>;
  /** The end of a component's type, by concept, if it is not the concept's name. Default: none. */
  components?: Readonly<Record<string, string>>;
  /** Its support of each option, by the option's name. */
  options: Readonly<Record<string, OptionSupport>>;
}

export interface OptionDescription {
  name: string;
  meaning: string;
}

/** How a target supports an option. */
export type OptionSupport =
  | { level: "full"; by: string }
  | { level: "different"; by: string; difference: string }
  | { level: "refused"; reason: string };
