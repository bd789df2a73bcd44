import assert from "node:assert/strict";
import { images } from "../../../../components/kubernetes/own-images";
import { at, type Concept, conceptOf } from "../../../support/concept";

const policy = "networking.k8s.io/v1 NetworkPolicy";
const workloads = { "app.kubernetes.io/instance": "fixture-prod", "isotopo.dev/workload": "true" };
const instances = { "cnpg.io/cluster": "postgres" };
const pooler = { "cnpg.io/poolerName": "postgres-pooler" };
const pods = (matchLabels: Record<string, string>) => ({ podSelector: { matchLabels } });
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});
const tcp = (...ports: number[]) => ports.map((port) => ({ port, protocol: "TCP" }));

describe("kubernetes postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("fixture-kubernetes-prod", "postgres");
  });

  it("is a CloudNativePG cluster with backups, a password and policies", () => {
    postgres.isMadeOf([
      ["generators.external-secrets.io/v1alpha1 Password", "admin-generator", "postgres-admin"],
      ["external-secrets.io/v1 ExternalSecret", "admin", "postgres-admin"],
      ["generators.external-secrets.io/v1alpha1 Password", "login-1-generator", "postgres-login-1"],
      ["external-secrets.io/v1 ExternalSecret", "login-1", "postgres-login-1"],
      ["cert-manager.io/v1 Certificate", "certificate", "postgres-tls"],
      ["random.RandomId", "archive"],
      ["postgresql.cnpg.io/v1 Cluster", "cluster", "postgres"],
      ["barmancloud.cnpg.io/v1 ObjectStore", "object-store", "postgres-backups"],
      ["postgresql.cnpg.io/v1 ScheduledBackup", "daily-backup", "postgres-daily-pg15"],
      [policy, "instances", "postgres-instances"],
      [policy, "pooler-pods", "postgres-pooler-pods"],
      [policy, "clients", "postgres-clients"],
    ]);
  });

  it("says where it is: the primary itself where there is no pooler", () => {
    assert.deepEqual(postgres.outputs, { host: "postgres-rw.fixture-prod.svc", port: 5432 });
  });

  it("is a primary, a standby and a read replica, over zones, hard to delete", () => {
    postgres.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.imageName": images.postgres["15"],
      "spec.instances": 3,
      "spec.affinity": {
        enablePodAntiAffinity: true,
        topologyKey: "kubernetes.io/hostname",
        podAntiAffinityType: "preferred",
      },
      "spec.resources.requests": { cpu: "2", memory: "8Gi" },
      "spec.resources.limits": { cpu: "2", memory: "8Gi" },
      "spec.storage.size": "100Gi",
      "spec.walStorage.size": "25Gi",
      "spec.enablePDB": true,
      "spec.postgresql.synchronous": { method: "any", number: 1, dataDurability: "required" },
      "spec.topologySpreadConstraints.0.topologyKey": "topology.kubernetes.io/zone",
      "spec.primaryUpdateMethod": "switchover",
    });
    assert.equal(postgres.child("postgresql.cnpg.io/v1 Cluster", "cluster").protect, true);
  });

  it("takes TLS and SCRAM only, nobody as superuser, and logs what is slow", () => {
    postgres.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.postgresql.pg_hba": ["hostnossl all all all reject", "hostssl all all all scram-sha-256"],
      "spec.enableSuperuserAccess": false,
      "spec.postgresql.parameters": {
        max_connections: "800",
        shared_buffers: "2048MB",
        max_slot_wal_keep_size: "12800MB",
        password_encryption: "scram-sha-256",
        ssl_min_protocol_version: "TLSv1.2",
        log_min_duration_statement: "250",
        log_connections: "on",
        log_disconnections: "on",
        log_lock_waits: "on",
        "pg_stat_statements.track": "all",
      },
      "spec.bootstrap.initdb.database": "fixture",
      "spec.bootstrap.initdb.owner": "isotopo_admin",
      "spec.bootstrap.initdb.secret.name": "postgres-admin",
      "spec.bootstrap.initdb.postInitSQL": ['ALTER ROLE "isotopo_admin" CREATEDB CREATEROLE'],
      "spec.bootstrap.initdb.dataChecksums": true,
      // The operator would take away the memberships by which it may change what it made.
      "spec.managed": undefined,
    });
  });

  it("archives to the object storage for 30 days, and each night at three", () => {
    postgres.has("barmancloud.cnpg.io/v1 ObjectStore", "object-store", {
      "spec.retentionPolicy": "30d",
      "spec.configuration.destinationPath": "s3://fixture-prod-postgres-backups/fixture-prod/",
      "spec.configuration.endpointURL": "https://objects.example",
      "spec.configuration.wal.encryption": "AES256",
      "spec.configuration.data.encryption": "AES256",
    });
    postgres.has("postgresql.cnpg.io/v1 ScheduledBackup", "daily-backup", {
      "spec.schedule": "0 0 3 * * *", // with seconds
      "spec.cluster.name": "postgres",
      "spec.method": "plugin",
    });
    postgres.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.plugins.0.isWALArchiver": true,
      "spec.plugins.0.parameters.barmanObjectName": "postgres-backups",
    });
  });

  it("has the archive before the database, which waits for it, and signs its requests for the region", () => {
    const before = postgres.waitsFor("postgresql.cnpg.io/v1 Cluster", "cluster");
    assert.ok(before.has("fixture-prod-postgres-object-store"));
    assert.ok(
      postgres.waitsFor("postgresql.cnpg.io/v1 ScheduledBackup", "daily-backup").has("fixture-prod-postgres-cluster"),
    );
    postgres.has("barmancloud.cnpg.io/v1 ObjectStore", "object-store", {
      "spec.instanceSidecarConfiguration": {
        env: [
          { name: "AWS_DEFAULT_REGION", value: "us-east-1" },
          { name: "AWS_REQUEST_CHECKSUM_CALCULATION", value: "when_required" },
          { name: "AWS_RESPONSE_CHECKSUM_VALIDATION", value: "when_required" },
        ],
        // As much as it may use: the Pod is Guaranteed.
        resources: { requests: { cpu: "500m", memory: "512Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
      },
    });
  });

  it("archives under a name that a database made anew does not share", () => {
    assert.ok(postgres.waitsFor("postgresql.cnpg.io/v1 Cluster", "cluster").has("fixture-prod-postgres-archive"));
    const name = at(
      postgres.child("postgresql.cnpg.io/v1 Cluster", "cluster").inputs,
      "spec.plugins.0.parameters.serverName",
    );
    assert.match(String(name), /^postgres-.+-pg15$/);
  });

  it("shows a certificate of the stack's own authority, whose end no client sees", () => {
    postgres.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.certificates": { serverTLSSecret: "postgres-tls", serverCASecret: "postgres-tls" },
    });
    postgres.has("cert-manager.io/v1 Certificate", "certificate", {
      "spec.secretName": "postgres-tls",
      "spec.secretTemplate.labels": { "cnpg.io/reload": "true" },
      "spec.issuerRef": { name: "internal", kind: "Issuer" },
    });
    assert.ok(postgres.waitsFor("postgresql.cnpg.io/v1 Cluster", "cluster").has("fixture-prod-postgres-certificate"));
  });

  const smaller: [stack: string, instances: number, synchronous: unknown][] = [
    ["fixture-kubernetes-dev", 1, undefined],
    ["small-kubernetes-prod", 2, { method: "any", number: 1, dataDurability: "preferred" }],
  ];
  for (const [stack, instances, synchronous] of smaller) {
    it(`of ${stack} is ${instances}, and holds no node and no commit that it can't`, async () => {
      (await conceptOf(stack, "postgres")).has("postgresql.cnpg.io/v1 Cluster", "cluster", {
        "spec.instances": instances,
        "spec.enablePDB": instances > 1,
        // By a switchover, an image and a parameter can't change at once.
        "spec.primaryUpdateMethod": instances > 1 ? "switchover" : "restart",
        "spec.postgresql.synchronous": synchronous,
      });
    });
  }

  it("is reached by the workloads, the pooler, itself and the operator", () => {
    postgres.has(policy, "instances", {
      "spec.podSelector.matchLabels": instances,
      "spec.policyTypes": ["Ingress", "Egress"],
      "spec.ingress": [
        { from: [pods(workloads), pods(pooler), pods(instances), namespace("cnpg-system")], ports: tcp(5432) },
        { from: [pods(instances), namespace("cnpg-system")], ports: tcp(8000) },
      ],
    });
    postgres.has(policy, "pooler-pods", { "spec.ingress": [{ from: [pods(workloads)], ports: tcp(5432) }] });
    postgres.has(policy, "clients", {
      "spec.podSelector.matchLabels": workloads,
      "spec.egress": [{ to: [pods(instances), pods(pooler)], ports: tcp(5432) }],
    });
  });
});
