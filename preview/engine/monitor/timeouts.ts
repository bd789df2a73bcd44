import type { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { CustomTimeouts } from "../../model/plan";

const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  "\u00b5s": 1e-6,
  "\u03bcs": 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** The custom timeouts of a registration, in seconds. Throws in Pulumi's words where one is no duration of Go's. */
export function customTimeoutsOf(options: TransformResourceOptions): CustomTimeouts | undefined {
  const given = options.getCustomTimeouts();
  if (given === undefined) return undefined;
  const timeouts: CustomTimeouts = {};
  for (const [operation, text] of [
    ["create", given.getCreate()],
    ["update", given.getUpdate()],
    ["delete", given.getDelete()],
    ["read", given.getRead()],
  ] as const) {
    if (text !== "") timeouts[operation] = durationIn(text);
  }
  return Object.keys(timeouts).length === 0 ? undefined : timeouts;
}

/** As Go's `time.ParseDuration` reads it: `1h30m`, `0.5s`, `-2ms`. */
function durationIn(text: string): number {
  const [, sign = "", size = ""] =
    /^([-+]?)(0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/.exec(text) ?? [];
  if (size === "") throw new Error(`unable to parse customTimeout Value ${text}`);
  const parts = [...size.matchAll(/([\d.]+)([^\d.]+)/g)];
  const sum = parts.reduce((total, [, number = "0", unit = "s"]) => total + Number(number) * (seconds[unit] ?? 0), 0);
  return sign === "-" ? -sum : sum;
}
