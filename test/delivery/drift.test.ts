import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Script } from "./fake-pulumi";
import { type Delivered, runWithPulumi } from "./run-with-pulumi";

interface Issue {
  number: number;
  title: string;
  state: string;
  body: string;
  labels: string[];
  pull_request?: object;
}

const stack = "shop-prod";
const urn = `urn:pulumi:${stack}::shop::aws:s3/bucket:Bucket::uploads`;
const state = (acl: string) => ({ urn, type: "aws:s3/bucket:Bucket", custom: true, inputs: { acl }, outputs: { acl } });
const step = (op: string) => ({
  ...{ op, urn, oldState: state("private"), newState: state("public-read"), diffReasons: ["acl"] },
  detailedDiff: { acl: { kind: "update" } },
});
const document = (op: string) => ({ config: {}, steps: [step(op)], diagnostics: [], changeSummary: { [op]: 1 } });

/** Issues of `shop/web`, as GitHub's API has them. */
async function drifted(issues: Issue[], script: Script): Promise<Delivered & { issues: Issue[]; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    request.on("end", () => {
      requests.push(`${request.method} ${request.url}`);
      const body = text === "" ? {} : JSON.parse(text);
      const number = Number(/\/issues\/(\d+)$/.exec(request.url ?? "")?.[1]);
      const known = issues.find((issue) => issue.number === number);
      if (request.method === "POST") issues.push({ number: 99, state: "open", ...body });
      if (request.method === "PATCH" && known !== undefined) Object.assign(known, body);
      const answer = request.method === "GET" ? issues.filter((issue) => issue.state === "open") : (known ?? {});
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "shop/web" },
  };
  try {
    return { ...(await runWithPulumi("drift", ["--stack", stack], script, env)), issues, requests };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const other: Issue = { number: 1, title: "Drift: shop-dev", state: "open", body: "as it is", labels: ["drift"] };
const ours: Issue = { number: 2, title: `Drift: ${stack}`, state: "open", body: "of last night", labels: ["drift"] };

describe("the drift of a stack", () => {
  it("opens an issue that says what differs", async () => {
    const { code, stdout, stderr, issues, calls } = await drifted([{ ...other }], {
      preview: [{ prints: document("update") }],
    });
    assert.equal(code, 0, stderr);
    assert.equal(stdout, `${stack}: differs; issue: opened\n`);
    assert.deepEqual(calls, [`preview --refresh --json --non-interactive --stack ${stack}`]);
    assert.deepEqual(issues[0], other);
    const [, issue] = issues;
    assert.equal(issue?.title, `Drift: ${stack}`);
    assert.deepEqual(issue?.labels, ["drift"]);
    assert.match(issue?.body ?? "", /^<!-- isotopo:preview:drift-shop-prod -->\n/);
    assert.match(issue?.body ?? "", /private[\s\S]*public-read/);
  });

  it("brings the open issue up to date", async () => {
    const { code, stdout, issues } = await drifted([{ ...other }, { ...ours }], {
      preview: [{ prints: document("update") }],
    });
    assert.equal(code, 0);
    assert.equal(stdout, `${stack}: differs; issue: updated\n`);
    assert.deepEqual(
      issues.map(({ number, state, body }) => [number, state, body.includes("public-read")]),
      [
        [1, "open", false],
        [2, "open", true],
      ],
    );
  });

  it("closes the issue where there is none any more", async () => {
    const { code, stdout, issues } = await drifted([{ ...other }, { ...ours }], {
      preview: [{ prints: document("same") }],
    });
    assert.equal(code, 0);
    assert.equal(stdout, `${stack}: as its program says; issue: closed\n`);
    assert.deepEqual(
      issues.map(({ number, state, body }) => [number, state, body]),
      [
        [1, "open", "as it is"],
        [2, "closed", "of last night"],
      ],
    );
  });

  const created = (type: string) => ({
    ...{ op: "create", urn: urn.replace("aws:s3/bucket:Bucket", type), diffReasons: [], detailedDiff: {} },
    newState: { ...state("private"), type },
  });
  for (const [type, found] of [
    ["azure-native:resources:AzureCliScript", "as its program says; issue: closed"],
    ["azure-native:storage:StorageAccount", "differs; issue: updated"],
  ] as const) {
    it(`${found}: where only ${type} is gone`, async () => {
      const { code, stdout, stderr } = await drifted([{ ...ours }], {
        preview: [{ prints: { ...document("same"), steps: [step("same"), created(type)] } }],
      });
      assert.equal(code, 0, stderr);
      assert.equal(stdout, `${stack}: ${found}\n`);
    });
  }

  it("says nothing where there is none", async () => {
    const { code, stdout, requests } = await drifted([{ ...other }, { ...ours, pull_request: {} }], {
      preview: [{ prints: document("same") }],
    });
    assert.equal(code, 0);
    assert.equal(stdout, `${stack}: as its program says; issue: nothing\n`);
    assert.equal(requests.length, 1);
  });

  it("is unknown where Pulumi fails: no issue is touched", async () => {
    const { code, stderr, requests } = await drifted([{ ...ours }], { preview: [{ code: 255 }] });
    assert.deepEqual(
      { code, stderr, requests },
      { code: 2, stderr: "drift: pulumi preview ended with 255\n", requests: [] },
    );
  });
});
