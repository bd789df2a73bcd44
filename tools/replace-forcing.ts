import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readSdk } from "./claims/sdk-properties";
import type { ProviderFacts, TerraformFacts } from "./replace-forcing/facts";
import { kubernetesTypes } from "./replace-forcing/kubernetes";
import { translated } from "./replace-forcing/terraform";

/**
 * Makes the tables of what forces a replacement, from the source of the providers. By hand, for a new version of an SDK:
 *
 *     node --import tsx tools/replace-forcing.ts <provider> <source> <names> <its version, in words>
 *
 * - `gcp`: the Go files of hashicorp/terraform-provider-google-beta, and `bridge-metadata.json` of pulumi/pulumi-gcp;
 * - `random`: those of hashicorp/terraform-provider-random, and `bridge-metadata.json` of pulumi/pulumi-random;
 * - `kubernetes`: the Go files of pulumi/pulumi-kubernetes, and `-`.
 *
 * Needs Go, which reads the files; nothing of a provider is compiled or run. AWS and Azure have none (docs/adr/0028).
 */
const [provider = "", source = "", names = "", version = ""] = process.argv.slice(2);
const root = join(__dirname, "..");
const sdkDir = join(root, "node_modules/@pulumi", provider);
const prefixes: Readonly<Record<string, string>> = { gcp: "google", random: "random" };

const bridgeSchema = z.object({
  "auto-aliasing": z.object({ resources: z.record(z.string(), z.object({ current: z.string() })) }),
});
const sdkVersion = z.object({ version: z.string() });

function main(): void {
  if (version === "" || (prefixes[provider] === undefined && provider !== "kubernetes")) {
    console.error("usage: replace-forcing.ts gcp|random|kubernetes <source> <names> <its version, in words>");
    process.exitCode = 2;
    return;
  }
  const sdk = readSdk(sdkDir);
  const made = provider === "kubernetes" ? ofKubernetes() : ofTerraform(prefixes[provider] ?? provider);
  const { version: released } = sdkVersion.parse(JSON.parse(readFileSync(join(sdkDir, "package.json"), "utf8")));
  const facts: ProviderFacts = {
    source: version,
    sdk: `@pulumi/${provider} ${released}`,
    byCode: made.byCode,
    types: Object.fromEntries(Object.entries(made.types).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const file = join(root, "preview/tables", `${provider}.json`);
  writeFileSync(file, `${JSON.stringify(facts, undefined, 2)}\n`);
  console.log(`${Object.keys(made.types).length} of ${sdk.resources.size} types in ${file}`);

  function ofKubernetes(): Pick<ProviderFacts, "byCode" | "types"> {
    const kinds = z.record(z.string(), z.array(z.string())).parse(read("kubernetes"));
    return { byCode: [], types: kubernetesTypes(kinds, sdk) };
  }

  function ofTerraform(prefix: string): Pick<ProviderFacts, "byCode" | "types"> {
    const { resources } = bridgeSchema.parse(JSON.parse(readFileSync(names, "utf8")))["auto-aliasing"];
    const typeOf = (resource: string) => resources[resource.replace(/^_/, `${prefix}_`)]?.current;
    const facts = terraformFacts.parse(read("terraform"));
    const { types, unplaced } = translated(facts.resources, typeOf, sdk);
    for (const one of unplaced) console.error(`not in the SDK by that name: ${one}`);
    return { byCode: facts.byCode.flatMap((resource) => typeOf(resource) ?? []), types };
  }
}

/** What the Go program prints of the source. */
function read(kind: string): unknown {
  const cwd = join(__dirname, "replace-forcing/source");
  return JSON.parse(
    execFileSync("go", ["run", ".", kind, source], {
      cwd,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
}

const attribute: z.ZodType<TerraformFacts["resources"][string][string]> = z.object({
  force: z.number().optional(),
  computed: z.boolean().optional(),
  inside: z.lazy(() => z.record(z.string(), attribute)).optional(),
});
const terraformFacts: z.ZodType<TerraformFacts> = z.object({
  resources: z.record(z.string(), z.record(z.string(), attribute)),
  byCode: z.array(z.string()),
});

main();
