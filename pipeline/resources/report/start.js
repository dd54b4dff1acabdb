
// Fills the page and listens to its controls.
function choosePeriod(bar) {
  const again = bar.classList.contains("chosen");
  byId("from").value = again ? "" : bar.dataset.from;
  byId("to").value = again ? "" : bar.dataset.to;
  unmarkBars();
  bar.classList.toggle("chosen", !again);
  findRows();
}

function unmarkBars() {
  for (const bar of document.querySelectorAll(".bar.chosen")) bar.classList.remove("chosen");
}

function turnPage(step) {
  state.page += step;
  showPage();
  byId("list").scrollIntoView({ block: "start" });
}

function openFromAddress() {
  const match = /^#event=(.+)$/.exec(location.hash);
  const index = match ? data.rows.findIndex((row) => row[column.event_id] === decodeURIComponent(match[1])) : -1;
  if (index >= 0) openEvent(index);
}

function listen() {
  let waiting = 0;
  byId("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(findRows, 120); });
  byId("filters").addEventListener("change", (event) => { if (event.target.type === "date") unmarkBars(); findRows(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => { unmarkBars(); setTimeout(findRows); });
  byId("previous").addEventListener("click", () => turnPage(-1));
  byId("next").addEventListener("click", () => turnPage(1));
  byId("event").addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
  byId("event").addEventListener("click", (event) => { if (event.target === byId("event")) byId("event").close(); });
  addEventListener("hashchange", openFromAddress);
  for (const bar of document.querySelectorAll(".bar[tabindex]")) {
    bar.addEventListener("click", () => choosePeriod(bar));
    bar.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choosePeriod(bar); } });
  }
}

FILTERS.forEach(fillFilter);
showHeader();
listen();
findRows();
openFromAddress();
