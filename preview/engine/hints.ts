/** What a program was given that the cloud has not said. */
export interface Given {
  /** Whether outputs of resources were simulated. */
  simulated: boolean;
  /** Functions of providers whose answers were made up. */
  functions: readonly string[];
  /** Stacks whose outputs it referred to. */
  references: readonly string[];
}

/** The errors of a program that goes on with a value of another form than it expects. */
const ofForm = /\b(?:TypeError|SyntaxError|RangeError|URIError|AssertionError)\b/;
const mostNames = 5;

/**
 * Lines below the errors of a program, where these may come from what a preview without an account can't know: simulated
 * values are not the author's mistake.
 */
export function hintsOf(errors: readonly string[], { simulated, functions, references }: Given): string[] {
  if (!errors.some((error) => ofForm.test(error))) return [];
  return [
    ...(simulated
      ? [
          "what only the cloud knows is simulated here, which may cause this: --unknowns leaves it unknown, as a real preview does",
        ]
      : []),
    ...(functions.length > 0
      ? [
          `the answers of ${listed(functions)} are simulated, which may cause this: only \`pulumi preview\` has those of the cloud`,
        ]
      : []),
    ...(references.length > 0
      ? [
          `outputs of ${listed(references)} live in a backend, which a preview without an account does not read: they are unknown here`,
        ]
      : []),
  ];
}

function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  const more = all.length - mostNames;
  return more > 0 ? `${all.slice(0, mostNames).join(", ")} and ${more} more` : all.join(", ");
}
