import assert from "node:assert/strict";
import type { TargetName } from "../../../components/targets";
import type { Fact, Reading } from "../fact";
import { type Native, number } from "../native";

/** A fact that every target tells its database by a parameter. */
interface ParameterFact extends Fact {
  /** The parameter's name on each target. */
  parameter: Readonly<Record<TargetName, string>>;
  /** The value in the parameter's text; undefined if it has none. */
  value(text: unknown): unknown;
}

const everywhere = (name: string): ParameterFact["parameter"] => ({
  aws: name,
  gcp: name,
  azure: name,
  kubernetes: name,
});

/** What parameters of PostgreSQL say: one row for a parameter, for all targets. */
export const parameterFacts = {
  "postgres: slow statements in milliseconds": {
    options: ["postgres.slowQueryMilliseconds"],
    asked: ({ postgres }) => ({ primary: postgres.slowQueryMilliseconds }),
    parameter: everywhere("log_min_duration_statement"),
    value: number,
  },
} as const satisfies Readonly<Record<string, ParameterFact>>;

type Name = keyof typeof parameterFacts;
type ParameterReadings = Record<Name, Reading>;

/** The readings of a target, by how it reads a parameter. */
export function parameterReadings(
  target: TargetName,
  read: (native: Native, name: string) => unknown,
): Readonly<ParameterReadings> {
  const readings: Partial<ParameterReadings> = {};
  for (const name of names) {
    const { parameter, value } = parameterFacts[name];
    readings[name] = (native) => ({ primary: value(read(native, parameter[target])) });
  }
  assert.ok(isWhole(readings));
  return readings;
}

const names = Object.keys(parameterFacts).filter((name): name is Name => name in parameterFacts);

function isWhole(readings: Partial<ParameterReadings>): readings is ParameterReadings {
  return names.every((name) => readings[name] !== undefined);
}
