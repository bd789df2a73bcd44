import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startScript } from "../../../../components/kubernetes/edge/start-script";
import { bare, configOf } from "./specs";

describe("kubernetes edge start", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "start-"));
    // In nginx's place something that says how it was called.
    writeFileSync(join(folder, "nginx"), '#!/bin/sh\necho "$*"\n');
    chmodSync(join(folder, "nginx"), 0o755);
    writeFileSync(join(folder, "start.sh"), startScript);
    writeFileSync(join(folder, "nginx.conf"), configOf(bare));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts as the container does, with a Pod's `resolv.conf`. */
  function start(resolvConf: string): { config: string; called: string } {
    writeFileSync(join(folder, "resolv.conf"), resolvConf);
    const files = ["start.sh", "nginx.conf", "filled.conf", "resolv.conf"].map((file) => join(folder, file));
    const { status, stdout, stderr } = spawnSync("sh", files, {
      encoding: "utf8",
      env: { PATH: `${folder}:${process.env.PATH}` },
    });
    assert.equal(status, 0, stderr);
    return { config: readFileSync(join(folder, "filled.conf"), "utf8"), called: stdout.replaceAll(folder, "").trim() };
  }

  const search = "search shop-prod.svc.cluster.local svc.cluster.local cluster.local example.org";
  const pods: [what: string, resolvConf: string, resolvers: string, domain: string][] = [
    ["a usual cluster", `${search}\nnameserver 10.96.0.10\noptions ndots:5\n`, "10.96.0.10", "cluster.local"],
    [
      "one with a domain of its own, a cache on the node and no last line's end",
      "nameserver 169.254.20.10\nsearch shop-prod.svc.k8s.acme.org svc.k8s.acme.org k8s.acme.org",
      "169.254.20.10",
      "k8s.acme.org",
    ],
    [
      "one with IPv6",
      `nameserver fd00::a\nnameserver 10.96.0.10\n${search}\n`,
      "[fd00::a] 10.96.0.10",
      "cluster.local",
    ],
    ["one that searches nowhere", "# nothing\nnameserver 10.0.0.2\n", "10.0.0.2", "cluster.local"],
  ];
  for (const [what, resolvConf, resolvers, domain] of pods) {
    it(`asks the DNS servers of ${what}, for names in its domain`, () => {
      const { config, called } = start(resolvConf);
      assert.equal(called, "-c /filled.conf -g daemon off;");
      const filled = configOf(bare).replaceAll("@resolvers@", resolvers).replaceAll("@cluster-domain@", domain);
      assert.equal(config, filled);
      assert.ok(!config.includes("@"));
    });
  }
});
