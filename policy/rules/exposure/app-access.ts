import type * as azure from "@pulumi/azure-native";
import { type Finding, isNotTrue, isOneOf, must, mustIfSet } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";
import { required } from "../../kinds/table";

/** Azure web apps have no other way in: no FTP in clear text, no debugger from outside. */
export const rule: Rule = {
  id: "exposure-app-access",
  title: "Web apps take no FTP in clear text, and no debugger from outside.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["2.2.5", "4.2.1"],
    "ISO 27001:2022": ["A.8.9", "A.8.24"],
    "SOC 2": ["CC6.6"],
  },
  why: "FTP sends the password of the deployment in clear text; a debugger opens ports and stops the app where it likes.",
  fix: 'Set siteConfig.ftpsState to "Disabled" or "FtpsOnly", and leave remote debugging and FTP off.',
  source: "https://learn.microsoft.com/en-us/azure/app-service/deploy-ftp#enforce-ftps",
  breaksBy: {
    "azure-native:web:WebApp": ["siteConfig.ftpsState", "siteConfig.remoteDebuggingEnabled"],
    "azure-native:web:WebAppSlot": ["siteConfig.ftpsState", "siteConfig.remoteDebuggingEnabled"],
    "azure-native:web:AppServiceEnvironment": [
      "networkingConfiguration.ftpEnabled",
      "networkingConfiguration.remoteDebugEnabled",
    ],
  },
  checks: {
    ...forTypes(
      ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"],
      check<azure.web.WebAppArgs>((app): Finding[] => [
        ...mustIfSet(app.at("siteConfig").at("ftpsState"), isOneOf(["FtpsOnly", "Disabled"])),
        ...must(app.at("siteConfig").at("remoteDebuggingEnabled"), isNotTrue),
      ]),
    ),
    ...required(isNotTrue, [
      [
        "azure-native:web:AppServiceEnvironment",
        "networkingConfiguration.ftpEnabled",
        "networkingConfiguration.remoteDebugEnabled",
      ],
    ]),
  },
};
