import assert from "node:assert/strict";
import { endOfSupport } from "../../components/contract";
import { applicationNames } from "../../infra/apps";
import { applicationNamed, fixtureApplications } from "../support/fixture/applications";

const versions: Readonly<Record<string, string>> = endOfSupport.postgres;

/** Whether a version of PostgreSQL still gets fixes on a day. */
function isSupported(version: string, day: string): boolean {
  const end = versions[version];
  return end !== undefined && day <= end;
}

describe("versions of what the stacks run", () => {
  const today = new Date().toISOString().slice(0, 10);

  for (const app of [...fixtureApplications.names(), ...applicationNames()]) {
    const { postgres } = applicationNamed(app).describe({
      environment: "prod",
      domain: "shop.test",
      mailHost: "smtp.shop.test",
    });
    if (postgres === undefined) continue;
    it(`${app}: PostgreSQL still gets fixes`, () => {
      const { version } = postgres;
      assert.ok(isSupported(version, today), `PostgreSQL ${version} had its last release on ${versions[version]}`);
    });
  }

  it("a version ends with its day, and an unknown one is none", () => {
    assert.deepEqual(
      [isSupported("14", "2026-11-12"), isSupported("14", "2026-11-13"), isSupported("13", "2026-01-01")],
      [true, false, false],
    );
  });
});
