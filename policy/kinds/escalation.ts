import type { Finding } from "../core/finding";
import { View } from "../core/view";
import { type Names, whomAllows, whomSpares } from "./conditions/aws";
import { isFixed } from "./conditions/callers";
import { covers } from "./conditions/patterns";
import { coversAll, type Statement, statementsOf, valuesOf } from "./iam";

/**
 * Actions that by themselves lead to the rights of others, with the end of an ARN of what they are about. Source: Rhino
 * Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation", and pathfinding.cloud of Datadog.
 */
const direct: Readonly<Record<string, string>> = {
  "iam:AddUserToGroup": "group/any",
  "iam:AttachGroupPolicy": "group/any",
  "iam:AttachRolePolicy": "role/any",
  "iam:AttachUserPolicy": "user/any",
  "iam:CreateAccessKey": "user/any",
  "iam:CreateLoginProfile": "user/any",
  "iam:CreatePolicyVersion": "policy/any",
  "iam:PutGroupPolicy": "group/any",
  "iam:PutRolePolicy": "role/any",
  "iam:PutUserPolicy": "user/any",
  "iam:SetDefaultPolicyVersion": "policy/any",
  "iam:UpdateAssumeRolePolicy": "role/any",
  "iam:UpdateLoginProfile": "user/any",
  "sts:AssumeRole": "role/any",
  // What runs already runs with the rights of its role.
  "apprunner:UpdateService": "service/any/any",
  "bedrock-agentcore:InvokeCodeInterpreter": "code-interpreter/any",
  "cloudformation:UpdateStack": "stack/any/any",
  "codebuild:StartBuild": "project/any",
  "codebuild:StartBuildBatch": "project/any",
  "ec2-instance-connect:SendSSHPublicKey": "instance/any",
  "ecs:ExecuteCommand": "task/any/any",
  "glue:UpdateDevEndpoint": "devEndpoint/any",
  "lambda:UpdateFunctionCode": "function:any",
  "lambda:UpdateFunctionConfiguration": "function:any",
  "sagemaker:CreatePresignedNotebookInstanceUrl": "notebook-instance/any",
  "ssm:SendCommand": "instance/any",
  "ssm:StartSession": "instance/any",
};

/** The same of actions that need others beside them. */
const combined: Readonly<Record<string, { about: string; needs: readonly string[] }>> = {
  "cloudformation:ExecuteChangeSet": { about: "stack/any/any", needs: ["cloudformation:CreateChangeSet"] },
  "ec2:ModifyInstanceAttribute": { about: "instance/any", needs: ["ec2:StartInstances", "ec2:StopInstances"] },
  "ec2:ModifyLaunchTemplate": { about: "launch-template/any", needs: ["ec2:CreateLaunchTemplateVersion"] },
  "sagemaker:UpdateNotebookInstance": {
    about: "notebook-instance/any",
    needs: ["sagemaker:CreateNotebookInstanceLifecycleConfig"],
  },
};

const ways: readonly (readonly [action: string, about: string, needs: readonly string[]])[] = [
  ...Object.entries(direct).map(([action, about]) => [action, about, []] as const),
  ...Object.entries(combined).map(([action, { about, needs }]) => [action, about, needs] as const),
];

/** Actions that start something with a role that is passed, by the service that it is passed to. Sources as above. */
const launches: Readonly<Record<string, readonly string[]>> = {
  "apprunner.amazonaws.com": ["apprunner:CreateService"],
  "bedrock-agentcore.amazonaws.com": ["bedrock-agentcore:CreateCodeInterpreter"],
  "cloudformation.amazonaws.com": [
    "cloudformation:CreateStack",
    "cloudformation:CreateStackSet",
    "cloudformation:UpdateStackSet",
  ],
  "codebuild.amazonaws.com": ["codebuild:CreateProject"],
  "datapipeline.amazonaws.com": ["datapipeline:PutPipelineDefinition"],
  "ec2.amazonaws.com": ["autoscaling:CreateLaunchConfiguration", "ec2:RequestSpotInstances", "ec2:RunInstances"],
  "ecs-tasks.amazonaws.com": ["ecs:CreateService", "ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:StartTask"],
  "glue.amazonaws.com": ["glue:CreateDevEndpoint", "glue:CreateJob", "glue:UpdateJob"],
  "lambda.amazonaws.com": ["lambda:CreateFunction"],
  "sagemaker.amazonaws.com": [
    "sagemaker:CreateNotebookInstance",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
  ],
};

/** AWS' managed policies that allow everything, or to grant it (AWS Managed Policy Reference Guide). */
export const adminPolicies = /:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

