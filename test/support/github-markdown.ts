/** A node of a rendered page, as the renderer's own tree has it. */
export interface PageNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Readonly<Record<string, unknown>>;
  children?: readonly PageNode[];
}

/** A comment as GitHub would show it. */
export interface Rendered {
  html: string;
  root: PageNode;
}

/**
 * Renders as GitHub does: its flavour of Markdown, raw HTML, mentions and references made into links, then its list of what
 * HTML may stay. The packages are modules of the new kind, so they are loaded as such.
 */
export async function rendered(markdown: string): Promise<Rendered> {
  const [{ unified }, parse, gfm, github, rehype, raw, sanitize, stringify] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-gfm"),
    import("remark-github"),
    import("remark-rehype"),
    import("rehype-raw"),
    import("rehype-sanitize"),
    import("rehype-stringify"),
  ]);
  const processor = unified()
    .use(parse.default)
    .use(gfm.default)
    .use(github.default, { repository: "octo-org/octo-repo" })
    .use(rehype.default, { allowDangerousHtml: true })
    .use(raw.default)
    .use(sanitize.default)
    .use(stringify.default);
  const root = await processor.run(processor.parse(markdown));
  return { html: processor.stringify(root), root };
}

/** All elements of that name. */
export function elements(node: PageNode, tagName: string): PageNode[] {
  const below = (node.children ?? []).flatMap((child) => elements(child, tagName));
  return node.tagName === tagName ? [node, ...below] : below;
}

/** All text of a node. */
export function textOf(node: PageNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Where GitHub looks for mentions, references, addresses, emoji and formulas: text that is in no code and no link. */
export function openTexts(node: PageNode): string[] {
  if (node.tagName !== undefined && ["pre", "code", "a", "tt"].includes(node.tagName)) return [];
  if (node.type === "text") return [node.value ?? ""];
  return (node.children ?? []).flatMap(openTexts);
}
