import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const message =
  "lock is not set: no ManagementLockByScope of level CanNotDelete names this resource or its resource group; required: a lock. Add a ManagementLockByScope with level CanNotDelete and this resource as its scope.";
const types = [
  "azure-native:dbforpostgresql:Server",
  "azure-native:dbformysql:Server",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:sql:ManagedInstance",
  "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:storage:StorageAccount",
];

function resource(type: string, more: object = {}): StackFixtureResource {
  return { name: "data", type, properties: { resourceGroupName: "shop", ...more } };
}

function lock(level: string, scope: string, uses?: Record<string, string>): StackFixtureResource {
  return {
    name: "lock",
    type: "azure-native:authorization:ManagementLockByScope",
    properties: { level, scope },
    uses,
  };
}

function groupLock(level: string, resourceGroupName: string): StackFixtureResource {
  return {
    name: "lock",
    type: "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    properties: { level, resourceGroupName },
  };
}

const id = "/subscriptions/s/resourceGroups/shop/providers/Microsoft.X/y/data";
const server = "azure-native:dbforpostgresql:Server";

export const fixtures: StackFixtures = {
  stacks: [
    ...types.map((type) => ({
      name: `${type} with a lock`,
      resources: [resource(type), lock("CanNotDelete", id, { scope: "data" })],
      messages: {},
      harmless: { "lock.scope": "the lock was made of the resource, as its dependencies say" },
    })),
    {
      name: "a lock of the resource group, by its id",
      resources: [resource(server), lock("ReadOnly", "/subscriptions/s/resourceGroups/Shop")],
      messages: {},
    },
    {
      name: "a lock of the subscription",
      resources: [resource(server), lock("CanNotDelete", "/subscriptions/s")],
      messages: {},
    },
    {
      name: "a lock of the resource group",
      resources: [resource(server), groupLock("CanNotDelete", "shop")],
      messages: {},
    },
    ...["dbforpostgresql", "dbformysql"].map((provider) => ({
      name: `a replica, ${provider}`,
      resources: [resource(`azure-native:${provider}:Server`, { createMode: "Replica" })],
      messages: {},
    })),
    {
      name: "an account for logs",
      resources: [
        resource("azure-native:storage:StorageAccount", { accountName: "shoplogs" }),
        { name: "flows", type: "azure-native:network:FlowLog", properties: { storageId: "shoplogs" } },
      ],
      messages: {},
    },
    ...types.map((type) => ({
      name: `${type} without a lock`,
      resources: [resource(type), groupLock("CanNotDelete", "other")],
      messages: { data: [message] },
    })),
    {
      name: "a lock of another group, by its id",
      resources: [resource(server), lock("CanNotDelete", "/subscriptions/s/resourceGroups/other")],
      messages: { data: [message] },
    },
    {
      name: "a lock of no level that holds",
      resources: [resource(server), lock("NotSpecified", id, { scope: "data" })],
      messages: { data: [message] },
    },
  ],
};
