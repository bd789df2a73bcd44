/**
 * Seconds that a Pod goes on serving after its deletion begins, before it gets the signal: its address leaves the Service
 * about a second later, and until then it gets requests.
 */
export const leaveSeconds = 5;

/**
 * How the edge keeps its connections to services, in seconds: how long one may be idle, and how old it may get before its
 * last answer closes it. A connection stays on its Pod whatever the Service says, so that both and the second that the address
 * takes have to end before `leaveSeconds`: else requests meet a server that closes their connection under them, and nginx does
 * not repeat a POST (`proxy_next_upstream`, `non_idempotent`).
 */
export const kept = { idleSeconds: 1, ageSeconds: 2 } as const;
