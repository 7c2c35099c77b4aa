// Presses of inline buttons that wait for their answer. Knows which press belongs to which phone; must not know how toasts look.

import { api } from "./api.js";

// Telegram lets a button spin for a while and gives up in silence; so does this page.
const PATIENCE = 20000;

export class Taps {
  #waiting = new Map(); // key → { phone, message, data, query, timer }
  #early = new Map(); // query → toast that overtook the reply to its own press

  constructor(phones) {
    this.phones = phones;
  }

  isWaiting(phone, message, data) {
    return this.#waiting.has(keyOf(phone, message, data));
  }

  async press(phone, message, data) {
    const key = keyOf(phone, message, data);
    if (this.#waiting.has(key)) return;
    const press = { phone, message, data, query: null, timer: setTimeout(() => this.#release(key), PATIENCE) };
    this.#waiting.set(key, press);
    phone.markWaiting(message, data, true);
    try {
      press.query = (await api.tap({ user: phone.user, chat: message.chat, message: message.id, data })).query;
    } catch (error) {
      this.#release(key);
      phone.complain(error, "failedTap");
      return;
    }
    const early = this.#early.get(press.query);
    if (early) this.answer(early);
  }

  /** A toast goes to the phone that pressed; one that nobody here pressed for goes to its person's phones. */
  answer(toast) {
    this.#early.delete(toast.query);
    for (const [key, press] of this.#waiting) {
      if (press.query !== toast.query) continue;
      this.#release(key);
      return press.phone.toast(toast);
    }
    const mayOvertake = [...this.#waiting.values()].some((press) => press.query === null && press.phone.user === toast.user);
    if (mayOvertake) return this.#early.set(toast.query, toast);
    this.phones().filter((phone) => phone.user === toast.user).forEach((phone) => phone.toast(toast));
  }

  #release(key) {
    const press = this.#waiting.get(key);
    if (!press) return;
    clearTimeout(press.timer);
    this.#waiting.delete(key);
    press.phone.markWaiting(press.message, press.data, false);
  }
}

const keyOf = (phone, message, data) => `${phone.index} ${phone.user} ${message.chat} ${message.id} ${data}`;
