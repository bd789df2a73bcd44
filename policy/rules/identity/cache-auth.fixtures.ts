import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set an authToken or a user group; on Google Cloud authEnabled: true.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const memorydb = "aws:memorydb/cluster:Cluster";
const redis = "gcp:redis/instance:Instance";
const serverless = "aws:elasticache/serverlessCache:ServerlessCache";
const cluster = "gcp:redis/cluster:Cluster";
const memorystore = "gcp:memorystore/instance:Instance";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "with a token", type: group, properties: { authToken: "a-long-token-of-letters" } },
    { name: "with users", type: group, properties: { userGroupIds: ["shop"] } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "with an ACL", type: memorydb, properties: { aclName: "shop" } },
    { name: "with a password", type: redis, properties: { authEnabled: true } },
    {
      name: "with users",
      type: serverless,
      properties: { engine: "valkey", userGroupId: "shop" },
      harmless: { engine: "It has users, whatever it speaks." },
    },
    { name: "Memcached", type: serverless, properties: { engine: "memcached" } },
    { name: "by IAM", type: cluster, properties: { authorizationMode: "AUTH_MODE_IAM_AUTH" } },
    { name: "with a policy of access", type: cluster, properties: { aclPolicy: "shop" } },
    { name: "by IAM", type: memorystore, properties: { authorizationMode: "IAM_AUTH" } },
  ],
  fails: [
    {
      name: "open",
      type: group,
      properties: {},
      messages: [`authToken is not set; required: a token, or userGroupIds. ${fix}`],
    },
    {
      name: "open to all",
      type: memorydb,
      properties: { aclName: "open-access" },
      messages: [`aclName is "open-access"; required: an ACL of your own. ${fix}`],
    },
    {
      name: "as it comes",
      type: redis,
      properties: {},
      messages: [`authEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "without users",
      type: serverless,
      properties: { engine: "redis" },
      messages: [`userGroupId is not set; required: a value. ${fix}`],
    },
    {
      name: "as it comes",
      type: cluster,
      properties: {},
      messages: [`authorizationMode is not set; required: "AUTH_MODE_IAM_AUTH". ${fix}`],
    },
    {
      name: "without",
      type: cluster,
      properties: { authorizationMode: "AUTH_MODE_DISABLED" },
      messages: [`authorizationMode is "AUTH_MODE_DISABLED"; required: "AUTH_MODE_IAM_AUTH". ${fix}`],
    },
    {
      name: "without",
      type: memorystore,
      properties: { authorizationMode: "AUTH_DISABLED" },
      messages: [`authorizationMode is "AUTH_DISABLED"; required: "IAM_AUTH". ${fix}`],
    },
  ],
};
