import type { Topology } from "../../../components/contract";

/**
 * Dotted paths of all lists and records below a type: `edge.hosts`, and with `[]` and `{}` for their elements
 * `storage[].cors.origins`, `compute.services[].variables`. A union is each of its members.
 */
type ListPathsOf<T, Path extends string> = T extends readonly (infer Item)[]
  ? Path | ListPathsOf<Item, `${Path}[]`>
  : T extends object
    ? string extends keyof T
      ? Path | ListPathsOf<T[keyof T], `${Path}{}`>
      : {
          [Key in keyof T & string]: ListPathsOf<NonNullable<T[Key]>, Path extends "" ? Key : `${Path}.${Key}`>;
        }[keyof T & string]
    : never;

/** Every list and record of a topology, by its path. */
export type ListPath = ListPathsOf<Topology, "">;
