/** A type without what it says twice: `aws:ec2/vpc:Vpc` is `aws:ec2:Vpc`. */
export function shortType(type: string): string {
  const [provider, module = "", kind] = type.split(":");
  return kind === undefined
    ? type
    : `${provider}:${type.startsWith("kubernetes:") ? module : module.split("/")[0]}:${kind}`;
}
