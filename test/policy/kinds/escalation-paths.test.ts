import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { escalations } from "../../../policy/kinds/escalation";
import { ways } from "../../../policy/kinds/escalation-ways";
import { launches } from "../../../policy/kinds/passed-roles";
import { beyond, noPaths, pathfinding } from "./escalation-paths";
import { deny, may, passes, role, to } from "./escalation-statements";

describe("a policy that allows everything", () => {
  const found = (action: string, key: string, value: string) =>
    escalations(
      View.of(JSON.stringify({ Statement: [may(action, "*", { Condition: { StringEquals: { [key]: value } } })] })),
    ).length;
  const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
  const everything = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "administratoraccess"].map(ofAws);
  const inClusters = ["AmazonEKSAdminPolicy", "AmazonEKSClusterAdminPolicy"].map(
    (name) => `arn:aws:eks::aws:cluster-access-policy/${name}`,
  );
  const keys: readonly [key: string, policies: readonly string[], harmless: string][] = [
    ["iam:PermissionsBoundary", everything, ofAws("ReadOnlyAccess")],
    ["iam:PolicyARN", everything, ofAws("ReadOnlyAccess")],
    ["eks:policyArn", inClusters, "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"],
  ];
  const actions = ways.filter(({ action, needs }) => needs.length === 0 && !/^iam:Delete/.test(action));

  for (const [key, policies, harmless] of keys) {
    it(`holds no action to anything, as the value of ${key}`, () => {
      const service = key.split(":")[0] ?? "";
      const ofService = actions.map(({ action }) => action).filter((action) => action.startsWith(service));
      assert.notDeepEqual(ofService, []);
      for (const action of ofService) {
        for (const policy of policies) assert.equal(found(action, key, policy), 1, `${action} ${policy}`);
        assert.equal(found(action, key, harmless), 0, action);
      }
    });
  }

  it("nor does any boundary hold its own deletion", () => {
    for (const { action } of ways.filter((way) => /^iam:Delete\w+Boundary$/.test(way.action))) {
      assert.equal(found(action, "iam:PermissionsBoundary", "arn:aws:iam::1:policy/b"), 1, action);
    }
  });
});

describe("a path to more rights", () => {
  const found = (statements: object[]) => escalations(View.of(JSON.stringify({ Statement: statements }))).length;

  for (const { id, needs, passedTo } of [...pathfinding, ...beyond]) {
    const passing = passedTo === undefined ? [] : [{ ...passes, ...to(passedTo) }];
    it(`${id}: ${needs.join(" and ")}, in one statement or several`, () => {
      assert.notEqual(found([...passing, may([...needs])]), 0);
      assert.notEqual(found([...passing, ...needs.map((action) => may(action))]), 0);
      assert.equal(found([...passing, may([...needs]), deny("*")]), 0);
    });
  }

  for (const [action, why] of Object.entries(noPaths)) {
    it(`is none: ${action} (${why})`, () => {
      assert.equal(found([may(action)]), 0);
    });
  }

  for (const [service, actions] of Object.entries(launches)) {
    it(`is any role passed to ${service}, with any action that starts something by it, on one's own resource`, () => {
      const named = (action: string) => may(action, `arn:aws:${action.split(":")[0]}:eu-west-1:111122223333:any/web`);
      for (const action of actions) {
        assert.equal(found([{ ...passes, ...to(service) }, named(action)]), 1, action);
        assert.equal(found([{ ...passes, ...to(service), Resource: `${role}/web` }, named(action)]), 0, action);
        assert.equal(found([named(action)]), 0, action);
      }
      const reads = actions.map((action) => action.replace(/:\w+$/, ":Describe*"));
      assert.equal(found([{ ...passes, ...to(service) }, may(reads)]), 0);
    });
  }

  it("is any role passed to a service that is in no table, with an action of it that does more than to read", () => {
    const rows: readonly [service: string, action: string, count: number][] = [
      ["transfer.amazonaws.com", "transfer:CreateUser", 1],
      ["export.rds.amazonaws.com", "rds:StartExportTask", 1],
      ["backup.amazonaws.com", "backup:Start*", 1],
      ["transfer.amazonaws.com", "transfer:Describe*", 0],
      ["transfer.amazonaws.com", "transfer:ListUsers", 0],
      ["transfer.amazonaws.com", "transfer:TagResource", 0],
      ["transfer.amazonaws.com", "s3:PutObject", 0],
      ["vpc-flow-logs.amazonaws.com", "logs:CreateLogGroup", 0],
    ];
    for (const [service, action, count] of rows) {
      assert.equal(found([{ ...passes, ...to(service) }, may(action, "arn:aws:x:eu-west-1:1:web")]), count, action);
    }
  });

  it("is told for every action that leads to more", () => {
    const told = new Set([...pathfinding, ...beyond].flatMap(({ needs }) => needs));
    const known = ways.flatMap(({ action, needs }) => [action, ...needs]);
    assert.deepEqual(
      known.filter((action) => !told.has(action)),
      [],
    );
  });

  it("is none without what it needs beside it", () => {
    for (const { action } of ways.filter(({ needs }) => needs.length > 0)) {
      assert.equal(found([may(action)]), 0, action);
    }
  });
});
