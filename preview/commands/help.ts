import { exitCodes } from "./exit-codes";

/** The parts of a command's help beside its options. */
export interface Help {
  /** Command lines, each with its purpose. */
  examples: readonly (readonly [line: string, meaning: string])[];
  /** Exit codes beside success, mistakes and interruption. */
  found?: string;
  /** Variables of the environment that it reads. */
  environment?: readonly (readonly [name: string, meaning: string])[];
}

const ofText = [
  ["NO_COLOR", "no colours in text"],
  ["FORCE_COLOR", "colours in a pipe too; 0 for none"],
  ["TERM", "dumb: no colours"],
] as const;

const ofPolicies = [
  ["ISOTOPO_EXEMPTIONS", "the exemptions file, where --exemptions names none"],
  ["ISOTOPO_PROFILE", "dev, staging or prod: judge as this environment"],
  ["ISOTOPO_PACK_TIMEOUT", "seconds that a policy pack may be silent; 120, 0 for no limit"],
] as const;

const ofPreloads = [
  ["NODE_DEBUG", "isotopo: tell on standard error what preloads left out, and why (--no-preload)"],
] as const;

const ofCache = [
  ["ISOTOPO_CACHE", "the folder for what programs take from files (--changed); empty: keep nothing"],
  ["XDG_CACHE_HOME", "the folder above isotopo's own, where ISOTOPO_CACHE is not set; ~/.cache"],
] as const;

const gates = "a mandatory violation, or what --fail-on names in its place or beside it";

/** The help of each command. */
export const helps = {
  list: { examples: [["isotopo list", "every stack with its application, cloud, environment and region"]] },
  show: { examples: [["isotopo show shop-aws-prod", "what the program makes of the stack's config"]] },
  compare: { examples: [["isotopo compare shop-prod", "shop in prod, on each cloud that has a stack of it"]] },
  preview: {
    examples: [
      ["isotopo preview shop-aws-prod", "what is made, and what the policies say"],
      ["isotopo preview 'shop-*-prod'", "every stack of that name"],
      ["isotopo preview --all --format json --out plan.json --format text", "two reports of one run"],
      ["isotopo preview shop-aws-prod --against main --fail-on data-loss,mandatory", "a gate for a pull request"],
      ["isotopo preview --from plan.json --format html --out plan.html", "another report of it"],
    ],
    found: `${gates}; a change, with --expect-no-changes`,
    environment: [...ofPolicies, ...ofPreloads, ...ofCache, ...ofText],
  },
  comment: {
    examples: [
      ["isotopo comment --from plan.json --dry-run", "the comment, printed"],
      ["isotopo comment --from plan.json --repo owner/name --pr 12", "the comment, posted or updated"],
    ],
    environment: [
      ["GITHUB_TOKEN, GITLAB_TOKEN", "the token; no option takes it"],
      ["GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL", "the place, in a workflow of GitHub"],
      ["CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CI_SERVER_URL", "the place, in a pipeline of GitLab"],
      ["GITHUB_STEP_SUMMARY", "the file that gets the whole comment too"],
      ["HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "the proxy to the API, in either case"],
    ],
  },
  strip: {
    examples: [
      ["isotopo strip pulumi.log --out stripped.log", "what may leave the job that made it"],
      ["isotopo strip pulumi.log | gzip > stripped.log.gz", "the same, into another command"],
    ],
  },
  check: {
    examples: [
      ["isotopo check k8s", "every manifest in a folder"],
      ["helm template web | isotopo check -", "what another command writes"],
      [
        "pulumi stack export | isotopo check - --fail-on high",
        "high and critical findings alone, whatever their level",
      ],
      ["isotopo check k8s --format sarif --out k8s.sarif --format text", "two reports of one run"],
    ],
    found: gates,
    environment: [...ofPolicies, ...ofPreloads, ...ofText],
  },
  rules: { examples: [["isotopo rules", "every rule with its severity"]] },
  explain: { examples: [["isotopo explain containers-non-root", "why, what fails, what passes, and the fix"]] },
  render: {
    examples: [["isotopo render shop-kubernetes-dev --out manifests", "a file for each resource of the stack"]],
  },
  completion: {
    examples: [
      ["source <(isotopo completion bash)", "in ~/.bashrc"],
      ["source <(isotopo completion zsh)", "in ~/.zshrc, behind compinit"],
      ["isotopo completion fish | source", "in ~/.config/fish/config.fish"],
    ],
  },
} as const satisfies Readonly<Record<string, Help>>;

/** The lines after the options: examples, exit codes, environment. */
export function helpText({ examples, found, environment = [] }: Help): string {
  const codes: [string, string][] = [
    [String(exitCodes.clean), found === undefined ? "done" : "nothing was found that the run is to fail on"],
    ...(found === undefined ? [] : [[String(exitCodes.violations), found] satisfies [string, string]]),
    [
      String(exitCodes.mistake),
      "a mistake in use, config or program, a stack that can't be previewed, or a file that can't be read or written",
    ],
    [String(exitCodes.interrupted), "interrupted"],
  ];
  return [
    ...section("Examples:", examples),
    ...section("Exit codes:", codes),
    ...(environment.length === 0 ? [] : section("Environment:", environment)),
  ].join("\n");
}

function section(head: string, rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return ["", head, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)];
}
