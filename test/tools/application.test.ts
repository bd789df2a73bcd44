import assert from "node:assert/strict";
import { join } from "node:path";
import ts from "typescript";
import type { ApplicationFacts, ServiceFacts } from "../../infra/apps/application";
import { valueAt } from "../../infra/config/value-at";
import { resolve } from "../../infra/resolve";
import { sectionsOf } from "../../tools/application/field";
import { optionNamed } from "../../tools/application/page";
import { applicationSections } from "../../tools/application/sections";
import { parsedOf, validConfig } from "../infra/support/configs";
import { projectDir } from "../support/project";

const sections = applicationSections();
const fields = sections.flatMap(({ name, fields: own }) => own.map((field) => ({ section: name, field })));

describe("the types of an application's file", () => {
  it("are all told", () => {
    assert.ok(sections.length > 25 && fields.length > 100, `${sections.length} types, ${fields.length} fields`);
    assert.deepEqual(
      sections.filter(({ meaning }) => meaning === "").map(({ name }) => name),
      [],
    );
  });

  for (const { section, field } of fields) {
    it(`tell of ${section}.${field.name} what it means, what holds without it, and an example`, () => {
      assert.notEqual(field.meaning, "");
      assert.equal(
        field.fallback === undefined,
        field.isRequired,
        "a default, where it can be left out and only there",
      );
      if (sectionsOf(field.type).length === 0) assert.ok(field.example !== undefined, "an example");
      for (const name of field.options) optionNamed(name);
    });
  }

  it("have examples that are of their type", () => {
    assert.deepEqual(problemsOf(exampleProgram()), []);
    const wrong = 'export const wrong: import("./infra/apps/application").Place["domain"] = 3;';
    assert.deepEqual(problemsOf(wrong), [`${wrong}: Type 'number' is not assignable to type 'string'.`]);
  });

  it("have defaults that hold", () => {
    const literals = fields.filter(({ field }) => /^(?:\d+|true|false|`[^`]+`)(?:$|:)/.test(field.fallback ?? ""));
    const places = resolvedPlaces();
    const said = literals.map(({ section, field }) => [
      `${section}.${field.name}`,
      field.fallback?.replace(/:.*/, "").replaceAll("`", ""),
    ]);
    const held = literals.map(({ section, field }) => [
      `${section}.${field.name}`,
      String(valueAt(places[section], [field.name])),
    ]);
    assert.ok(said.length > 15, `${said.length}`);
    assert.deepEqual(said, held);
  });
});

/** By type, where a topology has what an application left out of it. */
function resolvedPlaces(): Readonly<Record<string, unknown>> {
  const { config, application } = parsedOf(validConfig("small"));
  const { value } = resolve(config, {
    name: application.name,
    images: application.images,
    describe: (place) => least(application.describe(place)),
  });
  const [service] = value.compute.services;
  const [job] = value.compute.cronJobs;
  const { edge } = value;
  return {
    WorkloadFacts: service,
    ProbeFacts: service?.probes.readiness,
    AutoscalingFacts: service?.autoscaling,
    RolloutFacts: service?.rollout,
    JobFacts: job,
    EdgeFacts: edge?.waf,
    HeadersFacts: edge?.headers,
    RouteFacts: edge?.routes[0],
  };
}

/** The facts of one service, one job and one route, which say what they have to. */
function least({ services: [service], edge }: ApplicationFacts): ApplicationFacts {
  assert.ok(service !== undefined && edge !== undefined);
  const { name, image, uid, gid, requests, limits, kind, port } = service;
  const workload = { image, uid, gid, requests, limits, writablePaths: [], variables: {}, secrets: {}, buckets: {} };
  const { minReplicas, maxReplicas } = service.autoscaling;
  const probes: ServiceFacts["probes"] = { readiness: { check: { kind: "tcp" } } };
  return {
    buckets: [],
    secrets: [],
    egress: [],
    services: [Object.assign({ name, kind, port, probes, autoscaling: { minReplicas, maxReplicas } }, workload)],
    cronJobs: [Object.assign({ name: "nightly", schedule: "0 3 * * *" }, workload)],
    edge: { hosts: edge.hosts, routes: [{ path: "/*", service: name, cache: { kind: "origin" } }], rateRules: [] },
  };
}

/** A file that gives each example to its field. */
function exampleProgram(): string {
  const lines = sections.flatMap(({ name, file, fields: own }) =>
    own
      .filter(({ example }) => example !== undefined)
      .map((field) => {
        const type = `import("./${file.replace(/\.ts$/, "")}").${name}["${field.name}"]`;
        return `export const ${name}_${field.name}: ${type} = ${field.example};`;
      }),
  );
  // Each target adds its own transforms.
  return ['import "./components/aws";', ...lines].join("\n");
}

/** What the compiler says of a file of the project that is not written. */
function problemsOf(text: string): string[] {
  const file = join(projectDir, "examples-of-fields.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return ts
    .getPreEmitDiagnostics(program, source)
    .map(({ messageText, start }) => `${lineAt(text, start)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

function lineAt(text: string, start = 0): string {
  return text.slice(text.lastIndexOf("\n", start) + 1).split("\n", 1)[0] ?? "";
}
