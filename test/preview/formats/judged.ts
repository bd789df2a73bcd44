import type { Judged } from "../../../preview/model/judged";
import type { PolicyRule, Violation } from "../../../preview/model/plan";
import { ofFinding } from "../../../preview/model/policy-texts";
import { exemption, finding, note } from "../../support/notes";

const urn = "urn:pulumi:shop-prod::shop::aws:rds/instance:Instance::main";
const rule: PolicyRule = {
  name: "database-encrypted",
  title: "Databases are encrypted.",
  severity: "critical",
  level: "mandatory",
  fix: "Encrypt it <now>.",
  source: "https://example.org/encryption",
  tags: ["SOC 2 CC6.1"],
};
const violation: Violation = {
  policyPack: "pack",
  policyPackVersion: "1.2.3",
  policy: rule.name,
  severity: "critical",
  enforcementLevel: "mandatory",
  urn,
  ...ofFinding({ path: "storageEncrypted", found: "false", required: "true", fix: "Encrypt it <now>." }),
};

/** A stack with a verdict of each kind, and with words that would be markup. */
export const mixed: Judged = {
  stack: "shop-prod",
  resources: [
    { urn, type: "aws:rds/instance:Instance", name: "main", source: { file: "infra/a b.ts", line: 7 } },
    { urn: `${urn}-2`, type: "aws:rds/instance:Instance", name: "main-2" },
  ],
  policy: {
    packs: [{ name: "pack", version: "1.2.3", rules: 4, folder: "policy" }],
    rules: 4,
    violations: [
      violation,
      {
        ...violation,
        policy: "named",
        severity: "low",
        enforcementLevel: "advisory",
        urn: `${urn}-2`,
        property: undefined,
        found: undefined,
        required: undefined,
        fix: undefined,
        message: "name is \"<script>alert('1')</script>\u0007\"",
      },
    ],
    notes: [
      exemption(urn, {
        rule: "backups-kept",
        owner: "data",
        reason: "R.",
        place: "e.yaml:2",
        findings: [finding("days", "1", "7", "Keep it."), finding("hours", "2", "3", "Keep it.")],
      }),
      note(urn, { kind: "undetermined", rules: [{ rule: "backups-kept", paths: ["days"] }] }),
    ],
    judged: [
      { ...rule, resources: 2 },
      { ...rule, name: "named", title: "Things have names.", severity: "low", level: "advisory", resources: 2 },
      { ...rule, name: "backups-kept", title: "Backups are kept.", severity: "high", resources: 1 },
      { ...rule, name: "of-nothing", title: "Nothing is asked.", level: "disabled", resources: 0 },
    ],
  },
};

/** A stack that nothing is said against. */
export const clean: Judged = {
  ...mixed,
  stack: "shop-dev",
  policy: { ...mixed.policy, violations: [], notes: [] },
};
