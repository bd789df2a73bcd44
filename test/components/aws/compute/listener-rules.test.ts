import assert from "node:assert/strict";
import { type ListenerRuleSpec, listenerRules } from "../../../../components/aws/compute/listener-rules";
import type { HostSpec, RouteSpec } from "../../../../components/contract";

const hosts: HostSpec[] = [
  { host: "shop.example", service: "web" },
  { host: "api.shop.example", service: "api" },
];

function route(path: string, service: string, host?: string): RouteSpec {
  return { path, service, host, cache: { kind: "none" }, timeoutSeconds: 30, websocket: false, streaming: false };
}

/** Who answers: the first rule by priority that matches, as the load balancer has it. */
function answers(rules: readonly ListenerRuleSpec[], host: string, path: string): string | undefined {
  const matches = (pattern: string) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return [...rules].sort((a, b) => a.priority - b.priority).find((rule) => rule.host === host && matches(rule.path))
    ?.service;
}

describe("aws listener rules", () => {
  it("the longest path wins, then the named host, then the host's own service", () => {
    const rules = listenerRules(
      [
        route("/*", "web"),
        route("/*", "api", "api.shop.example"),
        route("/api/*", "api"),
        route("/api/ai/*", "model"),
        route("/", "landing"),
        route("/api/*", "legacy", "shop.example"),
      ],
      hosts,
    );
    assert.equal(answers(rules, "shop.example", "/cart"), "web");
    assert.equal(answers(rules, "shop.example", "/"), "landing");
    assert.equal(answers(rules, "shop.example", "/api/cart"), "legacy");
    assert.equal(answers(rules, "api.shop.example", "/api/cart"), "api");
    assert.equal(answers(rules, "shop.example", "/api/ai/chat"), "model");
    assert.equal(answers(rules, "api.shop.example", "/cart"), "api");
    assert.equal(answers(rules, "other.example", "/cart"), undefined);
  });

  it("a host's own service answers only where no route does", () => {
    const rules = listenerRules([route("/api/*", "web")], hosts);
    assert.equal(answers(rules, "api.shop.example", "/health"), "api");
    assert.equal(answers(rules, "api.shop.example", "/api/x"), "web");
    const covered = listenerRules([route("/*", "web")], hosts);
    assert.deepEqual(covered.map(({ host, service }) => `${host} ${service}`).sort(), [
      "api.shop.example web",
      "shop.example web",
    ]);
  });

  it("a rule that is added leaves every other where it was", () => {
    const before = listenerRules([route("/api/*", "api"), route("/static/*", "web")], hosts);
    const after = listenerRules(
      [
        route("/uploads/*", "web"),
        route("/a/*", "web", "shop.example"),
        route("/api/*", "api"),
        route("/static/*", "web"),
      ],
      hosts,
    );
    for (const rule of before)
      assert.deepEqual(
        after.find(({ suffix }) => suffix === rule.suffix),
        rule,
      );
    // One for each host, and one for the host that is named.
    assert.equal(after.length, before.length + 3);
  });

  it("a host that is added first leaves every other rule where it was", () => {
    const routes = [route("/api/*", "api"), route("/*", "web")];
    const before = listenerRules(routes, hosts);
    const after = listenerRules(routes, [{ host: "a.shop.example", service: "web" }, ...hosts]);
    assert.deepEqual(
      after.filter(({ host }) => host !== "a.shop.example"),
      before,
    );
  });

  it("a rule at whose priority another stood moves that one first", () => {
    const routes = Array.from({ length: 40 }, (_, i) => route(`/p${String(i).padStart(2, "0")}*`, "web"));
    const rules = listenerRules(routes, hosts);
    const displaced = rules.flatMap((rule) => rule.displaced.map((suffix) => [rule, suffix] as const));
    assert.ok(displaced.length > 0, "80 rules of one length meet somewhere among 374 priorities");
    for (const [rule, suffix] of displaced) {
      const other = rules.find((each) => each.suffix === suffix);
      assert.ok(other !== undefined && rule.suffix < other.suffix);
      // Alone it would have the priority of the one that displaces it, or one before.
      const [alone] = listenerRules([route(other.path, "web")], [{ host: other.host, service: "web" }]);
      assert.notEqual(alone?.priority, other.priority);
    }
  });

  it("paths that read alike are two rules", () => {
    const rules = listenerRules([route("/a-b/*", "web"), route("/a/b/*", "web")], hosts);
    assert.equal(new Set(rules.map(({ suffix }) => suffix)).size, rules.length);
  });

  it("priorities are in the range of a load balancer, and each is there once", () => {
    const routes = Array.from({ length: 40 }, (_, i) => route(`/part-${String(i).padStart(2, "0")}/*`, "web"));
    const rules = listenerRules(
      [route(`/${"x".repeat(126)}*`, "web"), route("/*", "web"), route("/", "web"), ...routes],
      hosts,
    );
    const priorities = rules.map(({ priority }) => priority);
    assert.equal(new Set(priorities).size, priorities.length);
    assert.ok(Math.min(...priorities) >= 1 && Math.max(...priorities) <= 50_000, String(priorities));
  });

  it("a path that is too long is refused", () => {
    const path = `/${"x".repeat(128)}`;
    assert.throws(() => listenerRules([route(path, "web")], hosts), {
      message: `route ${path}: a path of a load balancer has at most 128 characters`,
    });
  });
});
