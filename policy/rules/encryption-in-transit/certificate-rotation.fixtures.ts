import type { ResourceFixtures } from "../../core/fixture";

const type = "gcp:sql/databaseInstance:DatabaseInstance";
const path = "settings.ipConfiguration.serverCertificateRotationMode";
const fix = "Set settings.ipConfiguration.serverCertificateRotationMode: AUTOMATIC_ROTATION_DURING_MAINTENANCE.";
const instance = (ipConfiguration: Readonly<Record<string, unknown>>) => ({ settings: { ipConfiguration } });
const harmless = { "settings.ipConfiguration.serverCaMode": "what renews may come from any authority" };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a shared authority, renewed",
      type,
      properties: instance({
        serverCaMode: "GOOGLE_MANAGED_CAS_CA",
        serverCertificateRotationMode: "AUTOMATIC_ROTATION_DURING_MAINTENANCE",
      }),
      harmless,
    },
    {
      name: "an authority of its own pool, renewed",
      type,
      properties: instance({
        serverCaMode: "CUSTOMER_MANAGED_CAS_CA",
        serverCertificateRotationMode: "AUTOMATIC_ROTATION_DURING_MAINTENANCE",
      }),
      harmless,
    },
    { name: "the default authority, of ten years", type, properties: instance({}) },
    { name: "that authority by name", type, properties: instance({ serverCaMode: "GOOGLE_MANAGED_INTERNAL_CA" }) },
  ],
  fails: [
    {
      name: "says nothing",
      type,
      properties: instance({ serverCaMode: "GOOGLE_MANAGED_CAS_CA" }),
      messages: [`${path} is not set; required: "AUTOMATIC_ROTATION_DURING_MAINTENANCE". ${fix}`],
    },
    {
      name: "by hand",
      type,
      properties: instance({
        serverCaMode: "CUSTOMER_MANAGED_CAS_CA",
        serverCertificateRotationMode: "NO_AUTOMATIC_ROTATION",
      }),
      messages: [`${path} is "NO_AUTOMATIC_ROTATION"; required: "AUTOMATIC_ROTATION_DURING_MAINTENANCE". ${fix}`],
    },
  ],
};
