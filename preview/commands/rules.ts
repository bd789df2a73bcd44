import { hostPack } from "../engine/pack-host";
import type { PolicyFacts } from "../engine/policy-config";
import { explanation } from "../formats/text/explanation";
import { rulesReport } from "../formats/text/rules";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { defaultPack } from "./policy-options";
import { rulesIn } from "./rules-file";
import { print, printText } from "./write";

interface PackOption {
  policyPack?: string;
}

/** Prints every rule of a pack, ours or another, as the pack's own server describes them. */
export async function rules({ policyPack = defaultPack(), format }: PackOption & { format: string }): Promise<void> {
  await print(rulesReport(await policiesOf(policyPack), format, rulesIn(policyPack)));
}

/** Prints the reason for a rule and how to satisfy it. */
export async function explain(id: string, { policyPack = defaultPack() }: PackOption): Promise<void> {
  const policies = await policiesOf(policyPack);
  const policy = policies.find(({ name }) => name === id);
  if (policy === undefined) {
    const names = policies.map(({ name }) => name);
    throw new PreviewError(`no rule is "${id}"; ${nearWords(id, names, "`isotopo rules` lists them")}`);
  }
  await printText(explanation(policy, rulesIn(policyPack)[id]));
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
