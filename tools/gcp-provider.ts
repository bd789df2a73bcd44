/**
 * Has Terraform's own provider for Google Cloud validate and plan every resource of the stacks, and of the registries:
 *
 *     node --import tsx tools/gcp-provider.ts <terraform-provider-google-beta> [stack…]
 *
 * The program is what `terraform init` puts into `.terraform/providers`. It asks no cloud, and needs no account.
 * docs/proofs.md says what this proves.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { preview } from "../preview/engine/preview";
import type { WireObject } from "../preview/model/wire";
import { configOf } from "./terraform/config";
import { typeOf } from "./terraform/gcp-types";
import type { Block } from "./terraform/protocol";
import { Provider } from "./terraform/provider";

const projectDir = join(__dirname, "..");
const registryDir = join(projectDir, "registry");
const [program, ...names] = process.argv.slice(2);
if (program === undefined) {
  console.error("which program? terraform-provider-google-beta, and stacks where not all");
  process.exit(2);
}

const totals = { resources: 0, placed: 0, unplaced: 0, errors: 0, warnings: 0 };
const settings = { project: "acme-project", region: "europe-west1", accessToken: "none" };

judgeAll(program, names.length > 0 ? names : shipped()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});

async function judgeAll(program: string, stacks: readonly string[]): Promise<void> {
  const provider = await Provider.start(program, (block) => configOf(block, settings).value);
  try {
    for (const stack of stacks) for (const unknowns of [false, true]) await judge(provider, stack, unknowns);
  } finally {
    provider.stop();
  }
  console.log(
    `${stacks.length} stacks, each with known and unknown outputs: ${totals.resources} resources, ` +
      `${totals.placed} inputs judged, ${totals.unplaced} not; ${totals.errors} errors, ${totals.warnings} warnings`,
  );
  process.exitCode = totals.errors > 0 || totals.unplaced > 0 ? 1 : 0;
}

async function judge(provider: Provider, stack: string, unknowns: boolean): Promise<void> {
  const isRegistry = stack.endsWith("-gcp");
  const plan = await preview({ projectDir: isRegistry ? registryDir : projectDir, stack, unknowns, policyPacks: [] });
  for (const { type, name, inputs, custom } of plan.resources) {
    if (!custom || !type.startsWith("gcp:")) continue;
    const place = `${stack} ${type} ${name}`;
    const schema = provider.schema(typeOf(type));
    if (schema === undefined) {
      totals.errors += 1;
      console.log(`${place}: the provider has no ${typeOf(type)}`);
      continue;
    }
    const { value, placed, unplaced } = configOf(schema, named(schema, inputs, name));
    totals.resources += 1;
    totals.placed += placed;
    totals.unplaced += unplaced.length;
    if (unplaced.length > 0) console.log(`${place}: not judged: ${unplaced.join(", ")}`);
    for (const { severity, summary, detail, path } of await provider.judge(typeOf(type), value)) {
      totals[severity === "error" ? "errors" : "warnings"] += 1;
      console.log(`${place}: ${severity}: ${[path, summary, detail].filter((text) => text !== "").join(": ")}`);
    }
  }
}

/** The engine gives a name of its own where the program gives none: the logical one and seven digits. */
function named({ attributes }: Block, inputs: WireObject, name: string): WireObject {
  const takesOne = attributes.some((attribute) => attribute.name === "name" && attribute.settable);
  return takesOne && inputs.name === undefined ? { name: `${name}-0123456`, ...inputs } : inputs;
}

/** Stacks of an environment, and those of an application's registry. */
function shipped(): string[] {
  return [projectDir, registryDir].flatMap((dir) =>
    readdirSync(join(dir, "stacks")).flatMap((file) => /^Pulumi\.(.+-gcp(?:-.+)?)\.yaml$/.exec(file)?.[1] ?? []),
  );
}
