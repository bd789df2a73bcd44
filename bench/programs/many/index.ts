import { Parameter } from "@pulumi/aws/ssm/parameter";
import * as pulumi from "@pulumi/pulumi";

const count = new pulumi.Config().requireNumber("count");

/** Groups of ten under a component, each resource made of the one before: what a program looks like, many times over. */
class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("bench:index:Group", name);
    let before: pulumi.Input<string> = "first";
    for (let i = 0; i < 10; i++) {
      const value: pulumi.Input<string> = pulumi.interpolate`after ${before}`;
      const tags = { group: name, owner: "bench" };
      before = new Parameter(`${name}-${i}`, { type: "String", value, tags }, { parent: this }).arn;
    }
    this.registerOutputs({});
  }
}

for (let i = 0; i < count / 10; i++) new Group(`group-${i}`);
