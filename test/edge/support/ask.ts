import { type IncomingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import type { Edge } from "./nginx";
import type { Seen } from "./service";

/** A request as the Gateway passes it on. */
export interface Question {
  host: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  /** The client's address, as the Gateway saw it; it stands last in `X-Forwarded-For`. */
  client?: string;
  /** What the client wrote into `X-Forwarded-For` itself. */
  forged?: string;
  body?: Buffer | string;
}

/** What the edge answered. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** What the service saw of the request, where it answered. */
  seen: Seen | undefined;
  /** When each piece came, in milliseconds after the request. */
  pieces: number[];
}

let clients = 0;

/** An address that no request has used yet (RFC 2544's range for tests), so that rates of other tests do not count. */
export function newClient(): string {
  clients += 1;
  return `198.18.${Math.floor(clients / 250)}.${(clients % 250) + 1}`;
}

/** Asks the edge, as the Gateway would for a client. Ends after ten seconds at most. */
export function ask({ port }: Edge, question: Question): Promise<Answer> {
  const { host, path = "/", method = "GET", headers = {}, client = newClient(), forged, body } = question;
  const forwarded = forged === undefined ? client : `${forged}, ${client}`;
  const began = performance.now();
  return new Promise((done, fail) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        agent: false,
        timeout: 10_000,
        maxHeaderSize: 65_536,
        headers: { Host: host, "X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https", ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        const pieces: number[] = [];
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          pieces.push(performance.now() - began);
        });
        response.on("error", fail);
        response.on("end", () => {
          const whole = Buffer.concat(chunks);
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            seen: seenIn(whole, response.headers),
            pieces,
          });
        });
      },
    );
    asked.on("timeout", () => asked.destroy(new Error(`${method} ${host}${path}: no answer in ten seconds`)));
    asked.on("error", fail);
    asked.end(body);
  });
}

function seenIn(body: Buffer, headers: IncomingHttpHeaders): Seen | undefined {
  if (headers["content-type"] !== "application/json" || headers["content-encoding"] !== undefined) return undefined;
  return body[0] === 0x7b ? (JSON.parse(body.toString()) as Seen) : undefined;
}

/** An open connection by which a request was sent, for what is no plain request: websockets, halves of bodies. */
export async function open({ port }: Edge, head: readonly string[], body = ""): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise<void>((done) => socket.once("connect", () => done()));
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  return socket;
}

/** The next piece that comes; "" where the other side has ended, or nothing came in time. */
export function heard(socket: Socket, milliseconds = 3000): Promise<string> {
  return new Promise((done) => {
    const end = (text: string) => {
      clearTimeout(timer);
      socket.off("data", data);
      socket.off("close", closed);
      done(text);
    };
    const data = (piece: Buffer) => end(piece.toString());
    const closed = () => end("");
    const timer = setTimeout(closed, milliseconds);
    socket.once("data", data);
    socket.once("close", closed);
  });
}
