import { z } from "zod";
import { PreviewError } from "../preview/model/errors";
import { findProject, type Project } from "../preview/project/project";
import { CommandError, optionsOf, refusal } from "./cli";
import { deploy } from "./deployment";
import { type Images, imagesIn, referencesOf, withoutRepository } from "./images";
import { notify } from "./notify";
import { PulumiStack } from "./pulumi";
import { healthPathOf } from "./smoke";
import { configOf } from "./stack-config";

const refuse = refusal("deploy");
const usage = "usage: deploy --stack <name> [--images <json>] [--patience <seconds>]";

/**
 * Deploys a stack with the Pulumi CLI, tests it, and goes back to the release before where that fails. Exits with 0 where the
 * new release is well, with 1 where it is not, with 2 for a mistake in its arguments. `NOTIFY_WEBHOOK` gets the result.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ["stack", "images", "patience"]);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  const { stack, images: json, patience = "300" } = options;
  if (stack === undefined) return refuse(`which stack? ${usage}`);
  if (!/^[1-9]\d{0,3}$/.test(patience)) return refuse(`--patience is "${patience}"; required: 1 to 9999 seconds`);
  const given = json === undefined || json === "" ? { images: {} } : imagesIn(json);
  if ("mistakes" in given) return refuse(...given.mistakes);
  try {
    const project = findProject(process.cwd());
    const written = writtenImages(project, stack);
    const images = referencesOf(given.images, written);
    const strange = withoutRepository(images).map((key) => `images.${key}: the stack file has no "${key}"`);
    if (strange.length > 0) return refuse(...strange);
    const end = await deploy({
      stack: new PulumiStack(stack, project.name, configOf(project, stack)("cloud")),
      written,
      given: images,
      healthPath: healthPathOf(project, stack),
      patience: { total: Number(patience), between: Math.min(5, Number(patience) / 10) },
    });
    const { NOTIFY_WEBHOOK, RUN_URL } = process.env;
    await notify(NOTIFY_WEBHOOK, RUN_URL ? `${end.text} (${RUN_URL})` : end.text);
    return end.ok ? 0 : 1;
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

/** The images of the stack's file. */
function writtenImages(project: Project, stack: string): Images {
  return z.record(z.string(), z.string()).parse(JSON.parse(configOf(project, stack)("images") || "{}"));
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
