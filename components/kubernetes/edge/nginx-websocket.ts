/** Seconds that an idle websocket lives; an application that wants longer sends something now and then. */
export const websocketIdleSeconds = 3600;

/** Tells a request for a websocket; nothing else is upgraded, so that no request hides in a connection of another protocol. */
export function websocketMap(): string[] {
  return ["map $http_upgrade $websocket { default 0; ~*^websocket$ 1; }"];
}

/** The path inside of nginx of the websockets of a location. */
export function websocketPath({ exact, path }: { exact: boolean; path: string }): string {
  return `/-/websocket/${exact ? "at" : "below"}${path}`;
}

/** A request for a websocket goes to a location of its own: its timeout is another than that of pages at the same path. */
export function websocketTurn(location: { exact: boolean; path: string }): string[] {
  return [`if ($websocket) { rewrite ^ ${websocketPath(location)} last; }`];
}
