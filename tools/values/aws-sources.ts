/** Page of the provider from which the SDK's own comments are generated. */
export function providerPage(resource: string): string {
  return `terraform-provider-aws, website/docs/r/${resource}.html.markdown`;
}

/** Reference of a service's API, which its machine-readable model (botocore 1.44.5) gives in the same words. */
export function apiReference(service: string, shape: string): string {
  return `${service} API Reference, ${shape}`;
}
