import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An application behind a health endpoint, and the channel that is told. */
export class Site {
  readonly asked: string[] = [];
  readonly told: string[] = [];
  /** Answers of the health endpoint; the last one stays. */
  answers = [200];
  url = "";
  private readonly server = createServer((request, response) => {
    if (request.method === "POST") {
      request.setEncoding("utf8").on("data", (text: string) => this.told.push(JSON.parse(text).text));
      response.end();
      return;
    }
    this.asked.push(request.url ?? "");
    response.writeHead((this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? 500);
    response.end();
  });

  /** Opens one with these answers, and closes it in the end. */
  static async during<T>(answers: readonly number[], use: (site: Site) => Promise<T>): Promise<T> {
    const site = new Site();
    site.answers = [...answers];
    await site.open();
    try {
      return await use(site);
    } finally {
      site.close();
    }
  }

  private async open(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
