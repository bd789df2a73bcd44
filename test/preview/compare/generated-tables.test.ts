import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPaths, generatedProviders } from "../../../preview/compare/generated-tables";
import { forcingPaths, tableTypes } from "../../../preview/compare/replace-forcing";
import { exceptions } from "../../../preview/compare/replace-forcing/exceptions";
import { hasProperty, readSdk, type Sdk } from "../../../tools/claims/sdk-properties";
import type { ProviderFacts } from "../../../tools/replace-forcing/facts";
import { projectDir } from "../../support/project";

/** Types of an SDK that its table may lack: they came after the source, or are older names of other types. */
const lackingAtMost = 0.02;
/** They have no name of their own, or are no objects of the API. */
const noObject = /^kubernetes:.*List$|^kubernetes:(?:helm\.sh|meta)\//;

const sdkDir = (provider: string) => join(projectDir, "node_modules/@pulumi", provider);
const bare = (path: string) => path.replace(/[?#]$/, "");

describe("the generated tables of what forces a replacement", function () {
  // They read the declarations of the SDKs.
  this.timeout(60_000);

  for (const provider of generatedProviders) {
    describe(provider, () => {
      const text = readFileSync(join(projectDir, "preview/tables", `${provider}.json`), "utf8");
      const facts: ProviderFacts = JSON.parse(text);
      let sdk: Sdk;
      before(() => {
        sdk = readSdk(sdkDir(provider));
      });

      it("is made for the SDK that is installed", () => {
        const { version } = JSON.parse(readFileSync(join(sdkDir(provider), "package.json"), "utf8"));
        assert.equal(facts.sdk, `@pulumi/${provider} ${version}`, "run tools/replace-forcing.ts, as its comment says");
        assert.match(facts.source, / at [0-9a-f]{7} \(\d{4}-\d{2}-\d{2}/);
      });

      it("has types and properties of that SDK only", () => {
        const strange = Object.entries(facts.types).flatMap(([type, paths]) =>
          paths.split(" ").flatMap((path) => (hasProperty(sdk, type, bare(path)) ? [] : [`${type}: ${path}`])),
        );
        assert.deepEqual(strange, []);
      });

      it("has nearly every type of that SDK", () => {
        const types = [...sdk.resources.keys()].filter((type) => !noObject.test(type));
        const lacking = types.filter((type) => forcingPaths(type) === undefined);
        assert.ok(lacking.length <= types.length * lackingAtMost, lacking.join("\n"));
      });

      it("has an exception for each type that the provider's code decides about", () => {
        assert.deepEqual(
          facts.byCode.filter((type) => exceptions[type] === undefined),
          [],
        );
      });
    });
  }

  it("leave to exceptions only what they say otherwise, about types and properties that are there", () => {
    const sdks = new Map<string, Sdk>();
    const idle = Object.entries(exceptions).flatMap(([type, exception]) => {
      const { why, replaces = [], mayReplace = [], updates = [] } = exception;
      const [provider = ""] = type.split(":");
      const generated = generatedPaths(type);
      if (generated === undefined) return [`${type} is in no generated table`];
      const sdk = sdks.get(provider) ?? readSdk(sdkDir(provider));
      sdks.set(provider, sdk);
      const named = [...replaces, ...mayReplace, ...updates];
      const unknown = named.filter((path) => path !== "*" && hasProperty(sdk, type, path) !== true);
      const same = [
        ...replaces.filter((path) => generated.includes(path)),
        ...mayReplace.filter((path) => generated.includes(`${path}?`)),
        ...updates.filter((path) => !generated.some((one) => bare(one) === path)),
      ];
      return [
        ...(why === "" || named.length === 0 ? [`${type} says nothing`] : []),
        ...unknown.map((path) => `${type}: ${path} is no property`),
        ...same.map((path) => `${type}: the table says so of ${path}`),
        ...named.filter((path, i) => named.indexOf(path) !== i).map((path) => `${type}: ${path} is there twice`),
      ];
    });
    assert.deepEqual(idle, []);
  });

  it("are part of the package, all of them", () => {
    const { files } = JSON.parse(readFileSync(join(projectDir, "preview/package.json"), "utf8"));
    assert.ok(files.includes("tables"));
    assert.deepEqual(
      readdirSync(join(projectDir, "preview/tables")).sort(),
      // That one is of what Kubernetes' types make of an object.
      [...generatedProviders, "kubernetes-objects"].map((name) => `${name}.json`).sort(),
    );
  });

  it("are the only ones for their types", () => {
    const twice = tableTypes().filter((type) => generatedPaths(type) !== undefined);
    assert.deepEqual(twice, [], "these are in a table by hand too");
  });
});
