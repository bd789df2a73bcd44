import type { View } from "../core/view";

/**
 * Whether addresses are the whole internet or so large a part of it that nobody owns it: private ranges begin at /8 and, in
 * IPv6, at /7. Azure has names for it.
 */
export function isWorld(addresses: string): boolean {
  if (["*", "any", "internet", "0.0.0.0"].includes(addresses.toLowerCase())) return true;
  const [, base = "", prefix = ""] = /^([\da-f:.]+)\/(\d+)$/i.exec(addresses) ?? [];
  return base !== "" && Number(prefix) < (base.includes(":") ? 4 : 8);
}

/** The values among them that are the whole internet. */
export function worldIn(sources: readonly View[]): View[] {
  return sources.filter((source) => isWorld(source.text() ?? ""));
}
