/** What pulling an image from ECR takes ("Amazon ECR repository policies"). */
export const pullActions: readonly string[] = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:GetDownloadUrlForLayer",
  "ecr:BatchGetImage",
];
