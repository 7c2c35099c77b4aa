// The page's own words in two languages. Knows sentences; must not know who reads them or where they stand.
// What bots and people say is never here.

import { memory } from "./dom.js";

const VI = {
  pageTitle: "Điện thoại mô phỏng",
  pageNote: "Không tin nào rời khỏi máy này",
  language: "Ngôn ngữ của trang",
  tools: "Công cụ thử",
  close: "Đóng",
  clock: "Đồng hồ",
  advance: "Chuyển đồng hồ tới",
  next: "Việc kế tiếp", hour: "+1 giờ", day: "+1 ngày", week: "+1 tuần",
  nextLong: "Chuyển tới việc kế tiếp", hourLong: "Chuyển tới một giờ sau", dayLong: "Chuyển tới một ngày sau", weekLong: "Chuyển tới một tuần sau",
  moving: "Đang chuyển thời gian…",
  offline: "Mất kết nối với máy chủ. Đang nối lại…",
  loading: "Đang tải…",
  phones: "Các điện thoại",
  phoneOf: "Điện thoại của {name}",
  change: "Đổi người hoặc cuộc trò chuyện",
  toComposer: "Tới ô nhập tin",
  bot: "bot",
  group: "Nhóm",
  members: "{n} thành viên",
  topics: "Chủ đề", allTopics: "Tất cả",
  typing: "đang nhập…",
  edited: "đã sửa",
  history: "Tin nhắn với {title}",
  older: "Xem tin cũ hơn",
  newest: "Tới tin mới nhất", newestCount: "Tới tin mới nhất, {n} tin chưa đọc",
  unread: "{n} tin chưa đọc",
  empty: "Chưa có tin nhắn nào ở đây.",
  emptyStart: "Chạm Bắt đầu để trò chuyện với {bot}.",
  start: "Bắt đầu",
  blocked: "{name} đã chặn bot này",
  block: "Chặn bot", unblock: "Bỏ chặn bot",
  write: "Nhắn tin", writeGroup: "Nhắn vào nhóm", writeAnonymous: "Nhắn thay mặt nhóm",
  attach: "Gửi tệp hoặc ảnh",
  send: "Gửi",
  commands: "Lệnh", commandsOf: "Các lệnh của bot", noCommands: "Bot chưa đặt lệnh nào ở đây.",
  replyTo: "Trả lời", replyingTo: "Trả lời {name}", cancelReply: "Bỏ trả lời",
  buttons: "Các nút của tin nhắn", opensLink: "mở liên kết", waiting: "đang chờ bot",
  protected: "Không chuyển tiếp, không sao chép được",
  forwarded: "Chuyển tiếp từ {name}", reaction: "Bot bày tỏ cảm xúc {sign}",
  serviceCreated: "Nhóm đã được tạo", serviceMigrated: "Nhóm đã được nâng cấp thành siêu nhóm", servicePinned: "Đã ghim một tin nhắn",
  serviceJoined: "{names} đã vào nhóm", serviceLeft: "{names} đã rời nhóm", serviceTopic: "Chủ đề “{names}” đã được tạo",
  photo: "Ảnh", enlarge: "Phóng to ảnh {name}", document: "Tệp", download: "Tải tệp {name}, {size}",
  spoiler: "Nội dung ẩn, chạm để xem", more: "Xem thêm", less: "Thu gọn",
  openedPrivate: "Đã mở cuộc trò chuyện riêng với bot",
  ok: "Đã hiểu",
  failed: "Không gửi được: {why}", failedOffline: "Không gửi được vì mất kết nối. Tin vẫn còn trong ô nhập.", failedTap: "Không chạm được: {why}", lost: "mất kết nối với máy chủ",
  pickTitle: "Điện thoại này là của ai?", person: "Người", findPerson: "Tìm theo tên", noPerson: "Không có ai tên như vậy.",
  moreHidden: "Còn {n} người nữa, hãy gõ tên để tìm.",
  conversation: "Cuộc trò chuyện của {name}", privateChat: "Riêng với {bot}",
  anonymous: "Nhắn ẩn danh, thay mặt nhóm", use: "Chọn",
  addPerson: "Thêm người mới", name: "Họ và tên", personLanguage: "Ngôn ngữ", vietnamese: "Tiếng Việt", english: "Tiếng Anh", add: "Thêm",
  noPeople: "Chưa có ai ở đây. Thêm một người để bắt đầu.",
  faults: "Sự cố giả lập", faultsNote: "Thử xem bot chịu đựng thế nào khi Telegram trục trặc. Chỉ ảnh hưởng trong bản mô phỏng này.",
  faultKind: "Sự cố", faultMethod: "Lệnh gọi của bot", anyMethod: "Mọi lệnh gọi", faultTimes: "Số lần", untilOff: "Đến khi tắt",
  faultOn: "Bật sự cố", faultNone: "Không có sự cố nào đang bật.", faultOff: "Tắt", faultAllOff: "Tắt tất cả", times: "{n} lần",
  fault429: "Quá nhiều yêu cầu (429)", fault500: "Máy chủ lỗi (500)", fault502: "Cổng lỗi, trả trang HTML (502)",
  faultCutBefore: "Cắt kết nối trước khi xử lý", faultCutAfter: "Xử lý xong mới cắt kết nối", faultDelay: "Chậm 3 giây", faultGarbled: "Trả lời hỏng, không đọc được",
  faultHoldBefore: "Treo trước khi xử lý", faultHoldAfter: "Xử lý xong rồi treo",
  groups: "Nhóm", botIn: "Đưa bot vào nhóm", botOut: "Đưa bot ra khỏi nhóm", upgrade: "Nâng thành siêu nhóm", botIsIn: "bot đang ở trong nhóm", botIsOut: "bot chưa ở trong nhóm",
  addGroup: "Tạo nhóm mới", groupTitle: "Tên nhóm", groupForum: "Nhóm có chủ đề", groupNote: "Mọi người đang giữ điện thoại trên trang sẽ là thành viên.",
  addTopic: "Thêm chủ đề", topicName: "Tên chủ đề",
  tour: "Hướng dẫn", tourBegin: "Hướng dẫn", tourPlace: "Bước {n}/{of}", tourNext: "Bước tiếp", tourBack: "Bước trước", tourEnd: "Xem cả bốn điện thoại", tourLeave: "Thôi hướng dẫn, xem cả bốn điện thoại",
  tourSay: "Gõ giúp: {text}", tourDone: "Xong. Mời sang bước tiếp.",
  news: "Việc vừa xảy ra", newsNone: "Việc vừa xảy ra sẽ hiện ở đây.", newsTo: "{bot} → {to}:", newsMore: "{names} và {n} người khác", newsQuiet: "Không có tin mới cho ai.",
};

