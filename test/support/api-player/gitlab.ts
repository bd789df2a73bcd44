import { type Answer, type PlayedComment, Player } from "./player";

/** GitLab's API of notes on `shop/web!7`. */
export class GitLabPlayer extends Player {
  protected answer(method: string, url: URL, body: Record<string, unknown>): Answer {
    const path = decodeURIComponent(url.pathname.replace("/api/v4", ""));
    if (path === "/user") return { status: 200, body: { id: idOf(this.me) } };
    const request = "/projects/shop/web/merge_requests/7";
    if (path === request) return { status: 200, body: { web_url: `${this.url}/shop/web/-/merge_requests/7` } };
    if (path === `${request}/notes`) {
      if (method === "POST") return { status: 201, body: shown(this.add(String(body.body))) };
      const { items, next } = this.page(url);
      const headers = next === undefined ? undefined : { link: `<${next}>; rel="next"` };
      return { status: 200, body: items.map(shown), headers };
    }
    const comment = this.find(Number(path.split("/").at(-1)));
    if (comment === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (method === "DELETE") {
      this.remove(comment.id);
      return { status: 204 };
    }
    comment.body = String(body.body);
    return { status: 200, body: shown(comment) };
  }
}

function shown({ id, body, author }: PlayedComment) {
  return { id, body, author: { id: idOf(author) }, system: false };
}

/** People have numbers here. */
function idOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000;
}
