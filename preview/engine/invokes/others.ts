import { simulatedAccount } from "../simulate/placeholder";
import type { InvokeAnswer } from "./answer";

const azureSubscription = "00000000-0000-0000-0000-000000000000";

/** Functions of the other providers whose answers programs compute with. */
export const otherInvokes: Readonly<Record<string, InvokeAnswer>> = {
  "gcp:organizations/getProject:getProject": (args) => ({
    ...args,
    id: "projects/simulated",
    projectId: "simulated",
    name: "simulated",
    number: simulatedAccount,
  }),
  "gcp:organizations/getClientConfig:getClientConfig": (_, { region }) => ({
    id: "simulated",
    project: "simulated",
    region,
    zone: `${region}-a`,
    accessToken: "",
  }),
  "gcp:compute/getZones:getZones": (args, { region }) => ({
    ...args,
    id: `projects/simulated/regions/${region}`,
    names: ["a", "b", "c"].map((letter) => `${region}-${letter}`),
  }),
  "azure-native:authorization:getClientConfig": () => ({
    clientId: azureSubscription,
    objectId: azureSubscription,
    subscriptionId: azureSubscription,
    tenantId: azureSubscription,
  }),
};
