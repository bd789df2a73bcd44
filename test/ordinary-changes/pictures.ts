import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser";
import { rendered } from "../support/github-markdown";

/** What is in a picture of each change: the comment as GitHub shows it, and the top of the report's page. */
export const subjects = ["comment", "page"] as const;
/** GitHub shows both, by what its reader's system prefers. */
export const schemes = ["light", "dark"] as const;

/** Every picture of a change, by the name of its file. */
export function picturesOf(change: string): string[] {
  return subjects.flatMap((subject) => schemes.map((scheme) => `${change}-${subject}-${scheme}.png`));
}

/** Takes the pictures of a change's comment and page, folded as they are met first. */
export class Camera {
  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** Skips the tests where there is no browser, unless CI has to have one. */
  static async open(context: Mocha.Context, folder: string): Promise<Camera> {
    const browser = await openBrowser(context);
    mkdirSync(folder, { recursive: true });
    return new Camera(browser, folder);
  }

  async take(change: string, comment: string, page: string): Promise<void> {
    const files = { comment: await asGitHubShows(comment), page };
    const folder = mkdtempSync(join(tmpdir(), "isotopo-pictures-"));
    try {
      for (const subject of subjects) {
        const file = join(folder, `${subject}.html`);
        writeFileSync(file, files[subject]);
        for (const scheme of schemes) await this.shoot(file, `${change}-${subject}-${scheme}.png`, subject, scheme);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async shoot(
    file: string,
    picture: string,
    subject: (typeof subjects)[number],
    colorScheme: (typeof schemes)[number],
  ): Promise<void> {
    const page = await this.browser.newPage({ viewport: { width: 900, height: 700 }, colorScheme });
    try {
      await page.goto(String(pathToFileURL(file)));
      await page.screenshot({ path: join(this.folder, picture), fullPage: subject === "comment" });
    } finally {
      await page.close();
    }
  }
}

/** The comment in GitHub's own styles, in a box as wide as a pull request's. */
async function asGitHubShows(comment: string): Promise<string> {
  const styles = readFileSync(require.resolve("github-markdown-css/github-markdown.css"), "utf8");
  const { html } = await rendered(comment);
  return `<!doctype html><meta charset="utf-8"><style>${styles}
html { color-scheme: light dark }
body { margin: 0 }
.markdown-body { padding: 24px; max-width: 852px; min-width: 0 }</style>
<body class="markdown-body">${html}</body>`;
}
