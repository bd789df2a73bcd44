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

/** An issue. */
export interface HostIssue {
  /** Its number in the repository. */
  number: number;
  /** Its address, for people. */
  url: string;
}

/** An issue that is to be made. */
export interface NewIssue {
  title: string;
  /** Markdown; its first line is the marker by which it is found again. */
  body: string;
  /** Made where the repository does not have it. */
  label: string;
}

/** Where issues are kept. Every method throws a `PreviewError` with words for the user. */
export interface IssueHost {
  /** The oldest open issue with that label whose first line is the marker; undefined where there is none. */
  find(marker: string, label: string): Promise<HostIssue | undefined>;
  create(issue: NewIssue): Promise<HostIssue>;
  /** Gives an issue another text. */
  update(number: number, body: string): Promise<void>;
  close(number: number): Promise<void>;
}

/** Where a pull or merge request comes from. */
export interface RequestHead {
  /** GitHub's name of the owner of the source's repository, GitLab's number of the source's project. */
  source: string;
  branch: string;
  /** The commit, whole. */
  sha: string;
}

/** Where pull or merge requests are looked up. Every method throws a `PreviewError` with words for the user. */
export interface RequestHost {
  /** What the host calls one. */
  readonly word: "pull request" | "merge request";
  /** What stands before its number. */
  readonly sign: "#" | "!";
  /** Numbers of the open requests with that head. */
  withHead(head: RequestHead): Promise<number[]>;
}

/** How a repository is reached. */
export interface RepositorySettings {
  /** `owner/name`, or GitLab's path or number of the project. */
  repo: string;
  apiUrl: string;
  token: string;
  /** Milliseconds that a first retry waits; default 1,000. Later ones wait longer. */
  retryBase?: number;
}

/** How a pull or merge request is reached. */
export interface HostSettings extends RepositorySettings {
  /** Number of the pull request, or of the merge request in its project. */
  pr: number;
}
