import { amount, cpu } from "./kubernetes-core";
import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

/** Enums and patterns of the definitions themselves; a test of the cluster applies the stacks to them. */
const crd = (repository: string, file: string) => `${repository}, ${file} (CustomResourceDefinition)`;
const cnpg = (kinds: string) =>
  crd("cloudnative-pg/cloudnative-pg", `config/crd/bases/postgresql.cnpg.io_${kinds}.yaml`);
const barman = crd("cloudnative-pg/plugin-barman-cloud", "config/crd/bases/barmancloud.cnpg.io_objectstores.yaml");
const certManager = (kinds: string) => crd("cert-manager/cert-manager", `deploy/crds/cert-manager.io_${kinds}.yaml`);
const externalSecrets = (kinds: string) => crd("external-secrets/external-secrets", `config/crds/bases/${kinds}.yaml`);
const gateway = (kinds: string) =>
  crd("kubernetes-sigs/gateway-api", `config/crd/standard/gateway.networking.k8s.io_${kinds}.yaml`);

const goDuration = /^(\d+(\.\d+)?(h|m|s|ms))+$/;
const number = /^\d+$/;

/** Kinds of the operators, of which the SDK knows nothing. */
export const kubernetesOperatorValues: readonly DocumentedValue[] = [
  ...kind("postgresql.cnpg.io/v1", "Cluster", cnpg("clusters"), {
    "spec.affinity.podAntiAffinityType": ["preferred"],
    "spec.affinity.topologyKey": ["kubernetes.io/hostname"],
    "spec.primaryUpdateMethod": ["restart", "switchover"],
    "spec.primaryUpdateStrategy": ["unsupervised"],
    "spec.resources.*.cpu": cpu,
    "spec.resources.*.memory": amount,
    "spec.seccompProfile.type": ["RuntimeDefault"],
    "spec.storage.size": amount,
    "spec.walStorage.size": amount,
    "spec.postgresql.synchronous.dataDurability": ["preferred", "required"],
    "spec.postgresql.synchronous.method": ["any"],
    "spec.topologySpreadConstraints.*.topologyKey": ["topology.kubernetes.io/zone"],
    "spec.topologySpreadConstraints.*.whenUnsatisfiable": ["ScheduleAnyway"],
  }),
  ...rowsOf("kubernetes:postgresql.cnpg.io/v1:Cluster", "PostgreSQL documentation, Server Configuration", {
    "spec.postgresql.parameters.log_connections": ["on"],
    "spec.postgresql.parameters.log_disconnections": ["on"],
    "spec.postgresql.parameters.log_lock_waits": ["on"],
    "spec.postgresql.parameters.log_min_duration_statement": number,
    "spec.postgresql.parameters.max_connections": number,
    "spec.postgresql.parameters.max_slot_wal_keep_size": /^\d+MB$/,
    "spec.postgresql.parameters.password_encryption": ["scram-sha-256"],
    "spec.postgresql.parameters.shared_buffers": /^\d+MB$/,
    "spec.postgresql.parameters.ssl_min_protocol_version": ["TLSv1.2"],
  }),
  ...rowsOf("kubernetes:postgresql.cnpg.io/v1:Cluster", "PostgreSQL documentation, pg_stat_statements", {
    "spec.postgresql.parameters.pg_stat_statements.track": ["all", "top"],
  }),
  ...rowsOf("kubernetes:postgresql.cnpg.io/v1:Cluster", "PostgreSQL documentation, The pg_hba.conf File", {
    "spec.postgresql.pg_hba.*": /^(hostssl|hostnossl) all all all (scram-sha-256|reject)$/,
  }),
  ...kind("postgresql.cnpg.io/v1", "Pooler", cnpg("poolers"), {
    "spec.pgbouncer.poolMode": ["transaction"],
    "spec.template.spec.containers.*.resources.*.cpu": cpu,
    "spec.template.spec.containers.*.resources.*.memory": amount,
    "spec.template.spec.topologySpreadConstraints.*.topologyKey": [
      "kubernetes.io/hostname",
      "topology.kubernetes.io/zone",
    ],
    "spec.template.spec.topologySpreadConstraints.*.whenUnsatisfiable": ["ScheduleAnyway"],
    "spec.type": ["rw"],
  }),
  ...rowsOf("kubernetes:postgresql.cnpg.io/v1:Pooler", "PgBouncer documentation, configuration", {
    "spec.pgbouncer.parameters.client_tls_sslmode": ["require"],
    "spec.pgbouncer.parameters.default_pool_size": number,
    "spec.pgbouncer.parameters.max_db_connections": number,
    "spec.pgbouncer.parameters.max_client_conn": number,
    "spec.pgbouncer.parameters.max_prepared_statements": number,
  }),
  ...kind("postgresql.cnpg.io/v1", "ScheduledBackup", cnpg("scheduledbackups"), {
    "spec.backupOwnerReference": ["cluster"],
    "spec.method": ["plugin"],
    // With seconds, unlike a CronJob's.
    "spec.schedule": /^([\d*/,-]+ ){5}[\d*/,-]+$/,
  }),
  ...kind("barmancloud.cnpg.io/v1", "ObjectStore", barman, {
    "spec.configuration.data.compression": ["gzip"],
    "spec.configuration.data.encryption": ["AES256"],
    "spec.configuration.wal.compression": ["gzip"],
    "spec.configuration.wal.encryption": ["AES256"],
    "spec.instanceSidecarConfiguration.resources.*.cpu": cpu,
    "spec.instanceSidecarConfiguration.resources.*.memory": amount,
    "spec.retentionPolicy": /^[1-9]\d*[dwm]$/,
  }),
  ...kind("cert-manager.io/v1", "Certificate", certManager("certificates"), {
    "spec.duration": goDuration,
    "spec.issuerRef.kind": ["ClusterIssuer", "Issuer"],
    "spec.privateKey.algorithm": ["ECDSA"],
    "spec.privateKey.rotationPolicy": ["Always", "Never"],
    "spec.usages.*": ["digital signature", "server auth"],
  }),
  ...kind("cert-manager.io/v1", "Issuer", certManager("issuers"), {}),
  ...kind("external-secrets.io/v1", "ExternalSecret", externalSecrets("external-secrets.io_externalsecrets"), {
    "spec.dataFrom.*.sourceRef.generatorRef.apiVersion": ["generators.external-secrets.io/v1alpha1"],
    "spec.dataFrom.*.sourceRef.generatorRef.kind": ["Password"],
    "spec.refreshInterval": goDuration,
    "spec.refreshPolicy": ["CreatedOnce", "Periodic"],
    "spec.secretStoreRef.kind": ["ClusterSecretStore"],
    "spec.target.creationPolicy": ["Owner"],
    "spec.target.deletionPolicy": ["Retain"],
    "spec.target.template.engineVersion": ["v2"],
  }),
  ...rowsOf("kubernetes:external-secrets.io/v1:ExternalSecret", "Kubernetes documentation, Secrets: types of Secret", {
    "spec.target.template.type": ["Opaque", "kubernetes.io/basic-auth"],
  }),
  ...kind(
    "generators.external-secrets.io/v1alpha1",
    "Password",
    externalSecrets("generators.external-secrets.io_passwords"),
    {},
  ),
  ...kind("gateway.networking.k8s.io/v1", "Gateway", gateway("gateways"), {
    "spec.listeners.*.allowedRoutes.namespaces.from": ["Same"],
    "spec.listeners.*.protocol": ["HTTP", "HTTPS"],
    "spec.listeners.*.tls.certificateRefs.*.kind": ["Secret"],
    "spec.listeners.*.tls.mode": ["Terminate"],
  }),
  ...kind("gateway.networking.k8s.io/v1", "HTTPRoute", gateway("httproutes"), {
    "spec.rules.*.filters.*.requestRedirect.scheme": ["https"],
    "spec.rules.*.filters.*.type": ["RequestRedirect"],
    "spec.rules.*.timeouts.request": goDuration,
  }),
  ...[
    "external-secrets.io/v1:ExternalSecret",
    "cert-manager.io/v1:Certificate",
    "postgresql.cnpg.io/v1:Cluster",
  ].flatMap((type) =>
    rowsOf(`kubernetes:${type}`, "Pulumi Kubernetes documentation, annotations: pulumi.com/waitFor", {
      "metadata.annotations.pulumi.com/waitFor": ["condition=Ready"],
    }),
  ),
];

/** Rows of a kind that a definition brings, with its own group, version and name. */
function kind(
  apiVersion: string,
  name: string,
  source: string,
  properties: Readonly<Record<string, DocumentedValue["values"]>>,
): DocumentedValue[] {
  return rowsOf(`kubernetes:${apiVersion}:${name}`, source, { apiVersion: [apiVersion], kind: [name], ...properties });
}
