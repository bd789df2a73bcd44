import { link } from "./escape";

/** Links from a comment into the whole report; none if it has no address. */
export class Links {
  private readonly page: URL | undefined;

  constructor(fullReport: string | undefined) {
    const isAddress = fullReport?.startsWith("https://") === true && URL.canParse(fullReport);
    this.page = isAddress ? new URL(fullReport) : undefined;
  }

  /** A link to an anchor, after a space; empty if there is no page. */
  to(anchor: string): string {
    if (this.page === undefined) return "";
    const address = new URL(this.page);
    address.hash = anchor;
    return ` ${link("details", address.href)}`;
  }
}
