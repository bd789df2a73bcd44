import type { Native } from "../../native";
import { fields, input } from "../../native";

/** A block of the edge proxy's configuration: `location /api/`, with the lines in it. */
export interface Block {
  head: string;
  lines: string[];
  blocks: Block[];
}

/** The configuration of the edge proxy. */
export function nginx(native: Native): Block {
  const config = fields(input(native.one("kubernetes:core/v1:ConfigMap", "-proxy-config"), "data"))["nginx.conf"];
  const root: Block = { head: "", lines: [], blocks: [] };
  const open = [root];
  for (const line of String(config)
    .split("\n")
    .map((its) => its.trim())) {
    const current = open.at(-1) ?? root;
    const [, head = "", only] = /^(.*?) \{(?: (.*) \})?$/.exec(line) ?? [];
    if (line === "}") open.pop();
    else if (head !== "" && (head.startsWith("location") || only === undefined)) {
      const block: Block = { head, lines: only === undefined ? [] : [only], blocks: [] };
      current.blocks.push(block);
      if (only === undefined) open.push(block);
    } else if (line !== "") current.lines.push(line);
  }
  return root.blocks.find((block) => block.head === "http") ?? root;
}

/** The servers of the hosts, by host. */
export function servers(native: Native): Map<string, Block> {
  const found = nginx(native).blocks.filter(({ head }) => head === "server");
  return new Map(
    found.flatMap((server) => {
      const host = argument(server, "server_name");
      return host === undefined || host === "_" ? [] : [[host, server] as const];
    }),
  );
}

/** The location of a path as routes are written: `/api/*`, or `/auth` for one path alone. */
export function locationOf(server: Block | undefined, path: string): Block | undefined {
  const head = path.endsWith("*") ? `location ${path.slice(0, -1)}` : `location = ${path}`;
  return server?.blocks.find((block) => block.head === head);
}

/** What stands behind a directive; undefined where the block has none. */
export function argument({ lines }: Block, directive: string): string | undefined {
  return lines.find((line) => line.startsWith(`${directive} `))?.slice(directive.length + 1, -1);
}

/** The value of a header that a block adds. */
export function header(block: Block, name: string): string | undefined {
  return argument(block, `add_header ${name}`)
    ?.replace(/ always$/, "")
    .replace(/^"|"$/g, "");
}
