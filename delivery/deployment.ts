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
  const wrong = await updateAndTest(stack, healthPath, patience);
  if (wrong === undefined) return { ok: true, text: `${stack.name} is deployed and well` };
  const failed = `${stack.name} is not deployed: ${wrong}`;
  if (before === undefined) return { ok: false, text: `${failed}; there was no release before to go back to` };
  if (isDeepStrictEqual(before, { ...written, ...given })) {
    return {
      ok: false,
      text: `${failed}; its images ran before, so the change that did it is another: take that back`,
    };
  }
  await stack.setImages(before);
  const stillWrong = await updateAndTest(stack, healthPath, patience, goingBack);
  return {
    ok: false,
    text:
      stillWrong === undefined
        ? `${failed}; the images of the release before run again, and are well`
        : `${failed}; going back to the images of the release before failed too: ${stillWrong}. Somebody has to look at it now`,
  };
}

/** Updates a stack and asks its health endpoint. Returns what went wrong; undefined where nothing did. */
export async function updateAndTest(
  stack: PulumiStack,
  healthPath: string,
  patience: Patience,
  message?: string,
): Promise<string | undefined> {
  try {
    await stack.up(message);
    const url = new URL(healthPath, await stack.url()).href;
    const wrong = await smokeTest(url, patience);
    return wrong === undefined ? undefined : `${url} is not well: ${wrong}`;
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}
