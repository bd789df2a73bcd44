import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";

/**
 * Writes the table of what Kubernetes' own types make of an object, `preview/tables/kubernetes-objects.json`:
 * `node --import tsx tools/kubernetes-objects.ts <folder of k8s.io/api> <folder of k8s.io/apimachinery>`, of the version that Pulumi's
 * provider requires in its `provider/go.mod`. The folders' names end in their version, as those of Go's cache of modules do.
 */
function main(): void {
  const [api = "", machinery = ""] = process.argv.slice(2);
  const { kinds, structs } = facts.parse(
    JSON.parse(
      execFileSync("go", ["run", ".", resolve(api), resolve(machinery)], {
        cwd: join(__dirname, "kubernetes-objects"),
        encoding: "utf8",
        maxBuffer: 2 ** 26,
        stdio: ["ignore", "pipe", "inherit"],
      }),
    ),
  );
  const table = {
    source: `k8s.io/${basename(api)}`,
    kinds: sorted(Object.entries(kinds)),
    structs: sorted(
      Object.entries(structs).map(([name, fields]) => {
        const words = Object.entries(fields).map(([field, word]) => `${field}:${word}`);
        return [name, words.sort().join(" ")] as const;
      }),
    ),
  };
  writeFileSync(
    join(__dirname, "../preview/tables/kubernetes-objects.json"),
    `${JSON.stringify(table, undefined, 2)}\n`,
  );
}

const texts = z.record(z.string(), z.string());
const facts = z.object({ kinds: texts, structs: z.record(z.string(), texts) });

function sorted(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

main();
