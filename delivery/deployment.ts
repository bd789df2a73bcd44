import { isDeepStrictEqual } from "node:util";
import { CommandError } from "./cli";
import type { Images } from "./images";
import { goingBack, type PulumiStack } from "./pulumi";
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
}

/** How a deployment ended, in words for people. */
export interface DeploymentEnd {
  ok: boolean;
  text: string;
}

/**
 * Updates a stack and asks its health endpoint. Where either fails, the images that ran before come back, which is an update
 * too: schema migrations are not undone, so each has to leave the release before it working.
 */
export async function deploy({ stack, written, given, healthPath, patience }: Deployment): Promise<DeploymentEnd> {
  const before = await stack.wellImages();
  await stack.setImages(given);
  const update = await updateAndTest(stack, healthPath, patience);
  if ("url" in update) return { ok: true, text: `${stack.name} is deployed and well` };
  const failed = `${stack.name} is not deployed: ${update.wrong}`;
  if (before === undefined) return { ok: false, text: `${failed}; there was no release before to go back to` };
  if (isDeepStrictEqual(before, { ...written, ...given })) {
    return {
      ok: false,
      text: `${failed}; its images ran before, so the change that did it is another: take that back`,
    };
  }
  await stack.setImages(before);
  const back = await updateAndTest(stack, healthPath, patience, goingBack);
  return {
    ok: false,
    text:
      "url" in back
        ? `${failed}; the images of the release before run again, and are well`
        : `${failed}; going back to the images of the release before failed too: ${back.wrong}. Somebody has to look at it now`,
  };
}

/** Where an updated stack is reached, or what went wrong with its update or its health endpoint. */
export type Updated = { url: string } | { wrong: string };

/** Updates a stack and asks its health endpoint. */
export async function updateAndTest(
  stack: PulumiStack,
  healthPath: string,
  patience: Patience,
  message?: string,
): Promise<Updated> {
  try {
    const url = await stack.up(message);
    const health = new URL(healthPath, url).href;
    const wrong = await smokeTest(health, patience);
    return wrong === undefined ? { url } : { wrong: `${health} is not well: ${wrong}` };
  } catch (error) {
    if (error instanceof CommandError) return { wrong: error.message };
    throw error;
  }
}
