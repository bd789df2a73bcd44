import { project } from "../../support/configs";
import { type BrokenConfig, onAzure, onGcp } from "./row";

const projectId = "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first";
const zone = "a managed zone's name: at most 63 lower-case letters, digits and hyphens, a letter first";
const group = "a resource group's name: at most 90 letters, digits and _ . ( ) -, no dot at the end";
const fixed = "what names the account and place of the stack; docs/configuration.md lists the keys";

function badGcp(name: string, change: Record<string, unknown>, ...messages: string[]): BrokenConfig {
  return {
    name,
    base: onGcp,
    change: { gcp: { ...project, ...change } },
    messages: messages.map((message) => `isotopo:gcp.${message}`),
  };
}

function badGroup(name: string, dnsResourceGroup: unknown, message: string): BrokenConfig {
  return {
    name,
    base: onAzure,
    change: { azure: { dnsResourceGroup } },
    messages: [`isotopo:azure.dnsResourceGroup is ${JSON.stringify(dnsResourceGroup)}; allowed: ${message}`],
  };
}

/** Where a stack stands on Google Cloud and on Azure. */
export const brokenGcpAndAzure: readonly BrokenConfig[] = [
  {
    name: "Google Cloud on AWS",
    change: { gcp: project },
    messages: ["isotopo:gcp is set on aws; allowed: no value: it describes a place on Google Cloud"],
  },
  {
    name: "Azure on Google Cloud",
    base: onGcp,
    change: { azure: { dnsResourceGroup: "dns" } },
    messages: ["isotopo:azure is set on gcp; allowed: no value: it describes a place on Azure"],
  },
  {
    name: "no project on Google Cloud",
    base: onGcp,
    change: { gcp: undefined },
    messages: [`isotopo:gcp is missing; allowed: ${fixed}`],
  },
  {
    name: "no resource group on Azure",
    base: onAzure,
    change: { azure: undefined },
    messages: [`isotopo:azure is missing; allowed: ${fixed}`],
  },
  {
    name: "a place on Google Cloud with nothing",
    base: onGcp,
    change: { gcp: {} },
    messages: [
      `isotopo:gcp.project is missing; allowed: ${projectId}; it is required`,
      `isotopo:gcp.dnsZone is missing; allowed: ${zone}; it is required`,
    ],
  },
  badGcp("a project with capitals", { project: "Shop-Prod" }, `project is "Shop-Prod"; allowed: ${projectId}`),
  badGcp("a project of five letters", { project: "shops" }, `project is "shops"; allowed: ${projectId}`),
  badGcp("a project that is a number", { project: 123456 }, "project is 123456; allowed: a text"),
  badGcp("a zone that is a domain", { dnsZone: "shop.test" }, `dnsZone is "shop.test"; allowed: ${zone}`),
  badGcp(
    "a key that is not there",
    { zone: "shop" },
    "zone is no key of this program; allowed: one of project, dnsZone",
  ),
  {
    name: "a provider in another project",
    base: onGcp,
    change: { "gcp:project": "shop-staging" },
    messages: [
      'isotopo:gcp.project is "shop-prod", and gcp:project is "shop-staging"; ' +
        "allowed: the same in both; the Google Cloud provider reads gcp:project",
    ],
  },
  {
    name: "a provider without project and region",
    base: onGcp,
    change: { "gcp:project": undefined, "gcp:region": undefined },
    messages: [
      'isotopo:region is "europe-west1", and gcp:region is missing; ' +
        "allowed: the same in both; the Google Cloud provider reads gcp:region",
      'isotopo:gcp.project is "shop-prod", and gcp:project is missing; ' +
        "allowed: the same in both; the Google Cloud provider reads gcp:project",
    ],
  },
  {
    name: "a provider of Azure in another place",
    base: onAzure,
    change: { "azure-native:location": "northeurope" },
    messages: [
      'isotopo:region is "westeurope", and azure-native:location is "northeurope"; ' +
        "allowed: the same in both; the Azure provider reads azure-native:location",
    ],
  },
  badGroup("an empty resource group", "", group),
  badGroup("a resource group with a dot at its end", "dns.", group),
  badGroup("a resource group with a slash", "dns/zone", group),
  badGroup("a resource group that is a number", 5, "a text"),
];
