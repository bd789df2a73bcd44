import type * as azure from "@pulumi/azure-native";
import { isFalse, isTrue, require, requireIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Application platforms answer HTTPS only. Cloud Run and App Runner can't do otherwise. */
export const rule: Rule = {
  id: "encryption-in-transit-app",
  title: "Application platforms answer HTTPS only.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "The platform answers plain HTTP beside HTTPS, passwords and sessions included.",
  mend: "Set httpsOnly: true for web apps; leave allowInsecure out for container apps.",
  source: "https://learn.microsoft.com/azure/app-service/configure-ssl-bindings#enforce-https",
  breaksBy: {
    "azure-native:web:WebApp": ["httpsOnly"],
    "azure-native:app:ContainerApp": ["configuration.ingress.allowInsecure"],
  },
  remedies: {
    "azure-native:web:WebApp": { httpsOnly: true },
    "azure-native:app:ContainerApp": { "configuration.ingress.allowInsecure": false },
  },
  checks: {
    "azure-native:web:WebApp": check<azure.web.WebAppArgs>((app) => require(app.at("httpsOnly"), isTrue)),
    "azure-native:app:ContainerApp": check<azure.app.ContainerAppArgs>((app) =>
      requireIfSet(app.at("configuration").at("ingress").at("allowInsecure"), isFalse),
    ),
  },
};
