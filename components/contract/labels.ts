/**
 * The labels that every resource of a topology carries, as AWS tags, Google Cloud labels, Azure tags or Kubernetes
 * labels. Keys are lower-case kebab words, so that every cloud accepts them.
 */
export interface Labels {
  /** The application, for example `icosistem`. */
  app: string;
  /** `dev`, `staging` or `prod`; `shared` on what all environments pull from. */
  environment: string;
  /** Who is called when it breaks: the first notification address, or the application where none is set. */
  owner: string;
  /** The cost center. Default: the application. */
  "cost-center": string;
  /** Always `isotopo`: tells a managed resource from one made by hand. */
  "managed-by": "isotopo";
}
