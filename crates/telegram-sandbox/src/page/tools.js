// The panel of test tools: faults of the simulated Telegram, and what happens to groups.
// Knows the kinds of trouble and of groups the sandbox can make; must not know phones or messages.

import { api } from "./api.js";
import { button, dialog, el } from "./dom.js";
import { t } from "./words.js";

/** What can go wrong, in the server's own words for it. */
const KINDS = [
  ["fault429", { TooManyRequests: { retry_after: 5 } }],
  ["fault500", { ServerError: { code: 500, html_body: false } }],
  ["fault502", { ServerError: { code: 502, html_body: true } }],
  ["faultCutBefore", "CutBefore"],
  ["faultCutAfter", "CutAfter"],
  ["faultDelay", { Delay: { secs: 3, nanos: 0 } }],
  ["faultGarbled", "GarbledReply"],
  ["faultHoldBefore", "HoldBefore"],
  ["faultHoldAfter", "HoldAfter"],
];
const METHODS = ["getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument"];
const TIMES = [1, 5, 20];

/** `holders` are the people who hold a phone on the page: they become the members of a new group. */
export function openTools(store, holders) {
  const complaint = el("p", { class: "hint", role: "alert" });
  const act = async (work) => {
    complaint.textContent = "";
    try {
      await work();
      return true;
    } catch (error) {
      complaint.textContent = error.message === "offline" ? t("lost") : error.message;
      return false;
    }
  };
  const faults = el("div", { class: "listed" });
  const groups = el("div", { class: "listed" });
  const show = () => {
    faults.replaceChildren(...activeFaults(store, act));
    groups.replaceChildren(...groupLines(store, act));
  };
  const box = dialog(t("tools"), t("close"), "tools", complaint,
    el("section", {}, el("h3", {}, t("faults")), el("p", { class: "hint" }, t("faultsNote")), faults, faultForm(store, act)),
    el("section", {}, el("h3", {}, t("groups")), groups, groupForm(holders, act)));
  box.addEventListener("close", store.on((event) => event === "state" && show()));
  show();
}

const select = (id, choices) => el("select", { id }, choices.map(([value, label]) => el("option", { value }, label)));

function faultForm(store, act) {
  const kind = select("fault-kind", KINDS.map(([word], at) => [at, t(word)]));
  const method = select("fault-method", [["", t("anyMethod")], ...METHODS.map((name) => [name, name])]);
  const times = select("fault-times", [...TIMES.map((n) => [n, t("times", { n })]), ["", t("untilOff")]]);
  const add = (event) => {
    event.preventDefault();
    const fault = { method: method.value || null, times: times.value ? Number(times.value) : null, kind: KINDS[kind.value][1] };
    act(() => api.setFaults([...store.state.faults, fault]));
  };
  return el("form", { class: "fields", on: { submit: add } },
    el("label", { for: "fault-kind" }, t("faultKind")), kind,
    el("label", { for: "fault-method" }, t("faultMethod")), method,
    el("label", { for: "fault-times" }, t("faultTimes")), times,
    el("div", { class: "buttons" }, button(t("faultOn"), { type: "submit", class: "primary" })));
}

const line = (title, detail, ...buttons) => el("div", { class: "line" },
  el("span", {}, el("b", {}, title), el("span", {}, detail)), el("div", { class: "buttons" }, buttons));

function activeFaults(store, act) {
  const faults = store.state.faults ?? [];
  if (!faults.length) return [el("p", { class: "hint" }, t("faultNone"))];
  const without = (gone) => faults.filter((_, at) => at !== gone);
  const lines = faults.map((fault, at) => line(nameOf(fault), detailOf(fault),
    button(t("faultOff"), { on: { click: () => act(() => api.setFaults(without(at))) } })));
  return [...lines, button(t("faultAllOff"), { on: { click: () => act(() => api.clearFaults()) } })];
}

/** One spelling for equal kinds, whatever order their fields come in. */
function spelled(kind) {
  if (typeof kind === "string") return kind;
  return JSON.stringify(Object.entries(kind).map(([name, fields]) => [name, Object.entries(fields).sort()]));
}

/** A fault set from elsewhere, with other numbers, is still named by its kind. */
function nameOf({ kind }) {
  const exact = KINDS.find(([, known]) => spelled(known) === spelled(kind));
  return exact ? t(exact[0]) : JSON.stringify(kind).replace(/["{}]/g, " ");
}

function detailOf({ method, times }) {
  return `${method ?? t("anyMethod")} · ${times === null || times === undefined ? t("untilOff") : t("times", { n: times })}`;
}

function groupLines(store, act) {
  return store.state.chats.filter((chat) => chat.type !== "private").map((chat) => {
    const by = chat.members[0];
    const move = button(t(chat.bot ? "botOut" : "botIn"), { on: { click: () => act(() => api.moveBot(chat.id, by, !chat.bot)) } });
    const upgrade = chat.type === "group" && button(t("upgrade"), { on: { click: () => act(() => api.migrate(chat.id)) } });
    return el("div", {}, line(chat.title, t(chat.bot ? "botIsIn" : "botIsOut"), ...[move, upgrade].filter(Boolean)),
      chat.forum && topicForm(chat, by, act));
  });
}

function topicForm(chat, by, act) {
  const name = el("input", { "aria-label": t("topicName"), placeholder: t("topicName"), required: true, maxlength: 128, autocomplete: "off" });
  const add = (event) => {
    event.preventDefault();
    act(() => api.addTopic(chat.id, by, name.value.trim()));
  };
  return el("form", { class: "one-line", on: { submit: add } }, name, button(t("addTopic"), { type: "submit" }));
}

function groupForm(holders, act) {
  const title = el("input", { id: "group-title", required: true, maxlength: 128, autocomplete: "off" });
  const forum = el("input", { type: "checkbox" });
  const add = async (event) => {
    event.preventDefault();
    if (await act(() => api.addGroup(title.value.trim(), holders, forum.checked))) title.value = "";
  };
  return el("details", { class: "newcomer" }, el("summary", {}, t("addGroup")),
    el("form", { class: "fields", on: { submit: add } }, el("p", { class: "hint" }, t("groupNote")),
      el("label", { for: "group-title" }, t("groupTitle")), title, el("label", { class: "choice" }, forum, el("span", {}, t("groupForum"))),
      el("div", { class: "buttons" }, button(t("add"), { type: "submit", class: "primary" }))));
}
