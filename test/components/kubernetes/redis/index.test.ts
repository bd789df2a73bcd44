import assert from "node:assert/strict";
import { images } from "../../../../components/kubernetes/own-images";
import type { Plan } from "../../../../preview/model/plan";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { resourceOf, resourcesOf } from "../../../support/plan-queries";
import { changedPlanOf, planOf } from "../../../support/plans";
import { kubernetesStacks } from "../../../support/rendered";
import { shippedCluster } from "../platform";

const policy = "networking.k8s.io/v1 NetworkPolicy";
const workloads = { "app.kubernetes.io/instance": "fixture-prod", "isotopo.dev/workload": "true" };
const instances = [
  { name: "cache", evictionPolicy: "allkeys-lru" },
  { name: "queue", evictionPolicy: "noeviction" },
];

describe("kubernetes redis", () => {
  for (const { name, evictionPolicy } of instances) {
    describe(name, () => {
      const part = `redis-${name}`;
      const server = { "app.kubernetes.io/instance": "fixture-prod", "isotopo.dev/part": part };
      let redis: Concept;
      before(async () => {
        redis = await conceptOf("fixture-kubernetes-prod", part);
      });

      it("is one server with its volume, certificate and password", () => {
        redis.isMadeOf([
          ["generators.external-secrets.io/v1alpha1 Password", "password-generator", `${part}-password`],
          ["external-secrets.io/v1 ExternalSecret", "password", `${part}-password`],
          ["cert-manager.io/v1 Certificate", "certificate", part],
          ["core/v1 ConfigMap", "config", `${part}-<hash>`],
          ["core/v1 PersistentVolumeClaim", "volume", part],
          ["core/v1 Service", "service", part],
          [policy, "server-pods", `${part}-server-pods`],
          [policy, "clients", `${part}-clients`],
          ["apps/v1 Deployment", "server", part],
        ]);
      });

      it("says where it is", () => {
        assert.deepEqual(redis.outputs, { host: `${part}.fixture-prod.svc`, port: 6379 });
      });

      it("speaks TLS only, by a certificate for the names that it is called by", () => {
        redis.has("cert-manager.io/v1 Certificate", "certificate", {
          "spec.secretName": `${part}-tls`,
          "spec.dnsNames": [
            part,
            `${part}.fixture-prod`,
            `${part}.fixture-prod.svc`,
            `${part}.fixture-prod.svc.cluster.local`,
          ],
          "spec.issuerRef": { name: "internal", kind: "Issuer" },
          "spec.usages": ["digital signature", "server auth"],
        });
        const config = String(at(redis.child("core/v1 ConfigMap", "config").inputs, "data.valkey.conf"));
        for (const line of ["port 0", "tls-port 6379", `maxmemory-policy ${evictionPolicy}`, "appendonly yes"]) {
          assert.ok(config.split("\n").includes(line), line);
        }
      });

      it("asks for a password that the cluster made", () => {
        redis.has("generators.external-secrets.io/v1alpha1 Password", "password-generator", { "spec.length": 64 });
        redis.has("external-secrets.io/v1 ExternalSecret", "password", {
          "spec.target.name": `${part}-password`,
          "spec.target.template.data": { password: "{{ .password }}" },
        });
        const container = at(redis.child("apps/v1 Deployment", "server").inputs, "spec.template.spec.containers.0");
        const secretKeyRef = { name: `${part}-password`, key: "password" };
        assert.deepEqual(at(container, "env"), [{ name: "REDISCLI_AUTH", valueFrom: { secretKeyRef } }]);
        assert.match(String(at(container, "command.2")), /requirepass/);
      });

      it("keeps its data on a volume that Pulumi does not delete", () => {
        redis.has("core/v1 PersistentVolumeClaim", "volume", {
          "spec.accessModes": ["ReadWriteOnce"],
          "spec.resources.requests.storage": "8Gi", // eight times the memory
        });
        redis.has("apps/v1 Deployment", "server", {
          "spec.replicas": 1,
          // One that can't start is replaced with its template, and the one before has ended when the next begins.
          "spec.strategy": { type: "Recreate" },
          "spec.selector.matchLabels": server,
          "spec.template.spec.volumes.0": { name: "data", persistentVolumeClaim: { claimName: part } },
        });
        assert.equal(redis.child("core/v1 PersistentVolumeClaim", "volume").protect, true);
        assert.equal(redis.child("apps/v1 Deployment", "server").protect, true);
      });

      it("runs without rights and without a token", () => {
        const pod = "spec.template.spec";
        const disk = { "ephemeral-storage": "320Mi" }; // 64 MiB of files, and logs
        redis.has("apps/v1 Deployment", "server", {
          [`${pod}.automountServiceAccountToken`]: false,
          [`${pod}.securityContext.runAsNonRoot`]: true,
          [`${pod}.securityContext.runAsUser`]: 999,
          [`${pod}.containers.0.securityContext.readOnlyRootFilesystem`]: true,
          [`${pod}.containers.0.securityContext.allowPrivilegeEscalation`]: false,
          [`${pod}.containers.0.securityContext.capabilities`]: { drop: ["ALL"] },
          // Twice the data, and room beside; less than a processor would hold one thread up.
          [`${pod}.containers.0.resources`]: {
            requests: { cpu: "100m", memory: "2176Mi", ...disk },
            limits: { cpu: "2", memory: "2176Mi", ...disk },
          },
          [`${pod}.containers.0.image`]: images.redis["7"],
        });
      });

      it("is reached by the workloads, and by nobody else", () => {
        const ports = [{ port: 6379, protocol: "TCP" }];
        redis.has(policy, "server-pods", {
          spec: {
            podSelector: { matchLabels: server },
            policyTypes: ["Ingress"],
            ingress: [{ from: [{ podSelector: { matchLabels: workloads } }], ports }],
          },
        });
        redis.has(policy, "clients", {
          spec: {
            podSelector: { matchLabels: workloads },
            policyTypes: ["Egress"],
            egress: [{ to: [{ podSelector: { matchLabels: server } }], ports }],
          },
        });
      });

      it("starts when its certificate, password, config and volume are there", () => {
        const before = redis.waitsFor("apps/v1 Deployment", "server");
        for (const suffix of ["certificate", "password", "config", "volume", "service"]) {
          assert.ok(before.has(`fixture-prod-${part}-${suffix}`), suffix);
        }
      });
    });
  }

  it("has a volume that is as large as its memory asks, or as the stack says that it is", async () => {
    const sizes = [
      { memoryMiB: 4096, redisVolumeGiB: undefined, expected: "32Gi" },
      { memoryMiB: 512, redisVolumeGiB: 32, expected: "32Gi" },
      { memoryMiB: 512, redisVolumeGiB: 3, expected: "4Gi" },
    ];
    for (const { memoryMiB, redisVolumeGiB, expected } of sizes) {
      const changed = await changedPlanOf("fixture-kubernetes-prod", {
        kubernetes: { ...shippedCluster, redisVolumeGiB },
        overrides: { redis: { memoryMiB } },
      });
      const claims = resourcesOf(changed, "kubernetes:core/v1:PersistentVolumeClaim");
      assert.deepEqual(
        claims.map(({ inputs }) => at(inputs, "spec.resources.requests.storage")),
        [expected, expected],
      );
    }
  });

  it("is no StatefulSet in any stack: one whose Pod can't start waits for it, whatever comes after", async () => {
    for (const stack of kubernetesStacks) {
      const { resources } = await planOf(stack);
      assert.deepEqual(
        resources.filter(({ type }) => type.endsWith(":StatefulSet")),
        [],
      );
    }
  });

  describe("with another password", () => {
    let plan: Plan;
    before(async () => {
      plan = await changedPlanOf("fixture-kubernetes-prod", { rotate: { "redis.queue": 2 } });
    });
    const type = "kubernetes:apps/v1:Deployment";

    it("keeps the one before, and takes both until all clients have been rolled", () => {
      const passwords = plan.resources.filter(
        ({ type, name }) => type.endsWith(":ExternalSecret") && name.includes("-redis-queue-password"),
      );
      assert.deepEqual(passwords.map(({ name }) => name).sort(), [
        "fixture-prod-redis-queue-password",
        "fixture-prod-redis-queue-password-v2",
      ]);
      const container = at(
        resourceOf(plan, type, "fixture-prod-redis-queue-server").inputs,
        "spec.template.spec.containers.0",
      );
      assert.deepEqual(at(container, "env"), [
        variable("REDISCLI_AUTH", "redis-queue-password-v2"),
        variable("EARLIER_AUTH", "redis-queue-password"),
      ]);
      assert.match(
        String(at(container, "command.2")),
        /^user default on >\$REDISCLI_AUTH >\$EARLIER_AUTH ~\* &\* \+@all$/m,
      );
    });

    it("changes nothing of another instance", () => {
      const container = at(
        resourceOf(plan, type, "fixture-prod-redis-cache-server").inputs,
        "spec.template.spec.containers.0",
      );
      assert.deepEqual(at(container, "env"), [variable("REDISCLI_AUTH", "redis-cache-password")]);
    });
  });
});

function variable(name: string, secret: string) {
  return { name, valueFrom: { secretKeyRef: { name: secret, key: "password" } } };
}
