import type { Failing, Passing, Properties, ResourceFixtures } from "../../core/fixture";
import { patchesThatFail, patchesThatPass, podType, podWith } from "../../kinds/pods.fixtures";
import { accountRows } from "../../kinds/service-accounts";

const fix = "Make a service account for the workload, and name it.";
const email = "web@shop.iam.gserviceaccount.com";
const defaults = ["123-compute@developer.gserviceaccount.com", "shop@appspot.gserviceaccount.com"];
const required = "required: an account of its own";
const cluster = "gcp:container/cluster:Cluster";
const nodes = "nodeConfig.serviceAccount";
const made = "clusterAutoscaling.autoProvisioningDefaults.serviceAccount";

/** Properties with that account at a path. */
function withAccount(path: string, account: string | undefined): Properties {
  const [part = "", ...rest] = path.split(".");
  const inner = rest.length === 0 ? account : withAccount(rest.join("."), account);
  return part.endsWith("[]") ? { [part.slice(0, -2)]: [inner] } : { [part]: inner };
}

const isAt = (path: string) => path.replaceAll("[]", "[0]");
/** Lists on the way to an account: what is not there runs nothing. */
const listsIn = (path: string) =>
  Object.fromEntries(
    path
      .split(".")
      .flatMap((part, i, parts) => (part.endsWith("[]") ? [[...parts.slice(0, i), part.slice(0, -2)].join(".")] : []))
      .map((list) => [list, "What is not there runs nothing."]),
  );
const places = accountRows.flatMap(([[type, ...paths], isRequired]) =>
  paths.map((path) => ({ type, path, isRequired })),
);
/** Without the object around it, a machine has no account. */
const machines = places.filter(({ isRequired }) => isRequired === "if there is one");
const tokenVolume = {
  volumes: [{ name: "t", projected: { sources: [{ serviceAccountToken: { audience: "vault" } }] } }],
};
const noToken = { automountServiceAccountToken: false };

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "its own", type: podType, properties: podWith({}, { serviceAccountName: "web" }) },
    { name: "its own by the older name", type: podType, properties: podWith({}, { serviceAccount: "web" }) },
    { name: "without a token", type: podType, properties: podWith({}, noToken) },
    ...patchesThatPass({ serviceAccountName: "web" }),
    ...places.map(
      ({ type, path }): Passing => ({
        name: `its own at ${path}`,
        type,
        properties: withAccount(path, email),
        harmless: listsIn(path),
      }),
    ),
    ...machines.map(({ type }) => ({ name: "without an account", type, properties: {} })),
    ...places
      .filter(({ isRequired }) => !isRequired)
      .map(({ type, path }) => ({
        name: `none at ${path}`,
        type,
        properties: withAccount(path, undefined),
        harmless: listsIn(path),
      })),
    {
      name: "an autopilot's own",
      type: cluster,
      properties: { enableAutopilot: true, ...withAccount(made, email) },
    },
    {
      name: "its pool's own",
      type: cluster,
      properties: { enableAutopilot: false, ...withAccount(nodes, email) },
    },
    {
      name: "its pools' own",
      type: cluster,
      properties: withAccount(`nodePools[].${nodes}`, email),
    },
    {
      name: "of a pool that goes at once",
      type: cluster,
      properties: { removeDefaultNodePool: true, initialNodeCount: 1 },
    },
  ],
  fails: [
    {
      name: "the default",
      type: podType,
      properties: podWith({}, { serviceAccountName: "default" }),
      messages: [`spec.serviceAccountName is "default"; ${required}. ${fix}`],
    },
    {
      name: "the default by the older name",
      type: podType,
      properties: podWith({}, { serviceAccount: "default" }),
      messages: [`spec.serviceAccount is "default"; ${required}. ${fix}`],
    },
    {
      name: "a token in a volume",
      type: podType,
      properties: podWith({}, { ...noToken, ...tokenVolume }),
      messages: [`spec.serviceAccountName is not set; ${required}. ${fix}`],
    },
    ...patchesThatFail({ serviceAccountName: "default" }, (pod) => [
      `${pod}.serviceAccountName is "default"; ${required}. ${fix}`,
    ]),
    ...places.flatMap(({ type, path }) =>
      defaults.map(
        (account): Failing => ({
          name: `${account} at ${path}`,
          type,
          properties: withAccount(path, account),
          messages: [`${isAt(path)} is "${account}"; ${required}. ${fix}`],
        }),
      ),
    ),
    ...places
      .filter(({ isRequired }) => isRequired !== false)
      .map(
        ({ type, path }): Failing => ({
          name: `none at ${path}`,
          type,
          properties: withAccount(path, undefined),
          messages: [`${isAt(path)} is not set; ${required}. ${fix}`],
        }),
      ),
    {
      name: "an autopilot's default",
      type: cluster,
      properties: { enableAutopilot: true },
      messages: [`${made} is not set; ${required}. ${fix}`],
    },
    {
      name: "the default of its own pool and of those that are made",
      type: cluster,
      properties: { clusterAutoscaling: { enabled: true } },
      messages: [made, nodes].map((path) => `${path} is not set; ${required}. ${fix}`),
    },
    {
      name: "its pools' default",
      type: cluster,
      properties: withAccount(`nodePools[].${nodes}`, "default"),
      messages: [`nodePools[0].${nodes} is "default"; ${required}. ${fix}`],
    },
  ],
};
