import type { StackChange } from "../../../../preview/model/change";
import { changed, resourceChange, stackChange } from "../../../support/changes";
import { exemption, finding } from "../../../support/notes";
import { mixed } from "../judged";

export const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;

/** A stack with a change of each kind. */
export const everything: StackChange = stackChange(
  "prod",
  [
    resourceChange(urn("pulumi:pulumi:Stack", "shop-prod"), "unchanged", { custom: false }),
    resourceChange(urn("shop:index:Store", "store"), "update", {
      custom: false,
      parent: urn("pulumi:pulumi:Stack", "shop-prod"),
      properties: [changed("size", 1, 2)],
    }),
    resourceChange(urn("aws:rds/instance:Instance", "main"), "replace", {
      parent: urn("shop:index:Store", "store"),
      properties: [{ ...changed("username", "admin", "root"), forces: "replace" }],
      causes: ["username forces a replacement"],
      dataLoss: "the database and its rows",
      protected: true,
      source: { file: "index.ts", line: 12 },
    }),
    resourceChange(urn("aws:s3/bucket:Bucket", "files"), "delete", {
      causes: ["it is no longer in the program"],
      dataLoss: "the bucket and its objects",
    }),
    resourceChange(urn("aws:sqs/queue:Queue", "jobs"), "may replace", {
      dependencies: [urn("aws:rds/instance:Instance", "main")],
      properties: [
        {
          path: "policy",
          kind: "not comparable",
          before: "[secret]",
          after: "[secret]",
          reason: "a secret",
          forces: "may replace",
        },
      ],
    }),
    resourceChange(urn("aws:ec2/vpc:Vpc", "net"), "create"),
    resourceChange(urn("aws:ec2/eip:Eip", "address"), "unchanged"),
  ],
  {
    outputs: [changed("url", "http://a", "http://b")],
    policy: mixed.policy,
    diagnostics: [{ severity: "warning", message: "this will be removed" }],
    monthlyCost: { before: 10, after: 12, currency: "EUR" },
  },
);

/** A word of 5,000 characters. */
export const word = "w".repeat(5000);

/** What policies say in long words. */
export const wordyPolicy: StackChange["policy"] = {
  packs: [{ name: word, version: word, rules: 1, folder: word }],
  rules: 1,
  violations: mixed.policy.violations.map((violation) => ({
    ...violation,
    policyPack: word,
    policy: word,
    urn: urn("a:b:C", word),
    message: word,
    property: word,
  })),
  notes: [
    { policy: word, urn: urn("a:b:C", word), message: word },
    exemption(urn("a:b:C", word), {
      rule: word,
      owner: word,
      reason: word,
      place: word,
      findings: [finding(word, word, word, word)],
    }),
  ],
  judged: mixed.policy.judged.map((rule) => ({ ...rule, name: word, title: word, fix: word, tags: [word] })),
};

/** Every text of others is one long word. */
export const wordy: StackChange = stackChange(
  word,
  [
    resourceChange(urn(`a:b:${word}`, word), "update", {
      causes: [word],
      properties: [changed(word, word, [word])],
      source: { file: word },
    }),
    resourceChange(urn(`a:b:${word}`, `${word}2`), "delete", {
      causes: [word],
      dataLoss: word,
      renamedFrom: urn(`a:b:${word}`, `${word}3`),
      dependencies: [urn(`a:b:${word}`, word)],
    }),
  ],
  {
    base: word,
    outputs: [changed(word, word, word)],
    policy: wordyPolicy,
    diagnostics: [
      { severity: "warning", message: word, urn: urn("a:b:C", word) },
      { severity: "error", message: word },
    ],
  },
);

const trick = `"><script>globalThis.tricked = true</script><img src=x onerror="globalThis.tricked = true">'\\N`;

/** Every text of others is a trick. */
export const hostile: StackChange = stackChange(
  trick,
  [
    resourceChange(urn(`a:b:${trick}`, trick), "delete", {
      causes: [trick],
      dataLoss: trick,
      renamedFrom: trick,
      source: { file: trick },
      dependencies: [trick],
      properties: [{ ...changed(trick, trick, { [trick]: trick }), reason: trick }],
    }),
  ],
  {
    base: trick,
    outputs: [changed(trick, trick, `${trick}\n${trick}`)],
    diagnostics: [{ severity: "error", message: trick }],
    policy: {
      ...mixed.policy,
      violations: mixed.policy.violations.map((violation) => ({
        ...violation,
        policy: trick,
        message: trick,
        urn: trick,
      })),
      judged: mixed.policy.judged.map((rule) => ({ ...rule, name: trick, source: `https://example.org/${trick}` })),
      notes: [{ policy: trick, urn: trick, message: trick }],
    },
  },
);
