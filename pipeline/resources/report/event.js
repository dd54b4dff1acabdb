// The page of one event: what the table says, every sentence that tells it, and why each cell is what it is.
let shownEvent = -1;

async function showEvent(id) {
  const event = desk.number.has(id) ? desk.number.get(id) : -1, view = byId("view-event");
  if (event < 0) { view.replaceChildren(backRow(), element("p", {}, word("gone", { id }))); return word("gone", { id }); }
  shownEvent = event;
  const detail = await loadDetail(event);
  view.replaceChildren(
    backRow(event), headOf(event, detail), ...(REVIEW ? [...reviewOf(event, detail), mentionsOf(detail)] : []), factsOf(event, detail), peopleOf(detail),
    ...(REVIEW ? [] : [mentionsOf(detail)]), ...whyOf(detail));
  return `${named("event_type", coded("event_type", event))}, ${eventDate(event) || word("undated")}`;
}

function backRow(event) {
  const row = element("div", { class: "back-row" }, link("#events", `← ${word("events")}`, { class: "button", id: "back" }));
  const at = event === undefined ? -1 : found.indexOf(event);
  if (at >= 0) {
    row.append(element("span", { class: "steps" }, at > 0 ? stepTo(found[at - 1], "before") : "", `${number(at + 1)} / ${number(found.length)}`, at + 1 < found.length ? stepTo(found[at + 1], "next") : ""));
  }
  return row;
}

function stepTo(event, step) {
  const back = step === "before";
  return link(`#event/${desk.events.event_id[event]}`, back ? "‹" : "›", { "data-step": step, "aria-label": word(back ? "previous_event" : "next_event") });
}

function headOf(event, { facts }) {
  const people = participantsOf(event), kind = coded("event_type", event), status = coded("status", event);
  const names = people.flatMap((entity, at) => [at ? ", " : "", entityLink(entity)]);
  return element("header", { class: "event-head" },
    element("p", { class: "over" }, element("span", { class: `kind hue-${(desk.events.event_type.codes[event] % 8) + 1}` }, named("event_type", kind)), tag(named("status", status), status), reviewTag(event)),
    element("h2", {}, ...(names.length ? names : [desk.events.what[event] || named("event_type", kind)])),
    element("p", { class: "under" }, [eventDate(event) || word("undated"), whereText(event)].filter(Boolean).join(" · ")),
    element("p", { class: "what" }, facts[`summary_${language}`] || (names.length ? desk.events.what[event] : "")));
}

function factsOf(event, { facts }) {
  const money = facts.amount ? new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(Number(facts.amount)) : "";
  const rows = [
    ["place", placeLink(event)], ["country", countryName(coded("country", event))], ["what", desk.events.what[event]],
    ["document_type", facts.document_type && named("document_type", facts.document_type)], ["amount", [money, facts.currency].filter(Boolean).join(" ")],
    ["date_source", facts.date_source && named("date_source", facts.date_source)], ["conflicts", facts.conflicts],
    ["sureness", desk.events.confidence[event] ? desk.events.confidence[event].toFixed(2) : ""],
    ["languages", listed("languages", event).map((value) => named("languages", value)).join(", ")], ["sources", listed("sources", event).join(", ")],
    ["n_sources", facts.n_sources], ["first_published", dayText(facts.first_published)], ["last_published", facts.last_published === facts.first_published ? "" : dayText(facts.last_published)],
    ["event_id", element("code", {}, desk.events.event_id[event])],
  ].filter(([, value]) => value);
  return section("facts", element("dl", { class: "facts" }, ...rows.flatMap(([key, value]) => [element("dt", {}, word(key)), element("dd", {}, value)])));
}

function placeLink(event) {
  const name = coded("place", event);
  return Object.hasOwn(desk.places, name) ? entityLink(desk.places[name]) : name;
}

function section(key, ...children) {
  const id = `part-${key}`;
  return element("section", { class: "panel part", "aria-labelledby": id }, element("h3", { id }, word(key)), ...children);
}

function peopleOf({ people }) {
  if (!people.length) return "";
  const rows = people.map(([entity, role, side, office]) => [entityOrName(entity), named("slot", role), side ? String(side) : "", office]);
  return section("participants", scrolling(word("participants"), plainTable(["name", "role", "side", "office"].map((key) => word(key)), rows)));
}

