// One message as an element. Knows a message's fields and how a messenger shows them; must not know chats, scrolling or the server.
// `html` comes ready and safe from the sandbox's own entities; everything else goes in as text.

import { api } from "./api.js";
import { button, dialog, el, icon } from "./dom.js";
import { clockTime, instant } from "./time.js";
import { fileSize, t } from "./words.js";

const HUES = 7;
const REPLY_EXCERPT = 80;
const SERVICE_WORDS = { created: "serviceCreated", migrated_to: "serviceMigrated", migrated_from: "serviceMigrated", pinned: "servicePinned",
  joined: "serviceJoined", left: "serviceLeft", topic_created: "serviceTopic" };

/** A person keeps one colour everywhere; ids of groups are negative. */
export const hue = (id) => Math.abs(id) % HUES;

/** People are known by their given name, which in Vietnamese comes last; bots by their first letter; groups by a drawing. */
export function avatar(name, id, className = "", kind = "person") {
  const words = name.trim().split(/\s+/);
  const letter = [...(words.at(kind === "bot" ? 0 : -1) || "?")][0].toUpperCase();
  return el("span", { class: `avatar hue-${hue(id)} ${className}`, "aria-hidden": "true" }, kind === "group" ? icon("people") : letter);
}

/**
 * `seat` is what the message's place in the chat adds: { mine, first, last, named, replied, busy(data) };
 * `acts` is what a reader can do: { press(message, button), link(url), command(text), reply(message), show(id) }.
 */
export function messageElement(message, seat, acts) {
  if (message.service !== null && message.service !== undefined) return serviceElement(message);
  const row = el("article", {
    class: ["row", seat.mine ? "mine" : "theirs", seat.first && "first", seat.last && "last"].filter(Boolean).join(" "),
    data: { message: message.id },
  });
  const stack = el("div", { class: "stack" }, bubble(message, seat, acts), keyboard(message, seat, acts));
  if (seat.named && !seat.mine) row.append(seat.last ? avatar(message.from.name, message.from.id, "small", kindOf(message.from)) : el("span", { class: "avatar-gap" }));
  row.append(stack);
  return row;
}

const kindOf = (from) => (from.bot ? "bot" : from.id < 0 ? "group" : "person");

function serviceElement(message) {
  return el("p", { class: "service", data: { message: message.id } }, el("span", {}, serviceWords(message.service)));
}

const serviceWords = ({ kind, names }) => t(SERVICE_WORDS[kind], { names: names.join(", ") });

function bubble(message, seat, acts) {
  const box = el("div", { class: "bubble" });
  if (seat.named && seat.first && !seat.mine) {
    box.append(el("p", { class: `sender hue-${hue(message.from.id)}` }, message.from.name));
  } else {
    box.append(el("span", { class: "visually-hidden" }, `${message.from?.name ?? ""}: `));
  }
  if (message.forwarded) box.append(el("p", { class: "forwarded" }, t("forwarded", { name: message.forwarded })));
  if (message.reply_to) box.append(replyStrip(message, seat, acts));
  if (message.photo) box.append(photo(message.photo));
  if (message.document) box.append(documentLink(message.document));
  box.append(words(message, acts));
  if (message.reaction) box.append(el("p", { class: "reaction", "aria-label": t("reaction", { sign: message.reaction }) }, message.reaction));
  // Outside groups a reply adds little: there the keyboard's way stays short and only the pointer finds it.
  box.append(button(t("replyTo"), { class: "reply-to", drawing: "reply", iconOnly: true, tabindex: seat.named ? null : "-1", on: { click: () => acts.reply(message) } }));
  box.classList.toggle("has-photo", Boolean(message.photo));
  return box;
}

function words(message, acts) {
  const text = el("div", { class: "text", dir: "auto" });
  text.innerHTML = message.html || "";
  linkCommands(text, message.entities ?? [], acts);
  wakeSpoilers(text);
  wakeLongQuotes(text);
  wakeLinks(text, acts);
  dropBreaksAfterBlocks(text);
  const at = instant(message.date);
  text.append(el("span", { class: "meta" }, message.protected && lock(), message.edited && el("span", { class: "edited" }, t("edited")),
    el("time", { datetime: new Date(at).toISOString() }, clockTime(at))));
  return text;
}

/** What cannot be passed on says so. */
const lock = () => el("span", { class: "lock", title: t("protected") }, icon("lock"), el("span", { class: "visually-hidden" }, t("protected")));

function replyStrip(message, seat, acts) {
  const original = seat.replied;
  const excerpt = original ? (original.text || original.photo?.name || original.document?.name || "").slice(0, REPLY_EXCERPT) : "…";
  return el("button", { type: "button", class: "replied", on: { click: () => acts.show(message.reply_to) } },
    el("b", {}, original?.from?.name ?? ""), el("span", {}, excerpt.replace(/\s+/g, " ")));
}

