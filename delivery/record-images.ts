import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { findProject } from "../preview/project/project";
import { stackNames } from "../preview/project/stacks";
import { optionsOf, refusal } from "./cli";
import { type Images, imagesIn, referencesOf } from "./images";
import { configOf } from "./stack-config";
import { matchesAny, patternsIn } from "./stack-patterns";

const refuse = refusal("record-images");
const usage = "usage: record-images --app <name> --images <json> --environments <names> [--deployed <patterns>]";

/**
 * Writes images into the stack files of an application, so that what was promoted is what the files say: those of the stacks
 * that are deployed, as `stacks` takes them, or all. All else of a file stays as it is. Every file is looked at before the first is written.
 */
function main(args: readonly string[]): number {
  const options = optionsOf(args, ["app", "images", "environments", "deployed"]);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  const { app, images: json, environments, deployed = "*" } = options;
  if (app === undefined || json === undefined || environments === undefined) return refuse(usage);
  const given = imagesIn(json);
  if ("mistakes" in given) return refuse(...given.mistakes);
  const wanted = environments.split(/[\s,]+/);
  const project = findProject(process.cwd());
  const files = stackNames(project)
    .filter((stack) => matchesAny(patternsIn(deployed), stack))
    .filter((stack) => {
      const config = configOf(project, stack);
      return config("app") === app && wanted.includes(config("environment"));
    })
    .map((stack) => join(project.stackDir, `Pulumi.${stack}.yaml`));
  if (files.length === 0) return refuse(`no stack of "${app}" is for ${wanted.join(" or ")}`);
  const key = `${project.name}:images`;
  const rewritten = files.map((file) => ({ file, ...withImages(readFileSync(file, "utf8"), key, given.images) }));
  const strange = rewritten.flatMap(({ file, unknown }) => unknown.map((one) => `${file}: ${key} has no "${one}"`));
  if (strange.length > 0) return refuse(...strange);
  for (const { file, text } of rewritten) writeFileSync(file, text);
  console.log(`wrote the images of ${files.length} stack files`);
  return 0;
}

/** A stack file's text with other images, and the keys that it has not. */
function withImages(text: string, config: string, images: Images): { text: string; unknown: string[] } {
  const document = parseDocument(text);
  const unknown = Object.keys(images).filter((key) => !document.hasIn(["config", config, key]));
  const written = Object.fromEntries(
    Object.keys(images).map((key) => [key, String(document.getIn(["config", config, key]))]),
  );
  for (const [key, image] of Object.entries(referencesOf(images, written)))
    document.setIn(["config", config, key], image);
  return { text: document.toString({ lineWidth: 0 }), unknown };
}

process.exitCode = main(process.argv.slice(2));
