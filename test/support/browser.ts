import { type Browser, chromium as launcher } from "playwright-core";
import { chromium } from "./chromium";
import { skipWithout } from "./needs";

const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];

/** A browser that asks the network for nothing of its own; skips the tests where there is none. */
export function openBrowser(context: Mocha.Context): Promise<Browser> {
  const executablePath = chromium();
  if (executablePath === undefined) {
    skipWithout(context, "there is no Chromium here (Debian: apt-get install chromium)");
  }
  return launcher.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-sync", ...quiet] });
}
