export interface KubernetesTransforms {
  x?: string;
}
