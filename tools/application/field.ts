/** A type that a person fills in, with its fields. */
export interface Section {
  /** Its name in the code. */
  name: string;
  /** File that declares it. */
  file: string;
  meaning: string;
  /** Names of the types whose fields it has too. */
  bases: readonly string[];
  fields: readonly Field[];
}

/** A field, with what its comment says. */
export interface Field {
  name: string;
  type: FieldType;
  isRequired: boolean;
  meaning: string;
  /** What holds where it is left out: `@defaultValue`. */
  fallback?: string;
  /** A value, as it is written: `@example`. */
  example?: string;
  /** Options of the capability table, which say how targets differ: `@option`. */
  options: readonly string[];
}

/** What a field may hold. */
export type FieldType =
  | { kind: "words"; words: string }
  /** One of the sections. */
  | { kind: "sections"; names: readonly string[] }
  | { kind: "list"; of: FieldType }
  /** By a key of the writer's own. */
  | { kind: "record"; of: FieldType };

/** Names of the sections that a type leads to. */
export function sectionsOf(type: FieldType): readonly string[] {
  switch (type.kind) {
    case "words":
      return [];
    case "sections":
      return type.names;
    case "list":
    case "record":
      return sectionsOf(type.of);
  }
}
