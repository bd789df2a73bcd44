import { workloadsOf } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { absent, otherwise, type Readings } from "../../fact";
import { named } from "../../facts/edge";
import type { foundationFacts } from "../../facts/foundation";
import { fields, input, list, type Native, table, text } from "../../native";
import { services } from "./run";

/** VPC, Secret Manager and service accounts. */
export const gcpFoundation: Readings<typeof foundationFacts> = {
  // A VPC network has no range of its own, and a subnet spans all zones.
  "network: range": absent,
  "network: subnets": otherwise((native) => {
    const services = native.one("gcp:compute/globalAddress:GlobalAddress", "-network-services-range");
    return {
      "private-1": input(native.one("gcp:compute/subnetwork:Subnetwork", "-network-private"), "ipCidrRange"),
      "isolated-1": `${text(services, "address")}/${text(services, "prefixLength")}`,
    };
  }),
  "network: zones": absent,
  "network: NAT gateways": otherwise((native) => ({
    gateways: native.all("gcp:compute/routerNat:RouterNat").length,
  })),
  "network: days of flow logs": (native) => ({
    days: input(
      native.one("gcp:logging/projectBucketConfig:ProjectBucketConfig", "-network-flow-logs"),
      "retentionDays",
    ),
  }),
  // One rule for all workloads.
  "network: ports of egress by workload": otherwise((native) => {
    const rule = native.one("gcp:compute/firewall:Firewall", "-network-allow-egress");
    const ports = list(input(rule, "allows.0.ports")).map(Number);
    return Object.fromEntries(workloadsOf(native.topology.compute).map(({ name }) => [name, ports]));
  }),
  "network: hosts of egress": absent,
  "secrets: names": (native) =>
    named(native.all("gcp:secretmanager/secret:Secret", "secrets").map((secret) => secretName(native, secret))),
  "secrets: length of generated ones": (native) =>
    table(
      native.all("random:index/randomPassword:RandomPassword", "secrets"),
      (password) => secretName(native, password).replace(/_TEXT$/, ""),
      (password) => input(password, "length"),
    ),
  "labels: on the database": (native) => {
    const { owner: _, ...labels } = fields(
      input(native.one("gcp:sql/databaseInstance:DatabaseInstance", "-postgres-instance"), "settings.userLabels"),
    );
    return labels;
  },
  "identity: one of its own by workload": (native) => {
    const accounts = services(native).map(({ account }) => account);
    return table(
      services(native),
      ({ name }) => name,
      ({ account }) => account !== "" && accounts.filter((its) => its === account).length === 1,
    );
  },
  "identity: buckets by workload": (native) => {
    const grants = native.all("gcp:storage/bucketIAMMember:BucketIAMMember", "identity");
    const accesses = grants.map((grant) => {
      const [, workload = "", bucket = ""] = /^(.+)-uses-(.+)$/.exec(native.short(grant, "identity")) ?? [];
      const access = { "roles/storage.objectViewer": "read", "roles/storage.objectUser": "read-write" };
      return { workload, text: `${bucket} ${fields(access)[text(grant, "role")]}` };
    });
    return table(
      accesses,
      ({ workload }) => workload,
      ({ workload }) =>
        accesses
          .filter((its) => its.workload === workload)
          .map((its) => its.text)
          .sort(),
    );
  },
};

/** Name of a secret as its variable is called, from the resource's. */
export function secretName(native: Native, secret: PlanResource): string {
  return native.short(secret, "secrets").toUpperCase().replaceAll("-", "_");
}
