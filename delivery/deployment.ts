import { isDeepStrictEqual } from "node:util";
import { CommandError } from "./cli";
import type { Images } from "./images";
import type { PulumiStack } from "./pulumi";
import { goingBack, newRelease, type Release } from "./release";
import { type Patience, smokeTest } from "./smoke";

/** What is deployed, and how it is known to be well. */
export interface Deployment {
  stack: PulumiStack;
  /** Images of the stack's file. */
  written: Images;
  /** Images in their place. */
  given: Images;
  /** Path of the health endpoint. */
  healthPath: string;
  patience: Patience;
  /** Address of the job's log. */
  run?: string;
}

/** How a deployment ended, in words for people. */
export interface DeploymentEnd {
  ok: boolean;
  text: string;
}

/**
 * Updates a stack and asks its health endpoint. Where that fails once its update has begun, the images that were well last come back,
 * which is an update too: schema migrations are not undone, so each has to leave the release before it working.
 */
export async function deploy({ stack, written, given, healthPath, patience, run }: Deployment): Promise<DeploymentEnd> {
  const before = await stack.wellImages();
  await stack.setImages(given);
  const release = newRelease("Images of a release", run);
  const update = await updateAndTest(stack, healthPath, patience, release);
  if ("url" in update) return { ok: true, text: `${stack.name} is deployed and well${await recorded(stack, release)}` };
  const failed = `${stack.name} is not deployed: ${update.wrong}`;
  if (update.began === undefined) {
    const unknown = "whether its update began is not known, so nothing is taken back. Somebody has to look at it now";
    return { ok: false, text: `${failed}; ${unknown}` };
  }
  if (!update.began) return { ok: false, text: `${failed}; its update never began, so there is nothing to take back` };
  if (before === undefined) return { ok: false, text: `${failed}; there was no release before to go back to` };
  if (isDeepStrictEqual(before, { ...written, ...given })) {
    return {
      ok: false,
      text: `${failed}; its images ran before, so the change that did it is another: take that back`,
    };
  }
  await stack.setImages(knownTo(written, before));
  const back = newRelease(goingBack, run);
  const returned = await updateAndTest(stack, healthPath, patience, back);
  return {
    ok: false,
    text:
      "url" in returned
        ? `${failed}; the images of the release before run again, and are well${await recorded(stack, back)}`
        : `${failed}; going back to the images of the release before failed too: ${returned.wrong}. Somebody has to look at it now`,
  };
}

/** Those of the images whose keys the stack's file still has: the program knows no other. */
export function knownTo(written: Images, images: Images): Images {
  return Object.fromEntries(Object.entries(images).filter(([key]) => Object.hasOwn(written, key)));
}

/** Records that a release is well; says where that can't be done. */
async function recorded(stack: PulumiStack, release: Release): Promise<string> {
  try {
    await stack.markWell(release);
    return "";
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return `; that could not be recorded (${error.message}), so the next deployment would go back to the release before it`;
  }
}

/** Where an updated stack is reached; or what went wrong with its update or its health endpoint, and whether the update began, if that is known. */
export type Updated = { url: string } | { wrong: string; began: boolean | undefined };

/** Updates a stack and asks its health endpoint. */
export async function updateAndTest(
  stack: PulumiStack,
  healthPath: string,
  patience: Patience,
  release: Release,
): Promise<Updated> {
  try {
    const url = await stack.up(release);
    const health = new URL(healthPath, url).href;
    const wrong = await stack.asked((signal) => smokeTest(health, patience, signal));
    return wrong === undefined ? { url } : { wrong: `${health} is not well: ${wrong}`, began: true };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // One that was killed had no time to write itself into the history.
    return { wrong: error.message, began: error.killed || (await hasBegun(stack, release)) };
  }
}

async function hasBegun(stack: PulumiStack, release: Release): Promise<boolean | undefined> {
  try {
    return await stack.began(release);
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}
