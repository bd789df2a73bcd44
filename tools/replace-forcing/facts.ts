/** What the tables of one provider are made of: the form of `preview/tables/*.json`. */
export interface ProviderFacts {
  /** What was read, with its version. */
  source: string;
  /** The SDK whose types and properties these are, with its version. */
  sdk: string;
  /** Types that the provider replaces for paths which its code makes: a human has to read them. */
  byCode: readonly string[];
  /** By type, the paths in the notation of `table.ts`, with a space between them. */
  types: Readonly<Record<string, string>>;
}

/** An attribute of a Terraform provider, as `source/` prints it. */
export interface TerraformAttribute {
  /** 1 where a change always replaces, 2 where it does for some values. */
  force?: number;
  /** Only the provider sets it. */
  computed?: boolean;
  /** The attributes of a block. */
  inside?: TerraformAttributes;
}

export type TerraformAttributes = Readonly<Record<string, TerraformAttribute>>;

/** What `source/` prints of a Terraform provider. */
export interface TerraformFacts {
  resources: Readonly<Record<string, TerraformAttributes>>;
  byCode: readonly string[];
}

/** Paths of one type, sorted, each once. */
export function listed(paths: readonly string[]): string {
  return [...new Set(paths)].sort().join(" ");
}
