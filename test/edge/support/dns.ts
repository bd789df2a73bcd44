import { createSocket } from "node:dgram";
import { once } from "node:events";

/** A DNS server of the tests: what it knows can change while it runs. */
export interface PlayedDns {
  port: number;
  /** Names that lead to this machine; no other is known. */
  names: Set<string>;
  close(): void;
}

/** Starts a DNS server on the loopback that answers questions for IPv4 addresses (RFC 1035). */
export async function playDns(): Promise<PlayedDns> {
  const names = new Set<string>();
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => socket.send(answer(question, names), port, address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { port: socket.address().port, names, close: () => socket.close() };
}

function answer(question: Buffer, names: ReadonlySet<string>): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString("ascii", at + 1, at + 1 + length));
    at += length + 1;
  }
  const asked = question.subarray(12, at + 5);
  const known = names.has(labels.join("."));
  const address = known && question.readUInt16BE(at + 1) === 1;
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(known ? 0x8180 : 0x8183, 2); // a name that is not known is NXDOMAIN
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(address ? 1 : 0, 6);
  // The name of the question, an address of the Internet, good for a second: 127.0.0.1.
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat([header, asked, ...(address ? [record] : [])]);
}
