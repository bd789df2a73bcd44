import type { ResourceFixtures } from "../../core/fixture";
import {
  deploymentType,
  deploymentWith,
  patchesThatFail,
  patchesThatPass,
  podType,
  podWith,
} from "../../kinds/pods.fixtures";

const fix = "Set automountServiceAccountToken: false in the Pod and in its service account.";
const mendProjected = "Name the audience of the service that reads the token, or leave the volume out.";
const without = { automountServiceAccountToken: false };
const projected = (serviceAccountToken: object) => ({
  volumes: [{ name: "token", projected: { sources: [{ serviceAccountToken }] } }],
});
const token = "spec.volumes[0].projected.sources[0].serviceAccountToken";
const noVolume = "What is no token is not for the API server.";
const gke = "https://container.googleapis.com/v1/projects/p/locations/l/clusters/c";
const account = "kubernetes:core/v1:ServiceAccount";
const accountPatch = `${account}Patch`;

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a Pod without", type: podType, properties: podWith({}, { automountServiceAccountToken: false }) },
    {
      name: "a Deployment without",
      type: deploymentType,
      properties: deploymentWith({}, { automountServiceAccountToken: false }),
    },
    ...[account, accountPatch].map((type) => ({
      name: "an account without",
      type,
      properties: { automountServiceAccountToken: false },
    })),
    { name: "a patch that says nothing of it", type: accountPatch, properties: { secrets: [] } },
    ...patchesThatPass({ automountServiceAccountToken: false }),
    {
      name: "a token for another service",
      type: podType,
      properties: podWith({}, { ...without, ...projected({ audience: "vault", path: "token" }) }),
      harmless: { "spec.volumes": noVolume, "spec.volumes[0].projected.sources": noVolume },
    },
  ],
  fails: [
    ...[undefined, "", "https://kubernetes.default.svc", "https://kubernetes.default.svc.cluster.local", gke].map(
      (audience) => ({
        name: `a token in a volume, for ${audience === undefined ? "nobody that it names" : JSON.stringify(audience)}`,
        type: podType,
        properties: podWith({}, { ...without, ...projected({ audience, path: "token" }) }),
        messages: [
          `${token}.audience is ${audience === undefined ? "not set" : JSON.stringify(audience)}; required: the audience of what the token is for. ${mendProjected}`,
        ],
      }),
    ),
    ...patchesThatFail({ automountServiceAccountToken: true, ...projected({ path: "token" }) }, (pod) => [
      `${pod}.automountServiceAccountToken is true; required: false. ${fix}`,
      `${pod}.volumes[0].projected.sources[0].serviceAccountToken.audience is not set; required: the audience of what the token is for. ${mendProjected}`,
    ]),
    {
      name: "a patch with one",
      type: accountPatch,
      properties: { automountServiceAccountToken: true },
      messages: [`automountServiceAccountToken is true; required: false. ${fix}`],
    },
    {
      name: "as it comes",
      type: podType,
      properties: podWith({}),
      messages: [`spec.automountServiceAccountToken is not set; required: false. ${fix}`],
    },
    {
      name: "with one",
      type: deploymentType,
      properties: deploymentWith({}, { automountServiceAccountToken: true }),
      messages: [`spec.template.spec.automountServiceAccountToken is true; required: false. ${fix}`],
    },
    {
      name: "as it comes",
      type: account,
      properties: {},
      messages: [`automountServiceAccountToken is not set; required: false. ${fix}`],
    },
  ],
};
