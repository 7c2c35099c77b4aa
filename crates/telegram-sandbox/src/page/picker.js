// The dialog that hands a phone to another person, opens another chat, or adds somebody new.
// Knows people and chats by name; must not know phones: it answers with { user, chat, anonymous }.

import { api } from "./api.js";
import { avatar } from "./bubble.js";
import { button, dialog, el } from "./dom.js";
import { folded, language, t } from "./words.js";

const MOST = 40;
const LANGUAGES = [["vi", "vietnamese"], ["en", "english"]];

export function openPicker(store, spec, chosen) {
  const picker = { store, user: spec?.user ?? null, chat: spec?.chat ?? null, anonymous: spec?.anonymous ?? false };
  picker.people = el("div", { class: "people", role: "radiogroup", "aria-label": t("person") });
  picker.chats = el("div", { class: "chats", role: "radiogroup", "aria-labelledby": "whose-chats" });
  picker.whose = el("h3", { id: "whose-chats" });
  picker.more = el("p", { class: "hint", role: "status" });
  picker.search = el("input", { type: "search", id: "find-person", placeholder: t("findPerson"), "aria-label": t("findPerson"), autocomplete: "off", on: { input: () => showPeople(picker) } });
  picker.actions = el("div", { class: "actions" });
  const parts = spec
    ? [picker.search, picker.people, picker.more, picker.whose, picker.chats, picker.actions, newcomer(picker)]
    : [newcomer(picker, true)];
  const box = dialog(spec ? t("pickTitle") : t("addPerson"), t("close"), "picker", ...parts);
  picker.close = () => box.close();
  picker.finish = () => { box.close(); chosen({ user: picker.user, chat: picker.chat, anonymous: picker.anonymous, thread: null }); };
  if (!spec) return;
  showPeople(picker);
  showChats(picker);
  // On a touch screen the field would bring up the keyboard over the list.
  if (matchMedia("(hover: hover)").matches) picker.search.focus();
}

function showPeople(picker) {
  const wanted = folded(picker.search.value.trim());
  const found = picker.store.state.users.filter((user) => folded(user.name).includes(wanted));
  // The holder first: whoever opens the dialog sees where they are.
  found.sort((a, b) => (b.id === picker.user) - (a.id === picker.user));
  picker.people.replaceChildren(...found.slice(0, MOST).map((user) => personChoice(picker, user)));
  picker.more.textContent = found.length === 0 ? t("noPerson") : found.length > MOST ? t("moreHidden", { n: found.length - MOST }) : "";
}

function personChoice(picker, user) {
  const choose = () => {
    picker.user = user.id;
    if (!chatsOf(picker).some((chat) => chat.id === picker.chat)) picker.chat = user.id;
    showChats(picker);
  };
  return choice("person", user.id === picker.user, choose, avatar(user.name, user.id, "tiny"), user.name);
}

function choice(group, checked, choose, ...label) {
  const input = el("input", { type: "radio", name: group, on: { change: choose } });
  input.checked = checked;
  return el("label", { class: "choice" }, input, ...label.map((part) => (typeof part === "string" ? el("span", {}, part) : part)));
}

function chatsOf(picker) {
  const groups = picker.store.state.chats.filter((chat) => chat.type !== "private" && chat.members.includes(picker.user));
  return [{ id: picker.user, title: t("privateChat", { bot: picker.store.state.bot.name }) }, ...groups];
}

function showChats(picker) {
  picker.whose.textContent = t("conversation", { name: picker.store.user(picker.user)?.name ?? "" });
  picker.chats.replaceChildren(...chatsOf(picker).map((chat) => choice("chat", chat.id === picker.chat, () => {
    picker.chat = chat.id;
    showChats(picker);
    picker.chats.querySelector("input:checked")?.focus();
  }, chat.title)));
  showActions(picker);
}

function showActions(picker) {
  const inGroup = picker.chat !== picker.user;
  picker.anonymous &&= inGroup;
  const hidden = el("input", { type: "checkbox", on: { change: () => { picker.anonymous = hidden.checked; } } });
  hidden.checked = picker.anonymous;
  const user = picker.store.user(picker.user);
  const block = button(t(user?.blocked ? "unblock" : "block"), { on: { click: () => blockAndClose(picker, !user.blocked) } });
  picker.actions.replaceChildren(
    ...(inGroup ? [el("label", { class: "choice" }, hidden, el("span", {}, t("anonymous")))] : []),
    el("div", { class: "buttons" }, button(t("use"), { class: "primary", data: { use: "" }, on: { click: picker.finish } }), user && !inGroup ? block : ""));
}

async function blockAndClose(picker, blocked) {
  try {
    await api.block(picker.user, blocked);
    picker.finish();
  } catch (error) {
    picker.more.textContent = error.message;
  }
}

function newcomer(picker, open = false) {
  const name = el("input", { id: "new-name", required: true, autocomplete: "off", maxlength: 64 });
  const tongue = el("select", { id: "new-language" }, LANGUAGES.map(([value, word]) => el("option", { value, selected: value === language }, t(word))));
  const fault = el("p", { class: "hint", role: "alert" });
  const add = async (event) => {
    event.preventDefault();
    try {
      const answer = await api.addUser(name.value.trim(), tongue.value);
      picker.user = picker.chat = answer.id ?? answer.user;
      picker.finish();
    } catch (error) {
      fault.textContent = error.message === "offline" ? t("lost") : error.message;
    }
  };
  const form = el("form", { class: "fields", on: { submit: add } },
    el("label", { for: "new-name" }, t("name")), name, el("label", { for: "new-language" }, t("personLanguage")), tongue,
    el("div", { class: "buttons" }, button(t("add"), { type: "submit", class: "primary" })), fault);
  return el("details", { class: "newcomer", open }, el("summary", {}, t("addPerson")), form);
}
