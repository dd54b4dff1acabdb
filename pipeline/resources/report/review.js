// Saying "wrong": only where `communique review` serves the page; in report.html nothing of this is shown.
const REVIEW = JSON.parse(byId("data-review").textContent);

function reviewOf() {
  return [];
}
