import type { EnvironmentTags } from "../protocol/environment-tags";
import { type Profile, profiles } from "../protocol/profile";

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
  requested?: Profile;
  /** Config of the stack that says its environment, by key: of the project's namespace and of `isotopo`. */
  config?: Readonly<Record<string, string>>;
  /** What tags of resources say; asked where no config is known. */
  tags?: EnvironmentTags;
  /** Names beside the known ones. */
  names?: Readonly<Record<string, Profile>>;
}

/** How a stack is judged, and why. */
export interface Environment {
  profile: Profile;
  /** In words, to be put behind "judged as prod: ". */
  reason: string;
  /**
   * Whether a reader has to be told: sources contradict each other, none says an environment that is known, or tags weaken a
   * stack of which they are not everywhere.
   */
  odd: boolean;
}

/** One source that says an environment. */
interface Statement {
  profile: Profile;
  words: string;
  isOdd: boolean;
}

/** What turns the name behind it into another one: `pre-prod`, `non-prod`. */
const prefix = /^(pre|non)$/;

/** What parts the words of a name. */
const between = "[^A-Za-z0-9]";

/** The words of a text in small letters: `shop-preProd_eu1` is shop, preprod and eu1. */
function wordsOf(text: string): string[] {
  const parts = text.split(new RegExp(`${between}+|(?<=[a-z0-9])(?=[A-Z])`)).map((part) => part.toLowerCase());
  return parts.flatMap((part, i) => {
    const before = parts[i - 1] ?? "";
    if (prefix.test(before)) return [before + part];
    return prefix.test(part) && i < parts.length - 1 ? [] : [part];
  });
}

/**
 * Production's name within a word: `shopprod`, `PRODeu`. That of another one, as `preprod` and `nonprod`, is none, nor are the
 * product and what else begins so.
 */
const within = /(?<!re|pre|non)(production|prod(?!uc)|prd)/;

/** The parts of a word between a digit and a letter: `eu1prod` is eu1 and prod. None of a word without such a place. */
function apart(word: string): string[] {
  const parts = word.split(/(?<=\d)(?=[a-z])/);
  return parts.length > 1 ? parts : [];
}

/** What decides by which profile stacks of one kind are judged; only their names differ. */
export class Environments {
  private readonly names: Readonly<Record<string, Profile>>;

  constructor(private readonly facts: EnvironmentFacts) {
    this.names = { ...knownNames, ...facts.names };
  }

  /**
   * The profile of a stack: of its config, else of its resources' tags, else of its name, else production's. A source
   * further back that says a stronger one goes before a weaker one: a profile that is too strong
   * by mistake shows in findings, one that is too weak would not.
   */
  of(stack: string): Environment {
    const { requested } = this.facts;
    if (requested !== undefined) return { profile: requested, reason: "it was asked for", odd: false };
    const [first, ...others] = [this.ofConfig(), this.ofTags(), this.ofName(stack)].flatMap((statements) =>
      statements.sort((a, b) => strength(b) - strength(a)),
    );
    if (first === undefined) return { profile: "prod", reason: "nothing says its environment", odd: true };
    const differing = others.filter(({ profile }) => profile !== first.profile);
    const [other] = differing;
    if (other === undefined) {
      const hint = first.profile === "prod" ? undefined : wordsOf(stack).find((word) => this.hasProd(word));
      const but = hint === undefined ? "" : `, though the stack's name has ${JSON.stringify(hint)}`;
      return { profile: first.profile, reason: first.words + but, odd: first.isOdd || hint !== undefined };
    }
    const strongest = [first, ...differing].reduce((a, b) => (strength(b) > strength(a) ? b : a));
    const weaker = strongest === first ? other : first;
    return {
      profile: strongest.profile,
      reason: `${strongest.words}, and ${weaker.words}: the stronger holds`,
      odd: true,
    };
  }

