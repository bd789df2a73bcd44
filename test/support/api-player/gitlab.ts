import { type Answer, type PlayedComment, type PlayedIssue, Player } from "./player";

const project = "/projects/shop/web";

/** GitLab's API of `shop/web`: notes on !7, issues and merge requests. */
export class GitLabPlayer extends Player {
  protected readonly fields = ["body", "title", "description", "labels", "state_event"];

  protected answer(method: string, url: URL, body: Record<string, unknown>): Answer {
    const path = decodeURIComponent(url.pathname.replace("/api/v4", ""));
    if (path === "/user") return { status: 200, body: { id: idOf(this.me) } };
    const request = `${project}/merge_requests/7`;
    if (path === request) return { status: 200, body: { web_url: `${this.url}/shop/web/-/merge_requests/7` } };
    if (path === `${project}/merge_requests`) return this.listed(url, this.requestsOf(url));
    if (path === `${request}/notes`) {
      if (method === "POST") return { status: 201, body: shown(this.add(String(body.body))) };
      return this.listed(url, this.comments.map(shown));
    }
    if (path.startsWith(`${project}/issues`)) return this.issueAnswer(method, url, path, body);
    const comment = this.find(Number(path.split("/").at(-1)));
    if (comment === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (method === "DELETE") {
      this.remove(comment.id);
      return { status: 204 };
    }
    comment.body = String(body.body);
    return { status: 200, body: shown(comment) };
  }

  private issueAnswer(method: string, url: URL, path: string, body: Record<string, unknown>): Answer {
    if (method === "GET") {
      const found = url.searchParams.get("state") === "opened" ? this.labelled(url.searchParams.get("labels")) : [];
      return this.listed(
        url,
        found.map((issue) => this.shownIssue(issue)),
      );
    }
    if (method === "POST") {
      const issue = this.open(String(body.title), String(body.description), String(body.labels).split(","));
      return { status: 201, body: this.shownIssue(issue) };
    }
    const issue = this.issues.find(({ number }) => path === `${project}/issues/${number}`);
    if (issue === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (typeof body.description === "string") issue.body = body.description;
    if (body.state_event === "close") issue.open = false;
    return { status: 200, body: this.shownIssue(issue) };
  }

  private requestsOf({ searchParams }: URL): object[] {
    return this.requests
      .filter(({ open, branch }) => {
        const state = open ? "opened" : "closed";
        return searchParams.get("state") === state && searchParams.get("source_branch") === branch;
      })
      .map(({ number, source, sha }) => ({ iid: number, sha, source_project_id: Number(source) }));
  }

  private listed(url: URL, all: readonly object[]): Answer {
    const { items, headers } = this.page(url, all);
    return { status: 200, body: items, headers };
  }

  private shownIssue({ number, title, body, labels, open }: PlayedIssue) {
    return {
      // Its number in GitLab is another one than that in its project.
      id: number + 1000,
      iid: number,
      title,
      description: body,
      labels,
      state: open ? "opened" : "closed",
      web_url: `${this.url}/shop/web/-/issues/${number}`,
    };
  }
}

function shown({ id, body, author }: PlayedComment) {
  return { id, body, author: { id: idOf(author) }, system: false };
}

/** People have numbers here. */
function idOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000;
}
