import { interfaceMembers } from "../../../preview/engine/simulate/members";

/**
 * The interfaces of an SDK's `types/input.d.ts`, by their path: `core.v1.PodSpec`. The file has some megabytes, so that
 * only where they begin is looked up at first, and their members when somebody asks.
 */
export class TypesFile {
  private readonly offsets = new Map<string, number>();
  private readonly read = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly text: string) {
    const namespaces: string[] = [];
    for (const match of text.matchAll(/^( *)(?:export )?(?:declare )?(namespace|interface) (\w+)[^\n]*\{$/gm)) {
      const [, indent = "", kind, name = ""] = match;
      const depth = indent.length / 4;
      if (kind === "namespace") namespaces.splice(depth, namespaces.length, name);
      else this.offsets.set([...namespaces.slice(0, depth), name].join("."), match.index);
    }
  }

  /** Types of the members of an interface. */
  membersOf(path: string): ReadonlyMap<string, string> {
    const known = this.read.get(path) ?? this.readMembers(path);
    this.read.set(path, known);
    return known;
  }

  private readMembers(path: string): ReadonlyMap<string, string> {
    const offset = this.offsets.get(path);
    if (offset === undefined) return new Map();
    const indent = " ".repeat((path.split(".").length - 1) * 4);
    const end = this.text.indexOf(`\n${indent}}`, offset);
    const members = interfaceMembers(this.text.slice(offset, end + indent.length + 2), path.split(".").at(-1) ?? "");
    return new Map(members.map(({ name, type }) => [name, type]));
  }
}
