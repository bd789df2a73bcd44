import type { Node } from "./expression";

/** A claim, or a part of one: what the whole is like, as a pattern, where the part is a text. */
export interface Part {
  path: string;
  whole: (text: string) => string;
}

/**
 * Which part of a claim is meant: the first of `split('/')` (CEL, "Strings extension"), or what `extract('{owner}/')` takes out
 * ("Attribute reference for IAM Conditions", Google Cloud, the function extract). What comes later may be anywhere in the claim.
 */
export function partOf(node: Node, resolved: (node: Node) => Node): Part | undefined {
  if (node.kind === "path") return { path: node.path, whole: (text) => text };
  if (node.kind !== "call" || node.target === undefined) return undefined;
  const { name, target, args } = node;
  const [argument] = args;
  if (argument?.kind !== "literal") return undefined;
  if (name === "[]") {
    const [separator] =
      target.kind === "call" && target.name === "split" && target.args.length === 1 ? target.args : [];
    if (argument.value !== 0 || separator?.kind !== "literal" || target.kind !== "call") return undefined;
    return within(target.target, resolved, (text) => `${text}${separator.value}*`);
  }
  const [, before, after] = name === "extract" ? (/^([^{}]*)\{\w+\}([^{}]*)$/.exec(String(argument.value)) ?? []) : [];
  if (before === undefined || after === undefined) return undefined;
  return within(
    target,
    resolved,
    (text) => `${before === "" ? "" : `*${before}`}${text}${after === "" ? "" : `${after}*`}`,
  );
}

function within(of: Node | undefined, resolved: (node: Node) => Node, like: Part["whole"]): Part | undefined {
  const part = of && partOf(resolved(of), resolved);
  return part && { path: part.path, whole: (text) => part.whole(like(text)) };
}
