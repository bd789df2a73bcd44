import type { PolicyOutcome, Violation } from "../../plan/plan";
import { type EngineEvent, plain } from "./events";

/** The policies of our own pack that only tell something. */
const notePolicies = ["exemptions", "undetermined"];

/** What policy packs said in an event log. It knows a rule by its name alone. */
export function policyOf(events: readonly EngineEvent[]): PolicyOutcome {
  const said = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [violationOf(policyEvent)]));
  const asked = askedOf(events);
  const versions = events.flatMap(({ summaryEvent }) => Object.entries(summaryEvent?.PolicyPacks ?? {}));
  const packs = new Map([...versions, ...said.map((one) => [one.policyPack, one.policyPackVersion] as const)]);
  return {
    packs: [...packs].map(([name, version]) => ({
      ...{ name, version, folder: "" },
      rules: [...asked.values()].filter(({ pack }) => pack === name).length,
    })),
    rules: asked.size,
    violations: said.filter(({ policy }) => !notePolicies.includes(policy)),
    notes: said
      .filter(({ policy }) => notePolicies.includes(policy))
      .map(({ policy, urn, message }) => ({ policy, urn, message })),
    judged: [...asked.values()].map(({ name, resources }) => ({
      ...{ name, title: "", severity: "unspecified", level: "advisory", mend: "", source: "", tags: [] },
      resources,
    })),
  };
}

interface Asked {
  pack: string;
  name: string;
  resources: number;
}

/** How often each rule was asked, by pack and name. */
function askedOf(events: readonly EngineEvent[]): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const { policyAnalyzeSummaryEvent: ofResource, policyAnalyzeStackSummaryEvent: ofStack } of events) {
    for (const { policyPackName: pack, passed, failed } of [ofResource, ofStack].filter((one) => one !== undefined)) {
      for (const name of new Set([...(passed ?? []), ...(failed ?? [])])) {
        if (notePolicies.includes(name)) continue;
        const known = asked.get(`${pack} ${name}`) ?? { pack, name, resources: 0 };
        asked.set(`${pack} ${name}`, { ...known, resources: known.resources + 1 });
      }
    }
  }
  return asked;
}

function violationOf(event: NonNullable<EngineEvent["policyEvent"]>): Violation {
  return {
    ...{ policyPack: event.policyPackName, policyPackVersion: event.policyPackVersion, policy: event.policyName },
    severity: event.severity || "unspecified",
    ...{ enforcementLevel: event.enforcementLevel, urn: event.resourceUrn, message: plain(event.message) },
  };
}
