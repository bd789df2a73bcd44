/** Properties of a resource as a program writes them. */
export type Properties = Readonly<Record<string, unknown>>;

/** A resource of a fixture, and what it is judged under. */
export interface FixtureResource {
  type: string;
  properties: Properties;
  /** Whether the resource option `protect` is set. */
  protect?: boolean;
}

/** A resource that a rule has nothing to say against. */
export interface Passing extends FixtureResource {
  name: string;
  /** Policy config of the rule, in the place of the production profile's. */
  settings?: Readonly<Record<string, unknown>>;
  /**
   * Properties that the rule reads here and that may be anything: by path, why. For the mutation test, which breaks every
   * property that is read.
   */
  harmless?: Readonly<Record<string, string>>;
}

/** A resource that breaks a rule, with every message of that rule. */
export interface Failing extends Omit<Passing, "harmless"> {
  messages: readonly string[];
}

/** What shows that a rule of single resources works, on every cloud that it covers. */
export interface ResourceFixtures {
  passes: readonly Passing[];
  fails: readonly Failing[];
  /** Types of which no resource passes: that it is there is the finding. */
  neverPasses?: readonly string[];
}

/** A resource of a stack; `uses` says which property was made of which other one, by name. */
export interface StackFixtureResource extends FixtureResource {
  name: string;
  uses?: Readonly<Record<string, string>>;
}

/** What shows that a rule of whole stacks works: `messages` are by the name of the resource. */
export interface StackFixtures {
  stacks: readonly {
    name: string;
    resources: readonly StackFixtureResource[];
    messages: Readonly<Record<string, readonly string[]>>;
    settings?: Readonly<Record<string, unknown>>;
    /** As `Passing.harmless`; each path begins with the resource's name: `bucket.forceDestroy`. */
    harmless?: Readonly<Record<string, string>>;
  }[];
}

export type Fixtures = ResourceFixtures | StackFixtures;
