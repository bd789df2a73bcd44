/**
 * Address of a Redis with its access key. Azure's keys are Base64: as they are, a slash in one would end the host. Clients
 * decode what they read (redis-py, kombu, ioredis, node-redis).
 */
export function redisAddress(key: string, host: string, port: number): string {
  return `rediss://:${encodeURIComponent(key)}@${host}:${port}`;
}
