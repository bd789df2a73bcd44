import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import type { Note } from "../../../../../preview/model/plan";
import { changed, resourceChange, stackChange } from "../../../../support/changes";
import { exemption, finding } from "../../../../support/notes";
import { asked, rule, violation } from "./shop";

/** What somebody might put into a name to get something through, one trick each. */
export const tricks: readonly (readonly [what: string, text: string])[] = [
  ["a mention", "@octocat"],
  ["a mention of a team", "ask @octo-org/owners, please"],
  ["a mention in an entity", "&#64;octocat &commat;octocat"],
  ["an issue", "fixes #12"],
  ["an issue by its prefix", "closes GH-12"],
  ["an issue of another repository", "octo-org/octo-repo#12"],
  ["a commit", "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"],
  ["a commit of somebody", "octocat@1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"],
  ["a link", "[click](https://evil.example/)"],
  ["a link by reference", "[click]\n\n[click]: https://evil.example/"],
  ["an address", "see https://evil.example/x and http://evil.example"],
  ["an address without a scheme", "www.evil.example"],
  ["an address in brackets", "<https://evil.example/>"],
  ["a mail address", "root@evil.example mailto:root@evil.example"],
  ["an image", "![x](https://evil.example/x.png)"],
  ["HTML", '<img src=x onerror="alert(1)"><script>alert(1)</script><b>'],
  ["the end of details", "</details></summary><details open><h1>All is well</h1>"],
  ["the end of a comment", "--> <h1>x</h1> <!--"],
  ["cells", "a | b || c \\| d \\\\| e |"],
  ["backticks", "` `` ``` ```` a`b `"],
  ["a fence", "x\n```\n# Heading\n```js\n````\n~~~\n"],
  ["headings and lists", "\n# Heading\n\n- item\n\n1. item\n\n> quote\n\n---\n\n    code"],
  ["a footnote", "[^1] [^1]: note"],
  ["emphasis", "**bold** _it_ ~~gone~~ __x__"],
  ["a task", "- [x] approved"],
  ["emoji", ":smile: :+1: :octocat:"],
  ["a formula", "$x$ $$y$$ $`z`$"],
  ["directions", "safe\u202egnp.exe\u2066x\u2069\u200bzero\u200d\ufeff"],
  ["controls", "nul\u0000 bell\u0007 escape\u001b[31m del\u007f nel\u0085"],
  ["lone surrogates", "\ud800 and \udc00"],
  ["a long word", "w".repeat(5000)],
  ["spaces", "   "],
  ["nothing", ""],
  [
    "marks",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dalgo",
  ],
  ["Mermaid", '"]; click a href "https://evil.example" %% end\nsubgraph x ["`y`"] --> #quot; style a fill:#f00;'],
];

/** Where rules are documented: the only host that a comment may link to. */
export const rulesHost = "https://rules.example.org";

/** A stack in which each text of others is that text. */
export function everywhere(text: string): StackChange {
  const stack = `prod${text}`;
  const component = `urn:pulumi:${stack}::shop::pkg:index:Kind${text}::c${text}`;
  const evil = (level: "mandatory" | "advisory") =>
    rule(`rule-${level}${text}`, { title: `T ${text}`, fix: `M ${text}`, source: `${rulesHost}/a)b|c_d?x=$1`, level });
  const rules = [evil("mandatory"), evil("advisory")];
  const changes = changesWith(text, stack, component);
  const found = rules.flatMap((one) => [
    violation(one, `${component}x`, `a.${text}`, text, text),
    violation(one, component, text, "", "", { message: text }),
  ]);
  return stackChange(stack, changes, {
    base: `main${text}`,
    monthlyCost: { before: 1, after: 2, currency: `E${text}` },
    diagnostics: [
      { severity: "error", message: text, urn: component },
      { severity: "warning", message: text },
    ],
    policy: asked({
      judged: rules.map((one) => ({ ...one, resources: 1 })),
      violations: found,
      notes: [exempt(component, text), { policy: `p${text}`, urn: component, message: text }],
    }),
  });
}

/** A stack that has each trick somewhere. */
export function hostile(): StackChange {
  const stack = "prod @octocat | <b>";
  const changes = tricks.flatMap(([, text], i) => {
    const component = `urn:pulumi:${stack}::shop::pkg:index:Kind::part-${i % 5}`;
    const [head, ...all] = changesWith(text, stack, component);
    const one = all[i % all.length];
    return [...(i < 5 && head !== undefined ? [head] : []), ...(one === undefined ? [] : [one])];
  });
  const rules = tricks.map(([what, text], i) =>
    rule(what.replaceAll(" ", "-"), {
      title: text,
      fix: text,
      source:
        [`${rulesHost}/a)b|c`, "javascript:alert(1)", "http://evil.example", "https://u:p@evil.example"][i % 4] ?? "",
    }),
  );
  return stackChange(stack, changes, {
    base: "main @octocat #12 `x` | <b>",
    policy: asked({
      judged: rules.map((one) => ({ ...one, resources: 1 })),
      violations: rules.map((one, i) => violation(one, changes[0]?.urn ?? "", "name", tricks[i]?.[1] ?? "", "a name")),
      notes: tricks.map(([, text]) => exempt(`a::b::c::${text}`, text)),
    }),
  });
}

function exempt(urn: string, text: string): Note {
  return exemption(urn, {
    rule: "a-rule",
    owner: `o${text}`,
    reason: `r${text}`,
    place: "e.yaml:2",
    findings: [finding(text, text, text, text)],
  });
}

function changesWith(text: string, stack: string, component: string): ResourceChange[] {
  const urn = (name: string) => `urn:pulumi:${stack}::shop::pkg:mod/m:Type${text}::${name}${text}`;
  const facts = {
    parent: component,
    type: `pkg:mod/m:Type${text}`,
    dependencies: [`urn:pulumi:${stack}::shop::pkg:other:Kind::c2`],
    causes: [text, `a.${text} forces a replacement`],
    source: { file: `infra/${text}.ts`, line: 3 },
    properties: [
      { ...changed(`a.${text}`, text, `${text}!`), forces: "replace" as const },
      changed(`b${text}`, { [text]: [text] }, [text]),
      changed("text", `one\n${text}\nthree`, `one\n${text}\n${text}\nthree`),
      { path: `b.${text}`, kind: "not comparable" as const, reason: text, forces: "nothing" as const },
    ],
  };
  return [
    resourceChange(component, "unchanged", { custom: false, type: `pkg:index:Kind${text}`, name: `c${text}` }),
    resourceChange(urn("lost"), "replace", { ...facts, dataLoss: text, protected: true }),
    resourceChange(urn("gone"), "delete", { ...facts, retained: true }),
    resourceChange(urn("swap"), "may replace", facts),
    resourceChange(urn("same"), "update", { ...facts, renamedFrom: urn(`old ${text}`) }),
    resourceChange(`urn:pulumi:${stack}::shop::pkg:other:Kind::c2`, "create", { ...facts, parent: undefined }),
  ];
}
