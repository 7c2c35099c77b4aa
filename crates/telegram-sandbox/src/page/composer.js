// Where a person writes: the field, the command menu, the reply in preparation. Knows what the phone tells it and the commands of a chat;
// must not know how messages are shown.

import { api } from "./api.js";
import { button, el } from "./dom.js";
import { t } from "./words.js";

const LONGEST = 4096;

export class Composer {
  #commands = null;
  #replyTo = null;
  #chosen = -1;
  #request = null;

  /** `phone` answers: user, chat, thread, anonymous, group, language, botUsername, send(text, replyTo), attach(file, text, replyTo), index. */
  constructor(phone) {
    this.phone = phone;
    const menuId = `commands-${phone.index}`;
    this.menu = el("div", { class: "commands", id: menuId, role: "listbox", "aria-label": t("commandsOf"), hidden: true });
    this.field = el("textarea", {
      rows: 1, maxlength: LONGEST, enterkeyhint: "send", autocomplete: "off", data: { composer: "" },
      role: "combobox", "aria-expanded": "false", "aria-controls": menuId, "aria-autocomplete": "list",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    this.menuButton = button(t("commands"), { class: "menu-button", drawing: "slash", iconOnly: true, "aria-expanded": "false", "aria-controls": menuId, data: { commands: "" }, on: { click: () => this.#toggleMenu() } });
    this.file = el("input", { type: "file", hidden: true, data: { file: "" }, on: { change: () => this.#attach() } });
    this.attachButton = button(t("attach"), { class: "menu-button", drawing: "clip", iconOnly: true, data: { attach: "" }, on: { click: () => this.file.click() } });
    this.sendButton = button(t("send"), { class: "send", drawing: "send", iconOnly: true, type: "submit", data: { send: "" } });
    this.replyBar = el("div", { class: "reply-bar", hidden: true });
    this.form = el("form", { class: "composer", on: { submit: (event) => { event.preventDefault(); this.#send(); } } },
      this.menuButton, this.field, this.file, this.attachButton, this.sendButton);
    this.node = el("div", { class: "writing", on: { focusout: (event) => this.#left(event) } }, this.menu, this.replyBar, this.form);
  }

  /** After a change of person or chat. */
  reset() {
    const word = this.phone.group ? (this.phone.anonymous ? "writeAnonymous" : "writeGroup") : "write";
    this.field.placeholder = t(word);
    this.field.setAttribute("aria-label", t(word));
    this.forget();
    this.#closeMenu();
    this.reply(null);
    this.#typed();
  }

  /** The bot may have set its commands anew. */
  forget() {
    this.#commands = null;
  }

  focus() {
    this.field.focus();
  }

  reply(message) {
    this.#replyTo = message?.id ?? null;
    this.replyBar.hidden = !message;
    this.replyBar.replaceChildren();
    if (!message) return;
    this.replyBar.append(
      el("span", {}, el("b", {}, t("replyingTo", { name: message.from?.name ?? "" })), el("span", {}, (message.text || "").slice(0, 80))),
      button(t("cancelReply"), { class: "quiet", drawing: "close", iconOnly: true, on: { click: () => { this.reply(null); this.focus(); } } }));
    this.focus();
  }

  async #send(text = this.field.value) {
    if (!text.trim()) return;
    const typed = text === this.field.value;
    const reply = this.#replyTo;
    // The field is emptied at once, so that two quick Enters do not say it twice, and filled again when it failed.
    if (typed) this.field.value = "";
    this.#closeMenu();
    this.reply(null);
    this.#typed();
    const sent = await this.phone.send(text, reply);
    if (!sent && typed && !this.field.value) this.field.value = text;
    this.#typed();
  }

  /** A file goes at once; what stands in the field is its caption. */
  async #attach() {
    const [file] = this.file.files;
    this.file.value = "";
    if (!file) return;
    const sent = await this.phone.attach(file, this.field.value, this.#replyTo);
    if (!sent) return;
    this.field.value = "";
    this.reply(null);
    this.#typed();
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
    this.form.classList.toggle("ready", this.field.value.trim() !== "");
    if (/^\/\w*$/.test(this.field.value)) this.#openMenu(this.field.value.slice(1));
    else this.#closeMenu();
  }

  #key(event) {
    // Vietnamese is typed through composition: an Enter that ends a word there must not send.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && !this.menu.hidden) { event.stopPropagation(); return this.#closeMenu(); }
    if (!this.menu.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return this.#choose(this.#chosen + (event.key === "ArrowDown" ? 1 : -1));
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    const chosen = this.menu.hidden ? null : this.menu.children[this.#chosen];
    if (chosen?.dataset.command) { this.field.value = ""; this.sendCommand(chosen.dataset.command); } else this.#send();
  }

  #choose(index) {
    const options = [...this.menu.querySelectorAll("[role=option]")];
    if (!options.length) return;
    this.#chosen = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#chosen)));
    options[this.#chosen].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", options[this.#chosen].id);
  }

  #toggleMenu() {
    if (!this.menu.hidden) return this.#closeMenu();
    this.focus();
    this.#openMenu("");
  }

  async #openMenu(beginning) {
    const asked = this.#request = {};
    const { chat, user, language } = this.phone;
    try { this.#commands ??= await api.commands(chat, user, language); } catch { return; }
    if (asked !== this.#request) return; // closed, or typed on, meanwhile
    const fitting = this.#commands.filter(({ command }) => command.startsWith(beginning.toLowerCase()));
    if (!fitting.length && beginning) return this.#closeMenu();
    this.menu.replaceChildren(...(fitting.length ? fitting.map((one, at) => this.#option(one, at)) : [el("p", { class: "hint" }, t("noCommands"))]));
    this.#chosen = -1;
    this.#setOpen(true);
  }

  #option({ command, description }, at) {
    return el("div", {
      class: "command", role: "option", id: `command-${this.phone.index}-${at}`, "aria-selected": "false", data: { command },
      on: { mousedown: (event) => event.preventDefault(), click: () => { this.field.value = ""; this.sendCommand(command); } },
    }, el("b", {}, `/${command}`), el("span", {}, description));
  }

  /** In a group Telegram's own menu names the bot, so that only that one answers. */
  sendCommand(command) {
    this.#send(this.phone.group && this.phone.botUsername ? `/${command}@${this.phone.botUsername}` : `/${command}`);
  }

  #closeMenu() {
    this.#request = null;
    this.#setOpen(false);
  }

  #setOpen(open) {
    this.menu.hidden = !open;
    this.menuButton.setAttribute("aria-expanded", String(open));
    this.field.setAttribute("aria-expanded", String(open));
    this.field.removeAttribute("aria-activedescendant");
  }

  #left(event) {
    if (!this.node.contains(event.relatedTarget)) this.#closeMenu();
  }
}
