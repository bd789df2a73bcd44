import { randomBytes } from "node:crypto";

/** What the history says of an update that goes back to a release before, first of all. */
export const goingBack = "Back to the images of the release before";

/**
 * An update of one deployment. Its message in the history has its id, by which it is told from every other: two deployments at once
 * see one history, and the newest entry may be the other's.
 */
export interface Release {
  id: string;
  message: string;
}

/** A release with an id of its own. `run` is the address of the job's log. */
export function newRelease(words: string, run?: string): Release {
  const id = randomBytes(6).toString("hex");
  return { id, message: [`${words}, deployment ${id}`, ...(run ? [run] : [])].join(", ") };
}

/** Tag of a stack that names the release that was well last, by its id. Pulumi Cloud takes names of up to 40 characters. */
export const wellTag = "isotopo:well";
