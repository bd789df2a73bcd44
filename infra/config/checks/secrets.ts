import { redisInstanceNames } from "../../resolve/redis";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** Values are given for external secrets of the application only. */
export function checkSecrets({ config, application, facts }: CheckInput, problems: ConfigProblems): void {
  if (application === undefined || facts === undefined) return;
  const external = facts.secrets.filter(({ kind }) => kind === "external").map(({ name }) => name);
  for (const name of config.secretNames ?? []) {
    if (external.includes(name)) continue;
    const generated = facts.secrets.some((secret) => secret.name === name);
    problems.add(
      `secrets.${name}`,
      generated ? "is generated, and so not given" : `is no secret of ${application.name}`,
      external.length === 0 ? "no key: the application has no external secrets" : `one of ${external.join(", ")}`,
    );
  }
}

/** Versions are given for generated passwords and secrets only. */
export function checkRotation({ config, facts, settings }: CheckInput, problems: ConfigProblems): void {
  if (facts === undefined || settings === undefined || problems.concern("overrides.redis.shareInstance")) return;
  const names = [
    ...facts.secrets.filter(({ kind }) => kind === "generated").map(({ name }) => name),
    ...(facts.postgres === undefined ? [] : ["postgres", "postgres.admin"]),
    ...redisInstanceNames(facts, settings.redis.shareInstance).map((name) => `redis.${name}`),
  ];
  for (const name of Object.keys(config.rotate ?? {})) {
    const allowed =
      names.length === 0 ? "no key: the application has no generated secrets" : `one of ${names.join(", ")}`;
    if (!names.includes(name)) problems.add(`rotate.${name}`, "is no generated secret", allowed);
  }
}
