import { PreviewError } from "../preview/model/errors";
import { findProject } from "../preview/project/project";
import { CommandError, optionsOf, refusal } from "./cli";
import { deploy } from "./deployment";
import { givenImages } from "./given-images";
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
  try {
    const project = findProject(process.cwd());
    const images = givenImages(project, stack, json);
    if ("mistakes" in images) return refuse(...images.mistakes);
    const { NOTIFY_WEBHOOK, RUN_URL } = process.env;
    const tell = (text: string) => notify(NOTIFY_WEBHOOK, RUN_URL ? `${text} (${RUN_URL})` : text);
    const end = await deploy({
      stack: new PulumiStack(stack, project.name, configOf(project, stack)("cloud"), tell),
      written: images.written,
      given: images.given,
      healthPath: healthPathOf(project, stack),
      patience: { total: Number(patience), between: Math.min(5, Number(patience) / 10) },
      run: RUN_URL,
    });
    await tell(end.text);
    return end.ok ? 0 : 1;
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
