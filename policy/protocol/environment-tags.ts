/** What tags of a stack's resources say of its environment. */
export interface EnvironmentTags {
  /** Each value, with the number of resources that have it. */
  said: Readonly<Record<string, number>>;
  /** How many resources have tags, and none that says an environment. */
  silent: number;
}
