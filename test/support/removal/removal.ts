import type { TargetName } from "../../../components/targets";
import type { WholeTopology } from "../whole";

/** One optional thing of a topology, and how it is taken out. */
export interface Removal {
  /** In words: `the pooler`. */
  thing: string;
  remove: (topology: WholeTopology) => void;
  /** What its own resources are called. */
  own: RegExp;
  /** What they say of themselves, where a long name leaves no room for it. */
  says?: RegExp;
  /** Why it may refuse to go, where it holds data: whoever wants that takes the protection away first. */
  holdsData?: boolean;
  /** Types that a cloud makes anew with it, which its capability table says. */
  replaces?: RegExp;
  /** What is drawn in its place. */
  drawn?: RegExp;
  /** Clouds that make nothing of it (a row of the capability table), so that nothing changes. */
  unknownTo?: readonly TargetName[];
}
