import type { ResourceFixtures } from "../../core/fixture";

const fix = "Let in what comes from inside or through a load balancer, or keep the invoker check.";
const required = "one of INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER, INGRESS_TRAFFIC_INTERNAL_ONLY";
const type = "gcp:cloudrunv2/service:Service";

/** The first version of the API, which has both in annotations. */
const first = "gcp:cloudrun/service:Service";
const annotated = (annotations: object) => ({ metadata: { annotations } });
const ingress = "run.googleapis.com/ingress";
const disabled = "run.googleapis.com/invoker-iam-disabled";
const requiredOfFirst = "one of internal-and-cloud-load-balancing, internal";

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
    ...["internal-and-cloud-load-balancing", "internal"].map((value) => ({
      name: `first version, ${value}`,
      type: first,
      properties: annotated({ [disabled]: "true", [ingress]: value }),
      harmless: {
        [`metadata.annotations["${disabled}"]`]: "with the check, callers need a grant",
      },
    })),
    { name: "first version, with the check", type: first, properties: annotated({ [disabled]: "false" }) },
    { name: "first version, nothing said", type: first, properties: annotated({ [ingress]: "all" }) },
  ],
  fails: [
    {
      name: "nothing said of ingress",
      type,
      properties: { invokerIamDisabled: true },
      messages: [`ingress is not set; required: ${required}. ${fix}`],
    },
    {
      name: "open",
      type,
      properties: { invokerIamDisabled: true, ingress: "INGRESS_TRAFFIC_ALL" },
      messages: [`ingress is "INGRESS_TRAFFIC_ALL"; required: ${required}. ${fix}`],
    },
    {
      name: "first version, nothing said of ingress",
      type: first,
      properties: annotated({ [disabled]: "true" }),
      messages: [`metadata.annotations["${ingress}"] is not set; required: ${requiredOfFirst}. ${fix}`],
    },
    {
      name: "first version, open",
      type: first,
      properties: annotated({ [disabled]: "true", [ingress]: "all" }),
      messages: [`metadata.annotations["${ingress}"] is "all"; required: ${requiredOfFirst}. ${fix}`],
    },
  ],
};
