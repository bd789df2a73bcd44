/** Light and dark by the reader's own setting; contrasts of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const policyStyle = `
:root { color-scheme: light dark; --text: #1b1f24; --back: #ffffff; --line: #c8ced6; --bad: #b42318; --link: #0a56b5; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ed; --back: #14181d; --line: #3a424c; --bad: #ff8a7a; --link: #79b8ff; } }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr[data-level=mandatory] td:first-child { color: var(--bad); font-weight: 600; }
#filters { display: flex; gap: 1rem; flex-wrap: wrap; }
input, select { font: inherit; }
[hidden] { display: none; }
@media print { #filters { display: none; } }
`;

/** Filters the violations by level and text while the user types. */
export const policyScript = `
"use strict";
(() => {
  const search = document.getElementById("search");
  const level = document.getElementById("level");
  const count = document.getElementById("count");
  const rows = [...document.querySelectorAll("tr.violation")];
  const filter = () => {
    const text = search.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = (level.value === "" || row.dataset.level === level.value) && row.textContent.toLowerCase().includes(text);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown + " of " + rows.length + " violations";
  };
  search.addEventListener("input", filter);
  level.addEventListener("change", filter);
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
`;
