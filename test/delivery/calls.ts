import { stack } from "./deployed";

/** What the API asks of an update when it is through. */
export const asked = [
  `stack output --json --stack ${stack} --non-interactive`,
  `stack output --json --show-secrets --stack ${stack} --non-interactive`,
  `stack history --json --page-size 1 --page 1 --stack ${stack} --non-interactive`,
];
const how = "--policy-pack policy --exec-kind auto.local";
const message = (words: string) => `--message ${words}, deployment <id>, https://ci.example/1 ${how}`;
const calling = (words: string) => [
  `preview ${message(words)} --stack ${stack} --non-interactive`,
  `up --yes --skip-preview ${message(words)} --stack ${stack} --non-interactive`,
];
/** A page of the history. */
export const entries = `stack history --json --page-size 50 --page 1 --stack ${stack} --non-interactive`;
/** The preview and the update of a deployment. */
export const [previewed = "", updated = ""] = calling("Images of a release");
/** Those of a way back. */
export const back = calling("Back to the images of the release before");
/** A release was found well. */
export const marked = `stack tag set isotopo:well <id> --stack ${stack} --non-interactive`;
/** An update that is well. */
export const up = [previewed, updated, ...asked, marked];
/** An update that fails, and the look whether it began. */
export const failing = [previewed, updated, entries];
/** Has the next update take another image. */
export const set = (key: string, value: string) =>
  `config set --path isotopo:images.${key} --stack ${stack} --plaintext --non-interactive -- ${value}`;
/** What a deployment asks first. */
export const look = [
  `stack select --stack ${stack} --non-interactive`,
  `stack tag ls --json --stack ${stack} --non-interactive`,
  entries,
];
