import type { CorsSpec } from "../../../components/contract";

/** A bucket: private, encrypted, versioned, over TLS only. What deleted objects leave goes after the environment's days. */
export interface BucketFacts {
  /**
   * Name in the application; the cloud's is made of it.
   * @example "uploads"
   * @option storage.bucket
   */
  name: string;
  /**
   * What is in it, in a few words, for people.
   * @example "files that users send"
   */
  purpose: string;
  /**
   * `edge`: a route may serve its objects; `private`: never.
   * @example "private"
   */
  exposure: "edge" | "private";
  /**
   * Origins whose pages may use signed addresses of it.
   * @defaultValue none
   * @option storage.cors
   */
  cors?: CorsSpec;
  /**
   * Days after which objects are deleted.
   * @defaultValue never
   * @example 30
   * @option storage.lifecycle
   */
  expireAfterDays?: number;
}
