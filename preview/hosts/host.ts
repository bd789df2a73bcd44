/** A comment on a pull or merge request. */
export interface HostComment {
  id: number;
  body: string;
  /** Whether the token's own user wrote it: a marker that somebody else has copied is never touched. */
  own: boolean;
  /** Address of the comment, for people. */
  url: string;
}

/** Where comments are posted. Every method throws a `PreviewError` with words for the user. */
export interface CommentHost {
  /** Most characters of a comment. */
  readonly limit: number;
  /** All comments, the oldest first. */
  list(): Promise<HostComment[]>;
  create(body: string): Promise<HostComment>;
  /** The comment as it is then; undefined where somebody has deleted it. */
  update(id: number, body: string): Promise<HostComment | undefined>;
  /** Deletes a comment that may be gone already. */
  remove(id: number): Promise<void>;
}

/** How a host is reached. */
export interface HostSettings {
  /** `owner/name`, or GitLab's path or number of the project. */
  repo: string;
  /** Number of the pull request, or of the merge request in its project. */
  pr: number;
  apiUrl: string;
  token: string;
  /** Milliseconds that a first retry waits; default 1,000. Later ones wait longer. */
  retryBase?: number;
}
