/**
 * The rights to pull an image from ECR ("Amazon ECR repository policies"). ECR decrypts by its own grant, so a key's policy
 * needs no change.
 */
export const pullActions: readonly string[] = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:GetDownloadUrlForLayer",
  "ecr:BatchGetImage",
];
