import type { EdgeSpec } from "../../contract";

/** Large bodies that one proxy accepts at a time, from all clients together and from one client. */
const largeBodies = { atOnce: 32, perClient: 8 } as const;

/**
 * A body of 100 kB or more, or of unknown length, is written to a file before the service gets it, so that a slow client
 * holds no worker of the application. The file has no name, so that no limit of the Pod sees it: their number is limited
 * instead, and with it what they take of the node's disk. More are answered with 503.
 */
export function bodyLimits(): string[] {
  return [
    "client_body_buffer_size 128k;",
    'map "$content_length $http_transfer_encoding" $large_body { default \'\'; "~^[0-9]{6}" 1; "~^ [^ ]" 1; }',
    "map $large_body $large_body_client { default $client; '' ''; }",
    "limit_conn_zone $large_body zone=bodies:1m;",
    "limit_conn_zone $large_body_client zone=bodies_by_client:1m;",
    `limit_conn bodies ${largeBodies.atOnce};`,
    `limit_conn bodies_by_client ${largeBodies.perClient};`,
    "limit_conn_log_level warn;",
  ];
}

/** Most disk that bodies take, in MiB. */
export function bodiesMiB({ waf }: EdgeSpec): number {
  return largeBodies.atOnce * waf.maxBodyMiB;
}
