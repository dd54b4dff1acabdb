
// One event, opened in a dialog: its slots, participants, sentences, and why they are what they are.
const LABELS = {
  date_edtf: "date", event_type: "type", country: "country", date_source: "date known from", date_precision: "precision", document_type: "kind of document",
  n_sources: "sources", first_published: "first published", last_published: "last published", event_id: "id",
};
const SLOTS = ["event_id", "event_type", "status", "date_edtf", "place", "country", "what"];
const FACTS = ["date_precision", "date_source", "who", "whom", "document_type", "amount", "currency", "conflicts", "confidence", "n_sources", "first_published", "last_published"];
let lines = null;
let papers = null;

function loadDetail(index) {
  lines = lines || byId("data-details").textContent.split("\n");
  papers = papers || JSON.parse(byId("data-documents").textContent);
  return JSON.parse(lines[index]);
}

function definitions(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) if (value) list.append(element("dt", {}, LABELS[name] || name), element("dd", {}, String(value)));
  return list;
}

function table(titles, rows) {
  const cells = (name, values) => values.map((value) => element(name, {}, String(value)));
  return element("div", { className: "wide" }, element("table", {},
    element("thead", {}, element("tr", {}, ...cells("th", titles))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells("td", row))))));
}

// Offsets count code points; JavaScript's strings count UTF-16 units.
function highlight(sentence, [start, end], lang) {
  const points = Array.from(sentence), part = (a, b) => points.slice(a, b).join("");
  const inside = start >= 0 && end > start && end <= points.length;
  const words = inside ? [part(0, start), element("mark", {}, part(start, end)), part(end)] : [sentence];
  return element("blockquote", { lang: lang || "" }, ...words);
}

function paperLink(id) {
  const paper = papers[id] || {}, title = paper.title || id;
  const name = /^https?:\/\//i.test(paper.url || "")
    ? element("a", { href: paper.url, rel: "noopener noreferrer", target: "_blank" }, title)
    : element("strong", {}, title);
  const about = [paper.source, paper.published, paper.title ? id : "", paper.url ? "" : paper.path].filter(Boolean).join(", ");
  return element("p", { className: "note" }, name, about ? ` (${about})` : "");
}

function mentionArticle(mention) {
  const notes = [mention.status, mention.background ? "background" : "", mention.asserted_by ? `said by ${mention.asserted_by}` : ""].filter(Boolean).join(", ");
  const why = element("details", {}, element("summary", {}, "Why"),
    definitions([["mention", mention.mention_id], ["rule", mention.rule], ["words of the status", mention.status_cue], ["words of the date", mention.date_text]]));
  const shown = mention.slots.some(([, value, , words]) => words && words !== value) ? 4 : 3;
  const titles = ["Slot", "Value", "Clause", "Words"].slice(0, shown);
  if (mention.slots.length) why.append(table(titles, mention.slots.map((slot) => slot.slice(0, shown))));
  if (mention.merge.length) why.append(element("p", { className: "soft" }, "Joined because:"), element("ul", {}, ...mention.merge.map((reason) => element("li", {}, reason))));
  return element("article", {}, paperLink(mention.doc_id), highlight(mention.sentence || "", mention.trigger, mention.lang), element("p", { className: "note" }, notes), why);
}

function openEvent(index) {
  const row = data.rows[index], cell = (name) => (name === "country" ? countryName(row[column[name]]) : row[column[name]]);
  const detail = loadDetail(index), dialog = byId("event");
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => dialog.close());
  const title = element("h2", { id: "event-title" }, `${cell("event_type")}: ${cell("participants") || cell("what") || cell("event_id")}`);
  dialog.replaceChildren(
    element("div", { className: "head" }, title, close),
    definitions([...SLOTS.map((name) => [name, cell(name)]), ...FACTS.map((name) => [name, detail.facts[name]])]),
    element("h3", {}, "Participants"), detail.people.length ? table(["Name", "Role", "Side", "Kind", "Position", "Affiliation", "Country"], detail.people.map((person) => [...person.slice(0, -1), countryName(person.at(-1))])) : element("p", { className: "note" }, "None is named."),
    element("h3", {}, `Told in ${detail.mentions.length} ${detail.mentions.length === 1 ? "sentence" : "sentences"}`), ...detail.mentions.map(mentionArticle));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  history.replaceState(null, "", "#event=" + encodeURIComponent(row[column.event_id]));
}
