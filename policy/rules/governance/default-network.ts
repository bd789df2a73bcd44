import type * as gcp from "@pulumi/gcp";
import { isFalse, require } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";

/** Networks are made on purpose: the default one of an account is open by itself. */
export const rule: Rule = {
  id: "governance-default-network",
  title: "Networks are made on purpose, not taken as they come.",
  severity: "medium",
  frameworks: { "CIS GCP Foundation 5.0": ["3.1"], "ISO 27001:2022": ["A.8.20", "A.8.22"], "SOC 2": ["CC6.6"] },
  why: "The default network of an account gives every machine a public address, and has room for no plan.",
  mend: "Make a network of your own; on Google Cloud set autoCreateSubnetworks: false.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  checks: {
    ...forTypes(["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"], () => [
      { path: "resource", found: "of the account's default network", required: "a network of its own" },
    ]),
    "gcp:compute/network:Network": check<gcp.compute.NetworkArgs>((network) =>
      require(network.at("autoCreateSubnetworks"), isFalse),
    ),
  },
};
