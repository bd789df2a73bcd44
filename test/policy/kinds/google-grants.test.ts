import assert from "node:assert/strict";
import { grantType } from "../../../policy/kinds/everyone";
import * as grants from "../../../policy/kinds/google-grants";
import { rules } from "../../../policy/rules";
import { declarationsOf, sdkOf, typeOf } from "./sdk";

const { allGrants, ...lists } = grants;
const kinds = ["Member", "Binding", "Policy"];

/** Rules that ask whether a grant is to everybody; each grant is in one of them. */
const readers = [
  "exposure-bucket-grants",
  "exposure-function-url",
  "exposure-registry",
  "exposure-resource-policy",
  "exposure-snapshot",
];

describe("grants of Google's IAM", () => {
  const sdk = sdkOf("@pulumi/gcp");
  const inSdk = declarationsOf(sdk)
    .filter((file) => /i[Aa][Mm](Member|Binding|Policy)\.d\.ts$/i.test(file))
    .flatMap((file) => typeOf(sdk, file) ?? []);
  const listed = Object.values(lists).flatMap((list) =>
    list.flatMap((grant) => kinds.map((kind) => grantType(grant, kind))),
  );

  it("are all in a list, and all lists in the SDK", () => {
    assert.ok(inSdk.length > 400, String(inSdk.length));
    assert.deepEqual([...listed].sort(), [...inSdk].sort());
  });

  it("are all in the list of all, and asked for whole pools", () => {
    assert.deepEqual([...allGrants].sort(), Object.values(lists).flat().sort());
    const trust = rules.find(({ id }) => id === "identity-trust");
    assert.deepEqual(
      listed.filter((type) => trust?.checks[type] === undefined),
      [],
    );
  });

  it("are each asked for everybody by one rule", () => {
    const checks = rules.filter(({ id }) => readers.includes(id));
    assert.deepEqual(
      listed.filter((type) => checks.filter((rule) => Object.hasOwn(rule.checks, type)).length !== 1),
      [],
    );
  });
});
