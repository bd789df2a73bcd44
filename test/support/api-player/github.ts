import { type Answer, type PlayedComment, Player } from "./player";

/** GitHub's API of comments on `shop/web#7`. */
export class GitHubPlayer extends Player {
  protected answer(method: string, url: URL, body: Record<string, unknown>): Answer {
    const { pathname } = url;
    if (pathname === "/user") return { status: 200, body: { login: this.me } };
    if (pathname === "/repos/shop/web/issues/7/comments") {
      if (method === "POST") return { status: 201, body: this.shown(this.add(String(body.body))) };
      const { items, next } = this.page(url);
      const headers = next === undefined ? undefined : { link: `<${next}>; rel="next"` };
      return { status: 200, body: items.map((comment) => this.shown(comment)), headers };
    }
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

  private shown({ id, body, author }: PlayedComment) {
    const user = { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" };
    return { id, body, user, html_url: `${this.url}/shop/web/pull/7#issuecomment-${id}` };
  }
}
