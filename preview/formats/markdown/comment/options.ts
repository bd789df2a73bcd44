import type { StackFailure } from "../../../model/failure";

/** Options of a comment. */
export interface CommentOptions {
  /**
   * Longest comment. GitHub says "maximum is 65536 characters", which is the default, and has been seen to count characters
   * as well as four bytes for each; so this counts bytes of UTF-8, of which there are never fewer.
   */
  limit?: number;
  /** ID of the comment (see `markerOf`); default: from its stacks. */
  marker?: string;
  /** Number of the run, for a comment that an older run must not overwrite. */
  at?: number;
  /** The commit that was previewed, as git writes it; default: none is shown. The caller guarantees it. */
  head?: string;
  /** Link to the full report: an https address, or words. The caller guarantees the address. */
  fullReport?: string;
  /** The date for exemptions that end soon, as `2027-01-31`; default: today, in UTC. */
  today?: string;
  /** Stacks that could not be previewed. */
  failures?: readonly StackFailure[];
  /** The git revision or file that it was compared with, for the command; default: taken from the description of the base. */
  against?: string;
  /** Further words of the command that was run: the folder of the program, what judges. */
  words?: readonly string[];
  /** Whether everything was read from files that the previewed code may have written; also if the files are empty. */
  fromFile?: boolean;
}
