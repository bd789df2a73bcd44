/** A type without what it says twice: `aws:ec2/vpc:Vpc` is `aws:ec2:Vpc`. What is no type of that form stays as it is. */
export function shortType(type: string): string {
  const [provider, module = "", kind, ...others] = type.split(":");
  if (kind === undefined || others.length > 0 || provider === "kubernetes") return type;
  return `${provider}:${module.split("/")[0]}:${kind}`;
}
