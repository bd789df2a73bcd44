import { sameSecret, triggerKey } from "../model/fingerprints";
import { exceeds } from "./assessment";
import type { Assessed } from "./propagation";
import { differences } from "./properties";

/**
 * What a resource becomes, whatever its inputs are: managed, read, imported, a component, or replaced by its trigger
 * (`pkg/resource/deploy/step_generator.go`).
 */
export function considerKind(pair: Assessed): void {
  const { before, after, assessment } = pair;
  if (before.op === "read" && after.op === "read") {
    assessment.action = "unchanged";
    return;
  }
  if (before.op === "read") {
    assessment.action = after.op === "import" ? "import" : "create";
    assessment.causes = [];
  } else if (after.op === "read") considerRead(pair);
  else if (before.custom !== after.custom) {
    assessment.action = "replace";
    assessment.causes = [`it becomes ${after.custom ? "a resource" : "a component"}`];
  } else {
    considerImport(pair);
    considerTrigger(pair);
  }
}

/** The engine deletes what it managed, unless that is what the program reads (`GenerateReadSteps`). */
function considerRead({ before, after, assessment }: Assessed): void {
  const old = before.importID;
  const isKnown = old !== undefined && after.id !== undefined;
  if (isKnown && old === after.id) {
    assessment.action = "unchanged";
    assessment.causes = [];
    return;
  }
  assessment.action = isKnown ? "replace" : "may replace";
  assessment.causes = [
    isKnown
      ? "it is only read from now on"
      : "it is only read from now on: it is deleted, unless it is the resource that is read",
  ];
}

/** The resource that it managed is replaced by the imported one, unless that is the same (`isImport`). */
function considerImport({ before, after, assessment }: Assessed): void {
  const { importID } = after;
  if (importID === undefined || importID === before.importID) return;
  if (before.importID !== undefined) {
    assessment.action = "replace";
    assessment.causes.push(`it imports ${importID} in place of ${before.importID}`);
  } else if (exceeds("may replace", assessment.action)) {
    assessment.action = "may replace";
    assessment.causes.push(`it imports ${importID}, which replaces it unless that is its id`);
  }
}

/** A trigger that is only now there, or no longer, replaces nothing; what is not known yet may (`shouldTriggerReplace`). */
function considerTrigger({ before, after, assessment }: Assessed): void {
  const [old, now] = [before.replacementTrigger ?? null, after.replacementTrigger ?? null];
  if (old === null || now === null) return;
  const found = differences(
    { [triggerKey]: old },
    { [triggerKey]: now },
    {
      secret: (a, b, shown) => sameSecret([before, a], [after, b], shown),
      unknown: () => true,
    },
  );
  const [known, open] = [found.some(({ kind }) => kind !== "not comparable"), found.length > 0];
  if (known) {
    assessment.action = "replace";
    assessment.causes.push("its replacementTrigger changes");
  } else if (open && exceeds("may replace", assessment.action)) {
    assessment.action = "may replace";
    assessment.causes.push("its replacementTrigger may change");
  }
}
