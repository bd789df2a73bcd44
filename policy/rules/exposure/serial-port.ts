import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

const types = [
  "gcp:compute/instance:Instance",
  "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
  "gcp:compute/instanceTemplate:InstanceTemplate",
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
  "gcp:compute/projectMetadata:ProjectMetadata",
];

/** Texts by which Compute Engine understands no. */
const off = new Set(["0", "n", "no", "f", "false"]);

/** The serial console of Google's machines is off. Amazon's and Azure's is reached by signed requests only. */
export const rule: Rule = {
  id: "exposure-serial-port",
  title: "Machines don't offer their serial console to the network.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["4.5"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "Google connects everybody who has a key to the console, from any address: no firewall rule holds there.",
  fix: "Leave out serial-port-enable, and switch it on for as long as a machine is repaired.",
  source: "https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console",
  breaksBy: {
    ...alike(types, ["metadata.serial-port-enable"]),
  },
  checks: forTypes(
    types,
    check<gcp.compute.InstanceArgs>((machine): Finding[] => {
      const console = machine.at("metadata").as<Record<string, string>>().at("serial-port-enable");
      const value = console.text()?.toLowerCase() ?? String(console.boolean() ?? console.number());
      if (!console.known || !console.isSet || off.has(value)) return [];
      return [{ path: console.path, found: console.shown(), required: "false" }];
    }),
  ),
};
