import type { EdgeSpec } from "../../contract";

/** Answers with the origin that asks, if it is one of ours, and with nothing else. */
export function corsMap({ cors }: EdgeSpec): string[] {
  if (cors === undefined) return [];
  return [
    `map $http_origin $cors_origin { default ''; ${cors.origins.map((origin) => `${origin} $http_origin;`).join(" ")} }`,
    'map "$request_method $cors_origin $http_access_control_request_method" $cors_preflight { default 0; "~^OPTIONS \\S+ \\S" 1; }',
  ];
}

/** A browser's question before a call is answered here, with the headers of the server, if its origin is one of ours. */
export function corsPreflight({ cors }: EdgeSpec): string[] {
  return cors === undefined ? [] : ["if ($cors_preflight) { return 204; }"];
}

/**
 * Headers for browsers that call from another origin, in place of the application's own. nginx leaves out a header whose
 * value is empty.
 */
export function corsRules({ cors }: EdgeSpec): string[] {
  if (cors === undefined) return [];
  return [
    ...["Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Max-Age"].map(
      (name) => `proxy_hide_header Access-Control-${name};`,
    ),
    "add_header Access-Control-Allow-Origin $cors_origin always;",
    ...(cors.credentials ? ["add_header Access-Control-Allow-Credentials true always;"] : []),
    `add_header Access-Control-Allow-Methods "${cors.methods.join(", ")}" always;`,
    `add_header Access-Control-Allow-Headers "${cors.headers.join(", ")}" always;`,
    `add_header Access-Control-Max-Age ${cors.maxAgeSeconds} always;`,
    "add_header Vary Origin always;",
  ];
}
