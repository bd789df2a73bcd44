import assert from "node:assert/strict";
import type { ResourceFixtures } from "../../policy/core/fixture";
import { judge } from "../../policy/core/judge";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { isSecret } from "../../policy/kinds/secrets";
import { rule } from "../../policy/rules/containers/secret-in-environment";
import { fixtures as variables } from "../../policy/rules/containers/secret-in-environment.fixtures";
import {
  closed,
  generated,
  harmlessNames,
  harmlessTexts,
  likeReferences,
  ofShells,
  references,
  secretNames,
  secretTexts,
} from "./secret-texts";

describe("a secret in clear text", () => {
  for (const name of secretNames) {
    it(`is what ${name} says, unless it is a reference, and its text is not looked at`, () => {
      for (const value of ["sesame", "S3same!", "correct horse battery staple", "abc/def+ghi=="]) {
        assert.equal(isSecret(name, value), true, value);
      }
      for (const value of references) assert.equal(isSecret(name, value), false, value);
    });

    it(`is what ${name} says of any password, one too that looks like the beginning of a reference`, () => {
      for (const value of [...generated, ...likeReferences]) assert.equal(isSecret(name, value), true, value);
      for (const value of closed) assert.equal(isSecret(name, value.slice(0, -1)), true, value);
      for (const value of ofShells) {
        assert.equal(isSecret(name, value), true, value);
        assert.equal(isSecret(name, value, "script"), false, value);
      }
    });
  }

  for (const name of ["NEXT_PUBLIC_FIREBASE_API_KEY", "VITE_MAPS_API_KEY", "REACT_APP_TOKEN", "PUSHER_APP_KEY"]) {
    it(`is no key that every visitor reads: ${name}`, () => {
      for (const value of ["sesame", secretTexts["a Google API key"] ?? ""]) assert.equal(isSecret(name, value), false);
      assert.equal(isSecret(name, secretTexts["a Stripe key"] ?? ""), true);
    });
  }

  it("is a password that begins with a dollar in an address, but in a script", () => {
    assert.equal(isSecret("DATABASE", "postgres://shop:$ecret@db/shop"), true);
    assert.equal(isSecret("DATABASE", "postgres://shop:$ecret@db/shop", "script"), false);
  });

  it("is a password though its name says that every visitor reads it", () => {
    assert.equal(isSecret("NEXT_PUBLIC_DB_PASSWORD", "sesame"), true);
  });

  it("is no name of a secret in its store", () => {
    for (const value of ["prod/shop/db", "shop/prod/db", "prod/db"]) {
      assert.equal(isSecret("DB_SECRET", value), false, value);
      assert.equal(isSecret("DB_PASSWORD", value), true, value);
    }
  });

  for (const name of harmlessNames) {
    it(`is nothing that ${name} says, unless its form is a secret's`, () => {
      for (const value of ["sesame", ...references, ...harmlessTexts])
        assert.equal(isSecret(name, value), false, value);
      for (const [what, value] of Object.entries(secretTexts)) assert.equal(isSecret(name, value), true, what);
    });
  }

  for (const name of [
    "MYSQL_ALLOW_EMPTY_PASSWORD",
    "ALLOW_EMPTY_PASSWORD",
    "MYSQL_RANDOM_ROOT_PASSWORD",
    "USE_TOKEN",
  ]) {
    it(`is no switch: ${name}`, () => {
      for (const value of ["yes", "true", "1", "no", "0", "on"]) assert.equal(isSecret(name, value), false, value);
    });
  }

  it("is a number where it is a password's, of the length of one", () => {
    assert.equal(isSecret("DB_PASSWORD", "123456"), true);
    assert.equal(isSecret("DB_PASSWORD", "1"), false);
    assert.equal(isSecret("API_TOKEN", "3600"), false);
  });
});

describe("a secret in every place that is looked at", () => {
  const address = "postgres://u:sesame@db/shop";
  const of = ({ fails }: ResourceFixtures) =>
    fails.filter(({ properties }) => JSON.stringify(properties).includes(address));
  for (const { type, name, properties } of of(variables)) {
    it(`${type}: ${name}, of any form, and is not shown`, () => {
      for (const [what, text] of Object.entries(secretTexts)) {
        const put = JSON.stringify(text).slice(1, -1);
        // In a document that is text itself, its quotes and lines are escaped once more.
        const nested = typeof Object.values(properties)[0] === "string" ? JSON.stringify(put).slice(1, -1) : put;
        const filled: unknown = JSON.parse(JSON.stringify(properties).replace(address, nested));
        const subject = subjectOf({ type, name: "it", urn: "urn", properties: filled, protect: false });
        const { findings } = judge(rule, subject, termsOf(rule, "prod", {}));
        assert.equal(findings.length, 1, what);
        assert.ok(!JSON.stringify(findings).includes(put), what);
      }
    });
  }
});