const EN = {
  pageTitle: "Simulated phones",
  pageNote: "No message leaves this computer",
  language: "Language of the page",
  tools: "Test tools",
  close: "Close",
  clock: "The clock",
  advance: "Move the clock to",
  next: "Next event", hour: "+1 hour", day: "+1 day", week: "+1 week",
  nextLong: "Move to the next event", hourLong: "Move one hour on", dayLong: "Move one day on", weekLong: "Move one week on",
  moving: "Moving time on…",
  offline: "The server cannot be reached. Reconnecting…",
  loading: "Loading…",
  phones: "Phones",
  phoneOf: "Phone of {name}",
  change: "Change person or conversation",
  toComposer: "Skip to the message field",
  bot: "bot",
  group: "Group",
  members: "{n} members",
  topics: "Topics", allTopics: "All",
  typing: "typing…",
  edited: "edited",
  history: "Messages with {title}",
  older: "Show older messages",
  newest: "To the newest message", newestCount: "To the newest message, {n} unread",
  unread: "{n} unread",
  empty: "No messages here yet.",
  emptyStart: "Press Start to talk with {bot}.",
  start: "Start",
  blocked: "{name} has blocked this bot",
  block: "Block the bot", unblock: "Unblock the bot",
  write: "Message", writeGroup: "Message the group", writeAnonymous: "As the group",
  attach: "Send a file or picture",
  send: "Send",
  commands: "Commands", commandsOf: "The bot’s commands", noCommands: "The bot has set no commands here.",
  replyTo: "Reply", replyingTo: "Reply to {name}", cancelReply: "Cancel reply",
  buttons: "Buttons of the message", opensLink: "opens a link", waiting: "waiting for the bot",
  protected: "Cannot be forwarded or copied",
  forwarded: "Forwarded from {name}", reaction: "The bot reacted with {sign}",
  serviceCreated: "The group was created", serviceMigrated: "The group became a supergroup", servicePinned: "A message was pinned",
  serviceJoined: "{names} joined the group", serviceLeft: "{names} left the group", serviceTopic: "The topic “{names}” was created",
  photo: "Photo", enlarge: "Enlarge photo {name}", document: "File", download: "Download {name}, {size}",
  spoiler: "Hidden text, press to show", more: "Show more", less: "Show less",
  openedPrivate: "Opened the private chat with the bot",
  ok: "OK",
  failed: "Not sent: {why}", failedOffline: "Not sent: the server cannot be reached. The text is still in the field.", failedTap: "The press did not work: {why}", lost: "the server cannot be reached",
  pickTitle: "Whose phone is this?", person: "Person", findPerson: "Find by name", noPerson: "Nobody has such a name.",
  moreHidden: "{n} more: type a name to find them.",
  conversation: "Conversations of {name}", privateChat: "Private, with {bot}",
  anonymous: "Write anonymously, as the group", use: "Choose",
  addPerson: "Add a person", name: "Full name", personLanguage: "Language", vietnamese: "Vietnamese", english: "English", add: "Add",
  noPeople: "Nobody is here yet. Add a person to begin.",
  faults: "Simulated faults", faultsNote: "See how the bot bears trouble at Telegram. Only this simulation is affected.",
  faultKind: "Fault", faultMethod: "The bot’s call", anyMethod: "Any call", faultTimes: "How often", untilOff: "Until switched off",
  faultOn: "Switch on", faultNone: "No fault is switched on.", faultOff: "Switch off", faultAllOff: "Switch all off", times: "{n}×",
  fault429: "Too many requests (429)", fault500: "Server error (500)", fault502: "Bad gateway with an HTML page (502)",
  faultCutBefore: "Connection cut before handling", faultCutAfter: "Handled, then connection cut", faultDelay: "3 seconds late", faultGarbled: "Garbled answer",
  faultHoldBefore: "Held before handling", faultHoldAfter: "Handled, then held",
  groups: "Groups", botIn: "Add the bot", botOut: "Remove the bot", upgrade: "Make it a supergroup", botIsIn: "the bot is in the group", botIsOut: "the bot is not in the group",
  addGroup: "Create a group", groupTitle: "Title", groupForum: "With topics", groupNote: "Everyone who holds a phone on this page becomes a member.",
  addTopic: "Add a topic", topicName: "Name of the topic",
  tour: "Guided tour", tourBegin: "Tour", tourPlace: "Step {n} of {of}", tourNext: "Next step", tourBack: "Step back", tourEnd: "See all four phones", tourLeave: "Leave the tour, see all four phones",
  tourSay: "Type for me: {text}", tourDone: "Done. On to the next step.",
  news: "What has just happened", newsNone: "What happens is shown here.", newsTo: "{bot} → {to}:", newsMore: "{names} and {n} others", newsQuiet: "Nobody got a message.",
};

const ALL = { vi: VI, en: EN };

/** The reader's choice, else the one the server wrote into the page. */
export let language = [memory.read("language"), document.documentElement.lang].find((code) => ALL[code]) ?? "en";

export function setLanguage(next) {
  language = next;
  document.documentElement.lang = next;
  memory.write("language", next);
}

/** One sentence, its {places} filled in. */
export function t(key, places = {}) {
  return ALL[language][key].replace(/\{(\w+)\}/g, (_, place) => places[place]);
}

const numbers = { vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }), en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }) };

export const count = (value) => numbers[language].format(value);

export function fileSize(bytes) {
  if (bytes < 1024) return `${count(bytes)} B`;
  return bytes < 1024 ** 2 ? `${count(Math.round(bytes / 1024))} KB` : `${count(bytes / 1024 ** 2)} MB`;
}

/** A Vietnamese name is called by its last word, others by their first. */
export function calledName(user) {
  const words = (user?.name ?? "").trim().split(/\s+/);
  return user?.language_code === "vi" ? words.at(-1) : words[0];
}

/** Letters without their marks, so that "hong" finds "Hồng" and "duc" finds "Đức". */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
