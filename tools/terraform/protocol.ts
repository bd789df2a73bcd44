import { BinaryReader, BinaryWriter } from "google-protobuf";

/**
 * Terraform's plugin protocol 5, as far as checks need it. Field numbers are those of `tfplugin5.proto` in the module
 * github.com/hashicorp/terraform-plugin-go.
 */

/** A block of a schema: attributes, and blocks within. */
export interface Block {
  attributes: Attribute[];
  blocks: NestedBlock[];
}

/** A type in cty's JSON form, for example `"string"`, `["list", "string"]` or `["object", {"a": "bool"}]`. */
export type AttributeType =
  | string
  | ["list" | "set" | "map", AttributeType]
  | ["object", Record<string, AttributeType>];

/** A value of a block. */
export interface Attribute {
  name: string;
  type: AttributeType;
  /** Whether a configuration may say it; else the cloud alone does. */
  settable: boolean;
}

/** A block within a block: how many there may be of it. */
export interface NestedBlock extends Block {
  name: string;
  nesting: "single" | "list" | "set" | "map";
}

/** What a provider says of a resource. */
export interface Diagnostic {
  severity: "error" | "warning";
  summary: string;
  detail: string;
  /** Attribute that it is about, for example `settings[0].tier`. */
  path: string;
}

/** Fields of a message by number: lengths of bytes, and numbers. */
interface Fields {
  bytes(field: number): Uint8Array[];
  text(field: number): string;
  number(field: number): number;
}

function parse(message: Uint8Array): Fields {
  const reader = new BinaryReader(message);
  const bytes = new Map<number, Uint8Array[]>();
  const numbers = new Map<number, number>();
  const delimited = 2;
  while (reader.nextField()) {
    const field = reader.getFieldNumber();
    if (reader.getWireType() === delimited) bytes.set(field, [...(bytes.get(field) ?? []), reader.readBytes()]);
    else numbers.set(field, reader.readInt64());
  }
  return {
    bytes: (field) => bytes.get(field) ?? [],
    text: (field) => Buffer.from(bytes.get(field)?.[0] ?? []).toString("utf8"),
    number: (field) => numbers.get(field) ?? 0,
  };
}

/** The schemas of all resources in an answer to `GetSchema`, each as it travels, by the name of its type. */
export function resourceSchemas(response: Uint8Array): Map<string, Uint8Array> {
  const entries = parse(response).bytes(2).map(parse);
  return new Map(entries.map((entry) => [entry.text(1), entry.bytes(2)[0] ?? new Uint8Array()]));
}

/** The schema of the provider's own configuration in an answer to `GetSchema`. */
export function providerSchema(response: Uint8Array): Uint8Array {
  return parse(response).bytes(1)[0] ?? new Uint8Array();
}

/** The outermost block of a schema. */
export function blockOf(schema: Uint8Array): Block {
  return readBlock(parse(schema).bytes(2)[0] ?? new Uint8Array());
}

const nestings = [undefined, "single", "list", "set", "map", "single"] as const;

function readBlock(message: Uint8Array): Block {
  const block = parse(message);
  return {
    attributes: block.bytes(2).map((bytes) => {
      const attribute = parse(bytes);
      const settable = attribute.number(4) === 1 || attribute.number(5) === 1;
      return { name: attribute.text(1), type: JSON.parse(attribute.text(2)), settable };
    }),
    blocks: block.bytes(3).map((bytes) => {
      const nested = parse(bytes);
      const nesting = nestings[nested.number(3)];
      if (nesting === undefined) throw new Error(`the block ${nested.text(1)} nests in a way that is not known here`);
      return { name: nested.text(1), nesting, ...readBlock(nested.bytes(2)[0] ?? new Uint8Array()) };
    }),
  };
}

/** The diagnostics of an answer, which are in another field of each. */
export function diagnosticsOf(response: Uint8Array, field: number): Diagnostic[] {
  return parse(response)
    .bytes(field)
    .map((bytes) => {
      const diagnostic = parse(bytes);
      const severity = diagnostic.number(1) === 1 ? "error" : "warning";
      return { severity, summary: diagnostic.text(2), detail: diagnostic.text(3), path: path(diagnostic.bytes(4)[0]) };
    });
}

function path(message: Uint8Array | undefined): string {
  if (message === undefined) return "";
  return parse(message)
    .bytes(1)
    .map((bytes) => {
      const step = parse(bytes);
      if (step.bytes(1).length > 0) return `.${step.text(1)}`;
      return step.bytes(2).length > 0 ? `["${step.text(2)}"]` : `[${step.number(3)}]`;
    })
    .join("")
    .replace(/^\./, "");
}

/** A message with texts, bytes and values, by field. */
export function message(fields: Readonly<Record<number, string | Uint8Array>>): Uint8Array {
  const writer = new BinaryWriter();
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === "string") writer.writeString(Number(field), value);
    else writer.writeBytes(Number(field), value);
  }
  return writer.getResultBuffer();
}

/** A `DynamicValue` of MessagePack. */
export function dynamic(msgpack: Uint8Array): Uint8Array {
  return message({ 1: msgpack });
}
