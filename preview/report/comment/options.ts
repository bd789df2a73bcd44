import type { StackFailure } from "../../plan/failure";

/** What a comment may be told beside the changes. */
export interface CommentOptions {
  /**
   * How long the comment may be. GitHub says "maximum is 65536 characters", which is the default, and has been seen to count
   * characters as well as four bytes for each; so this counts bytes of UTF-8, of which there are never fewer.
   */
  limit?: number;
  /** Name of the comment, by which it is found again (see `markerOf`); default: of its stacks. */
  marker?: string;
  /** Number of the run, for a comment that an older run must not overwrite. */
  at?: number;
  /** The commit that was previewed, as git writes it; default: the comment names none. The caller vouches for it. */
  head?: string;
  /** Where the full report is: an https address, or words. The caller vouches for the address. */
  fullReport?: string;
  /** The day, as `2027-01-31`, from which an exemption's end is near; default: today, in UTC. */
  today?: string;
  /** Stacks that could not be previewed. */
  failures?: readonly StackFailure[];
  /** The git revision or file that it was compared with, for the command; default: what the words for the base say. */
  against?: string;
  /** Whether all of it was read from files, which the code that was previewed may have written; also where these hold nothing. */
  fromFile?: boolean;
}
