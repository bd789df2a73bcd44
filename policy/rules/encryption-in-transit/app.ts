import { isFalse, isTrue } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { required, requiredIfSet } from "../../kinds/table";

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
  fix: "Set httpsOnly: true for web apps and their slots; leave allowInsecure out for container apps, and requireHttps on.",
  source: "https://learn.microsoft.com/azure/app-service/configure-ssl-bindings#enforce-https",
  breaksBy: {
    "azure-native:web:WebApp": ["httpsOnly"],
    "azure-native:web:WebAppSlot": ["httpsOnly"],
    "azure-native:app:ContainerApp": ["configuration.ingress.allowInsecure"],
    "azure-native:app:ContainerAppsAuthConfig": ["httpSettings.requireHttps"],
    "azure-native:web:WebAppAuthSettingsV2": ["httpSettings.requireHttps"],
    "azure-native:web:WebAppAuthSettingsV2Slot": ["httpSettings.requireHttps"],
  },
  remedies: {
    "azure-native:web:WebApp": { httpsOnly: true },
    "azure-native:web:WebAppSlot": { httpsOnly: true },
    "azure-native:app:ContainerApp": { "configuration.ingress.allowInsecure": false },
  },
  checks: {
    ...required(isTrue, [
      ["azure-native:web:WebApp", "httpsOnly"],
      ["azure-native:web:WebAppSlot", "httpsOnly"],
    ]),
    ...requiredIfSet(isFalse, [["azure-native:app:ContainerApp", "configuration.ingress.allowInsecure"]]),
    ...requiredIfSet(isTrue, [
      ["azure-native:app:ContainerAppsAuthConfig", "httpSettings.requireHttps"],
      ["azure-native:web:WebAppAuthSettingsV2", "httpSettings.requireHttps"],
      ["azure-native:web:WebAppAuthSettingsV2Slot", "httpSettings.requireHttps"],
    ]),
  },
};
