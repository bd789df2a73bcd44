/** A type without its repetition: `aws:ec2/vpc:Vpc` is `aws:ec2:Vpc`. Any other form is unchanged. */
export function shortType(type: string): string {
  const [provider, module = "", kind, ...others] = type.split(":");
  if (kind === undefined || others.length > 0 || provider === "kubernetes") return type;
  return `${provider}:${module.split("/")[0]}:${kind}`;
}
