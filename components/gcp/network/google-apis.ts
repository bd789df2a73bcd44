import * as dns from "@pulumi/gcp/dns";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { labels } from "../labels";

/** The four addresses of `private.googleapis.com` (VPC documentation, "Configure Private Google Access"). */
const addresses = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"];

/** Leads the names of Google's APIs to addresses that never leave Google's network. */
export function googleApis(
  name: string,
  { context, networkId }: { context: ComponentContext; networkId: pulumi.Input<string> },
  parent: pulumi.Resource,
): void {
  const zone = new dns.ManagedZone(
    `${name}-google-apis`,
    {
      dnsName: "googleapis.com.",
      description: "Google's APIs by private addresses",
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: networkId }] },
      labels: labels(context),
    },
    { parent },
  );
  const record = (suffix: string, rest: { name: string; type: string; rrdatas: string[] }) =>
    new dns.RecordSet(`${name}-google-apis-${suffix}`, { managedZone: zone.name, ttl: 300, ...rest }, { parent });
  record("addresses", { name: "private.googleapis.com.", type: "A", rrdatas: addresses });
  record("names", { name: "*.googleapis.com.", type: "CNAME", rrdatas: ["private.googleapis.com."] });
}
