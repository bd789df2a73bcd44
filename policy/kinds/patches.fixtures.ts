import type { ResourceFixtures } from "../core/fixture";

/** A fixture of a kind of Kubernetes, as one of the patch of that kind. */
function asPatch<Fixture extends { name: string; type: string }>(fixture: Fixture): Fixture {
  return { ...fixture, name: `${fixture.name}, as a patch`, type: `${fixture.type}Patch` };
}

/**
 * Fixtures, and those of these types as patches too. What fails for what it leaves out does not fail as a patch: its message says
 * that something is not set, or its name is among `leavesOut`. In a patch, more may be anything: `harmless`, by name of a fixture.
 */
export function withPatches(
  { passes, fails }: ResourceFixtures,
  types: readonly string[],
  leavesOut: readonly string[] = [],
  harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): ResourceFixtures {
  const ofTypes = ({ type }: { type: string }) => types.includes(type);
  const wrong = fails.filter(
    ({ name, messages }) => !leavesOut.includes(name) && messages.every((message) => !message.includes(" is not set")),
  );
  return {
    passes: [
      ...passes,
      ...passes.filter(ofTypes).map((fixture) => {
        const patch = asPatch(fixture);
        const free = { ...fixture.harmless, ...harmless[fixture.name] };
        return Object.keys(free).length === 0 ? patch : { ...patch, harmless: free };
      }),
    ],
    fails: [...fails, ...wrong.filter(ofTypes).map(asPatch)],
  };
}
