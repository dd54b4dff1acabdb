// Who took part with whom, over the events that pass the filters: a drawing and a list of pairs.
const KINDS = { person: ["person"], organization: ["organization", "group"], place: ["country", "region", "city"] };
const KIND_HUES = { person: 3, organization: 4, group: 6, country: 2, region: 1, city: 0 };
const network = { kind: "", size: NARROW.matches ? 20 : 40 };
const PAIRS = 60;

function showNetwork() {
  const kinds = Object.keys(KINDS).map((kind) => element("option", { value: kind, text: named(kind === "place" ? "page" : "entity_type", kind) }));
  const kind = element("select", { id: "network-kind" }, element("option", { value: "", text: word("all") }), ...kinds);
  const size = element("input", { id: "network-size", type: "range", min: "10", max: "100", step: "10" });
  kind.value = network.kind;
  size.value = network.size;
  byId("view-network").replaceChildren(
    element("form", { class: "panel bar" }, element("p", { class: "note wide" }, word("network_hint")), element("label", {}, element("span", {}, word("whom_shown")), kind), element("label", {}, element("span", {}, word("how_many")), size)),
    element("p", { class: "note", id: "network-note" }), element("div", { class: "panel chart-panel" }, element("div", { id: "net", class: "chart net" })),
    element("section", { class: "panel part", id: "pairs" }));
  const change = () => { Object.assign(network, { kind: kind.value, size: Number(size.value) }); drawNetwork(); };
  kind.addEventListener("change", change);
  size.addEventListener("change", change);
  drawNetwork();
  return word("network");
}

// The most frequent participants and the pairs among them: events together.
function countPairs() {
  const kinds = network.kind ? new Set(KINDS[network.kind]) : null, alone = new Map(), pairs = new Map();
  const taking = (event) => participantsOf(event).filter((entity) => !kinds || kinds.has(desk.entities.type[entity]));
  for (const event of found) {
    const people = taking(event);
    if (people.length > 1) for (const entity of people) alone.set(entity, (alone.get(entity) || 0) + 1);
  }
  const nodes = [...alone].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, network.size);
  const known = new Set(nodes.map(([entity]) => entity));
  for (const event of found) {
    const people = taking(event).filter((entity) => known.has(entity)).sort((a, b) => a - b);
    for (let one = 0; one < people.length; one += 1) for (let other = one + 1; other < people.length; other += 1) {
      const key = `${people[one]} ${people[other]}`;
      pairs.set(key, (pairs.get(key) || 0) + 1);
    }
  }
  const joined = [...pairs].map(([key, n]) => [...key.split(" ").map(Number), n]).sort((one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1]);
  const partners = new Set(joined.flatMap(([one, other]) => [one, other]));
  return { nodes: nodes.filter(([entity]) => partners.has(entity)), pairs: joined };
}

async function drawNetwork() {
  const { nodes, pairs } = countPairs();
  byId("network-note").textContent = nodes.length ? word("shown", { found: number(found.length), all: number(desk.count) }) : word("nobody");
  listPairs(pairs.slice(0, PAIRS));
  byId("net").parentElement.hidden = !nodes.length;
  if (!nodes.length) return;
  const spec = networkSpec(nodes, pairs);
  await drawChart("net", spec, (datum) => { if (datum.entity !== undefined) goTo(`entity/${desk.entities.id[datum.entity]}`); }, "vega");
}

function networkSpec(nodes, pairs) {
  const spec = structuredClone(CHARTS.network), position = new Map(nodes.map(([entity], at) => [entity, at]));
  const [dots, lines, texts] = spec.marks, { type } = desk.entities, hues = palette();
  spec.width = Math.max(320, byId("net").clientWidth);
  spec.height = Math.max(520, Math.min(680, Math.round(spec.width * 0.66)));
  fitForces(spec, nodes.length);
  spec.description = word("network_of");
  spec.data[0].values = nodes.map(([entity, n]) => ({ entity, n, kind: named("entity_type", type[entity]), label: entityName(entity), tip: `${entityName(entity)}: ${number(n)}` }));
  spec.data[1].values = pairs.map(([one, other, n]) => ({ source: position.get(one), target: position.get(other), n, tip: `${entityName(one)} — ${entityName(other)}: ${number(n)}` }));
  const kinds = Object.keys(KIND_HUES).filter((kind) => nodes.some(([entity]) => type[entity] === kind));
  Object.assign(spec.scales[0], { domain: kinds.map((kind) => named("entity_type", kind)), range: kinds.map((kind) => hues[KIND_HUES[kind]]) });
  dots.description = word("network_of");
  for (const mark of [lines, texts]) mark.aria = false;
  dots.encode.enter.stroke.value = colour("panel");
  lines.encode.enter.stroke.value = colour("soft");
  texts.encode.enter.fill.value = colour("ink");
  texts.transform = [{ type: "label", size: [spec.width, spec.height], anchor: ["bottom", "top", "right", "left"], offset: [2] }];
  return spec;
}

// The smaller the place and the more the names, the closer they stand, so that all are seen.
function fitForces(spec, count) {
  const room = Math.sqrt((spec.width * spec.height) / count), forces = spec.marks[0].transform[0].forces;
  const told = (kind) => forces.find(({ force }) => force === kind);
  const small = spec.width < 700;
  told("nbody").strength = -Math.min(260, room * room * 0.011);
  told("nbody").distanceMax = room * 2.2;
  told("link").distance = Math.min(80, room * 0.45);
  told("collide").radius = small ? 20 : 24;
  Object.assign(told("x"), { strength: small ? 0.09 : 0.03 });
  Object.assign(told("y"), { strength: small ? 0.06 : 0.08 });
  if (small) Object.assign(spec.legends[0], { direction: "horizontal", columns: 4 });
}

function listPairs(pairs) {
  const rows = pairs.map(([one, other, n]) => [entityLink(one), entityLink(other), number(n)]);
  byId("pairs").replaceChildren(element("h2", {}, word("pairs")), scrolling(word("pairs"), plainTable([word("name"), word("met"), word("together")], rows, { class: "plain wide names last-number" })));
}
