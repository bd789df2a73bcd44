import type { EdgeSpec } from "../../contract";
import { indent } from "./lines";

/** Settings of the whole proxy, for all hosts. */
export function settings(spec: EdgeSpec, trustedProxies: readonly string[]): string[] {
  return [
    "include /etc/nginx/mime.types;",
    "default_type application/octet-stream;",
    "server_tokens off;",
    "sendfile on;",
    // Longer than a Gateway keeps a connection that is idle, or one would be closed under its next request; Envoy keeps
    // it for an hour (envoyproxy.io, "How do I configure timeouts?").
    "keepalive_timeout 3900s;",
    "absolute_redirect off;", // an absolute one would say http and the port of the Pod
    "recursive_error_pages on;", // for the page in the place of an error page that can't be had
    ...hashSizes(),
    ...headerSizes(),
    ...temporaryPaths(),
    ...logging(),
    ...realAddress(trustedProxies),
    ...compression(spec),
  ];
}

/** Names of hosts, origins and headers may be longer than nginx expects; before the first map, or nginx refuses it. */
function hashSizes(): string[] {
  return [
    "server_names_hash_bucket_size 512;",
    "map_hash_bucket_size 512;",
    "proxy_headers_hash_max_size 1024;",
    "proxy_headers_hash_bucket_size 128;",
  ];
}

/**
 * Cookies of a session can be longer than nginx expects: 16 KiB of headers each way, as much as Node.js takes. An answer is
 * buffered in memory only: a file of it would be on the node's disk, where no limit of the Pod sees it.
 */
function headerSizes(): string[] {
  return [
    "large_client_header_buffers 4 16k;",
    "proxy_buffer_size 16k;",
    "proxy_buffers 8 16k;",
    "proxy_busy_buffers_size 32k;",
    "proxy_max_temp_file_size 0;",
  ];
}

/** The root file system is read-only, so everything that is written goes to the mounted directories. */
function temporaryPaths(): string[] {
  return ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path /tmp/${kind}_temp;`);
}

/** One line of JSON a request, with the path that was asked for, without the query, in which tokens travel. */
function logging(): string[] {
  return [
    'map $request_uri $requested_path { "~^(?<before_query>[^?]*)" $before_query; }',
    'log_format requests escape=json \'{"time":"$time_iso8601","address":"$remote_addr","host":"$host","method":"$request_method","path":"$requested_path","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,"cache":"$upstream_cache_status"}\';',
    "access_log /dev/stdout requests;",
  ];
}

/**
 * The client's address is the last one that the Gateway says: the one that it saw itself. Addresses before it were written
 * by the client. Only the Gateway reaches the proxy (NetworkPolicy), whichever range its Pods are in. Where the stack names
 * the proxies between, the address before them is the client's.
 */
function realAddress(trustedProxies: readonly string[]): string[] {
  const named = trustedProxies.length > 0;
  return [
    ...(named ? trustedProxies : ["0.0.0.0/0", "::/0"]).map((range) => `set_real_ip_from ${range};`),
    "real_ip_header X-Forwarded-For;",
    `real_ip_recursive ${named ? "on" : "off"};`,
  ];
}

/** Level 6 from 1024 bytes, as guide 000 L872-876 has it. */
function compression({ compression: on }: EdgeSpec): string[] {
  if (!on) return [];
  return [
    "gzip on;",
    "gzip_comp_level 6;",
    "gzip_min_length 1024;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "gzip_types text/plain text/css text/xml text/javascript application/json application/javascript application/xml application/rss+xml image/svg+xml;",
  ];
}

/** Ranges that are refused, by the client's address. */
export function deniedAddresses({ waf }: EdgeSpec): string[] {
  if (waf.deniedCidrs.length === 0) return [];
  return ["geo $denied_address {", ...indent(["default 0;", ...waf.deniedCidrs.map((cidr) => `${cidr} 1;`)]), "}"];
}
