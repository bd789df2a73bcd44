import { PreviewError } from "../preview/model/errors";
import { findProject } from "../preview/project/project";
import { CommandError, optionsOf, outputOf, refusal } from "./cli";
import { givenImages } from "./given-images";
import { PulumiStack } from "./pulumi";
import { previewOf, reportOf } from "./pulumi-preview";
import { tellPage } from "./run-page";
import { configOf } from "./stack-config";

const refuse = refusal("plan");
const usage = "usage: plan --stack <name> [--images <json>]";

/**
 * Says on the page of the run what a deployment would change, by `pulumi preview`, held by the policy pack: for those who approve it.
 * It needs no more than the right to read. Exits with 2 where the preview fails, or a mandatory policy is violated.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ["stack", "images"]);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  const { stack: name, images: json } = options;
  if (name === undefined) return refuse(`which stack? ${usage}`);
  try {
    const project = findProject(process.cwd());
    const images = givenImages(project, name, json);
    if ("mistakes" in images) return refuse(...images.mistakes);
    const stack = new PulumiStack(name, project.name, configOf(project, name)("cloud"), async () => undefined);
    await stack.setImages(images.given);
    const report = await reportOf(await previewOf(name, ...stack.updateOptions), `plan-${name}`);
    const commit = await outputOf("git", ["log", "-1", "--format=%h of %cs"]);
    tellPage(`**${name}**, commit ${commit.trim()}; no mandatory policy is violated\n\n${report}`);
    return 0;
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
