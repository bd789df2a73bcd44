import { conceptOf, type OptionName, options, supportOf } from "../../components/contract";
import { targetNames, targets } from "../../components/targets";
import { code, page, table } from "../markdown";
import { type Field, type FieldType, type Section, sectionsOf } from "./field";
import { secrets, values } from "./references";
import { applicationSections } from "./sections";

/** docs/application.md: every field of an application's file, from its comment. */
export function applicationPage(): string {
  const sections = inReadingOrder(applicationSections());
  return page(
    "# The file of an application",
    [
      "All that a file in `infra/apps/` may say, from the comments of its types, which an editor shows too.",
      "[Add your application](add-your-application.md) has a whole one. What is not here is the environment's, and the stack's to override",
      "([configuration](configuration.md)). A column names the targets on which a field means something else, or which refuse it: what exactly",
      "is in the [capability table](capabilities.md).",
    ].join("\n"),
    ...sections.flatMap(sectionBlocks),
    "## Values",
    'What a variable may refer to, as `{ ref: "postgres.host" }`. Each is known when something is made.',
    table(["value", "what it is"], values.map(referenceRow)),
    "## Secrets",
    "What an entry of `secrets` may refer to. The text of each is in no file, and in no output of the program.",
    table(["secret", "what it is"], secrets.map(referenceRow)),
    "## What can't be said",
    [
      "`transforms` change a single resource, by target, component and child: its arguments, or a function from the arguments to others. The types",
      "of each are those of the provider's own SDK. They come last, so they win; the policies judge what they make.",
    ].join("\n"),
  );
}

/** Each type behind the first that leads to it. */
function inReadingOrder(sections: readonly Section[]): Section[] {
  const byName = new Map(sections.map((section) => [section.name, section]));
  const ordered = new Set<Section>();
  const visit = (name: string): void => {
    const section = byName.get(name);
    if (section === undefined || ordered.has(section)) return;
    ordered.add(section);
    for (const below of [...section.bases, ...section.fields.flatMap(({ type }) => sectionsOf(type))]) visit(below);
  };
  for (const { name } of sections) visit(name);
  return [...ordered];
}

function sectionBlocks({ name, meaning, bases, fields }: Section): string[] {
  const inherited = bases.map((base) => `Besides, it has all of ${link(base)}.`);
  return [
    `## ${name}`,
    [meaning, ...inherited].join(" "),
    table(["field", "may be", "default", "meaning", "example", "differs on"], fields.map(fieldRow)),
  ];
}

function fieldRow({ name, type, isRequired, fallback, meaning, example, options: named }: Field): string[] {
  return [
    code(name),
    typeWords(type),
    isRequired ? "required" : (fallback ?? ""),
    meaning,
    example === undefined ? "" : code(example),
    named.map(differing).join(" "),
  ];
}

function typeWords(type: FieldType): string {
  switch (type.kind) {
    case "words":
      return type.words;
    case "sections":
      return type.names.map(link).join(", ");
    case "list":
      return `list of ${typeWords(type.of)}`;
    case "record":
      return `${typeWords(type.of)} by name`;
  }
}

function link(section: string): string {
  return `[${section}](#${section.toLowerCase()})`;
}

/** The targets where an option is otherwise than it is said. */
function differing(name: string): string {
  const option = optionNamed(name);
  const words = targetNames.flatMap((target) => {
    const { level } = supportOf(targets[target], option);
    return level === "full" ? [] : [level === "refused" ? `not on ${target}` : target];
  });
  return words.length === 0 ? "" : `[${words.join(", ")}](capabilities.md#${conceptOf(option)})`;
}

/** An option of the capability table. Throws where a comment names one that there is not. */
export function optionNamed(name: string): OptionName {
  const found = options.find((option) => option.name === name);
  if (found === undefined)
    throw new Error(`a comment of the application's types names the option ${name}; there is none`);
  return found.name;
}

function referenceRow([reference, meaning]: readonly [string, string]): string[] {
  return [code(reference), meaning];
}
