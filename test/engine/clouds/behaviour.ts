import type { WireObject } from "../../../preview/model/wire";
import type { Account, Thing } from "./account";

/** A call that would change an account. */
export type Call =
  | ({ what: "create" } & Omit<Thing, "made">)
  | { what: "update"; thing: Thing; inputs: WireObject }
  | { what: "delete"; thing: Thing };

/** The packages of types. */
export function packagesOf(types: readonly string[]): string[] {
  return [...new Set(types.map((type) => type.split(":")[0] ?? ""))];
}

/** Something that a cloud refuses. */
export interface Behaviour {
  /** In the log of an account, and in the table of tests. */
  name: string;
  /** Where it is documented, or what showed it; a table's rows have their own. */
  source: string;
  /** Packages of the clouds that refuse it. */
  packages: readonly string[];
  /** The answer to a call that is refused, in the cloud's words as near as they are known; undefined for any other call. */
  refuses(call: Call, account: Account): string | undefined;
}
