import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Attach a web ACL of AWS WAF, a policy of Cloud Armor, or a WAF policy of Azure.";
const acl = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1";

const balancer = (properties: object = {}): StackFixtureResource => ({
  name: "balancer",
  type: "aws:lb/loadBalancer:LoadBalancer",
  properties: { name: "shop", internal: false, ...properties },
});
const association: StackFixtureResource = {
  name: "association",
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  properties: { resourceArn: "made-later", webAclArn: acl },
  uses: { resourceArn: "balancer" },
};
const cdn = (properties: object): StackFixtureResource => ({
  name: "cdn",
  type: "aws:cloudfront/distribution:Distribution",
  properties: { enabled: true, ...properties },
});
const toServers = { origins: [{ domainName: "origin.example.com", customOriginConfig: { httpsPort: 443 } }] };
const backend = (type: string, properties: object): StackFixtureResource => ({
  name: "backend",
  type,
  properties: { protocol: "HTTPS", loadBalancingScheme: "EXTERNAL_MANAGED", ...properties },
});
const global = "gcp:compute/backendService:BackendService";
const ofRegion = "gcp:compute/regionBackendService:RegionBackendService";
const gateway = (properties: object): StackFixtureResource => ({
  name: "gateway",
  type: "azure-native:network:ApplicationGateway",
  properties: { frontendIPConfigurations: [{ publicIPAddress: { id: "/addresses/1" } }], ...properties },
});
const profile = (sku: string): StackFixtureResource => ({
  name: "profile",
  type: "azure-native:cdn:Profile",
  properties: { profileName: "shop", sku: { name: sku } },
});
const securityPolicy = (profileName: string): StackFixtureResource => ({
  name: "firewall",
  type: "azure-native:cdn:SecurityPolicy",
  properties: { profileName, parameters: { type: "WebApplicationFirewall" } },
});

const open = `name is open to the internet without a firewall; required: one. ${fix}`;
const withoutAcl = `webAclId is not set; required: a value. ${fix}`;
const withoutPolicy = `securityPolicy is not set; required: a value. ${fix}`;

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "a web ACL",
      resources: [balancer(), association],
      messages: {},
      harmless: { "balancer.internal": "it has a firewall" },
    },
    { name: "an internal load balancer", resources: [balancer({ internal: true })], messages: {} },
    {
      name: "a load balancer of packets",
      resources: [balancer({ loadBalancerType: "network" })],
      messages: {},
    },
    {
      name: "behind CloudFront",
      resources: [balancer(), cdn({ ...toServers, webAclId: acl })],
      messages: {},
      harmless: { "balancer.internal": "CloudFront has a firewall", "cdn.enabled": "it has a firewall" },
    },
    { name: "CloudFront that is switched off", resources: [cdn({ enabled: false })], messages: {} },
    { name: "Cloud Armor", resources: [backend(global, { securityPolicy: "policy" })], messages: {} },
    { name: "Cloud Armor in a region", resources: [backend(ofRegion, { securityPolicy: "policy" })], messages: {} },
    { name: "inside", resources: [backend(global, { loadBalancingScheme: "INTERNAL_SELF_MANAGED" })], messages: {} },
    {
      name: "packets",
      resources: [backend(global, { protocol: "TCP" })],
      messages: {},
      harmless: { "backend.loadBalancingScheme": "it is of no requests, whatever the scheme" },
    },
    { name: "a policy of the gateway", resources: [gateway({ firewallPolicy: { id: "/policies/1" } })], messages: {} },
    {
      name: "the gateway's own firewall",
      resources: [gateway({ webApplicationFirewallConfiguration: { enabled: true } })],
      messages: {},
    },
    {
      name: "a gateway of the network",
      resources: [gateway({ frontendIPConfigurations: [{ subnet: { id: "/subnets/1" } }] })],
      messages: {},
      harmless: { "gateway.frontendIPConfigurations": "without an address nobody reaches it" },
    },
    { name: "Front Door", resources: [profile("Premium_AzureFrontDoor"), securityPolicy("shop")], messages: {} },
    { name: "another CDN", resources: [profile("Standard_Microsoft")], messages: {} },
    { name: "a load balancer alone", resources: [balancer()], messages: { balancer: [open] } },
    {
      name: "CloudFront before buckets only",
      resources: [balancer(), cdn({ origins: [{ domainName: "data.s3.amazonaws.com" }], webAclId: acl })],
      messages: { balancer: [open] },
    },
    {
      name: "CloudFront without a firewall",
      resources: [balancer(), cdn(toServers)],
      messages: { balancer: [open], cdn: [withoutAcl] },
    },
    { name: "no Cloud Armor", resources: [backend(global, {})], messages: { backend: [withoutPolicy] } },
    { name: "no Cloud Armor in a region", resources: [backend(ofRegion, {})], messages: { backend: [withoutPolicy] } },
    {
      name: "a gateway without a firewall",
      resources: [gateway({ webApplicationFirewallConfiguration: { enabled: false } })],
      messages: { gateway: [`firewallPolicy.id is not set; required: a value. ${fix}`] },
    },
    {
      name: "a policy of another Front Door",
      resources: [profile("Standard_AzureFrontDoor"), securityPolicy("another")],
      messages: { profile: [`profileName is without a SecurityPolicy; required: one. ${fix}`] },
    },
  ],
};
