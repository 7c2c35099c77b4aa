// The scrolling list of one phone's chat: order, day dividers, runs of one sender, where the reader stands.
// Knows the store's messages and the place of the scroll; must not know composers, taps or headers.

import { messageElement } from "./bubble.js";
import { button, el } from "./dom.js";
import { dayTitle, instant, wall } from "./time.js";
import { language, t } from "./words.js";

const RUN_GAP = 5 * 60e3;
const NEAR_BOTTOM = 80;
const HIGHLIGHT = 2200;

export class MessageList {
  #drawn = new Map(); // id → { node, signature }
  #scheduled = false;
  #atBottom = true;
  #unread = 0;
  #size = "";

  /** `phone` answers: user, chat, thread, anonymous, group, acts, busy(message, data); `changed` hears of unread and bottom. */
  constructor(store, phone, changed) {
    this.store = store;
    this.phone = phone;
    this.changed = changed;
    this.older = button(t("older"), { class: "older", on: { click: () => store.older(phone.chat) } });
    this.items = el("div", { class: "items" });
    this.scroller = el("div", { class: "scroller", tabindex: "0", role: "log", "aria-live": "off" }, this.older, this.items);
    this.jump = button(t("newest"), { class: "jump", drawing: "down", iconOnly: true, hidden: true, on: { click: () => this.toBottom(true) } });
    this.badge = el("span", { class: "badge", hidden: true });
    this.jump.append(this.badge);
    this.node = el("div", { class: "history" }, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    // Pictures that arrive, keyboards that open, a phone that turns: the newest stays in sight for whoever was there.
    this.observer = new ResizeObserver(() => { if (this.#atBottom) this.toBottom(); this.#size = this.#measure(); });
    this.observer.observe(this.items);
    this.observer.observe(this.scroller);
  }

  announce(on) {
    this.scroller.setAttribute("aria-live", on ? "polite" : "off");
  }

  stop() {
    this.observer.disconnect();
  }

  /** Another chat or topic: nothing of the old one may stay. */
  reset(title) {
    this.#drawn.clear();
    this.items.replaceChildren();
    this.scroller.setAttribute("aria-label", t("history", { title }));
    this.#atBottom = true;
    this.read();
    this.sync();
  }

  get atBottom() {
    return this.#atBottom;
  }

  get unread() {
    return this.#unread;
  }

  /** The list is looked at, and at its end: nothing is unread. */
  read() {
    this.#unread = 0;
    this.#showUnread();
  }

  /** One change of the chat, as the store tells it. */
  heed({ what, message }, visible) {
    const mine = message && this.#isMine(message);
    if (what === "new" && mine) this.#atBottom = true;
    if (what === "new" && !mine && this.#belongs(message) && (!visible || !this.#atBottom)) {
      this.#unread += 1;
      this.#showUnread();
    }
    if (what === "edit") this.edited = (this.edited ?? new Set()).add(message.id);
    // Many changes of one moment are drawn at once. A timer and not a frame: frames rest while the page is hidden.
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => { this.#scheduled = false; this.sync(); }, 16);
  }

  sync() {
    const messages = this.store.messages(this.phone.chat).filter((message) => this.#belongs(message));
    const fromEnd = this.scroller.scrollHeight - this.scroller.scrollTop;
    const firstBefore = this.items.querySelector("[data-message]")?.dataset.message;
    this.#place(this.#nodes(messages));
    this.older.hidden = !this.store.isLoaded(this.phone.chat) || this.store.isComplete(this.phone.chat);
    if (this.#atBottom) this.toBottom();
    else if (firstBefore && String(messages[0]?.id) !== firstBefore) this.scroller.scrollTop = this.scroller.scrollHeight - fromEnd;
    this.#highlight();
    this.node.classList.toggle("empty", messages.length === 0);
  }

  #belongs(message) {
    return this.phone.thread === null || this.phone.thread === undefined || message.thread === this.phone.thread;
  }

  #isMine(message) {
    if (this.phone.anonymous && message.from?.id === this.phone.chat) return true;
    return message.from?.id === this.phone.user;
  }

  #nodes(messages) {
    const nodes = [];
    const seen = new Set();
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      if (!before || dayOf(before) !== dayOf(message)) nodes.push(this.#divider(message));
      nodes.push(this.#drawnNode(message, before, messages[index + 1]));
      seen.add(message.id);
    });
    for (const id of this.#drawn.keys()) if (!seen.has(id) && typeof id === "number") this.#drawn.delete(id);
    return nodes;
  }

  #divider(message) {
    const key = `day ${dayOf(message)}`;
    if (!this.#drawn.has(key)) this.#drawn.set(key, { node: el("p", { class: "day" }, el("span", {}, dayTitle(instant(message.date), language))) });
    return this.#drawn.get(key).node;
  }

  /** A message is drawn again only when it, or what its neighbours make of it, has changed. */
  #drawnNode(message, before, after) {
    const replied = message.reply_to ? this.store.message(this.phone.chat, message.reply_to) : null;
    const seat = { mine: this.#isMine(message), first: !sameRun(before, message), last: !sameRun(message, after), named: this.phone.group, replied };
    const signature = JSON.stringify([message, seat.mine, seat.first, seat.last, replied?.text]);
    const known = this.#drawn.get(message.id);
    if (known?.signature === signature) return known.node;
    seat.busy = (data) => this.phone.busy(message, data);
    const node = messageElement(message, seat, this.phone.acts);
    if (known) keepPlace(known.node, node);
    this.#drawn.set(message.id, { node, signature });
    return node;
  }

  #place(nodes) {
    const held = document.activeElement;
    const focusLater = nodes.find((node) => node.focusAfter);
    let cursor = this.items.firstChild;
    const wanted = new Set(nodes);
    for (const node of nodes) {
      while (cursor && !wanted.has(cursor)) cursor = removed(cursor);
      if (node === cursor) cursor = cursor.nextSibling;
      else this.items.insertBefore(node, cursor);
    }
    while (cursor) cursor = removed(cursor);
    if (focusLater && held !== document.activeElement) focusAgain(focusLater, this.scroller);
  }

  #highlight() {
    for (const id of this.edited ?? []) {
      const node = this.#drawn.get(id)?.node;
      if (!node) continue;
      node.classList.add("just-edited");
      setTimeout(() => node.classList.remove("just-edited"), HIGHLIGHT);
    }
    this.edited = null;
  }

  #measure() {
    return `${this.scroller.scrollHeight} ${this.scroller.clientHeight}`;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // A scroll told after the size has changed is the layout's doing and not the reader's.
    if (this.#atBottom && this.#size !== this.#measure()) return this.toBottom();
    this.#atBottom = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (this.#atBottom && clientHeight > 0) this.read();
    else this.#showUnread();
    if (scrollTop < NEAR_BOTTOM && scrollHeight > clientHeight) this.store.older(this.phone.chat);
  }

  #showUnread() {
    this.jump.hidden = this.#atBottom;
    this.badge.hidden = this.#unread === 0;
    this.badge.textContent = this.#unread;
    const label = this.#unread ? t("newestCount", { n: this.#unread }) : t("newest");
    this.jump.setAttribute("aria-label", label);
    this.jump.title = label;
    this.changed();
  }

  toBottom(read = false) {
    this.#atBottom = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
    if (read) this.read();
  }

  find(id) {
    return this.#drawn.get(id)?.node;
  }

  /** Brings one message into sight and marks it for a moment. */
  show(id) {
    const node = this.find(id);
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.add("just-edited");
    setTimeout(() => node.classList.remove("just-edited"), HIGHLIGHT);
  }
}

const dayOf = (message) => wall(instant(message.date)).dayNumber;

function sameRun(before, after) {
  if (!before || !after || isService(before) || isService(after)) return false;
  return before.from?.id === after.from?.id && dayOf(before) === dayOf(after) && Math.abs(instant(after.date) - instant(before.date)) < RUN_GAP;
}

const isService = (message) => message.service !== null && message.service !== undefined;

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** Remembers which button of an edited message held the focus, before the old element goes. */
function keepPlace(old, fresh) {
  if (!old.contains(document.activeElement)) return;
  fresh.focusAfter = document.activeElement.dataset.button ?? "";
}

function focusAgain(node, otherwise) {
  const target = node.querySelector(`[data-button="${node.focusAfter}"]`) ?? node.querySelector("[data-button]") ?? otherwise;
  node.focusAfter = undefined;
  target.focus({ preventScroll: true });
}
