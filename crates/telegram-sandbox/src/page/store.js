// What the page knows of the small world: its state and the messages of the chats that are looked at.
// Knows the server's answers and their order; must not know how anything is drawn.

import { api, listen } from "./api.js";
import { instant } from "./time.js";

const PAGE = 50;
const STATE_PAUSE = 150;
// The clock may run by itself; asking now and then keeps it right without a stream of ticks.
const HEARTBEAT = 15000;
const RETRY = 1000;
const GAP_PATIENCE = 1000;

/** One chat's messages by id. `fresh` names those that the stream changed while a page of history was on its way. */
function emptyChat() {
  return { messages: new Map(), order: [], loaded: false, loading: null, complete: false, fresh: new Set() };
}

export class Store {
  state = null;
  now = Date.now();
  busy = false;
  online = false;
  #chats = new Map();
  #listeners = new Set();
  #statePending = null;

  /** Calls `listener(kind, detail)` on every change; returns the way to stop. */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(kind, detail = {}) {
    for (const listener of [...this.#listeners]) listener(kind, detail);
  }

  start() {
    listen({
      event: (name, detail) => this.#receive(name, detail),
      opened: () => this.#refresh(),
      lost: () => { this.online = false; this.#tell("connection"); },
    });
    setInterval(() => this.online && !document.hidden && this.#fetchState(), HEARTBEAT);
  }

  /** After every (re)connection: whatever was missed is fetched again, since the stream does not look back. */
  async #refresh() {
    this.busy = false;
    this.online = true;
    if (!(await this.#fetchState())) {
      this.online = false;
      setTimeout(() => this.#refresh(), RETRY);
      return;
    }
    this.#tell("connection");
    await Promise.all([...this.#chats.keys()].map((chat) => this.#reload(chat)));
  }

  async #fetchState() {
    try {
      this.state = await api.state();
    } catch {
      return false; // the stream's own failure says it to the reader
    }
    this.now = instant(this.state.now);
    if (this.state.busy !== undefined) this.busy = this.state.busy;
    for (const { id, newest } of this.state.chats) this.#checkNewest(id, newest);
    this.#tell("state");
    this.#tell("clock");
    return true;
  }

  #receive(name, detail) {
    if (name === "message" && detail.from?.bot) this.#tell("sent", detail);
    if (name === "message" || name === "edit") return this.#put(detail, name);
    if (name === "delete") return this.#remove(detail.chat, detail.id);
    if (name === "clock") {
      this.now = instant(detail.now);
      this.busy = Boolean(detail.busy);
      return this.#tell("clock");
    }
    if (name !== "state") return this.#tell(name, detail);
    // Many people may act at once: one fetch answers for all changes of a moment.
    this.#statePending ??= setTimeout(() => { this.#statePending = null; this.#fetchState(); }, STATE_PAUSE);
  }

  #put(message, kind) {
    const chat = this.#chats.get(message.chat);
    if (!chat || (!chat.loaded && !chat.loading)) return;
    const known = chat.messages.has(message.id);
    if (!known && kind === "edit" && this.#isOlderThanShown(chat, message.id)) return;
    chat.fresh.add(message.id);
    chat.messages.set(message.id, message);
    if (!known) insertSorted(chat.order, message.id);
    this.#tell("chat", { chat: message.chat, what: known ? "edit" : "new", message });
  }

  /** An edit far up in the history must not put one lone bubble there: it comes with its page. */
  #isOlderThanShown(chat, id) {
    return !chat.complete && chat.order.length > 0 && id < chat.order[0];
  }

  #remove(chatId, id) {
    const chat = this.#chats.get(chatId);
    if (!chat) return;
    chat.fresh.add(id);
    if (!chat.messages.delete(id)) return;
    chat.order.splice(chat.order.indexOf(id), 1);
    this.#tell("chat", { chat: chatId, what: "delete" });
  }

  messages(chatId) {
    const chat = this.#chats.get(chatId);
    return chat ? chat.order.map((id) => chat.messages.get(id)) : [];
  }

  message(chatId, id) {
    return this.#chats.get(chatId)?.messages.get(id);
  }

  isLoaded(chatId) {
    return Boolean(this.#chats.get(chatId)?.loaded);
  }

  isComplete(chatId) {
    return Boolean(this.#chats.get(chatId)?.complete);
  }

  /** Begins to follow a chat; harmless when it is followed already. */
  open(chatId) {
    if (this.#chats.has(chatId)) return;
    this.#chats.set(chatId, emptyChat());
    this.#load(chatId);
  }

  /** One page further back. */
  older(chatId) {
    const chat = this.#chats.get(chatId);
    if (!chat?.loaded || chat.complete || chat.loading) return;
    this.#load(chatId, chat.order[0]);
  }

  async #reload(chatId) {
    this.#chats.set(chatId, emptyChat());
    await this.#load(chatId);
  }

  async #load(chatId, before) {
    const chat = this.#chats.get(chatId);
    chat.fresh.clear();
    chat.loading = api.messages(chatId, before, PAGE);
    try {
      const page = await chat.loading;
      if (this.#chats.get(chatId) !== chat) return; // a reconnection has begun afresh meanwhile
      merge(chat, page);
      chat.loaded = true;
      chat.complete = page.length < PAGE;
    } catch {
      if (!chat.loaded && this.#chats.get(chatId) === chat) this.#chats.delete(chatId);
    } finally {
      chat.loading = null;
    }
    this.#tell("chat", { chat: chatId, what: before ? "older" : "loaded" });
  }

  /**
   * A stream that fell behind says only "state": a newer message than any we have heard of shows the gap.
   * One that is merely on its way closes it by itself, so the chat is asked again only after a while.
   */
  #checkNewest(chatId, newest) {
    const missing = () => {
      const chat = this.#chats.get(chatId);
      return chat?.loaded && newest && !chat.fresh.has(newest) && (chat.order.at(-1) ?? 0) < newest;
    };
    if (missing()) setTimeout(() => missing() && this.#reload(chatId), GAP_PATIENCE);
  }

  /** The id under which a group goes on after it became a supergroup; null when it is simply gone. */
  async successor(chatId) {
    const [message] = await api.messages(chatId, undefined, 1).catch(() => []);
    return message && message.chat !== chatId ? message.chat : null;
  }

  user(id) {
    return this.state?.users.find((user) => user.id === id);
  }

  chat(id) {
    return this.state?.chats.find((chat) => chat.id === id);
  }
}

/** What the stream said during the load is newer than the page, deletions included. */
function merge(chat, page) {
  for (const message of page) {
    if (chat.fresh.has(message.id) || chat.messages.has(message.id)) continue;
    chat.messages.set(message.id, message);
    insertSorted(chat.order, message.id);
  }
}

function insertSorted(order, id) {
  let at = order.length;
  while (at > 0 && order[at - 1] > id) at -= 1;
  order.splice(at, 0, id);
}
