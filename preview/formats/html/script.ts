/** Filters and search: the query is in the address, so that a link shows the same view. */
export const script = `
"use strict";
(() => {
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const action = document.getElementById("action");
  const changed = document.getElementById("changed");
  const count = document.getElementById("count");
  const rows = [...document.querySelectorAll("li.resource")].reverse();
  form.hidden = false;
  const apply = () => {
    const text = search.value.trim().toLowerCase();
    let shown = 0;
    const visible = new Set();
    // Children come before their parents here: a parent stays where one of its children does.
    for (const row of rows) {
      const { action: what, words } = row.dataset;
      const fits = (action.value === "" || what === action.value) && (!changed.checked || what !== "unchanged") && words.includes(text);
      if (fits) shown += 1;
      row.hidden = !fits && !visible.has(row);
      if (!row.hidden) { const parent = row.parentElement.closest("li.resource"); if (parent) visible.add(parent); }
    }
    count.textContent = shown + " of " + rows.length + " resources";
  };
  const remember = () => {
    const state = new URLSearchParams();
    if (search.value) state.set("q", search.value);
    if (action.value) state.set("action", action.value);
    if (changed.checked) state.set("changed", "1");
    history.replaceState(null, "", "#" + state.toString());
    apply();
  };
  const isPlace = () => /^#(?:stack|fact)-|^#(?:main|facts|stacks)$/.test(location.hash);
  const recall = () => {
    if (isPlace()) return;
    const state = new URLSearchParams(location.hash.slice(1));
    search.value = state.get("q") || "";
    action.value = [...action.options].some((option) => option.value === state.get("action")) ? state.get("action") : "";
    changed.checked = state.has("changed");
  };
  for (const input of [search, action, changed]) input.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { recall(); apply(); });
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); search.focus(); }
    else if (event.key === "Escape" && document.activeElement === search) { search.value = ""; remember(); }
  });
  const setAll = (open) => { for (const one of document.querySelectorAll("main details")) one.open = open; };
  document.getElementById("open").addEventListener("click", () => setAll(true));
  document.getElementById("close").addEventListener("click", () => setAll(false));
  let closed = [];
  addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details:not([open])")]; for (const one of closed) one.open = true; });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
  recall();
  // Where something changes, that is what a reader came for.
  if (location.hash === "" || isPlace()) {
    changed.checked = ["unchanged", ""].every((none) => rows.some((row) => (row.dataset.action === "unchanged") === (none !== "")));
  }
  apply();
})();
`;
