import type * as aws from "@pulumi/aws";
import { isNotFalse, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Audit trails cover every region, and can prove that they were not changed. Google Cloud and Azure always log activity. */
export const rule: Rule = {
  id: "logging-audit-trail",
  title: "Audit trails cover every region, and can prove that they were not changed.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["4.1", "4.2"],
    "ISO 27001:2022": ["A.8.15"],
    "SOC 2": ["CC7.2"],
    HIPAA: ["164.312(b)"],
    "PCI DSS 4.0": ["10.2.1", "10.3.2"],
  },
  why: "An intruder works in the region that nobody watches, and rewrites the log that shows it.",
  fix: "Set isMultiRegionTrail: true and enableLogFileValidation: true.",
  source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  breaksBy: {
    "aws:cloudtrail/trail:Trail": [
      "enableLogFileValidation",
      "enableLogging",
      "includeGlobalServiceEvents",
      "isMultiRegionTrail",
    ],
  },
  remedies: { "aws:cloudtrail/trail:Trail": { enableLogFileValidation: true, isMultiRegionTrail: true } },
  checks: {
    "aws:cloudtrail/trail:Trail": check<aws.cloudtrail.TrailArgs>((trail) => [
      ...must(trail.at("isMultiRegionTrail"), isTrue),
      ...must(trail.at("enableLogFileValidation"), isTrue),
      ...must(trail.at("includeGlobalServiceEvents"), isNotFalse, "Leave it out, or set it to true."),
      ...must(trail.at("enableLogging"), isNotFalse, "Leave it out, or set it to true."),
    ]),
  },
};
