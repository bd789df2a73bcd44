import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** What a service saw of a request; its answer is this as JSON, unless the request asks for something else. */
export interface Seen {
  service: string;
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  bodyBytes: number;
}

/** A service behind the edge, on this machine. A request says in its query how it is answered: `?status=500`. */
export interface PlayedService {
  port: number;
  /** Requests since the start, and TCP connections. */
  counts: { requests: number; connections: number };
  close(): Promise<void>;
}

/** Starts a service on a free port of the loopback. */
export async function playService(name: string): Promise<PlayedService> {
  const counts = { requests: 0, connections: 0 };
  const server = createServer((request, response) => {
    counts.requests += 1;
    void answer(name, request, response);
  });
  server.on("connection", () => {
    counts.connections += 1;
  });
  // Whatever comes by a websocket goes back.
  server.on("upgrade", (request, socket) => {
    socket.on("error", () => {});
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-Url: ${request.url}\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    counts,
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(service: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bodyBytes = 0;
  for await (const chunk of request) bodyBytes += (chunk as Buffer).length;
  const { searchParams: asked } = new URL(request.url ?? "/", "http://service");
  const { method = "", url = "", headers } = request;
  const seen: Seen = { service, method, url, headers, bodyBytes };
  await pause(Number(asked.get("wait") ?? 0));
  response.statusCode = Number(asked.get("status") ?? 200);
  response.setHeader("Content-Type", asked.get("type") ?? "application/json");
  for (const [key, value] of asked) if (key.startsWith("header.")) response.setHeader(key.slice(7), value);
  const cookie = Number(asked.get("cookie") ?? 0);
  if (cookie > 0) response.setHeader("Set-Cookie", `session=${"c".repeat(cookie)}`);
  for (let chunk = 0; chunk < Number(asked.get("chunks") ?? 0); chunk += 1) {
    response.write(`chunk ${chunk}\n`);
    await pause(Number(asked.get("gap") ?? 0));
  }
  if (asked.has("chunks")) {
    response.end();
    return;
  }
  const text = asked.has("bytes") ? "a".repeat(Number(asked.get("bytes"))) : JSON.stringify(seen);
  // As a service that compresses and forgets to say so by `Vary`.
  const packed = asked.has("packs") && headers["accept-encoding"]?.includes("gzip") === true;
  if (packed) response.setHeader("Content-Encoding", "gzip");
  response.end(packed ? gzipSync(text) : text);
}
