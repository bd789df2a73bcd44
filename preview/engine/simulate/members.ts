/** A member of a class or an interface, as the SDK's declarations give it. */
export interface Member {
  name: string;
  /** Its type, without `pulumi.Output` around it and without `undefined`. */
  type: string;
  /** Whether it may be missing. */
  optional: boolean;
}

/** The members of the resource class in a declaration file. */
export function classMembers(declarations: string): Member[] {
  const body = /export declare class \w+ extends [\w.]*(?:CustomResource|ComponentResource|ProviderResource) \{/.exec(
    declarations,
  );
  return body === null ? [] : members(blockAfter(declarations, body.index + body[0].length));
}

/** The members of an exported interface in a declaration file. */
export function interfaceMembers(declarations: string, name: string): Member[] {
  const head = new RegExp(`(?:export )?interface ${name} \\{`).exec(declarations);
  return head === null ? [] : members(blockAfter(declarations, head.index + head[0].length));
}

/** The members of the interface whose block a text begins with. */
export function interfaceIn(text: string): Member[] {
  return members(blockAfter(text, 0));
}

/** Properties that the SDK never sends because only the provider has them: `= undefined /*out*\/`. */
export function outputOnlyNames(javascript: string): Set<string> {
  return new Set(
    Array.from(javascript.matchAll(/resourceInputs\["([^"]+)"\] = undefined \/\*out\*\//g), (m) => m[1] ?? ""),
  );
}

function members(block: string): Member[] {
  const text = block.replace(/\/\*[\s\S]*?\*\//g, "");
  const found: Member[] = [];
  for (const match of text.matchAll(/^\s*(?:readonly )?"?(\w+)"?(\?)?: ([^;]+(?:\{[^}]*\}[^;]*)?);/gm)) {
    const [, name = "", mark, declared = ""] = match;
    const type = (/^pulumi\.Output<([\s\S]*)>$/.exec(declared.trim())?.[1] ?? declared).trim();
    const parts = type.split(/\s*\|\s*(?![^<{]*[>}])/);
    found.push({
      name,
      type: parts.filter((part) => part !== "undefined" && part !== "null").join(" | "),
      optional: mark === "?" || parts.includes("undefined"),
    });
  }
  return found;
}

/** The text up to the brace that closes the block. */
function blockAfter(text: string, start: number): string {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return text.slice(start, i);
  }
  return text.slice(start);
}
