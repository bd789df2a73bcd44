import type { EdgeSpec } from "../../contract";

/** The parts of the edge that the function needs. */
export type ViewerRequestArgs = Pick<EdgeSpec, "redirects" | "waf" | "cors">;

/**
 * Code of the CloudFront Function that sees every request first: answers redirects and the browser's questions before a
 * cross-origin call, and drops headers that must not reach the application. Headers in which a client claims an address are
 * removed, so that `X-Forwarded-For`, which CloudFront writes anew, holds one address: that of the viewer.
 * The runtime 2.0 of CloudFront Functions is ECMAScript 5.1 and little more: no `for of`, no destructuring, no `Map`
 * (CloudFront Developer Guide, "JavaScript runtime 2.0 features").
 */
export function viewerRequestCode({ redirects, waf, cors }: ViewerRequestArgs): string {
  const dropped = [...addressHeaders, ...waf.droppedHeaders.map((header) => header.toLowerCase())];
  const steps = [
    dropHeaders([...new Set(dropped)]),
    ...(redirects.length === 0 ? [] : [redirect(redirects)]),
    ...(cors === undefined ? [] : [preflight(cors)]),
  ];
  const names = steps.map(({ name }) => `${name}(request)`);
  return `${steps.map(({ code }) => code).join("\n")}
function handler(event) {
  var request = event.request;
  return ${[...names, "request"].join(" || ")};
}
`;
}

/** Headers in which a client says its own address. CloudFront itself removes `X-Real-IP`. */
const addressHeaders = ["x-forwarded-for", "forwarded"];

/** A function of the request that returns an answer, or nothing. */
interface Step {
  name: string;
  code: string;
}

function dropHeaders(dropped: string[]): Step {
  return {
    name: "dropHeaders",
    code: `var dropped = ${JSON.stringify(dropped)};
function dropHeaders(request) {
  dropped.forEach(function (header) { delete request.headers[header]; });
}
`,
  };
}

/** The query goes along, behind the target's own and before its fragment. */
function redirect(redirects: EdgeSpec["redirects"]): Step {
  const targets = Object.fromEntries(
    redirects.map(({ from, to, permanent }) => [from, { to, status: permanent ? 301 : 302 }]),
  );
  return {
    name: "redirect",
    code: `var redirects = ${JSON.stringify(targets)};
function redirect(request) {
  if (!Object.prototype.hasOwnProperty.call(redirects, request.uri)) return undefined;
  var target = redirects[request.uri];
  var query = [];
  Object.keys(request.querystring).forEach(function (key) {
    var entry = request.querystring[key];
    (entry.multiValue || [entry]).forEach(function (each) {
      query.push(each.value === "" ? key : key + "=" + each.value);
    });
  });
  var parts = target.to.split("#");
  if (query.length > 0) parts[0] += (parts[0].indexOf("?") < 0 ? "?" : "&") + query.join("&");
  return {
    statusCode: target.status,
    statusDescription: target.status === 301 ? "Moved Permanently" : "Found",
    headers: { location: { value: parts.join("#") } },
  };
}
`,
  };
}

/** Browsers take an answer of 2xx only, which an application that leaves its headers to the edge would not give. */
function preflight(cors: NonNullable<EdgeSpec["cors"]>): Step {
  const headers = {
    "access-control-allow-methods": { value: cors.methods.join(", ") },
    "access-control-allow-headers": { value: cors.headers.join(", ") },
    "access-control-max-age": { value: String(cors.maxAgeSeconds) },
    ...(cors.credentials ? { "access-control-allow-credentials": { value: "true" } } : {}),
    vary: { value: "Origin" },
  };
  return {
    name: "preflight",
    code: `var origins = ${JSON.stringify(cors.origins)};
function preflight(request) {
  var origin = request.headers.origin;
  if (request.method !== "OPTIONS" || !origin || !request.headers["access-control-request-method"]) return undefined;
  if (origins.indexOf(origin.value) < 0) return { statusCode: 403, statusDescription: "Forbidden" };
  var headers = ${JSON.stringify(headers)};
  headers["access-control-allow-origin"] = { value: origin.value };
  return { statusCode: 204, statusDescription: "No Content", headers: headers };
}
`,
  };
}
