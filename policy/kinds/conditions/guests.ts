import type { View } from "../../core/view";
import type { Statement } from "../iam";
import { valuesOf } from "../iam";
import { operatorOf } from "./operators";
import { covers } from "./patterns";

const how = "cognito-identity.amazonaws.com:amr";

/**
 * The value of a condition that asks for guests of an identity pool: those who did not log in, which anybody on the internet is
 * ("Role trust and permissions", Amazon Cognito Developer Guide).
 */
export function guestsIn(condition: View<Statement["Condition"]>): View | undefined {
  return condition
    .entries()
    .filter(([name]) => operatorOf(name)?.kind === "string" && operatorOf(name)?.negated === false)
    .flatMap(([, keys]) => keys.entries().filter(([key]) => key.toLowerCase() === how))
    .flatMap(([, value]) => valuesOf(value))
    .find((value) => covers(value.text() ?? "", "unauthenticated"));
}
