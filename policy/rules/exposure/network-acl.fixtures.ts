import type { ResourceFixtures } from "../../core/fixture";

const acl = "aws:ec2/networkAcl:NetworkAcl";
const defaultAcl = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const aclRule = "aws:ec2/networkAclRule:NetworkAclRule";
const fix = "Allow the ports that are served, and 1024 to 65535 for answers.";
const required = "addresses that you know";
const everybody = { cidrBlock: "0.0.0.0/0", protocol: "tcp" };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "from a network of one's own",
      type: acl,
      properties: {
        ingress: [{ ruleNo: 100, action: "allow", protocol: "tcp", cidrBlock: "10.0.0.0/8", fromPort: 22, toPort: 22 }],
      },
      harmless: { ingress: "without rules nothing is let in" },
    },
    {
      name: "nothing",
      type: defaultAcl,
      properties: { ingress: [] },
      harmless: { ingress: "without rules nothing is let in" },
    },
    {
      name: "HTTPS from everybody",
      type: aclRule,
      properties: { ...everybody, ruleNumber: 100, ruleAction: "allow", fromPort: 443, toPort: 443 },
      harmless: { cidrBlock: "it is a port of a website" },
    },
    {
      name: "answers",
      type: aclRule,
      properties: { ...everybody, ruleNumber: 100, ruleAction: "allow", fromPort: 1024, toPort: 65535 },
      harmless: { cidrBlock: "answers come from everywhere", toPort: "to an earlier port it is no range" },
    },
    {
      name: "a refusal",
      type: aclRule,
      properties: { ...everybody, protocol: "-1", ruleNumber: 100, ruleAction: "deny", egress: false },
      harmless: { cidrBlock: "it lets nobody in", protocol: "it lets nobody in" },
    },
    {
      name: "out",
      type: aclRule,
      properties: { ...everybody, protocol: "-1", ruleNumber: 100, ruleAction: "allow", egress: true },
      harmless: {
        cidrBlock: "it lets nobody in",
        protocol: "it lets nobody in",
        ruleAction: "it lets nobody in",
      },
    },
  ],
  fails: [
    {
      name: "everything",
      type: acl,
      properties: {
        ingress: [{ ruleNo: 100, action: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 }],
      },
      messages: [`ingress[0].cidrBlock is "0.0.0.0/0" for port 22, 3389; required: ${required}. ${fix}`],
    },
    {
      name: "IPv6",
      type: defaultAcl,
      properties: {
        ingress: [{ ruleNo: 100, action: "allow", protocol: "tcp", ipv6CidrBlock: "::/0", fromPort: 1, toPort: 1024 }],
      },
      messages: [`ingress[0].ipv6CidrBlock is "::/0" for port 22; required: ${required}. ${fix}`],
    },
    {
      name: "RDP",
      type: aclRule,
      properties: { ...everybody, ruleNumber: 100, ruleAction: "allow", fromPort: 3389, toPort: 3389 },
      messages: [`cidrBlock is "0.0.0.0/0" for port 3389; required: ${required}. ${fix}`],
    },
  ],
};
