/** A comment on a pull or merge request. */
export interface HostComment {
  id: number;
  body: string;
  /** Whether the token's own user wrote it: a copy of the marker in another user's comment is never touched. */
  own: boolean;
  /** Address of the comment, for people. */
  url: string;
}

/** The comments of a pull or merge request. Every method throws a `PreviewError` with a message for the user. */
export interface CommentHost {
  /** Most characters of a comment. */
  readonly limit: number;
  /** All comments, the oldest first. */
  list(): Promise<HostComment[]>;
  create(body: string): Promise<HostComment>;
  /** The updated comment; undefined if it was deleted meanwhile. */
  update(id: number, body: string): Promise<HostComment | undefined>;
  /** Deletes a comment, which may be gone already. */
  remove(id: number): Promise<void>;
}

/** An issue. */
export interface HostIssue {
  /** Its number in the repository. */
  number: number;
  /** Its address, for people. */
  url: string;
}

/** An issue to create. */
export interface NewIssue {
  title: string;
  /** Markdown; its first line is the marker that identifies it. */
  body: string;
  /** Created if the repository does not have it. */
  label: string;
}

/** The issues of a repository. Every method throws a `PreviewError` with a message for the user. */
export interface IssueHost {
  /** The oldest open issue with that label whose first line is the marker; undefined if there is none. */
  find(marker: string, label: string): Promise<HostIssue | undefined>;
  create(issue: NewIssue): Promise<HostIssue>;
  /** Replaces an issue's text. */
  update(number: number, body: string): Promise<void>;
  close(number: number): Promise<void>;
}

/** The source of a pull or merge request. */
export interface RequestHead {
  /** GitHub's name of the owner of the source's repository, GitLab's number of the source's project. */
  source: string;
  branch: string;
  /** The commit, in full. */
  sha: string;
}

/** Look-up of pull or merge requests. Every method throws a `PreviewError` with a message for the user. */
export interface RequestHost {
  /** The host's word for a request. */
  readonly word: "pull request" | "merge request";
  /** The sign before its number. */
  readonly sign: "#" | "!";
  /** Numbers of the open requests with that head. */
  withHead(head: RequestHead): Promise<number[]>;
}

/** Address and credentials of a repository. */
export interface RepositorySettings {
  /** `owner/name`, or GitLab's path or number of the project. */
  repo: string;
  apiUrl: string;
  token: string;
  /** Milliseconds before the first retry; default 1,000. Later retries wait longer. */
  retryBase?: number;
}

/** Address of a pull or merge request. */
export interface HostSettings extends RepositorySettings {
  /** Number of the pull request, or of the merge request in its project. */
  pr: number;
}
