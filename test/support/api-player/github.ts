import { type Answer, type PlayedComment, type PlayedIssue, Player } from "./player";

/** GitHub's API of `shop/web`: comments on #7, issues and pull requests. */
export class GitHubPlayer extends Player {
  protected readonly fields = ["body", "title", "labels", "state", "state_reason"];

  protected answer(method: string, url: URL, body: Record<string, unknown>): Answer {
    const { pathname } = url;
    if (pathname === "/user") return { status: 200, body: { login: this.me } };
    if (pathname === "/repos/shop/web/pulls") return this.listed(url, this.requestsOf(url));
    if (pathname === "/repos/shop/web/issues/7/comments") {
      if (method === "POST") return { status: 201, body: this.shown(this.add(String(body.body))) };
      return this.listed(
        url,
        this.comments.map((comment) => this.shown(comment)),
      );
    }
    if (/^\/repos\/shop\/web\/issues(\/\d+)?$/.test(pathname)) return this.issueAnswer(method, url, body);
    const [, id] = /^\/repos\/shop\/web\/issues\/comments\/(\d+)$/.exec(pathname) ?? [];
    const comment = this.find(Number(id));
    if (comment === undefined) return { status: 404, body: { message: "Not Found" } };
    if (method === "DELETE") {
      this.remove(comment.id);
      return { status: 204 };
    }
    comment.body = String(body.body);
    return { status: 200, body: this.shown(comment) };
  }

  private issueAnswer(method: string, url: URL, body: Record<string, unknown>): Answer {
    if (method === "GET") {
      const found = url.searchParams.get("state") === "open" ? this.labelled(url.searchParams.get("labels")) : [];
      return this.listed(
        url,
        found.map((issue) => this.shownIssue(issue)),
      );
    }
    if (method === "POST") {
      const issue = this.open(String(body.title), String(body.body), textsIn(body.labels));
      return { status: 201, body: this.shownIssue(issue) };
    }
    const issue = this.issues.find(({ number }) => url.pathname.endsWith(`/${number}`));
    if (issue === undefined) return { status: 404, body: { message: "Not Found" } };
    if (typeof body.body === "string") issue.body = body.body;
    if (body.state === "closed") issue.open = false;
    return { status: 200, body: this.shownIssue(issue) };
  }

  private requestsOf({ searchParams }: URL): object[] {
    const asked = (open: boolean, head: string) =>
      searchParams.get("state") === (open ? "open" : "closed") && searchParams.get("head") === head;
    return this.requests
      .filter(({ open, source, branch }) => asked(open, `${source}:${branch}`))
      .map(({ number, branch, sha }) => ({ number, head: { ref: branch, sha } }));
  }

  private listed(url: URL, all: readonly object[]): Answer {
    const { items, headers } = this.page(url, all);
    return { status: 200, body: items, headers };
  }

  private shown({ id, body, author }: PlayedComment) {
    const user = { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" };
    return { id, body, user, html_url: `${this.url}/shop/web/pull/7#issuecomment-${id}` };
  }

  private shownIssue({ number, title, body, labels, open, isRequest }: PlayedIssue) {
    return {
      number,
      title,
      body,
      labels: labels.map((name) => ({ name })),
      state: open ? "open" : "closed",
      html_url: `${this.url}/shop/web/issues/${number}`,
      ...(isRequest === true ? { pull_request: {} } : {}),
    };
  }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
