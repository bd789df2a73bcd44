import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { PolicyConfig } from "../engine/policy-config";
import { PreviewError } from "../model/errors";
import { isWireObject, type Wire, type WireObject } from "../model/wire";
import type { Project } from "../project/project";
import { jsonWords } from "../sources/files/json";
import type { PreviewCommandOptions } from "./preview-options";

/** Reads policy config: JSON as `pulumi preview --policy-pack-config` takes it. Throws a `PreviewError` if it is not. */
export function readPolicyConfig(file: string | undefined): PolicyConfig | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new PreviewError(`policy config ${file} is missing`);
  const text = readFileSync(file, "utf8");
  let content: Wire;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const { line, words } = jsonWords(error, text);
    throw new PreviewError(`policy config ${file}${line === undefined ? "" : `:${line}`} is no JSON: ${words}`);
  }
  if (!isWireObject(content)) throw new PreviewError(`policy config ${file} is no JSON object of policies`);
  return Object.fromEntries(Object.entries(content).map(([name, given]) => [name, levelOrSettings(file, name, given)]));
}

function levelOrSettings(file: string, name: string, given: Wire): PolicyConfig[string] {
  const settings: WireObject =
    typeof given === "string" ? { enforcementLevel: given } : isWireObject(given) ? given : {};
  if (typeof given !== "string" && !isWireObject(given)) {
    throw new PreviewError(
      `policy config ${file}: "${name}" is ${JSON.stringify(given)}; required: a level or an object`,
    );
  }
  const { enforcementLevel, ...rest } = settings;
  switch (enforcementLevel) {
    case undefined:
      return rest;
    case "advisory":
    case "mandatory":
    case "remediate":
    case "disabled":
      return { ...rest, enforcementLevel };
    default:
      throw new PreviewError(
        `policy config ${file}: "${name}" has the level ${JSON.stringify(enforcementLevel)}; allowed: advisory, mandatory, remediate, disabled`,
      );
  }
}

/** Makes packs read their exemptions from a file: they run in processes of their own, with the environment of this one. */
export function useExemptions(file: string | undefined): void {
  if (file === undefined) return;
  if (!existsSync(file)) throw new PreviewError(`exemptions file ${file} is missing`);
  process.env.ISOTOPO_EXEMPTIONS = resolve(file);
}

/** The package of our own pack. */
const ownPack = "@isotopo/policy";

/** The pack in `./policy`, else the one that is installed here or beside this command. Throws a `PreviewError` without one. */
export function defaultPack(): string {
  const beside = resolve("policy");
  if (existsSync(resolve(beside, "PulumiPolicy.yaml"))) return beside;
  try {
    return dirname(
      realpathSync(require.resolve(`${ownPack}/PulumiPolicy.yaml`, { paths: [process.cwd(), __dirname] })),
    );
  } catch {
    throw new PreviewError(
      `no policy pack: ${beside} is none and ${ownPack} is not installed; --policy-pack names one`,
    );
  }
}

/** The packs that the user named, else the one beside Pulumi.yaml. */
export function packsOf(project: Project, { policy, policyPack }: PreviewCommandOptions): string[] {
  if (!policy) return [];
  if (policyPack !== undefined) return policyPack;
  const own = join(project.rootDir, "policy");
  return existsSync(join(own, "PulumiPolicy.yaml")) ? [relative(process.cwd(), own) || "."] : [];
}
