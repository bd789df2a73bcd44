import assert from "node:assert/strict";
import type { ComponentContext } from "../../../components/contract";
import { hash, secretDigest } from "../../../components/kubernetes/hash";
import { labels, metadata, partSelector, podLabels } from "../../../components/kubernetes/metadata";
import { imageFor, images } from "../../../components/kubernetes/own-images";

const context: ComponentContext = {
  name: "shop-prod",
  app: "shop",
  environment: "prod",
  cloud: "kubernetes",
  region: "cluster",
  labels: {
    app: "shop",
    environment: "prod",
    owner: "team@shop.test",
    "cost-center": "retail",
    "managed-by": "isotopo",
  },
  protect: true,
  customerManagedKeys: true,
};

describe("kubernetes hash", () => {
  it("is ten letters and digits, always the same", () => {
    assert.equal(hash("abc"), "ba7816bf8f"); // the beginning of FIPS 180-2's own example
    assert.equal(hash(""), "e3b0c44298");
    assert.match(hash("worker_processes auto;\n"), /^[0-9a-f]{10}$/);
  });

  it("changes with every letter", () => assert.notEqual(hash("a b"), hash("a  b")));
});

describe("kubernetes digest of a secret", () => {
  it("is ten letters and digits, always the same", () => {
    // RFC 4231, test case 2.
    assert.equal(secretDigest("Jefe", "what do ya want for nothing?"), "5bdcc146bf");
  });

  it("is another one at every place", () =>
    assert.notEqual(secretDigest("shop-dev KEY", "x"), secretDigest("shop-prod KEY", "x")));
});

describe("kubernetes names", () => {
  const selector = { "app.kubernetes.io/instance": "shop-prod", "isotopo.dev/part": "web" };
  const all = {
    "app.kubernetes.io/name": "shop",
    "app.kubernetes.io/component": "web",
    "app.kubernetes.io/part-of": "shop-prod",
    "app.kubernetes.io/managed-by": "isotopo",
    ...selector,
    app: "shop",
    environment: "prod",
    "cost-center": "retail",
  };

  it("Pods are selected by their topology and part, by nothing that could change", () => {
    assert.deepEqual(partSelector(context, "web"), selector);
  });

  it("labels are what Kubernetes recommends and what the topology says", () => {
    assert.deepEqual(labels(context, "web"), all);
    for (const value of Object.values(all)) assert.match(value, /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/);
  });

  it("Pods don't have the cost centre: another one would start them all anew", () => {
    const { "cost-center": _, ...kept } = all;
    assert.deepEqual(podLabels(context, "web"), kept);
  });

  it("an object has its name, its namespace and its owner, who would be no label", () => {
    assert.deepEqual(metadata(context, "web", "web-flows"), {
      name: "web-flows",
      namespace: "shop-prod",
      labels: all,
      annotations: { "isotopo.dev/owner": "team@shop.test" },
    });
    const { annotations } = metadata(context, "web", "web", { note: "mine" });
    assert.deepEqual(annotations, { "isotopo.dev/owner": "team@shop.test", note: "mine" });
  });
});

describe("kubernetes images", () => {
  it("are exact versions, by digest", () => {
    const references = [...Object.values(images.postgres), ...Object.values(images.redis), images.edge];
    for (const reference of references)
      assert.match(reference, /^[a-z.]+\/[a-z-]+\/[a-z-]+:\d+\.\d+(\.\d+)?[-a-z0-9]+@sha256:[0-9a-f]{64}$/);
  });

  it("of every major version are of that version", () => {
    for (const version of ["15", "16", "17", "18"])
      assert.match(imageFor("postgres", version), new RegExp(`:${version}\\.`));
    assert.match(imageFor("redis", "7"), /^docker.io\/valkey\/valkey:8\.1\./); // Redis 7's protocol
  });

  it("the edge's nginx looks names up while it runs, which it can from 1.27.3", () => {
    const [major = 0, minor = 0, patch = 0] = (/:(\d+\.\d+\.\d+)/.exec(images.edge)?.[1] ?? "").split(".").map(Number);
    assert.ok(major * 1_000_000 + minor * 1000 + patch >= 1_027_003, images.edge);
  });

  it("of another version there are none", () => {
    assert.throws(() => imageFor("postgres", "13"), {
      message: 'postgres: kubernetes has no version "13"; there are 15, 16, 17, 18',
    });
  });
});
