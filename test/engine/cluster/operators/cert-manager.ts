import { z } from "zod";
import type { Condition, KubernetesObject } from "../kinds";
import { operatorOf, type Status, words } from "./operator";

const labels = z.record(z.string(), z.string());

const certificateSpec = z.object({
  secretName: z.string(),
  secretTemplate: z.object({ labels: labels.optional() }).optional(),
  issuerRef: z.object({ kind: z.string(), name: z.string() }),
});

const issuerSpec = z.object({ ca: z.object({ secretName: z.string() }).optional() });

const doesNotExist = "Issuing certificate as Secret does not exist";

const refused = {
  reason: "Failed",
  message: "The certificate request has failed to complete and will be retried: the issuer of the tests refuses",
};

/**
 * cert-manager's Certificates (1.21.2). Conditions: `pkg/controller/certificates/readiness/readiness_controller.go`
 * (`BuildReadyConditionFromChain`), `internal/controller/certificates/policies/checks.go` (`SecretDoesNotExist`) and
 * `pkg/controller/certificates/issuing/issuing_controller.go` (`failIssueCertificate`). The Secret has no owner, as is its default: it
 * stays when its Certificate goes. Issuers of the cluster are taken to be there and well.
 */
export const certificates = operatorOf(certificateSpec, {
  manager: "cert-manager-certificates-issuing",
  kind: "certificates",
  missing({ issuerRef }, there) {
    if (issuerRef.kind !== "Issuer") return [];
    const issuer = there.find("issuers", issuerRef.name);
    if (issuer === undefined) return [`Issuer ${issuerRef.name}`];
    const { ca } = issuerSpec.parse(issuer.spec);
    return ca === undefined || there.find("secrets", ca.secretName) !== undefined ? [] : [`Secret ${ca.secretName}`];
  },
  makes: ({ secretName, secretTemplate }) => [
    {
      kind: "secrets",
      name: secretName,
      labels: { ...secretTemplate?.labels, "controller.cert-manager.io/fao": "true" },
      fields: { type: "kubernetes.io/tls", data: words(["tls.crt", "tls.key", "ca.crt"]) },
    },
  ],
  ready: (_, object) => ({
    revision: 1,
    conditions: [ready(object, "True", "Ready", "Certificate is up to date and has not expired")],
  }),
  pending: (_, object) => ({ conditions: [notThere(object), issuing(object, "True", "DoesNotExist", doesNotExist)] }),
  failed: (_, object) => ({
    failedIssuanceAttempts: 1,
    conditions: [notThere(object), issuing(object, "False", refused.reason, refused.message)],
  }),
  warning: refused,
});

/** Its Issuers: `pkg/issuer/selfsigned/setup.go`, `pkg/issuer/ca/setup.go`. */
export const issuers = operatorOf(issuerSpec, {
  manager: "cert-manager-issuers",
  kind: "issuers",
  missing: ({ ca }, there) =>
    ca === undefined || there.find("secrets", ca.secretName) !== undefined ? [] : [`Secret ${ca.secretName}`],
  makes: () => [],
  ready: ({ ca }, object) => ({
    conditions: [
      ca === undefined
        ? ready(object, "True", "IsReady", "")
        : ready(object, "True", "KeyPairVerified", "Signing CA verified"),
    ],
  }),
  pending: pendingIssuer,
  failed: pendingIssuer,
});

function pendingIssuer({ ca }: z.infer<typeof issuerSpec>, object: KubernetesObject): Status {
  const message = `Error getting keypair for CA issuer: secret "${ca?.secretName}" not found`;
  return { conditions: [ready(object, "False", "ErrGetKeyPair", message)] };
}

function notThere(object: KubernetesObject): Condition {
  return ready(object, "False", "DoesNotExist", doesNotExist);
}

function ready(
  { metadata: { generation } }: KubernetesObject,
  status: Condition["status"],
  reason: string,
  message: string,
): Condition {
  return { type: "Ready", status, reason, message, observedGeneration: generation };
}

function issuing(
  { metadata: { generation } }: KubernetesObject,
  status: Condition["status"],
  reason: string,
  message: string,
): Condition {
  return { type: "Issuing", status, reason, message, observedGeneration: generation };
}
