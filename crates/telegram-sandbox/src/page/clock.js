// The clock on top: the sandbox's date, its week drawn as a bridge of seven spans, and the buttons that move time.
// Knows `now` and the four ways to advance; must not know chats.

import { api } from "./api.js";
import { button, el, svg } from "./dom.js";
import { clockTime, longDate, shortDate, weekLabels, weekPosition } from "./time.js";
import { language, t } from "./words.js";

const STEPS = ["next", "hour", "day", "week"];
const SPAN = 30;
const WIDTH = SPAN * 7;
const DECK = 8;

/** A day is one span: the days behind are drawn strong, the walker stands where the week is. */
function bridge() {
  const span = (_, day) => `M${day * SPAN} ${DECK}h${SPAN}v15h-2.5v-1.5a12.5 9.5 0 0 0-25 0v1.5h-2.5z`;
  const labels = weekLabels(language).map((label, day) => svg("text", { x: day * SPAN + SPAN / 2, y: 36 }, label));
  const spans = labels.map(span).join("");
  const crossed = svg("path", { class: "crossed", d: spans });
  const walker = svg("circle", { class: "walker", cx: 0, cy: DECK - 1, r: 5 });
  const drawing = svg("svg", { class: "bridge", viewBox: `-6 0 ${WIDTH + 12} 40`, "aria-hidden": "true" },
    svg("path", { class: "spans", d: spans }), crossed, walker, ...labels);
  const move = (ms) => {
    const position = weekPosition(ms);
    crossed.style.clipPath = `inset(0 ${100 - (position / 7) * 100}% 0 0)`;
    walker.style.transform = `translateX(${position * SPAN}px)`;
    labels.forEach((label, day) => label.classList.toggle("today", day === Math.floor(position)));
  };
  return { drawing, move };
}

export function clockBar(store, complain) {
  const time = el("time", { class: "clock-time" });
  const long = el("span", { class: "clock-long" });
  const short = el("span", { class: "clock-short" });
  const status = el("span", { class: "visually-hidden", role: "status" });
  const week = bridge();
  let sent = false;

  const buttons = STEPS.map((step) => button(t(step), {
    class: step === "next" ? "advance main" : "advance", drawing: step === "next" ? "forward" : undefined,
    title: t(`${step}Long`), data: { advance: step }, on: { click: () => advance(step) },
  }));
  const moves = el("div", { class: "advances", role: "group", "aria-label": t("advance") }, buttons);

  async function advance(step) {
    if (sent || store.busy) return;
    sent = true;
    update();
    try { await api.advance(step); } catch (error) { complain(error); }
    sent = false;
    update();
  }

  function update() {
    const busy = sent || store.busy;
    const shown = clockTime(store.now);
    time.textContent = shown;
    time.setAttribute("datetime", new Date(store.now).toISOString());
    long.textContent = longDate(store.now, language);
    short.textContent = shortDate(store.now, language);
    week.move(store.now);
    moves.hidden = !store.state?.clock;
    // aria-disabled keeps the keyboard's place: a disabled button would drop the focus at every step.
    for (const one of buttons) one.setAttribute("aria-disabled", String(busy || !store.online));
    node.classList.toggle("busy", busy);
    moves.classList.toggle("busy", busy);
    status.textContent = busy ? t("moving") : "";
  }

  const node = el("div", { class: "clock", data: { clock: "" }, role: "group", "aria-label": store.state?.page?.clock_label?.[language] ?? t("clock") },
    week.drawing, el("div", { class: "clock-words" }, time, el("span", { class: "clock-date" }, long, short)), status);
  const stop = store.on((kind) => (kind === "clock" || kind === "state" || kind === "connection") && update());
  update();
  return { node, moves, stop };
}
