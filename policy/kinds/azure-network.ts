import type { Finding } from "../core/finding";
import type { View } from "../core/view";

/**
 * Whether a service of Azure answers known networks only: it has no public address, or a firewall that denies what it does
 * not name. Where neither is said it answers everybody.
 */
export function closedNetwork(publicAccess: View, defaultAction: View): Finding[] {
  const closed = ["disabled", "securedbyperimeter"].includes(publicAccess.text()?.toLowerCase() ?? "");
  if (closed || !publicAccess.known) return [];
  if (!defaultAction.known || defaultAction.text()?.toLowerCase() === "deny") return [];
  return [
    {
      path: publicAccess.path,
      found: `${publicAccess.shown()}, and ${defaultAction.path} ${defaultAction.shown()}`,
      required: '"Disabled", or "Deny" for networks that are not named',
    },
  ];
}
