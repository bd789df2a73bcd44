/** An item of a resource tree. */
interface Placed {
  urn: string;
  /** URN of the parent; undefined or empty for a root. */
  parent?: string;
}

/**
 * Items by the URN of their parent, in their own order. Roots have the empty text as parent, and so do items whose parent is
 * itself or not in the list.
 */
export function childrenByParent<T>(items: readonly T[], placeOf: (item: T) => Placed): Map<string, T[]> {
  const urns = new Set(items.map((item) => placeOf(item).urn));
  const children = new Map<string, T[]>();
  for (const item of items) {
    const { urn, parent } = placeOf(item);
    const key = parent !== undefined && parent !== urn && urns.has(parent) ? parent : "";
    const list = children.get(key);
    if (list === undefined) children.set(key, [item]);
    else list.push(item);
  }
  return children;
}
