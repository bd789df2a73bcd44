import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Step } from "../../model/paths";

/**
 * The offset at which a path is written: that of its key or its item, or, where it is not there, of the last one above it that
 * is. An alias ends the way: what it repeats is written elsewhere.
 */
export function offsetOf(root: Node, steps: readonly Step[]): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const step of steps) {
    const [at, next]: [Node | undefined, unknown] = isMap(node)
      ? pairOf(node.items, String(step))
      : isSeq(node) && typeof step === "number"
        ? itemOf(node.items[step])
        : [undefined, undefined];
    if (at === undefined) return offset;
    offset = at.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

/** The later one of two equal keys counts. */
function pairOf(items: readonly { key: unknown; value: unknown }[], key: string): [Node | undefined, unknown] {
  const pair = items.findLast((one) => isScalar(one.key) && String(one.key.value) === key);
  return pair !== undefined && isScalar(pair.key) ? [pair.key, pair.value] : [undefined, undefined];
}

function itemOf(item: unknown): [Node | undefined, unknown] {
  return isMap(item) || isSeq(item) || isScalar(item) ? [item, item] : [undefined, undefined];
}
