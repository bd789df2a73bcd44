import type { ResourceFixtures } from "../../core/fixture";

const mend = 'Set ingress to "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", or keep the invoker check.';
const required = "one of INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER, INGRESS_TRAFFIC_INTERNAL_ONLY";
const type = "gcp:cloudrunv2/service:Service";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "behind a load balancer",
      type,
      properties: { invokerIamDisabled: true, ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" },
      harmless: { invokerIamDisabled: "with the check, callers need a grant" },
    },
    { name: "with the check", type, properties: { invokerIamDisabled: false } },
    { name: "nothing said", type, properties: { location: "europe-west1" } },
  ],
  fails: [
    {
      name: "nothing said of ingress",
      type,
      properties: { invokerIamDisabled: true },
      messages: [`ingress is not set; required: ${required}. ${mend}`],
    },
    {
      name: "open",
      type,
      properties: { invokerIamDisabled: true, ingress: "INGRESS_TRAFFIC_ALL" },
      messages: [`ingress is "INGRESS_TRAFFIC_ALL"; required: ${required}. ${mend}`],
    },
  ],
};
