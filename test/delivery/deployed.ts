import type { Script } from "./fake-pulumi";
import { type Cancel, type Delivered, runWithPulumi } from "./run-with-pulumi";
import { Site } from "./site";

/** The stack that is deployed. */
export const stack = "fixture-kubernetes-dev";
/** An image by its digest. */
export const image = (letter: string) => `registry.example/fixture/app@sha256:${letter.repeat(64)}`;
/** An update, as the history has it. */
export const update = (images: Record<string, string>, result = "succeeded", kind = "update", message = "") => ({
  version: 1,
  kind,
  result,
  startTime: "",
  message,
  environment: {},
  config: { "isotopo:images": { value: JSON.stringify(images), objectValue: images, secret: false } },
});
/** The deployment's own update, once it has begun. */
export const begun = (result = "failed") => update({}, result, "update", "@message@");
/** The images that ran before. */
export const before = { app: image("a"), api: image("b") };
/** The history before the deployment, the newest first. */
export const history = [
  update({ app: image("e"), api: image("e") }, "failed"),
  update({ app: image("f"), api: image("f") }, "succeeded", "destroy"),
  update(before),
];

/** Deploys the stack with a `pulumi` and a site that answer by a script. */
export function deployed(
  { script = {}, answers = [200], images = "" }: { script?: Script; answers?: number[]; images?: string },
  args = ["--stack", stack, "--patience", "2"],
  cancel?: Cancel,
): Promise<Delivered & { site: Site }> {
  return Site.during(answers, async (site) => {
    const answering = {
      "stack tag ls": [{ prints: {} }],
      // First, as the fake takes the first that fits. The API itself asks for the newest entry.
      "stack history --json --page-size 50": script["stack history"] ?? [
        { prints: history },
        { prints: [begun(), ...history] },
      ],
      ...script,
      "stack history": [{ prints: history }],
      "stack output": script["stack output"] ?? [{ prints: { url: site.url } }],
    };
    const env = { NOTIFY_WEBHOOK: `${site.url}/hook`, RUN_URL: "https://ci.example/1" };
    return { ...(await runWithPulumi("deploy", [...args, "--images", images], answering, env, cancel)), site };
  });
}
