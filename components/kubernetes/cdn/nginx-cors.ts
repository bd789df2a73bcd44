import type { CdnSpec } from "../../contract";

/** Answers with the origin that asks, if it is one of ours, and with nothing else. */
export function corsMap({ cors }: CdnSpec): string[] {
  if (cors === undefined) return [];
  return [
    `map $http_origin $cors_origin { default ''; ${cors.origins.map((origin) => `${origin} $http_origin;`).join(" ")} }`,
  ];
}

/** Headers for browsers that call from another origin. nginx leaves out a header whose value is empty. */
export function corsRules({ cors }: CdnSpec): string[] {
  if (cors === undefined) return [];
  return [
    "add_header Access-Control-Allow-Origin $cors_origin always;",
    ...(cors.credentials ? ["add_header Access-Control-Allow-Credentials true always;"] : []),
    `add_header Access-Control-Allow-Methods "${cors.methods.join(", ")}" always;`,
    `add_header Access-Control-Allow-Headers "${cors.headers.join(", ")}" always;`,
    `add_header Access-Control-Max-Age ${cors.maxAgeSeconds} always;`,
    "add_header Vary Origin always;",
  ];
}
