import type * as aws from "@pulumi/aws";
import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  type EdgeSpec,
  physicalName,
  servedRoutes,
  type Transform,
  transformed,
} from "../../contract";
import type { AwsCompute } from "../compute";
import { originHeader } from "../compute/load-balancer";
import type { AwsStorage } from "../storage";
import { tags } from "../tags";
import { type Behavior, behaviors } from "./behaviors";
import { errorPageBucket, errorPageBucketName, errorPages, pagesOfBucket } from "./error-pages";
import { longestCode, originSeconds } from "./limits";
import { cachePolicies, managedPolicies, responseHeaders } from "./policies";
import { viewerRequestCode } from "./viewer-request";
import { viewerResponseCode } from "./viewer-response";

/** Arguments of the distribution. */
export interface DistributionArgs {
  context: ComponentContext;
  spec: EdgeSpec;
  compute: AwsCompute | undefined;
  storage: AwsStorage;
  certificateArn: pulumi.Input<string>;
  firewallArn: pulumi.Input<string>;
  transform?: Transform<cloudfront.DistributionArgs>;
}

type CacheBehavior = aws.types.input.cloudfront.DistributionDefaultCacheBehavior;
type Origin = aws.types.input.cloudfront.DistributionOrigin;
type Association = aws.types.input.cloudfront.DistributionDefaultCacheBehaviorFunctionAssociation;

/** TLS 1.2 and 1.3 with forward secrecy (Amazon CloudFront Developer Guide, "Supported protocols and ciphers"). */
const minimumProtocolVersion = "TLSv1.2_2021";

/** CloudFront in front of the load balancer and of the buckets it may read. */
export function distribution(name: string, args: DistributionArgs, parent: pulumi.Resource): cloudfront.Distribution {
  const { context, spec, compute, storage, certificateArn, firewallArn, transform } = args;
  const edgePages = pagesOfBucket(spec);
  const paths = behaviors(servedRoutes(spec), {
    edgePages,
    bucketsOnly: spec.hosts.every(({ service }) => service === undefined),
  });
  const caches = cachePolicies(name, paths, context, parent);
  const headers = responseHeaders(name, spec, context, parent);
  const functionAssociations = createFunctions();
  const fallback = paths.find(({ pathPattern }) => pathPattern === "*");
  if (fallback === undefined) throw new Error("an edge has at least one host");
  const distributionArgs: cloudfront.DistributionArgs = {
    comment: context.name,
    enabled: true,
    isIpv6Enabled: true,
    httpVersion: "http2and3",
    priceClass: "PriceClass_100", // North America and Europe, where the applications' users are
    aliases: spec.hosts.map(({ host }) => host),
    webAclId: firewallArn,
    viewerCertificate: { acmCertificateArn: certificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion },
    origins: [...loadBalancerOrigins(), ...bucketOrigins()],
    // A bucket that answers for all paths is asked for this page instead of the list of its objects ("Specify a default root object").
    defaultRootObject: fallback.bucket === undefined ? undefined : "index.html",
    defaultCacheBehavior: cacheBehavior(fallback),
    orderedCacheBehaviors: paths
      .filter(({ pathPattern }) => pathPattern !== "*")
      .map((path) => ({ pathPattern: path.pathPattern, ...cacheBehavior(path) })),
    customErrorResponses: errorPages(spec),
    restrictions: { geoRestriction: { restrictionType: "none" } }, // countries are the firewall's business
    waitForDeployment: true,
    tags: tags(context, name),
  };
  return new cloudfront.Distribution(name, transformed(transform, distributionArgs, name), { parent });

  function cacheBehavior({ cache, bucket, timeoutSeconds }: Behavior): CacheBehavior {
    return {
      targetOriginId: bucket ?? loadBalancerOrigin(timeoutSeconds),
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods:
        bucket === undefined && cache.kind !== "static"
          ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
          : ["GET", "HEAD", "OPTIONS"],
      cachedMethods: ["GET", "HEAD"],
      compress: spec.compression && cache.kind !== "none",
      cachePolicyId: caches.idOf({ cache, bucket }),
      // The host reaches the application; the load balancer tells hosts apart by it.
      originRequestPolicyId: bucket === undefined ? managedPolicies.allViewer : undefined,
      responseHeadersPolicyId: headers.id,
      functionAssociations,
    };
  }

  /** One origin per patience: CloudFront has the timeout on the origin, not on the path. */
  function loadBalancerOrigins(): Origin[] {
    const timeouts = [
      ...new Set(paths.filter(({ bucket }) => bucket === undefined).map((path) => path.timeoutSeconds)),
    ];
    if (timeouts.length === 0) return [];
    const reached = compute?.origin;
    if (reached === undefined) throw new Error("a route leads to a service, and there is none");
    return timeouts
      .sort((a, b) => a - b)
      .map((timeoutSeconds) => ({
        originId: loadBalancerOrigin(timeoutSeconds),
        domainName: reached.originHost,
        customHeaders: [{ name: originHeader, value: reached.originSecret }],
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
          originReadTimeout: allowed(timeoutSeconds),
          originKeepaliveTimeout: 30, // shorter than the load balancer's, which must not be the first to hang up
        },
      }));
  }

  /** Buckets answer CloudFront only, by signed requests. */
  function bucketOrigins(): Origin[] {
    const buckets = [...new Set(paths.flatMap(({ bucket }) => (bucket === undefined ? [] : [bucket])))];
    return buckets.map((bucket) => {
      const access = new cloudfront.OriginAccessControl(
        `${name}-access-${bucket}`,
        {
          name: physicalName([context.name, bucket], 64),
          originAccessControlOriginType: "s3",
          signingBehavior: "always",
          signingProtocol: "sigv4",
        },
        { parent },
      );
      const domainName =
        bucket === errorPageBucketName
          ? errorPageBucket(`${name}-${bucket}`, { context, paths: edgePages, storage }, parent)
          : storage.bucketDomains[bucket];
      if (domainName === undefined) throw new Error(`a route names the bucket "${bucket}", which the storage has not`);
      return { originId: bucket, domainName, originAccessControlId: access.id };
    });
  }

  function createFunctions(): Association[] {
    const request = createFunction(
      "viewer-request",
      "Redirects, cross-origin questions, and headers that are dropped",
      viewerRequestCode(spec),
    );
    const response = viewerResponseCode(spec);
    return response === undefined
      ? [request]
      : [request, createFunction("viewer-response", "What browsers may keep", response)];
  }

  function createFunction(eventType: string, comment: string, code: string): Association {
    const functionName = `${name}-${eventType}`;
    if (Buffer.byteLength(code) > longestCode) {
      throw new Error(
        `the ${eventType} function of the edge has ${Buffer.byteLength(code)} bytes; CloudFront takes ${longestCode}: have fewer redirects or routes`,
      );
    }
    const { arn } = new cloudfront.Function(
      functionName,
      {
        name: physicalName([context.name, eventType], 64),
        comment,
        runtime: "cloudfront-js-2.0",
        publish: true,
        code,
        tags: tags(context, functionName),
      },
      { parent },
    );
    return { eventType, functionArn: arn };
  }
}

function allowed(timeoutSeconds: number): number {
  const { least, most } = originSeconds;
  if (timeoutSeconds >= least && timeoutSeconds <= most) return timeoutSeconds;
  throw new Error(`a route waits ${timeoutSeconds} s for its answer; CloudFront waits ${least} to ${most} s`);
}

function loadBalancerOrigin(timeoutSeconds: number): string {
  return `load-balancer-${timeoutSeconds}`;
}
