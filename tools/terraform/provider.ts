import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { channelOptions } from "../../preview/engine/grpc";
import { encode, type Value } from "./msgpack";
import {
  type Block,
  blockOf,
  type Diagnostic,
  diagnosticsOf,
  dynamic,
  message,
  providerSchema,
  resourceSchemas,
} from "./protocol";

/** What a provider asks of who starts it (`Handshake` in github.com/hashicorp/terraform-plugin-go). */
const cookie = { TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2" };

/** A Terraform provider: its own program, which validates and plans without an account. */
export class Provider {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: grpc.Client,
    private readonly schemas: Map<string, Uint8Array>,
  ) {}

  /** Starts the program and configures it. `config` is in the names of Pulumi's provider. */
  static async start(program: string, configOf: (block: Block) => Value): Promise<Provider> {
    const child = spawn(program, [], {
      env: { ...process.env, ...cookie, PLUGIN_PROTOCOL_VERSIONS: "5", TF_LOG: "off" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [, , network, address] = (await firstLine(child)).split("|");
    const target = network === "unix" ? `unix:${address}` : `${address}`;
    const client = new grpc.Client(target, grpc.credentials.createInsecure(), channelOptions);
    const schema = await request(client, "GetSchema", new Uint8Array());
    const provider = new Provider(child, client, resourceSchemas(schema));
    const configuration = dynamic(encode(configOf(blockOf(providerSchema(schema)))));
    const configured = await request(client, "Configure", message({ 1: "1.9.0", 2: configuration }));
    const [problem] = diagnosticsOf(configured, 1);
    if (problem?.severity === "error") throw new Error(`${problem.summary} ${problem.detail}`);
    return provider;
  }

  /** The schema of a type; undefined where the provider has no such type. */
  schema(type: string): Block | undefined {
    const schema = this.schemas.get(type);
    return schema === undefined ? undefined : blockOf(schema);
  }

  /** What the provider says of a new resource: its validation, and its plan where that finds no error. */
  async judge(type: string, config: Value): Promise<Diagnostic[]> {
    const value = dynamic(encode(config));
    const validated = diagnosticsOf(
      await request(this.client, "ValidateResourceTypeConfig", message({ 1: type, 2: value })),
      1,
    );
    if (validated.some(({ severity }) => severity === "error")) return validated;
    const nothing = dynamic(encode(null));
    const plan = message({ 1: type, 2: nothing, 3: value, 4: value });
    return [...validated, ...diagnosticsOf(await request(this.client, "PlanResourceChange", plan), 4)];
  }

  stop(): void {
    this.client.close();
    this.child.kill();
  }
}

/** The line with which a provider says where it listens. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the provider has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("the provider ended before it said where it listens");
}

function request(client: grpc.Client, method: string, body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      `/tfplugin5.Provider/${method}`,
      (bytes: Uint8Array) => Buffer.from(bytes),
      (bytes) => new Uint8Array(bytes),
      body,
      (error, response) => (error === null && response !== undefined ? resolve(response) : reject(error)),
    );
  });
}
