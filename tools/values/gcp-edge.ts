import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

/** Page of the provider from which the SDK's own comments are generated. */
function page(resource: string): string {
  return `terraform-provider-google, website/docs/r/${resource}.html.markdown`;
}

const policyRules =
  "Google Cloud Armor documentation, Preconfigured WAF rules overview; Configure custom rules language attributes";
const runTypes = [
  ["gcp:cloudrunv2/service:Service", "cloud_run_v2_service", "template"],
  ["gcp:cloudrunv2/workerPool:WorkerPool", "cloud_run_v2_worker_pool", "template"],
  ["gcp:cloudrunv2/job:Job", "cloud_run_v2_job", "template.template"],
] as const;
const headers = "RFC 9111 (Cache-Control), RFC 6797, RFC 7034, the Fetch, Referrer Policy and CSP specifications";
const limits = { cpu: ["1", "2", "4", "6", "8"], memory: /^\d+Mi$/ };

/** Cloud Run, its schedules, and the load balancer with its cache, firewall, certificates and records. */
export const gcpEdgeValues: readonly DocumentedValue[] = [
  ...runTypes.flatMap(([type, resource, template]) =>
    rowsOf(type, page(resource), {
      [`${template}.vpcAccess.egress`]: ["ALL_TRAFFIC"],
      [`${template}.volumes.*.emptyDir.medium`]: ["MEMORY"],
      [`${template}.volumes.*.emptyDir.sizeLimit`]: /^\d+Mi$/,
      [`${template}.containers.*.resources.limits.cpu`]: limits.cpu,
      [`${template}.containers.*.resources.limits.memory`]: limits.memory,
    }),
  ),
  ...rowsOf("gcp:cloudrunv2/service:Service", page("cloud_run_v2_service"), {
    ingress: ["INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"],
    "traffics.*.type": ["TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"],
    "template.executionEnvironment": ["EXECUTION_ENVIRONMENT_GEN2"],
    "template.timeout": /^\d+s$/,
  }),
  ...rowsOf("gcp:cloudrunv2/workerPool:WorkerPool", page("cloud_run_v2_worker_pool"), {
    "scaling.scalingMode": ["MANUAL"],
    "instanceSplits.*.type": ["INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST"],
  }),
  ...rowsOf("gcp:cloudrunv2/job:Job", page("cloud_run_v2_job"), {
    "template.template.executionEnvironment": ["EXECUTION_ENVIRONMENT_GEN2"],
    "template.template.timeout": /^\d+s$/,
  }),
  ...rowsOf("gcp:cloudrunv2/jobIamMember:JobIamMember", "Cloud Run documentation, Execute jobs on a schedule", {
    role: ["roles/run.invoker"],
  }),
  ...rowsOf("gcp:cloudscheduler/job:Job", page("cloud_scheduler_job"), {
    timeZone: ["Etc/UTC"],
    attemptDeadline: /^\d+s$/,
    schedule: /^\S+( \S+){4}$/,
    "httpTarget.httpMethod": ["POST"],
    "httpTarget.oauthToken.scope": ["https://www.googleapis.com/auth/cloud-platform"],
  }),
  ...rowsOf("gcp:compute/backendService:BackendService", page("compute_backend_service"), {
    loadBalancingScheme: ["EXTERNAL_MANAGED"],
    protocol: ["HTTPS"],
    compressionMode: ["AUTOMATIC", "DISABLED"],
    "cdnPolicy.cacheMode": ["FORCE_CACHE_ALL", "USE_ORIGIN_HEADERS"],
  }),
  ...rowsOf(
    "gcp:compute/backendService:BackendService",
    "Cloud Load Balancing documentation, Create custom headers in backend services",
    { "customRequestHeaders.*": ["X-Real-IP: {client_ip_address}"] },
  ),
  ...rowsOf("gcp:compute/backendBucket:BackendBucket", page("compute_backend_bucket"), {
    compressionMode: ["AUTOMATIC", "DISABLED"],
    "cdnPolicy.cacheMode": ["FORCE_CACHE_ALL", "USE_ORIGIN_HEADERS"],
  }),
  ...rowsOf(
    "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup",
    page("compute_region_network_endpoint_group"),
    {
      networkEndpointType: ["SERVERLESS"],
      // Name of the service ("Quotas and limits", Cloud Run documentation).
      "cloudRun.service": /^[a-z][a-z0-9-]{0,48}$/,
    },
  ),
  ...rowsOf("gcp:compute/securityPolicy:SecurityPolicy", page("compute_security_policy"), {
    type: ["CLOUD_ARMOR", "CLOUD_ARMOR_EDGE"],
    "rules.*.action": ["allow", "deny(403)", "throttle"],
    "rules.*.match.versionedExpr": ["SRC_IPS_V1"],
    "rules.*.rateLimitOptions.conformAction": ["allow"],
    "rules.*.rateLimitOptions.exceedAction": ["deny(429)"],
    "rules.*.rateLimitOptions.enforceOnKey": ["IP"],
    "adaptiveProtectionConfig.layer7DdosDefenseConfig.ruleVisibility": ["STANDARD"],
    "advancedOptionsConfig.jsonParsing": ["STANDARD"],
    "advancedOptionsConfig.logLevel": ["NORMAL"],
    "advancedOptionsConfig.requestBodyInspectionSize": ["64KB"],
  }),
  ...rowsOf("gcp:compute/securityPolicy:SecurityPolicy", policyRules, {
    "rules.*.match.expr.expression":
      /^(evaluatePreconfiguredWaf\('[a-z]+-v422-stable', \{'sensitivity': 1\}\)|request\.path\.urlDecode\(\)\.lower\(\)\.matches\('.+'\)|origin\.region_code\.matches\('.+'\)|has\(request\.headers\['content-length'\]\) && int\(request\.headers\['content-length'\]\) > \d+)$/,
  }),
  ...rowsOf("gcp:compute/uRLMap:URLMap", page("compute_url_map"), {
    "pathMatchers.*.routeRules.*.routeAction.corsPolicy.allowMethods.*": [
      "DELETE",
      "GET",
      "HEAD",
      "OPTIONS",
      "PATCH",
      "POST",
      "PUT",
    ],
    "defaultUrlRedirect.redirectResponseCode": ["MOVED_PERMANENTLY_DEFAULT"],
    "pathMatchers.*.routeRules.*.urlRedirect.redirectResponseCode": ["FOUND", "MOVED_PERMANENTLY_DEFAULT"],
  }),
  ...rowsOf("gcp:compute/uRLMap:URLMap", headers, {
    "pathMatchers.*.routeRules.*.headerAction.responseHeadersToAdds.*.headerValue":
      /^(DENY|nosniff|strict-origin-when-cross-origin|max-age=\d+; includeSubDomains|no-store|public, max-age=\d+(, immutable)?|[a-z]+-src .+)$/,
  }),
  ...rowsOf("gcp:compute/backendBucket:BackendBucket", headers, {
    "customResponseHeaders.*":
      /^(X-Frame-Options: DENY|X-Content-Type-Options: nosniff|Referrer-Policy: strict-origin-when-cross-origin|Strict-Transport-Security: max-age=\d+; includeSubDomains|Content-Security-Policy: [^{}]+|Cache-Control: public, max-age=\d+(, immutable)?)$/,
  }),
  ...rowsOf("gcp:compute/sSLPolicy:SSLPolicy", page("compute_ssl_policy"), {
    profile: ["RESTRICTED"],
    minTlsVersion: ["TLS_1_2"],
  }),
  ...rowsOf("gcp:compute/targetHttpsProxy:TargetHttpsProxy", page("compute_target_https_proxy"), {
    quicOverride: ["ENABLE"],
    certificateMap: /^\/\/certificatemanager\.googleapis\.com\/.+/,
  }),
  ...rowsOf("gcp:compute/globalAddress:GlobalAddress", page("compute_global_address"), {
    // Internal: the range of the private services.
    addressType: ["EXTERNAL", "INTERNAL"],
    purpose: ["VPC_PEERING"],
    ipVersion: ["IPV4", "IPV6"],
  }),
  ...rowsOf("gcp:compute/globalForwardingRule:GlobalForwardingRule", page("compute_global_forwarding_rule"), {
    loadBalancingScheme: ["EXTERNAL_MANAGED"],
    ipProtocol: ["TCP"],
    portRange: ["443", "80"],
  }),
  ...rowsOf("gcp:certificatemanager/certificate:Certificate", page("certificate_manager_certificate"), {
    scope: ["DEFAULT"],
  }),
  ...rowsOf("gcp:dns/recordSet:RecordSet", page("dns_record_set"), { type: ["A", "AAAA", "CNAME"] }),
];
