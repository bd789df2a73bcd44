import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";
import { type ImageReference, parseImageReference } from "./image-reference";

/** Name of the workload that makes the roles of the database, and of the image key that it runs. */
export const databaseRoles = "database-roles";

/** Where a stack's images are pulled from. The repositories themselves belong to the application: `registry.ts`. */
export interface ImagesSpec {
  /** Every image that runs: its key in the application (`app`, `web`), or `databaseRoles`, to its full reference. */
  references: Record<string, string>;
  /** Registries that ask for a name and a password, by host. */
  registries: Record<string, RegistryLogin>;
}

/** How a registry knows who pulls. The password is none of the topology: it stays a Pulumi secret. */
export interface RegistryLogin {
  username: string;
}

/** Arguments of the images. */
export interface ImagesArgs {
  context: ComponentContext;
  spec: ImagesSpec;
  /** Passwords of the registries by host, each a Pulumi secret. */
  passwords: Readonly<Record<string, pulumi.Output<string>>>;
}

/** The rights and credentials to pull the images that the references name, and no others. */
export type Images = pulumi.ComponentResource;

/** A registry at which the stack signs in. */
export interface SignedIn extends RegistryLogin {
  host: string;
  password: pulumi.Output<string>;
}

/** The registries at which a stack signs in, each with its password. Throws where one has none. */
export function signIns({ spec, passwords }: ImagesArgs): SignedIn[] {
  return Object.entries(spec.registries).map(([host, { username }]) => {
    const password = passwords[host];
    if (password === undefined) throw new Error(`registry "${host}" has no password`);
    return { host, username, password };
  });
}

/** The image with `psql`, which makes the database's roles: every stack with a database has one. Throws where there is none. */
export function clientImageOf({ references }: ImagesSpec): string {
  const image = references[databaseRoles];
  if (image === undefined) throw new Error(`there is no image "${databaseRoles}"`);
  return image;
}

/** Takes a reference apart that the config has looked at. Throws where it is none. */
export function imageReference(reference: string): ImageReference {
  const parsed = parseImageReference(reference);
  if (parsed === undefined) throw new Error(`"${reference}" is no image reference`);
  return parsed;
}

/** The login of the registry that an image is in; undefined where the stack gives none. */
export function loginOf({ registries }: ImagesSpec, image: string): (RegistryLogin & { host: string }) | undefined {
  const { host } = imageReference(image);
  const login = registries[host];
  return login === undefined ? undefined : { host, ...login };
}
