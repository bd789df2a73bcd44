import type { EnvironmentTags } from "../../policy/protocol/environment-tags";
import { configTag, stacksTag } from "../../policy/protocol/names";

/** Facts of the stack that a pack may ask for. */
export interface PolicyStack {
  organization: string;
  project: string;
  stack: string;
  config: Readonly<Record<string, string>>;
  /** The environment that packs are to judge by, whatever the stack says. */
  profile?: string;
  /** What tags say, where no config is known. */
  tags?: EnvironmentTags;
}

/** Which stacks a pack's process may judge after its own, by the tags of its summary. */
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

  /** Whether there may be another stack. */
  get hasOthers(): boolean {
    return this.others !== undefined;
  }

  /** Whether that stack is one, as far as its name and config go. */
  has(stack: PolicyStack): boolean {
    return this.statedBy(this.own) === this.statedBy(stack) && (this.others?.test(stack.stack) ?? false);
  }

  /** What config says under the names that have to be alike, as one text; the project is a namespace of them. */
  private statedBy({ project, config, profile }: PolicyStack): string {
    const values = Object.entries(config).filter(([key]) => this.alike.includes(key.split(":").at(-1) ?? ""));
    return JSON.stringify([project, profile, values.sort(([a], [b]) => (a < b ? -1 : 1))]);
  }
}

function behind(prefix: string, tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}
