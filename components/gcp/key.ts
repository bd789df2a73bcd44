import * as kms from "@pulumi/gcp/kms";
import * as projects from "@pulumi/gcp/projects";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { labels } from "./labels";

/** The purpose of a key, and the service agent that uses it. */
export interface KeyArgs {
  context: ComponentContext;
  /** API whose service agent encrypts with it, `sqladmin.googleapis.com`; or the agent's own address. */
  agent: { service: string } | { email: pulumi.Input<string> };
  /** Whether it stays when the stack is destroyed, for a backup that stays: without its key nothing restores it. */
  retain?: boolean;
}

/** A key and the grant that has to be there before anything is encrypted with it. */
export interface EncryptionKey {
  id: pulumi.Output<string>;
  grant: pulumi.Resource;
}

/** 90 days: the provider's own example, and the most that CIS Google Cloud Foundations 1.10 allows. */
const rotationPeriod = `${90 * 24 * 60 * 60}s`;
/** How long a destroyed version can be had back: 30 days, Cloud KMS's default. */
const destroyScheduledDuration = `${30 * 24 * 60 * 60}s`;

/**
 * A customer-managed key in a key ring of its own, rotated by itself. Key rings can't be deleted, so that their names are
 * Pulumi's: a stack that is made anew meets no name that is taken.
 */
export function encryptionKey(
  name: string,
  { context, agent, retain }: KeyArgs,
  parent: pulumi.Resource,
): EncryptionKey {
  const options = { parent, protect: context.protect, retainOnDelete: retain };
  const ring = new kms.KeyRing(`${name}-ring`, { location: context.region }, { parent });
  const key = new kms.CryptoKey(
    name,
    {
      keyRing: ring.id,
      purpose: "ENCRYPT_DECRYPT",
      rotationPeriod,
      destroyScheduledDuration,
      labels: labels(context),
    },
    options,
  );
  const email =
    "email" in agent
      ? agent.email
      : new projects.ServiceIdentity(`${name}-agent`, { service: agent.service }, { parent }).email;
  const grant = new kms.CryptoKeyIAMMember(
    `${name}-grant`,
    {
      cryptoKeyId: key.id,
      role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      member: pulumi.interpolate`serviceAccount:${email}`,
    },
    { parent },
  );
  return { id: key.id, grant };
}
