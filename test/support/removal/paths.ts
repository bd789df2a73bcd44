import type { Topology } from "../../../components/contract";

type Joined<Path extends string, Key extends string> = Path extends "" ? Key : `${Path}.${Key}`;

/** Dotted paths of all that may be left out below a type, in the words of `ListPath`. A union is each of its members. */
type OptionalPathsOf<T, Path extends string> = T extends readonly (infer Item)[]
  ? OptionalPathsOf<Item, `${Path}[]`>
  : T extends object
    ? string extends keyof T
      ? OptionalPathsOf<T[keyof T], `${Path}{}`>
      : {
          [Key in keyof T & string]-?:
            | (undefined extends T[Key] ? Joined<Path, Key> : never)
            | OptionalPathsOf<NonNullable<T[Key]>, Joined<Path, Key>>;
        }[keyof T & string]
    : never;

/** Everything optional of a topology, by its path. */
export type OptionalPath = OptionalPathsOf<Topology, "">;
