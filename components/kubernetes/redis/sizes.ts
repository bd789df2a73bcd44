import type { RedisSpec } from "../../contract";

/**
 * What the Pod may use, in MiB: the data twice, since pages that change while a child process writes them down are copied,
 * and room for connections and buffers. 256 MiB of data were seen to take 496 while all of it changed (Redis 7.0, `BGSAVE`
 * and `BGREWRITEAOF` under a load of writes).
 */
export function podMemoryMiB({ memoryMiB }: RedisSpec): number {
  return memoryMiB * 2 + 128;
}

/**
 * The volume, in GiB, at least `leastGiB`: the append-only file in two parts, each up to twice the data before it is written anew, and the new
 * one beside. More than four times the memory was seen after steady writes.
 */
export function volumeGiB({ memoryMiB }: RedisSpec, leastGiB = 2): number {
  return Math.max(2, leastGiB, Math.ceil((memoryMiB * 8) / 1024));
}
