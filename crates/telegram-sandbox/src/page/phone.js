// One phone: whose it is, which chat is open, and what the person can do there. Brings list and composer together.
// Knows the store and the server's verbs; must not know the other phones or how many fit on the screen.

import { api } from "./api.js";
import { avatar, markBusy } from "./bubble.js";
import { Composer } from "./composer.js";
import { button, el, icon } from "./dom.js";
import { MessageList } from "./list.js";
import { calledName, count, t } from "./words.js";

const TYPING = 5000;
const TOAST = 3500;

export class Phone {
  visible = true;
  #typingTimer = null;

  /**
   * `deck` answers: taps, changed(phone), assign(phone), suggestion(index), save(),
   * and proposal(user, chat) with the role the server gives that pair.
   */
  constructor(store, index, spec, deck) {
    Object.assign(this, { store, index, deck });
    this.acts = {
      press: (message, key) => (key.url ? this.#follow(key.url) || window.open(key.url, "_blank", "noopener") : deck.taps.press(this, message, key.data)),
      link: (url) => this.#follow(url),
      command: (command) => this.composer.sendCommand(command.slice(1).split("@")[0]),
      reply: (message) => this.composer.reply(message),
      show: (id) => this.list.show(id),
    };
    this.list = new MessageList(store, this, () => deck.changed(this));
    this.composer = new Composer(this);
    this.#build();
    this.assign(spec);
  }

  #build() {
    this.owner = el("button", { type: "button", class: "owner", title: t("change"), data: { assign: "" }, on: { click: () => this.deck.assign(this) } });
    this.face = el("span", { class: "face" });
    this.title = el("h2", { class: "chat-title" });
    this.status = el("p", { class: "chat-status" });
    const change = button(t("change"), { class: "quiet head-change", drawing: "people", iconOnly: true, on: { click: () => this.deck.assign(this) } });
    const skip = button(t("toComposer"), { class: "skip", on: { click: () => this.composer.focus() } });
    this.topics = el("div", { class: "topics", role: "group", "aria-label": t("topics"), hidden: true });
    this.intro = el("div", { class: "intro", hidden: true });
    this.blockedBar = el("div", { class: "blocked", hidden: true });
    this.toasts = el("div", { class: "toasts", role: "status" });
    this.node = el("section", { class: "phone", data: { phone: this.index } },
      this.owner,
      el("header", { class: "chat-head" }, this.face, el("div", { class: "chat-names" }, this.title, this.status), skip, change),
      this.topics,
      el("div", { class: "chat-body" }, this.list.node, this.intro, this.toasts),
      this.composer.node, this.blockedBar);
    // Four phones that all speak would drown a listener: only the one in use reads its new messages out.
    this.node.addEventListener("focusin", () => this.list.announce(true));
    this.node.addEventListener("focusout", ({ relatedTarget }) => this.list.announce(this.node.contains(relatedTarget)));
    this.stop = this.store.on((kind, detail) => this.#heed(kind, detail));
  }

  leave() {
    this.stop();
    this.list.stop();
  }

  /** Gives the phone to a person with one chat open. */
  assign(spec) {
    const { user, chat, anonymous = false, thread = null } = spec;
    const { role = "", start = "" } = this.deck.proposal(user, chat) ?? {};
    Object.assign(this, { user, chat, role, start, anonymous, thread });
    this.store.open(chat);
    this.#describe();
    this.composer.reset();
    this.list.reset(this.title.textContent);
    this.#describe();
    this.deck.changed(this);
  }

  get spec() {
    const { user, chat, anonymous, thread } = this;
    return { user, chat, anonymous, thread };
  }

  get person() {
    return this.store.user(this.user);
  }

  get group() {
    return this.chat !== this.user;
  }

  get language() {
    return this.person?.language_code;
  }

  get botUsername() {
    return this.store.state?.bot.username;
  }

  /** What a tab has room for. */
  get shortName() {
    return this.group ? t("group") : calledName(this.person);
  }

  get shortRole() {
    return this.group ? this.store.chat(this.chat)?.title ?? "" : this.role;
  }

  #heed(kind, detail) {
    if (kind === "state") {
      this.composer.forget();
      if (!this.person || (this.group && !this.store.chat(this.chat))) return this.#findPlace();
      this.#describe();
    } else if (kind === "connection" && this.store.online) {
      this.store.open(this.chat);
    } else if (kind === "typing" && detail.chat === this.chat) {
      this.#type(true);
    } else if (kind === "chat" && detail.chat === this.chat) {
      if (detail.what === "new" && detail.message.from?.bot) this.#type(false);
      this.list.heed(detail, this.visible);
      this.#offerStart();
    }
  }