/** Keys that hold an action to some targets: their tags, the boundary of what may be given, or what may be attached. */
const targets: Names = (key) => {
  if (/:resourcetag\//.test(key)) return (value) => /[^*?\s]/.test(value);
  if (key === "iam:permissionsboundary") return isFixed;
  return key === "iam:policyarn" ? (value) => isFixed(value) && !adminPolicies.test(value) : undefined;
};

/** Findings of what an identity's policy allows that leads to the rights of others. */
export function escalations(policy: View): Finding[] {
  const statements = statementsOf(policy).filter((statement) => statement.at("Effect").known);
  const allowed = statements.filter((statement) => !statement.at("Effect").mayBe("Deny"));
  const denied = statements.filter((statement) => statement.at("Effect").mayBe("Deny"));
  return allowed.flatMap((statement) => {
    const isFree = (action: string, about: string) =>
      isBroad(statement, about) &&
      whomAllows(statement.at("Condition"), targets) === "everybody" &&
      !denied.some((other) => refuses(other, action, about));
    return elementsOf(statement).flatMap(([element, mayDo]) => {
      const more = ways
        .filter(([action, about]) => mayDo(action) && isFree(action, about))
        .filter(([, , needs]) => needs.every((other) => allowed.some((one) => allows(one, other))))
        .map(([action]) => `${action} on any resource`);
      const passed =
        mayDo("iam:PassRole") && isFree("iam:PassRole", "role/any") ? passes(statement, allowed) : undefined;
      const found = [...more, ...(passed === undefined ? [] : [passed])];
      return found.length === 0 ? [] : [finding(element, found)];
    });
  });
}

/** Each action of a statement that is named, or what is not excepted, with whether it allows an action. */
function elementsOf(statement: View<Statement>): [View, (action: string) => boolean][] {
  const but = statement.at("NotAction");
  const exceptions = but.known ? but.texts() : [];
  if (but.isSet && but.known) return [[but, (action) => !exceptions.some((exception) => covers(exception, action))]];
  return (
    valuesOf(statement.at("Action"))
      // `identity-wildcard-actions` speaks of these. All of IAM is this rule's matter too.
      .filter((action) => !isWholeService(action.text() ?? "") || /^iam:/i.test(action.text() ?? ""))
      .map((action) => [action, (name) => covers(action.text() ?? "", name)])
  );
}

/**
 * Whether an action is everything, or all of a service: nothing after the colon but wildcards, one of them a star. Both may be
 * anywhere in it (IAM User Guide, "IAM JSON policy elements: Action"). A part of a name may end in a star: `s3:Get*`.
 */
export function isWholeService(action: string): boolean {
  return /^([*?]*\*[*?]*|[\w*?-]+:[*?]*\*[*?]*)$/.test(action);
}

/** Whether a statement is about any user, role or whatever it is: `*`, `arn:aws:iam::*:role/*`. */
function isBroad(statement: View<Statement>, about: string): boolean {
  const [resource, but] = [statement.at("Resource"), statement.at("NotResource")];
  if (but.isSet) return but.known;
  return resource.texts().some((text) => isOfAny(text, about));
}

function isOfAny(arn: string, about: string): boolean {
  const fields = arn.split(":");
  return fields.length < 6 ? /^(\*|arn:.*\*)$/.test(arn) : covers(fields.slice(5).join(":"), about);
}

/** A Deny of the action on whatever it is about, but for targets that are named. */
function refuses(other: View<Statement>, action: string, about: string): boolean {
  const service = action.startsWith("sts:") ? "iam" : (action.split(":")[0] ?? "");
  const asked = { Action: action, Resource: `arn:aws:${service}:eu-west-1:111122223333:${about}` };
  return coversAll(other, View.of<Statement>(asked)) && whomSpares(other.at("Condition"), targets) !== "everybody";
}

/** In words, what a role may be passed to; undefined where that is a service which nothing allowed here starts. */
function passes(statement: View<Statement>, allowed: readonly View<Statement>[]): string | undefined {
  const services = passedTo(statement.at("Condition"));
  const started = Object.entries(launches)
    .filter(([service]) => services === undefined || services.some((pattern) => covers(pattern, service)))
    .flatMap(([, actions]) => actions)
    .filter((action) => allowed.some((one) => allows(one, action)));
  if (started.length > 0) return `iam:PassRole of any role, and ${started[0]}`;
  return services === undefined ? "iam:PassRole of any role to any service" : undefined;
}

function allows(statement: View<Statement>, action: string): boolean {
  const but = statement.at("NotAction");
  if (but.isSet) return but.known && !but.texts().some((exception) => covers(exception, action));
  return statement
    .at("Action")
    .texts()
    .some((pattern) => covers(pattern, action));
}

/** The services that `iam:PassedToService` holds it to; undefined where it does not. */
function passedTo(condition: View<Statement["Condition"]>): string[] | undefined {
  const lists = condition.entries().flatMap(([operator, keys]) => {
    if (!/^(String(Equals|Like|EqualsIgnoreCase)|ForAnyValue:String(Equals|Like))$/i.test(operator)) return [];
    return keys.entries().flatMap(([key, value]) => (key.toLowerCase() === "iam:passedtoservice" ? [value] : []));
  });
  const [first] = lists;
  return first === undefined ? undefined : first.known ? first.as<string>().texts() : [];
}

function finding(element: View, ways: readonly string[]): Finding {
  const [first = "", ...rest] = ways;
  const text = element.path.endsWith("NotAction") ? undefined : element.text();
  const shown = text === undefined ? "everything but some" : element.shown();
  const more = rest.length === 0 ? "" : `, and ${rest.length} more`;
  const found = text !== undefined && first.startsWith(text) ? first.slice(text.length) : `, which allows ${first}`;
  return {
    path: element.path,
    found: `${shown}${found}${more}`,
    required: "resources that you name, or a condition on their tags or on a permissions boundary",
  };
}
