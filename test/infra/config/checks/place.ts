import { type BrokenConfig, onCluster } from "./row";

const applications = "one of fixture, small";
const domain = "a domain name in lower case, at most 253 characters and 63 between dots, such as shop.example.org";

function badDomain(name: string, text: string): BrokenConfig {
  return { name, change: { domain: text }, messages: [`isotopo:domain is "${text}"; allowed: ${domain}`] };
}

/** What stands where: application, cloud, environment, region, domain, labels. */
export const brokenPlaces: readonly BrokenConfig[] = [
  {
    name: "an application that is nearly one",
    change: { app: "fixtura" },
    messages: ['isotopo:app is "fixtura"; allowed: fixture, which is near'],
  },
  {
    name: "an application that nobody knows",
    change: { app: "shop" },
    messages: [`isotopo:app is "shop"; allowed: ${applications}`],
  },
  {
    name: "a file of the applications that is none",
    change: { app: "common" },
    messages: [`isotopo:app is "common"; allowed: ${applications}`],
  },
  { name: "an empty application", change: { app: "" }, messages: [`isotopo:app is ""; allowed: ${applications}`] },
  {
    name: "a cloud that is not there",
    change: { cloud: "oracle" },
    messages: ['isotopo:cloud is "oracle"; allowed: one of aws, gcp, azure, kubernetes'],
  },
  {
    name: "an environment that is not there",
    change: { environment: "production" },
    messages: ['isotopo:environment is "production"; allowed: one of dev, staging, prod'],
  },
  {
    name: "a copy that is a number",
    change: { instance: "12" },
    messages: [
      'isotopo:instance is "12"; allowed: 1 to 10 lower-case letters and digits, a letter first, such as pr12',
    ],
  },
  {
    name: "a copy with a hyphen",
    change: { instance: "pr-12" },
    messages: [
      'isotopo:instance is "pr-12"; allowed: 1 to 10 lower-case letters and digits, a letter first, such as pr12',
    ],
  },
  {
    name: "a zone that is no domain",
    change: { dnsZone: "shop" },
    messages: ['isotopo:dnsZone is "shop"; allowed: a domain name in lower case, such as example.org'],
  },
  {
    name: "a zone of another domain",
    change: { dnsZone: "hop.test" },
    messages: [
      'isotopo:dnsZone is "hop.test", which does not hold shop.test; allowed: shop.test, or a domain above it',
    ],
  },
  {
    name: "a zone on a cluster",
    base: onCluster,
    change: { dnsZone: "shop.test" },
    messages: ["isotopo:dnsZone is set on kubernetes; allowed: no value: the cluster knows its zones"],
  },
  {
    name: "an empty region",
    change: { region: "", "aws:region": "" },
    messages: ['isotopo:region is ""; allowed: a text that is not empty'],
  },
  {
    name: "a region that AWS has not got",
    change: { region: "eu-west-9", "aws:region": "eu-west-9" },
    messages: [
      'isotopo:region is "eu-west-9"; allowed: eu-west-1, which is near, or another region of AWS: ' +
        "af-south-1, ap-east-1, ap-northeast-1, " +
        "ap-northeast-2, ap-northeast-3, ap-south-1, ap-south-2, ap-southeast-1, ap-southeast-2, ap-southeast-3, " +
        "ap-southeast-4, ca-central-1, " +
        "eu-central-1, eu-central-2, eu-north-1, eu-south-1, eu-south-2, eu-west-1, " +
        "eu-west-2, eu-west-3, me-central-1, me-south-1, sa-east-1, " +
        "us-east-1, us-east-2, us-west-1, us-west-2",
    ],
  },
  {
    name: "a provider in another region",
    change: { "aws:region": "us-east-1" },
    messages: [
      'isotopo:region is "eu-west-1", and aws:region is "us-east-1"; ' +
        "allowed: the same in both; the AWS provider reads aws:region",
    ],
  },
  {
    name: "a provider without a region",
    change: { "aws:region": undefined },
    messages: [
      'isotopo:region is "eu-west-1", and aws:region is missing; ' +
        "allowed: the same in both; the AWS provider reads aws:region",
    ],
  },
  badDomain("an empty domain", ""),
  badDomain("a domain without a dot", "localhost"),
  badDomain("a domain with a capital", "Shop.test"),
  badDomain("an address instead of a domain", "https://shop.test"),
  badDomain("a domain with a dot at its end", "shop.test."),
  badDomain("a domain for all hosts", "*.shop.test"),
  badDomain("a domain with a label of 64 letters", `${"a".repeat(64)}.test`),
  {
    name: "an e-mail address that is none",
    change: { notifications: { email: ["team@shop.test", "team"] } },
    messages: ['isotopo:notifications.email.1 is "team"; allowed: an e-mail address'],
  },
  {
    name: "an e-mail address outside a list",
    change: { notifications: { email: "team@shop.test" } },
    messages: ['isotopo:notifications.email is "team@shop.test"; allowed: a list'],
  },
  {
    name: "an e-mail address that is a number",
    change: { notifications: { email: [7] } },
    messages: ["isotopo:notifications.email.0 is 7; allowed: a text"],
  },
  {
    name: "notifications that are a text",
    change: { notifications: "team@shop.test" },
    messages: ['isotopo:notifications is "team@shop.test"; allowed: a set of keys and values'],
  },
  {
    name: "a cost center that is no label",
    change: { costCenter: "R&D" },
    messages: ['isotopo:costCenter is "R&D"; allowed: at most 63 lower-case letters, digits and hyphens'],
  },
  {
    name: "an empty region of a cluster",
    base: onCluster,
    change: { region: "" },
    messages: ['isotopo:region is ""; allowed: a text that is not empty'],
  },
];
