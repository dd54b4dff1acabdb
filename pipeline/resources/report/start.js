// Which view is shown, by the address behind `#`, and the controls around the views.
const VIEWS = ["events", "event", "names", "entity", "network"];
let waiting = 0;
let drawing = 0;

const goTo = (place) => { location.hash = place; };

function keepAddress() {
  const told = new URLSearchParams(FIELDS.filter((field) => filters[field]).map((field) => [field, filters[field]]));
  if (order.by !== "date" || !order.down) told.set("order", `${order.down ? "-" : ""}${order.by}`);
  if (routeOf().view === "events") history.replaceState(null, "", `#events${String(told) ? `?${told}` : ""}`);
}

function routeOf() {
  const [path, told = ""] = decodeHash().split("?"), [view, ...rest] = path.split("/");
  return { view: VIEWS.includes(view) ? view : "events", id: rest.join("/"), told: new URLSearchParams(told) };
}

function decodeHash() {
  return location.hash.slice(1);
}

function readAddress(told) {
  if (![...told.keys()].length) return;
  for (const field of FIELDS) filters[field] = told.get(field) || "";
  const sorted = told.get("order") || "-date", by = sorted.replace("-", "");
  if (Object.hasOwn(SORTED, by)) Object.assign(order, { by, down: sorted.startsWith("-") });
  desk.sequence = sequenceOf();
}

// Filters have changed: find again, and show what depends on them.
function refresh() {
  fillFacets(findEvents());
  writeFilters();
  showCount();
  keepAddress();
  if (grid) grid.ajax.reload(null, true);
  clearTimeout(drawing);
  drawing = setTimeout(drawOverTime, 120); // the table answers first
}

async function showView() {
  const { view, id, told } = routeOf();
  if (view === "events") readAddress(told);
  for (const name of VIEWS) byId(`view-${name}`).hidden = name !== view;
  for (const tab of document.querySelectorAll(".tabs a")) {
    const current = tab.dataset.view === view || (tab.dataset.view === "events" && view === "event") || (tab.dataset.view === "names" && view === "entity");
    if (current) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current");
  }
  const title = await { events: showEvents, event: showEvent, names: showNames, entity: showEntity, network: showNetwork }[view](decodeURIComponent(id));
  byId("heading").textContent = title;
  document.title = `${title} · ${document.querySelector(".folder").textContent}`;
  if (view !== "events") scrollTo(0, 0);
}

function showEvents() {
  if (!grid) buildGrid(); // only here, where its place is seen and has a width
  refresh();
  return word("events");
}

function showFigures() {
  const { figures } = desk, mentions = desk.events.n_mentions.reduce((sum, n) => sum + n, 0);
  const told = [
    ["events", number(desk.count)], ["mention_count", number(mentions)], ["document_count", number(figures.documents)], ["source_count", number(figures.sources)],
    ["published_when", figures.first && dateText({ first: figures.first, last: figures.last, precision: figures.first === figures.last ? "day" : "range", edtf: figures.first.slice(0, 7) }, "short")],
    ["duplicates", figures.duplicate && number(figures.duplicate)], ["skipped_documents", figures.skipped && number(figures.skipped)], ["failed_documents", figures.failed && number(figures.failed)],
  ].filter(([, value]) => value);
  byId("figures").replaceChildren(...told.map(([key, value]) => element("div", {}, element("dt", {}, word(key)), element("dd", {}, value))));
}

function redraw() {
  desk.sequence = sequenceOf();
  findEvents();
  showWords();
  showFigures();
  buildFilters();
  removeGrid();
  return showView();
}

function chooseTheme(theme) {
  document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}

function listen() {
  byId("filters").addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { readFilters(); refresh(); }, 90);
  });
  byId("filters").addEventListener("change", (event) => { if (event.target.type !== "search") { readFilters(); refresh(); } });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", (event) => { event.preventDefault(); clearFilters(); document.activeElement.blur(); refresh(); });
  byId("queue").addEventListener("click", queueEvents);
  byId("grid").addEventListener("click", openRow);
  byId("grid").addEventListener("keydown", moveRow);
  byId("language").addEventListener("click", () => { language = language === "en" ? "ru" : "en"; remember("language", language); redraw(); });
  byId("theme").addEventListener("click", () => { chooseTheme(isDark() ? "light" : "dark"); showView(); });
  addEventListener("hashchange", showView);
  NARROW.addEventListener("change", () => { removeGrid(); showView(); });
}

const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

async function start() {
  if (remembered("theme")) chooseTheme(remembered("theme"));
  showWords();
  await loadIndex();
  startReview();
  byId("filter-box").open = !NARROW.matches;
  readAddress(routeOf().told);
  listen();
  await redraw();
  byId("loading").hidden = true;
  document.documentElement.dataset.ready = "yes";
  setTimeout(prepareSearch, 500);
}

start().catch((error) => {
  byId("loading").hidden = false;
  byId("loading").textContent = word("failed", { reason: error.message });
  throw error;
});
