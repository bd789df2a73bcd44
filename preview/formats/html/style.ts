/** Light and dark by the reader's own setting; contrasts of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const style = `
:root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --back: #ffffff; --card: #f6f8fa; --line: #d0d7de; --link: #0a56b5;
  --create: #1a7f37; --update: #7d4e00; --replace: #8250df; --delete: #b42318; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9aa4af; --back: #0f141a; --card: #171d25; --line: #343d48; --link: #79b8ff;
  --create: #56d364; --update: #e3b341; --replace: #d2a8ff; --delete: #ff8a7a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
header, main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { padding-bottom: 0; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: .1rem 0 .4rem; border-left: .35rem solid var(--create); padding-left: .7rem; }
h1.careful { border-color: var(--update); } h1.bad { border-color: var(--delete); }
h2 { font-size: 1.3rem; margin: 0 0 .2rem; } h3 { font-size: 1.02rem; margin: 1.3rem 0 .4rem; } h4 { font-size: 1rem; margin: 1rem 0 .3rem; }
p { margin: .3rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; display: inline-block; padding: .5rem; }
.brand { color: var(--soft); margin: 0; font-size: .85rem; letter-spacing: .04em; text-transform: uppercase; }
code, pre { font: .86em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; } pre { white-space: pre-wrap; margin: 0; }
section.stack { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; margin: 0 0 1.2rem; }
#filters { display: flex; gap: .6rem 1.2rem; flex-wrap: wrap; align-items: end; position: sticky; top: 0; padding: .7rem 0; background: var(--back); z-index: 1; }
#filters[hidden], [hidden] { display: none; }
#filters label { display: grid; gap: .15rem; font-size: .85rem; color: var(--soft); } #filters label.check { display: flex; gap: .4rem; align-items: center; padding-bottom: .35rem; }
input, select { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .35rem; padding: .3rem .5rem; }
#search { min-width: 15rem; } #count { color: var(--soft); padding-bottom: .35rem; }
.facts { list-style: none; margin: 0; padding: 0; } .facts > li { border-left: .3rem solid var(--line); padding: .15rem .7rem; margin: .35rem 0; scroll-margin-top: 5rem; }
.facts > li.bad { border-color: var(--delete); } .facts > li.careful { border-color: var(--update); } .facts > li:target, h2:target { background: var(--card); outline: 2px solid var(--link); }
.facts p { margin: 0; } .facts details { color: var(--soft); font-size: .92em; } .facts ul { margin: .2rem 0 .4rem; padding-left: 1.2rem; }
caption { text-align: left; color: var(--soft); font-size: .85em; padding: .8rem .6rem .2rem; } h2 { scroll-margin-top: 5rem; }
button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--soft); border-radius: .35rem; padding: .3rem .7rem; cursor: pointer; } .buttons { display: flex; gap: .4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; } .number { overflow-wrap: normal; }
thead th { color: var(--soft); font-size: .85em; } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.properties { table-layout: fixed; } table.properties th:nth-child(2), td.kind { width: 9rem; }
.tree ul { list-style: none; margin: 0; padding-left: 1.1rem; border-left: 1px solid var(--line); } .tree > ul { padding-left: 0; border: 0; }
.line, .tree summary { padding: .13rem .35rem; border-radius: .3rem; } .tree summary { cursor: pointer; } .tree summary:hover { background: var(--card); }
.tree details > :not(summary) { margin: .25rem 0 .5rem 1.4rem; }
.line { padding-left: 1.35rem; }
.sign { display: inline-block; min-width: 1.3em; text-align: center; font-weight: 700; } .action { font-size: .85em; }
[data-action=unchanged] > .line, [data-action=unchanged] > details > summary { color: var(--soft); } [data-action=unchanged] strong { font-weight: normal; }
[data-action=create] > * .action, [data-action=create] > * .sign, [data-action=create] > .line > .sign, [data-action=import] > * .sign { color: var(--create); }
[data-action=update] > * > .sign, [data-action=update] > * > .action { color: var(--update); } [data-action=update] > details > summary > span { color: var(--update); }
[data-action=create] > details > summary > span, [data-action=create] > .line > span { color: var(--create); }
[data-action=replace] > details > summary > span, [data-action="may replace"] > details > summary > span { color: var(--replace); }
[data-action=delete] > details > summary > span, [data-action=delete] > .line > span { color: var(--delete); }
.loss { border: 2px solid var(--delete); border-radius: .5rem; padding: .2rem 1rem .6rem; margin: .8rem 0; } .loss h3 { color: var(--delete); margin: .5rem 0 .2rem; }
.violations li[data-level=mandatory] > strong { color: var(--delete); }
.none, .why, .source { color: var(--soft); } em { color: var(--delete); font-style: normal; font-size: .85em; }
details.picture, details.notes { margin-top: 1.2rem; } details > summary { cursor: pointer; }
.picture svg { max-width: 100%; height: auto; } .picture svg text { fill: var(--text); } .picture svg polygon, .picture svg path, .picture svg polyline { stroke: var(--soft); }
.picture svg .node polygon, .picture svg .node path { fill: var(--card); } .picture svg .edge polygon { fill: var(--soft); } .picture svg .graph > polygon { fill: none; stroke: none; }
.picture svg .create > *, .picture svg .import > * { stroke: var(--create); } .picture svg .update > * { stroke: var(--update); }
.picture svg .replace > *, .picture svg .may-replace > * { stroke: var(--replace); } .picture svg .delete > * { stroke: var(--delete); } .picture svg .node text { stroke: none; }
@media (max-width: 40rem) { header, main { padding: .7rem; } section.stack { padding: .6rem; } #filters { position: static; } #filters label { flex: 1 1 100%; } #search { min-width: 0; width: 100%; } h1 { font-size: 1.15rem; }
  .tree ul { padding-left: .45rem; } .tree details > :not(summary) { margin-left: .3rem; } .line { padding-left: .35rem; }
  table, tbody, tr, th, td, caption { display: block; width: auto; } thead { display: none; } tr { border-bottom: 1px solid var(--line); padding: .3rem 0; } th, td, table.properties th:nth-child(2), td.kind { border: 0; padding: .05rem .3rem; width: auto; }
  td.number { text-align: left; } td.zero { display: none; } td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } }
@media print { #filters, .skip { display: none; } .wide { overflow: visible; } section.stack { border: 0; padding: 0; } }
`;
