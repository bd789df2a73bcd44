import type { EnvironmentTags } from "../../policy/protocol/environment-tags";
import { configTag, stacksTag } from "../../policy/protocol/names";

/** The stack, as far as a pack may ask for it. */
export interface PolicyStack {
  organization: string;
  project: string;
  stack: string;
  config: Readonly<Record<string, string>>;
  /** The environment whose rules apply, whatever the stack says. */
  profile?: string;
  /** Environment tags, if no config is known. */
  tags?: EnvironmentTags;
}

/** The stacks that a pack's process may judge after its own, from the tags of its summary. */
export class PackReach {
  /** Names of other stacks; undefined for a pack that knows one stack only. */
  private readonly others: RegExp | undefined;
  private readonly alike: readonly string[];

  constructor(
    tags: readonly string[],
    private readonly own: PolicyStack,
  ) {
    const [pattern] = behind(stacksTag, tags);
    this.others = pattern === undefined ? undefined : new RegExp(pattern);
    this.alike = behind(configTag, tags);
  }

  /** Whether other stacks are possible at all. */
  get hasOthers(): boolean {
    return this.others !== undefined;
  }

  /** Whether a stack is among them, judged by its name and config. */
  has(stack: PolicyStack): boolean {
    return this.statedBy(this.own) === this.statedBy(stack) && (this.others?.test(stack.stack) ?? false);
  }

  /** The config values that must be equal, as one text. One of their namespaces is the project. */
  private statedBy({ project, config, profile }: PolicyStack): string {
    const values = Object.entries(config).filter(([key]) => this.alike.includes(key.split(":").at(-1) ?? ""));
    return JSON.stringify([project, profile, values.sort(([a], [b]) => (a < b ? -1 : 1))]);
  }
}

function behind(prefix: string, tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}
