import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, Scalar as ScalarNode } from "yaml";
import type { Wire } from "../../model/wire";
import { keyText, resolve as resolveForKubectl, type Scalar, TagError } from "./scalar";

/** Why a document can't be read, with the position. It quotes nothing of the text: any part of it may be a secret. */
export class DecodeError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** An entry of a mapping: keys of different kinds are different keys, even if they look alike. */
interface Entry {
  key: string;
  value: Wire;
}

/** The meaning of a scalar that is plain or has a tag. Throws a `TagError` where the tag says otherwise. */
export type Resolve = (text: string, tag: string | undefined) => Scalar;

/**
 * Reads the nodes of a document as `go.yaml.in/yaml/v2` does (`decode.go`) and `sigs.k8s.io/yaml` makes JSON of it: aliases are
 * copies, a merge overwrites what is above it in its mapping, of equal keys the last one counts. Scalars are kubectl's, or
 * those of another reader.
 */
export class Decoder {
  /** Offsets of duplicate keys. */
  readonly doubled: number[] = [];
  private readonly meant = new Map<Alias, Node | undefined>();
  private readonly open = new Set<Node>();
  private nodes = 0;
  private copied = 0;

  constructor(
    root: Node,
    private readonly resolve: Resolve = resolveForKubectl,
  ) {
    this.bind(root, new Map());
  }

  /** The value of a node. Throws a `DecodeError`. */
  value(node: Node): Wire {
    const target = this.enter(node);
    try {
      if (isScalar(target)) return jsonOf(this.scalar(target), target);
      if (isSeq(target)) return target.items.map((item) => this.value(nodeOf(item, target)));
      const entries = new Map<string, Entry>();
      this.fill(target, entries);
      return Object.fromEntries([...entries.values()].map(({ key, value }) => [key, value]));
    } finally {
      this.leave(node);
    }
  }

  /** An anchor is the last one of its name above the alias; it is there before what it names is read. */
  private bind(node: Node, anchors: Map<string, Node>): void {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) throw new DecodeError("an alias (*) names no anchor that is above it", offsetOf(node));
      this.meant.set(node, target);
      return;
    }
    if ("anchor" in node && typeof node.anchor === "string") {
      // go-yaml takes what follows for the value.
      if (!/^[\w-]+$/.test(node.anchor)) {
        throw new DecodeError("an anchor (&) has other characters than letters, digits, - and _", offsetOf(node));
      }
      anchors.set(node.anchor, node);
    }
    if (isSeq(node)) for (const item of node.items) this.bind(nodeOf(item, node), anchors);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      this.bind(nodeOf(key, node), anchors);
      this.bind(nodeOf(value, node), anchors);
    }
  }

  private enter(node: Node): Node {
    this.nodes++;
    if (this.open.size > 0) this.copied++;
    // The same guard as go-yaml's: a small text that aliases make very large is refused.
    if (this.copied > 100 && this.nodes > 1000 && this.copied / this.nodes > allowedShare(this.nodes)) {
      const [outermost = node] = this.open;
      throw new DecodeError("it repeats too much by aliases", offsetOf(outermost));
    }
    if (!isAlias(node)) return node;
    if (this.open.has(node)) throw new DecodeError("an anchor (&) contains itself", offsetOf(node));
    this.open.add(node);
    return this.enter(this.targetOf(node));
  }

  private leave(node: Node): void {
    this.open.delete(node);
  }

  private targetOf(node: Node): Node {
    return isAlias(node) ? (this.meant.get(node) ?? node) : node;
  }

  private fill(node: Node, into: Map<string, Entry>): void {
    if (!isMap(node)) throw new DecodeError("a merge (<<) takes a mapping, or a list of mappings", offsetOf(node));
    const own = new Set<string>();
    for (const { key: keyNode, value } of node.items) {
      const [key, of] = [nodeOf(keyNode, node), nodeOf(value, node)];
      if (isMerge(key)) {
        this.merge(of, into);
        continue;
      }
      const { id, text } = this.key(key);
      if (own.has(id)) this.doubled.push(offsetOf(key));
      own.add(id);
      into.set(id, { key: text, value: this.value(of) });
    }
  }

  /** Of a list of mappings the first goes before the others. */
  private merge(node: Node, into: Map<string, Entry>): void {
    const all = isSeq(node) ? node.items.map((item) => nodeOf(item, node)).reverse() : [node];
    for (const one of all) {
      if (!isMap(this.targetOf(one))) {
        throw new DecodeError("a merge (<<) takes a mapping, or a list of mappings", offsetOf(one));
      }
      const target = this.enter(one);
      try {
        this.fill(target, into);
      } finally {
        this.leave(one);
      }
    }
  }

  private key(node: Node): { id: string; text: string } {
    const target = this.enter(node);
    this.leave(node);
    if (!isScalar(target)) throw new DecodeError("a key is a mapping or a list", offsetOf(node));
    const scalar = this.scalar(target);
    const text = keyText(scalar);
    if (text === undefined) {
      throw new DecodeError(
        scalar.kind === "null" ? "a key is null" : "a key is a number of more than 64 bits",
        offsetOf(node),
      );
    }
    return { id: `${scalar.kind} ${text}`, text };
  }

  private scalar(node: ScalarNode): Scalar {
    const text = String(node.value ?? "");
    const { tag } = node;
    if (tag === undefined && !isPlain(node)) return { kind: "text", value: text };
    try {
      return this.resolve(text, tag);
    } catch (error) {
      if (error instanceof TagError) throw new DecodeError(error.message, offsetOf(node));
      throw error;
    }
  }
}

/** Share of what is read that may be copies: 99 of 100 in a small document, 10 of 100 in a very large one. */
function allowedShare(nodes: number): number {
  const [small, large] = [400_000, 4_000_000];
  if (nodes <= small) return 0.99;
  return nodes >= large ? 0.1 : 0.99 - 0.89 * ((nodes - small) / (large - small));
}

function jsonOf({ kind, value }: Scalar, node: Node): Wire {
  if (kind === "float" && !Number.isFinite(value)) throw new DecodeError("JSON has no such number", offsetOf(node));
  return value;
}

function isPlain({ type }: ScalarNode): boolean {
  return type === undefined || type === ScalarNode.PLAIN;
}

function isMerge(key: Node): boolean {
  if (!isScalar(key) || key.value !== "<<") return false;
  return key.tag === undefined ? isPlain(key) : key.tag === "tag:yaml.org,2002:merge";
}

/** What is left out is null. */
function nodeOf(value: unknown, within: Node): Node {
  if (isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)) return value;
  const empty: Node = new ScalarNode("");
  empty.range = within.range;
  return empty;
}

function offsetOf({ range }: Node): number {
  return range?.[0] ?? 0;
}
