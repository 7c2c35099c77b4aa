// The small panel of faults. Knows the kinds of trouble the sandbox can make; must not know whom they hit.

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
];
const METHODS = ["getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument"];
const TIMES = [1, 5, 20];

const select = (id, choices) => el("select", { id }, choices.map(([value, label]) => el("option", { value }, label)));

export function openTools(store) {
  const kind = select("fault-kind", KINDS.map(([word], at) => [at, t(word)]));
  const method = select("fault-method", [["", t("anyMethod")], ...METHODS.map((name) => [name, name])]);
  const times = select("fault-times", [...TIMES.map((n) => [n, t("times", { n })]), ["", t("untilOff")]]);
  const active = el("div", { class: "active-faults" });
  const complaint = el("p", { class: "hint", role: "alert" });

  const act = async (work) => {
    complaint.textContent = "";
    try { await work(); } catch (error) { complaint.textContent = error.message === "offline" ? t("lost") : error.message; }
  };
  const add = (event) => {
    event.preventDefault();
    const fault = { method: method.value || null, chat: null, times: times.value ? Number(times.value) : null, kind: KINDS[kind.value][1] };
    act(() => api.setFaults([...store.state.faults, fault]));
  };
  const form = el("form", { class: "fields", on: { submit: add } },
    el("label", { for: "fault-kind" }, t("faultKind")), kind,
    el("label", { for: "fault-method" }, t("faultMethod")), method,
    el("label", { for: "fault-times" }, t("faultTimes")), times,
    el("div", { class: "buttons" }, button(t("faultOn"), { type: "submit", class: "primary" })), complaint);

  const show = () => active.replaceChildren(...activeFaults(store, act));
  const box = dialog(t("faults"), t("close"), "tools", el("p", { class: "hint" }, t("faultsNote")), form, el("h3", {}, t("faultActive")), active);
  const stop = store.on((event) => event === "state" && show());
  box.addEventListener("close", stop);
  show();
}

function activeFaults(store, act) {
  const faults = store.state.faults ?? [];
  if (!faults.length) return [el("p", { class: "hint" }, t("faultNone"))];
  const without = (gone) => faults.filter((_, at) => at !== gone);
  const lines = faults.map((fault, at) => el("div", { class: "active-fault" },
    el("span", {}, el("b", {}, nameOf(fault)), el("span", {}, detailOf(fault))),
    button(t("faultOff"), { on: { click: () => act(() => api.setFaults(without(at))) } })));
  return [...lines, button(t("faultAllOff"), { on: { click: () => act(() => api.clearFaults()) } })];
}

/** A fault set from elsewhere, with other numbers, is still named by its kind. */
function nameOf({ kind }) {
  const exact = KINDS.find(([, known]) => JSON.stringify(known) === JSON.stringify(kind));
  return exact ? t(exact[0]) : JSON.stringify(kind);
}

function detailOf({ method, times }) {
  return `${method ?? t("anyMethod")} · ${times === null || times === undefined ? t("untilOff") : t("times", { n: times })}`;
}
