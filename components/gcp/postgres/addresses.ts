import * as dns from "@pulumi/gcp/dns";
import type * as sql from "@pulumi/gcp/sql";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { labels } from "../labels";
import type { GcpNetwork } from "../network";

/** The domain of the names that certificates of instances with private services access carry. */
const zoneName = "sql-psa.goog.";

/**
 * Leads the names in the instances' certificates to their private addresses. The names are made by Cloud SQL, and "you
 * must resolve it through a private DNS zone in the VPC network" ("Connect using DNS names", Cloud SQL documentation).
 * Returns the name of each instance, without the dot at its end.
 */
export function addresses(
  name: string,
  { context, network, instances }: AddressesArgs,
  parent: pulumi.Resource,
): Record<string, pulumi.Output<string>> {
  const zone = new dns.ManagedZone(
    `${name}-names`,
    {
      dnsName: zoneName,
      description: `Databases of ${context.name}`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: network.networkId }] },
      labels: labels(context),
    },
    { parent },
  );
  return Object.fromEntries(
    Object.entries(instances).map(([suffix, instance]) => {
      const host = hostOf(instance);
      new dns.RecordSet(
        `${name}-name-${suffix}`,
        {
          managedZone: zone.name,
          name: pulumi.interpolate`${host}.`,
          type: "A",
          ttl: 60,
          rrdatas: [instance.privateIpAddress],
        },
        { parent },
      );
      return [suffix, host];
    }),
  );
}

interface AddressesArgs {
  context: ComponentContext;
  network: GcpNetwork;
  /** Instances by the end of their name. */
  instances: Readonly<Record<string, sql.DatabaseInstance>>;
}

/**
 * The instance's own name. A preview that can't know it takes one like it; a deployment without it would hand out an
 * address that no certificate carries, so it ends here.
 */
function hostOf({ dnsNames, connectionName }: sql.DatabaseInstance): pulumi.Output<string> {
  return pulumi.all([dnsNames, connectionName]).apply(([names, connection]) => {
    const own = names.find(
      ({ connectionType, dnsScope }) => connectionType === "PRIVATE_SERVICES_ACCESS" && dnsScope === "INSTANCE",
    );
    if (own === undefined && !pulumi.runtime.isDryRun()) {
      throw new pulumi.RunError(
        `Cloud SQL gives ${connection} no DNS name for private services access, so no client can verify its certificate; ` +
          "the instance needs serverCaMode GOOGLE_MANAGED_CAS_CA and private services access",
      );
    }
    const name = own?.name ?? `${connection.replaceAll(":", ".")}.${zoneName}`;
    return name.replace(/\.$/, "");
  });
}
