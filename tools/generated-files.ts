import { profiles } from "../policy/protocol/profile";
import { applicationPage } from "./application/page";
import { capabilitiesData } from "./capabilities/data";
import { capabilitiesPage } from "./capabilities/page";
import { configurationPage } from "./configuration/page";
import { frameworksPage } from "./policies/frameworks-page";
import { policiesPage } from "./policies/page";
import { environment, fixtureRegistry, registry } from "./policies/registry";
import { registryStackSchema, stackSchema } from "./schema/stack-schema";
import { valuesPage } from "./values/page";

/** A file that is made, never written by hand. */
export interface GeneratedFile {
  /** Path in the project. */
  path: string;
  content: string;
}

/** Every generated file, as it should be. */
export function generatedFiles(): GeneratedFile[] {
  return [
    { path: "stacks/stack.schema.json", content: `${JSON.stringify(stackSchema(), undefined, 2)}\n` },
    {
      path: "registry/stacks/registry.schema.json",
      content: `${JSON.stringify(registryStackSchema(), undefined, 2)}\n`,
    },
    { path: "docs/configuration.md", content: configurationPage() },
    { path: "docs/application.md", content: applicationPage() },
    { path: "docs/capabilities.md", content: capabilitiesPage() },
    { path: "docs/capabilities.json", content: capabilitiesData() },
    { path: "docs/policies.md", content: policiesPage() },
    { path: "docs/frameworks.md", content: frameworksPage() },
    { path: "policy/rules/index.ts", content: registry() },
    { path: "policy/rules/fixtures.ts", content: fixtureRegistry() },
    ...profiles.map((profile) => ({
      path: `policy/environments/${profile}.json`,
      content: environment(profile),
    })),
    { path: "docs/values.md", content: valuesPage() },
  ];
}
