import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../core/finding";
import type { View } from "../core/view";

/** What is read of an Ingress. */
export interface Ingress {
  metadata: types.output.meta.v1.ObjectMeta;
  spec: types.output.networking.v1.IngressSpec;
}

/**
 * Annotations by which a controller takes certificates from its cloud, in the place of Secrets: AWS Load Balancer Controller,
 * GKE's of Google-managed and of pre-shared certificates, and Azure's Application Gateway Ingress Controller.
 */
const certificates = [
  "alb.ingress.kubernetes.io/certificate-arn",
  "networking.gke.io/managed-certificates",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
];

const albPolicy = "alb.ingress.kubernetes.io/ssl-policy";

/** Hosts of an Ingress that have no certificate: the documentation of Ingress, "TLS", has hosts match exactly. */
export function hostsWithoutTls(ingress: View<Ingress>): Finding[] {
  const spec = ingress.at("spec");
  const annotations = ingress.at("metadata").at("annotations");
  if (!spec.isSet || !annotations.known) return [];
  if (certificates.some((key) => annotations.at(key).isSet)) return [];
  const tls = spec.at("tls");
  if (!tls.known) return [];
  if (tls.items().length === 0)
    return [{ path: tls.path || "spec.tls", found: tls.shown(), required: "a certificate for every host" }];
  const lists = tls.items().map((entry) => entry.at("hosts"));
  // One without hosts is for every host.
  if (lists.some((list) => !list.known || list.items().length === 0)) return [];
  const covered = lists.flatMap((list) => list.items());
  if (covered.some((host) => !host.known)) return [];
  const names = covered.flatMap((host) => host.text() ?? []);
  return spec
    .at("rules")
    .items()
    .map((rule) => rule.at("host"))
    .filter((host) => host.known && !names.some((name) => covers(name, host.text() ?? "")))
    .map((host) => ({
      path: host.path,
      found: `${host.shown()}, without a certificate`,
      required: "its host in one of spec.tls",
    }));
}

/** `*.example.com` covers one label before it, as certificates do. */
function covers(name: string, host: string): boolean {
  if (name === host) return true;
  return name.startsWith("*.") && host.includes(".") && host.slice(host.indexOf(".")) === name.slice(1);
}

/** The policy that an Ingress gives its Application Load Balancer, where it gives one. */
export function albPolicyOf(ingress: View<Ingress>): View {
  return ingress.at("metadata").at("annotations").at(albPolicy);
}
