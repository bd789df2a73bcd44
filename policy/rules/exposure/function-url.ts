import type * as aws from "@pulumi/aws";
import { isOneOf, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * Addresses of functions ask for a signature. Functions of Google and of Azure stand behind their own grants, of which
 * `exposure-resource-policy` says nothing: a website is open to everybody.
 */
export const rule: Rule = {
  id: "exposure-function-url",
  title: "Addresses of Lambda functions ask who calls.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "An address without authentication runs the function for everybody, past every gateway and firewall.",
  mend: 'Set authorizationType to "AWS_IAM", and have CloudFront sign requests by origin access control.',
  source: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  breaksBy: {
    "aws:lambda/functionUrl:FunctionUrl": ["authorizationType"],
  },
  checks: {
    "aws:lambda/functionUrl:FunctionUrl": check<aws.lambda.FunctionUrlArgs>((url) =>
      require(url.at("authorizationType"), isOneOf(["AWS_IAM"])),
    ),
  },
};
