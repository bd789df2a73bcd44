const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

/** The targets: folders of components/ with a `target.ts`. */
const components = join(__dirname, "components");
const targets = readdirSync(components).filter((name) => existsSync(join(components, name, "target.ts")));

/** The previewer's folders: each imports from those before it. */
const floors = [
  "model",
  "project",
  "engine",
  "compare",
  "sources",
  "facts",
  "formats",
  "description",
  "hosts",
  "commands",
];

/** The directions in which imports may point; `npm run check` holds them. docs/adr/0002 says why. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(infra|registry|components|preview|policy|delivery|test|bench|tools)/", pathNot: to },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    only("contract-knows-nobody", "^components/contract/", "^components/contract/", "The contract is free of clouds."),
    ...targets.map((target) =>
      only(`${target}-knows-the-contract`, `^components/${target}/`, `^components/(contract|shared|${target})/`),
    ),
    only("shared-knows-the-contract", "^components/shared/", "^components/(contract|shared)/"),
    only("targets-are-listed-once", "^components/[^/]+\\.ts$", "^components/"),
    {
      name: "targets-are-loaded-when-chosen",
      comment:
        "A stack loads one SDK: targets.ts imports each target.ts, which loads its folder by `require` when it is chosen.",
      severity: "error",
      from: { pathNot: `^(components/(${targets.join("|")})/|components/targets\\.ts|test/|infra/apps/)` },
      to: { path: `^components/(${targets.join("|")})/` },
    },
    {
      name: "the-list-knows-target-files",
      severity: "error",
      from: { path: "^components/targets\\.ts" },
      to: { path: `^components/(${targets.join("|")})/`, pathNot: "/target\\.ts$" },
    },
    {
      name: "sdk-belongs-to-its-target",
      severity: "error",
      from: {
        path: "^(infra|registry|components|preview|policy|delivery)/",
        pathNot: `^components/(${targets.join("|")})/`,
      },
      to: { path: "node_modules/@pulumi/(aws|kubernetes|gcp|azure-native)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "a-target-file-loads-no-sdk",
      severity: "error",
      from: { path: `^components/(${targets.join("|")})/target\\.ts$` },
      to: { path: "node_modules/@pulumi/", dependencyTypesNot: ["type-only"] },
    },
    only("infra-knows-components", "^infra/", "^(infra|components)/"),
    only("registry-knows-infra", "^registry/", "^(registry|infra|components)/"),
    only(
      "preview-reads-the-protocol",
      "^preview/",
      "^(preview|policy/protocol)/",
      "It knows the program only through Pulumi's protocol, and packs through that and policy/protocol.",
    ),
    ...floors.map((floor, i) =>
      only(
        `preview-${floor}-is-built-on-what-is-below`,
        `^preview/${floor}/`,
        `^(policy/protocol/|preview/description\\.d\\.ts|preview/(${floors.slice(0, i + 1).join("|")})/)`,
        "The previewer's floors, from the ground up.",
      ),
    ),
    only("protocol-imports-nothing", "^policy/protocol/", "^policy/protocol/", "What pack and engine exchange."),
    only(
      "delivery-uses-the-product",
      "^delivery/",
      "^(delivery|preview|infra|components)/",
      "It deploys what infra describes, and reads projects, stacks and hosts with the previewer's modules.",
    ),
    {
      name: "delivery-is-a-program",
      comment: "Workflows run it; what others need of it moves to where both can import it.",
      severity: "error",
      from: { pathNot: "^(delivery|test)/" },
      to: { path: "^delivery/" },
    },
    only("policy-stands-alone", "^policy/", "^policy/", "The pack is published on its own."),
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { pathNot: "^(test|bench)/" },
      to: { path: "^(test|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default", "types"] },
  },
};
