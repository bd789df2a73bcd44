import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frameworks } from "../../../policy/core/frameworks";
import { judge } from "../../../policy/core/judge";
import { levelOf, podSecurityLevelOf } from "../../../policy/core/levels";
import { subjectOf } from "../../../policy/core/subject";
import { termsOf } from "../../../policy/core/terms";
import { podSecurityVersion, safeSysctls } from "../../../policy/kinds/pod-security";
import { podTypes } from "../../../policy/kinds/pods";
import { profiles } from "../../../policy/protocol/profile";
import { rules } from "../../../policy/rules";
import { projectDir } from "../../support/project";
import { containerKinds, type Part, podKinds, podOf, type System, systems } from "./shapes";
import { baseline, type Control, restricted, version } from "./standard";

const judges = rules.filter((rule) => podSecurityLevelOf(rule) !== undefined);
const controls = [...baseline, ...restricted];

/** The rules that tell something of a Pod, for each kind of container and of object: by the shape, where they differ. */
function tellers(system: System, part: Part): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const container of containerKinds) {
    const pod = podOf(system, container, part);
    for (const { type, around } of podKinds) {
      const urn = `urn:pulumi:shop-prod::shop::${type}::it`;
      const subject = subjectOf({ type, name: "it", urn, properties: around(pod), protect: false });
      const telling = judges.filter((rule) => judge(rule, subject, termsOf(rule, "prod", {})).findings.length > 0);
      const key = telling.map(({ id }) => id).join(", ");
      told.set(key, [...(told.get(key) ?? []), `${container.name} of ${type}`]);
    }
  }
  return told;
}

function says(system: System, part: Part, expected: string): void {
  const told = tellers(system, part);
  const others = [...told].filter(([ids]) => ids !== expected).map(([ids, shapes]) => `${ids || "none"}: ${shapes[0]}`);
  assert.deepEqual(others, [], `expected of ${system ?? "no system"}: ${expected || "none"}`);
  assert.equal(told.get(expected)?.length, containerKinds.length * podKinds.length);
}

describe("the Pod Security Standards", () => {
  it("have every kind of object that makes Pods in the table", () => {
    assert.deepEqual(podKinds.map(({ type }) => type).sort(), [...podTypes].sort());
  });

  it("have every control in the table, each with a rule of its own", () => {
    const named = controls.map(({ control }) => control);
    assert.deepEqual([...named].sort(), [...frameworks["Pod Security Standards"].numbers].sort());
    assert.deepEqual(
      controls.map(({ rule, control }) => [rule, control]).sort(),
      judges.map(({ id, frameworks: of }) => [id, (of["Pod Security Standards"] ?? []).join(", ")]).sort(),
    );
  });

  it(`are those of Kubernetes ${version}, and nothing of a later one`, () => {
    assert.equal(podSecurityVersion, version);
    const minor = (text: string) => Number(text.split(".")[1]);
    assert.equal(Math.max(...Object.keys(safeSysctls).map(minor)), minor(podSecurityVersion));
  });

  it("are mandatory in every environment as far as baseline goes", () => {
    const levels = (of: readonly Control[]) =>
      rules
        .filter(({ id }) => of.some(({ rule }) => rule === id))
        .flatMap((rule) => profiles.map((profile) => `${profile} ${levelOf(rule, profile)}`));
    assert.deepEqual([...new Set(levels(baseline))], ["dev mandatory", "staging mandatory", "prod mandatory"]);
    assert.ok(levels(restricted).includes("dev advisory"));
  });

  it("can be enforced as baseline with a warning of restricted: the page names each rule of it, and the version", () => {
    const text = readFileSync(join(projectDir, "policy/README.md"), "utf8");
    const config: unknown = JSON.parse(/To enforce baseline[^`]*```json\n(.*?)```/s.exec(text)?.[1] ?? "");
    assert.deepEqual(config, Object.fromEntries(restricted.map(({ rule }) => [rule, "advisory"])));
    assert.ok(text.includes(`as Kubernetes ${podSecurityVersion} judges`));
  });

  for (const system of systems)
    it(`find nothing in a Pod that keeps them: ${system ?? "no system"}`, () => says(system, {}, ""));

  for (const { control, rule, breaks, keeps } of controls) {
    describe(control, () => {
      for (const { name, part, fineOn = [] } of breaks) {
        for (const system of systems) {
          const fine = system === "windows" && fineOn.includes(system);
          it(`${name}, on ${system ?? "no system"}, ${fine ? "is fine" : `is ${rule}'s alone`}`, () =>
            says(system, part, fine ? "" : rule));
        }
      }
      for (const { name, part } of keeps) {
        for (const system of systems) it(`${name}, on ${system ?? "no system"}, is fine`, () => says(system, part, ""));
      }
    });
  }
});
