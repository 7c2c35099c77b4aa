// The guided tour: one step beside one phone, what to do there, a button that does it, and the way out at any moment.
// Knows the steps that the server offers; must not know what they are about, or how phones draw themselves.

import { api } from "./api.js";
import { button, el, memory } from "./dom.js";
import { language, t } from "./words.js";

const SEEN = "tour"; // "left" once the reader has ended it
const ANSWER_PATIENCE = 4000;

/** Whether it begins by itself: on the first visit only. */
export const wanted = (store) => steps(store).length > 0 && memory.read(SEEN) !== "left";

export const steps = (store) => store.state?.tour ?? [];

export class Tour {
  #at = 0;
  #done = false;
  #acting = false;

  /** `show(phone)` brings the step's phone into sight alone, and gives it; `leave()` hears that the tour has ended. */
  constructor(store, show, leave) {
    Object.assign(this, { store, show, leave });
    this.place = el("p", { class: "tour-place" });
    this.title = el("h2", { class: "tour-title", tabindex: "-1" });
    this.text = el("p", { class: "tour-text" });
    this.done = el("p", { class: "tour-done", role: "status" });
    this.acts = el("div", { class: "tour-acts" });
    this.node = el("aside", { class: "tour", "aria-label": t("tour"), data: { tour: "" } },
      this.place, this.title, this.text, this.done, this.acts);
    this.stop = store.on((kind, detail) => {
      if (kind === "chat") this.#look(detail);
      if (kind === "clock") this.#draw();
    });
    this.#go(Math.min(memory.read("tour-step") ?? 0, steps(store).length - 1));
  }

  end() {
    memory.write(SEEN, "left");
    memory.write("tour-step", 0);
    this.stop();
    this.leave();
  }

  get #step() {
    return steps(this.store)[this.#at];
  }

  #go(at, focus = false) {
    this.#at = at;
    this.#done = false;
    memory.write("tour-step", at);
    this.phone = this.show(this.#step.phone);
    this.#draw();
    if (focus) this.title.focus();
  }

  /** A message that has come or changed since the step began, with the words that end it. */
  #look({ chat, what, message }) {
    if (this.#done || chat !== this.#step.phone[1] || !message || what === "older" || !message.from?.bot) return;
    const labels = (message.keyboard ?? []).flat().map((key) => key.text);
    const texts = [message.text ?? "", ...labels];
    if (!this.#step.done.some((words) => texts.some((text) => text.includes(words)))) return;
    this.#done = true;
    this.#draw();
  }

  #draw() {
    const step = this.#step;
    const last = this.#at === steps(this.store).length - 1;
    this.place.textContent = t("tourPlace", { n: this.#at + 1, of: steps(this.store).length });
    this.title.textContent = step.title[language];
    this.text.textContent = step.text[language];
    this.done.textContent = this.#done ? t("tourDone") : "";
    this.done.hidden = !this.#done;
    const act = step.act && !this.#done && this.#actButton(step.act);
    const held = this.acts.contains(document.activeElement) && document.activeElement.dataset.act;
    this.acts.replaceChildren(...[act,
      button(t(last ? "tourEnd" : "tourNext"), { class: this.#done ? "primary" : "plain", data: { act: "next" }, on: { click: () => (last ? this.end() : this.#go(this.#at + 1, true)) } }),
      this.#at > 0 && button(t("tourBack"), { class: "plain", data: { act: "back" }, on: { click: () => this.#go(this.#at - 1, true) } }),
      !last && button(t("tourLeave"), { class: "link", data: { act: "leave" }, on: { click: () => this.end() } })].filter(Boolean));
    if (held) (this.acts.querySelector(`[data-act="${held}"]`) ?? this.acts.querySelector(".primary"))?.focus();
    // On a small phone the way on would lie below the edge.
    if (this.#done) this.acts.firstElementChild.scrollIntoView({ block: "nearest" });
  }

  #actButton(act) {
    const busy = this.#acting || this.store.busy;
    const label = act.say ? t("tourSay", { text: act.say[0] }) : t("nextLong");
    return button(label, { class: "primary", "aria-disabled": String(busy), data: { act: "do" }, on: { click: () => !busy && this.#do(act) } });
  }

  async #do(act) {
    this.#acting = true;
    this.#draw();
    try {
      if (act.say) for (const text of act.say) await this.#say(text);
      else await api.advance("next");
    } catch (error) {
      this.phone.complain(error);
    }
    this.#acting = false;
    this.#draw();
  }

  /** Types, and waits until the bot has answered there, or a moment. */
  async #say(text) {
    const [, chat] = this.#step.phone;
    const answered = new Promise((resolve) => {
      const stop = this.store.on((kind, detail) => kind === "chat" && detail.chat === chat && detail.message?.from?.bot && (stop(), resolve()));
      setTimeout(() => { stop(); resolve(); }, ANSWER_PATIENCE);
    });
    await this.phone.send(text);
    await answered;
  }
}
