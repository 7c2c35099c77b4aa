// The way to the server: requests and the live stream. Knows addresses and JSON; must not know what is done with them.

export class ApiError extends Error {}

async function request(path, method, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError("offline");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error || `HTTP ${response.status}`);
  return answer;
}

/** The file itself is the body. */
async function upload(path, file) {
  let response;
  try { response = await fetch(path, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file }); } catch { throw new ApiError("offline"); }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error || `HTTP ${response.status}`);
  return answer;
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

export const api = {
  state: () => request("/sandbox/state", "GET"),
  messages: (chat, before, limit = 50) => request(`/sandbox/chats/${chat}/messages?${query({ before, limit })}`, "GET"),
  commands: (chat, user, lang) => request(`/sandbox/commands?${query({ chat, user, lang })}`, "GET"),
  attach: (words, file) => upload(`/sandbox/attach?${query(words)}`, file),
  say: (words) => request("/sandbox/say", "POST", words),
  tap: (press) => request("/sandbox/tap", "POST", press),
  block: (user, blocked) => request("/sandbox/block", "POST", { user, blocked }),
  addGroup: (title, members, forum) => request("/sandbox/groups", "POST", { title, members, forum }),
  addTopic: (group, by, name) => request("/sandbox/topics", "POST", { group, by, name }),
  moveBot: (group, by, member) => request("/sandbox/bot", "POST", { group, by, member }),
  migrate: (chat) => request("/sandbox/migrate", "POST", { chat }),
  addUser: (name, language) => request("/sandbox/users", "POST", { name, language }),
  advance: (advance) => request("/sandbox/clock", "POST", { advance }),
  setFaults: (faults) => request("/sandbox/faults", "PUT", faults),
  clearFaults: () => request("/sandbox/faults", "DELETE"),
  file: (file) => `/sandbox/files/${encodeURIComponent(file)}`,
};

const EVENTS = ["message", "edit", "delete", "toast", "typing", "clock", "state"];
const FIRST_DELAY = 500;
const LONGEST_DELAY = 5000;

/**
 * Keeps one live stream open. The browser's own retry gives up when a restarting server answers with an error,
 * so each break closes the stream and opens a new one, a little later each time.
 */
export function listen({ event, opened, lost }) {
  let delay = FIRST_DELAY;
  const open = () => {
    const source = new EventSource("/sandbox/events");
    for (const name of EVENTS) source.addEventListener(name, ({ data }) => event(name, JSON.parse(data)));
    source.onopen = () => { delay = FIRST_DELAY; opened(); };
    source.onerror = () => {
      source.close();
      lost();
      setTimeout(open, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    };
  };
  open();
}
