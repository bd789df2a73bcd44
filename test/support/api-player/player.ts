import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment as a player keeps it. */
export interface PlayedComment {
  id: number;
  body: string;
  author: string;
}

/** An issue as a player keeps it. */
export interface PlayedIssue {
  number: number;
  title: string;
  body: string;
  labels: string[];
  open: boolean;
  /** Whether it is a pull request, which GitHub lists among issues. */
  isRequest?: boolean;
}

/** A pull or merge request as a player keeps it. */
export interface PlayedRequest {
  number: number;
  /** Owner of the source on GitHub, number of its project on GitLab. */
  source: string;
  branch: string;
  sha: string;
  open: boolean;
}

/** What a request is answered with in the place of the API's own answer; `reset` breaks the connection. */
export interface Fault {
  /** Which request: `POST`, `PATCH 3`, or the method and a part of the path. */
  on: RegExp;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  message?: string;
  reset?: boolean;
  /** Waited for before the answer. */
  until?: Promise<unknown>;
  /** Done before the API's own answer. */
  first?: () => void;
  /** How often; default: once. */
  times?: number;
}

/** Answers of an API by method and path. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A local server that plays the part of an API which keeps comments and issues, and knows pull requests. */
export abstract class Player {
  readonly comments: PlayedComment[] = [];
  readonly issues: PlayedIssue[] = [];
  readonly requests: PlayedRequest[] = [];
  readonly faults: Fault[] = [];
  /** Requests so far, as `METHOD path`. */
  readonly log: string[] = [];
  /** Who the token is. */
  me = "isotopo";
  private next = 1;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Adds a comment. */
  add(body: string, author = this.me): PlayedComment {
    const comment = { id: this.next, body, author };
    this.next += 1;
    this.comments.push(comment);
    return comment;
  }

  /** Opens an issue. */
  open(title: string, body: string, labels: string[], more: Partial<PlayedIssue> = {}): PlayedIssue {
    const issue = { number: this.issues.length + 1, title, body, labels, open: true, ...more };
    this.issues.push(issue);
    return issue;
  }

  /** Open issues with a label. */
  protected labelled(label: string | null): PlayedIssue[] {
    return this.issues.filter(({ open, labels }) => open && (label === null || labels.includes(label)));
  }

  find(id: number): PlayedComment | undefined {
    return this.comments.find((comment) => comment.id === id);
  }

  remove(id: number): boolean {
    const at = this.comments.findIndex((comment) => comment.id === id);
    if (at >= 0) this.comments.splice(at, 1);
    return at >= 0;
  }

  /** Fields that a request's body may have. */
  protected abstract readonly fields: readonly string[];

  /** The API's own answer. */
  protected abstract answer(method: string, url: URL, body: Record<string, unknown>): Answer;

  /** One page of a list. */
  protected page<T>(url: URL, all: readonly T[]): { items: T[]; headers?: Record<string, string> } {
    const size = Number(url.searchParams.get("per_page") ?? 30);
    const page = Number(url.searchParams.get("page") ?? 1);
    const items = all.slice((page - 1) * size, page * size);
    if (page * size >= all.length) return { items };
    const next = new URL(url);
    next.searchParams.set("page", String(page + 1));
    return { items, headers: { link: `<${next}>; rel="next"` } };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "";
    const url = new URL(request.url ?? "/", this.url);
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const line = `${method} ${url.pathname}`;
    this.log.push(line);
    const fault = this.faults.find(({ on, times = 1 }) => times > 0 && on.test(line));
    if (fault !== undefined) {
      fault.times = (fault.times ?? 1) - 1;
      await fault.until;
      fault.first?.();
      if (fault.reset) {
        request.socket.destroy();
        return;
      }
      if (fault.status !== undefined) {
        send(response, { status: fault.status, body: { message: fault.message }, headers: fault.headers });
        return;
      }
    }
    const body = bodyOf(text, request.headers["content-type"]);
    // Otherwise a request could say more than any test knows.
    const strange = Object.keys(body).find((field) => !this.fields.includes(field));
    if (strange === undefined) send(response, this.answer(method, url, body));
    else send(response, { status: 422, body: { message: `no test has the field ${strange}` } });
  }
}

function bodyOf(text: string, type = ""): Record<string, unknown> {
  if (text === "") return {};
  return type.includes("json") ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body === undefined ? "" : JSON.stringify(body));
}
