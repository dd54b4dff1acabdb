// Lists people, bodies and places, and shows the chronicle of one of them.
const LISTED = 200;
const LATEST = 100;

function showNames() {
  const view = byId("view-names");
  const search = element("input", { id: "name-search", type: "search" });
  const kinds = [...new Set(desk.entities.type)].sort();
  const kind = element("select", { id: "name-kind" }, element("option", { value: "", text: word("all") }), ...kinds.map((value) => element("option", { value, text: named("entity_type", value) })));
  const list = scrolling(word("names"));
  view.replaceChildren(
    element("form", { class: "panel bar", role: "search" }, element("label", { class: "wide" }, element("span", {}, word("search_names")), search), element("label", {}, element("span", {}, word("kind")), kind)),
    element("p", { id: "name-count", role: "status", class: "note" }), element("div", { class: "panel" }, list));
  const show = () => listNames(search.value, kind.value, list);
  view.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", show);
  kind.addEventListener("change", show);
  show();
  return word("names");
}

function listNames(typed, kind, list) {
  const low = typed.toLowerCase().replaceAll("ё", "е"), { en, ru, aliases, type } = desk.entities;
  desk.names ||= en.map((name, entity) => `${name}\n${ru[entity]}\n${aliases[entity]}`.toLowerCase().replaceAll("ё", "е"));
  const fitting = desk.names.map((_, entity) => entity).filter((entity) => desk.eventsOf[entity].length && (!kind || type[entity] === kind) && desk.names[entity].includes(low));
  fitting.sort((one, other) => desk.eventsOf[other].length - desk.eventsOf[one].length || one - other);
  byId("name-count").textContent = word("best_known", { shown: number(Math.min(LISTED, fitting.length)), all: number(fitting.length) });
  const other = language === "en" ? ru : en;
  const rows = fitting.slice(0, LISTED).map((entity) => [
    element("span", {}, entityLink(entity), other[entity] === entityName(entity) ? "" : element("span", { class: "note second", lang: language === "en" ? "ru" : "en" }, other[entity])),
    named("entity_type", type[entity]), countryName(desk.entities.country[entity]), number(desk.eventsOf[entity].length)]);
  list.replaceChildren(plainTable(["name", "kind", "country", "n_events"].map((key) => word(key)), rows, { class: "plain wide names last-number" }));
}

async function showEntity(id) {
  const entity = desk.entityNumber.get(id), view = byId("view-entity");
  if (entity === undefined) { view.replaceChildren(element("p", {}, word("gone", { id }))); return word("gone", { id }); }
  const events = desk.eventsOf[entity], { en, ru, type, country, aliases } = desk.entities;
  const others = [...new Set([en[entity], ru[entity], ...aliases[entity].split("|")])].filter((name) => name && name !== entityName(entity));
  const choose = element("button", { type: "button", class: "button", id: "show-in-table" }, word("show_in_table"));
  choose.addEventListener("click", () => { clearFilters(); filters.person = id; goTo("events"); });
  const chart = element("div", { id: "timeline", class: "chart" });
  view.replaceChildren(
    element("div", { class: "back-row" }, link("#names", `← ${word("names")}`, { class: "button" })),
    element("header", { class: "event-head" },
      element("p", { class: "over" }, tag(named("entity_type", type[entity])), countryName(country[entity])),
      element("h2", {}, entityName(entity)), others.length ? element("p", { class: "under" }, word("also", { names: others.join(", ") })) : "", element("p", {}, choose)),
    section("timeline", chart), counterpartsOf(entity, events), eventListOf(events));
  await drawTimeline(events);
  return entityName(entity);
}

function counterpartsOf(entity, events) {
  const counts = new Map();
  for (const event of events) for (const other of participantsOf(event)) if (other !== entity) counts.set(other, (counts.get(other) || 0) + 1);
  const best = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, 20);
  if (!best.length) return "";
  return section("met", element("ul", { class: "chips" }, ...best.map(([other, n]) => element("li", {}, entityLink(other), element("span", { class: "badge" }, number(n))))));
}

function eventListOf(events) {
  const latest = events.slice(-LATEST).reverse();
  const rows = latest.map((event) => [eventLink(event, eventDate(event, "short") || word("undated")), CELLS.event_type(event), CELLS.status(event), whoText(event), desk.events.what[event], whereText(event)]);
  const part = section("events", scrolling(word("events"), plainTable(["date", "event_type", "status", "who", "what", "place"].map((key) => word(key)), rows, { class: "plain wide" })));
  part.querySelector("h3").textContent = word("events_of", { n: number(events.length) }) + (events.length > LATEST ? `, ${word("latest", { n: LATEST })}` : "");
  return part;
}

async function drawTimeline(events) {
  const dated = events.filter((event) => desk.days[event]).slice(-2000), { values } = desk.events.event_type;
  byId("timeline").parentElement.hidden = !dated.length;
  if (!dated.length) return;
  const spec = structuredClone(CHARTS.timeline), hues = palette(), used = values.filter((value) => dated.some((event) => coded("event_type", event) === value));
  spec.description = word("timeline");
  spec.height = 36 + 28 * used.length;
  spec.data.values = dated.map((event) => ({
    event, type: named("event_type", coded("event_type", event)), status: coded("status", event), start: desk.events.date_start[event], end: desk.events.date_end[event] || desk.events.date_start[event],
    tip: [eventDate(event), named("event_type", coded("event_type", event)), whoText(event), desk.events.what[event]].filter(Boolean).join(" · ").slice(0, 240),
  }));
  spec.encoding.color.scale = { domain: used.map((value) => named("event_type", value)), range: used.map((value) => hues[values.indexOf(value) % hues.length]) };
  await drawChart("timeline", spec, ({ event }) => { if (event !== undefined) goTo(`event/${desk.events.event_id[event]}`); });
}