function photo(file) {
  const name = file.name || t("photo");
  const image = () => el("img", { src: api.file(file.file), alt: name, width: file.width, height: file.height, decoding: "async" });
  const enlarge = () => dialog(name, t("close"), "lightbox", image());
  return el("button", { type: "button", class: "photo", "aria-label": t("enlarge", { name }), on: { click: enlarge } }, image());
}

function documentLink(file) {
  const size = fileSize(file.size);
  const name = file.name || t("document");
  return el("a", { class: "document", href: api.file(file.file), download: name, "aria-label": t("download", { name, size }) },
    el("span", { class: "document-icon" }, icon("file")),
    el("span", { class: "document-words" }, el("b", {}, name), el("span", {}, size)));
}

function keyboard(message, seat, acts) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((line, row) => el("div", { class: "keys-row" },
    line.map((key, column) => keyboardButton(message, key, `${row}-${column}`, seat, acts))));
  return el("div", { class: "keys", role: "group", "aria-label": t("buttons") }, rows);
}

function keyboardButton(message, key, place, seat, acts) {
  const node = button(key.text, { class: key.style ? `key ${key.style}` : "key", data: { button: place }, on: { click: () => acts.press(message, key) } });
  if (key.url) node.append(icon("external"), el("span", { class: "visually-hidden" }, t("opensLink")));
  if (key.data !== undefined && key.data !== null) {
    node.dataset.data = key.data;
    markBusy(node, seat.busy(key.data));
  }
  return node;
}

/** A pressed button waits for the bot's answer. It stays focusable, so the keyboard's place is not lost. */
export function markBusy(node, busy) {
  node.classList.toggle("waiting", busy);
  node.setAttribute("aria-busy", String(busy));
  if (busy) node.setAttribute("aria-description", t("waiting")); else node.removeAttribute("aria-description");
}

/** Turns every /command into something to press. Offsets are UTF-16 units, as the strings of this language are. */
function linkCommands(root, entities, acts) {
  const commands = entities.filter((entity) => entity.type === "bot_command").sort((a, b) => b.offset - a.offset);
  for (const { offset, length } of commands) {
    const place = textAt(root, offset);
    if (!place || place.at + length > place.node.length || place.node.parentElement.closest("a, button")) continue;
    const range = document.createRange();
    range.setStart(place.node, place.at);
    range.setEnd(place.node, place.at + length);
    const command = range.toString();
    range.deleteContents();
    range.insertNode(el("button", { type: "button", class: "command-link", on: { click: () => acts.command(command) } }, command));
  }
}

function textAt(root, offset) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let passed = 0; walker.nextNode(); passed += walker.currentNode.length) {
    if (offset < passed + walker.currentNode.length) return { node: walker.currentNode, at: offset - passed };
  }
  return null;
}

function wakeSpoilers(root) {
  for (const spoiler of root.querySelectorAll("tg-spoiler, .tg-spoiler")) {
    const inner = el("span", { class: "spoiler-inner", "aria-hidden": "true" });
    inner.append(...spoiler.childNodes);
    const show = () => {
      spoiler.classList.add("shown");
      inner.removeAttribute("aria-hidden");
      for (const name of ["role", "tabindex", "aria-label"]) spoiler.removeAttribute(name);
    };
    spoiler.classList.add("spoiler");
    for (const [name, value] of [["role", "button"], ["tabindex", "0"], ["aria-label", t("spoiler")]]) spoiler.setAttribute(name, value);
    spoiler.append(inner);
    spoiler.addEventListener("click", show);
    spoiler.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      show();
    });
  }
}

function wakeLongQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote[expandable]")) {
    const inner = el("span", { class: "quote-inner" });
    inner.append(...quote.childNodes);
    const toggle = button(t("more"), { class: "quote-toggle", "aria-expanded": "false" });
    toggle.addEventListener("click", () => {
      const open = quote.classList.toggle("open");
      toggle.setAttribute("aria-expanded", String(open));
      toggle.firstChild.textContent = t(open ? "less" : "more");
    });
    quote.classList.add("expandable");
    quote.append(inner, toggle);
  }
}

/** A quote or a listing ends its own line; the line break written after it would show as an empty one. */
function dropBreaksAfterBlocks(root) {
  for (const block of root.querySelectorAll("blockquote, pre")) {
    const next = block.nextSibling;
    if (next?.nodeType === Node.TEXT_NODE && next.data.startsWith("\n")) next.data = next.data.slice(1);
  }
}

function wakeLinks(root, acts) {
  for (const link of root.querySelectorAll("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.addEventListener("click", (event) => acts.link(link.href) && event.preventDefault());
  }
}
