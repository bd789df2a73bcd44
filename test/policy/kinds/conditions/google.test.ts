import assert from "node:assert/strict";
import { View } from "../../../../policy/core/view";
import { actingRoles, basicRoles, grantingRoles } from "../../../../policy/kinds/conditions/google";
import { rule as adminPolicy } from "../../../../policy/rules/identity/admin-policy";
import { rule as serviceAccountRoles } from "../../../../policy/rules/identity/service-account-roles";
import { aloneInProd } from "../../context";

const project = "gcp:projects/iAMMember:IAMMember";
const folder = "gcp:folder/iAMMember:IAMMember";
const modified = "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', [])";

const told = (role: string, expression: string, type = project) => {
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
  "resource.name.extract('projects/{name}/') == 'shop'",
  "resource.name.extract('{all}').startsWith('projects/')",
  "resource.matchTag('', '')",
  "!resource.matchTag('123/env', 'dev')",
  "resource.hasTagKey('123/env')",
  "request.time < timestamp('2030-01-01T00:00:00Z')",
];

/** Held to a resource. */
const ofSome = [
  "resource.name == 'projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com'",
  "resource.name.endsWith('/serviceAccounts/web@shop.iam.gserviceaccount.com')",
  "resource.name.startsWith('projects/_/buckets/shop')",
  "resource.name.startsWith('projects/shop/global/images/web')",
  "resource.name in ['projects/1/secrets/a', 'projects/1/secrets/b']",
  "resource.name.extract('projects/_/buckets/{name}/') == 'shop'",
  "resource.name.extract('/secrets/{name}/versions') == 'a'",
];

/** Held to what has a tag. */
const ofTagged = ["resource.matchTag('123456789012/env', 'dev')", "resource.matchTagId('tagKeys/1', 'tagValues/2')"];

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

  for (const role of roles) {
    it(`${role} may be held to a tag, in a project where it is about what is in it`, () => {
      for (const expression of ofTagged) {
        assert.equal(told(role, expression, folder), 0, expression);
        assert.equal(told(role, expression), grantingRoles.has(role) ? 1 : 0, expression);
      }
    });
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
