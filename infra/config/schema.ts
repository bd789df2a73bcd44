import { z } from "zod";
import { environmentNames, imagePattern, type PlatformSpec, type RegistryLogin } from "../../components/contract";
import { targetNames } from "../../components/targets";
import { withPlatforms } from "./platforms";
import { overridesSchema, type SettingsOverrides } from "./settings";

/** A host name of letters, digits and hyphens with at least one dot (RFC 1123). */
const domainPattern = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** The host of a registry, with a port where it is not 443. */
const registryHostPattern = /^[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::[0-9]{1,5})?$/;
const text = z.string().min(1, "a text that is not empty");

/** The keys that every target has. */
const commonSchema = z.strictObject({
  app: z.string().describe("Application: the name of a file in infra/apps."),
  cloud: z.enum(targetNames).describe("Target: the cloud, or kubernetes, that the stack is deployed to."),
  environment: z.enum(environmentNames).describe("How strong the stack is: a file in infra/environments."),
  instance: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,9}$/, "1 to 10 lower-case letters and digits, a letter first, such as pr12")
    .optional()
    .describe(
      "Tells this copy of the environment from others of the same account: a part of every name, so it never changes. Default: none, for the only one.",
    ),
  region: text.describe("The cloud's name of the region; on kubernetes a free name of the cluster."),
  domain: z
    .string()
    .regex(
      domainPattern,
      "a domain name in lower case, at most 253 characters and 63 between dots, such as shop.example.org",
    )
    .describe("Domain under which the application is reached; its DNS zone has to exist."),
  dnsZone: z
    .string()
    .regex(domainPattern, "a domain name in lower case, such as example.org")
    .optional()
    .describe("Name of the DNS zone on aws and azure that holds the domain. Default: the domain itself."),
  images: z
    .record(
      z.string(),
      z.string().regex(imagePattern, "an image reference with a tag of at most 128 characters or a sha256 digest"),
    )
    .describe("Container image for each image key of the application; by digest in prod."),
  mailHost: z
    .string()
    .regex(domainPattern, "a host name in lower case, such as smtp.example.org")
    .optional()
    .describe(
      "Mail server that an application with mail sends by, on port 587 with STARTTLS. Such a stack needs one to be deployed.",
    ),
  databaseClientImage: z
    .string()
    .regex(imagePattern, "an image reference with a tag of at most 128 characters or a sha256 digest")
    .optional()
    .describe(
      "Image with `psql` that makes the database's roles before each migration, for a stack that can't pull Docker's own. Default: Docker's official image of PostgreSQL, by digest.",
    ),
  notifications: z
    .strictObject({
      email: z
        .array(z.email("an e-mail address"))
        .default([])
        .describe("Addresses; the first is the `owner` that every resource is labelled with."),
    })
    .default({ email: [] })
    .describe("Who receives notifications."),
  costCenter: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "at most 63 lower-case letters, digits and hyphens")
    .optional()
    .describe("What the cost is booked on, as a label of every resource. Default: the application."),
  overrides: overridesSchema.default({}).describe("Settings of the environment that this stack has otherwise."),
  rotate: z
    .record(z.string(), z.int("a whole number").min(2, "2 or more; the first version is 1"))
    .default({})
    .describe(
      "Version of a generated secret, of `postgres`, `postgres.admin` or `redis.<instance>`; the next one makes a new value.",
    ),
  run: z
    .int("a whole number")
    .min(1, "1 or more")
    .default(1)
    .describe("A higher number starts the same services again, as new revisions, as after a start that has failed."),
  migrationRun: z
    .int("a whole number")
    .min(1, "1 or more")
    .default(1)
    .describe("A higher number runs the same version of the migrations again, as after one that has failed."),
  secrets: z
    .record(z.string(), text)
    .default({})
    .describe("Values of external secrets, each set with `pulumi config set --secret --path`."),
  registries: z
    .record(
      z.string().regex(registryHostPattern, "the host of a registry, such as ghcr.io"),
      z.strictObject({
        username: text.describe("Name with which the stack signs in at the registry."),
        password: text.describe("Its password or token, set with `pulumi config set --secret --path`."),
      }),
    )
    .default({})
    .describe("Registries that ask who pulls, by host; the clouds' own need none."),
});

/** The keys of a stack's config under the project's name. Their descriptions are the documentation. */
export const stackConfigSchema = withPlatforms(commonSchema, ({ platform }) => platform?.schema);

type ParsedStackConfig = z.infer<typeof commonSchema>;

/** The valid config of a stack. It holds no values of secrets: they stay Pulumi secrets. */
export interface StackConfig extends Omit<ParsedStackConfig, "secrets" | "overrides" | "registries">, PlatformSpec {
  overrides: SettingsOverrides;
  /** Registries that the stack signs in to, without their passwords. */
  registries: Record<string, RegistryLogin>;
  /** Names of the external secrets that the stack gives. */
  secretNames: string[];
}
