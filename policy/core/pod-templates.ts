import type { Check, Rule } from "./rule";
import type { Subject } from "./subject";
import { View } from "./view";

/** Checks of a Pod that judge the template of one as well: its metadata and its specification. */
const ofTemplates = new WeakSet<Check>();

/** Says that a check of a Pod judges a template as well. */
export function alsoOfTemplates(check: Check): Check {
  ofTemplates.add(check);
  return check;
}

/**
 * The check by which a rule judges a resource: the one of its type, else, where the resource is an object of Kubernetes of any
 * kind that holds the template of a Pod, the one of a Pod for each template. Undefined where the rule says nothing of it.
 */
export function checkOf({ checks }: Rule, subject: Subject): Check | undefined {
  if (Object.hasOwn(checks, subject.type)) return checks[subject.type];
  if (!subject.type.startsWith("kubernetes:")) return undefined;
  const found = templatesOf(subject).flatMap(({ steps, isPatch }) => {
    const check = checks[isPatch ? "kubernetes:core/v1:PodPatch" : "kubernetes:core/v1:Pod"];
    return check !== undefined && ofTemplates.has(check) ? [{ steps, check }] : [];
  });
  if (found.length === 0) return undefined;
  return (properties, context) => found.flatMap(({ steps, check }) => check(into(properties, steps), context));
}

/** Whether an object of Kubernetes holds the template of a Pod. */
export function holdsTemplate(subject: Subject): boolean {
  return subject.type.startsWith("kubernetes:") && templatesOf(subject).length > 0;
}

/** Where a template is in its object. */
interface Template {
  steps: readonly (string | number)[];
  /** Whether it is laid over another one: then what it leaves out may well be there. */
  isPatch: boolean;
}

const known = new WeakMap<Subject, readonly Template[]>();

function templatesOf(subject: Subject): readonly Template[] {
  const found = known.get(subject) ?? templatesIn(View.of(subject.properties), [], subject.type.endsWith("Patch"));
  known.set(subject, found);
  return found;
}

/** As deep as any kind of object has them: a list of groups, each with a job and its template. */
const mostSteps = 12;

function templatesIn(view: View, steps: Template["steps"], inPatch: boolean): Template[] {
  if (steps.length > mostSteps) return [];
  const own = templateAt(view, steps.at(-1), inPatch);
  if (own !== undefined) return [{ steps, isPatch: own.isPatch }];
  const list = view.as<unknown[]>().items();
  if (list.length > 0) return list.flatMap((item, i) => templatesIn(item, [...steps, i], inPatch));
  return view
    .as<Record<string, unknown>>()
    .entries()
    .flatMap(([key, member]) => templatesIn(member.as(), [...steps, key], inPatch));
}

interface Shape {
  kind: string;
  spec: { containers: { image: string }[] };
}

/** What is called a template, or is a Pod in a list of objects, and has containers. */
function templateAt(view: View, step: string | number | undefined, inPatch: boolean): { isPatch: boolean } | undefined {
  const shape = view.as<Shape>();
  const isNamed = typeof step === "string" && /template$/i.test(step);
  const isPod = typeof step === "number" && shape.at("kind").text() === "Pod";
  if (!isNamed && !isPod) return undefined;
  const containers = shape.at("spec").at("containers");
  if (!containers.known) return { isPatch: inPatch };
  const all = containers.items();
  if (all.length === 0 || !all.every((container) => !container.known || container.isObject)) return undefined;
  // An operator completes what has no image, and it is not said here what with.
  return {
    isPatch:
      inPatch ||
      all.some((container) => container.known && !container.at("image").isSet && container.at("image").known),
  };
}

function into(properties: View, steps: Template["steps"]): View {
  return steps.reduce<View>((view, step) => {
    if (typeof step === "string") return view.as<Record<string, unknown>>().at(step).as();
    return view.as<unknown[]>().items()[step] ?? view;
  }, properties);
}
