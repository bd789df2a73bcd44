import type { EdgeSpec, SecurityHeadersSpec } from "../../contract";

/**
 * Headers that servers or frameworks trust for the client's address, host or path; and `Proxy`, which a CGI would take for its
 * setting. This layer says it in the headers beside, so those of a client never reach the application.
 */
const forgeable = [
  "X-Forwarded-Host",
  "X-Forwarded-Port",
  "X-Forwarded-Prefix",
  "X-Forwarded-Scheme",
  "Forwarded",
  "X-Client-IP",
  "X-Cluster-Client-IP",
  "True-Client-IP",
  "CF-Connecting-IP",
  "Proxy",
];

/** Tells the application who asked, by what host, and that it was by TLS. */
export function forwardedHeaders({ waf }: EdgeSpec): string[] {
  const known = new Set(forgeable.map((header) => header.toLowerCase()));
  return [
    "proxy_set_header Host $host;",
    "proxy_set_header X-Real-IP $remote_addr;",
    "proxy_set_header X-Forwarded-For $remote_addr;",
    "proxy_set_header X-Forwarded-Proto https;",
    ...[...forgeable, ...waf.droppedHeaders.filter((header) => !known.has(header.toLowerCase()))].map(
      (header) => `proxy_set_header ${header} '';`,
    ),
  ];
}

/** This layer sets them, so an application's own are hidden. */
export function securityHeaders({
  hsts,
  contentSecurityPolicy,
  frameOptions,
  referrerPolicy,
}: SecurityHeadersSpec): string[] {
  const transport = [
    `max-age=${hsts.maxAgeSeconds}`,
    ...(hsts.includeSubDomains ? ["includeSubDomains"] : []),
    ...(hsts.preload ? ["preload"] : []),
  ].join("; ");
  const headers: [string, string | undefined][] = [
    ["Strict-Transport-Security", transport],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", frameOptions],
    ["Referrer-Policy", referrerPolicy],
    ["Content-Security-Policy", contentSecurityPolicy],
  ];
  return headers.flatMap(([name, value]) =>
    value === undefined ? [] : [`proxy_hide_header ${name};`, `add_header ${name} "${value}" always;`],
  );
}
