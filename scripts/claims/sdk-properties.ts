import { readdirSync, readFileSync } from "node:fs";
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

interface Member {
  name: string;
  declared: string;
  /** The input types that it may hold: `s3.BucketVersioning`. */
  inner: readonly string[];
  isList: boolean;
}

/**
 * Every property of every resource of a Pulumi SDK that is wanted by its name, read from the text of its declarations; nothing
 * of the SDK is run.
 */
export function sdkProperties(
  packageDir: string,
  isWanted: (member: { name: string; declared: string }) => boolean,
): SdkProperty[] {
  const inputs = inputTypes(readFileSync(join(packageDir, "types/input.d.ts"), "utf8"));
  const found = new Map<string, Below[]>();
  const wantedOf = (members: readonly Member[], levels: number): Below[] =>
    members.flatMap(({ name, declared, inner, isList }) => {
      const own = isWanted({ name, declared }) ? [{ path: name, name, declared }] : [];
      const inside = levels === 0 ? [] : inner.flatMap((type) => wantedIn(type, levels - 1));
      return [...own, ...inside.map((below) => ({ ...below, path: `${name}${isList ? "[]" : ""}.${below.path}` }))];
    });
  const wantedIn = (type: string, levels: number): Below[] => {
    const key = `${type} ${levels}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    // A type that holds itself has no property that it has not by itself.
    const members = (inputs.get(type) ?? []).map((member) => ({
      ...member,
      inner: member.inner.filter((one) => one !== type),
    }));
    const wanted = wantedOf(members, levels);
    found.set(key, wanted);
    return wanted;
  };
  return resourceFiles(packageDir).flatMap(({ type, declarations, name }) => {
    const body = interfaceBody(declarations, `${name}Args`);
    return body === undefined ? [] : wantedOf(membersOf(body), depth).map((below) => ({ type, ...below }));
  });
}

/** The files of resources: those whose class has a type. */
function resourceFiles(packageDir: string): { type: string; name: string; declarations: string }[] {
  return readdirSync(packageDir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts") && !file.startsWith("types/"))
    .sort()
    .flatMap((file) => {
      const declarations = readFileSync(join(packageDir, file), "utf8");
      const name = /^export declare class (\w+) extends pulumi\.CustomResource/m.exec(declarations)?.[1];
      if (name === undefined) return [];
      const script = readFileSync(join(packageDir, file.replace(/\.d\.ts$/, ".js")), "utf8");
      const type = /__pulumiType = '([^']+)'/.exec(script)?.[1];
      return type === undefined ? [] : [{ type, name, declarations }];
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

/** The members of an interface's text, one a line. */
function membersOf(body: string): Member[] {
  return [...body.matchAll(/^ +(?:readonly )?"?([\w$]+)"?\??: (.+);$/gm)].map(([, name = "", declared = ""]) => {
    const inner = [...declared.matchAll(/inputs\.([\w.]+)/g)].map(([, type = ""]) => type);
    return { name, declared, isList: declared.includes("[]"), inner };
  });
}
