import type { ResourceChange } from "../model/change";
import { type Namer, nounWords, subjectWords } from "./names";
import { listed, type Phrase, phrase } from "./phrase";

/** A resource with the object that names it. */
export interface Named {
  change: ResourceChange;
  namer: Namer;
}

/** Up to this many resources are named; more are counted by kind. */
const mostNamed = 3;
const mostKinds = 4;

/** Many resources in a few words: by name if they are few, else the number of each kind, the largest first. */
export function summary(all: readonly Named[]): Phrase {
  const subjects = all.map(({ change, namer }) => namer.subject(change));
  const things = [...new Map(subjects.map((subject) => [`${subject.noun} ${subject.name}`, subject])).values()];
  if (things.length <= mostNamed) return listed(things.map(subjectWords));
  const counts = new Map<string, number>();
  for (const { noun } of subjects) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  const kinds = [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1));
  const shown = kinds.slice(0, mostKinds).map(([noun, count]) => phrase`${count} ${nounWords(noun, count)}`);
  const left = kinds.slice(mostKinds).reduce((sum, [, count]) => sum + count, 0);
  return listed(left > 0 ? [...shown, phrase`${left} more`] : shown);
}
