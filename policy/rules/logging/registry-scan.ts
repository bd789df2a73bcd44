import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Images are scanned for known weaknesses. On Azure that is Defender's affair, for the subscription as a whole. */
export const rule: Rule = {
  id: "logging-registry-scan",
  title: "Images are scanned for known weaknesses when they are pushed.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.8"], "SOC 2": ["CC7.1"], "PCI DSS 4.0": ["6.3.3", "11.3.1"] },
  why: "A weakness that is public is used within days; without a scan nobody knows which images have it.",
  fix: "Set imageScanningConfiguration: { scanOnPush: true }; on Google Cloud leave scanning on.",
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
  breaksBy: {
    "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": ["rules[].scanFrequency"],
    "aws:ecr/repository:Repository": ["imageScanningConfiguration.scanOnPush"],
    "gcp:artifactregistry/repository:Repository": ["vulnerabilityScanningConfig.enablementConfig"],
  },
  remedies: { "aws:ecr/repository:Repository": { "imageScanningConfiguration.scanOnPush": true } },
  checks: {
    // What a registry says for all of its repositories.
    "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration":
      check<aws.ecr.RegistryScanningConfigurationArgs>((registry) =>
        registry
          .at("rules")
          .items()
          .flatMap((rule) => must(rule.at("scanFrequency"), isOneOf(["SCAN_ON_PUSH", "CONTINUOUS_SCAN"]))),
      ),
    "aws:ecr/repository:Repository": check<aws.ecr.RepositoryArgs>((repository) =>
      must(repository.at("imageScanningConfiguration").at("scanOnPush"), isTrue),
    ),
    "gcp:artifactregistry/repository:Repository": check<gcp.artifactregistry.RepositoryArgs>((repository) =>
      mustIfSet(repository.at("vulnerabilityScanningConfig").at("enablementConfig"), isOneOf(["INHERITED"])),
    ),
  },
};
