import { defaultTimeoutSeconds, type EdgeSpec } from "../../components/contract";
import type { Settings } from "../config/settings";
import type { ResolveInputs } from "./inputs";
import { app, fallback, or, stack, Traced, type TracedTree } from "./traced";

/** The input of a resolved edge. */
export interface EdgeInputs extends ResolveInputs {
  domain: string;
  dnsZone?: string;
  /** Source of the buckets' signed addresses; replaces `{storage}` in a content security policy. */
  storageSource: string;
}

/** Resolves the edge; undefined if the application has none. */
export function resolveEdge(inputs: EdgeInputs): TracedTree<EdgeSpec> | undefined {
  const { domain, dnsZone, settings, settingOrigin } = inputs;
  const { edge } = inputs.facts;
  if (edge === undefined) return undefined;
  const set = <K extends keyof Settings["edge"]>(key: K) =>
    new Traced(settings.edge[key], settingOrigin(`edge.${key}`));
  return {
    domain: stack(domain),
    zone: dnsZone === undefined ? fallback(domain) : stack(dnsZone),
    hosts: app(edge.hosts),
    routes: edge.routes.map((route) => ({
      host: app(route.host),
      path: app(route.path),
      service: app(route.service),
      bucket: app(route.bucket),
      cache: app(route.cache),
      timeoutSeconds: or(route.timeoutSeconds, defaultTimeoutSeconds),
      websocket: or(route.websocket, false),
      streaming: or(route.streaming, false),
    })),
    redirects: or(edge.redirects, []),
    headers: {
      // Two years, as the preload list requires. Preloading itself is a setting, as it is hard to undo.
      hsts: { maxAgeSeconds: fallback(63_072_000), includeSubDomains: fallback(true), preload: set("hstsPreload") },
      contentSecurityPolicy: app(edge.headers?.contentSecurityPolicy?.replaceAll("{storage}", inputs.storageSource)),
      frameOptions: or(edge.headers?.frameOptions, "DENY"),
      referrerPolicy: or(edge.headers?.referrerPolicy, "strict-origin-when-cross-origin"),
    },
    cors: app(edge.cors),
    waf: {
      managedRules: fallback(true),
      rateRules: app(edge.rateRules),
      maxBodyMiB: or(edge.maxBodyMiB, 16),
      deniedExtensions: or(edge.deniedExtensions, []),
      droppedHeaders: or(edge.droppedHeaders, []),
      deniedCountries: set("deniedCountries"),
      deniedCidrs: set("deniedCidrs"),
    },
    compression: fallback(true),
    errorPages: or(edge.errorPages, {}),
    accessLogRetentionDays: set("accessLogRetentionDays"),
    deletionProtection: new Traced(settings.protect, settingOrigin("protect")),
  };
}
