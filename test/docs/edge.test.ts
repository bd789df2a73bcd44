import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../preview/model/plan";
import { resourcesOf } from "../support/plan-queries";
import { planOf } from "../support/plans";
import { projectDir } from "../support/project";

const columns = ["question", "aws", "gcp", "azure", "kubernetes"] as const;
type Column = (typeof columns)[number];

/** The table of the page. */
const rows = readFileSync(join(projectDir, "docs/edge.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => {
    const cells = line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])) as Record<Column, string>;
  });

/** What a cell says, with what the plan of the fixture in production has to have for it to be so. */
interface Claim {
  question: string;
  cloud: "aws" | "gcp" | "azure";
  says: RegExp;
  shows: (plan: Plan) => unknown;
  is: unknown;
}

const claims: readonly Claim[] = [
  {
    question: "Is an error kept as immutable?",
    cloud: "aws",
    says: /A function says `public, max-age` of 200, 206 and 304 alone; .* the headers policy says `no-cache`, where the origin says nothing/,
    shows: (plan) => [
      ...inputs(plan, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").map(
        at("customHeadersConfig", "items"),
      ),
      ...inputs(plan, "aws:cloudfront/function:Function").flatMap(
        ({ code }) => /var fileStatuses = (.*);/.exec(String(code))?.[1] ?? [],
      ),
    ],
    is: [[{ header: "Cache-Control", value: "no-cache", override: false }], "[200,206,304]"],
  },
  {
    question: "Is an error kept as immutable?",
    cloud: "gcp",
    says: /by its client TTL, .* no header action speaks of files/,
    shows: (plan) => {
      const maps = inputs(plan, "gcp:compute/uRLMap:URLMap");
      const files = cdnPolicies(plan).filter(({ cacheMode }) => cacheMode === "FORCE_CACHE_ALL");
      return [
        maps.length,
        /immutable|public/.test(JSON.stringify(maps)),
        distinct(files.map(({ clientTtl, defaultTtl }) => Number(clientTtl) > 0 && clientTtl === defaultTtl)),
      ];
    },
    is: [2, false, [true]],
  },
  {
    question: "What does the cache hold?",
    cloud: "aws",
    says: /^documented: GET and HEAD/,
    shows: (plan) => distinct(behaviors(plan).map(({ cachedMethods }) => cachedMethods)),
    is: [["GET", "HEAD"]],
  },
  {
    question: "What does the cache hold?",
    cloud: "gcp",
    says: /with negative caching off/,
    shows: (plan) => distinct(cdnPolicies(plan).map(({ negativeCaching }) => negativeCaching)),
    is: [false],
  },
  {
    question: "What does the cache hold?",
    cloud: "azure",
    says: /static routes only/,
    shows: (plan) =>
      distinct(
        inputs(plan, "azure-native:cdn:Route")
          .filter(({ cacheConfiguration }) => cacheConfiguration !== undefined)
          .map(({ patternsToMatch }) => patternsToMatch),
      ),
    // The static routes of the fixture.
    is: [["/assets/*"], ["/static/*"]],
  },
  {
    question: "What does a rollout cut off?",
    cloud: "aws",
    says: /`deregistrationDelay`/,
    shows: (plan) =>
      distinct(
        inputs(plan, "aws:lb/targetGroup:TargetGroup").map(
          ({ deregistrationDelay }) => Number(deregistrationDelay) >= 30,
        ),
      ),
    is: [true],
  },
  {
    question: "Who answers with an error page when the service is down?",
    cloud: "aws",
    says: /for 502, 503 and 504 a page of the edge's own bucket/,
    shows: (plan) =>
      inputs(plan, "aws:cloudfront/distribution:Distribution").flatMap(({ customErrorResponses }) =>
        list(customErrorResponses).map(({ errorCode, responsePagePath }) => [
          errorCode,
          behaviors(plan).find(({ pathPattern }) => pathPattern === responsePagePath)?.targetOriginId,
        ]),
      ),
    is: [502, 503, 504].map((status) => [status, "error-pages"]),
  },
  ...(
    [
      ["aws", /refused by its `Content-Length`/, "content-length"],
      ["gcp", /403 by its `Content-Length`/, "request.headers['content-length']"],
      ["azure", /refused by its `Content-Length`/, "Content-Length"],
    ] as const
  ).map(([cloud, says, header]) => ({
    question: "What happens to a body that is too large?",
    cloud,
    says,
    shows: (plan: Plan) => JSON.stringify(ruleOf(plan, /^body-?limit$/i)).includes(header),
    is: true,
  })),
  ...(
    [
      ["aws", /a WAF rule on the path/, '"uriPath"'],
      ["gcp", /a Cloud Armor rule on the path/, "request.path"],
      ["azure", /a WAF rule on the path/, '"RequestUri"'],
    ] as const
  ).map(([cloud, says, part]) => ({
    question: "What does a refused extension match?",
    cloud,
    says,
    shows: (plan: Plan) => JSON.stringify(ruleOf(plan, /^denied-?extensions$/i)).includes(part),
    is: true,
  })),
  ...(
    [
      ["aws", /the firewall counts by the connection/, '"aggregateKeyType":"IP"'],
      ["gcp", /Cloud Armor counts by the connection/, '"enforceOnKey":"IP"'],
      ["azure", /`X-Azure-SocketIP` is the connection's/, '"variableName":"SocketAddr"'],
    ] as const
  ).map(([cloud, says, key]) => ({
    question: "Can a client choose his address?",
    cloud,
    says,
    shows: (plan: Plan) => JSON.stringify(ruleOf(plan, /^rate-?login$/)).includes(key),
    is: true,
  })),
];

describe("docs/edge.md", () => {
  it("says of each answer what it rests on", () => {
    const answers = rows.flatMap((row) => columns.slice(1).map((column) => row[column]));
    assert.ok(answers.length >= 52);
    assert.deepEqual(
      answers.filter((answer) => !/^(measured|documented|does not arise): |^not verified$/.test(answer)),
      [],
    );
  });

  for (const { question, cloud, says, shows, is } of claims) {
    it(`${cloud}: ${question}`, async () => {
      const answer = rows.find((row) => row.question === question)?.[cloud];
      assert.match(answer ?? "no such question", says);
      assert.deepEqual(shows(await planOf(`fixture-${cloud}-prod`)), is);
    });
  }
});

type Inputs = Readonly<Record<string, unknown>>;

function inputs(plan: Plan, type: string): Inputs[] {
  return resourcesOf(plan, type).map((resource) => resource.inputs);
}

/** The value below these keys. */
function at(...keys: readonly string[]): (value: unknown) => unknown {
  return (value) =>
    keys.reduce<unknown>(
      (found, key) => (typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined),
      value,
    );
}

function list(value: unknown): Inputs[] {
  return Array.isArray(value) ? value : [];
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].map((text): unknown => JSON.parse(text));
}

function behaviors(plan: Plan): Inputs[] {
  return inputs(plan, "aws:cloudfront/distribution:Distribution").flatMap((distribution) => [
    ...list([distribution.defaultCacheBehavior]),
    ...list(distribution.orderedCacheBehaviors),
  ]);
}

/** How Cloud CDN keeps what each backend answers. */
function cdnPolicies(plan: Plan): Inputs[] {
  const types = ["gcp:compute/backendService:BackendService", "gcp:compute/backendBucket:BackendBucket"];
  const backends = types.flatMap((type) => inputs(plan, type));
  return list(backends.flatMap(({ cdnPolicy }) => cdnPolicy ?? []));
}

/** The rule of that name of the firewall. */
function ruleOf(plan: Plan, name: RegExp): Inputs | undefined {
  const firewalls = [
    ...inputs(plan, "aws:wafv2/webAcl:WebAcl").map(at("rules")),
    ...inputs(plan, "gcp:compute/securityPolicy:SecurityPolicy").map(at("rules")),
    ...inputs(plan, "azure-native:frontdoor:Policy").map(at("customRules", "rules")),
  ];
  return firewalls.flatMap(list).find((rule) => name.test(String(rule.name ?? rule.description)));
}
