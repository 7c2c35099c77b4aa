// The strip of the last events: what the bot has sent, to whom and when, and what the clock has passed.
// Knows messages by sender, chat and first words; must not know phones, but for the one question whether somebody shows a chat.

import { button, el } from "./dom.js";
import { clockTime, instant, shortWeekday } from "./time.js";
import { calledName, language, t } from "./words.js";

const KEPT = 12;
const WORDS = 48;
const NAMES = 2;
const PAUSE = 350; // messages of one moment are one event

export class News {
  #waiting = new Map(); // first words → { text, date, chats }
  #timer = null;
  #moving = null; // while the clock moves: the chats that have had their news

  /** `shown(chat)` tells whether a phone in sight shows it; `open(chat)` brings the phone that has it forward, if any. */
  constructor(store, { shown, has, open }) {
    Object.assign(this, { store, shown, has, open });
    this.list = el("ol", { class: "news-list" });
    this.node = el("div", { class: "news", role: "log", "aria-label": t("news"), tabindex: "0" }, this.list);
    this.#write(el("span", {}, store.state.page?.about?.[language] ?? t("newsNone")));
    this.empty = true;
    this.stop = store.on((kind, detail) => {
      if (kind === "sent") this.#heed(detail);
      if (kind === "clock") this.#clock();
    });
  }

  /** What the reader has just caused on a phone in sight is no news. */
  #heed(message) {
    if (!this.#moving && this.shown(message.chat)) return;
    // While the clock moves, others act as well: what follows the first message is an answer to them.
    if (this.#moving?.has(message.chat)) return;
    this.#moving?.add(message.chat);
    const text = firstWords(message);
    const event = this.#waiting.get(text) ?? { text, date: message.date, chats: new Set() };
    event.chats.add(message.chat);
    this.#waiting.set(text, event);
    clearTimeout(this.#timer);
    if (!this.#moving) this.#timer = setTimeout(() => this.#tell(), PAUSE);
  }

  #clock() {
    if (this.store.busy === Boolean(this.#moving)) return;
    if (this.store.busy) this.#moving = new Set();
    else setTimeout(() => { this.#moving = null; this.#tell(true); }, PAUSE);
  }

  /** The phone that got something comes forward. */
  #tell(moved = false) {
    const events = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const event of events) this.#add(this.#line(event), event.date);
    if (moved && !events.length) this.#add(el("span", {}, t("newsQuiet")));
    const chat = events.flatMap((event) => [...event.chats]).find((one) => this.has(one));
    if (chat !== undefined) this.open(chat);
  }

  #line({ text, chats }) {
    const held = [...chats].filter((chat) => this.has(chat));
    const named = [...held, ...[...chats].filter((chat) => !held.includes(chat))].slice(0, NAMES);
    const names = named.map((chat) => this.#name(chat)).join(", ");
    const others = chats.size - named.length;
    const to = others > 0 ? t("newsMore", { names, n: others }) : names;
    const words = [el("b", {}, t("newsTo", { bot: this.store.state.bot.name, to })), el("span", {}, `“${text}”`)];
    if (!held.length) return el("span", { class: "news-line" }, words);
    return el("button", { type: "button", class: "news-line", on: { click: () => this.open(held[0]) } }, words);
  }

  #name(chat) {
    const person = this.store.user(chat);
    return person ? calledName(person) : this.store.chat(chat)?.title ?? t("group");
  }

  #add(content, date) {
    const at = date === undefined ? this.store.now : instant(date);
    this.#write(el("span", { class: "news-at" }, `${shortWeekday(at, language)} ${clockTime(at)}`), content);
  }

  #write(...content) {
    if (this.empty) this.list.replaceChildren();
    this.empty = false;
    this.list.prepend(el("li", {}, ...content));
    while (this.list.children.length > KEPT) this.list.lastChild.remove();
    this.node.scrollLeft = 0;
  }
}

function firstWords(message) {
  const line = (message.text ?? "").split("\n").find((one) => one.trim()) ?? "";
  const short = line.trim() || message.photo?.name || message.document?.name || "";
  return short.length > WORDS ? `${short.slice(0, WORDS).trimEnd()}…` : short;
}
