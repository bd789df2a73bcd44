/** What a service takes as the name of a type. */
export interface NameRule {
  /** Path of the name: among the inputs, or among the outputs where the provider draws it. */
  property: string;
  longest: number;
  shortest?: number;
  characters: RegExp;
  /**
   * What makes a name one of a kind where it has to be so in the world, or where a deleted one keeps it for a while:
   * characters of chance, or the account's or project's own id.
   */
  unique?: "chance" | "account";
  /** Page or file that says so. */
  source: string;
}

/** Rules by type token, and the types that have no name of their own choice. */
export interface NameRules {
  named: Readonly<Record<string, NameRule>>;
  /** Attachments, rules, versions and what else the cloud names itself, or what a host or a parent names. */
  nameless: readonly string[];
}
