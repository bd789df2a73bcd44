import type { MonitorService } from "../../../preview/engine/monitor/service";

type Answer = (error: unknown, response?: unknown) => void;
type Handler = (call: { request: unknown }, callback: Answer) => void;

/** The engine's handlers as the SDK calls a client: the request, and at the end the callback. */
export function monitorOf(service: MonitorService): Record<string, unknown> {
  const handlers = Object.entries(service.handlers()) as [string, Handler][];
  return {
    ...Object.fromEntries(
      handlers.map(([name, handle]) => [
        name,
        (request: unknown, ...rest: unknown[]) => {
          const answer = rest.at(-1) as Answer;
          handle({ request }, (error, response) => answer(error === null ? null : asError(error), response));
        },
      ]),
    ),
    close: () => service.close(),
  };
}

/** What a connection makes of the engine's refusal: an error with a message. */
function asError(refusal: unknown): Error {
  const { details = "", ...rest } = refusal as { details?: string };
  return Object.assign(new Error(details), rest, { details });
}
