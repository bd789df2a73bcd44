import type * as aws from "@pulumi/aws";
import { isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { membersOf } from "../../kinds/breaks";
import { ofGrants } from "../../kinds/everyone";
import { functionGrants } from "../../kinds/google-grants";

const signed = 'Set authorizationType to "AWS_IAM", and have CloudFront sign requests by origin access control.';

/** Functions ask who calls: by a signature on AWS, by IAM on Google Cloud. Azure's ask by keys, unless the code says no. */
export const rule: Rule = {
  id: "exposure-function-url",
  title: "Addresses of functions ask who calls.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "An address without authentication runs the function for everybody, past every gateway and firewall.",
  fix: "Let the identities call it that need it, and have a load balancer or CDN with an identity stand before it.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  breaksBy: {
    "aws:lambda/functionUrl:FunctionUrl": ["authorizationType"],
    ...membersOf(functionGrants),
  },
  checks: {
    "aws:lambda/functionUrl:FunctionUrl": check<aws.lambda.FunctionUrlArgs>((url) =>
      must(url.at("authorizationType"), isOneOf(["AWS_IAM"]), signed),
    ),
    ...ofGrants(functionGrants),
  },
};
