import type { ResourceFixtures } from "../../core/fixture";

const mend = "Make a network of your own; on Google Cloud set autoCreateSubnetworks: false.";
const network = "gcp:compute/network:Network";

const defaults = ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"];

export const fixtures: ResourceFixtures = {
  neverPasses: defaults,
  passes: [{ name: "with subnetworks of its own", type: network, properties: { autoCreateSubnetworks: false } }],
  fails: [
    ...defaults.map((type) => ({
      ...{ name: "the default", type, properties: {} },
      messages: [`resource is of the account's default network; required: a network of its own. ${mend}`],
    })),
    {
      name: "as it comes",
      type: network,
      properties: {},
      messages: [`autoCreateSubnetworks is not set; required: false. ${mend}`],
    },
  ],
};
