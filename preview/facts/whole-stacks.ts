import { heldKind, heldKinds } from "../compare/data-holding";
import type { Fact } from "./fact";
import { Namer, subjectWords } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { isFirst, isGone, isNew, type StackView } from "./view";

/** A sentence about a new stack names at most this many kinds. */
const mostThings = 5;

/** New stacks, stacks that are seen for the first time, and stacks that the program no longer has. */
export function wholeStackFacts(views: readonly StackView[]): Fact[] {
  return views.flatMap((view): Fact[] => {
    const places = [{ label: view.label }];
    if (isNew(view)) {
      const count = view.counts.create + view.counts.import;
      const kind = isFirst(view) ? "first" : "new";
      const head =
        kind === "first" ? phrase`first preview of ${name(view.label)}` : phrase`stack ${name(view.label)} is new`;
      return [
        {
          kind,
          tone: "plain",
          anchor: `${kind} ${view.label}`,
          places,
          words: phrase`${head}: ${count} resources${contentWords(view)}`,
          short: phrase`${name(view.label)}`,
        },
      ];
    }
    if (!isGone(view)) return [];
    const head = phrase`stack ${name(view.label)} is taken out`;
    const count = view.counts.delete;
    return [
      {
        kind: "gone",
        tone: "careful",
        anchor: `gone ${view.label}`,
        places,
        words: phrase`${head}: all its ${count} ${own(count === 1 ? "resource" : "resources")} would be deleted`,
        short: head,
      },
    ];
  });
}

/** Its resources that hold data: they matter most for costs and retention. */
function contentWords(view: StackView): Phrase {
  const namer = new Namer(view);
  const holding = view.changes.flatMap(({ change }) => {
    const kind = heldKind(change.type);
    return kind === undefined || !change.custom || ["key", "secret", "whole"].includes(kind)
      ? []
      : [{ kind, subject: namer.subject(change) }];
  });
  const order = Object.keys(heldKinds);
  const sorted = holding.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const things = [
    ...new Map(sorted.map(({ subject }) => [`${subject.noun} ${subject.name}`, subjectWords(subject)])).values(),
  ];
  return things.length === 0 ? [] : phrase`, among them ${listed(things, mostThings)}`;
}
