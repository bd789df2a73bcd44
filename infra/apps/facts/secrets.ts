/** A secret of the application. Credentials of the database and of Redis are not here: they are made with these. */
export type SecretFacts = GeneratedSecretFacts | ExternalSecretFacts;

/** Made by the platform, in no file. `isotopo:rotate.<NAME>`, one more at a time, makes another. */
export interface GeneratedSecretFacts {
  /**
   * The platform makes it.
   * @example "generated"
   * @option secrets.generated
   */
  kind: "generated";
  /**
   * Upper-case name: `secret.<NAME>` is it.
   * @example "SESSION_SECRET"
   */
  name: string;
  /**
   * Letters and digits; 43 of them hold 256 bits.
   * @example 43
   */
  length: number;
}

/** Given by a person: an API key, a DSN, a password of somebody else's server. */
export interface ExternalSecretFacts {
  /**
   * A person gives it, with `pulumi config set --secret --path 'isotopo:secrets.<NAME>'`.
   * @example "external"
   * @option secrets.external
   */
  kind: "external";
  /**
   * Upper-case name: `secret.<NAME>` is it.
   * @example "STRIPE_SECRET_KEY"
   */
  name: string;
  /**
   * Where it comes from, for the person who has to find it.
   * @example "Stripe, Developers, API keys"
   */
  source: string;
  /**
   * Whether nothing is deployed without it. A variable of an optional one without a value is left out.
   * @example true
   */
  required: boolean;
}
