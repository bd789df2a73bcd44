import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

const policy = "networking.k8s.io/v1 NetworkPolicy";
const workloads = { "app.kubernetes.io/instance": "icosistem-prod", "isotopo.dev/workload": "true" };
const instances = { "cnpg.io/cluster": "postgres" };
const pooler = { "cnpg.io/poolerName": "postgres-pooler" };
const pods = (matchLabels: Record<string, string>) => ({ podSelector: { matchLabels } });
const tcp = (...ports: number[]) => ports.map((port) => ({ port, protocol: "TCP" }));

describe("kubernetes postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("icosistem-kubernetes-prod", "postgres");
  });

  it("is a CloudNativePG cluster with backups, a password and policies", () => {
    postgres.isMadeOf([
      ["generators.external-secrets.io/v1alpha1 Password", "user-generator", "postgres-user"],
      ["external-secrets.io/v1 ExternalSecret", "user", "postgres-user"],
      ["postgresql.cnpg.io/v1 Cluster", "cluster", "postgres"],
      ["barmancloud.cnpg.io/v1 ObjectStore", "object-store", "postgres-backups"],
      ["postgresql.cnpg.io/v1 ScheduledBackup", "daily-backup", "postgres-daily"],
      [policy, "instances", "postgres-instances"],
      [policy, "pooler-pods", "postgres-pooler-pods"],
      [policy, "clients", "postgres-clients"],
    ]);
  });

  it("says where it is: the primary itself where there is no pooler", () => {
    assert.deepEqual(postgres.outputs, { host: "postgres-rw.icosistem-prod.svc", port: 5432 });
  });

  it("is a primary, a standby and a read replica, over zones, hard to delete", () => {
    postgres.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.imageName": "ghcr.io/cloudnative-pg/postgresql:15.17-standard-trixie",
      "spec.instances": 3,
      "spec.affinity": {
        enablePodAntiAffinity: true,
        topologyKey: "topology.kubernetes.io/zone",
        podAntiAffinityType: "preferred",
      },
      "spec.resources.requests": { cpu: "2", memory: "8192Mi" },
      "spec.resources.limits": { cpu: "2", memory: "8192Mi" },
      "spec.storage.size": "100Gi",
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
        password_encryption: "scram-sha-256",
        ssl_min_protocol_version: "TLSv1.2",
        log_min_duration_statement: "250",
        log_connections: "on",
        log_disconnections: "on",
        log_lock_waits: "on",
        "pg_stat_statements.track": "all",
      },
      "spec.bootstrap.initdb.database": "icosistem",
      "spec.bootstrap.initdb.owner": "icosistem_user",
      "spec.bootstrap.initdb.secret.name": "postgres-user",
      "spec.bootstrap.initdb.dataChecksums": true,
      "spec.managed.roles.0.superuser": false,
      "spec.managed.roles.0.passwordSecret.name": "postgres-user",
    });
  });

  it("makes its password in the cluster, and the cluster after it", () => {
    postgres.has("generators.external-secrets.io/v1alpha1 Password", "user-generator", {
      "spec.length": 40,
      "spec.symbols": 0,
    });
    postgres.has("external-secrets.io/v1 ExternalSecret", "user", {
      "spec.target.name": "postgres-user",
      "spec.target.deletionPolicy": "Retain",
      "spec.target.template.type": "kubernetes.io/basic-auth",
      "spec.target.template.data": { username: "icosistem_user", password: "{{ .password }}" },
    });
    const before = postgres.waitsFor("postgresql.cnpg.io/v1 Cluster", "cluster");
    assert.ok(before.has("icosistem-prod-postgres-user"));
  });

  it("archives to the object storage for 30 days, and each night at three", () => {
    postgres.has("barmancloud.cnpg.io/v1 ObjectStore", "object-store", {
      "spec.retentionPolicy": "30d",
      "spec.configuration.destinationPath": "s3://icosistem-prod-postgres-backups/",
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

  it("is reached by the workloads, the pooler, itself and the operator", () => {
    postgres.has(policy, "instances", {
      "spec.podSelector.matchLabels": instances,
      "spec.policyTypes": ["Ingress", "Egress"],
      "spec.ingress": [
        { from: [pods(workloads), pods(pooler), pods(instances)], ports: tcp(5432) },
        {
          from: [
            pods(instances),
            { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "cnpg-system" } } },
          ],
          ports: tcp(8000),
        },
      ],
    });
    postgres.has(policy, "pooler-pods", { "spec.ingress": [{ from: [pods(workloads)], ports: tcp(5432) }] });
    postgres.has(policy, "clients", {
      "spec.podSelector.matchLabels": workloads,
      "spec.egress": [{ to: [pods(instances), pods(pooler)], ports: tcp(5432) }],
    });
  });

  it("is reached through PgBouncer where pooling is asked for", async () => {
    const pooled = await conceptOf("anclora-kubernetes-prod", "postgres");
    assert.deepEqual(pooled.outputs, { host: "postgres-pooler.anclora-prod.svc", port: 5432 });
    const { inputs } = pooled.child("postgresql.cnpg.io/v1 Pooler", "pooler");
    assert.deepEqual(
      ["metadata.name", "spec.type", "spec.instances", "spec.pgbouncer.poolMode"].map((path) => at(inputs, path)),
      ["postgres-pooler", "rw", 2, "transaction"],
    );
    // Clients verify the name by which they call.
    pooled.has("postgresql.cnpg.io/v1 Cluster", "cluster", {
      "spec.certificates.serverAltDNSNames": [
        "postgres-pooler",
        "postgres-pooler.anclora-prod",
        "postgres-pooler.anclora-prod.svc",
        "postgres-pooler.anclora-prod.svc.cluster.local",
      ],
    });
  });
});
