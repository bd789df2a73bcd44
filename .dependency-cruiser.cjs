const clouds = ["aws", "gcp", "azure", "kubernetes"];

/** The directions in which imports may point; `npm run check` holds them. docs/adr/0002 says why. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(infra|registry|components|preview|policy|delivery|test|bench|scripts|tools)/", pathNot: to },
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
    ...clouds.map((cloud) =>
      only(`${cloud}-knows-the-contract`, `^components/${cloud}/`, `^components/(contract|${cloud})/`),
    ),
    only("topology-chooses-clouds", "^components/[^/]+\\.ts$", "^components/"),
    {
      name: "clouds-are-loaded-when-chosen",
      comment:
        "A stack loads one SDK: clouds.ts and registries.ts load a cloud by `require` when it is chosen; facts.ts imports no SDK.",
      severity: "error",
      from: {
        pathNot: `^(components/(${clouds.join("|")})/|components/(clouds|registries|facts)\\.ts|test/|infra/apps/)`,
      },
      to: { path: `^components/(${clouds.join("|")})/` },
    },
    {
      name: "sdk-belongs-to-its-cloud",
      severity: "error",
      from: {
        path: "^(infra|registry|components|preview|policy|delivery)/",
        pathNot: `^components/(${clouds.join("|")})/`,
      },
      to: { path: "node_modules/@pulumi/(aws|kubernetes|gcp|azure-native)/", dependencyTypesNot: ["type-only"] },
    },
    only("infra-knows-components", "^infra/", "^(infra|components)/"),
    only("registry-knows-infra", "^registry/", "^(registry|infra|components)/"),
    only("preview-reads-the-protocol", "^preview/", "^preview/", "It knows the program only through the protocol."),
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
