import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparePlans } from "../../../preview/compare/compare";
import { jsonReport } from "../../../preview/formats/json/changes";
import type { GitHubPlayer } from "../../support/api-player/github";
import { isotopo, type Outcome } from "../../support/command";
import { programPlan } from "../programs";

export const token = "t0ken-c4n4ry";

/** No variable of the CI job that runs the tests. */
const nowhere = {
  GITHUB_TOKEN: "",
  GH_TOKEN: "",
  GITLAB_TOKEN: "",
  GITHUB_REPOSITORY: "",
  GITHUB_EVENT_PATH: "",
  GITLAB_CI: "",
  GITHUB_STEP_SUMMARY: "",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_RUN_ID: "",
  GITHUB_RUN_ATTEMPT: "1",
};

export const comment = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  isotopo(["comment", ...args], { env: { ...nowhere, ...env } });

/** Options for the pull request of a player. */
export const placeOf = (player: GitHubPlayer) => ["--repo", "shop/web", "--pr", "7", "--api-url", player.url];

/** A preview's JSON in a folder, with a bucket less than before where it is asked for. */
export async function previewIn(folder: string, less = false): Promise<string> {
  const plan = await programPlan("small");
  const head = less ? { ...plan, resources: plan.resources.filter(({ name }) => name !== "main-vpc") } : plan;
  const file = join(folder, less ? "second.json" : "first.json");
  writeFileSync(file, jsonReport([{ plan: head, change: comparePlans(plan, head, "main (1a2b3c4)") }]));
  return file;
}
