/** How a route's answers are cached. */
export type CacheSpec = NoCache | OriginCache | StaticCache;

/** Not at all: APIs. */
export interface NoCache {
  /**
   * Nothing is kept, whatever the origin says.
   * @example "none"
   */
  kind: "none";
}

/** As the origin says: pages. */
export interface OriginCache {
  /**
   * `Cache-Control` of an answer decides; without it nothing is kept.
   * @example "origin"
   */
  kind: "origin";
}

/** For so long, in browsers too: static files with a hash in their name. */
export interface StaticCache {
  /**
   * Kept for a time that is said here.
   * @example "static"
   */
  kind: "static";
  /**
   * Seconds for which an answer is kept.
   * @example 31_536_000
   */
  maxAgeSeconds: number;
  /**
   * Whether browsers need not ask again meanwhile.
   * @example true
   */
  immutable: boolean;
}

/** The header of a file that browsers may cache: `public, max-age=31536000, immutable`. */
export function staticCacheControl({ maxAgeSeconds, immutable }: StaticCache): string {
  return `public, max-age=${maxAgeSeconds}${immutable ? ", immutable" : ""}`;
}

/** Statuses of answers with a file, a part of it, or that it has not changed: only these may be kept for as long. */
export const fileStatuses: readonly number[] = [200, 206, 304];
