import { workloadsOf } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { absent, otherwise, partly, type Readings } from "../../fact";
import { named } from "../../facts/edge";
import type { foundationFacts } from "../../facts/foundation";
import { fields, input, list, type Native, table, text } from "../../native";
import { apps } from "./apps";

/** Roles that workloads have on their buckets (Microsoft Learn, "Azure built-in roles for Storage"). */
const bucketRoles: Readonly<Record<string, string>> = {
  "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": "read",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "read-write",
};

/** Virtual network, Key Vault and managed identities. */
export const azureFoundation: Readings<typeof foundationFacts> = {
  "network: range": (native) => ({
    network: list(input(native.one("azure-native:network:VirtualNetwork"), "addressSpace.addressPrefixes"))[0],
  }),
  // A subnet spans all zones, and the load balancer is outside of the network.
  "network: subnets": partly((native) => ({
    "private-1": subnet(native, "workloads"),
    "isolated-1": subnet(native, "postgres"),
    "isolated-2": subnet(native, "endpoints"),
  })),
  "network: zones": otherwise((native) => ({
    zones: input(native.one("azure-native:app:ManagedEnvironment"), "zoneRedundant"),
  })),
  "network: NAT gateways": otherwise((native) => ({
    gateways: native.all("azure-native:network:NatGateway").length,
  })),
  "network: days of flow logs": (native) => ({
    days: input(native.one("azure-native:network:FlowLog"), "retentionPolicy.days"),
  }),
  // One rule for all workloads.
  "network: ports of egress by workload": otherwise((native) => {
    const group = native.one("azure-native:network:NetworkSecurityGroup", "-network-workloads-rules");
    const rules = list(input(group, "securityRules")).map(fields);
    const outside = rules.find(({ destinationAddressPrefix }) => destinationAddressPrefix === "Internet");
    const ports = list(outside?.destinationPortRanges).map(Number);
    return Object.fromEntries(workloadsOf(native.topology.compute).map(({ name }) => [name, ports]));
  }),
  "network: hosts of egress": absent,
  "secrets: names": (native) =>
    named(native.all("azure-native:keyvault:Secret", "secrets").map((secret) => secretName(native, secret))),
  "secrets: length of generated ones": (native) =>
    table(
      native.all("random:index/randomPassword:RandomPassword", "secrets"),
      (password) => secretName(native, password).replace(/_TEXT$/, ""),
      (password) => input(password, "length"),
    ),
  "labels: on the database": (native) => {
    const {
      Name: _,
      owner: __,
      ...labels
    } = fields(input(native.one("azure-native:dbforpostgresql:Server", "-postgres-server"), "tags"));
    return labels;
  },
  "identity: one of its own by workload": (native) => {
    const all = apps(native).flatMap(({ identities }) => identities);
    return table(
      apps(native),
      ({ name }) => name,
      ({ identities: [own, ...others] }) => others.length === 0 && all.filter((its) => its === own).length === 1,
    );
  },
  "identity: buckets by workload": (native) => {
    const grants = native.all("azure-native:authorization:RoleAssignment", "identity").flatMap((grant) => {
      const [, workload, bucket] = /^(.+)-uses-(.+)-(?:read|read-write)$/.exec(native.short(grant, "identity")) ?? [];
      const role = text(grant, "roleDefinitionId").split("/").at(-1) ?? "";
      return workload === undefined ? [] : [{ workload, access: `${bucket} ${bucketRoles[role]}` }];
    });
    return table(
      grants,
      ({ workload }) => workload,
      ({ workload }) =>
        grants
          .filter((its) => its.workload === workload)
          .map(({ access }) => access)
          .sort(),
    );
  },
};

/** Name of a secret as its variable is called, from the resource's. */
export function secretName(native: Native, secret: PlanResource): string {
  return native.short(secret, "secrets").toUpperCase().replaceAll("-", "_");
}

function subnet(native: Native, kind: string): unknown {
  return input(native.one("azure-native:network:Subnet", `-network-${kind}`), "addressPrefix");
}
