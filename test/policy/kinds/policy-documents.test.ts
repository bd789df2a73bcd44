import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bucketPolicies,
  identityPolicies,
  otherResourcePolicies,
  registryPolicies,
  trustPolicies,
} from "../../../policy/kinds/policy-documents";
import { canonicalType } from "../../../policy/protocol/canonical-type";
import { rules } from "../../../policy/rules";
import { declarationsOf, sdkOf, typeOf } from "./sdk";

/** Names of properties that hold no document on who may do what. */
const otherNames: Readonly<Record<string, string>> = {
  alpnPolicy: "a word for a protocol",
  archivePolicy: "how long messages are kept",
  autoImportPolicy: "when listings are refreshed",
  autoscalingPolicy: "when machines are added",
  basePolicyDocument: "a network's segments",
  browserPolicy: "settings of a browser",
  dataDeletionPolicy: "what is deleted",
  defaultPolicy: "a kind of lifecycle",
  deletePropagationPolicy: "what is deleted",
  deliveryPolicy: "how often it is tried again",
  dnsRecordClientRoutingPolicy: "where traffic goes",
  excessCapacityTerminationPolicy: "what is ended",
  filterPolicy: "which messages are wanted",
  gameServerProtectionPolicy: "what is ended",
  lifecyclePolicy: "what is deleted when",
  newGameSessionProtectionPolicy: "what is ended",
  notificationPolicy: "when a message is sent",
  policyBody: "what an update of a stack may change",
  policyTemplate: "a list of actions; a resource share names who gets them",
  policyText: "a rule in Guard's language",
  redriveAllowPolicy: "which queues use it for what they could not deliver",
  redrivePolicy: "where messages go that could not be delivered",
  replayPolicy: "which messages are sent again",
  securityPolicy: "a name of a set of ciphers",
  snapshotPolicy: "when snapshots are made",
  sslPolicy: "a name of a set of ciphers",
  tlsPolicy: "whether TLS is required",
  userContextPolicy: "how results are filtered",
  webAppEndpointPolicy: "a kind of endpoint",
};

/** Properties that hold a document, and why it is in no list. */
const others: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy.policyDocument": "what is masked, indexed or handed on",
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy.policyDocument": "what is masked",
  "aws:cloudwatch/logIndexPolicy:LogIndexPolicy.policyDocument": "which fields are indexed",
  "aws:ec2/vpcEndpoint:VpcEndpoint.policy": "narrows what may be asked through an endpoint of one's own network",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy.policy": "as above",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy.policy": "what is deleted when",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy.policy":
    "a repository of ECR Public is public, which is what it is for",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation.policy": "a session policy: narrows what the role may do",
  "aws:iot/policyAttachment:PolicyAttachment.policy": "a name",
  "aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment.policyDocument": "a network's segments",
  "aws:odb/network:Network.kmsPolicyDocument": "narrows what may be asked through an endpoint of one's own network",
  "aws:odb/network:Network.s3PolicyDocument": "as above",
  "aws:odb/network:Network.stsPolicyDocument": "as above",
  "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy.policy": "rules with principals, not IAM's statements",
  "aws:opensearch/serverlessLifecyclePolicy:ServerlessLifecyclePolicy.policy": "what is deleted when",
  "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy.policy": "networks and keys, not IAM's statements",
  "aws:organizations/policy:Policy.content": "narrows what accounts may do",
  "aws:rolesanywhere/profile:Profile.sessionPolicy": "a session policy: narrows what the role may do",
  "aws:ses/receiptFilter:ReceiptFilter.policy": "a word: Block or Allow",
  "aws:sns/dataProtectionPolicy:DataProtectionPolicy.policy": "what is masked",
  "aws:transfer/access:Access.policy": "a session policy: narrows what the role may do",
  "aws:transfer/user:User.policy": "a session policy: narrows what the role may do",
  "aws:verifiedaccess/endpoint:Endpoint.policyDocument": "in the language Cedar, which a later check may read",
  "aws:verifiedaccess/group:Group.policyDocument": "in the language Cedar, which a later check may read",
};

