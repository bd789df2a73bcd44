import type { NetworkSpec } from "../../components/contract";
import type { ResolveInputs } from "./inputs";
import { subnetsOf } from "./subnets";
import { app, Traced, type TracedTree } from "./traced";

/** Resolves the network: its ranges and its NAT. */
export function resolveNetwork({ facts, settings, settingOrigin }: ResolveInputs): TracedTree<NetworkSpec> {
  const { cidr, zones, nat, flowLogRetentionDays } = settings.network;
  const subnets = subnetsOf(cidr, zones);
  const origins = [settingOrigin("network.cidr"), settingOrigin("network.zones")];
  const origin = origins.includes("stack") ? "stack" : "environment";
  return {
    cidr: new Traced(cidr, settingOrigin("network.cidr")),
    zones: new Traced(zones, settingOrigin("network.zones")),
    publicCidrs: new Traced(subnets.publicCidrs, origin),
    privateCidrs: new Traced(subnets.privateCidrs, origin),
    isolatedCidrs: new Traced(subnets.isolatedCidrs, origin),
    nat: new Traced(nat, settingOrigin("network.nat")),
    flowLogRetentionDays: new Traced(flowLogRetentionDays, settingOrigin("network.flowLogRetentionDays")),
    egress: app(facts.egress),
  };
}
