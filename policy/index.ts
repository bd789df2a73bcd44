import { PolicyPack } from "@pulumi/policy";
import { policiesOf } from "./core/pack";
import { rules } from "./rules";

new PolicyPack("isotopo", { policies: policiesOf(rules) });
