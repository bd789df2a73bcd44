/** Properties of a resource as a program writes them. */
export type Properties = Readonly<Record<string, unknown>>;

/** A resource that a rule has nothing to say against. */
export interface Passing {
  name: string;
  type: string;
  properties: Properties;
}

/** A resource that breaks a rule, with every message of that rule. */
export interface Failing extends Passing {
  messages: readonly string[];
}

/** What shows that a rule of single resources works, on every cloud that it covers. */
export interface ResourceFixtures {
  passes: readonly Passing[];
  fails: readonly Failing[];
}

/** A resource of a stack; `uses` says which property was made of which other one, by name. */
export interface StackFixtureResource {
  name: string;
  type: string;
  properties: Properties;
  uses?: Readonly<Record<string, string>>;
}

/** What shows that a rule of whole stacks works: `messages` are by the name of the resource. */
export interface StackFixtures {
  stacks: readonly {
    name: string;
    resources: readonly StackFixtureResource[];
    messages: Readonly<Record<string, readonly string[]>>;
  }[];
}

export type Fixtures = ResourceFixtures | StackFixtures;
