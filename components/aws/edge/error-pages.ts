import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, contentName, type EdgeSpec } from "../../contract";
import { physicalBucketName } from "../bucket-name";
import type { AwsStorage } from "../storage";
import { privateBucket } from "../storage/bucket";
import { tags } from "../tags";
import { errorPageBucketName } from "./behaviors";

export { errorPageBucketName } from "./behaviors";

/** An error page as a distribution has it. */
export interface ErrorPage {
  errorCode: number;
  responseCode: number;
  responsePagePath: string;
  errorCachingMinTtl: number;
}

/**
 * Codes that CloudFront itself answers with if the origin does not answer (CloudFront Developer Guide, "HTTP 5xx status
 * codes").
 */
const edgeErrors = ["502", "503", "504"] as const;

/** An error is cached for this many seconds. */
const cachedSeconds = 10;

/**
 * The error pages that a distribution can have without harm. CloudFront has them for all its paths, so that a page for 404
 * would turn an API's own answer into HTML: where a route is never cached, which is how APIs are, only the edge's own errors
 * get a page, and the application answers the others itself.
 */
export function errorPages({ errorPages: pages, routes }: Pick<EdgeSpec, "errorPages" | "routes">): ErrorPage[] {
  const hasApi = routes.some(({ cache }) => cache.kind === "none");
  return Object.entries(pages)
    .filter(([status]) => !hasApi || edgeErrors.some((error) => error === status))
    .map(([status, responsePagePath]) => ({
      errorCode: Number(status),
      responseCode: Number(status),
      responsePagePath,
      errorCachingMinTtl: cachedSeconds,
    }));
}

/**
 * Paths of pages that CloudFront shows where the load balancer does not answer. They can't be asked of it then ("store the
 * custom error pages in a different place", CloudFront Developer Guide, "Generate custom error responses"): they come from
 * a bucket of the edge.
 */
export function pagesOfBucket({ errorPages: pages }: Pick<EdgeSpec, "errorPages">): string[] {
  return [...new Set(edgeErrors.flatMap((status) => pages[status] ?? []))].sort();
}

/** Arguments of the bucket of error pages. */
export interface ErrorPageBucketArgs {
  context: ComponentContext;
  paths: readonly string[];
  storage: AwsStorage;
}

/**
 * The bucket of the edge's error pages, each a few lines of HTML. You may overwrite an object with the application's own page
 * (its key is the path): Pulumi creates it once and ignores later changes. Returns the bucket's regional host name.
 */
export function errorPageBucket(
  name: string,
  { context, paths, storage }: ErrorPageBucketArgs,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const bucket = privateBucket(
    name,
    {
      bucketArgs: {
        bucket: physicalBucketName(context.name, errorPageBucketName, storage.accountId),
        forceDestroy: !context.protect,
        tags: tags(context, name),
      },
      spec: {
        name: errorPageBucketName,
        purpose: "error pages of the edge",
        versioned: true,
        lifecycle: { noncurrentVersionDays: 30, abortIncompleteUploadDays: 7 },
        exposure: "edge",
        deletionProtection: context.protect,
      },
      accountId: storage.accountId,
      accessLogBucket: storage.accessLogBucket,
    },
    parent,
  );
  for (const path of paths) {
    new s3.BucketObject(
      `${name}-page-${contentName(path)}`,
      {
        bucket: bucket.bucket,
        key: path.replace(/^\//, ""),
        content: page,
        contentType: "text/html; charset=utf-8",
        cacheControl: "no-cache",
        tags: tags(context, `${name}-page-${contentName(path)}`),
      },
      { parent, ignoreChanges: ["content", "contentType", "cacheControl"] },
    );
  }
  return bucket.bucketRegionalDomainName;
}

/** It loads nothing, so that every content security policy lets it be seen. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not available</title>
<h1>Not available for the moment</h1>
<p>Please try again in a minute.</p>
</html>
`;
