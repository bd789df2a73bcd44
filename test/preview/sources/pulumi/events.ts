import assert from "node:assert/strict";
import type { StackChange } from "../../../../preview/model/change";
import { readStackChanges } from "../../../../preview/sources/document";

export const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;

export const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "W3NlY3JldF0=",
};

export const bucket = "aws:s3/bucket:Bucket";

export const database = "aws:rds/instance:Instance";

const state = (type: string, inputs: object, more: object = {}) => ({
  type,
  urn: "",
  custom: true,
  id: "",
  parent: "",
  inputs,
  outputs: {},
  provider: "",
  ...more,
});

/** A step's metadata as `pkg/backend/display/events.go` writes it. */
export function metadata(
  op: string,
  type: string,
  name: string,
  old?: object,
  now?: object,
  more: object = {},
): object {
  return {
    op,
    urn: urn(type, name),
    type,
    provider: "",
    detailedDiff: null,
    old: old === undefined ? null : state(type, old),
    new: now === undefined ? null : state(type, now),
    ...more,
  };
}

export const pre = (...args: Parameters<typeof metadata>) => ({
  resourcePreEvent: { metadata: metadata(...args), planning: true },
});

export const outputs = (...args: Parameters<typeof metadata>) => ({
  resOutputsEvent: { metadata: metadata(...args), planning: true },
});

export const stack = pre("same", "pulumi:pulumi:Stack", "shop-prod", {}, {});

export function logOf(events: readonly object[]): string {
  return events.map((event, i) => `${JSON.stringify({ sequence: i, timestamp: 1_700_000_000, ...event })}\n`).join("");
}

export function read(...events: object[]): StackChange {
  const [change, ...others] = readStackChanges(logOf(events), "events.log");
  assert.ok(change !== undefined);
  assert.deepEqual(others, []);
  return change;
}

export async function changesIn(text: string): Promise<StackChange[]> {
  return readStackChanges(text, "events.log");
}

/** What happens to each resource, in words. */
export function told({ changes }: StackChange): string[] {
  return changes.map(({ name, action, dataLoss, causes, properties }) =>
    [
      ...[name, action],
      ...(dataLoss === undefined ? [] : [`loses ${dataLoss}`]),
      ...causes,
      ...properties.map(({ path, kind, forces }) => `${path} ${kind}${forces === "replace" ? " (replace)" : ""}`),
    ].join(" | "),
  );
}
