import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set httpsOnly: true for web apps; leave allowInsecure out for container apps.";
const web = "azure-native:web:WebApp";
const container = "azure-native:app:ContainerApp";
const ingress = (allowInsecure?: boolean) => ({ configuration: { ingress: { external: true, allowInsecure } } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "HTTPS only", type: web, properties: { httpsOnly: true } },
    { name: "as it comes", type: container, properties: ingress() },
    { name: "said so", type: container, properties: ingress(false) },
  ],
  fails: [
    { name: "as it comes", type: web, properties: {}, messages: [`httpsOnly is not set; required: true. ${mend}`] },
    {
      name: "with HTTP",
      type: container,
      properties: ingress(true),
      messages: [`configuration.ingress.allowInsecure is true; required: false. ${mend}`],
    },
  ],
};
