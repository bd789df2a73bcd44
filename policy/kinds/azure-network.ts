import type { Finding } from "../core/finding";
import type { View } from "../core/view";
import { worldIn } from "./addresses";

/**
 * Whether a service of Azure answers known networks only: it has no public address, or a firewall that denies what it does
 * not name, and does not name everybody. Where neither is said it answers everybody.
 */
export function closedNetwork(publicAccess: View, defaultAction: View, named: readonly View[]): Finding[] {
  const closed = ["disabled", "securedbyperimeter"].includes(publicAccess.text()?.toLowerCase() ?? "");
  if (closed || !publicAccess.known) return [];
  if (!defaultAction.known) return [];
  if (defaultAction.text()?.toLowerCase() === "deny") {
    return worldIn(named).map((address) => ({
      path: address.path,
      found: address.shown(),
      required: "addresses that you know",
    }));
  }
  return [
    {
      path: publicAccess.path,
      found: `${publicAccess.shown()}, and ${defaultAction.path} ${defaultAction.shown()}`,
      required: '"Disabled", or "Deny" for networks that are not named',
    },
  ];
}
