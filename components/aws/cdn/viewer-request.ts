import type { CdnSpec } from "../../contract";

/**
 * Code of the CloudFront Function that sees every request first: answers redirects and drops headers that must not reach
 * the application. Undefined where there is nothing to do. CloudFront's JavaScript runtime 2.0.
 */
export function viewerRequestCode({ redirects, waf }: Pick<CdnSpec, "redirects" | "waf">): string | undefined {
  const dropped = waf.droppedHeaders.map((header) => header.toLowerCase());
  if (redirects.length === 0 && dropped.length === 0) return undefined;
  const targets = Object.fromEntries(
    redirects.map(({ from, to, permanent }) => [from, { to, status: permanent ? 301 : 302 }]),
  );
  return `const redirects = ${JSON.stringify(targets)};
const dropped = ${JSON.stringify(dropped)};

function handler(event) {
  const request = event.request;
  const target = Object.prototype.hasOwnProperty.call(redirects, request.uri) ? redirects[request.uri] : undefined;
  if (target !== undefined) {
    return {
      statusCode: target.status,
      statusDescription: target.status === 301 ? "Moved Permanently" : "Found",
      headers: { location: { value: target.to } },
    };
  }
  for (const header of dropped) delete request.headers[header];
  return request;
}
`;
}
