import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectDir } from "../../support/project";

const reader = join(projectDir, "tools/replace-forcing/source");
const sources = join(projectDir, "test/fixtures/replace-forcing");

/** What the reader prints of a folder of Go files. */
function read(kind: string, folder: string): { facts: unknown; unread: string[] } {
  const { stdout, stderr, status } = spawnSync("go", ["run", ".", kind, join(sources, folder)], {
    cwd: reader,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return { facts: JSON.parse(stdout), unread: stderr.split("\n").filter((line) => line !== "") };
}

describe("the reader of providers' Go files", function () {
  // Go compiles it first.
  this.timeout(120_000);

  before(function () {
    try {
      execFileSync("go", ["version"], { stdio: "ignore" });
    } catch {
      console.log("        SKIPPED: Go is not installed");
      this.skip();
    }
  });

  it("reads resources of both of Terraform's libraries, and names what it can't read", () => {
    assert.deepEqual(read("terraform", "terraform"), {
      facts: {
        resources: {
          google_thing: {
            name: { force: 1 },
            project: { force: 1 },
            size: { force: 2 },
            kind: { force: 2 },
            label: {},
            id: { computed: true },
            disk: { force: 1, inside: { type: { force: 1 }, source: { force: 2 } } },
            made: { force: 2 },
          },
          google_thing_iam_member: { member: { force: 1 }, name: { force: 1 } },
          _framework: {
            length: { force: 1 },
            keepers: { force: 1 },
            text: { force: 2 },
            result: { computed: true },
            rule: { inside: { port: { force: 1 }, note: {} } },
          },
        },
        byCode: ["google_thing"],
      },
      unread: ["google_thing: made is no literal", "google_thing: replaced for absent, which is no attribute"],
    });
  });

  it("reads what Kubernetes' provider replaces for", () => {
    assert.deepEqual(read("kubernetes", "kubernetes"), {
      facts: {
        "/v1:Pod": ["spec.nodeName", "spec.containers[*].image", "spec.containers[*].ports"],
        "apps/v1:Deployment": ["spec.selector", "spec.selector.matchLabels"],
        "core/v1:Pod": ["spec.nodeName", "spec.containers[*].image", "spec.containers[*].ports"],
      },
      unread: [],
    });
  });
});
