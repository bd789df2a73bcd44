import type { Wire, WireObject } from "../../model/wire";
import type { ResourceState } from "./state";

/** Whether a function is the engine's own: those of the package `pulumi`. */
export function isBuiltin(token: string): boolean {
  return token.startsWith("pulumi:");
}

/**
 * Answers a function of the engine itself (`Invoke` in `pkg/resource/deploy/builtins.go`). A program that gives a resource as
 * an argument of another gets it back by `getResource`. Throws where it needs the backend.
 */
export function builtinAnswer(
  token: string,
  { urn = null }: WireObject,
  stateOf: (urn: string) => ResourceState | undefined,
): WireObject {
  switch (token) {
    case "pulumi:pulumi:getResource":
      return resource(urn, stateOf);
    case "pulumi:pulumi:readStackOutputs":
    case "pulumi:pulumi:readStackResourceOutputs":
      throw new Error(
        `${token} reads another stack from its backend, which a preview without an account does not. Use \`pulumi preview\` for this program.`,
      );
    default:
      throw new Error(`invocation of ${token} returned an error: unrecognized function name: '${token}'`);
  }
}

function resource(urn: Wire, stateOf: (urn: string) => ResourceState | undefined): WireObject {
  const state = typeof urn === "string" ? stateOf(urn) : undefined;
  if (state === undefined) {
    throw new Error(`invocation of pulumi:pulumi:getResource returned an error: unknown resource ${String(urn)}`);
  }
  return { urn, id: state.id, provider: state.provider, state: state.outputs };
}
