import { type BrokenConfig, override } from "./row";

/** The edge: denied countries and ranges, access logs. */
export const brokenEdges: readonly BrokenConfig[] = [
  override(
    "a country in small letters",
    { edge: { deniedCountries: ["FR", "cu"] } },
    'edge.deniedCountries.1 is "cu"; allowed: two capital letters, such as CU',
  ),
  override(
    "a country outside a list",
    { edge: { deniedCountries: "CU" } },
    'edge.deniedCountries is "CU"; allowed: a list',
  ),
  override(
    "denied ranges that are none",
    { edge: { deniedCidrs: ["203.0.113.0/24", "203.0.113.7", "2001:db8::/129"] } },
    'edge.deniedCidrs.1 is "203.0.113.7"; allowed: an address range, such as 203.0.113.0/24',
    'edge.deniedCidrs.2 is "2001:db8::/129"; allowed: an address range, such as 203.0.113.0/24',
  ),
  override(
    "a denied range that is a number",
    { edge: { deniedCidrs: [203] } },
    "edge.deniedCidrs.0 is 203; allowed: a text",
  ),
  override(
    "access logs that are kept for no day",
    { edge: { accessLogRetentionDays: 0 } },
    "edge.accessLogRetentionDays is 0; allowed: at least 1",
  ),
];
