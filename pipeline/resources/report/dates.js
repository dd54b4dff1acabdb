// Dates as people write them, in the language of the page: from first and last day, precision and the EDTF form.
const formats = new Map();

function dateFormat(...parts) {
  const key = [locale(), ...parts].join(" ");
  if (!formats.has(key)) {
    const [month, day] = parts;
    formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: "UTC", year: "numeric", month, day: day ? "numeric" : undefined }));
  }
  return formats.get(key);
}

function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number), date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function rangeText(first, last, edtf, month) {
  const length = edtf.split("/")[0].length;
  const format = length === 4 ? dateFormat(undefined) : length === 7 ? dateFormat(month) : dateFormat(month, true);
  return format.formatRange(dayOf(first), dayOf(last)).replace(/[\u2009\u202f]/g, " ").replace(/^(\d+) – /, "$1–");
}

function partText(first, precision, code) {
  const year = Number(first.slice(0, 4)), month = Number(first.slice(5, 7));
  if (precision === "quarter") return word("quarter", { n: (month + 2) / 3, year }, "date");
  if (precision === "half") return word(month === 1 ? "half1" : "half2", { year }, "date");
  if (precision === "decade") return word("decade", { year }, "date");
  const season = code || { 3: "21", 6: "22", 9: "23", 12: "24" }[month];
  const told = season === "24" ? year + 1 : year;
  return word(`season${season}`, { year: told, before: told - 1 }, "date");
}

// `month` is "long" for sentences, "short" for narrow cells.
function dateText({ first, last, precision, edtf = "" }, month = "long") {
  if (!first) return "";
  let text = "";
  if (precision === "day" || first === last) text = dateFormat(month, true).format(dayOf(first));
  else if (precision === "month" && first.slice(0, 7) === last.slice(0, 7)) text = dateFormat(month).format(dayOf(first));
  else if (precision === "year" && first.slice(0, 4) === last.slice(0, 4)) text = dateFormat(undefined).format(dayOf(first));
  else if (["quarter", "half", "season", "decade"].includes(precision)) text = partText(first, precision, (/^\d{4}-(2[1-4])/.exec(edtf) || [])[1]);
  else text = rangeText(first, last || first, edtf, month);
  return /[~?%]$/.test(edtf) ? word("about", { date: text }, "date") : text;
}

const dayText = (iso) => (iso ? dateFormat("long", true).format(dayOf(iso)) : "");

function eventDate(event, month = "long") {
  const { date_start: first, date_end: last, date_edtf: edtf } = desk.events;
  return dateText({ first: first[event], last: last[event], precision: coded("date_precision", event), edtf: edtf[event] }, month);
}
