import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PreviewError } from "../engine/errors";
import { hostPack } from "../engine/pack-host";
import type { PolicyFacts } from "../engine/policy-config";
import { explanation, type RuleDescription } from "../report/explanation";
import { rulesReport } from "../report/rules";
import { defaultPack } from "./policy-options";
import { print, printText } from "./write";

interface PackOption {
  policyPack?: string;
}

/** Prints every rule of a pack, of whichever it is: as its own server describes them. */
export async function rules({ policyPack = defaultPack(), format }: PackOption & { format: string }): Promise<void> {
  await print(rulesReport(await policiesOf(policyPack), format, descriptionsOf(policyPack)));
}

/** Prints why a rule is there and how it is kept. */
export async function explain(id: string, { policyPack = defaultPack() }: PackOption): Promise<void> {
  const policies = await policiesOf(policyPack);
  const policy = policies.find(({ name }) => name === id);
  if (policy === undefined) {
    const near = policies.map(({ name }) => name).filter((name) => name.includes(id) || id.includes(name));
    const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "`isotopo rules` lists them";
    throw new PreviewError(`no rule is "${id}"; ${hint}`);
  }
  await printText(explanation(policy, descriptionsOf(policyPack)[id]));
}

async function policiesOf(folder: string): Promise<readonly PolicyFacts[]> {
  const facts = { organization: "organization", project: "rules", stack: "prod", config: {} };
  const { server, stop } = await hostPack(folder, facts);
  try {
    return server.policies;
  } finally {
    stop();
  }
}

/** What our own pack tells of its rules beyond the protocol; another pack has none of it. */
function descriptionsOf(folder: string): Readonly<Record<string, RuleDescription>> {
  const file = join(folder, "dist/rules.json");
  if (!existsSync(file)) return {};
  const content: Readonly<Record<string, RuleDescription>> = JSON.parse(readFileSync(file, "utf8"));
  return content;
}
