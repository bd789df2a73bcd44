import type * as gcp from "@pulumi/gcp";
import { isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * The authority of the instance itself, the default: its certificates live ten years, and are rotated by hand. Those of any
 * other live one (https://cloud.google.com/sql/docs/postgres/authorize-ssl, "Certificate authority hierarchies").
 */
const tenYears = "GOOGLE_MANAGED_INTERNAL_CA";

/**
 * Certificates of databases that end after a year are renewed by the platform. RDS and Azure do so by themselves, and CloudNativePG and
 * cert-manager always.
 */
export const rule: Rule = {
  id: "encryption-in-transit-certificate-rotation",
  title: "Certificates of databases that end after a year are renewed by themselves.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.8.24"], "SOC 2": ["A1.2"] },
  why: "Cloud SQL's certificates of a shared authority end after a year: from then on no client that verifies them connects. Those of an instance's own authority live ten years, and are rotated by hand.",
  fix: "Set settings.ipConfiguration.serverCertificateRotationMode: AUTOMATIC_ROTATION_DURING_MAINTENANCE.",
  source: "https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1/instances#ipconfiguration",
  breaksBy: {
    "gcp:sql/databaseInstance:DatabaseInstance": [
      "settings.ipConfiguration.serverCaMode",
      "settings.ipConfiguration.serverCertificateRotationMode",
    ],
  },
  checks: {
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) => {
      const configuration = instance.at("settings").at("ipConfiguration");
      return (configuration.at("serverCaMode").text() ?? tenYears) === tenYears
        ? []
        : must(configuration.at("serverCertificateRotationMode"), isOneOf(["AUTOMATIC_ROTATION_DURING_MAINTENANCE"]));
    }),
  },
};
