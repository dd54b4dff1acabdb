// The controls of search and filters: built from the values there are, with how many events each would leave.
const shownValue = {
  event_type: (value) => named("event_type", value),
  status: (value) => named("status", value),
  languages: (value) => named("languages", value),
  country: (value) => countryName(value) || word("unknown"),
  sources: (value) => value || word("unknown"),
  review_status: (value) => named("review_status", value),
};
const SUGGESTED = 40;

const labelled = (field, control, wide = false) => element("label", { class: wide ? "wide" : "" }, element("span", {}, word(field)), control);

function buildFilters() {
  const selects = LISTS.filter((field) => desk.events[field].values.some(Boolean) && (field !== "review_status" || desk.events[field].values.length > 1));
  const search = element("input", { id: "f-search", type: "search", placeholder: word("search_hint"), value: filters.search });
  byId("filters").replaceChildren(
    labelled("search", search, true), ...selects.map((field) => labelled(field, element("select", { id: `f-${field}` }))),
    ...NAMES.map(buildNameInput), ...["from", "to"].map((field) => labelled(field, element("input", { id: `f-${field}`, type: "date", value: filters[field] }))),
    element("button", { type: "reset", text: word("clear") }));
}

function buildNameInput(field) {
  const input = element("input", { id: `f-${field}`, type: "text", list: `l-${field}`, autocomplete: "off", value: labelOfName(field, filters[field]) });
  input.addEventListener("input", () => suggestNames(field, input.value));
  input.addEventListener("focus", () => suggestNames(field, input.value));
  const labels = labelled(field, input);
  labels.append(element("datalist", { id: `l-${field}` }));
  return labels;
}

// Persons by entity_id, places as events tell them: [value, label, events], the most frequent first.
function namesOf(field) {
  if (field === "person") {
    const order = desk.entities.id.map((_, entity) => entity).filter((entity) => desk.eventsOf[entity].length);
    order.sort((one, other) => desk.eventsOf[other].length - desk.eventsOf[one].length || one - other);
    return order.map((entity) => [desk.entities.id[entity], entityName(entity), entity]);
  }
  const counts = new Uint32Array(desk.placeNames.length);
  for (const code of desk.events.place.codes) counts[code] += 1;
  const order = [...counts.keys()].filter((code) => desk.placeNames[code]).sort((one, other) => counts[other] - counts[one] || one - other);
  return order.map((code) => [desk.placeNames[code], Object.hasOwn(desk.places, desk.placeNames[code]) ? entityName(desk.places[desk.placeNames[code]]) : desk.placeNames[code], code]);
}

const nameLists = new Map();

// Two names alike are told apart by their country, else by their id.
function choicesOf(field) {
  const key = `${field} ${language}`;
  if (!nameLists.has(key)) {
    const names = namesOf(field), times = new Map();
    for (const [, label] of names) times.set(label, (times.get(label) || 0) + 1);
    const apart = ([value, label, at]) => (times.get(label) > 1 && field === "person" ? `${label} (${[countryName(desk.entities.country[at]), value].filter(Boolean).join(", ")})` : label);
    nameLists.set(key, names.map((entry) => ({ value: entry[0], label: apart(entry), low: apart(entry).toLowerCase() })));
  }
  return nameLists.get(key);
}

function suggestNames(field, typed) {
  const low = typed.toLowerCase(), fitting = [];
  for (const choice of choicesOf(field)) {
    if (choice.low.includes(low)) fitting.push(choice);
    if (fitting.length === SUGGESTED) break;
  }
  byId(`l-${field}`).replaceChildren(...fitting.map((choice) => element("option", { value: choice.label })));
}

const labelOfName = (field, value) => (value ? (choicesOf(field).find((choice) => choice.value === value) || { label: value }).label : "");

// Written in full it is that name; else nothing is filtered by it yet.
function valueOfName(field, label) {
  const low = label.trim().toLowerCase();
  return low ? (choicesOf(field).find((choice) => choice.low === low) || { value: "" }).value : "";
}

function readFilters() {
  for (const field of FIELDS) {
    const control = byId(`f-${field}`);
    if (control) filters[field] = NAMES.includes(field) ? valueOfName(field, control.value) : control.value;
  }
}

function writeFilters() {
  for (const field of FIELDS) {
    const control = byId(`f-${field}`);
    if (control && document.activeElement !== control) control.value = NAMES.includes(field) ? labelOfName(field, filters[field]) : filters[field];
  }
  const used = FIELDS.filter((field) => filters[field]).length;
  byId("filter-count").textContent = used;
  byId("filter-count").hidden = !used;
}

// The choices of each list with their counts; those that would leave nothing are kept only where chosen.
function fillFacets(counts) {
  for (const field of LISTS) {
    const select = byId(`f-${field}`);
    if (!select) continue;
    const { values } = desk.events[field], count = (code) => (counts[field] ? counts[field][code] : desk.count);
    const options = values.map((value, code) => ({ value: `=${value}`, n: count(code), text: shownValue[field](value) }));
    options.sort((one, other) => compareWords(one.text, other.text));
    const kept = options.filter(({ value, n }) => n || filters[field] === value);
    select.replaceChildren(element("option", { value: "", text: word("all") }),
      ...kept.map(({ value, n, text }) => element("option", { value, text: `${text} (${number(n)})` })));
    select.value = filters[field];
  }
}
