import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { interfaceMembers } from "../../../preview/engine/simulate/members";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import type { WireObject } from "../../../preview/model/wire";
import { projectDir } from "../project";
import { TypesFile } from "./types-file";

const load = createRequire(__filename);

/**
 * What the SDK's own declarations say of the inputs of its resources, read as text: loading the SDKs takes longer than
 * the whole test. A type is the text of its declaration; only what it mentions is looked at: enums, literals and other
 * interfaces.
 */
export class DeclaredInputs {
  private readonly sources = new SdkSources(projectDir);
  private readonly files = new Map<string, TypesFile>();
  private readonly enums = new Map<string, Record<string, unknown>>();
  private readonly resources = new Map<string, ReadonlyMap<string, string>>();

  /** Types of the inputs of a resource, by name; empty where the SDK has no class for it. */
  inputsOf(type: string): ReadonlyMap<string, string> {
    const known = this.resources.get(type) ?? this.readInputs(type);
    this.resources.set(type, known);
    return known;
  }

  /**
   * The type of a field of an object whose type that is; undefined where the SDK does not say. Where it may be one of
   * several, its fields that are literals tell which.
   */
  field(provider: string, type: string, object: WireObject, key: string): string | undefined {
    if (type.includes("[key: string]:")) return type.replace("[key: string]:", "");
    const variants = Array.from(type.matchAll(/\binputs\.([\w.]+)/g), ([, path = ""]) =>
      this.typesFile(provider).membersOf(path),
    );
    const fitting = variants.filter((members) =>
      Object.entries(object).every(([name, value]) => {
        const literal = /^pulumi\.Input<"([^"]*)"/.exec(members.get(name) ?? "")?.[1];
        return literal === undefined || literal === value;
      }),
    );
    const found = (fitting.length === 0 ? variants : fitting)
      .map((members) => members.get(key))
      .filter((declared) => declared !== undefined);
    return found.length === 0 ? undefined : found.join(" | ");
  }

  /** The texts that a type allows; undefined where it names none. */
  allowed(provider: string, type: string): ReadonlySet<string> | undefined {
    const texts = Array.from(type.matchAll(/"([^"]*)"/g), ([, literal = ""]) => literal);
    for (const [, path = ""] of type.matchAll(/\benums\.([\w.]+)/g)) texts.push(...this.enumValues(provider, path));
    return texts.length === 0 ? undefined : new Set(texts);
  }

  private readInputs(type: string): ReadonlyMap<string, string> {
    const source = this.sources.find(type) ?? this.sources.find(fileToken(type));
    const kind = type.split(":").at(-1) ?? "";
    const members = source === undefined ? [] : interfaceMembers(source.declarations, `${kind}Args`);
    return new Map(members.map(({ name, type: declared }) => [name, declared]));
  }

  private typesFile(provider: string): TypesFile {
    const known =
      this.files.get(provider) ?? new TypesFile(readFileSync(this.file(provider, "types/input.d.ts"), "utf8"));
    this.files.set(provider, known);
    return known;
  }

  /** `keyvault.SkuName`, `core.v1.ServiceSpecType`. */
  private enumValues(provider: string, path: string): string[] {
    const segments = path.split(".");
    const name = segments.pop() ?? "";
    const file = this.file(provider, ["types/enums", ...segments, "index.js"].join("/"));
    const loaded = this.enums.get(file) ?? (load(file) as Record<string, unknown>);
    this.enums.set(file, loaded);
    const values = loaded[name];
    return typeof values === "object" && values !== null ? Object.values(values).map(String) : [];
  }

  private file(provider: string, path: string): string {
    return join(projectDir, "node_modules/@pulumi", provider, path);
  }
}

/**
 * Where the SDK has a class whose file is not called as its token says: groups of the Kubernetes API stand under their
 * first word (`networking.k8s.io/v1`), and Azure writes all leading capitals small (`afdcustomDomain`).
 */
function fileToken(type: string): string {
  const [provider = "", module = "", kind = ""] = type.split(":");
  const folder = module.replace(/^(\w+)(\.authorization)?\.k8s\.io\//, "$1/");
  const file = kind.replace(/^[A-Z]+/, (letters) => letters.toLowerCase());
  return `${provider}:${folder}/${file}:${kind}`;
}
