/** One type for all versions of Azure's API: `azure-native:app/v20240301:ContainerApp` is `azure-native:app:ContainerApp`. */
export function canonicalType(type: string): string {
  return type.replace(/^(azure-native:[^:/]+)\/v\w+:/, "$1:");
}
