// What a person at the page can see and point at. Runs in the page, before the page's own scripts.
// Knows the page's data- hooks; must not know what the bot says.

globalThis.person = {
  /** Resolves with the first truthy value of `look`; a condition that never holds fails with its name. */
  until(look, what, patience) {
    return new Promise((done, fail) => {
      const began = Date.now();
      let last = "";
      const again = () => {
        let value = null;
        try { value = look(); } catch (error) { last = `; lastly: ${error.message}`; }
        if (value) return done(value);
        if (Date.now() - began > patience) return fail(new Error(`waited ${patience / 1000} s in vain for ${what}${last}`));
        setTimeout(again, 20);
      };
      again();
    });
  },

  phone: (index) => document.querySelector(`[data-phone="${index}"]`),

  messages: (index) => [...person.phone(index).querySelectorAll("[data-message]")],

  /** The newest message that holds all of these words. */
  message: (index, words) => person.messages(index).findLast((message) => words.every((word) => message.innerText.includes(word))),

  /** The newest button with this label; one that waits for its answer cannot be pressed. */
  key(index, label) {
    const keys = [...person.phone(index).querySelectorAll("[data-button]")];
    return keys.findLast((key) => key.innerText.includes(label) && key.getAttribute("aria-busy") !== "true");
  },

  /** Everything that stands in a phone, buttons included: what must be the same after a restart. */
  transcript: (index) => person.messages(index).map((message) => `${message.dataset.message}: ${message.innerText}`),

  /** Where to press: the middle of something that is in sight, at rest and not covered. */
  spot(node) {
    if (!node || node.getAttribute("aria-disabled") === "true") return null;
    const before = node.getBoundingClientRect();
    if (before.top < 0 || before.bottom > innerHeight) node.scrollIntoView({ block: "center" });
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const at = `${x} ${y}`;
    const rested = node.personSaw === at;
    node.personSaw = at;
    return rested && width > 0 && height > 0 && node.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
  },

  /** The newest messages of a phone, with a little room around them, once they are in sight and at rest. */
  frame(index, count) {
    const shown = person.messages(index).slice(-count);
    const room = person.phone(index).querySelector(".chat-body").getBoundingClientRect();
    const list = shown.at(-1)?.closest(".messages, .list, [role=log]");
    if (list) list.scrollTop = list.scrollHeight;
    const [top, bottom] = [shown.at(0)?.getBoundingClientRect().top, shown.at(-1)?.getBoundingClientRect().bottom];
    const at = `${top} ${bottom}`;
    const rested = person.framed === at;
    person.framed = at;
    if (!rested || shown.length < count) return null;
    const y = Math.max(top - 8, room.top);
    return { x: room.left, y, width: room.width, height: Math.min(bottom + 8, room.bottom) - y };
  },

  /** How many of these have something else above one of their ends. */
  covered: (selector) => [...document.querySelectorAll(selector)].filter((node) => {
    const { left, right, top, height } = node.getBoundingClientRect();
    return ![left + 2, right - 2].every((x) => node.contains(document.elementFromPoint(x, top + height / 2)));
  }).length,

  /** What reaches over the edge of the screen, and is not inside something that scrolls by itself. */
  overflowing() {
    const faults = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide on a screen of ${innerWidth}`);
    for (const node of document.body.querySelectorAll("*")) {
      if (!node.checkVisibility({ visibilityProperty: true }) || person.scrolls(node.parentElement) || person.unseen(node)) continue;
      const { left, right, width } = node.getBoundingClientRect();
      if (width > 1 && (right > innerWidth + 1 || left < -1)) faults.push(`${node.tagName}.${node.getAttribute("class")} from ${left} to ${right}`);
    }
    return faults;
  },

  scrolls: (node) => Boolean(node) && (["auto", "scroll"].includes(getComputedStyle(node).overflowX) || person.scrolls(node.parentElement)),

  /** For a screen reader, or a drawing inside its own frame. */
  unseen: (node) => Boolean(node.closest(".visually-hidden, .skip, svg *")),
};
