import * as pulumi from "@pulumi/pulumi";

/** A statement of an IAM or resource policy, as the JSON document has it. */
export interface PolicyStatement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: pulumi.Input<"*" | Record<string, pulumi.Input<pulumi.Input<string>[] | string>>>;
  Action: string | string[];
  Resource: pulumi.Input<pulumi.Input<string>[] | string>;
  Condition?: Record<string, Record<string, pulumi.Input<pulumi.Input<string>[] | string>>>;
}

/** The policy document of some statements. */
export function policyDocument(statements: PolicyStatement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy that lets a service of AWS take a role on. */
export function assumedBy(service: string, condition?: PolicyStatement["Condition"]): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  });
}
