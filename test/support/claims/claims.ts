import type { PlanResource } from "../../../preview/model/plan";
import { nameRules } from "../names";
import { valueAt } from "../value-at";
import { awsClaims } from "./aws";
import { azureClaims } from "./azure";
import type { Claims } from "./claim";
import { gcpClaims } from "./gcp";
import { kubernetesClaims } from "./kubernetes";

const special: Readonly<Record<string, Claims>> = { ...awsClaims, ...azureClaims, ...gcpClaims, ...kubernetesClaims };
const named = Object.assign({}, ...Object.values(nameRules).map((rules) => rules.named)) as Record<
  string,
  { property: string } | undefined
>;

/** Properties that say within what a name has to be one of a kind. */
const scopes = [
  ...["kind", "metadata.namespace", "project", "location", "region", "instance", "zone"],
  ...["resourceGroupName", "profileName", "endpointName", "ruleSetName", "serverName", "accountName", "vaultName"],
  ...["clusterName", "environmentName", "registryName", "virtualNetworkName", "privateZoneName", "privateEndpointName"],
  ...["networkWatcherName", "keyRing", "cluster", "role"],
];

/** What a resource would hold in its cloud; a name that the provider draws is nobody else's. */
export function claimsOf({
  type,
  custom,
  op,
  inputs,
}: Pick<PlanResource, "type" | "custom" | "op" | "inputs">): string[] {
  if (!custom || op === "read") return [];
  const own = special[type];
  if (own !== undefined) return own(inputs).map((held) => `${type} ${held}`);
  const rule = named[type];
  const name = rule === undefined ? undefined : valueAt(inputs, rule.property);
  if (typeof name !== "string") return [];
  const within = scopes.filter((scope) => scope !== rule?.property).map((scope) => valueAt(inputs, scope));
  return [`${type} ${JSON.stringify([name, ...within.filter((value) => value !== undefined)])}`];
}
