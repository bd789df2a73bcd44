import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A property of a resource type, as an SDK declares it. */
export interface SdkProperty {
  /** Pulumi's type: `aws:s3/bucket:Bucket`. */
  type: string;
  /** Where it is in the resource's arguments, with `[]` for any element of a list: `origins[].domainName`. */
  path: string;
  /** Its own name, the last of its path. */
  name: string;
  /** What may be given for it, in TypeScript. */
  declared: string;
}

/** How deep arguments are followed. */
const depth = 6;

type Below = Omit<SdkProperty, "type">;

/** A property of an interface. */
export interface Member {
  name: string;
  declared: string;
  /** The comment on it, and nothing where it has none. */
  comment: string;
  /** The input types that it may hold: `s3.BucketVersioning`. */
  inner: readonly string[];
  isList: boolean;
  /** Whether it holds them by keys that anybody may choose. */
  isMap: boolean;
}

/** What an SDK declares: the arguments of each resource, and the input types inside of them. */
export interface Sdk {
  /** The other names that a resource's type has, or had: its aliases. */
  aliases: ReadonlyMap<string, readonly string[]>;
  resources: ReadonlyMap<string, readonly Member[]>;
  inputs: ReadonlyMap<string, readonly Member[]>;
}

/** Reads the text of an SDK's declarations; nothing of the SDK is run. */
export function readSdk(packageDir: string): Sdk {
  const inputFile = join(packageDir, "types/input.d.ts");
  const inputs = inputTypes(existsSync(inputFile) ? readFileSync(inputFile, "utf8") : "");
  const files = resourceFiles(packageDir);
  const resources = files.flatMap(({ type, declarations, name }): [string, Member[]][] => {
    const body = interfaceBody(declarations, `${name}Args`);
    return body === undefined ? [] : [[type, membersOf(body)]];
  });
  return { resources: new Map(resources), inputs, aliases: new Map(files.map(({ type, aliases }) => [type, aliases])) };
}

/** Every property of every resource of an SDK that is wanted by its name, what may be given for it and the comment. */
export function sdkProperties(
  { resources, inputs }: Sdk,
  isWanted: (member: { name: string; declared: string; comment: string }) => boolean,
): SdkProperty[] {
  const memory = new Map<string, Below[]>();
  const wantedOf = (members: readonly Member[], levels: number): Below[] =>
    members.flatMap((member) => {
      const { name, declared, inner, isList, isMap } = member;
      const below = isMap ? ".*" : isList ? "[]" : "";
      const own = isWanted(member) ? [{ path: name, name, declared }] : [];
      const inside = levels === 0 ? [] : inner.flatMap((type) => wantedIn(type, levels - 1));
      return [...own, ...inside.map((found) => ({ ...found, path: `${name}${below}.${found.path}` }))];
    });
  const wantedIn = (type: string, levels: number): Below[] => {
    const key = `${type} ${levels}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    // A type that holds itself has no property that it has not by itself.
    const members = inputs.get(type) ?? [];
    const others = members.map((member) => ({ ...member, inner: member.inner.filter((one) => one !== type) }));
    const wanted = wantedOf(others, levels);
    memory.set(key, wanted);
    return wanted;
  };
  return [...resources].flatMap(([type, members]) => wantedOf(members, depth).map((below) => ({ type, ...below })));
}

/**
 * Whether a resource has a property, as a rule's `breaksBy` writes it; undefined where the SDK has no such resource. What is
 * inside of maps and of documents that are text is not declared, and may be anything.
 */
export function hasProperty({ resources, inputs }: Sdk, type: string, path: string): boolean | undefined {
  const all = resources.get(type);
  if (all === undefined) return undefined;
  let members: readonly Member[] = all;
  for (const part of path.match(/\["(?:[^"\\]|\\.)*"\]|[^.[\]]+/g) ?? []) {
    if (part === "*") return true;
    // A property of several types may be several things.
    const own: readonly Member[] = members.filter(({ name }) => name === part);
    if (own.length === 0) return false;
    if (own.some(({ inner, isMap }) => inner.length === 0 || isMap)) return true;
    members = own.flatMap(({ inner }) => inner.flatMap((one) => inputs.get(one) ?? []));
  }
  return true;
}

/** The properties inside of a property: those of its input types; none where it is a plain value or a map. */
export function childrenOf({ inputs }: Sdk, { inner, isMap }: Member): Member[] {
  return isMap ? [] : inner.flatMap((type) => inputs.get(type) ?? []);
}

/** The files of resources: those whose class has a type. */
function resourceFiles(
  packageDir: string,
): { type: string; name: string; declarations: string; aliases: readonly string[] }[] {
  return readdirSync(packageDir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts") && !file.startsWith("types/"))
    .sort()
    .flatMap((file) => {
      const declarations = readFileSync(join(packageDir, file), "utf8");
      const name = /^export declare class (\w+) extends pulumi\.CustomResource/m.exec(declarations)?.[1];
      if (name === undefined) return [];
      const script = readFileSync(join(packageDir, file.replace(/\.d\.ts$/, ".js")), "utf8");
      const type = /__pulumiType = '([^']+)'/.exec(script)?.[1];
      const list = /aliases: \[([^\]]*)\]/.exec(script)?.[1] ?? "";
      const aliases = [...list.matchAll(/type: "([^"]+)"/g)].map(([, alias = ""]) => alias);
      return type === undefined ? [] : [{ type, name, declarations, aliases }];
    });
}

function interfaceBody(text: string, name: string): string | undefined {
  const start = text.indexOf(`export interface ${name} {`);
  return start === -1 ? undefined : text.slice(start, text.indexOf("\n}", start));
}

/** The members of every interface, by its namespaces and name: `s3.BucketVersioning`. */
function inputTypes(text: string): Map<string, Member[]> {
  const types = new Map<string, Member[]>();
  const namespaces: string[] = [];
  let current: string[] | undefined;
  let name = "";
  for (const line of text.split("\n")) {
    const opened = /^ *(?:export declare |export )?namespace (\w+) \{/.exec(line)?.[1];
    const begun = /^ *(?:export )?interface (\w+) \{/.exec(line)?.[1];
    if (opened !== undefined) namespaces.push(opened);
    else if (begun !== undefined) {
      current = [];
      name = [...namespaces, begun].join(".");
    } else if (/^ *\}$/.test(line)) {
      if (current === undefined) namespaces.pop();
      else {
        types.set(name, membersOf(current.join("\n")));
        current = undefined;
      }
    } else current?.push(line);
  }
  return types;
}

/** The members of an interface's text: one a line, but for maps. */
function membersOf(body: string): Member[] {
  const form = /^ +(?:readonly )?"?([\w$]+)"?\??: ((?:[^;{\n]|\{[^}]*\})+);$/gm;
  let end = 0;
  return [...body.matchAll(form)].map(({ index, 0: whole, 1: name = "", 2: declared = "" }) => {
    // What is between two properties is the comment on the second one.
    const comment = body.slice(end, index);
    end = index + whole.length;
    const inner = [...declared.matchAll(/inputs\.([\w.]+)/g)].map(([, type = ""]) => type);
    return {
      name,
      declared,
      comment,
      isList: declared.includes("[]"),
      isMap: declared.includes("[key: string]"),
      inner,
    };
  });
}
