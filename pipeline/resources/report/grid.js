// The table of events by DataTables: it shows the rows in sight, search and order are the page's own.
const COLUMNS = ["date", "event_type", "status", "who", "what", "place", "documents", "sureness"];
const NARROW = matchMedia("(max-width: 760px)");
let grid = null;

const CELLS = {
  date: (event) => eventLink(event, eventDate(event, "short") || word("undated")),
  event_type: (event) => element("span", { class: `kind hue-${(desk.events.event_type.codes[event] % 8) + 1}` }, named("event_type", coded("event_type", event))),
  status: (event) => element("span", {}, tag(named("status", coded("status", event)), coded("status", event)), " ", reviewTag(event)),
  who: (event) => element("span", { title: whoText(event) }, whoText(event)),
  what: (event) => element("span", { title: desk.events.what[event] }, desk.events.what[event]),
  place: (event) => element("span", { title: whereText(event) }, whereText(event)),
  documents: (event) => number(desk.events.n_documents[event]),
  sureness: (event) => (desk.events.confidence[event] ? desk.events.confidence[event].toFixed(2) : ""),
};

const gridOrder = () => (COLUMNS.includes(order.by) ? [[COLUMNS.indexOf(order.by), order.down ? "desc" : "asc"]] : []);

function removeGrid() {
  if (grid) grid.destroy(true);
  grid = null;
}

function buildGrid() {
  const table = element("table", { id: "events", class: "events" }, element("caption", { class: "unseen", text: word("events") }));
  byId("grid").replaceChildren(table);
  byId("grid").classList.toggle("reviewed", desk.events.review_status.values.length > 1);
  const short = (name) => (Object.hasOwn(WORDS.page, `${name}_short`) ? `${name}_short` : name);
  grid = new globalThis.DataTable(table, {
    serverSide: true, processing: false, searching: false, autoWidth: false, deferRender: true, ordering: true,
    order: gridOrder(), orderMulti: false,
    columns: COLUMNS.map((name) => ({
      title: word(short(name)), name, className: `c-${name}`, data: null, orderable: true, orderSequence: ["asc", "desc"], type: "string",
      render: (data, type, event) => (type === "display" ? element("div", { class: "cell" }, CELLS[name](event)) : ""),
    })),
    ...(NARROW.matches ? { paging: true, pageLength: 25, lengthChange: false, layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: "paging" } }
      : { scrollY: "calc(100vh - 13rem)", scrollCollapse: true, scroller: { serverWait: 0, rowHeight: 38, displayBuffer: 3, loadingIndicator: false }, layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null } }),
    language: { emptyTable: word("none"), zeroRecords: word("none"), paginate: { first: "«", last: "»", next: "›", previous: "‹" }, aria: { paginate: { next: word("next"), previous: word("back") } } },
    ajax: giveRows,
    createdRow: (row, event) => { row.dataset.event = event; row.classList.toggle("rejected", coded("review_status", event) === "rejected"); },
  });
  const scrolled = byId("grid").querySelector(".dt-scroll-body");
  if (scrolled) { scrolled.tabIndex = 0; scrolled.setAttribute("role", "region"); scrolled.setAttribute("aria-label", word("events")); }
}

// What DataTables asks for when it is scrolled or sorted.
function giveRows(asked, answer) {
  const sorted = asked.order[0];
  if (sorted && (COLUMNS[sorted.column] !== order.by || (sorted.dir === "desc") !== order.down)) {
    Object.assign(order, { by: COLUMNS[sorted.column], down: sorted.dir === "desc" });
    sortEvents();
    keepAddress();
  }
  const rows = Array.from(found.subarray(asked.start, asked.length < 0 ? undefined : asked.start + asked.length));
  answer({ draw: asked.draw, data: rows, recordsTotal: found.length, recordsFiltered: found.length });
}

// The events that most want to be looked at first.
function queueEvents() {
  Object.assign(order, { by: "doubt", down: true });
  sortEvents();
  grid.order([]);
  refresh();
}

function openRow(event) {
  const row = event.target.closest("tr[data-event]");
  if (row && !event.target.closest("a, button") && !String(getSelection())) location.hash = `event/${desk.events.event_id[row.dataset.event]}`;
}

// Arrow keys go from row to row, Enter opens.
function moveRow(event) {
  const row = event.target.closest("tr[data-event]");
  const next = row && { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (!next || !next.dataset.event) return;
  event.preventDefault();
  next.querySelector("a").focus();
}

function showCount() {
  byId("count").textContent = found.length ? word("shown", { found: number(found.length), all: number(desk.count) }) : word("none");
}
