import type { View } from "../../core/view";
import type { Statement } from "../iam";
import { valuesOf } from "../iam";
import { operatorOf } from "./operators";
import { covers } from "./patterns";

const how = "cognito-identity.amazonaws.com:amr";

/**
 * The value of a condition that asks for guests of an identity pool: those who did not log in, which anybody on the internet is
 * ("Role trust and permissions", Amazon Cognito Developer Guide). Who is not "authenticated" is one.
 */
export function guestsIn(condition: View<Statement["Condition"]>): View | undefined {
  return condition
    .entries()
    .filter(([name]) => operatorOf(name)?.kind === "string")
    .flatMap(([name, keys]) =>
      keys
        .entries()
        .filter(([key]) => key.toLowerCase() === how)
        .map(([, value]) => ({ negated: operatorOf(name)?.negated === true, values: valuesOf(value) })),
    )
    .flatMap(({ negated, values }) => {
      const of = (word: string) => values.find((value) => covers(value.text() ?? "", word));
      return (negated ? of("unauthenticated") === undefined && of("authenticated") : of("unauthenticated")) || [];
    })
    .at(0);
}
