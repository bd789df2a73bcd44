import assert from "node:assert/strict";
import { View } from "../../../../policy/core/view";
import { actingRoles, basicRoles, grantingRoles } from "../../../../policy/kinds/conditions/google";
import { rule as adminPolicy } from "../../../../policy/rules/identity/admin-policy";
import { rule as serviceAccountRoles } from "../../../../policy/rules/identity/service-account-roles";
import { aloneInProd } from "../../context";

const type = "gcp:projects/iAMMember:IAMMember";
const modified = "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', [])";

const told = (role: string, expression: string) => {
  const properties = { role, member: "user:a@example.com", condition: { title: "a", expression } };
  return [adminPolicy, serviceAccountRoles].flatMap(
    (rule) => rule.checks[type]?.(View.of(properties), aloneInProd) ?? [],
  ).length;
};

const roles = [...basicRoles, ...grantingRoles, ...actingRoles];

/** True for all that a role of these is about. */
const ofEverything = [
  "true",
  "resource.name != ''",
  "resource.name.startsWith('projects/')",
  "resource.name.startsWith('projects/shop')",
  "resource.name.startsWith('projects/shop/')",
  "resource.name.startsWith('projects/shop/serviceAccounts/')",
  "resource.name.startsWith('projects/shop/locations/eu')",
  "resource.name.endsWith('.iam.gserviceaccount.com')",
  "resource.name.contains('/')",
  "resource.name == '*'",
  "resource.service == 'cloudresourcemanager.googleapis.com'",
  "resource.service == 'iam.googleapis.com'",
  "resource.type == 'cloudresourcemanager.googleapis.com/Project'",
  "resource.type == 'iam.googleapis.com/ServiceAccount'",
  "resource.service != 'storage.googleapis.com'",
  "request.time < timestamp('2030-01-01T00:00:00Z')",
];

/** Held to a resource. */
const ofSome = [
  "resource.name == 'projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com'",
  "resource.name.endsWith('/serviceAccounts/web@shop.iam.gserviceaccount.com')",
  "resource.name.startsWith('projects/_/buckets/shop')",
  "resource.name.startsWith('projects/shop/global/images/web')",
  "resource.name in ['projects/1/secrets/a', 'projects/1/secrets/b']",
];

describe("grants of Google's in a whole project", () => {
  it("are of the roles that the page of basic roles names", () =>
    assert.deepEqual([...basicRoles].sort(), ["roles/admin", "roles/editor", "roles/owner", "roles/writer"]));

  for (const role of roles) {
    it(`${role} is told where its condition leaves everything in`, () =>
      assert.deepEqual(
        ofEverything.filter((expression) => told(role, expression) !== 1),
        [],
      ));
    it(`${role} may be held to a resource`, () =>
      assert.deepEqual(
        ofSome.filter((expression) => told(role, expression) !== 0),
        [],
      ));
  }

  for (const role of [...roles, "roles/iam.roleAdmin", "roles/iam.workloadIdentityPoolAdmin"]) {
    it(`who may grant ${role} alone may have everything`, () => {
      assert.equal(told("roles/resourcemanager.projectIamAdmin", `${modified}.hasOnly(['${role}'])`), 1);
      assert.equal(
        told("roles/resourcemanager.projectIamAdmin", `${modified}.hasOnly(['roles/viewer', '${role}'])`),
        1,
      );
    });
  }
  it("who may grant a role for a task may not", () =>
    assert.equal(told("roles/resourcemanager.projectIamAdmin", `${modified}.hasOnly(['roles/viewer'])`), 0));
  it("a basic role may be held to a service that grants nothing", () =>
    assert.equal(told("roles/editor", "resource.service == 'storage.googleapis.com'"), 0));
});
