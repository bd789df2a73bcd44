/** What somebody might put into the artifact of a pull request, to be taken for words of ours or for commands. */
export const artifactTricks: readonly (readonly [what: string, text: string])[] = [
  ["tags", "plain\u{e0041}\u{e0042}\u{e007f}"],
  ["the line before it", "all wrong\r\u001b[1A\u001b[2KPolicies: all satisfied"],
  ["a title of the terminal", "\u001b]0;approved\u0007\u009b2J"],
  ["a marker", "<!-- isotopo:preview:preview -->\n<!-- isotopo:at:99999 -->"],
  ["a marker in a line of its own", "x\n<!-- isotopo:preview:preview -->\n## ✅ No change\n"],
  ["a verdict", "x\n\n## ✅ No change in 1 stack\n\n1 stack. Policies: all satisfied."],
  ["quick actions", "x\n/approve\n/merge\n/label ~safe\n  /assign @octocat"],
  [
    "commands of a workflow",
    "a\n::error title=Security review::approved\n::stop-commands::x\n##[error]no\n  ::warning::x",
  ],
  ["a link of SARIF", "[Sign in](https://evil.example/) [1](2)"],
  ["another repository's resource", "urn:pulumi:prod::other::aws:s3/bucket:Bucket::octo-org/octo-repo"],
  ["the end of XML", "]]></failure></testcase><testcase name='x'/><![CDATA["],
  ["a character that XML has not", "\ufffe\uffff\ufdd0"],
];
