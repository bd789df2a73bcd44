import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The text of the SDK's own files for one class or function. */
export interface SdkSource {
  /** Folder of the package. */
  packageDir: string;
  javascript: string;
  declarations: string;
}

/**
 * Finds the files of a Pulumi type token in the SDK that the program itself would load. It reads text; nothing of the
 * SDK is run here. Undefined where the package or the file is not there.
 */
export class SdkSources {
  private readonly packageDirs = new Map<string, string | undefined>();
  private readonly sources = new Map<string, SdkSource | undefined>();

  constructor(private readonly programDir: string) {}

  /** `aws:ec2/vpc:Vpc`, `kubernetes:apps/v1:Deployment`, `aws:ec2/getAmi:getAmi`. */
  find(token: string): SdkSource | undefined {
    if (!this.sources.has(token)) this.sources.set(token, this.read(token));
    return this.sources.get(token);
  }

  /** Version of a provider's package, for example `7.48.0`. */
  version(provider: string): string | undefined {
    const dir = this.packageDir(provider);
    if (dir === undefined) return undefined;
    const manifest: unknown = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null && "version" in manifest
      ? String(manifest.version)
      : undefined;
  }

  /** Text of another declaration file of the package, by its path without ending. */
  declarations(source: SdkSource, path: string): string | undefined {
    return readText(join(source.packageDir, `${path}.d.ts`));
  }

  /** The text behind the brace of a type of the package's outputs, by its name in `types/output.d.ts`. */
  outputType({ packageDir }: SdkSource, name: string): string | undefined {
    const { text, places } = outputTypes(packageDir);
    const place = places.get(name);
    return place === undefined ? undefined : text.slice(place, place + longestType);
  }

  private read(token: string): SdkSource | undefined {
    const [provider = "", module = "", name = ""] = token.split(":");
    const packageDir = this.packageDir(provider);
    if (packageDir === undefined) return undefined;
    for (const path of candidatePaths(module, name)) {
      const javascript = readText(join(packageDir, `${path}.js`));
      if (javascript === undefined) continue;
      return { packageDir, javascript, declarations: readText(join(packageDir, `${path}.d.ts`)) ?? "" };
    }
    return undefined;
  }

  private packageDir(provider: string): string | undefined {
    if (!this.packageDirs.has(provider)) this.packageDirs.set(provider, this.resolvePackage(provider));
    return this.packageDirs.get(provider);
  }

  /** The package `@pulumi/<provider>`, else any scope's `<provider>`: third parties publish under their own. */
  private resolvePackage(provider: string): string | undefined {
    if (!/^[a-z0-9-]+$/.test(provider)) return undefined;
    const official = this.resolve(`@pulumi/${provider}`);
    if (official !== undefined) return official;
    for (const root of createRequire(join(this.programDir, "_")).resolve.paths("x") ?? []) {
      const scopes = existsSync(root) ? readdirSync(root).filter((entry) => entry.startsWith("@")) : [];
      const scope = scopes.find((entry) => existsSync(join(root, entry, provider, "package.json")));
      if (scope !== undefined) return join(root, scope, provider);
    }
    return undefined;
  }

  private resolve(packageName: string): string | undefined {
    try {
      return dirname(createRequire(join(this.programDir, "_")).resolve(`${packageName}/package.json`));
    } catch {
      return undefined;
    }
  }
}

/** Longer ones are cut. */
const longestType = 100_000;

/** The file of a package's output types, and where each type's block begins. */
interface OutputTypes {
  text: string;
  places: ReadonlyMap<string, number>;
}

/** Files of several megabytes, which all runs of a process share. */
const typesOf = new Map<string, OutputTypes>();

function outputTypes(packageDir: string): OutputTypes {
  const known = typesOf.get(packageDir);
  if (known !== undefined) return known;
  const text = readText(join(packageDir, "types/output.d.ts"), "latin1") ?? "";
  const places = new Map<string, number>();
  let space = "";
  for (const match of text.matchAll(
    /^(?:export declare namespace (\w+)| {4}interface (\w+)|export interface (\w+)) \{$/gm,
  )) {
    const [whole, namespace, inner, outer] = match;
    if (namespace !== undefined) space = namespace;
    else places.set(inner === undefined ? (outer ?? "") : `${space}.${inner}`, match.index + whole.length);
  }
  const types = { text, places };
  typesOf.set(packageDir, types);
  return types;
}

/** A module is a file (`ec2/vpc`) or only its folder (`apps/v1`); indices are at the root (`index`, `index/x`). */
function candidatePaths(module: string, name: string): string[] {
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  // kubernetes has `networking/v1` for `networking.k8s.io/v1`.
  const folder = module.replace(/^index\/?/, "").replace(/^([a-z]+)(\.[a-z]+)*\.k8s\.io\//, "$1/");
  const acronym = name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)/, (letters) => letters.toLowerCase());
  // azure-native has `afdcustomDomain.js` for `AFDCustomDomain`.
  const capitals = name.replace(/^[A-Z]+/, (letters) => letters.toLowerCase());
  return [
    module,
    folder,
    ...[file, acronym, capitals, name].map((path) => (folder === "" ? path : `${folder}/${path}`)),
  ].filter((path) => path !== "" && path !== "index");
}

function readText(path: string, encoding: "utf8" | "latin1" = "utf8"): string | undefined {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}
