// Dates as readers of the two languages write them. Knows the calendar; must not know clocks, chats or the page.

const DAY = 86400e3;

let zone = null;

/** The zone in which times are shown, in minutes east of UTC; null is the browser's own, daylight saving included. */
export function setZone(minutes) {
  zone = minutes ?? null;
}

const shift = (ms) => (zone ?? -new Date(ms).getTimezoneOffset()) * 60e3;

const WEEKDAYS = {
  vi: ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const SHORT_WEEKDAYS = {
  vi: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const two = (number) => String(number).padStart(2, "0");

/** Milliseconds from what a server may write: RFC 3339, or seconds since 1970. */
export function instant(value) {
  return typeof value === "number" ? value * 1000 : Date.parse(value);
}

/** The wall clock in that zone at an instant. */
export function wall(ms) {
  const local = ms + shift(ms);
  const date = new Date(local);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    weekday: date.getUTCDay(), hour: date.getUTCHours(), minute: date.getUTCMinutes(),
    dayNumber: Math.floor(local / DAY), dayPart: (local % DAY) / DAY,
  };
}

export const clockTime = (ms) => { const at = wall(ms); return `${two(at.hour)}:${two(at.minute)}`; };

/** Vietnamese in official style: days under 10 and months 1 and 2 take a zero, other months do not. */
export function longDate(ms, language) {
  const at = wall(ms);
  if (language === "en") return `${WEEKDAYS.en[at.weekday]}, ${at.day} ${MONTHS[at.month - 1]} ${at.year}`;
  return `${WEEKDAYS.vi[at.weekday]}, ngày ${two(at.day)} tháng ${at.month < 3 ? two(at.month) : at.month} năm ${at.year}`;
}

export function shortDate(ms, language) {
  const at = wall(ms);
  if (language === "en") return `${SHORT_WEEKDAYS.en[at.weekday]} ${at.day} ${MONTHS[at.month - 1].slice(0, 3)} ${at.year}`;
  return `${SHORT_WEEKDAYS.vi[at.weekday]}, ${two(at.day)}/${two(at.month)}/${at.year}`;
}

/** The divider between two days of one chat. */
export function dayTitle(ms, language) {
  const at = wall(ms);
  if (language === "en") return `${WEEKDAYS.en[at.weekday]}, ${at.day} ${MONTHS[at.month - 1]}`;
  return `${WEEKDAYS.vi[at.weekday]}, ${two(at.day)}/${two(at.month)}`;
}

export const shortWeekday = (ms, language) => SHORT_WEEKDAYS[language][wall(ms).weekday];

/** Seven short names, Monday first, as the week is lived. */
export const weekLabels = (language) => [1, 2, 3, 4, 5, 6, 0].map((day) => SHORT_WEEKDAYS[language][day]);

/** How far into its week an instant is: 0 at Monday 00:00, 7 at the end of Sunday. */
export function weekPosition(ms) {
  const at = wall(ms);
  return ((at.weekday + 6) % 7) + at.dayPart;
}
