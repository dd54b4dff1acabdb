
"use strict";
// The table of events: its rows come as arrays, are filtered and sorted as a whole, and shown a page at a time.
const PAGE_SIZE = 50;
const LISTS = new Set(["languages", "sources"]);
const FILTERS = ["event_type", "status", "languages", "country", "sources"];
const SHOWN = [
  ["date_start", "Date"], ["event_type", "Type"], ["status", "Status"], ["participants", "Who"],
  ["what", "What"], ["place", "Place"], ["country", "Country"], ["n_documents", "Documents"],
];
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data-events").textContent);
const column = Object.fromEntries(data.columns.map((name, index) => [name, index]));
const SEARCHED = ["event_id", "participants", "what", "place", "date_edtf", "sources"].map((name) => column[name]);
const regions = new Intl.DisplayNames(["en"], { type: "region" });
const haystacks = data.rows.map((row) => SEARCHED.map((index) => row[index]).join("\n").toLowerCase());
const state = { order: "date_start", down: true, page: 0, found: [] };

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function countryName(code) {
  try { return code ? regions.of(code) : ""; } catch { return code; }
}

function valuesOf(row, name) {
  const cell = row[column[name]];
  return LISTS.has(name) ? cell.split("; ") : [cell];
}

function fillFilter(name) {
  const counts = new Map();
  for (const row of data.rows) for (const value of valuesOf(row, name)) counts.set(value, (counts.get(value) || 0) + 1);
  const shown = (value) => (name === "country" ? countryName(value) : value) || "(not known)";
  const options = [...counts].sort((a, b) => shown(a[0]).localeCompare(shown(b[0])));
  const select = byId(name);
  select.append(new Option("all", "*"), ...options.map(([value, count]) => new Option(`${shown(value)} (${count})`, "=" + value)));
}

function findRows() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = FILTERS.map((name) => [name, byId(name).value]).filter(([, value]) => value !== "*");
  const [from, to] = [byId("from").value, byId("to").value];
  const fits = (row, index) => {
    const day = row[column.date_start];
    return words.every((word) => haystacks[index].includes(word))
      && chosen.every(([name, value]) => valuesOf(row, name).includes(value.slice(1)))
      && (!from || (day && day >= from)) && (!to || (day && day <= to));
  };
  state.found = data.rows.map((_, index) => index).filter((index) => fits(data.rows[index], index));
  sortRows();
}

function sortRows() {
  const at = column[state.order], sign = state.down ? -1 : 1;
  const number = typeof (data.rows[0] || [])[at] === "number";
  const collator = new Intl.Collator(undefined, { numeric: true });
  state.found.sort((a, b) => {
    const [one, other] = [data.rows[a][at], data.rows[b][at]];
    if (number) return sign * (one - other) || a - b;
    if (!one || !other) return (!one - !other) || a - b;
    return sign * collator.compare(one, other) || a - b;
  });
  state.page = 0;
  showPage();
}

function showRow(index) {
  const row = data.rows[index], cell = (name) => row[column[name]];
  const open = element("button", { type: "button", textContent: cell("date_edtf") || cell("date_start") || "undated" });
  open.setAttribute("aria-label", `Open the event: ${open.textContent}, ${cell("event_type")}, ${cell("participants")}`);
  const status = element("span", { className: cell("status") === "occurred" ? "tag" : "tag other", textContent: cell("status") });
  const tr = element("tr", {},
    element("td", {}, open), element("td", {}, cell("event_type")), element("td", {}, status),
    ...["participants", "what"].map((name) => element("td", { className: "text" }, cell(name))),
    element("td", {}, cell("place")), element("td", {}, countryName(cell("country"))),
    element("td", { className: "number" }, String(cell("n_documents"))));
  tr.addEventListener("click", () => { if (!String(getSelection())) openEvent(index); });
  return tr;
}

function showPage() {
  const pages = Math.max(1, Math.ceil(state.found.length / PAGE_SIZE)), start = state.page * PAGE_SIZE;
  document.querySelector("#list tbody").replaceChildren(...state.found.slice(start, start + PAGE_SIZE).map(showRow));
  byId("count").textContent = `${state.found.length.toLocaleString("en")} of ${data.rows.length.toLocaleString("en")} events`;
  byId("page").textContent = `Page ${state.page + 1} of ${pages}`;
  byId("previous").disabled = state.page === 0;
  byId("next").disabled = state.page + 1 >= pages;
  for (const th of document.querySelectorAll("#list thead th")) {
    const current = th.dataset.column === state.order;
    th.setAttribute("aria-sort", current ? (state.down ? "descending" : "ascending") : "none");
    th.firstChild.textContent = th.dataset.title + (current ? (state.down ? " \u2193" : " \u2191") : "");
  }
}

function orderBy(name) {
  state.down = state.order === name ? !state.down : name === "n_documents";
  state.order = name;
  sortRows();
}

function showHeader() {
  for (const [name, title] of SHOWN) {
    const th = element("th", { scope: "col" }, element("button", { type: "button", textContent: title }));
    Object.assign(th.dataset, { column: name, title });
    th.firstChild.addEventListener("click", () => orderBy(name));
    document.querySelector("#list thead tr").append(th);
  }
}
