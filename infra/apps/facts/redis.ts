import type { EvictionPolicy } from "../../../components/contract";

/** Redis, or what speaks its protocol. Memory and replicas are the environment's (`isotopo:overrides.redis`). It asks for a password, over TLS. */
export interface RedisFacts {
  /**
   * Major version of the protocol.
   * @example "7"
   */
  version: string;
  /**
   * What it is used for, by names of the application's own: `redis.<role>.url` is the address of a role. Roles that evict share an
   * instance, and so do those that don't; where the environment shares all, there is one.
   * @example { cache: { evictionPolicy: "allkeys-lru", persistence: "snapshot" } }
   */
  roles: Record<string, RedisRoleFacts>;
}

/** One use of Redis. Where roles share an instance, the most careful of them decides. */
export interface RedisRoleFacts {
  /**
   * What is forgotten when memory is full: `noeviction` refuses to write, as a queue needs; `allkeys-lru` forgets what was used
   * least lately.
   * @example "noeviction"
   * @option redis.evictionPolicy
   */
  evictionPolicy: EvictionPolicy;
  /**
   * What survives a restart: `snapshot` what was written from time to time, `append-only` all but the last second.
   * @example "append-only"
   * @option redis.persistence
   */
  persistence: "snapshot" | "append-only";
}