  /**
   * Names of stacks that are judged as this one is, as far as the name goes. Some others are too: those with capital letters, a
   * word with digits at its end, or a prefix by itself.
   */
  like(stack: string): RegExp {
    const { profile } = this.of(stack);
    const ends = Object.keys(this.names);
    const others = ends.filter((end) => this.of(end).profile !== profile);
    if (others.length === 0) return /^/;
    const begin = `^(?!.*[A-Z])(?!(.*${between})?(pre|non)${between})`;
    const prods = ends.filter((end) => this.names[end] === "prod");
    const isProd = `(.*(${between}|\\d))?(${prods.join("|")})(\\d*${between}|\\d+[a-z])`;
    const noProd = profile === "prod" ? "" : `(?!${isProd})`;
    if (this.of("").profile === profile) {
      return new RegExp(`${begin}${noProd}(?!(.*${between})?(${others.join("|")})\\d*$)`, "s");
    }
    const same = ends.filter((end) => !others.includes(end));
    const end = profile === "prod" ? `(${between}.*)?$` : "$";
    return new RegExp(`${begin}${noProd}(.*${between})?(${same.join("|")})${end}`, "s");
  }

  private ofConfig(): Statement[] {
    return Object.entries(this.facts.config ?? {}).map(([key, value]) => this.statement(value, `config ${key} is`));
  }

  private ofTags(): Statement[] {
    if (Object.keys(this.facts.config ?? {}).length > 0) return [];
    const { said: counts = {}, silent = 0 } = this.facts.tags ?? {};
    return Object.entries(counts).map(([value, count]) => {
      const statement = this.statement(
        value,
        count === 1 ? "the tags of one resource say" : `the tags of ${count} resources say`,
      );
      if (silent === 0 || statement.profile === "prod") return statement;
      const others = silent === 1 ? "those of another one say" : `those of ${silent} others say`;
      return { ...statement, words: `${statement.words}, ${others} nothing`, isOdd: true };
    });
  }

  /** What a name ends with, and production's name anywhere in it. Other words say too little: `test-results`, `stage-lights`. */
  private ofName(stack: string): Statement[] {
    const words = wordsOf(stack);
    const end = words.pop() ?? "";
    const profile = this.named(end);
    const prod = [...words, ...[...words, end].flatMap(apart)].find((word) => this.named(word) === "prod");
    const statement = (is: Profile, how: string): Statement => ({
      profile: is,
      words: `the stack's name ${how}`,
      isOdd: false,
    });
    return [
      ...(profile === undefined ? [] : [statement(profile, `ends with "${end}"`)]),
      ...(prod === undefined ? [] : [statement("prod", `has "${prod}"`)]),
    ];
  }

  /** Whether a word that is no environment's name has production's in it. */
  private hasProd(word: string): boolean {
    return this.named(word) === undefined && within.test(word);
  }

  /** The profile of a name, in small letters: with or without the digits at its end. */
  private named(word: string): Profile | undefined {
    const name = [word, word.replace(/\d+$/, "")].find((one) => Object.hasOwn(this.names, one));
    return name === undefined ? undefined : this.names[name];
  }

  /** What a value says: itself, or the strongest of its words (`prod-eu`); as production where none is known. */
  private statement(value: string, words: string): Statement {
    const text = value.trim();
    const whole = this.named(text.toLowerCase()) ?? this.named(text.toLowerCase().replace(/[^a-z0-9]/g, ""));
    const known = whole === undefined ? wordsOf(text).flatMap((word) => this.named(word) ?? []) : [whole];
    const found = `${words} ${JSON.stringify(value)}`;
    if (known.length === 0) return { profile: "prod", words: `${found}, which is no known environment`, isOdd: true };
    const strongest = known.reduce((a, b) => (profiles.indexOf(b) > profiles.indexOf(a) ? b : a));
    return { profile: strongest, words: found, isOdd: false };
  }
}

function strength({ profile }: Statement): number {
  return profiles.indexOf(profile);
}