/** Properties inside of objects, by the name of the SDK's interface. */
const nested: Readonly<Record<string, string>> = {
  "fsx.S3AccessPointAttachmentS3AccessPoint.policy": "bucketPolicies",
  "iam.RoleInlinePolicy.policy": "identityPolicies",
  "s3control.MultiRegionAccessPointPolicyDetails.policy": "bucketPolicies",
};

const lists = [bucketPolicies, registryPolicies, otherResourcePolicies, identityPolicies, trustPolicies];
const isDocument = (property: string) => /polic(y|ies)(document|body|text|template)?$/i.test(property);

describe("policy documents of AWS", () => {
  const sdk = sdkOf("@pulumi/aws");
  const found = propertiesOf(sdk);

  it("are all in a list, or have a reason not to be", () => {
    const listed = new Set(lists.flatMap((list) => Object.entries(list).map(([type, path]) => `${type}.${path}`)));
    const missing = found.filter(
      ([type, property]) =>
        !listed.has(`${canonicalType(type)}.${property}`) &&
        !Object.hasOwn(others, `${type}.${property}`) &&
        !Object.hasOwn(otherNames, property),
    );
    assert.deepEqual(missing, []);
  });

  it("are all in the SDK, and every reason is needed", () => {
    const all = new Set(found.map(([type, property]) => `${canonicalType(type)}.${property}`));
    const flat = lists.flatMap((list) => Object.entries(list)).filter(([, path]) => !path.includes("."));
    assert.deepEqual(
      flat.filter(([type, path]) => !all.has(`${type}.${path}`)),
      [],
      "lists",
    );
    assert.deepEqual(
      Object.keys(others).filter((one) => !all.has(one)),
      [],
      "reasons",
    );
    const names = new Set(found.map(([, property]) => property));
    assert.deepEqual(
      Object.keys(otherNames).filter((one) => !names.has(one)),
      [],
      "names",
    );
  });

  it("inside of objects are known, too", () => {
    assert.deepEqual(
      nestedOf(sdk).filter((one) => !Object.hasOwn(nested, one)),
      [],
    );
  });

  it("of resources are each read by one rule that asks for principals", () => {
    const ids = ["exposure-bucket-grants", "exposure-registry", "exposure-resource-policy"];
    const readers = rules.filter(({ id }) => ids.includes(id));
    const types = lists.slice(0, 3).flatMap((list) => Object.keys(list));
    assert.deepEqual(
      types.filter((type) => readers.filter(({ checks }) => Object.hasOwn(checks, type)).length !== 1),
      [],
    );
  });
});

/** Inputs of resources that may be text and whose name says that they are a policy. */
function propertiesOf(sdk: string): [type: string, property: string][] {
  return declarationsOf(sdk).flatMap((file) => {
    const text = readFileSync(join(sdk, file), "utf8");
    const args = /export interface \w+Args \{.*?\n\}/s.exec(text)?.[0] ?? "";
    const properties = [...args.matchAll(/^ {4}(\w+)\??: pulumi\.Input<(string\b[^;]*)>;$/gm)].map(
      ([, name = ""]) => name,
    );
    const isPolicy = /Policy\.d\.ts$/i.test(file);
    const wanted = properties.filter((name) => isDocument(name) || (isPolicy && name === "content"));
    if (wanted.length === 0) return [];
    const type = typeOf(sdk, file);
    return type === undefined ? [] : wanted.map((property): [string, string] => [type, property]);
  });
}

/** Properties `policy` and `policyDocument` of the SDK's input interfaces, the provider's own left out. */
function nestedOf(sdk: string): string[] {
  const text = readFileSync(join(sdk, "types", "input.d.ts"), "utf8");
  let [namespace, name] = ["", ""];
  return text.split("\n").flatMap((line) => {
    namespace = /^export declare namespace (\w+)/.exec(line)?.[1] ?? namespace;
    name = /^ *(?:export )?interface (\w+)/.exec(line)?.[1] ?? name;
    const property = /^ +(policy|policyDocument)\??: pulumi\.Input<string/.exec(line)?.[1];
    return property === undefined || namespace === "" ? [] : [`${namespace}.${name}.${property}`];
  });
}
