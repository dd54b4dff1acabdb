// Which events pass the filters, and in which order: over columns, so that fifty thousand events take milliseconds.
const LISTS = ["event_type", "status", "country", "languages", "sources", "review_status"];
const NAMES = ["person", "place"];
const FIELDS = ["search", ...LISTS, ...NAMES, "from", "to"];
const filters = {};
const order = { by: "date", down: true };
let found = new Uint32Array(0);

const clearFilters = () => { for (const field of FIELDS) filters[field] = ""; };
clearFilters();

// What search looks through: names in both languages, place, document, sentence.
function haystackOf(event) {
  const names = participantsOf(event).map((entity) => `${desk.entities.en[entity]} ${desk.entities.ru[entity]} ${desk.entities.aliases[entity]}`);
  const { event_id: id, what, quote } = desk.events;
  const place = coded("place", event), known = desk.places[place];
  const placed = Object.hasOwn(desk.places, place) ? `${desk.entities.en[known]} ${desk.entities.ru[known]}` : place;
  return [id[event], ...names, what[event], placed, quote[event], ...listed("sources", event)].join("\n").toLowerCase().replaceAll("ё", "е");
}

function fillHaystacks(until = desk.count) {
  desk.haystacks ||= [];
  while (desk.haystacks.length < until) desk.haystacks.push(haystackOf(desk.haystacks.length));
}

// What search needs is made ready while nothing else is to do.
function prepareSearch() {
  const idle = globalThis.requestIdleCallback || ((work) => setTimeout(work, 50));
  fillHaystacks(Math.min(desk.count, (desk.haystacks || []).length + 1000));
  if (desk.haystacks.length < desk.count) idle(prepareSearch);
}

// One test for each filter in use: [field, passes(event)].
function testsInUse() {
  const tests = [];
  const words = filters.search.toLowerCase().replaceAll("ё", "е").split(/\s+/).filter(Boolean);
  if (words.length) {
    fillHaystacks();
    tests.push(["search", (event) => words.every((part) => desk.haystacks[event].includes(part))]);
  }
  for (const field of LISTS.filter((name) => filters[name])) {
    const { values, codes } = desk.events[field], wanted = values.indexOf(filters[field].slice(1));
    const many = Array.isArray(codes[0]);
    tests.push([field, many ? (event) => codes[event].includes(wanted) : (event) => codes[event] === wanted]);
  }
  for (const field of NAMES.filter((name) => filters[name])) tests.push([field, nameTest(field, filters[field])]);
  const [from, to] = [filters.from, filters.to].map((day) => Number(day.replaceAll("-", "")));
  if (from) tests.push(["from", (event) => desk.days[event] >= from]);
  if (to) tests.push(["to", (event) => desk.days[event] > 0 && desk.days[event] <= to]);
  return tests;
}

// A person is told by entity_id; a place by its name as the events have it.
function nameTest(field, value) {
  if (field === "place") {
    const wanted = desk.placeNames.indexOf(value);
    return (event) => desk.events.place.codes[event] === wanted;
  }
  const events = new Set(desk.eventsOf[desk.entityNumber.get(value)] || []);
  return (event) => events.has(event);
}

// Numbers of the events found, and of each list how many events each value would leave if that filter were open.
function findEvents() {
  const tests = testsInUse(), passing = new Uint32Array(desk.count), counts = {};
  const fields = LISTS.filter((field) => desk.events[field].values.length > 1);
  for (const field of fields) counts[field] = new Uint32Array(desk.events[field].values.length);
  let size = 0;
  desk.sequence ||= sequenceOf();
  for (const event of desk.sequence) {
    let failed = "";
    for (const [field, passes] of tests) {
      if (passes(event)) continue;
      failed = failed ? "*" : field;
      if (failed === "*") break;
    }
    if (!failed) { passing[size] = event; size += 1; }
    if (failed === "*") continue;
    for (const field of fields) {
      if (failed && failed !== field) continue;
      const code = desk.events[field].codes[event];
      if (typeof code === "number") counts[field][code] += 1;
      else for (const one of code) counts[field][one] += 1;
    }
  }
  found = passing.slice(0, size);
  return counts;
}

const ranks = new Map();

// The place of each event when all are sorted by a column; equal cells have equal places, cells that are not known the last.
function rankBy(name) {
  const key = `${name} ${language}`;
  if (!ranks.has(key)) {
    const cells = Array.from({ length: desk.count }, (_, event) => SORTED[name](event));
    const values = [...new Set(cells)].filter(Boolean).sort(typeof cells[0] === "number" ? (a, b) => a - b : compareWords);
    const position = new Map(values.map((value, index) => [value, index]));
    ranks.set(key, { last: values.length, of: Uint32Array.from(cells, (cell) => (cell ? position.get(cell) : values.length)) });
  }
  return ranks.get(key);
}

const SORTED = {
  doubt: (event) => (coded("review_status", event) ? 0 : desk.events.doubt[event]),
  date: (event) => desk.days[event],
  event_type: (event) => named("event_type", coded("event_type", event)),
  status: (event) => named("status", coded("status", event)),
  who: whoText,
  what: (event) => desk.events.what[event],
  place: whereText,
  documents: (event) => desk.events.n_documents[event],
  sureness: (event) => desk.events.confidence[event],
};

// All events in the order chosen: counted into their places, so that ties stay in order of their dates.
function sequenceOf() {
  const { last, of } = rankBy(order.by), starts = new Uint32Array(last + 2), sequence = new Uint32Array(desk.count);
  const slot = (event) => (of[event] === last || !order.down ? of[event] : last - 1 - of[event]); // what is not known stands last either way
  for (let event = 0; event < desk.count; event += 1) starts[slot(event) + 1] += 1;
  for (let at = 0; at <= last; at += 1) starts[at + 1] += starts[at];
  for (let event = 0; event < desk.count; event += 1) { const at = slot(event); sequence[starts[at]] = event; starts[at] += 1; }
  return sequence;
}

function sortEvents() {
  desk.sequence = sequenceOf();
  const passing = new Uint8Array(desk.count);
  for (const event of found) passing[event] = 1;
  found = desk.sequence.filter((event) => passing[event]);
}
