import type { CdnSpec } from "../../contract";

/** What the function needs to know of the edge. */
export type ViewerRequestArgs = Pick<CdnSpec, "redirects" | "waf" | "cors">;

/**
 * Code of the CloudFront Function that sees every request first: answers redirects and the browser's questions before a
 * cross-origin call, and drops headers that must not reach the application. Undefined where there is nothing to do.
 * Written for CloudFront's JavaScript runtime 2.0.
 */
export function viewerRequestCode({ redirects, waf, cors }: ViewerRequestArgs): string | undefined {
  const dropped = waf.droppedHeaders.map((header) => header.toLowerCase());
  const steps = [
    ...(dropped.length === 0 ? [] : [dropHeaders(dropped)]),
    ...(redirects.length === 0 ? [] : [redirect(redirects)]),
    ...(cors === undefined ? [] : [preflight(cors)]),
  ];
  if (steps.length === 0) return undefined;
  const names = steps.map(({ name }) => `${name}(request)`);
  return `${steps.map(({ code }) => code).join("\n")}
function handler(event) {
  const request = event.request;
  return ${[...names, "request"].join(" || ")};
}
`;
}

/** A function of the request that returns an answer, or nothing. */
interface Step {
  name: string;
  code: string;
}

function dropHeaders(dropped: string[]): Step {
  return {
    name: "dropHeaders",
    code: `const dropped = ${JSON.stringify(dropped)};
function dropHeaders(request) {
  for (const header of dropped) delete request.headers[header];
}
`,
  };
}

/** The query goes along. */
function redirect(redirects: CdnSpec["redirects"]): Step {
  const targets = redirects.map(({ from, to, permanent }) => [from, { to, status: permanent ? 301 : 302 }]);
  return {
    name: "redirect",
    code: `const redirects = new Map(${JSON.stringify(targets)});
function redirect(request) {
  const target = redirects.get(request.uri);
  if (target === undefined) return undefined;
  const query = Object.keys(request.querystring).flatMap((key) => {
    const { value, multiValue } = request.querystring[key];
    return (multiValue || [{ value }]).map((each) => (each.value === "" ? key : key + "=" + each.value));
  });
  return {
    statusCode: target.status,
    statusDescription: target.status === 301 ? "Moved Permanently" : "Found",
    headers: { location: { value: target.to + (query.length > 0 ? "?" + query.join("&") : "") } },
  };
}
`,
  };
}

/** Browsers take an answer of 2xx only, which an application that leaves its headers to the edge would not give. */
function preflight(cors: NonNullable<CdnSpec["cors"]>): Step {
  const headers = {
    "access-control-allow-methods": { value: cors.methods.join(", ") },
    "access-control-allow-headers": { value: cors.headers.join(", ") },
    "access-control-max-age": { value: String(cors.maxAgeSeconds) },
    ...(cors.credentials ? { "access-control-allow-credentials": { value: "true" } } : {}),
    vary: { value: "Origin" },
  };
  return {
    name: "preflight",
    code: `const origins = ${JSON.stringify(cors.origins)};
const allowed = ${JSON.stringify(headers)};
function preflight(request) {
  const { origin } = request.headers;
  if (request.method !== "OPTIONS" || !origin || !request.headers["access-control-request-method"]) return undefined;
  if (!origins.includes(origin.value)) return { statusCode: 403, statusDescription: "Forbidden" };
  const headers = Object.assign({ "access-control-allow-origin": { value: origin.value } }, allowed);
  return { statusCode: 204, statusDescription: "No Content", headers };
}
`,
  };
}
