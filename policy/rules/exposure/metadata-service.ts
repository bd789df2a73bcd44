import type * as aws from "@pulumi/aws";
import type { Context } from "../../core/context";
import { type Finding, isOneOf, must, mustIfSet, type Requirement } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";
import type { View } from "../../core/view";

const maximumHops = countSetting(
  "maximumHops",
  "Hops that an answer may go. 2 lets containers with a network of their own ask, as EKS' nodes may need.",
  everywhere(2),
);

type Options = { httpEndpoint?: string; httpTokens?: string; httpPutResponseHopLimit?: number };

/** A service that is switched off answers no one. */
function options(metadata: View<Options | undefined>, context: Context): Finding[] {
  if (metadata.at("httpEndpoint").mayBe("disabled")) return [];
  return [
    ...must(metadata.at("httpTokens"), isOneOf(["required"])),
    ...mustIfSet(metadata.at("httpPutResponseHopLimit"), atMost(context.get(maximumHops))),
  ];
}

function atMost(hops: number): Requirement {
  return { words: `at most ${hops}`, allows: (value) => (value.number() ?? Infinity) <= hops };
}

/**
 * The metadata service of machines asks for a token. Google's asks for a header that no browser and no form sends, and
 * Azure's too, without a way to switch it off.
 */
export const rule: Rule = {
  id: "exposure-metadata-service",
  title: "The metadata service of machines asks for a token.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["6.7"],
    "ISO 27001:2022": ["A.8.5"],
    "SOC 2": ["CC6.1"],
  },
  why: "An application that can be made to fetch an address hands out the credentials of the machine's role.",
  fix: 'Set metadataOptions.httpTokens to "required".',
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  breaksBy: {
    "aws:ec2/instance:Instance": [
      "launchTemplate",
      "metadataOptions.httpEndpoint",
      "metadataOptions.httpPutResponseHopLimit",
      "metadataOptions.httpTokens",
    ],
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": [
      "launchTemplate",
      "metadataOptions.httpEndpoint",
      "metadataOptions.httpPutResponseHopLimit",
      "metadataOptions.httpTokens",
    ],
    "aws:ec2/launchTemplate:LaunchTemplate": [
      "metadataOptions.httpEndpoint",
      "metadataOptions.httpPutResponseHopLimit",
      "metadataOptions.httpTokens",
    ],
    "aws:ec2/launchConfiguration:LaunchConfiguration": [
      "metadataOptions.httpEndpoint",
      "metadataOptions.httpPutResponseHopLimit",
      "metadataOptions.httpTokens",
    ],
  },
  settings: [maximumHops],
  checks: {
    // An instance may have its options from a template, which is judged by itself.
    "aws:ec2/instance:Instance": check<aws.ec2.InstanceArgs>((machine, context) =>
      machine.at("launchTemplate").isSet && !machine.at("metadataOptions").isSet
        ? []
        : options(machine.at("metadataOptions"), context),
    ),
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": check<aws.ec2.SpotInstanceRequestArgs>((machine, context) =>
      machine.at("launchTemplate").isSet && !machine.at("metadataOptions").isSet
        ? []
        : options(machine.at("metadataOptions"), context),
    ),
    "aws:ec2/launchTemplate:LaunchTemplate": check<aws.ec2.LaunchTemplateArgs>((template, context) =>
      options(template.at("metadataOptions"), context),
    ),
    "aws:ec2/launchConfiguration:LaunchConfiguration": check<aws.ec2.LaunchConfigurationArgs>((template, context) =>
      options(template.at("metadataOptions"), context),
    ),
  },
};
