import { type Profile, profiles } from "./profile";

/**
 * Names of environments, each with the profile that it is judged by. Beside these a team has its own: `environments.yaml`
 * in the pack's folder.
 */
const knownNames: Readonly<Record<string, Profile>> = {
  ...named("dev", ["dev", "devel", "develop", "development", "local", "sandbox", "test", "testing", "ephemeral"]),
  ...named("staging", ["staging", "stage", "stg", "qa", "uat", "acceptance", "integration", "preprod"]),
  ...named("staging", ["preproduction"]),
  ...named("prod", ["prod", "production", "prd", "live"]),
};

function named(profile: Profile, names: readonly string[]): Record<string, Profile> {
  return Object.fromEntries(names.map((name) => [name, profile]));
}

/** What is known of a stack that may say its environment. */
export interface EnvironmentFacts {
  /** The profile that somebody asked for by name: it goes before all else. */
  asked?: Profile;
  /** Config of the stack that says its environment, by key: of the project's namespace and of `isotopo`. */
  config?: Readonly<Record<string, string>>;
  /** What tags of resources say, with the number of resources; asked where no config is known. */
  tags?: Readonly<Record<string, number>>;
  /** Names beside the known ones. */
  names?: Readonly<Record<string, Profile>>;
}

/** How a stack is judged, and why. */
export interface Environment {
  profile: Profile;
  /** In words, to be put behind "judged as prod: ". */
  reason: string;
  /** Whether a reader has to be told: sources contradict each other, or none says an environment that is known. */
  odd: boolean;
}

/** One source that says an environment. */
interface Statement {
  profile: Profile;
  words: string;
  isKnown: boolean;
}

/** What decides by which profile stacks of one kind are judged; only their names differ. */
export class Environments {
  private readonly names: Readonly<Record<string, Profile>>;

  constructor(private readonly facts: EnvironmentFacts) {
    this.names = { ...knownNames, ...facts.names };
  }

  /**
   * The profile of a stack: of its config, else of its resources' tags, else of its name's end, else production's. A source
   * further back that says a stronger one goes before a weaker one: who strengthens by mistake is told, who weakens by
   * mistake would not notice.
   */
  of(stack: string): Environment {
    const { asked } = this.facts;
    if (asked !== undefined) return { profile: asked, reason: "it was asked for", odd: false };
    const [first, ...others] = [this.ofConfig(), this.ofTags(), this.ofName(stack)].flatMap((statements) =>
      statements.sort((a, b) => strength(b) - strength(a)),
    );
    if (first === undefined) return { profile: "prod", reason: "nothing says its environment", odd: true };
    const differing = others.filter(({ profile }) => profile !== first.profile);
    const [other] = differing;
    if (other === undefined) return { profile: first.profile, reason: first.words, odd: !first.isKnown };
    const strongest = [first, ...differing].reduce((a, b) => (strength(b) > strength(a) ? b : a));
    const weaker = strongest === first ? other : first;
    return {
      profile: strongest.profile,
      reason: `${strongest.words}, and ${weaker.words}: the stronger holds`,
      odd: true,
    };
  }

  /** The names of the stacks that are judged as this one is, as far as the name goes. */
  like(stack: string): RegExp {
    const { profile } = this.of(stack);
    const ends = Object.keys(this.names);
    const same = ends.filter((end) => this.of(end).profile === profile);
    if (this.of("").profile !== profile) return new RegExp(`(^|[-._/])(${same.join("|")})$`);
    const others = ends.filter((end) => !same.includes(end));
    return others.length === 0 ? /^/ : new RegExp(`^(?!(.*[-._/])?(${others.join("|")})$)`, "s");
  }

  private ofConfig(): Statement[] {
    return Object.entries(this.facts.config ?? {}).map(([key, value]) => this.statement(value, `config ${key} is`));
  }

  private ofTags(): Statement[] {
    if (Object.keys(this.facts.config ?? {}).length > 0) return [];
    return Object.entries(this.facts.tags ?? {}).map(([value, count]) =>
      this.statement(value, count === 1 ? "the tags of one resource say" : `the tags of ${count} resources say`),
    );
  }

  private ofName(stack: string): Statement[] {
    const end = stack.split(/[-._/]/).at(-1) ?? "";
    const profile = Object.hasOwn(this.names, end) ? this.names[end] : undefined;
    return profile === undefined ? [] : [{ profile, words: `the stack's name ends with "${end}"`, isKnown: true }];
  }

  /** What a value says: itself, or the strongest of its words (`prod-eu`); as production where none is known. */
  private statement(value: string, words: string): Statement {
    const text = value.trim().toLowerCase();
    const parts = [text, text.replace(/[^a-z0-9]/g, "")];
    const whole = parts.find((part) => Object.hasOwn(this.names, part));
    const known = (whole === undefined ? text.split(/[^a-z0-9]+/) : [whole]).flatMap((part) =>
      Object.hasOwn(this.names, part) ? (this.names[part] ?? []) : [],
    );
    const said = `${words} ${JSON.stringify(value)}`;
    if (known.length === 0) return { profile: "prod", words: `${said}, which is no known environment`, isKnown: false };
    const strongest = known.reduce((a, b) => (profiles.indexOf(b) > profiles.indexOf(a) ? b : a));
    return { profile: strongest, words: said, isKnown: true };
  }
}

function strength({ profile }: Statement): number {
  return profiles.indexOf(profile);
}
