import assert from "node:assert/strict";
import { type ListenerRuleSpec, listenerRules, sharedPlaces } from "../../../../components/aws/compute/listener-rules";
import type { HostSpec, RouteSpec } from "../../../../components/contract";
import { topologyOfStack, wholeStacks } from "../../../parity/topologies";

const hosts: HostSpec[] = [
  { host: "shop.example", service: "web" },
  { host: "api.shop.example", service: "api" },
];

const domain = "shop.example";

function rulesOf(routes: readonly RouteSpec[], of: readonly HostSpec[] = hosts): ListenerRuleSpec[] {
  return listenerRules({ routes, hosts: of, domain });
}

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
    const rules = rulesOf([
      route("/*", "web"),
      route("/*", "api", "api.shop.example"),
      route("/api/*", "api"),
      route("/api/ai/*", "model"),
      route("/", "landing"),
      route("/api/*", "legacy", "shop.example"),
    ]);
    assert.equal(answers(rules, "shop.example", "/cart"), "web");
    assert.equal(answers(rules, "shop.example", "/"), "landing");
    assert.equal(answers(rules, "shop.example", "/api/cart"), "legacy");
    assert.equal(answers(rules, "api.shop.example", "/api/cart"), "api");
    assert.equal(answers(rules, "shop.example", "/api/ai/chat"), "model");
    assert.equal(answers(rules, "api.shop.example", "/cart"), "api");
    assert.equal(answers(rules, "other.example", "/cart"), undefined);
  });

  it("a host's own service answers only where no route does", () => {
    const rules = rulesOf([route("/api/*", "web")]);
    assert.equal(answers(rules, "api.shop.example", "/health"), "api");
    assert.equal(answers(rules, "api.shop.example", "/api/x"), "web");
    const covered = rulesOf([route("/*", "web")]);
    assert.deepEqual(covered.map(({ host, service }) => `${host} ${service}`).sort(), [
      "api.shop.example web",
      "shop.example web",
    ]);
  });

  it("a rule that is added leaves every other where it was", () => {
    const before = rulesOf([route("/api/*", "api"), route("/static/*", "web")]);
    const after = rulesOf([
      route("/uploads/*", "web"),
      route("/a/*", "web", "shop.example"),
      route("/api/*", "api"),
      route("/static/*", "web"),
    ]);
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
    const before = rulesOf(routes);
    const after = rulesOf(routes, [{ host: "a.shop.example", service: "web" }, ...hosts]);
    assert.deepEqual(
      after.filter(({ host }) => host !== "a.shop.example"),
      before,
    );
  });

  it("no rule moves when any other comes or goes", () => {
    const paths = ["/api/*", "/api/v2/*", "/app/*", "/static/*", "/media/*", "/", "/login", "/a-very-long-beginning/*"];
    const routes = paths.map((path) => route(path, "web"));
    const priorities = (rules: readonly ListenerRuleSpec[]) =>
      new Map(rules.map((rule) => [rule.suffix, rule.priority]));
    const whole = priorities(rulesOf(routes));
    assert.equal(whole.size, 2 * (paths.length + 1));
    for (const gone of routes) {
      for (const [suffix, priority] of priorities(rulesOf(routes.filter((each) => each !== gone))))
        assert.equal(priority, whole.get(suffix), `${suffix} without ${gone.path}`);
    }
  });

  it("two rules of one place are told, and neither steps aside", () => {
    const routes = colliding();
    const rules = rulesOf(routes);
    const told = sharedPlaces(rules).map((pair) => pair.map(({ path }) => path));
    assert.ok(routes.length === 2 && told.some((pair) => routes.every(({ path }) => pair.includes(path))));
    const [first] = routes;
    assert.ok(first !== undefined);
    const alone = rulesOf([first]);
    assert.deepEqual(sharedPlaces(alone), []);
    for (const rule of alone)
      assert.ok(rules.some((each) => each.suffix === rule.suffix && each.priority === rule.priority));
  });

  it("are the same for every copy of an application", () => {
    const of = (name: string) =>
      listenerRules({
        routes: [route("/api/*", "api"), route("/files/*", "web", `api.${name}`)],
        hosts: hosts.map(({ host, service }) => ({ host: host.replace("shop.example", name), service })),
        domain: name,
      }).map(({ priority, path }) => [priority, path]);
    assert.deepEqual(of("pr12.dev.shop.example"), of("shop.example"));
  });

  it("a host of another domain has places of its own", () => {
    const foreign = [{ host: "shop.other", service: "web" }];
    const [own] = rulesOf([], foreign);
    const [inside] = listenerRules({ routes: [], hosts: foreign, domain: "other" });
    assert.notEqual(own?.priority, inside?.priority);
  });

  for (const { stack } of wholeStacks.filter(({ cloud }) => cloud === "aws")) {
    it(`every rule of ${stack} has a place of its own`, () => {
      const rules = listenerRules(topologyOfStack(stack).edge);
      assert.ok(rules.length > 0);
      assert.deepEqual(sharedPlaces(rules), []);
    });
  }

  it("paths that read alike are two rules", () => {
    const rules = rulesOf([route("/a-b/*", "web"), route("/a/b/*", "web")]);
    assert.equal(new Set(rules.map(({ suffix }) => suffix)).size, rules.length);
  });

  it("classes are in the range of a load balancer, and in order", () => {
    const beginnings = [128, 126, 30, 25, 24, 23, 2, 1].map((length) => `/${"x".repeat(length - 1)}`.slice(0, 127));
    const [host] = hosts;
    assert.ok(host !== undefined);
    const priorities = ["/", ...beginnings.map((beginning) => `${beginning}*`)].map((path) => {
      const found = rulesOf([route(path, "web")], [host]).find((rule) => rule.path === path);
      return found?.priority ?? 0;
    });
    assert.deepEqual(
      priorities,
      [...priorities].sort((a, b) => a - b),
    );
    assert.ok(Math.min(...priorities) >= 1 && Math.max(...priorities) <= 50_000, String(priorities));
  });
});

/** Two paths of one length that share a place, on one host or the other. */
function colliding(): RouteSpec[] {
  const routes = Array.from({ length: 200 }, (_, i) => route(`/p${100 + i}/*`, "web"));
  const found = sharedPlaces(rulesOf(routes)).find(([one, other]) => one.path !== other.path);
  return routes.filter(({ path }) => found?.some((rule) => rule.path === path));
}
