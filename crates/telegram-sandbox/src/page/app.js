// Starts the page: one store, one top bar, one strip of events, one deck of phones, and the tour beside it; builds them anew when
// the language changes.
// Knows the parts by their faces; must not know messages, chats or the server's addresses.

import { clockBar } from "./clock.js";
import { Deck } from "./deck.js";
import { button, el, svg } from "./dom.js";
import { News } from "./news.js";
import { Store } from "./store.js";
import { setZone } from "./time.js";
import { openTools } from "./tools.js";
import { Tour, steps, wanted } from "./tour.js";
import { language, setLanguage, t } from "./words.js";

const LANGUAGES = [["vi", "Tiếng Việt"], ["en", "English"]];

const root = document.getElementById("app");
const store = new Store();
let shown = null;

/** The mark: the deck and two spans of a bridge. */
function mark() {
  return svg("svg", { class: "mark", viewBox: "0 0 32 32", "aria-hidden": "true" },
    svg("rect", { width: 32, height: 32, rx: 8 }), svg("path", { d: "M4 11h24M5 22v-2a5 5 0 0 1 10 0v2m2 0v-2a5 5 0 0 1 10 0v2" }));
}

function brand() {
  return el("div", { class: "brand" }, mark(), el("div", {}, el("h1", {}, t("pageTitle")), el("p", {}, t("pageNote"))));
}

function languageSwitch() {
  return el("div", { class: "languages", role: "group", "aria-label": t("language") }, LANGUAGES.map(([code, name]) =>
    el("button", { type: "button", lang: code, title: name, "aria-label": `${code.toUpperCase()}: ${name}`, "aria-pressed": String(code === language), data: { language: code }, on: { click: () => speak(code) } }, code.toUpperCase())));
}

function speak(code) {
  setLanguage(code);
  show();
  root.querySelector(`[data-language="${code}"]`)?.focus();
}

function connectionBanner() {
  const node = el("div", { class: "banner", role: "status" });
  const update = () => { node.textContent = store.online ? "" : t("offline"); node.hidden = store.online; };
  return { node, stop: store.on((kind) => kind === "connection" && update()), update };
}

/** Draws everything from the store; what was drawn before lets go of it first. */
function show() {
  shown?.leave();
  const deck = new Deck(store);
  const complain = (error) => deck.phones.find((phone) => phone.visible)?.complain(error, "failedTap");
  const clock = clockBar(store, complain);
  const banner = connectionBanner();
  const stage = el("div", { class: "stage" }, deck.node);
  const begin = () => {
    if (tour) return;
    guide.hidden = true;
    stage.classList.add("touring");
    tour = new Tour(store, ([user, chat]) => deck.only(user, chat), end);
    stage.prepend(tour.node);
  };
  const end = () => {
    tour.node.remove();
    tour = null;
    stage.classList.remove("touring");
    guide.hidden = steps(store).length === 0;
    deck.all();
  };
  const guide = button(t("tourBegin"), { class: "guide", hidden: steps(store).length === 0, data: { guide: "" }, on: { click: begin } });
  const news = new News(store, { shown: (chat) => deck.shows(chat), has: (chat) => deck.has(chat), open: (chat) => deck.forward(chat) });
  let tour = null;
  const tools = button(t("tools"), { class: "quiet tools-button", drawing: "tools", iconOnly: true, data: { tools: "" }, on: { click: () => openTools(store, deck.holders) } });
  root.replaceChildren(
    el("header", { class: "top" }, brand(), clock.node, clock.moves, el("div", { class: "settings" }, guide, tools, languageSwitch())),
    banner.node, news.node, stage);
  banner.update();
  if (wanted(store)) begin();
  shown = { leave: () => { deck.save(); deck.leave(); clock.stop(); banner.stop(); news.stop(); tour?.stop(); } };
}

setLanguage(language);
root.replaceChildren(el("p", { class: "first-load" }, t("loading")));
const stop = store.on((kind) => {
  if (kind !== "state") return;
  stop();
  setZone(store.state.page?.utc_offset);
  show();
});
store.start();
