// A sentence with its words coloured by what was read from them; offsets count code points, as everywhere in the tables.
const SLOT_ORDER = ["trigger", "who", "whom", "signatory", "witness", "head_of_delegation", "attendee", "date", "place", "what", "event"];

// Pieces of the sentence between the ends of marks, each with the slots that hold it, the narrowest first.
function piecesOf(letters, marks) {
  const ends = [...new Set([0, letters.length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  return ends.slice(0, -1).map((start, at) => {
    const end = ends[at + 1];
    const around = marks.filter((mark) => mark[0] <= start && end <= mark[1]).sort((one, other) => (one[1] - one[0]) - (other[1] - other[0]));
    return { text: letters.slice(start, end).join(""), slots: around.map(([, , slot]) => slot) };
  });
}

function sentenceOf(mention) {
  const quote = element("blockquote", { lang: mention.lang });
  for (const { text, slots } of piecesOf(Array.from(mention.sentence), mention.marks)) {
    if (!slots.length) quote.append(text);
    else quote.append(element("mark", { class: `slot-${slots[0]}${slots.length > 1 ? " within" : ""}`, title: slots.map((slot) => named("slot", slot)).join(", ") }, text));
  }
  return quote;
}

function legendOf(mentions) {
  const used = new Set(mentions.flatMap(({ marks }) => marks.map(([, , slot]) => slot)));
  const known = [...SLOT_ORDER.filter((slot) => used.has(slot)), ...[...used].filter((slot) => !SLOT_ORDER.includes(slot))];
  return element("ul", { class: "legend", "aria-label": word("words_of") }, ...known.map((slot) => element("li", {}, element("mark", { class: `slot-${slot}` }, named("slot", slot)))));
}

function reasoningOf(mention) {
  const read = mention.date, whole = { first: mention.date_start, last: mention.date_end, precision: mention.date_precision };
  if (mention.date_source === "published") return word("dated_published");
  if (!mention.date_text && mention.date_source === "context") return word("dated_context");
  if (!mention.date_text || !mention.date_start) return "";
  const anchor = read && read.anchor && read.anchor !== mention.date_start && !/\d{4}/.test(mention.date_text) ? word("dated_anchor", { anchor: dayText(read.anchor) }) : "";
  const source = mention.date_source === "context" ? ` (${word("dated_context")})` : "";
  return word("dated_told", { text: mention.date_text, date: dateText(whole) }) + anchor + source;
}