  /**
   * The person or the chat is gone. A group that became a supergroup lives on under another id;
   * after a restart with another world the phone goes back to whom the server suggests.
   */
  async #findPlace() {
    const old = this.chat;
    const chat = this.person && this.group ? await this.store.successor(old) : null;
    if (this.chat !== old) return;
    const spec = chat === null ? this.deck.suggestion(this.index) : { ...this.spec, chat };
    if (!spec || (spec.user === this.user && spec.chat === old)) return;
    this.assign(spec);
    this.deck.save();
  }

  #describe() {
    const { bot } = this.store.state;
    const chat = this.store.chat(this.chat);
    const name = this.person?.name ?? String(this.user);
    const title = this.group ? chat?.title ?? String(this.chat) : bot.name;
    this.node.dataset.chat = this.chat;
    this.node.dataset.user = this.user;
    this.node.setAttribute("aria-label", t("phoneOf", { name }) + (this.group ? `: ${title}` : ""));
    this.owner.replaceChildren(avatar(name, this.user, "tiny"), el("b", {}, name), this.role ? el("span", { class: "role" }, this.role) : "", icon("people"),
      el("span", { class: "visually-hidden" }, `. ${t("change")}`));
    this.face.replaceChildren(avatar(title, this.group ? this.chat : bot.id, "", this.group ? "group" : "bot"));
    this.title.textContent = title;
    this.#describeStatus();
    this.#describeTopics(chat);
    this.#describeBlocked(name);
    this.#offerStart();
  }

  #describeStatus() {
    const members = this.store.chat(this.chat)?.members?.length ?? 0;
    this.status.textContent = this.#typingTimer ? t("typing") : this.group ? t("members", { n: count(members) }) : t("bot");
    this.status.classList.toggle("typing", Boolean(this.#typingTimer));
  }

  #type(on) {
    clearTimeout(this.#typingTimer);
    this.#typingTimer = on ? setTimeout(() => this.#type(false), TYPING) : null;
    this.#describeStatus();
  }

  #describeTopics(chat) {
    const topics = chat?.forum ? chat.topics ?? [] : [];
    const signature = JSON.stringify([topics, this.thread, chat?.forum]);
    if (signature === this.topicsShown) return;
    this.topicsShown = signature;
    this.topics.hidden = topics.length === 0;
    const choices = [{ id: null, name: t("allTopics") }, ...topics];
    this.topics.replaceChildren(...choices.map(({ id, name }) => button(name, {
      class: "topic", "aria-pressed": String(id === this.thread), on: { click: () => { this.assign({ ...this.spec, thread: id }); this.deck.save(); } },
    })));
  }

  #describeBlocked(name) {
    const blocked = !this.group && Boolean(this.person?.blocked);
    this.composer.node.hidden = blocked;
    this.blockedBar.hidden = !blocked;
    if (!blocked) return;
    this.blockedBar.replaceChildren(el("p", {}, t("blocked", { name })),
      button(t("unblock"), { class: "primary", data: { unblock: "" }, on: { click: () => this.#do(() => api.block(this.user, false)) } }));
  }

  /** An empty private chat shows what Telegram shows: one large Start. */
  #offerStart() {
    const loaded = this.store.isLoaded(this.chat);
    const empty = loaded && this.store.messages(this.chat).length === 0;
    this.intro.hidden = loaded && !empty;
    const { bot } = this.store.state;
    if (!loaded) return this.intro.replaceChildren(el("p", {}, t("loading")));
    if (!empty) return;
    if (this.group) return this.intro.replaceChildren(el("p", {}, t("empty")));
    if (this.intro.querySelector("[data-start]")) return;
    const start = () => this.send(this.start ? `/start ${this.start}` : "/start");
    this.intro.replaceChildren(avatar(bot.name, bot.id, "large", "bot"), el("p", {}, t("emptyStart", { bot: bot.name })),
      button(t("start"), { class: "primary", data: { start: "" }, on: { click: start } }));
  }

  async #do(act) {
    try {
      await act();
      return true;
    } catch (error) {
      this.complain(error);
      return false;
    }
  }

  #words(text, replyTo) {
    const words = { user: this.user, chat: this.chat, text };
    if (this.thread !== null) words.thread = this.thread;
    if (replyTo) words.reply_to = replyTo;
    return words;
  }

  send(text, replyTo) {
    const words = this.#words(text, replyTo);
    if (this.anonymous) words.anonymous = true;
    return this.#do(() => api.say(words));
  }

  /** Pictures go as pictures, all else as documents. */
  attach(file, text, replyTo) {
    const photo = /^image\/(png|jpeg)$/.test(file.type);
    return this.#do(() => api.attach({ ...this.#words(text, replyTo), name: file.name, photo }, file));
  }

  /** A link to the bot itself stays in the phone: it opens the private chat and starts. */
  #follow(url) {
    const start = startOf(url, this.botUsername);
    if (start === null) return false;
    if (this.group) {
      this.assign({ user: this.user, chat: this.user });
      this.deck.save();
      this.toast({ text: t("openedPrivate") });
    }
    this.send(start ? `/start ${start}` : "/start");
    return true;
  }

  busy(message, data) {
    return this.deck.taps.isWaiting(this, message, data);
  }

  markWaiting(message, data, waiting) {
    for (const key of this.list.find(message.id)?.querySelectorAll(".key") ?? []) {
      if (key.dataset.data === data) markBusy(key, waiting);
    }
  }

  /** Something has come: seen from the corner of an eye. */
  mark() {
    this.node.classList.remove("arrived");
    void this.node.offsetWidth; // begins the movement anew
    this.node.classList.add("arrived");
  }

  complain(error, word = "failed") {
    const offline = error.message === "offline";
    this.toast({ text: offline && word === "failed" ? t("failedOffline") : t(word, { why: offline ? t("lost") : error.message }) });
  }

  toast({ text, alert }) {
    if (!text) return;
    if (alert) return this.#alert(text);
    const note = el("p", { class: "toast", data: { toast: "" } }, text);
    this.toasts.replaceChildren(note);
    setTimeout(() => note.remove(), TOAST + text.length * 25);
  }

  /** Over this phone alone: the other phones belong to other people. */
  #alert(text) {
    const held = document.activeElement;
    const close = () => { box.remove(); if (this.node.contains(held)) held.focus(); };
    const ok = button(t("ok"), { class: "primary", on: { click: close } });
    const box = el("div", { class: "alert", role: "alertdialog", "aria-label": text, data: { alert: "" }, on: { keydown: (event) => event.key === "Escape" && close() } },
      el("div", { class: "alert-box" }, el("p", {}, text), ok));
    this.node.append(box);
    if (this.node.contains(held) || held === document.body) ok.focus();
  }
}

/** The payload of a link that starts this bot, "" without one, null for any other link. */
function startOf(url, username) {
  let parsed;
  try { parsed = new URL(url); } catch { return null; }
  if (!["t.me", "telegram.me"].includes(parsed.hostname)) return null;
  if (parsed.pathname.slice(1).toLowerCase() !== username?.toLowerCase()) return null;
  return parsed.searchParams.has("startgroup") ? null : parsed.searchParams.get("start") ?? "";
}
