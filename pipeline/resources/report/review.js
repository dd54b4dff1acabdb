// Saying what is right and what is wrong: only where `communique review` serves the page; in report.html there is nothing to answer it.
const REVIEW = JSON.parse(byId("data-review").textContent);
const REVIEWED = { accept: "accepted", fix: "fixed", reject: "rejected" };
const judged = new Map();
const advance = { to: "" };

function takeVerdicts(verdicts) {
  judged.clear();
  for (const [id, slot, verdict, value] of verdicts) {
    if (!judged.has(id)) judged.set(id, {});
    judged.get(id)[slot] = { verdict, value };
  }
  const values = ["", "accepted", "fixed", "rejected"];
  desk.events.review_status = { values, codes: desk.events.event_id.map((id) => values.indexOf(statusOf(judged.get(id)))) };
  for (const key of [...ranks.keys()]) if (key.startsWith("doubt")) ranks.delete(key);
}

function statusOf(slots = {}) {
  if (slots.row && slots.row.verdict === "reject") return "rejected";
  if (Object.values(slots).some(({ verdict }) => verdict !== "accept")) return "fixed";
  return slots.row ? "accepted" : "";
}

async function sendVerdict(event, slot, verdict, value = "", was = "") {
  const told = { event_id: desk.events.event_id[event], slot, verdict, value, was };
  const answer = await fetch("/verdicts", { method: "POST", headers: { "Content-Type": "application/json", "X-Communique-Token": REVIEW.token }, body: JSON.stringify(told) });
  const kept = await answer.json().catch(() => ({ error: answer.statusText }));
  if (!answer.ok) { byId("review-note").textContent = kept.error; return; }
  takeVerdicts(kept);
  desk.sequence = null;
  if (slot === "row" && verdict && advance.to) goTo(advance.to);
  else await showView();
}

// What the table holds in a cell: as the tables write it, so that it can be changed.
function cellOf(event, slot, { people }) {
  const roles = { who: ["who", "head_of_delegation"], whom: ["whom"] }[slot];
  if (roles) return people.filter(([, role]) => roles.includes(role)).map(([entity]) => (typeof entity === "number" ? entityName(entity) : entity)).join("; ");
  if (slot === "date") return desk.events.date_edtf[event] || desk.events.date_start[event];
  if (slot === "place") return placeName(event);
  return slot === "what" ? desk.events.what[event] : coded(slot, event);
}

function reviewOf(event, detail) {
  const slots = judged.get(desk.events.event_id[event]) || {}, after = found[found.indexOf(event) + 1];
  advance.to = after === undefined ? "" : `event/${desk.events.event_id[after]}`;
  const button = (key, verdict) => {
    const node = element("button", { type: "button", class: `verdict ${verdict}`, "data-verdict": verdict, "aria-pressed": String((slots.row || {}).verdict === verdict) }, word(key));
    node.addEventListener("click", () => sendVerdict(event, "row", (slots.row || {}).verdict === verdict ? "" : verdict));
    return node;
  };
  const rows = REVIEW.slots.map((slot) => slotRow(event, slot, cellOf(event, slot, detail), slots[slot]));
  return [section("review", element("div", { class: "verdicts", id: "verdicts" }, button("accept_row", "accept"), button("reject_row", "reject")),
    plainTable(["slot", "value", "review_cell"].map((key) => word(key)), rows, { class: "plain cells" }),
    element("p", { id: "review-note", role: "alert", class: "note" }), element("p", { class: "note" }, word("review_hint")))];
}

function slotRow(event, slot, was, judgement) {
  const value = element("span", { class: "held" }, shownCell(slot, was, judgement)), name = named("slot", slot);
  const controls = element("span", { class: "verdicts", role: "group", "aria-label": name });
  for (const [verdict, sign] of [["accept", "✓"], ["fix", "✎"], ["reject", "✗"]]) {
    if (verdict === "reject" && ["event_type", "status"].includes(slot)) continue;
    const pressed = Boolean(judgement) && judgement.verdict === verdict;
    const node = element("button", { type: "button", class: `verdict ${verdict}`, "data-slot": slot, "data-verdict": verdict, "aria-pressed": String(pressed), "aria-label": `${name}: ${word(`${verdict}_cell`)}`, title: word(`${verdict}_cell`) }, sign);
    node.addEventListener("click", () => (verdict === "fix" ? editCell(event, slot, was, judgement, value) : sendVerdict(event, slot, pressed ? "" : verdict, "", was)));
    controls.append(node);
  }
  return [name, value, controls];
}

function shownCell(slot, was, judgement) {
  const told = (text) => (["event_type", "status"].includes(slot) ? named(slot, text) : text || "—");
  if (!judgement || judgement.verdict === "accept") return told(was);
  const right = judgement.verdict === "fix" ? element("ins", {}, told(judgement.value)) : "";
  return judgement.value === was ? told(was) : element("span", {}, element("del", {}, told(was)), " ", right);
}

function editCell(event, slot, was, judgement, place) {
  const held = judgement && judgement.verdict === "fix" ? judgement.value : was, choices = { status: REVIEW.statuses, event_type: Object.keys(WORDS.event_type) }[slot];
  const control = choices ? element("select", {}, ...choices.map((value) => element("option", { value, text: named(slot, value) }))) : element("input", { type: "text" });
  control.value = held;
  control.setAttribute("aria-label", named("slot", slot));
  const form = element("form", { class: "edit" }, control, element("button", { type: "submit", text: word("keep") }), element("span", { class: "note" }, Object.hasOwn(WORDS.page, `hint_${slot}`) ? word(`hint_${slot}`) : ""));
  form.addEventListener("submit", (submitted) => { submitted.preventDefault(); sendVerdict(event, slot, control.value.trim() ? "fix" : "reject", control.value.trim(), was); });
  form.addEventListener("keydown", (pressed) => { if (pressed.key === "Escape") showView(); });
  place.replaceChildren(form);
  control.focus();
}

// a: all right, x: no such event, j and k: later and earlier event.
function reviewByKey(event) {
  if (!REVIEW || byId("view-event").hidden || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const button = { a: "#verdicts [data-verdict=accept]", x: "#verdicts [data-verdict=reject]", j: ".steps [data-step=next]", k: ".steps [data-step=before]" }[event.key];
  if (button && document.querySelector(button)) document.querySelector(button).click();
}

function reviewTag(event) {
  const status = coded("review_status", event);
  return status ? tag(named("review_status", status), status) : "";
}

function startReview() {
  if (!REVIEW) return;
  takeVerdicts(REVIEW.verdicts);
  addEventListener("keydown", reviewByKey);
}
