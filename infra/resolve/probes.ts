import type { ProbeSpec, ProbesSpec } from "../../components/contract";
import type { ProbeFacts, ServiceFacts } from "../apps/application";
import { app, or, type TracedTree } from "./traced";

/** Kubernetes' timings of a probe that sets none (API reference, `Probe` of core/v1). */
export const defaultPatience: Readonly<Omit<ProbeSpec, "check">> = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  failureThreshold: 3,
};

/** Resolves a service's probes. */
export function resolveProbes({ startup, readiness, liveness }: ServiceFacts["probes"]): TracedTree<ProbesSpec> {
  if (startup === undefined && readiness === undefined && liveness === undefined) return app({});
  return { startup: resolveProbe(startup), readiness: resolveProbe(readiness), liveness: resolveProbe(liveness) };
}

function resolveProbe(facts: ProbeFacts | undefined): TracedTree<ProbeSpec> | undefined {
  if (facts === undefined) return undefined;
  return {
    check: app(facts.check),
    initialDelaySeconds: or(facts.initialDelaySeconds, defaultPatience.initialDelaySeconds),
    periodSeconds: or(facts.periodSeconds, defaultPatience.periodSeconds),
    timeoutSeconds: or(facts.timeoutSeconds, defaultPatience.timeoutSeconds),
    failureThreshold: or(facts.failureThreshold, defaultPatience.failureThreshold),
  };
}
