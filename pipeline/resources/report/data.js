// The packed tables: the index of all events at once, the details of some events when one of them is opened.
const desk = {};
const chunks = new Map();
const CHUNK_SIZE = 64;

function bytesOf(letters) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(letters);
  const bytes = atob(letters), array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) array[at] = bytes.charCodeAt(at);
  return array;
}

async function unpack(letters) {
  const stream = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

async function loadIndex() {
  Object.assign(desk, await unpack(byId("data-index").textContent.trim()));
  byId("data-index").remove();
  desk.count = desk.events.event_id.length;
  desk.number = new Map(desk.events.event_id.map((id, index) => [id, index]));
  desk.entityNumber = new Map(desk.entities.id.map((id, index) => [id, index]));
  desk.days = desk.events.date_start.map((day) => (day ? Number(day.replaceAll("-", "")) : 0));
  desk.placeNames = desk.events.place.values;
  desk.eventsOf = eventsByEntity();
}

// Of each entity the events it took part in, and of each place those that took place there, in order of their dates.
function eventsByEntity() {
  const found = desk.entities.id.map(() => []);
  const put = (entity, event) => { if (entity >= 0 && found[entity].at(-1) !== event) found[entity].push(event); };
  const places = desk.placeNames.map((name) => (Object.hasOwn(desk.places, name) ? desk.places[name] : -1));
  for (let event = 0; event < desk.count; event += 1) {
    for (let at = 0; at < desk.people[event].length; at += 3) put(desk.people[event][at], event);
    put(places[desk.events.place.codes[event]], event);
  }
  return found;
}

async function loadDetail(event) {
  desk.lines ||= byId("data-details").textContent.trim().split("\n");
  const at = Math.floor(event / CHUNK_SIZE);
  if (!chunks.has(at)) chunks.set(at, await unpack(desk.lines[at]));
  const chunk = chunks.get(at);
  return { documents: chunk.documents, ...chunk.events[event % CHUNK_SIZE] };
}

const coded = (name, event) => desk.events[name].values[desk.events[name].codes[event]];
const listed = (name, event) => desk.events[name].codes[event].map((code) => desk.events[name].values[code]);
const entityName = (entity) => desk.entities[language][entity];
const entityLink = (entity) => link(`#entity/${desk.entities.id[entity]}`, entityName(entity));
const entityOrName = (told) => (typeof told === "number" ? entityLink(told) : told);
const eventLink = (event, text) => link(`#event/${desk.events.event_id[event]}`, text);

function placeName(event) {
  const name = coded("place", event);
  return Object.hasOwn(desk.places, name) ? entityName(desk.places[name]) : name;
}

// Place and country, the country left out where it is the place.
function whereText(event) {
  const place = placeName(event), country = countryName(coded("country", event));
  return [place, country === place ? "" : country].filter(Boolean).join(", ");
}

// The participants of one event, each once: numbers of entities in order of sides.
function participantsOf(event) {
  const parts = desk.people[event], found = [];
  for (let at = 0; at < parts.length; at += 3) if (parts[at] >= 0) found.push([parts[at + 2] || 9, parts[at]]);
  return [...new Set(found.sort((one, other) => one[0] - other[0]).map(([, entity]) => entity))];
}

const whoText = (event) => participantsOf(event).map(entityName).join(", ");
