import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** A tag means the same image for ever. Azure's registries lock images one by one, which no program of Pulumi's does. */
export const rule: Rule = {
  id: "governance-image-immutability",
  title: "Tags of images can't be moved.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.32"], "SOC 2": ["CC8.1"] },
  why: "What was tested as 1.2.3 may be another image when it is deployed.",
  fix: 'Set imageTagMutability: "IMMUTABLE"; on Google Cloud dockerConfig: { immutableTags: true }.',
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  breaksBy: {
    "aws:ecr/repository:Repository": ["imageTagMutability"],
    "gcp:artifactregistry/repository:Repository": ["dockerConfig.immutableTags", "format", "mode"],
  },
  remedies: { "aws:ecr/repository:Repository": { imageTagMutability: "IMMUTABLE" } },
  checks: {
    "aws:ecr/repository:Repository": check<aws.ecr.RepositoryArgs>((repository) =>
      must(repository.at("imageTagMutability"), isOneOf(["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"])),
    ),
    "gcp:artifactregistry/repository:Repository": check<gcp.artifactregistry.RepositoryArgs>((repository) => {
      const format = repository.at("format");
      const mode = repository.at("mode");
      // Packages of other kinds can't be overwritten; a mirror follows what it mirrors.
      if (!format.known || format.text()?.toUpperCase() !== "DOCKER") return [];
      if (mode.mayBe("REMOTE_REPOSITORY") || mode.mayBe("VIRTUAL_REPOSITORY")) return [];
      return must(repository.at("dockerConfig").at("immutableTags"), isTrue);
    }),
  },
};