function mentionsOf({ mentions, documents }) {
  const shown = mentions.map((mention, at) => mentionOf(mention, at, documents[mention.doc_id] || {}));
  const part = section("sentences", legendOf(mentions), ...shown);
  part.querySelector("h3").textContent = word("sentences", { n: number(mentions.length) });
  return part;
}

function mentionOf(mention, at, doc) {
  const reasoning = reasoningOf(mention);
  const told = [
    [mention.status === "occurred" ? "" : named("status", mention.status), mention.status_cue ? `«${mention.status_cue}»` : ""].filter(Boolean).join(" "),
    mention.background ? word("background") : "", mention.asserted_by ? word("said_by", { name: mention.asserted_by }) : "",
  ].filter(Boolean);
  const carried = mention.carried.flatMap(([entity, role, by], index) => [index ? "; " : "", entityOrName(entity), ` (${named("slot", role)}, ${word("by")}: ${named("resolved_by", by)})`]);
  return element("article", { class: "mention", id: `mention-${at + 1}` },
    element("p", { class: "doc" }, element("span", { class: "ordinal" }, String(at + 1)), outward(doc.url, doc.title || mention.doc_id),
      element("span", { class: "note" }, [doc.source, doc.published ? word("published", { date: dayText(doc.published) }) : "", doc.title ? mention.doc_id : ""].filter(Boolean).join(" · "))),
    sentenceOf(mention),
    told.length ? element("p", { class: "note" }, told.join(" · ")) : "",
    reasoning ? element("p", { class: "note reasoning" }, `${word("dated")}: ${reasoning}`) : "",
    carried.length ? element("p", { class: "note" }, `${word("carried")}: `, ...carried) : "",
    slotsOf(mention));
}

function slotsOf(mention) {
  const rows = mention.slots.map(([slot, value, clause, text]) => [named("slot", slot), value, text === value ? "" : text, clause]);
  return element("details", { class: "numbers" }, element("summary", {}, word("read_from")),
    element("p", { class: "note" }, `${word("rule")}: `, element("code", {}, mention.rule)),
    rows.length ? scrolling(word("read_from"), plainTable(["slot", "value", "words", "clause"].map((key) => word(key)), rows)) : "");
}

// Why the sentences are one event; their ids become their numbers on this page.
function whyOf({ mentions, documents, merge, chosen }) {
  const numbers = new Map(mentions.map(({ mention_id: id }, at) => [id, at + 1]));
  const readable = (text) => text.replace(/\bm[0-9a-f]{12}\b/g, (id) => (numbers.has(id) ? word("sentence_n", { n: numbers.get(id) }) : id));
  const parts = [];
  const moved = historyOf(mentions, documents);
  if (moved.length > 1) parts.push(section("history", element("ol", { class: "history" }, ...moved.map((line) => element("li", {}, line)))));
  if (merge.length) parts.push(section("joined", element("ul", { class: "reasons" }, ...merge.map((reason) => element("li", {}, readable(reason))))));
  if (mentions.length > 1 && chosen.length) {
    const rows = chosen.map(([slot, id, reason]) => [named("slot", slot), readable(id), reason]);
    parts.push(section("chosen", scrolling(word("chosen"), plainTable([word("slot"), word("sentence_n", { n: "" }).trim(), word("clause")], rows))));
  }
  return parts;
}

// Status and day as the documents told them one after the other, where they differ; a sentence without a day tells nothing new of it.
function historyOf(mentions, documents) {
  const dated = new Set(mentions.filter(({ date_start: first }) => first).map(({ status }) => status));
  const telling = mentions.filter(({ status, date_start: first }) => first || !dated.has(status));
  const lines = telling.map(({ doc_id: doc, status, date_start: first = "", date_end: last = "", date_precision: precision }) => ({
    day: (documents[doc] || {}).published || "", state: named("status", status) + (first ? `, ${dateText({ first, last, precision })}` : ""),
  })).sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const moves = lines.filter((line, at) => !at || lines[at - 1].state !== line.state);
  return moves.map(({ day, state }) => `${dayText(day) || "—"}: ${state}`);
}
