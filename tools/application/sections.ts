import { relative, resolve } from "node:path";
import ts from "typescript";
import type { Field, FieldType, Section } from "./field";
import { fieldType } from "./field-type";

const projectDir = resolve(__dirname, "../..");
const applicationFile = resolve(projectDir, "infra/apps/application.ts");

let known: readonly Section[] | undefined;

/** Every type of an application's file with its fields, as its comments have them; the outermost first. Read once: it takes seconds. */
export function applicationSections(): readonly Section[] {
  known ??= readSections();
  return known;
}

function readSections(): Section[] {
  const program = ts.createProgram([applicationFile], { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const sections = new Map<string, Section>();
  const waiting: ts.Type[] = [];
  const found = (type: ts.Type): string => {
    waiting.push(type);
    return nameOf(type);
  };
  found(applicationType(program, checker));
  for (let type = waiting.shift(); type !== undefined; type = waiting.shift()) {
    if (sections.has(nameOf(type))) continue;
    sections.set(nameOf(type), section(checker, type, found));
  }
  return [...sections.values()];
}

function applicationType(program: ts.Program, checker: ts.TypeChecker): ts.Type {
  const source = program.getSourceFile(applicationFile);
  const found = source?.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "Application");
  if (found === undefined) throw new Error(`${applicationFile} declares no Application`);
  return checker.getTypeAtLocation(found);
}

function nameOf(type: ts.Type): string {
  return type.symbol.name;
}

function section(checker: ts.TypeChecker, type: ts.Type, found: (type: ts.Type) => string): Section {
  const [declaration] = type.symbol.declarations ?? [];
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) {
    throw new Error(`${checker.typeToString(type)} is no interface: a page about it needs a name and comments`);
  }
  const bases = type.isClassOrInterface() ? checker.getBaseTypes(type) : [];
  const own = type.getProperties().filter(({ declarations }) => declarations?.[0]?.parent === declaration);
  return {
    name: nameOf(type),
    file: relative(projectDir, declaration.getSourceFile().fileName),
    meaning: ts.displayPartsToString(type.symbol.getDocumentationComment(checker)),
    bases: bases.map(found),
    fields: own.map((property) => field(checker, property, found)),
  };
}

function field(checker: ts.TypeChecker, property: ts.Symbol, found: (type: ts.Type) => string): Field {
  const tags = property.getJsDocTags(checker);
  const textsOf = (name: string) =>
    tags.filter((tag) => tag.name === name).map(({ text }) => ts.displayPartsToString(text).replace(/\s+/g, " "));
  return {
    name: property.name,
    type: typeOf(checker, property, found),
    isRequired: (property.flags & ts.SymbolFlags.Optional) === 0,
    meaning: ts.displayPartsToString(property.getDocumentationComment(checker)).replace(/\s+/g, " "),
    fallback: textsOf("defaultValue")[0],
    example: textsOf("example")[0],
    options: textsOf("option"),
  };
}

/** A function is told by what it takes and what it gives. */
function typeOf(checker: ts.TypeChecker, property: ts.Symbol, found: (type: ts.Type) => string): FieldType {
  const type = checker.getTypeOfSymbol(property);
  const [signature] = type.getCallSignatures();
  if (signature === undefined) return fieldType(checker, type, found);
  const taken = signature.getParameters().map((parameter) => checker.getTypeOfSymbol(parameter));
  return { kind: "sections", names: [...taken, signature.getReturnType()].map(found) };
}
