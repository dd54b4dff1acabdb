// The words of the page in two languages, and what makes its elements: text is always set as text.
const WORDS = JSON.parse(document.getElementById("data-words").textContent);
const byId = (id) => document.getElementById(id);

function remembered(key) {
  try { return localStorage.getItem(`communique.${key}`); } catch { return null; }
}

function remember(key, value) {
  try { localStorage.setItem(`communique.${key}`, value); } catch { /* a browser may refuse; then it is forgotten */ }
}

let language = remembered("language") || (navigator.language.startsWith("ru") ? "ru" : "en");
const locale = () => (language === "ru" ? "ru-RU" : "en-GB");

// The word in the language of the page; a value that no list knows (a type of a user's rules) stands as it is.
function word(key, values = {}, group = "page") {
  const found = Object.hasOwn(WORDS[group], key) ? WORDS[group][key][language] : key.replaceAll("_", " ");
  return found.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
}

const named = (group, key) => (key ? word(key, {}, group) : word("unknown"));
const tools = {}; // made once for each language: to make them takes longer than to use them
const toolOf = () => (tools[language] ||= { number: new Intl.NumberFormat(locale()), collator: new Intl.Collator(locale(), { numeric: true }), regions: new Intl.DisplayNames([language], { type: "region" }) });
const number = (value) => toolOf().number.format(value);
const compareWords = (one, other) => toolOf().collator.compare(one, other);

function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key in node && typeof value !== "string") node[key] = value;
    else if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const link = (address, text, properties = {}) => element("a", { href: address, ...properties }, text);
const tag = (text, kind = "") => element("span", { class: `tag ${kind}`.trim() }, text);

function outward(address, text) {
  return address ? link(address, text, { rel: "noopener noreferrer nofollow", target: "_blank" }) : element("span", {}, text);
}

// A table with a head: `rows` are lists of texts or elements.
function plainTable(heads, rows, properties = {}) {
  const cells = (row, kind, more) => element("tr", {}, ...row.map((cell) => element(kind, more, cell)));
  return element("table", { class: "plain", ...properties },
    element("thead", {}, cells(heads, "th", { scope: "col" })), element("tbody", {}, ...rows.map((row) => cells(row, "td", {}))));
}

function scrolling(label, ...children) {
  return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, ...children);
}

function showWords() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  byId("language").lang = language === "ru" ? "en" : "ru";
}

function countryName(code) {
  try { return code ? toolOf().regions.of(code) : ""; } catch { return code; }
}
