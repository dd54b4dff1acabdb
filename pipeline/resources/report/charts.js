// Charts by Vega: colours come from the page's style, words from its language; expressions are interpreted, so that no code is made from text.
const CHARTS = JSON.parse(byId("data-charts").textContent);
const MOST_BARS = 60;
const views = new Map();
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const palette = () => Array.from({ length: 8 }, (_, at) => colour(`hue-${at + 1}`));

function tip(handler, event, item, value) {
  const box = byId("tip") || document.body.appendChild(element("div", { id: "tip", "aria-hidden": "true" }));
  const text = value && typeof value === "object" ? Object.values(value)[0] : value;
  box.hidden = !text;
  if (!text) return;
  box.textContent = text;
  box.style.left = `${Math.max(4, Math.min(event.pageX + 12, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${event.pageY + 14}px`;
}

function chartConfig() {
  const text = { labelColor: colour("soft"), titleColor: colour("soft"), labelFont: "system-ui, sans-serif", titleFont: "system-ui, sans-serif" };
  return {
    background: "transparent", view: { stroke: null }, font: "system-ui, sans-serif",
    axis: { ...text, gridColor: colour("line"), domainColor: colour("line"), tickColor: colour("line"), labelFontSize: 11 },
    legend: { ...text, labelFontSize: 12, labelLimit: 140, rowPadding: 2, columnPadding: 14 },
    range: { category: palette() },
  };
}

async function drawChart(place, spec, choose, mode = "vega-lite") {
  const node = byId(place);
  (views.get(place) || { finalize() {} }).finalize();
  const drawn = await globalThis.vegaEmbed(node, spec, {
    mode, ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: tip, config: chartConfig(),
    timeFormatLocale: timeWords(), downloadFileName: "chart",
  });
  views.set(place, drawn);
  drawn.view.addEventListener("click", (_, item) => { if (item && item.datum) choose(item.datum); });
  node.dataset.drawn = "yes";
  return drawn.view;
}

function timeWords() {
  const names = (length, part, count) => Array.from({ length: count }, (_, at) => new Intl.DateTimeFormat(locale(), { [part]: length, timeZone: "UTC" })
    .format(Date.UTC(2023, part === "month" ? at : 0, part === "month" ? 1 : at + 1)));
  return {
    dateTime: "%x, %X", date: "%d.%m.%Y", time: "%H:%M", periods: ["", ""],
    days: names("long", "weekday", 7), shortDays: names("short", "weekday", 7), months: names("long", "month", 12), shortMonths: names("short", "month", 12),
  };
}

// The finest unit of time that keeps the bars readable once one event in fifty at either end is left out.
function chooseUnit(months) {
  const cut = Math.floor(months.length / 50), first = months[cut], last = months[months.length - 1 - cut];
  const unit = [1, 3, 12, 120].find((size) => Math.floor(last / size) - Math.floor(first / size) < MOST_BARS) || 120;
  return { unit, first: Math.floor(first / unit), last: Math.floor(last / unit) };
}

const monthOf = (event) => { const day = desk.days[event]; return Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1; };
const isoMonth = (month, day = "01") => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-${day}`;
const lastDay = (month) => isoMonth(month, String(new Date(Date.UTC(2000 + (Math.floor(month / 12) % 400), (month % 12) + 1, 0)).getUTCDate()).padStart(2, "0"));

function unitLabel(index, unit) {
  const first = isoMonth(index * unit), precision = { 1: "month", 3: "quarter", 12: "year", 120: "decade" }[unit];
  return dateText({ first, last: lastDay(index * unit + unit - 1), precision });
}

// Events found by unit of time and type, and how many can't be drawn.
function countOverTime() {
  const dated = Array.from(found.filter((event) => desk.days[event]));
  if (!dated.length) return { rows: [], undated: found.length, earlier: 0, later: 0 };
  const { unit, first, last } = chooseUnit(Uint32Array.from(dated, monthOf).sort());
  const counts = new Map(), told = { unit, first, last, undated: found.length - dated.length, earlier: 0, later: 0 };
  for (const event of dated) {
    const index = Math.floor(monthOf(event) / unit);
    if (index < first) told.earlier += 1;
    else if (index > last) told.later += 1;
    else { const key = `${index} ${desk.events.event_type.codes[event]}`; counts.set(key, (counts.get(key) || 0) + 1); }
  }
  told.rows = [...counts].map(([key, n]) => ({ index: Number(key.split(" ")[0]), code: Number(key.split(" ")[1]), n }));
  return told;
}

async function drawOverTime() {
  if (byId("view-events").hidden) return;
  const told = countOverTime(), { values } = desk.events.event_type;
  const notes = [["undated_n", told.undated], ["earlier_n", told.earlier, told.first], ["later_n", told.later, told.last]].filter(([, n]) => n);
  const years = (index) => Math.floor((index * told.unit) / 12);
  byId("over-time-note").textContent = notes.map(([key, n, index]) => word(key, { n: number(n), year: index === undefined ? "" : years(index) })).join("; ");
  const rows = told.rows.map(({ index, code, n }) => ({
    index, n, order: code, type: named("event_type", values[code]), start: isoMonth(index * told.unit), end: isoMonth((index + 1) * told.unit),
    tip: `${unitLabel(index, told.unit)}: ${named("event_type", values[code])} ${number(n)}`,
  }));
  byId("over-time").hidden = !rows.length;
  listOverTime(rows, told.unit);
  if (!rows.length) return;
  const spec = structuredClone(CHARTS.over_time);
  spec.description = word("over_time");
  spec.data.values = rows;
  const names = values.map((value) => named("event_type", value)), hues = palette();
  spec.encoding.color.scale = { domain: names, range: names.map((_, at) => hues[at % hues.length]) };
  spec.encoding.color.legend.columns = innerWidth < 700 ? 3 : 8;
  await drawChart("over-time", spec, ({ index }) => choosePeriod(index, told.unit));
}

function choosePeriod(index, unit) {
  if (index === undefined) return;
  const [from, to] = [isoMonth(index * unit), lastDay((index + 1) * unit - 1)];
  const again = filters.from === from && filters.to === to;
  Object.assign(filters, again ? { from: "", to: "" } : { from, to });
  refresh();
}

function listOverTime(rows, unit) {
  const sums = new Map();
  for (const { index, n } of rows) sums.set(index, (sums.get(index) || 0) + n);
  const lines = [...sums].sort((one, other) => other[0] - one[0]).map(([index, n]) => {
    const button = element("button", { type: "button", class: "linkish", text: unitLabel(index, unit) });
    button.addEventListener("click", () => choosePeriod(index, unit));
    return [button, number(n)];
  });
  byId("over-time-table").replaceChildren(plainTable([word("date"), word("number")], lines));
}
