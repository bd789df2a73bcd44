import { PolicyPack } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { Exemptions } from "./core/exemption";
import { ExemptionsError, readExemptions } from "./core/exemptions-file";
import { Ledger } from "./core/ledger";
import { policiesOf } from "./core/pack";
import { profileOf } from "./core/profile";
import { rules } from "./rules";

try {
  const stack = pulumi.getStack();
  const ids = new Set(rules.map(({ id }) => id));
  const today = new Date().toISOString().slice(0, 10);
  // Pulumi starts a pack in its own folder.
  const exemptions = new Exemptions(readExemptions(process.cwd(), ids), today);
  // Set by an engine that takes one count for thousands of answers.
  const counting = process.env.ISOTOPO_COUNT_ASKED === "true";
  const run = { profile: profileOf(stack), exemptions, ledger: new Ledger(), counting };
  new PolicyPack("isotopo", { policies: policiesOf(rules, run, stack) });
} catch (error) {
  if (!(error instanceof ExemptionsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
