// The row of phones: how many fit side by side, the tabs for the rest, unread counts, and what is remembered of who holds which.
// Knows phones from outside; must not know messages.

import { el, memory } from "./dom.js";
import { avatar } from "./bubble.js";
import { Phone } from "./phone.js";
import { openPicker } from "./picker.js";
import { Taps } from "./taps.js";
import { language, t } from "./words.js";

const NARROWEST = 292;
const GAP = 12;
const MOST = 4;

export class Deck {
  phones = [];
  #alone = null; // the one phone that a tour shows
  #first = 0; // the leftmost phone in sight
  #capacity = 1;

  constructor(store) {
    this.store = store;
    this.taps = new Taps(() => this.phones);
    this.tabs = el("div", { class: "tabs", role: "tablist", "aria-label": t("phones"), "aria-multiselectable": "true", on: { keydown: (event) => this.#arrow(event) } });
    this.row = el("div", { class: "row-of-phones" });
    this.node = el("main", { class: "deck" }, this.tabs, this.row);
    this.stop = store.on((kind, detail) => {
      if (kind === "toast") this.taps.answer(detail);
      if (kind === "state") this.#deal();
    });
    this.observer = new ResizeObserver(() => this.#fit());
    this.observer.observe(this.node);
    this.#deal();
  }

  leave() {
    this.stop();
    this.observer.disconnect();
    this.phones.forEach((phone) => phone.leave());
  }

  /** Phones are dealt out anew only when the suggestion changes: nobody's phone is taken from their hand. */
  #deal() {
    const suggested = suggestions(this.store.state);
    const signature = JSON.stringify(suggested.map(({ user, chat, start }) => [user, chat, start]));
    if (signature === this.dealt) return;
    this.dealt = signature;
    this.phones.forEach((phone) => phone.leave());
    const kept = memory.read("deck");
    const recalled = kept?.dealt === signature ? kept.phones : [];
    this.phones = suggested.map((spec, index) => new Phone(this.store, index, this.#valid(recalled[index]) ?? spec, this));
    this.row.replaceChildren(...this.phones.map((phone) => phone.node));
    if (!this.phones.length) this.row.append(el("div", { class: "nobody" }, el("p", {}, t("noPeople")),
      el("button", { type: "button", class: "primary", on: { click: () => openPicker(this.store, null, () => {}) } }, t("addPerson"))));
    this.#fit(true);
  }

  /** Everyone who holds a phone, each once. */
  get holders() {
    return [...new Set(this.phones.map((phone) => phone.user))];
  }

  proposal(user, chat) {
    return suggestions(this.store.state).find((one) => one.user === user && one.chat === chat);
  }

  suggestion(index) {
    return this.#valid(suggestions(this.store.state)[index]);
  }

  #valid(spec) {
    return spec && this.store.user(spec.user) && (spec.chat === spec.user || this.store.chat(spec.chat)) ? spec : null;
  }

  save() {
    memory.write("deck", { dealt: this.dealt, phones: this.phones.map((phone) => phone.spec) });
  }

  assign(phone) {
    openPicker(this.store, phone.spec, (spec) => {
      phone.assign(spec);
      this.save();
      this.#drawTabs();
      phone.composer.focus();
    });
  }

  /** Shows the phone of this person and chat alone, and gives it. */
  only(user, chat) {
    const at = this.phones.findIndex((phone) => phone.user === user && phone.chat === chat);
    const suggested = suggestions(this.store.state).findIndex((one) => one.user === user && one.chat === chat);
    const phone = this.phones[at >= 0 ? at : Math.max(suggested, 0)];
    if (at < 0) phone.assign({ user, chat });
    this.#alone = phone;
    this.#fit(true);
    return phone;
  }

  /** Every phone again. */
  all() {
    this.#alone = null;
    this.#fit(true);
  }

  #holding(chat) {
    const holding = this.phones.filter((phone) => phone.chat === chat);
    return holding.find((phone) => phone.visible) ?? holding[0];
  }

  has(chat) {
    return Boolean(this.#holding(chat));
  }

  shows(chat) {
    return Boolean(this.#holding(chat)?.visible);
  }

  /** The phone that shows this chat comes into sight, and is marked for a moment. A tour keeps its own phone in sight. */
  forward(chat) {
    const phone = this.#holding(chat);
    if (!phone || (this.#alone && this.#alone !== phone)) return;
    this.#show(phone.index);
    phone.list.toBottom(true);
    phone.mark();
  }

  #fit(force = false) {
    if (this.#alone) return this.#show(this.#alone.index);
    const room = Math.max(1, Math.floor((this.row.clientWidth + GAP) / (NARROWEST + GAP)));
    const capacity = Math.min(room, Math.max(1, this.phones.length));
    if (capacity === this.#capacity && !force) return;
    this.#capacity = capacity;
    this.#show(this.#first);
  }

  /** Brings phone `index` into sight, moving the others as little as possible. */
  #show(index) {
    const last = Math.max(0, this.phones.length - this.#capacity);
    if (index < this.#first) this.#first = index;
    if (index >= this.#first + this.#capacity) this.#first = index - this.#capacity + 1;
    this.#first = Math.min(this.#first, last);
    this.phones.forEach((phone, at) => {
      phone.visible = this.#alone ? phone === this.#alone : at >= this.#first && at < this.#first + this.#capacity;
      phone.node.hidden = !phone.visible;
    });
    this.row.style.setProperty("--shown", this.#alone ? 1 : this.#capacity);
    this.node.classList.toggle("single", this.#capacity === 1 && !this.#alone);
    this.#drawTabs();
  }

  /** A phone's unread count or owner changed. */
  changed(phone) {
    if (this.phones.includes(phone)) this.#drawTabs();
  }

  #drawTabs() {
    this.tabs.hidden = Boolean(this.#alone) || this.#capacity >= this.phones.length;
    const unread = this.phones.reduce((sum, phone) => sum + phone.list.unread, 0);
    document.title = (unread ? `(${unread}) ` : "") + `${this.store.state.bot.name} · ${t("pageTitle")}`;
    const held = [...this.tabs.children].indexOf(document.activeElement);
    this.tabs.replaceChildren(...this.phones.map((phone) => this.#tab(phone)));
    if (held >= 0) this.tabs.children[held]?.focus();
  }

  #tab(phone) {
    const unread = phone.list.unread;
    return el("button", {
      type: "button", class: "tab", role: "tab", "aria-selected": String(phone.visible), data: { tab: phone.index },
      on: { click: () => this.#choose(phone) },
    },
    el("span", { class: "tab-face" }, avatar(phone.person?.name ?? "?", phone.group ? phone.chat : phone.user, "tiny", phone.group ? "group" : "person"),
      unread > 0 && el("span", { class: "badge" }, String(unread), el("span", { class: "visually-hidden" }, ` (${t("unread", { n: unread })})`))),
    el("span", { class: "tab-name" }, phone.shortName),
    el("span", { class: "tab-role" }, phone.shortRole));
  }

  #choose(phone) {
    this.#show(phone.index);
    if (phone.list.atBottom) phone.list.toBottom(true);
  }

  #arrow(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = [...this.tabs.children].indexOf(document.activeElement);
    if (!step || at < 0) return;
    const next = (at + step + this.phones.length) % this.phones.length;
    this.tabs.children[next].focus();
    this.#choose(this.phones[next]);
  }
}

/** What the server proposes; without a proposal, the first people with the bot. */
function suggestions(state) {
  const proposed = state.phones?.length ? state.phones : state.users.slice(0, MOST).map((user) => ({ user: user.id, chat: user.id }));
  return proposed.map(({ user, chat, role, start }) => ({ user, chat, role: role?.[language] ?? "", start: start ?? "" }));
}
