import * as pulumi from "@pulumi/pulumi";
import { ConfigProblems } from "./parser/problems";
import { type Missing, previewNotice, refusal } from "./placeholders";

/** A parser's result. Its problems end the program with one message, without a stack trace. */
export function orRunError<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ConfigProblems) throw new pulumi.RunError(error.message);
    throw error;
  }
}

/** Refuses to deploy an incomplete stack, before any resource is registered; a preview only warns. */
export function checkReady(lacking: Missing): void {
  if (pulumi.runtime.isDryRun()) {
    const notice = previewNotice(lacking);
    if (notice !== undefined) pulumi.log.warn(notice);
    return;
  }
  const refused = refusal(lacking);
  if (refused !== undefined) throw new pulumi.RunError(refused);
}
