import type { Wire } from "../../../../preview/model/wire";

/** A resource of a program, as `test/fixtures/programs/changes` makes it. */
export interface ProgramResource {
  type: string;
  name: string;
  properties?: Readonly<Record<string, unknown>>;
  options?: Readonly<Record<string, unknown>>;
}

/** A program before and after, and what happens to every resource of either. */
export interface Row {
  name: string;
  before: readonly ProgramResource[];
  after: readonly ProgramResource[];
  /**
   * By the resource's name: its action, then, where there are any, what would be lost, its causes, and what differs, each as
   * the tests write it (`wordsOf`).
   */
  expected: Readonly<Record<string, string>>;
  /** Config beside the resources, before and after; rows without share one program for each cloud. */
  config?: { before?: Readonly<Record<string, string>>; after?: Readonly<Record<string, string>> };
  unknowns?: boolean;
}

/** A resource of that type with properties and options. */
export function of(type: string) {
  return (
    name: string,
    properties: Readonly<Record<string, unknown>> = {},
    options: Readonly<Record<string, unknown>> = {},
  ): ProgramResource => ({ type, name, properties, options });
}

/** The output of another resource. */
export function ref(output: `${string}.${string}`): { ref: string } {
  return { ref: output };
}

/** JSON text. */
export function json(value: Wire | Record<string, unknown>): { json: unknown } {
  return { json: value };
}
