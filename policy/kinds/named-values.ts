import type * as aws from "@pulumi/aws";
import type { NamedValueArgs } from "@pulumi/azure-native/apimanagement";
import type { VariableArgs } from "@pulumi/azure-native/automation";
import type { Finding } from "../core/finding";
import { type Check, check, type Rule } from "../core/rule";
import type { View } from "../core/view";
import { isSecret } from "./secrets";

const parameter = "aws:ssm/parameter:Parameter";
const namedValue = "azure-native:apimanagement:NamedValue";
const variable = "azure-native:automation:Variable";

/**
 * A check of single values that programs read by name, and that their service keeps as plain text: parameters of Systems Manager
 * but those of the type SecureString, named values of API Management but those that are secret or in a key vault, and variables of
 * Azure Automation but those that are encrypted, which the API never shows (Azure Automation, "Manage variables").
 */
export function ofNamedValues(judge: (value: View) => Finding): Record<string, Check> {
  const findingsOf = (name: string | undefined, values: readonly View<string | undefined>[]): Finding[] =>
    values.filter((value) => isSecret(name ?? "", value.text() ?? "")).map((value) => judge(value.as()));
  return {
    [parameter]: check<aws.ssm.ParameterArgs>((args) =>
      args.at("type").mayBe("SecureString")
        ? []
        : findingsOf(args.at("name").text(), [args.at("value"), args.at("insecureValue")]),
    ),
    [namedValue]: check<NamedValueArgs>((args) =>
      args.at("secret").mayBe(true)
        ? []
        : findingsOf(args.at("displayName").text() ?? args.at("namedValueId").text(), [args.at("value")]),
    ),
    [variable]: check<VariableArgs>((args) =>
      args.at("isEncrypted").mayBe(true)
        ? []
        : findingsOf(args.at("name").text() ?? args.at("variableName").text(), [args.at("value")]),
    ),
  };
}

/** For `breaksBy`: what `ofNamedValues` reads. */
export const namedValuesBreakBy: Rule["breaksBy"] = {
  [parameter]: ["insecureValue", "name", "type", "value"],
  [namedValue]: ["displayName", "namedValueId", "secret", "value"],
  [variable]: ["isEncrypted", "name", "value", "variableName"],
};
