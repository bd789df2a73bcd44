import assert from "node:assert/strict";
import type { TargetName } from "../../../components/targets";
import type { Application, ApplicationFacts, EdgeFacts } from "../../../infra/apps/application";
import { checkConfig } from "../../../infra/config/checks";
import { ConfigProblems } from "../../../infra/config/parser/problems";
import { applicationNamed, fixtureApplications } from "../../support/fixture/applications";
import { assertWholeFacts, type WholeFacts } from "../../support/whole";
import { parsedOf, rawOf, validConfig } from "./configs";

/** An application whose facts are otherwise. */
export function changed(app: string, change: (facts: WholeFacts) => Partial<ApplicationFacts>): Application {
  const application = applicationNamed(app);
  const describe = (place: Parameters<Application["describe"]>[0]): ApplicationFacts => {
    const facts = application.describe(place);
    assertWholeFacts(facts);
    return { ...facts, ...change(facts) };
  };
  return { ...application, describe };
}

/** The small application with something else at its edge. */
export function edged(change: Partial<EdgeFacts>): Application {
  return changed("small", ({ edge }) => ({ edge: { ...edge, ...change } }));
}

/** What is told of it on a cloud. */
export function problemsOf(application: Application, cloud: TargetName): string[] {
  const raw = rawOf(validConfig(fixtureApplications.has(application.name) ? application.name : "small", cloud));
  const problems = new ConfigProblems();
  checkConfig(parsedOf(raw).config, application, raw, problems);
  return problems.problems.map(({ message }) => message);
}

/** An application that clouds refuse, and how. */
export interface RefusedApplication {
  name: string;
  clouds: readonly TargetName[];
  application: Application;
  /** One for each problem, in order. */
  messages: (RegExp | string)[];
}

/** Tests that each is refused on its clouds, with these messages. */
export function itRefuses(applications: readonly RefusedApplication[]): void {
  for (const { name, clouds, application, messages } of applications) {
    for (const cloud of clouds) {
      it(`${name} is told on ${cloud}`, () => {
        const told = problemsOf(application, cloud);
        assert.equal(told.length, messages.length, told.join("\n"));
        messages.forEach((message, i) => {
          if (typeof message === "string") assert.equal(told[i], message);
          else assert.match(told[i] ?? "", message);
        });
      });
    }
  }
}
