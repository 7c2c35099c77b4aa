// Small helpers to build elements. Knows the browser only; must not know chats, words or the server.

/**
 * Builds an element. `on` holds listeners, `data` holds data-* attributes; every other property is an attribute
 * (null and false leave it out). Children that are strings become text, never markup.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (key === "data") Object.assign(node.dataset, value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const ICONS = {
  alert: "M12 4 3 19.5h18zM12 10v4.5m0 2.6v.1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  down: "M12 5v14m-6-6 6 6 6-6",
  external: "M8 16 17 7m-7 0h7v7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  forward: "M5 6l6 6-6 6m8-12 6 6-6 6",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 9c.4-3.6 2.6-5.5 6-5.5s5.6 1.9 6 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.8c1.8.8 2.8 2.5 3 5.2",
  reply: "M10 7 5 12l5 5m-5-5h8c3.5 0 6 2 6 5.5",
  send: "M4.5 12 20 4.5 15 20l-3.5-6.5zM11.5 13.5 20 4.5",
  clip: "M20 11l-8 8a5 5 0 0 1-7-7l8-8a3.5 3.5 0 0 1 5 5l-8 8a2 2 0 0 1-3-3l7-7",
  slash: "M4 6h16v12H4zM10 15l4-6",
  tools: "M5 7h8m4 0h2M5 17h2m4 0h8M15 4.5v5m-6 5v5",
};

/** A decorative drawing: whatever holds it must carry the words. */
export function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

export function button(label, { class: className = "", drawing, iconOnly = false, ...props } = {}) {
  const children = [drawing && icon(drawing), !iconOnly && el("span", {}, label)];
  return el("button", { type: "button", class: className, title: iconOnly ? label : null, "aria-label": iconOnly ? label : null, ...props }, children);
}

/** A modal dialog that closes on its button, on Escape and on a click beside it, and leaves nothing behind. */
export function dialog(title, closeWord, className, ...content) {
  const box = el("dialog", { class: `dialog ${className}`, "aria-label": title },
    el("div", { class: "dialog-head" }, el("h2", {}, title),
      button(closeWord, { class: "quiet", drawing: "close", iconOnly: true, on: { click: () => box.close() } })),
    el("div", { class: "dialog-body" }, ...content));
  box.addEventListener("click", (event) => event.target === box && box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** What of the browser's storage may be kept; private windows refuse it, and the page works without. */
export const memory = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(`phones.${key}`)); } catch { return null; }
  },
  write(key, value) {
    try { localStorage.setItem(`phones.${key}`, JSON.stringify(value)); } catch { /* kept for this visit only */ }
  },
};
