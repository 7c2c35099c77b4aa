# Everything that people read, in English. The Vietnamese is in vi.ftl, under the same keys.
# Every text may use: $organisation, $operator, $contact, $member, $address, $Address.
# Formatting: <b>bold</b>, <i>italic</i>, <blockquote>quotation</blockquote>.
# Keys beginning with toast- show 200 characters at most; button- is the label of a button; menu- describes a command.

### Days and times

moment = {$time} { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
    } {$date}

### Joining

welcome =
    <b>Nhịp</b> – a few minutes each week with the campaign “Loyalty, responsibility, integrity, creativity”.

    If you have an invite link from your unit, simply open it. If not, please type the name of your unit, with or without Vietnamese accents. For example: <i>so noi vu</i>.
unit-found = Which unit do you belong to?
unit-not-found =
    No unit of that name was found. Please type part of its name, with or without Vietnamese accents, or ask {$contact} for an invite link.
invite-unknown =
    This invite link no longer works. Please type the name of your unit to find it, or ask {$contact} for a new link.
consent =
    <b>You are invited to join: {$unit}</b>

    This bot is run by {$operator}. Each week brings a short text and five questions about the campaign; each month, one personal reflection. Taking part is voluntary, and you may stop at any time. Results are not used to grade or appraise anyone.

    <b>1.</b> {$account}

    <b>2.</b> {$abroad}

    <b>3.</b> {$reflection}

    Please tap each part you wish to choose, then tap <b>I agree</b>. Parts 1 and 2 are needed to take part. Part 3 is optional: without it, everything else still works in full. Until you agree, the bot stores nothing.
consent-account =
    <b>Account and questions.</b> The bot stores your Telegram account ID, unit, settings and answers. In the bot, only you can see your own results; union officers see only combined figures for 5 or more people.
consent-abroad =
    <b>Servers abroad.</b> Messages to and from this bot pass through, and are stored on, Telegram’s servers outside Viet Nam. Please do not send state secrets or internal documents here.
consent-reflection =
    <b>Personal reflection (voluntary, private).</b> There is one round each month: you look back at three things you yourself have done, and choose a level for each. While the round is open, you may change or withdraw your answers. When it closes, the bot deletes each person’s answers and keeps only overall counts, which are published only for 10 or more people.
button-consent-account = 1. Account and questions
button-consent-abroad = 2. Servers abroad
button-consent-reflection = 3. Reflection (optional)
button-agree = I agree
button-decline = I do not agree
toast-consents-missing = To take part, please choose parts 1 and 2 first. Part 3 is optional.
toast-joined = You have joined.
toast-joined-before = You have already joined.
toast-join-first = This button is for those who have joined. Please send /start to begin.
joined =
    Thank you for joining. Your unit: <b>{$unit}</b>.

    The bot writes in the lunch break on working days, twice a week. To change the time or to pause: /settings. Your privacy: /privacy.
already-member =
    You are taking part with <b>{$unit}</b>. Send /help to see the commands. To move to another unit: /unit.
declined = The bot stores nothing about you. Whenever you wish to join, please send /start.
join-first = This command is for those who have joined. Please send /start to begin.

### The weekly text

item =
    <b>Criterion {$number} · {$theme}</b>
    <blockquote>{$wording}</blockquote>
    <b>{$title}</b>
    {$thought}

    <b>Situation.</b> {$situation}

    <b>A small step for this week.</b> {$attempt}
card =
    <b>Discussion card · Criterion {$number}</b>
    <blockquote>{$wording}</blockquote>
    <b>{$title}</b>
    {$situation}

    <b>To talk about (ten minutes)</b>
    {$questions}

    <i>Source: {$source}</i>
card-question = {$number}. {$question}
card-which = It is not clear which criterion’s discussion card you want. Please add its number, 1.1 to 4.3, for example: /card 3.2. Send /criteria to see the twelve criteria.
button-read = I have read it
button-quiz = This week’s five questions
button-checkin = Monthly reflection (private)
toast-read = Thank you for reading.
toast-read-before = You have already read this.
toast-item-closed = The week of this text is over, so nothing more is recorded. You are welcome to read this week’s text.

### Questions

kind-recall = Recalling the criterion
kind-law = Regulations
kind-situation = Situation
quiz-question =
    <b>Question {$place}/{$of}</b> · {$kind}

    {$question}

    <b>A.</b> {$a}
    <b>B.</b> {$b}
    <b>C.</b> {$c}
    <b>D.</b> {$d}
quiz-right =
    <b>Question {$place}/{$of} · Correct</b>

    {$question}

    You chose <b>{$letter}.</b> {$chosen}

    {$why}

    <i>Source: {$source}</i>
quiz-wrong =
    <b>Question {$place}/{$of} · Not quite</b>

    {$question}

    You chose <b>{$letter}.</b> {$chosen}

    The correct answer is <b>{$right}.</b> {$answer}

    {$why}

    <i>Source: {$source}</i>
quiz-wrong-because =
    <b>Question {$place}/{$of} · Not quite</b>

    {$question}

    You chose <b>{$letter}.</b> {$chosen}
    {$because}

    The correct answer is <b>{$right}.</b> {$answer}

    {$why}

    <i>Source: {$source}</i>
quiz-told-right =
    <b>Question {$place}/{$of} · Correct</b>
    <blockquote expandable>{$why}

    <i>Source: {$source}</i>

    The question: {$question}
    You chose <b>{$letter}.</b> {$chosen}</blockquote>
quiz-told-wrong =
    <b>Question {$place}/{$of} · Not correct</b>
    <blockquote expandable>The correct answer is <b>{$right}.</b> {$answer}
    You chose <b>{$letter}.</b> {$chosen}

    {$why}

    <i>Source: {$source}</i>

    The question: {$question}</blockquote>
quiz-told-because =
    <b>Question {$place}/{$of} · Not correct</b>
    <blockquote expandable>The correct answer is <b>{$right}.</b> {$answer}
    You chose <b>{$letter}.</b> {$chosen}
    {$because}

    {$why}

    <i>Source: {$source}</i>

    The question: {$question}</blockquote>
findings =
    <b>Something at the bot’s server needs a person.</b> Please pass this on to whoever looks after the server.

    {$lines}

    The bot sends at most one such message a day, to the owners alone.
finding-disk = • <b>The disk is filling up:</b> where the database is, {$megabytes} MB are left. Please make room; when there is none, nothing that people answer can be kept.
finding-token = • <b>Telegram refused the bot’s token</b>, last at {$at}; the bot stood still meanwhile. If none of you changed it, it may have leaked: get a new one from @BotFather (/revoke), write it on the server, and start the bot again.
finding-backup = • <b>Backups need to be looked at.</b> {$lines} Please mend that on the server, then try “nhip backup”.
finding-quarantine = • <b>What people did could not be handled: {$count}</b>, the last on {$on}. Please run “nhip quarantine” on the server to see the cause; when it is mended, drop the note with “nhip quarantine drop”.
finding-lapsed = • <b>Content: {$count} entries are no longer sent</b>, for their documents have been replaced, are no longer in force or are not in force yet: {$ids}. Please correct the content (“nhip check” names each place), and load it with “systemctl reload nhip”.
finding-stale = • <b>Content: {$count} entries were last compared with their sources more than six months ago:</b> {$ids}. Please compare them, and write the day into “checked_on” (“nhip check” names each place).
finding-calendar = • <b>The calendar of holidays is running out:</b> its last day is {$last}. Please continue “calendar.yaml”; on a day that is not listed people are written to.
quiz-elsewhere = ↓ These five questions are open in a newer message, below.
quiz-why-now =
    {$why}

    <b>To do right now:</b> {$deed}
quiz-result =
    <b>This week’s result: {$right}/{$of} correct.</b>
    In the bot, only you can see this result. Questions you missed will come back in two or three weeks.
    Deadline: {$closes}. You have answered them all.
quiz-review = Worth another look: criterion {$criteria}.
quiz-none = There are no questions to answer at the moment. The next five open at {$opens}.
quiz-reminder =
    This week’s five questions: you have { $left ->
        [one] {$left} question
       *[other] {$left} questions
    } left; it takes only a few minutes. Deadline: {$closes}.
practice =
    <b>Practice</b>
    { $count ->
        [one] One question
       *[other] {$count} questions
    } that you were asked in rounds that have ended, with explanations. Nothing is counted, nothing is stored.
practice-none = There is nothing to practise yet: the questions of a week are here once that week has ended.
practice-criteria =
    <b>Practice by criterion</b>
    Choose a criterion; in brackets is the number of questions.
practice-mark = <i>Practice: not counted, not stored. Please tap A, B, C or D.</i>
practice-mark-quiz = <i>Practice: not counted, not stored. Please tap a button to answer; a typed letter answers this week’s question.</i>
practice-late = <b>The time to answer is over</b>, so this answer does not count; but you can still practise.
button-practice = Practise what was asked
button-practice-missed = What I got wrong or left out ({$count})
button-practice-mixed = { $count ->
    [one] One question at random
   *[other] {$count} questions at random
    }
button-practice-criteria = Choose a criterion
toast-right = Correct.
toast-wrong = Not quite. Please see the explanation.
toast-answered-before = You have already answered this question.
toast-quiz-closed = The time for these questions ended at 21:00 on Sunday, so no more answers are recorded. You are welcome to answer the new week’s five, from 07:00 on Monday.

### The monthly reflection

checkin-none =
    No reflection is open at the moment. The next one is open from {$opens} to {$closes}.
checkin-consent =
    {$words}

    Nobody is allowed to see who has answered and who has not. Would you like to use this part? If you do not, everything else still works in full.
checkin-thought =
    <b>{$title}</b>
    Private and voluntary. Deadline: {$closes}.

    <b>Criterion {$number}</b> – only to read and think about; the bot stores no answer.
    <blockquote>{$wording}</blockquote>
    {$thought}
checkin-not-counted = <i>You joined after this round had opened, so this time your choices are for you alone and are not counted; from the next round on they are counted with the others.</i>
checkin-counted-if = <i>For your choices to be counted with the others, you need to have answered the weekly questions in at least {$weeks} weeks by the time this round closes.</i>
checkin-prompt =
    <b>{$place}/{$of} · Criterion {$number}</b>
    <blockquote>{$wording}</blockquote>
    {$question}
not-passed-on = <i>This message cannot be forwarded or copied.</i>
checkin-consented = Noted: you agree to use the reflection. You can withdraw at any time, in /privacy.
checkin-line = <b>{$number}</b> {$choice}
checkin-skipped = (skipped)
checkin-summary =
    <b>Thank you for taking the time to reflect.</b>

    {$lines}

    A sentence to finish in your own mind (the bot does not store it):
    <i>{$closing}</i>

    You may change or withdraw your choices until {$closes}. Then the bot deletes them and keeps only overall counts. If you no longer wish to see this message, you can delete it from the chat.
checkin-retracted = Withdrawn. The bot no longer holds any of your choices in this round.
button-thought = I have thought about it
button-skip = Skip this question
button-change = Review or change my choices
button-retract = Withdraw everything
button-give-reflection = I agree to the reflection
button-not-now = Not now
toast-kept = Recorded.
toast-retracted = Everything has been withdrawn.
toast-checkin-closed = This reflection has closed. The bot has deleted each person’s answers. To see when the next one opens: /checkin
toast-no-reflection = You have not agreed to the reflection, so nothing has been stored. You may agree in /privacy.
toast-consent-given = Your consent has been recorded.
toast-consent-withdrawn = Your consent has been withdrawn, and your choices in the open round have been deleted.

### For each person alone

me =
    <b>Your progress</b>
    Unit: {$unit}
    Texts read: {$read}
    Weeks with all five answered: {$finished}
    Weeks in a row: {$streak}
    Correct answers: {$right}/{$answers}
me-theme = · {$number}. {$name}: {$right}/{$answers}
me-theme-none = · {$number}. {$name}: no answers yet
me-note = <i>In the bot, only you can see this. You may miss one week in every four without breaking your weeks in a row.</i>
button-year-dark = Dark
button-year-light = Light
file-year-title = Your rhythm
file-year-from = Since {$from}
file-year-streak = weeks in a row
file-year-weeks = weeks finished
file-year-begins = it begins here
file-year-done = a week finished
file-year-rest = a rest; the streak goes on
file-year-ring = Each criterion fills with your right answers.
criteria =
    <b>{$title}</b>

    <b>Objective.</b> {$objective}

    Choose a theme to see its criteria:
theme = <b>Theme {$number}: “{$name}”</b>
criterion-line = <b>{$number}.</b> {$wording}
criterion =
    <b>Criterion {$number}</b>
    <blockquote>{$wording}</blockquote>
    A few small steps to try:
criterion-item =
    <b>{$title}.</b> {$attempt}
button-theme = {$number}. {$name}
button-criterion = Criterion {$number}
button-back = Back
button-themes = The four themes
button-tasks = The six tasks
tasks = <b>The six tasks of the campaign</b>
tasks-line = <b>{$number}.</b> {$task}
content-vietnamese = <i>Items and questions are in Vietnamese only; the campaign’s own words have an English text below them.</i>
settings =
    <b>Settings</b>
    Messages arrive: {$window}, on working days.

    Tap to change the time or the language, or to pause while you are travelling for work or on leave.
settings-alone =
    <b>Settings</b>
    Tap to choose the language in which the bot speaks to you.
settings-paused = Paused; messages resume on {$until}. Meanwhile you can still open /quiz and /checkin.
button-pause = { $weeks ->
    [one] Pause {$weeks} week
   *[other] Pause {$weeks} weeks
    }
button-resume = Resume messages
toast-saved = Saved.
privacy =
    <b>Privacy</b>

    <b>What does the bot keep?</b> Your Telegram account ID, unit, settings, consents, which texts you have read and your answers to the questions. It keeps no telephone numbers. Of what you type it keeps only suggestions you have sent (/suggest) and initiatives you tell of (/initiatives), which you alone see until you enter them in a register. Of names only those you type yourself: to be commended by, to be an author, or to stand below a suggestion.

    <b>Who can see it?</b> Your own results: only you. Union officers: only combined figures for {$quizthreshold} or more people; for the reflection, {$reflectionthreshold} or more. There is no list of who has not answered. Of those who have agreed to be named when commended, officers also see the name and words such as “took part steadily”.

    <b>What you should know.</b> Telegram stores this chat abroad. The bot is run by {$operator}; technically, the administrator of its server is able to read the data.

    <b>Your rights:</b> /mydata – get everything; /deletemydata – delete it at once; /log – what officers have done.
privacy-reflection-given = Reflection: you <b>have agreed</b>. If you withdraw, the bot deletes your choices in the open round and your private journal (if any) at once.
privacy-reflection-withheld = Reflection: you <b>have not agreed</b>. The bot stores nothing.
button-withdraw-reflection = Stop using the reflection
button-leave = Leave and delete my data
leave-ask =
    Do you wish to stop taking part and have your data deleted?

    <b>Deleted at once:</b> your account details, your consents, all your answers, your private journal, the name for commendations, initiatives and the author’s name, the name below suggestions (if any), officer’s rights (if any), messages waiting to be sent.

    <b>What remains:</b> combined figures counted before then, no longer linked to anyone; and proof that you once agreed and on which day you stopped. This proof does not hold your account ID, only a digest of it (a row of characters computed from it), and is kept for {$proofmonths} months to answer complaints. What you did as an officer (if you were one) stays in the log. Backups of the server expire on a schedule of their own. This chat is kept by Telegram; you can delete it yourself.

    If you only need some quiet for a while, you can pause instead (/settings).
button-pause-month = Pause for 30 days
button-leave-now = Leave and delete my data
button-stay = Continue taking part
left = Your data has been deleted. What remains: combined figures linked to nobody, and proof of consent as a digest (kept for {$proofmonths} months). Thank you for being with us. Whenever you wish to return, please send /start.
stayed = Everything is as it was.

### Help

help =
    <b>Commands</b>
    /quiz – this week’s five questions
    /practice – what was asked before, once more, not counted
    /checkin – this month’s reflection (private)
    /criteria – four themes, twelve criteria
    /me – your progress
    /year – the year’s tasks: the unit’s /plan, /training needs, /suggest, /initiatives, /myyear
    /settings – message times, language, pause; /unit – move to another unit
    /privacy – what the bot keeps, who can see it; being named when commended
    /mydata – everything held; /deletemydata – delete it; /log – what officers have done; /journal – private journal
    /stop – pause or leave

    While a question is open, you can tap a button or type A, B, C or D.
help-officer =
    <b>For union officers</b>
    In the unit’s group:
    /report – this week’s figures (add: month, quarter, half, year)
    /card – a discussion card for the meeting (add a criterion’s number: /card 3.2)
    /link – link the group to a unit; /unlink – remove the link

    In a private chat with the bot:
    /report – the figures of every unit you are in charge of, spreadsheet, draft report
    /broadcast – send a message; /broadcasts – the latest ones
    /remind – remind those who have not answered
    /invite – invite link, invite code, total number of people in the unit
    /respond – answer a round of reflection that has closed
    /commend – commend somebody who has agreed to be named
    /plan – the unit’s plan of the year; /register – the register of initiatives
    /forms – the year’s figures of a unit; /totals – ask units for figures, add them up; /training – training needs, a proposal to the head
    /suggest – the unit’s box of suggestions, answers; /meeting – opinions before the yearly meeting
    /officers – officers in charge, giving rights, taking them back
button-do-quiz = This week’s quiz
button-do-practice = Practise
button-do-checkin = Reflection
button-do-criteria = Twelve criteria
button-do-me = Your progress
button-do-settings = Settings
button-do-unit = Your unit
button-do-privacy = Privacy
button-do-log = Log
button-do-journal = Journal
button-do-mydata = Get your data
button-do-report = Report
button-do-card = Discussion card
button-do-broadcast = Send a message
button-do-broadcasts = Broadcasts
button-do-remind = Remind
button-do-invite = Invite
button-do-respond = Answer a reflection
button-do-commend = Commend
button-do-forms = Year’s figures
button-do-totals = Totals
button-do-box = Suggestion box
button-do-meeting = Yearly meeting
button-do-training = Training needs
button-do-officers = Officers, rights
button-help-member = Commands for those taking part
button-help-officer = Commands for officers
help-owner =
    <b>For owners</b>
    /pauseall – put everything sent by itself on hold; /resumeall – resume sending
    /officers – give rights or take them back, in every unit
    The list of units: send an Excel (.xlsx), LibreOffice (.ods) or CSV file right here; the bot shows what will change before it is imported.
help-alone =
    <b>For yourself</b>
    /log – what officers have done; /settings – language
    /criteria – twelve criteria; /privacy – what the bot keeps, who can see it; /mydata – everything held
    To take part as well: open your unit’s invite link (/invite).
help-stranger =
    This bot brings the campaign “Loyalty, responsibility, integrity, creativity” to {$member}, a few minutes each week. Please send /start to begin, /criteria to see the twelve criteria, or /privacy to learn what the bot keeps.
unknown-command = The bot does not know this command. Send /help to see the commands.
unknown-text = The bot does not read or store free-text messages. Send /help to see the commands, or /quiz to open this week’s questions.
unknown-text-quiz = The bot does not read free-text messages. This week’s question is open: please tap or type one of the letters A, B, C, D.
unknown-text-officer = The bot does not read or store free-text messages. To send something to a unit, type /broadcast first; the other commands are in /help. To take part as well: open your unit’s invite link (/invite).
near-command = Did you mean {$command}? Tap it to use it, or send /help to see the commands.
only-text = The bot can read only text. Please type the name of your unit, or send /start to begin.
only-text-member = The bot does not accept or keep pictures, files or voice messages. Send /help to see what it can do, or /quiz to open this week’s questions.
only-text-officer = The bot does not accept this message. To send a picture or a file to a unit, type /broadcast first; the other commands are in /help.
only-text-owner = The bot does not accept this message. Please send the list of units as an Excel or CSV file; to send a picture or a file to a unit, type /broadcast first; the other commands are in /help.
undelivered-group = The bot could not answer in the group: {$why}. Please let the bot write there (and reopen the topic, if the group has topics), then type the command again; it also works right here.
undelivered-failed = The last answer could not be sent: it was tried several times, and Telegram’s server did not take it. Please type the command again. If it still fails, please tell {$contact}.
undelivered-card = The card of a commendation could not be posted in the unit’s group: {$why}. The commendation is kept and sent to the person commended; please tell the group in another way, and let the bot write in the group, so that it can the next time.
undelivered-reply = The bot could not send its last answer because of a fault of its own; the fault has been noted for the operator. Please try again later. If it still fails, please tell {$contact}.
group-only = This command is for a unit’s group and for union officers.
toast-no-button = This button no longer works. See the commands: /help
toast-not-yours = This button is for the person who typed the command.

### The unit’s group

group-hello =
    Hello. This is the bot of the campaign “Loyalty, responsibility, integrity, creativity”, run by {$operator}.

    To link this group to a unit, the officer in charge types /link. After that, /report gives the week’s combined figures. The bot reads only commands, not the group’s conversation.
group-help =
    In the group, union officers use: /report – this week’s figures (or add: month, quarter, half, year); /card – a discussion card for the meeting; /link – link the group to a unit; /unlink – remove the link. All other commands are for a private chat with the bot.
private-only = This command is for a private chat with the bot.
button-private = Open the private chat with the bot
group-hidden = The bot cannot tell who is writing when a message is posted anonymously or on behalf of a channel. Please type it again from your own account.
group-not-officer = This command is for the union officers in charge. If you need help, please contact {$contact}.
group-which-unit = Which unit should this group be linked to? Choose below, or type /link followed by the unit’s code or name.
group-unit-unknown = No such unit was found. Please type /link followed by the unit’s code or part of its name, with or without Vietnamese accents.
group-no-units = There are no units yet. The server’s administrator must import the list of units first (nhip units import).
group-linked = This group is now linked to <b>{$unit}</b>. Type /report to see the week’s combined figures. The message below has a button to join: pin it, so that whoever comes into the group sees it.
group-join =
    <b>You are invited: {$unit}</b>

    Each week a short text and five questions, in a few minutes. In the bot, nobody but the one who answers sees how they did. Taking part is voluntary, and you can stop at any time.

    Please press the button below, then <b>Start</b> in the private chat with the bot.
button-group-join = Join
weekly-before = The week before: {$percent}% answered
weekly-up = The week before {$percent}%: {$points} points more
weekly-down = The week before {$percent}%: {$points} points less
weekly-unclear = The week before {$percent}%: no clear change
weekly-foot = <i>On Monday at noon the bot posts the week that has closed. An officer in charge may switch this off with the button below.</i>
button-weekly-more = All figures
button-weekly-off = Do not post any more
toast-weekly-off = Switched off: the bot posts no weekly figures in this group any more. To switch it on again, type /link in the group.
notice-checkin =
    <b>The reflection of {$month} has closed.</b>

    There are combined results of: {$units}. Please look, then answer with /respond within {$days} days, until {$last}.
button-notice-respond = See the results: {$unit}
notice-quarter =
    <b>{$period} is about to end ({$last}).</b>

    The draft report of <b>{$unit}</b> is ready, up to the latest week that has closed. After the quarter, please get it again, with all weeks in it.
button-notice-look = Look at the figures first
group-unlinked = This group is no longer linked.
group-not-linked = This group is not linked to a unit yet. The officer in charge must type /link first.

### Officers in charge

title-chair = Chair
title-deputy = Deputy chair
title-committee = Committee member
title-leader = Section leader
title-assistant = Deputy section leader
officers = <b>Officers in charge · {$unit}</b>
officers-line = {$number}. {$title}, since {$since} · <a href="tg://user?id={$account}">see account</a>
officers-line-own = {$number}. {$title}, since {$since} (you)
officers-none = This unit has no officer in the bot yet.
officers-note = <i>The bot stores no names. Tap “see account” to know who it is. Officers of units above have rights here, too. Whatever officers do is written to /log, which the unit’s members can read.</i>
officers-not-one = This command is for union officers who have been given rights in the bot. If you are an officer of your unit, please ask an officer above for a link that gives you rights.
officers-below = <b>Units below {$unit}</b>
button-appoint = Give rights to a new officer
button-dismiss = Take back: {$number}. {$title}
button-dismiss-now = Take the rights back now
button-resign = Give up: {$number}. {$title}
button-resign-now = Give them up now
button-officers = See the officers in charge
button-unit-above = Unit above
button-units-below = Units below
button-page-before = Previous page
button-page-after = Next page
toast-no-right = You may not do this for that unit. See your own units: /officers.
toast-dismissed = The rights have been taken back.
appoint-title =
    <b>Giving rights in {$unit}</b>

    Which office does the new officer hold? The rights cover this unit and every unit below it.
appoint-link =
    <b>Link that gives rights: {$title}, {$unit}</b>

    {$link}

    Please send this link privately to the right person (press and hold to copy). It works once and ends at {$until}. When that person accepts, you compare four digits with them before you confirm; until you confirm nobody has any rights.
appoint-offer =
    <b>You are offered the rights of an officer in charge</b>

    Unit: <b>{$unit}</b>. Office: <b>{$title}</b>. Given by: {$by}.

    An officer in charge sees combined figures of the unit and of units below it, never one person’s answers. The bot keeps your Telegram account ID, your unit and your office, not your name. What you do is written to a log; members of the unit can read the day, the action and the office. You can accept even if you do not answer the weekly questions.
appoint-waiting =
    <b>One more step.</b> Your four digits: <b>{$digits}</b>

    Please read these four digits to the person who sent you the link, by phone or in person. Once they confirm, you have the rights.
appoint-confirm =
    <b>Somebody has accepted the rights of {$title}, {$unit}</b>

    That person’s four digits: <b>{$digits}</b> · <a href="tg://user?id={$account}">see account</a>

    A link can be forwarded. Please call the person you meant: if they read you exactly these four digits, confirm.
button-accept-office = Accept
button-decline-office = Do not accept
button-confirm-officer = The right person, confirm
button-refuse-officer = Somebody else, cancel
appoint-declined = Noted: you do not accept. The bot stores nothing more.
appoint-was-declined = The link for {$title}, {$unit}: whoever opened it did not accept. To invite again: /officers.
appoint-refused = Cancelled. Nobody was given rights. To make a new link: /officers.
appoint-was-refused = {$title}, {$unit}: the sender of the link did not confirm you. If this is a mistake, please ask them.
appoint-confirmed = The rights of <b>{$title}</b>, {$unit} have been given. This is in the log. They can be taken back at any time: /officers.
appoint-done =
    You now have the rights of <b>{$title}</b>, {$unit}.

    To begin: add the bot to the unit’s group and type /link there. Commands for officers: /help.
appoint-used = This link has already been used. Each link works once; please ask the sender for a new one.
appoint-expired = This link is more than 48 hours old. Please ask the sender for a new one.
appoint-unknown = This link does not work: it is wrong, too old, or whoever made it no longer has rights. Please ask the sender.
appoint-own-link = You made this link yourself. Please send it to the person who is to have the rights.
dismiss-ask =
    Take back the rights of <b>{$title}</b>, {$unit} (since {$since}, <a href="tg://user?id={$account}">see account</a>)?

    It takes effect at once. The bot tells that person and writes it to the log. If they answer the weekly questions, they go on taking part as before.
resign-ask = Give up the rights of <b>{$title}</b>, {$unit}? It takes effect at once and is written to the log.
dismissed = The rights of <b>{$title}</b>, {$unit} have been taken back.
dismissed-you = Your rights of <b>{$title}</b>, {$unit} in the bot have been taken back. Thank you for your work. If anything is unclear, please ask the union above.
unit-which = Which unit do you mean?
unit-which-many = You are in charge of {$count} units. These are the first of them; for another one, please type the command again, followed by its code or name.
unit-nearest = There is no unit of that name. The nearest are:
unit-not-yours = You are not in charge of <b>{$unit}</b>. Rights cover your own unit and those below it: /officers.
unit-unknown = No such unit was found among those you are in charge of. Please type its code or part of its name, with or without Vietnamese accents.
group-unit-nearest = There is no unit of that name. The nearest are:
log-action-appoint = gave an officer rights
log-action-dismiss = took an officer’s rights back
log-action-resign = gave up rights
menu-officers = Officers in charge, giving rights
mydata-officers = OFFICER’S RIGHTS
mydata-officers-row = { $role ->
    [own] Holds
   *[given] Has given
    } the rights of {$title}, {$unit}, since {$since}
mydata-officer_chats = PRIVATE CHAT AS AN OFFICER
mydata-officer_chats-row = Has the officers’ menu; language: { $language ->
    [vi] Tiếng Việt
    [en] English
   *[none] as in the Telegram app
    }
mydata-appointments = LINKS THAT GIVE RIGHTS
mydata-appointments-row = { $role ->
    [own] Accepted, waiting to be confirmed
   *[given] Made
    }: {$title}, {$unit}; ends on {$due_on}; { $state ->
    [open] nobody has accepted
    [accepted] accepted, waiting to be confirmed
   *[used] used
    }
mydata-quiz_reminders = REMINDERS YOU HAD SENT AS AN OFFICER
mydata-quiz_reminders-row = Week {$monday}, {$unit}

### Inviting, numbers of people, reminding

invite-scan = Scan the code with the camera of your phone
invite-voluntary = Taking part is voluntary; stop at any time
invite-caption = <b>Invitation: {$unit}</b> – you can forward this message or print it.
    {$link}
invite =
    <b>Invitation · {$unit}</b>

    Invite link (press and hold to copy):
    {$link}

    Whoever opens it first reads what the bot stores, and then decides whether to join.
    Total number of people (as declared, units below included): <b>{$people}</b>. It only serves to work out shares; it is not a list.

    Another unit: /invite with its name or code.
button-count = Change the total
button-renew = Renew the invite link
button-renew-now = Renew it, end the old link
renew-ask =
    Renew the invite link of <b>{$unit}</b>?

    The old link and code stop working; the bot tells whoever opens them. Those who already take part are not affected.
toast-renewed = The invite link has been renewed.
renewed = The invite link of <b>{$unit}</b> has been renewed. The new one is in the message below.
invite-renewed =
    This invite link has been replaced by a new one. Please ask {$contact} for it, or type the name of your unit, with or without Vietnamese accents.
count =
    <b>Total number of people in {$unit}: {$people}</b>
    Declared now: {$before}. Units below are included, and so are those who do not use the bot.

    Tap to raise or lower it, then save.
button-declare = Save: {$people} people
declared = Saved: <b>{$unit}</b> has {$people} people. Where a unit above had fewer than the units below it together, its number is raised to match. Reports use the new number from next week on.
remind-ask =
    <b>Remind those who have not finished · {$unit}</b>

    This would remind those who have not finished; the bot tells neither who nor how many they are. How many of the unit have answered is in the report, once the week is over.

    Sent at the time each has chosen: {$when}. One reminder a week; whoever has been reminded this week gets no other.
button-remind-now = Remind once
remind-about = about {$count} people
remind-few = fewer than {$count} people
remind-no-round = No questions are open, so there is nothing to remind people of. Next week’s questions open at 07:00 on Monday.
remind-before = {$unit}: there has been a reminder this week. One reminder a week; next week you can send one again.
remind-early = This week’s questions go out on {$day}. You can remind people from the next day, so that everybody has a day of their own. Please send /remind again then.
remind-late = There is no sending time on a working day left this week, so the bot reminds no more. You can remind people again next week.
remind-planned = <b>{$unit}</b>: the bot will remind people at their sending times. This message shows the progress.
remind-going = <b>{$unit}</b>: reminding those who have not finished.
remind-done = <b>{$unit}</b>: done.
toast-remind-over = No reminder is possible any more: there has been one this week, or the time to answer is over. See /remind.
log-action-renew = renewed the invite link
log-action-declare = changed the total number of people in the unit
log-action-remind = reminded those who had not answered
menu-invite = The unit’s invite link and code
menu-remind = Remind those who have not answered

### Asking to be let in, and who lets in

consent-asks = <b>An officer confirms.</b> You found the unit by its name, so after you agree, an officer confirms before you join. Whoever opens the unit’s invite link need not wait.
asking =
    <b>Asking to join {$unit}</b>

    Your number: <b>{$digits}</b>

    The officers have been told. Please see or call one of them and tell them this number; once they pick it, you have joined. If you have the unit’s invite link, simply open it, there is no need to wait.

    While you wait, the bot sends nothing internal and counts you nowhere. It keeps your account ID, the unit, your language, the number above and what you agreed to, nothing else. If nobody has confirmed by {$until}, the request ends and is deleted.
asking-move =
    <b>Asking to move to {$unit}</b>

    Your number: <b>{$digits}</b>

    The officers there have been told. Please see or call one of them and tell them this number; once they pick it, you move. If you have that unit’s invite link, simply open it, there is no need to wait.

    While you wait you stay in your unit and everything is as before. If nobody has confirmed by {$until}, the request ends.
button-withdraw = Withdraw my request
asking-paused = Your last request has ended; you may ask again from {$until}. If you have the invite link of <b>{$unit}</b>, open it and you join at once.
asking-own = You are an officer of <b>{$unit}</b> or of a unit above it, so there is no need to ask: send /invite for the unit’s link, and open it yourself.
asking-raised =
    No officer has confirmed your request to enter <b>{$unit}</b> yet. The bot has just reminded those who can confirm it, the level above included.

    Your number: <b>{$digits}</b>. Please see or call an officer and tell them this number; or ask {$contact} for the unit’s invite link: whoever opens it is in at once, without waiting. Otherwise the request ends on {$until}.
asking-full = Many people are waiting to be confirmed in <b>{$unit}</b>, so the bot takes no more requests for now. Please ask {$contact} for the invite link: whoever opens it joins at once.
asking-refused = The officers of <b>{$unit}</b> have not confirmed your request, and the bot has deleted it. If that is a mistake, please ask {$contact} and open the unit’s invite link, or ask again from {$until}.
asking-mismatch = The number that the officer picked is not yours, so your request to enter <b>{$unit}</b> was not confirmed. Please talk to the officer. You may ask again from {$until}, or open the unit’s invite link to be in at once.
asking-withdrawn = Your request has been withdrawn and deleted. When you want to join, send /start.
asking-withdrawn-move = Your request to move to <b>{$unit}</b> has been taken back and deleted. You are still taking part with <b>{$own}</b>, and everything is as before.
asking-lapsed = Your request to enter <b>{$unit}</b> has ended because no officer confirmed it; the bot has deleted it. You may ask again, or ask {$contact} for the invite link.
let-in =
    An officer has confirmed. Thank you for joining. Your unit: <b>{$unit}</b>.

    The bot writes in the lunch break on working days, twice a week. To change the time or to pause: /settings. Your privacy: /privacy.
toast-invite-over = This invite link has been replaced by a new one. Please open the unit’s new link.
move-asks = The officers of <b>{$unit}</b> confirm first; until then you stay in your unit. Whoever opens the new unit’s invite link moves at once.
admission =
    <b>Asking to join · {$unit}</b>

    Waiting: {$count}. Number {$place} of them asked on {$day} and reads {$language}. The bot does not know their name.

    They see a number of two digits on their screen. If you know who is asking, see or call them, ask for that number and tap it below. If nobody has told you one, please do not guess: a wrong number ends the request.
admission-raised = <b>Once more:</b> somebody has been waiting for some days, and nobody has answered.
admission-no-match =
    <b>None of the numbers is right · {$unit}</b>

    Nobody was let in, and nobody was refused. The number that you were told may belong to somebody else who waits, to a request for another unit, or to one that has ended. Waiting for this unit: {$count}.

    Please ask again which unit and which number their screen shows. If it is still unclear, hand them the unit’s invite link: whoever opens it joins at once.
button-no-match = None of these numbers
button-next-person = Next person
toast-own-request = This is your own request. Please have another officer confirm it, or open the unit’s invite link (/invite).
language-vi = Vietnamese
language-en = English
button-reject = Do not confirm this person
admission-ask =
    Has the person who asks to join <b>{$unit}</b> told you the number <b>{$digits}</b>?

    Once confirmed they get everything internal to the unit and count in its figures.
button-admit = Yes, confirm
admission-done = Confirmed: they have joined <b>{$unit}</b>.
admission-mismatch = That is not the number, so nobody was let in. The person has been told; they may ask again tomorrow, or use the invite link.
admission-rejected = The person has been told and the request deleted. For 14 days they cannot ask by the unit’s name; whoever has the invite link can still join.
admission-none = <b>{$unit}</b>: nobody is waiting to be confirmed.
toast-request-over = This request has been dealt with, was withdrawn, or has ended.
overfull =
    <b>{$unit}</b>: more accounts take part than there are people in the unit ({$people}, as declared).

    If the unit has grown, please change the total. If not, there may be outsiders, or somebody with several accounts: please have everybody confirm anew with a new link. Both are behind the button below, or send /invite.
button-unit-people = The unit’s people
invite-overfull = <b>Note:</b> more accounts take part than there are people in the unit. Please change the total, or have everybody confirm anew.
invite-waiting = Waiting to be confirmed: {$count}.
button-waiting = See who is waiting
button-anew = Have everybody confirm anew
anew-ask =
    Have everybody in <b>{$unit}</b> confirm anew?

    This concerns {$about} of this unit itself, not of those below. The old invite link ends at once. Each of them gets one message asking them to open the new link; you hand it out or post it in the unit’s group, the bot does not send it to them. After a week the bot reminds them once. After two weeks the bot stops writing to whoever has not opened it, tells them so and deletes their data; they may join again later.

    The bot writes this into the log.
button-anew-now = Begin confirming anew
toast-anew-before = The unit is already confirming anew. See the progress: /invite
anew-begun = <b>{$unit}</b> has begun to confirm anew. Everybody is told at the time they chose. Please give the new link in the message below to the people of the unit.
anew-progress = Confirming anew: {$about} have not opened the new link yet.
anew =
    <b>Please confirm anew</b>

    The officers of <b>{$unit}</b> ask everybody to confirm that they belong to the unit. Please open the unit’s new invite link, which the officers hand out or post in the group, before {$until}.

    Otherwise, from that day on the bot sends nothing more and deletes your data, as if you had left. If you do not have the link, please ask {$contact}.
anew-reminder = You have not confirmed yet that you belong to <b>{$unit}</b>. Please open the unit’s new invite link before {$until}; otherwise, from that day on the bot sends nothing more and deletes your data. If you do not have the link, please ask {$contact}.
anew-confirmed = Confirmed, thank you. Your unit: <b>{$unit}</b>.
anew-let-go = The time to confirm anew in <b>{$unit}</b> is over, so the bot has stopped and deleted your data, as if you had left. Thank you for taking part. When you want to come back, please open the unit’s invite link.
anew-office = You are still an officer (<b>{$units}</b>), for that was given to you separately. If you no longer hold that office, please send /officers to give it up.
office-kept = An officer (<b>{$units}</b>) takes part no longer: they did not confirm anew in time, or the bot has been unable to reach them for long. Their rights remain, for these were given separately. If they no longer hold that office, please take the rights back.
button-office-kept = See the unit’s officers
mydata-join_requests = YOUR OPEN REQUEST TO JOIN
mydata-join_requests-row = On {$day}: asked to join {$unit}
mydata-join_pauses = A REQUEST THAT HAS ENDED
mydata-join_pauses-row = You may ask again from {$day} (the bot keeps a hash of your account ID only)
mydata-unconfirmed_members = ASKED TO CONFIRM ANEW
mydata-unconfirmed_members-row = Told on: {$day}

### Moving to another unit

move-how =
    You are taking part with <b>{$unit}</b>.

    To move: type /unit with the name of the new unit, for example <i>/unit so noi vu</i>, or open the invite link of the new unit.
move-which = Which unit are you moving to?
move-not-found = No other unit of that name was found. Please type /unit with part of the name, with or without Vietnamese accents, or open the invite link of the new unit.
move-ask =
    Move from <b>{$from}</b> to <b>{$unit}</b>?

    Your own results come with you. What has been counted stays with the old unit. If you have begun this week’s questions, they still count for the old unit; an open reflection counts for the new one.
button-move = Move
button-stay-here = Stay
moved = You have moved to <b>{$unit}</b>.
menu-unit = Your unit, moving to another

### Answering a check-in

respond-head =
    <b>Reflection of {$month} · {$unit}</b>
    {$people} people took part. Shares are rounded; the bot deleted each person’s answers when the round closed.
respond-prompt = <b>Criterion {$number}.</b> {$question}
respond-choice = · {$choice}: about {$share}%
respond-choice-least = · {$choice}: most people, {$share}% or more
respond-choice-most = · {$choice}: no more than {$share}%
respond-hidden = · Too few to report.
respond-line =
    <b>An answer to the reflection of {$month}</b>

    <b>{$unit} will do this:</b> {$line}
respond-thanks = <i>Thank you for taking the time to reflect. Not used to grade or appraise anyone.</i>
respond-how = This result has not been answered yet. You may write a sentence or two: what the unit will do. The members of the unit and of those below it get the result above with those words, at their sending times; once a round. Another unit: /respond with its name or code.
respond-done = This round has been answered (broadcast {$number}, see /broadcasts). Once a round. Another unit: /respond with its name or code.
respond-none = No round of reflection has closed recently. A round opens in the last week of each month and closes two weeks later; please send /respond again then.
respond-too-few =
    <b>{$unit}</b>: Too few to report (too few took part, or individuals could be inferred). So there is nothing to answer yet.

    You may mention the next round in the group, and look at the overall result of the unit above. What you wish to tell everybody can still be sent with /broadcast.
respond-within = The reflection is summed up only for <b>{$unit}</b> as a whole, nothing smaller. The officers of <b>{$unit}</b> answer for all units below.
respond-write = What will the unit do? Please write a sentence or two, no more than 300 characters, words only. For example: <i>From next month there are ten minutes every Monday morning to say early what may not be done in time.</i>
respond-only-words = Please answer in words. Pictures and files can be sent with /broadcast.
respond-short = This is too short. Please write a short sentence at least (10 characters).
respond-long = This has {$count} characters; there is room for {$max}. Please shorten it and send it again.
button-respond = Write the answer
button-report-respond = Answer the reflection
toast-respond-over = This can no longer be answered: it has an answer, there is a newer round, or there are too few to report. See /respond
log-action-respond = answered a round of reflection
menu-respond = Answer a round of reflection that has closed

### Commendation

consent-named =
    <b>To be named when commended (voluntary).</b> The bot stores one name that you type yourself, for this alone.

    <b>Who sees it.</b> When you take part steadily, or have clearly improved on what you did before, the union officers of your unit and of those above see that name with words such as “took part steadily, 11/12 weeks” or “clearly better than before”; they see no marks, no answers and nothing of the reflection.

    <b>Where it is posted.</b> When you are commended, a card with your name, unit and the reason is posted in the group of the unit that commends you (yours or one above), and becomes a line in the reports of the quarter, half and year.

    <b>Withdrawing.</b> You may withdraw at any time in /privacy: the bot deletes the name and the reason at once wherever it keeps them, and takes the words off the posted card. All it still keeps is that the unit commended somebody on that day. Reports already handed in, and what others have saved, cannot be recalled. If you move to another unit, this consent ends.
named-ask =
    {$words}

    Do you wish to be named? If not, everything else still works in full; the bot tells nobody who has not agreed.
button-give-named = I agree to be named
button-ask-named = Being named when commended
button-type-name = Type the name
button-change-name = Change the name
button-withdraw-named = Do not name me any more
named-type = Please type the name by which you wish to be named; the bot waits until the end of today. For example: <i>Nguyễn Thị Lan</i>. The name only, no title and no telephone number.
named-unread = The bot cannot use this name: letters only, 2 to 50 of them. Please type it again, for example: <i>Nguyễn Thị Lan</i>. If you no longer wish to be named, please see /privacy.
named-confirm =
    The name will be written like this: <b>{$name}</b>

    Is that right? Until you confirm it, the bot does not use it.
button-keep-name = Yes, use this name
button-keep-typed = Keep it as typed
button-retype-name = Type it again
named-known =
    When you are commended, the bot will use exactly this name: <b>{$name}</b>

    You may change or withdraw it at any time, here or in /privacy.
privacy-named-withheld = Being named when commended: you <b>have not agreed</b>. The bot stores no name.
privacy-named-nameless = Being named when commended: you <b>have agreed</b> but not typed a name, so nobody sees anything yet.
privacy-named-given = Being named when commended: you <b>have agreed</b>, by the name “{$name}”. If you withdraw, the bot deletes the name and the reasons at once.
privacy-named-changed = Being named when commended: the words of the consent have changed, so the bot <b>does not use</b> your name until you agree again.
toast-named-withdrawn = Withdrawn. The bot has deleted the name wherever it kept it.
move-ask-named = <b>Being named when commended:</b> this consent was for your old unit. If you move, the name is deleted; you may agree again in the new unit, in /privacy.
moved-unnamed = The name for commendations has been deleted. To be named in the new unit: /privacy.
commend =
    <b>Commendation · {$unit}</b>

    These people have agreed to be named. The order was drawn by lot; it is not a ranking.
commend-steady = · <b>{$name}</b> ({$unit}): took part steadily, {$took}/{$of} weeks
commend-improved = · <b>{$name}</b> ({$unit}): clearly better than before
commend-how = Choose one, then write the reason; the bot shows the card before it is posted. A commendation is not an appraisal. Another unit: /commend with its name or code.
commend-nobody =
    <b>Commendation · {$unit}</b>

    There is nobody to propose at present. The bot proposes only those who have agreed to be named (in /privacy), have received messages in 8 weeks or more, take part steadily or have clearly improved, and were not commended in the last 12 weeks. It does not tell who has not agreed.

    You may say in the group that whoever wishes can open /privacy. Another unit: /commend with its name or code.
commend-many = <b>{$unit}</b> has too many people to look at together. Please choose a unit below it: /commend with its name or code.
button-commend-draw = Draw again
commend-why = Why do you commend <b>{$name}</b>? Please write a sentence or two, no more than {$max} characters. It is best to name something they did; no marks, nothing private.
commend-why-short = This reason is too short. Please write a short sentence at least (10 characters).
commend-why-long = The reason has {$count} characters, and the card has room for {$max}. Please shorten it and send it again.
commend-card =
    <b>COMMENDATION</b>
    <b>{$unit}</b> commends, in the campaign “Loyalty, responsibility, integrity, creativity”:

    <b>{$name}</b>
    <blockquote>{$reason}</blockquote>
    {$day}. <i>The person commended has agreed to be named.</i>
commend-card-of =
    <b>COMMENDATION</b>
    <b>{$unit}</b> commends, in the campaign “Loyalty, responsibility, integrity, creativity”:

    <b>{$name}</b>, {$of}
    <blockquote>{$reason}</blockquote>
    {$day}. <i>The person commended has agreed to be named.</i>
commend-preview = The message above is exactly what the group will see. It is posted in the groups of <b>{$unit}</b> (groups: {$groups}) and goes into the reports of the quarter, half and year. The person gets a word of congratulation in private.
commend-preview-alone = The message above is the card. <b>{$unit}</b> is not linked to a group, so there is nowhere to post it. You may link a group first (/link in the group), or only put it into the reports of the quarter, half and year; the person still gets a word of congratulation.
button-commend-post = Post it in the group
button-commend-keep = Only into the reports
button-commend-rewrite = Write the reason again
commend-dropped = This commendation was dropped. Nothing has been posted.
commend-posted = <b>{$name}</b> is commended: the card is on its way to the group, and a line is in the reports.
commend-kept = <b>{$name}</b> is commended: a line is in the reports. Nothing was posted.
commend-taken-down = The commendation that stood here has been taken down.
commended =
    <b>Congratulations!</b>

    <b>{$unit}</b> has commended you in the campaign:
    <blockquote>{$reason}</blockquote>
    Thank you for taking part. If you do not wish to be named any more: /privacy.
toast-commend-gone = This button no longer works: the draft is old, or that person is not proposed any more. Please begin again: /commend
toast-commend-still = The bot is holding all messages, so the card has not been posted. Please confirm again later.
log-action-formsubmit = handed in a unit’s figures
log-action-formamend = changed figures after a period had closed, with a reason
log-action-formopen = asked units for figures
log-action-formsendback = sent figures back, with a reason
log-action-formclose = closed a period of figures
log-action-formimport = imported units’ figures from a file
log-action-formlook = looked at the figures a unit had handed in
log-action-draw = looked at who may be commended
log-action-commend = commended somebody who has agreed to be named
menu-commend = Commend somebody who has agreed to be named
mydata-named_members = NAME FOR COMMENDATIONS
mydata-named_members-row = {$name} ({$unit})
mydata-commendations = COMMENDED
mydata-commendations-row = {$day}, {$unit}: {$reason} (groups it was posted in: {$cards})
mydata-dialogs = WHAT THE BOT WAITS FOR YOU TO TYPE
mydata-dialogs-row = On {$day}: { $kind ->
        [broadcast] a part of a broadcast
        [commendation] the reason of a commendation
        [form] a step of a form
        [amend] the reason for changing figures
        [sendback] the reason for sending figures back
        [sheet] a file of units’ figures
        [initiative] an answer about an initiative
        [author] an author's name
        [lodged] the day on which a form was handed in
        [recognised] the decision that recognised an initiative
        [declined] why an initiative was not recognised
        [plan] number and day of a yearly plan
        [planchange] the reason for changing a yearly plan
        [planfile] a file of a yearly plan
        [planline] a part of a line of a yearly plan
        [planresult] the result of a line of a yearly plan
        [plandrop] the reason for dropping a line of a yearly plan
       *[name] the name to be commended by
    }
mydata-commendation_drafts = COMMENDATIONS BEING WRITTEN
mydata-commendation_drafts-row = {$day}, { $role ->
    [own] written as an officer
   *[given] written about you by an officer
    }, {$unit}: {$reason}
file-doc-commended = Commended in this time (named only if they have agreed)
file-sheet-commended = Commended
file-commended-day = Day
file-commended-name = Who
file-commended-unit = Commended by
file-commended-reason = Reason
file-commended-unnamed = (name withdrawn)

### The quick report

report =
    <b>COMBINED FIGURES</b> (draft, for reference)
    <b>{$unit}</b>
    Week {$from} – {$to} · criterion {$number}
report-open = <i>This week is still open. Deadline: {$closes}.</i>
report-closed = <i>The week ended at {$closes}.</i>
report-settling = The week has just ended and its figures are being settled. Please look again in a few minutes.
report-open-hidden = Figures of this unit alone come after the week has ended: please look again from Monday. For now only the whole organisation’s numbers are given.
report-more-than = {$step}: more than <b>{$count}</b> people
report-more-than-few = {$step}: too few to give a number
report-open-members = Total number of people (as declared): {$members}
report-open-steps = <i>While the week is open, numbers are rounded down to multiples of five; exact ones come after it has ended.</i>
report-reached = Received the messages: <b>{$count}</b>/{$of} people ({$percent}%)
report-read = Tapped “I have read it”: <b>{$count}</b>/{$of} ({$percent}%)
report-answered = Answered questions: <b>{$count}</b>/{$of} ({$percent}%)
report-finished = Completed all five: <b>{$count}</b>/{$of} ({$percent}%)
report-before = The period before (in full): {$count}/{$of} answered ({$percent}%)
report-change-up = Compared with the period before ({$percent}% answered): up { $points ->
        [one] {$points} percentage point
       *[other] {$points} percentage points
    }, more than chance.
report-change-down = Compared with the period before ({$percent}% answered): down { $points ->
        [one] {$points} percentage point
       *[other] {$points} percentage points
    }, more than chance.
report-change-unclear = Compared with the period before ({$percent}% answered): no clear change; the difference may be chance.
report-overfull = More accounts take part than there are people declared for the unit, so the bot gives no figures of such a week. Please check who takes part, or change the total with /invite; reports use the new number from next week on.
report-hidden =
    <b>Too few to report:</b> {$what}.
    <i>Figures are given only for {$quiz} or more people (reflection: {$reflection} or more), and never where individuals could be inferred.</i>
report-hidden-participation = how many took part
report-hidden-before = the period before
report-hidden-themes = correct answers in theme {$themes}
report-hidden-reflection = reflection of {$months}
report-hidden-next = What to do next: invite more people with the invite link (send /invite to the bot). The combined figures are in the report of <b>{$unit}</b>, which its officers can see.
report-hidden-next-top = What to do next: invite more people with the invite link (send /invite to the bot).
report-themes = <b>Share of correct answers by theme</b> (weeks that have ended, {$from} – {$to})
report-theme = {$number}. {$name}: {$share}% ({$counted})
report-theme-about = {$number}. {$name}: about {$share}% ({$counted})
report-theme-most = {$number}. {$name}: mostly correct, {$share}% or more ({$counted})
report-theme-least = {$number}. {$name}: mostly not correct, {$share}% at most ({$counted})
report-turns = { $people ->
        [one] {$people} turn
       *[other] {$people} turns
    }
report-reflection = Reflection of {$month}: { $people ->
        [one] {$people} person
       *[other] {$people} people
    } took part
report-reflection-within = Reflection: it is reported only from the grassroots unit upwards; please see the figures of {$unit}.
report-note = <i>Not to be used to grade or appraise individuals or units.</i>
report-nothing-yet = There are no figures because the first week has not begun. Questions open at 07:00 on Monday of the opening week.
report-period = “{$asked}” is neither a period nor a unit that the bot knows. Please send /report with week, month, quarter, half or year; in a private chat with the bot you may add a unit’s code or name. For example: /report quarter 3
report-period-head =
    <b>COMBINED FIGURES</b> (draft, for reference)
    <b>{$unit}</b>
    {$period} ({$from} – {$to})
    <i>{ $rounds ->
        [one] {$rounds} week that has ended is
       *[other] {$rounds} weeks that have ended are
    } counted{ $left_out ->
        [0] {""}
       *[other] {" "}(not {$left_out} without figures)
    }; each person counts once a week.</i>
report-reached-turns = Received the messages: <b>{$count}</b>/{$of} turns ({$percent}%)
report-reached-undeclared = Received the messages: <b>{$count}</b>
report-least = Perhaps worth another look: theme <b>{$number}. {$name}</b>, with the lowest share of correct answers ({$share}). The discussion card, at the button below, may help a meeting.
report-no-week = {$period}: there were no questions in this week, so there are no figures.
report-no-rounds = {$period}: no week has ended yet. Months, quarters, halves and years count only weeks that have ended; for the week that is open: /report week.
report-no-unit = {$period}: this unit was not in the list of units then.
report-unit = <b>{$unit}</b>
report-units = <b>{$unit}</b>: which of the units below it?
report-which-unit = “{$asked}” fits several units. Please choose one:
report-other-unit = In a group only the figures of the group’s own unit are shown. For another unit, please send the command in a private chat with the bot.
report-file = A draft, for reference; sent to the officer in charge only. Each file that is sent is noted in the log (/log).
toast-not-officer = This button is for the unit’s officers.
toast-no-figures = There are no figures for that period yet.
toast-card-sent = The discussion card has been sent to the group.
toast-card-no-group = The unit has no group yet: the card is sent here, to be forwarded.
button-report-week = Week
button-report-month = Month
button-report-quarter = Quarter
button-report-half = Half
button-report-year = Year
button-chosen = ✓ {$label}
button-report-earlier = ‹ Earlier
button-report-later = Later ›
button-report-card = Send card {$number} to the group
button-report-picture = Picture
button-report-sheet = Spreadsheet
button-report-document = Draft report
button-report-evidence = Annex of evidence
button-report-minute = Inspection minute
button-report-units = Units below
button-report-compare = Compare
button-report-up = Unit above

### The units below beside each other

compare =
    <b>COMPARING UNITS</b> (draft, for reference)
    Units directly below <b>{$unit}</b>
    {$period}
compare-too-few = The units cannot be compared yet: at least {$units} of them need enough people to report.
compare-open = A week that is still open cannot be compared. Please look again from Monday.
compare-most = <b>Taking part most steadily</b> (share answering among those reached)
compare-least = <b>May need support</b>
compare-share = {$unit}: about {$percent}%
compare-alike = The units differ little in taking part, no more than by chance.
compare-improved = <b>Improved most on the period before</b>
compare-up = {$unit}: about +{$points} { $points ->
        [one] percentage point
       *[other] percentage points
    }
compare-same-change = Compared with the period before, all units have changed alike, within chance.
compare-how = <i>Only units with enough people are compared, by their share and not by their size. The share of a small unit is drawn towards the mean, because a few people change it a lot.</i>

### Forms: units fill them in (/forms)

menu-forms = The year’s figures of a unit
menu-totals = Ask units for figures, and add them up
form-which =
    <b>{$unit}</b>
    { $asked ->
        [0] Nobody above asks for a form now. The unit can fill one in for itself; the figures go into the draft report (/report).
        [one] The level above asks for one form. Other periods can be filled in as well; the figures go into the draft report (/report).
       *[other] The level above asks for {$asked} forms. Other periods can be filled in as well; the figures go into the draft report (/report).
    }

    Choose a form and a period. You can stop at any time and go on later.
button-form-asked = ❗ {$form} · {$period} · due {$due}
button-form-own = {$form} · {$period}
button-form-fill = Fill in the form
form-head =
    <b>{$title}</b> · {$period}
    {$unit}
form-head-step =
    <b>{$title}</b> · {$period}
    {$unit} · step {$place}/{$of}
form-ask = <b>{$number}. {$ask}</b>
form-part = Answer: <b>{$name}</b>
form-hint = <i>{$hint}</i>
form-how-number = Type a number, or tap a button.
form-how-several = Type {$count} numbers on one line, in the order below, such as 41 28 19. Type ? for a figure that is not there yet.
form-how-percent = Type a percentage, such as 87.5
form-how-money = Type a sum, such as 1.500 or 1,5 tỷ
form-how-dong = Type a sum in đồng, such as 1.500.000 or 10 triệu
form-how-month = Type a month and a year, such as 3/2026
form-how-date = Type a day, such as 15/01/2026, or tap a button.
form-how-choice = Tap a button.
form-how-choices = Tap what applies, then “Continue”.
form-how-text = Type it in one message, {$max} characters at most.
form-field = • {$name}: <b>{$answer}</b>
form-open = …
form-hidden = entered (for the unit’s own officers only)
form-unknown = no figure yet
form-percent = {$number}%
form-dong = {$number} đồng
form-million = {$number} million đồng
form-before = The period before: {$answers}
form-known-declared = The bot knows: the total number of people, as declared, is {$count}
form-known-rounds = The bot knows: {$count} weeks have ended in the period
form-known-reached = The bot knows: {$count} people were reached through it in the newest week
form-known-answered = The bot knows: questions were answered {$count} times in the period
form-known-checkins = The bot knows: {$count} rounds of reflection have closed in the period
form-known-commended = The bot knows: somebody was commended through it {$count} times in the period
form-known-broadcasts = The bot knows: the unit has sent {$count} broadcasts in the period
form-known-plan = The bot knows: the plan {$plan}. Skip this question and the report takes it.
form-note = ⚠ {$note}
form-line = <b>{$number}.</b> {$answers}
form-returned = Sent back by the level above: {$reason}
form-frozen = This period is closed. To change or add anything, give a reason; it becomes a new revision and a line of the log.
form-handed-in = Handed in. The figures go into the draft report (/report).
form-unanswered = { $count ->
        [one] One figure is
       *[other] {$count} figures are
    } still open. You can hand it in all the same; what is left out is not counted as zero.
form-wrong = {$field}: {$what}
form-why = This period is closed. Type the reason for the change in one message, 10 to 300 characters. It is kept with the new revision.
form-why-short = The reason is short ({$count} characters). Write a sentence or two, {$max} characters at most.
form-why-long = The reason has {$count} characters. Shorten it to {$max}.
button-form-all = All answers
button-plan-all = Whole plan
button-form-same = As before
button-form-zero = 0
button-form-unknown = No figure yet
button-form-right = Yes, continue
button-form-next = Continue
button-form-skip = Skip
button-form-back = Back
button-form-submit = Hand in
button-form-amend = Change the figures
toast-form-submitted = Handed in.

form-about = “{$value}” is an estimate. Type one exact number, or tap “No figure yet”.
form-range = “{$value}” is a range. Type one number, or tap “No figure yet”.
form-negative = “{$value}” cannot be negative.
form-percent-sign = “{$value}” is a percentage; a count is wanted here.
form-not-number = “{$value}” cannot be read as a number. Use digits, such as 30 or 1.234; write 0 if there is none.
form-money = “{$value}” cannot be read as a sum of money. Examples: 10 triệu, 1,5 tỷ.
form-decimal = “{$value}” must be a whole number.
form-decimals = “{$value}”: two decimals at most, such as 87.5.
form-count = { $more ->
        [1] {$wanted} numbers are wanted, and there are
       *[0] {$wanted} numbers are wanted, and there is only
    } {$found}: “{$value}”. Type all on one line with spaces or / between them; ? for a figure that is not there yet.
form-date = “{$value}” is no day. Type day, month and year, such as 15/01/2026.
form-date-part = “{$value}” lacks the year or the day. Type day, month and year, such as 15/01/2026.
form-month = “{$value}” is no month. Type month and year, such as 3/2026.
form-choice = “{$value}” is not on the list. Choose one of: {$options}.
form-long = This has {$count} characters; {$max} at most. Write only what this is about, not the whole report.
form-short = Write {$min} characters at least.
form-min = {$name} cannot be below {$limit}.
form-max = {$name} cannot be above {$limit}.
form-more-than = {$name} ({$value}) cannot be more than {$other} ({$most}).
form-sum = {$names} together ({$value}) cannot be more than {$other} ({$most}).
form-future = This day has not come. Please check it.
form-near = {$value} differs from what the bot knows ({$known}) by more than {$percent}%. If it is right, tap “Yes, continue”; if not, type it again.
form-names = This seems to name somebody. If it does, please write it without names; if it is the name of a school, a street or a hall, tap “Yes, continue”.
doubt-name = ⚠ “{$name}” seems to be a person’s name. Only posts and deeds belong here, nobody’s name: please type it again. If it is the name of a school, a street or a hall, tap “Keep it”.
doubt-day = ⚠ {$day} is not when a plan {$year} is usually signed: this may be the number and day of another year. Please look at the signed paper and type them again; if they are right, tap “Keep it”.
doubt-typed = <i>You typed:</i> {$text}
button-keep-words = Keep it
button-type-again = Type it again
toast-keep-gone = This question is over. Please open what you were doing again and type it anew.
form-sheet-long = The sheet has too many rows; {$max} at most.
form-sheet-total = This row has no unit code, or is a row of totals. Delete the totals, or write the unit’s code.
form-sheet-unit = “{$value}” is no code of a unit that is asked in this period.
form-sheet-twice = The unit {$value} has two rows. Keep one.
form-sheet-period = This row is for “{$value}”; the period is {$wanted}. It may be the file of another period.
form-sheet-own = {$value} has handed in by itself, and the sheet says something else. Send it back for the unit to change it, or delete this row.
form-sheet-closed = This period is closed; no sheet can be imported.

### Forms: the level above asks and adds up (/totals)

collect-choice = <b>{$unit}</b>. Choose a period that is open, or open a new one for the units below.
collect-nobody = <b>{$unit}</b> has no units below, so there is nothing to add up. The unit’s own figures: /forms
button-collect-open = {$form} · {$period}
button-collect-closed = {$form} · {$period} · closed
button-collect-new = ＋ Open: {$form} · {$period}
collect-due = <b>{$form}</b> · {$period}: for {$count} units. Their officers are told once when it opens and reminded twice at most, if need be. When is it due?
button-collect-due = {$due} (in {$days} days)
collect-head =
    <b>{$form}</b> · {$period}
    {$unit} · due {$due}
collect-head-closed =
    <b>{$form}</b> · {$period}
    {$unit} · closed
collect-progress = Handed in <b>{$done}/{$all}</b> units · sent back {$returned} · missing {$missing}
collect-sum = {$number} {$name}: {$sum}
collect-without = Items {$numbers}: {$why}
collect-total = {$sum} ({$units}/{$all} units)
collect-mean = mean {$sum} ({$units}/{$all} units)
collect-given = given ({$units}/{$all} units)
collect-chosen = {$name} ({$units}/{$all} units)
collect-at-closing = told as a sum when the period closes, of three units or more
collect-too-few = too few units for a sum
collect-unit = • {$unit}: {$state}
collect-state-missing = missing
collect-state-nobody = missing; no officer in the bot
collect-state-done = handed in
collect-state-again = handed in (revision {$revision})
collect-state-returned = sent back: {$reason}
collect-close = Closing freezes the figures; a unit that wants to change or add something afterwards gives a reason, and it is a new revision. What could point to one person (declarations, ratings, discipline) is added up only now, and told as a sum of three units or more. It cannot be opened again.
collect-opened = <b>{$above}</b> asks {$unit} for the form <b>{$form}</b>, {$period}. Due {$due}. It takes three minutes; stop and go on at any time.
collect-reminder = A reminder: {$unit} has not handed in the form <b>{$form}</b>, {$period}, to {$above}. Due {$due}. Tap “No figure yet” where there is none.
collect-sent-back = {$above} sends the form <b>{$form}</b>, {$period}, back to {$unit}: {$reason} Due {$due}.
collect-why = Why is the form of {$unit} sent back? Type the reason in one message, 10 to 300 characters; the unit’s officers get it.
collect-send-sheet = Send the filled-in Excel file: the one from the button “Excel sheet”, one row a unit, with unit codes, period and headings as they are. An empty cell changes nothing.
collect-file = One row a unit; the sheet “Missing” names those that have not handed in. Fill it in for units that do not use the bot and send it back. Each file is a line of the log (/log).
collect-sheet = The file has {$new} units that hand in, {$changed} that change, {$same} unchanged. Nothing has been imported yet.
collect-sheet-same = Nothing to import: {$same} units in the file are as they are here.
collect-sheet-wrong =
    <b>The file cannot be imported</b>, nothing has changed. Mend it and send it again:

    {$lines}
collect-sheet-taken = Imported: {$count} units.
collect-sheet-left = The file was dropped; nothing was imported.
toast-collect-today = The units have been told today. Remind them another day.
toast-collect-reminded = The units that are missing are being reminded.
button-collect-units = The units
button-collect-sheet = Excel sheet
digest =
    <b>Due in {$month}</b>
    {$lines}{ $more ->
        [0] {""}
       *[other] {" "}… and {$more} more.
    }

    Once a month officers get a message like this, on the 25th or the next working day; where nothing is due there is none.
digest-hand-in = • {$unit}: hand in {$form}, {$period}. Due on {$due}.
digest-late = • {$unit}: has not handed in {$form}, {$period}. It was due on {$due}.
digest-collect = • {$unit} asks for {$form}, {$period}: {$done} of {$all} units have handed in. Due on {$due}.
button-digest-fill = Fill in {$form}, {$period}
button-digest-collect = See {$form}, {$period}
button-collect-import = Import a sheet for units without the bot
button-collect-remind = Remind those missing
button-collect-close = Close the period
button-collect-close-now = Close it for good
button-collect-send-back = Send back, with a reason
button-collect-show = See the sums

file-school-year = School year {$from}–{$to}
file-form-sheet = Figures
file-form-sums = Sums
file-form-notes = Notes
file-form-missing = Missing
file-form-number = No.
file-form-code = Unit code
file-form-unit = Unit
file-form-period = Period
file-form-state = State
file-form-field = Item
file-form-name = What
file-form-sum = Added up over the units
file-form-sum-note = Only units that have handed in are added up; what is missing is not counted as zero.
file-form-column = Column
file-form-meaning = What it means, how to fill it in
file-form-how = One row a unit. An empty cell is not answered, which is not zero. Leave unit codes, periods and headings as they are; columns may be added, rows sorted. No row of totals on the sheet “Figures”.
file-form-note-each = {$ask}{ $choices ->
        [1] . One of: {$options}
        [2] . Or: {$options}
       *[0] .
    }
file-form-note-sum = {$ask}{ $choices ->
        [1] . One of: {$options}
        [2] . Or: {$options}
       *[0] .
    } Told as a sum only, never of one unit; the column is empty in this file and may be filled in for a unit without the bot.
file-doc-registered = People registered for the campaign: {$entered}.
file-evidence = Evidence
file-evidence-item = Item
file-evidence-value = Figure
file-evidence-source = Source
file-evidence-day = Handed in on
file-evidence-points = Points
file-evidence-computed = counted by the bot
file-evidence-officer = stated by officers
file-evidence-units = added up over units
file-evidence-note = The column “Points” is empty: the bot gives none. What the bot counted keeps to the rules of disclosure; what is suppressed is not here.
file-evidence-part = {$count}/{$of}
file-annex-name = Annex of evidence {$period} {$unit}
file-annex-number = (Goes with Report No. ………/BC-CĐCS)
file-annex-kind = ANNEX
file-annex-subject = Figures that show the results of the campaign
file-annex-none = There is no figure of this period to show: too few people took part, and the unit has not handed in the year's figures.
file-minute-name = Inspection minute {$period} {$unit}
file-minute-number = No.: ………/BB-CĐCS
file-minute-kind = MINUTE
file-minute-subject = Inspection of how the campaign “Loyalty, responsibility, integrity, creativity” is carried out
file-minute-begin = Today, at …… o'clock on ……………………, in ………………………………, the campaign was inspected.
file-minute-inspectors = 1. Inspectors
file-minute-inspected = 2. For the unit that is inspected
file-minute-person = - Mr (Ms): …………………………… Post: ……………………………
file-minute-content = I. WHAT WAS INSPECTED
file-minute-source = “As entered” is what the unit wrote in the form of the period. “As found” is written by hand by the inspectors, from the records: does it agree, and if not, why.
file-minute-row-plan = The year's plan: number, day of issue; what is done, what is not
file-minute-row-people = People in all; of them women, Party members
file-minute-entered = As entered
file-minute-found = As found
file-minute-none = not entered
file-minute-findings = II. FINDINGS
file-minute-good = 1. What is good:
file-minute-bad = 2. What is lacking or not done:
file-minute-why = 3. Causes:
file-minute-blank = [For the inspectors to fill in]
file-minute-advice = III. RECOMMENDATIONS
file-minute-to-unit = 1. To the unit:
file-minute-to-above = 2. To the level above:
file-minute-end = The minute ended at …… o'clock on the same day, was read out to everybody, and is made out in …… copies of equal force. Not to be used to grade or appraise individuals.
file-minute-sign-unit = FOR THE UNIT
file-minute-sign-clerk = CLERK
file-minute-sign-lead = HEAD INSPECTOR
file-minute-sign = (Signature and full name)

### Command menu

menu-quiz = This week’s five questions
menu-practice = Practise what was asked, not counted
menu-checkin = This month’s reflection (private)
menu-criteria = Four themes, twelve criteria
menu-me = Your progress
menu-settings = Message times, language, pause
menu-privacy = What the bot keeps, who can see it
menu-help = The commands
menu-stop = Pause or leave
menu-report = Figures of the week, month, quarter, year
menu-card = Discussion card for the meeting
menu-link = Link the group to a unit
menu-unlink = Remove the group’s link

### Broadcasts

broadcast-write =
    Please send the message as {$member} should get it: text, or one picture or file with text below it. Bold, italic, links and emoji are kept. You will see it first; nothing is sent to anybody yet.
broadcast-which-days =
    On which days? Every month: type it like <i>monthly 15 11:45</i>. By the calendar: like <i>26/3, 19/5, 2/9 11:45</i>. A day off moves to the next working day’s sending time.
button-broadcast-ready = Ready words: {$name}
broadcast-which-link =
    Type what the button should say and then the link, for example: <i>Sign up https://union.example.vn</i>
broadcast-days-unread = The bot did not understand these days. Please type them like <i>monthly 15 11:45</i>, or <i>26/3, 19/5, 2/9 11:45</i>.
broadcast-rhythm = Recurring: <b>{$days}</b>. Next: {$time}
rhythm-monthly = on day {$day} of every month at {$time}
rhythm-month-end = on day {$day} of every month (the last day of a shorter one) at {$time}
rhythm-yearly = every year on {$dates} at {$time}
reminder-card = <b>Recurring reminder {$number}</b> from {$unit}
reminder-days = Sent {$days}
broadcast-reminds = For the recurring reminder {$number}
broadcasts-reminder = <b>{$number}.</b> {$phase}
button-rhythm = Send regularly
button-once = Send only once
button-rest = Pause the reminder
button-wake = Resume the reminder
button-edit = Change the reminder
button-drop = Drop the reminder
toast-broadcast-draft-first = You are writing a draft already. Please send or discard it first.
broadcast-link-unread = The bot could not read the link. Type what the button should say (40 characters at most) and then a link that begins with https://
broadcast-when = When should it be sent? Type a day and a time, for example: <i>20/11 11:45</i>, <i>tomorrow 17:30</i>, <i>monday 11:45</i>, <i>thursday next week 7pm</i>.
broadcast-until-when = What is the time limit? Type a day and a time, for example: <i>20/11 20:00</i>, <i>tomorrow 12:00</i>. Whoever has not got the message by then will not get it.
broadcast-time-heard = Understood as <b>{$time}</b>.
broadcast-time-past = Understood as <b>{$time}</b>, which has passed. Please type it again, with the year if need be.
broadcast-time-unread = The bot did not understand this day and time. Please type it like <i>20/11 11:45</i>, <i>tomorrow 17:30</i>, <i>monday 11:45</i>, <i>thursday next week 7pm</i>.
broadcast-time-two = There are two different days or two different times in this. Please type one day and one time, like <i>20/11 11:45</i>.
broadcast-time-night = An hour of the night can belong to the day before or to the day after. Please type which one is meant: <code>{$first}</code> or <code>{$second}</code>.
broadcast-time-no-day = The calendar has no such day. Please look at the day, the month and the year once more, and type it like <i>20/11 11:45</i>.
broadcast-time-which-day = Which day is meant? Please type a weekday or a date, and a time, like <i>saturday 9:00</i>, <i>monday next week 8:00</i>, <i>20/11 11:45</i>.
broadcast-time-no-hour = At what time? Please type a day and a time, like <code>{$example}</code>.
broadcast-time-part = There is no such hour, or not in that part of the day. Please type it by the 24-hour clock, like <i>tomorrow 15:00</i>, <i>thursday 21:30</i>.
broadcast-too-long = This is too long, or has too much formatting, for one message. Please shorten it and send it again.
broadcast-from = <i>From: {$office}, {$unit}</i>
broadcast-from-above = <i>From: {$office} of {$above}, to {$unit}</i>
broadcast-from-unit = <i>From: {$unit}</i>
broadcast-caption-long = The text below a picture or file is longer than {$max} characters. Please shorten it and send it again, or send only text, with the picture behind a link.
broadcast-no-album = A broadcast can carry one picture or one file, not several at once. Please send it again with one picture.
broadcast-not-this = The bot can only send text, a picture or a file. Please send the message as text; a film or a recording can be put behind a link.
broadcast-discarded = The draft was discarded. Nothing was sent.
broadcast-draft = <b>Draft of a broadcast.</b> The message above is exactly what people will get.
broadcast-options = <b>Options of the draft.</b> Press <b>Back</b> when you are done.
broadcast-replaces = This draft replaces broadcast {$number}. Until you confirm it, broadcast {$number} will still be sent at its time.
broadcast-second = <b>A second officer must confirm.</b> The message above is exactly what people will get.
broadcast-to-unit = To: <b>{$unit}</b> and the units below it
broadcast-to-unit-alone = To: <b>{$unit}</b>
broadcast-to-units = To {$count} units: {$units}
broadcast-audience = Will get it: <b>{$members}</b> people, <b>{$groups}</b> groups
broadcast-unanswered = Will get it: those who have not answered this week’s questions, <b>{$groups}</b> groups. Whoever answers before their turn does not get it. The bot tells no number of people, for while the week is open it could give a few of them away.
broadcast-left-out = Whoever has blocked the bot, has paused, or has not agreed to the present words does not get it (no number under {$threshold} is given).
broadcast-blocked = Not sent because they have blocked the bot: about {$count} people
broadcast-paused = Not sent because they have paused: about {$count} people
broadcast-unconsenting = Not sent because they have not agreed to the present words, or have withdrawn: about {$count} people
broadcast-starts-now = Starts: as soon as it is confirmed
broadcast-starts = Starts: {$time}
broadcast-moved-weekend = {$asked} is on a weekend: moved to {$time}.
broadcast-moved-holiday = {$asked} is a holiday: moved to {$time}.
broadcast-moved-hours = {$asked} is outside the sending times ({$noon} and {$evening}): moved to {$time}.
broadcast-done = Expected to be done: {$time}
broadcast-crosses = It cannot all be sent at one sending time: the rest goes out at the next.
broadcast-cut = <b>Some people will not get it</b> before the time limit below.
broadcast-until = Time limit: {$time}
broadcast-which-units = Which units should get it? A unit includes those below it.
button-text = Rewrite the message
button-link = Add a link button
button-no-link = Remove the link button
button-ask-seen = “Seen” button (counts only)
button-saw = Seen
toast-saw = Thank you for reading.
broadcast-seen-members = The “Seen” button is only on messages to single people, not in groups.
count-seen = Tapped “Seen”: {$count} people
count-seen-few = How many tapped “Seen”: too few to report (fewer than {$threshold}, or individuals could be inferred)
button-units = Choose units
button-members = Each person
button-groups = Groups
button-unanswered = Only those not answered yet
button-start = Set a time
button-now = Send once confirmed
button-until = Time limit
button-test = Send me a copy
button-confirm = Confirm and send
button-discard = Discard the draft
button-options = Options
button-edit-coming = Change before it is sent
button-reuse = Write anew from this one
button-page-next = Next →
button-whole = The whole unit
button-second = Agree to send
button-refuse = Do not send
button-hold = Pause
button-go-on = Go on
button-cancel = Cancel the rest
button-unsend = Take back what was sent
button-look-again = See how it stands now
button-unsend-now = Take it back now
button-resend-failed = Resend where it failed
button-resend-unknown = Resend where it is unknown
button-open = Open broadcast {$number}
toast-test-sent = A copy is on its way to you.
toast-broadcast-empty = The broadcast has no text yet.
toast-broadcast-nobody = There is nobody to send it to: please choose again.
toast-broadcast-past = The time you set has passed. Please choose another.
toast-broadcast-never = The time limit comes before the first sending time, so nobody would get it. Please change the time or the limit.
toast-broadcast-changed = The draft has just changed. Please look at it and confirm again.
toast-broadcast-late = The earlier broadcast is being sent already, or can no longer be changed: this will be one of its own. Please look again, then confirm or discard.
toast-broadcast-before = This has been done already.
toast-broadcast-begun = Confirmed.
toast-broadcast-waiting = Passed on to a second officer.
toast-broadcast-no-second = So many people need a second officer whom you have not appointed and who has been one for seven days. There is none yet: choose fewer units.
toast-broadcast-not-second = An independent officer must confirm: in office for at least seven days, neither appointed by the writer nor the one who appointed them.
toast-broadcast-held = Paused.
toast-broadcast-goes-on = The bot is sending again.
toast-broadcast-cancelled = The rest is cancelled.
toast-broadcast-unsending = Being taken back.
toast-ledger-forgotten = The delivery record of this broadcast is past its retention time.
toast-ledger-round = A broadcast only to those who have not answered has no table by unit.
toast-ledger-large = The spreadsheet is too large to send in a message.
button-ledger = Delivery figures (XLSX)
ledger-caption = Delivery figures of broadcast {$number}. Counts only, no names.
ledger-file = Broadcast {$number} figures
ledger-title = DELIVERY OF BROADCAST {$number}
ledger-note = Units with fewer than {$threshold} recipients are put together, perhaps with a larger one. Not to be used to grade or appraise individuals or units.
ledger-few = Small units together (under {$threshold})
ledger-sheet = By unit
ledger-sheet-why = Reasons
ledger-unit = Unit
ledger-all = Recipients
ledger-sent = Sent
ledger-left = Not sent yet
ledger-unreachable = Cannot be reached
ledger-failed = Failed
ledger-expired = Too late
ledger-cancelled = Cancelled
ledger-unknown = Unknown
ledger-unsent = Taken back
ledger-groups = Group chats (not in the sum)
ledger-sum = Sum
ledger-why = Reason
ledger-people = People
why-blocked = blocked the bot
why-deactivated = account gone
why-kicked = bot no longer in the group
why-forbidden = the bot may not write there
why-shut = have not written to the bot or have blocked it
why-gone = no longer in a chat with the bot
why-moved = the group has become a supergroup; please tie it again
why-server = trouble at Telegram
why-broke = the connection broke while sending
why-stopped = the bot stopped while sending
why-restored = restored from a backup
why-kept = could not be taken back
why-topic = the topic of the group is closed or deleted
why-other = other reasons
urgent-head = <b>URGENT</b>
urgent-why = <i>An urgent message does not wait for the sending times; two officers have agreed to it.</i>
urgent-starts = Starts: as soon as a second officer has agreed, outside the sending times and on days off, too. A unit may send one urgent message a day.
urgent-until = Time limit to agree and to send: {$time}
urgent-second = <b>An urgent broadcast: it needs you to agree.</b> The message above is exactly what people will get. If you agree, it goes out at once, outside the sending times and on days off, too.
urgent-draft = <b>Draft of an urgent broadcast.</b> The message above is exactly what people will get.
urgent-card = <b>Urgent broadcast {$number}</b> from {$unit}
urgent-lapsed = Urgent broadcast {$number} <b>was not sent</b>: its time ended, and no second officer had agreed. If it is still needed, open it and press <b>Write anew from this one</b>.
phase-urgent-waiting = Waiting for a second officer to agree, until {$time} at the latest
phase-lapsed = Not sent: nobody agreed in time
broadcasts-urgent = Urgent · {$phase}
button-urgent = Urgent (at any hour)
toast-urgent-long = An urgent message has two lines more: that it is urgent, and why it comes outside the hours. There is no room for them: please shorten the text first.
toast-urgent-late = The time to agree is over: this broadcast will not be sent.
toast-urgent-before = The unit has sent an urgent message today; one a day is all. Please send this as an ordinary broadcast.
toast-urgent-no-second = An urgent message needs a second officer whom you have not appointed and who has been one for seven days. There is none yet: please send it as an ordinary broadcast.
toast-broadcast-own = Another officer has to confirm.
broadcast-card = <b>Broadcast {$number}</b> from {$unit}
broadcast-again = Sent again from broadcast {$number}
broadcast-ask-unsend =
    Take this message back?

    The bot deletes what was sent within the last 48 hours from people’s phones; whoever has read it has read it. The rest is cancelled. This cannot be undone.
phase-waiting = Waiting for a second officer to confirm
phase-planned = To be sent from {$time}
reason-line = · {$why}: {$count}
phase-fixing = The list of recipients is being made: the numbers below still grow
phase-running = Being sent
phase-still = On hold with everything the bot sends (/resumeall to go on)
phase-paused = Paused
phase-cancelled = Cancelled
phase-unsending = Being taken back
phase-unsent = Taken back
phase-done = Done
phase-repeating = Recurring reminder, next: {$time}
second-officers = Who may confirm: officers of {$unit} ({$titles}).
second-owner = Who may confirm: a top-level officer in charge.
phase-resting = Recurring reminder, paused
count-untold = Only for those who have not answered; the bot tells no number of people.
count-sent = Sent: <b>{$count}</b>/{$of}
count-left = Left: {$count}
count-unreachable = Cannot be reached: {$count}
count-failed = Failed: {$count}
count-expired = Too late, not sent: {$count}
count-cancelled = Cancelled, not sent: {$count}
count-unknown = Unknown whether it arrived: {$count}
count-unsent = Taken back: {$count}
broadcasts = <b>The latest broadcasts</b>
broadcasts-line = <b>{$number}.</b> {$phase} · {$count}/{$of}
broadcasts-line-untold = <b>{$number}.</b> {$phase} · those who have not answered
broadcasts-day = {$day} · {$phase}
broadcasts-words = { $kind ->
    [photo] A picture, and: <i>“{$words}”</i>
    [photo_alone] <i>A picture without words</i>
    [file] A file, and: <i>“{$words}”</i>
    [file_alone] <i>A file without words</i>
    [forgotten] <i>The words have been deleted, as their time to be kept is over.</i>
   *[words] <i>“{$words}”</i>
 }
broadcasts-none = There are no broadcasts yet. Send /broadcast to write one.
owner-only = This command is for the top-level officers in charge.
pause-all = Everything the bot sends by itself is on hold: texts, questions, reminders and broadcasts. It still answers when asked. Send /resumeall to go on; what becomes too late meanwhile is not sent afterwards.
pause-all-before = Everything is on hold already. Send /resumeall to go on.
pause-all-over = Sending has been resumed.
pause-all-none = Nothing is on hold.
menu-broadcast = Send a message to the unit
menu-broadcasts = The latest broadcasts
menu-pauseall = Put everything sent by itself on hold
menu-resumeall = Resume sending

### Picture and files

file-title = COMBINED FIGURES (draft, for reference)
file-caption = <b>{$unit}</b> · {$period}
file-name = Report {$period} {$unit}
file-percent = {$percent}%
file-percent-about = about {$percent}%
file-percent-least = {$percent}% or more
file-percent-most = {$percent}% at most
file-count = {$count}/{$of}
file-people = { $people ->
        [one] {$people} person
       *[other] {$people} people
    }
file-more-than = more than {$count} people
file-week-open = … week still open, no figures yet
file-hidden = too few to report
file-hidden-note = “Too few to report” is not a zero: there are too few people, or individuals could be inferred. The combined figures are in the report of the unit above.
file-week = Week {$from} – {$to}
file-month = Month {$name} of {$year}
file-quarter = Quarter {$name} of {$year}
file-half-first = First half of {$year}
file-half-second = Second half of {$year}
file-year = Year {$year}
file-round-open = criterion {$number}, week still open
file-round-closed = criterion {$number}, week ended
file-participation = Taking part
file-reached = Received the messages
file-read = Tapped “I have read it”
file-answered = Answered questions
file-finished = Completed all five
file-themes = Correct answers by theme ({$from} – {$to})
file-theme = {$number}. {$name}
file-weeks = Share answering, recent weeks
file-beside = Compared with units of the same level
file-beside-weeks = Compared with units of the same level (weekly mean)
file-beside-unit = This unit: {$percent}% answered
file-beside-median = Median of {$units} units: {$percent}%
file-checkin = Reflection, round of {$month}
file-number = {$count}
file-note = Not to be used to grade or appraise individuals or units.

file-sheet-summary = Summary
file-sheet-themes = Themes
file-sheet-weeks = Weeks
file-sheet-people = People
file-sheet-turns = Turns
file-sheet-measure = Measure
file-sheet-of = Out of
file-sheet-share = Share
file-sheet-theme = Theme
file-sheet-right = Share correct
file-sheet-how = How it is written
file-sheet-exact = exact
file-sheet-mean-of-weeks = mean of the weeks, about
file-sheet-about = rounded to 5 percentage points
file-sheet-least = this much or more
file-sheet-most = this much at most
file-sheet-answering = People answering
file-sheet-answering-turns = Turns answering
file-sheet-monday = Week from
file-sheet-mean = Mean of the weeks
file-sheet-members = Total number of people (as declared)
file-sheet-before = Answered in the period before
file-sheet-beside-unit = Answered: this unit
file-sheet-beside-median = Answered: median of the units of the same level
file-sheet-beside-unit-weeks = Answered, weekly mean: this unit
file-sheet-beside-median-weeks = Answered, weekly mean: median of the units of the same level
file-sheet-hidden-note = “Too few to report” is not a zero: there are too few people, or individuals could be inferred from the figure. The chart leaves that place empty. It helps to invite more people (/invite). The combined figures are in the report of the unit above.

file-doc-draft = DRAFT
file-doc-nation = SOCIALIST REPUBLIC OF VIETNAM
file-doc-motto = Independence - Freedom - Happiness
file-doc-number = No.: ………/BC-CĐCS
file-doc-date = …………………, …………………
file-doc-kind = REPORT
file-doc-subject = Results of the campaign “Loyalty, responsibility, integrity, creativity”
file-doc-to = To: {$to}
file-doc-dots = ………………………………
file-doc-blank = [For the union officer to fill in]
file-doc-number-column = No.
file-doc-content = Content
file-doc-result = Result
file-doc-general = I. GENERAL
file-doc-general-members = Total number of people in the unit (as declared): {$members}.
file-doc-general-numbers = Union members in total; of these, women and Party members:
file-doc-general-plan = Grassroots unions and union groups that have started, and that have a plan:
file-doc-figures = II. RESULTS OF LEARNING AND REFLECTION
file-doc-figures-source = The bot Nhịp combined the figures of this part for the time from {$from} to {$to}, from weeks that have ended and rounds of reflection that have closed. “Too few to report” is not a zero: there are too few people, or individuals could be inferred from the figure.
file-doc-turns = 1. Taking part week by week ({ $rounds ->
        [one] {$rounds} week that has ended is
       *[other] {$rounds} weeks that have ended are
    } counted{ $left_out ->
        [0] {""}
       *[other] , not {$left_out} without figures
    }; each person counts once a week)
file-doc-themes = 2. Share of correct answers by theme
file-doc-checkins = 3. Private reflection (voluntary; only the number of participants is counted)
file-doc-checkins-none = No reflection round closed in this period.
file-doc-themes-none = No week ended in this period.
file-doc-beside = 4. Compared with units of the same level
file-doc-beside-text-weeks = On average over the weeks, {$unit}% of this unit answered; the median of {$units} units of the same level is {$median}%.
file-doc-beside-text = In this unit {$unit}% answered; the median of {$units} units of the same level is {$median}%.
file-doc-before-text = In the period before, {$percent}% of this unit answered ({$count}/{$of} turns).
file-doc-up = Compared with the period before, the share is up by { $points ->
        [one] {$points} percentage point
       *[other] {$points} percentage points
    }, more than chance.
file-doc-down = Compared with the period before, the share is down by { $points ->
        [one] {$points} percentage point
       *[other] {$points} percentage points
    }, more than chance.
file-doc-unclear = Compared with the period before, there is no clear change; the difference may be chance.
file-doc-before-hidden = The period before: too few to report.
file-doc-tasks = III. RESULTS OF THE TASKS AND MEASURES
file-doc-row-spread = Meetings held to spread the campaign: number, attendance
file-doc-row-training = Training: courses, attendance
file-doc-row-democracy = Staff conferences; grassroots democracy; workplace culture
file-doc-row-reform = Administrative reform: initiatives, procedures made shorter, satisfaction
file-doc-row-integrity = Preventing corruption: declarations, gifts handed in, cases (numbers only)
file-doc-row-initiatives = Recognised initiatives and projects; value created
file-doc-row-culture = Offices and families meeting the culture standard (%)
file-doc-row-ranking = Gradings of the year: individuals, union members, grassroots unions
file-doc-row-discipline = People disciplined
file-doc-row-praise = Commendations: collectives, individuals, form, level
file-doc-end = IV. SHORTCOMINGS, CAUSES, PROPOSALS
file-doc-limits = 1. Shortcomings and causes:
file-doc-plans = 2. Direction for the next period:
file-doc-wishes = 3. Proposals:
file-doc-copies = Copies to:
file-doc-copy = - {$to};
file-doc-copy-kept = - Archive.
file-doc-behalf = ON BEHALF OF THE COMMITTEE
file-doc-chair = CHAIR
file-doc-sign = (signature, full name, seal)

### Agreeing again when the words have changed

toast-consent-changed = The words of the consent have just changed. Please read them again, then choose.
consent-changed =
    <b>The words of the consent have changed</b>

    Until you agree to the new words below, the bot stores nothing more about you. What it has stored stays as it is, and can be deleted at any time: /deletemydata.

    {$parts}

    Tap each part you choose, then tap <b>I agree</b>.
consent-renewed = Your consent to the new words has been recorded. Send /quiz to open this week’s questions.

### Privacy in full

button-privacy-more = Read it in full
button-ask-reflection = Read about the reflection
privacy-more =
    <b>Privacy in full</b>

    <b>Reflection.</b> While a round is open, your answers are linked to you so that you can change or withdraw them; technically, the administrator of the server is able to read them. When it closes, only counts of the unit remain, for {$reflectionthreshold} or more people. The theme “Trung thành” (loyalty) is only to read and think about; the bot stores no answers. To keep your own history: a locked private journal, /journal.

    <b>For how long?</b> Answers to the questions: {$quizmonths} months, then only counts. If messages cannot reach you (blocked) for {$unreachabledays} days: the account is deleted. Proof of consents that have ended: {$proofmonths} months, as a digest. The log of what officers do: {$auditmonths} months. Commendations: {$commendationmonths} months; then the posted cards are taken down, too. A request to join by a unit’s name: 14 days at most; officers see only the day and the language. Times are kept only to the day.

    <b>Withdrawing.</b> You may withdraw from the reflection, or from being named when commended, by itself; everything else still works in full. To withdraw part 1 or part 2 is to stop taking part: /deletemydata.

    <b>Suggestions (/suggest), where your unit takes them.</b> A hidden one is tied to nobody in the data; drafts are written into no file. What the box has released: {$suggestionmonths} months after its answer. A name that you put to one: until you have your data deleted.

    <b>Figures.</b> While the week is open, the bot gives only the number of participants of the highest unit, rounded down to multiples of five. Numbers of other units and shares of correct answers come only when the week has ended; reflections, when the round has closed.

    Results are not used to grade or appraise anyone. Contact: {$contact}.

### Everything held on one person

mydata-none = The bot holds no data about you.
mydata-large = The data is too large to send in a message. Please contact {$contact}.
mydata-text = Everything the bot holds about you, to read.
mydata-json = The same as JSON, for machines.
mydata =
    DATA ABOUT YOU
    {$day}. This is all that the bot’s database held about you when you asked. The JSON file beside it also has digests, numbers of messages and locked content, column by column as in the database.
mydata-end =
    Not in here: combined figures of the unit (linked to nobody); backups of the server; this chat, which Telegram keeps.
    To delete it: send /deletemydata. Contact: {$contact}.
mydata-members = ACCOUNT
mydata-members-row = Telegram ID {$telegram_id}; unit: {$unit}; language: { $language ->
    [en] English
   *[vi] Vietnamese
    }; messages: { $window ->
    [evening] in the evening
   *[noon] at noon
    }; paused until: {$paused_until}; { $reachable ->
    [1] reachable
   *[0] not reachable since {$unreachable_on}
    }; joined on {$joined_on}; counted from the week of: {$counts_from}
mydata-consents = CONSENTS ON RECORD
mydata-consents-row = “{ $part ->
    [account] account and quiz answers
    [abroad] messages pass through Telegram, servers abroad
    [named] to be named when commended
    [author] to be a named author
   *[reflection] reflection
    }”: given on {$given_on}; withdrawn on: {$withdrawn_on}
mydata-consent_proofs = PROOF OF CONSENTS THAT HAVE ENDED
mydata-consent_proofs-row = “{ $part ->
    [account] account and quiz answers
    [abroad] messages pass through Telegram, servers abroad
    [named] to be named when commended
    [author] to be a named author
   *[reflection] reflection
    }”: given on {$given_on}, ended on {$ended_on} ({ $ending ->
    [withdrawn] withdrawn
    [renewed] given again under new words
    [lapsed] unreachable for too long, or not confirmed anew in time
   *[left] left
    })
mydata-participations = EACH WEEK
mydata-participations-row = Week of {$monday}, criterion {$criterion}, {$unit}, item {$item}: { $reached ->
    [1] received
   *[0] not received
    }, { $read ->
    [1] read
   *[0] not read
    }, { $answered ->
    [1] answered
   *[0] not answered
    }, { $finished ->
    [1] finished
   *[0] not finished
    }; { $counted ->
    [1] counted
   *[0] not counted
    } in combined figures; { $reminded ->
    [1] reminded
   *[0] not reminded
    }
mydata-quizzes = EACH WEEK’S QUESTIONS
mydata-quizzes-row = Week of {$monday}: { $next_place ->
    [6] all five are done
   *[other] the next question is {$next_place}
    }
mydata-quiz_questions = QUESTIONS AND ANSWERS
mydata-quiz_questions-row = Week of {$monday}, question {$place}: {$question} – chose {$letter}, on {$answered_on}, { $correct ->
    [1] correct
    [0] not correct
   *[other] not answered
    }
mydata-checkin_visits = REFLECTION, SURVEYS: THE OPEN ROUND
mydata-checkin_visits-row = { $form ->
    [none] Month {$month}
   *[other] Survey “{$form}”
    }, {$unit}: { $thought_read ->
    [1] the thought was read
   *[0] the thought was not read
    }
mydata-checkin_answers = REFLECTION, SURVEYS: CHOICES IN THE OPEN ROUND
mydata-checkin_answers-row = { $form ->
    [none] Month {$month}
   *[other] Survey “{$form}”
    }, question {$place}: choice {$choice}
mydata-journals = PRIVATE JOURNAL (locked; the bot cannot open it without the message that carries its key)
mydata-journals-row = {$bytes} bytes; { $delivered ->
    [1] key delivered
   *[0] key not delivered yet
    }
mydata-unit_files = A FILE OF UNITS WAITING TO BE CONFIRMED
mydata-unit_files-row = {$day}: {$bytes} bytes
mydata-outbox = MESSAGES WAITING OR NOT SENT
mydata-outbox-row = { $at_once ->
    [1] At once
   *[0] {$due_on}
    }: { $state ->
    [queued] waiting
    [claimed] being sent
    [expired] too late, no longer sent
    [unknown] whether it arrived is not known
   *[other] could not be sent
    }
mydata-recipients = BROADCASTS OF THE UNIT
mydata-recipients-row = Broadcast {$broadcast} of {$unit}, {$day}: { $state ->
    [queued] waiting
    [claimed] being sent
    [sent] sent
    [unknown] whether it arrived is not known
    [unsent] taken back
   *[other] not sent
    }; “Seen” button: { $seen ->
    [1] tapped
   *[0] not tapped
    }
mydata-broadcasts = BROADCASTS WRITTEN OR CONFIRMED AS AN OFFICER
mydata-broadcasts-row = Broadcast {$broadcast} of {$unit}, {$day}, { $written ->
    [1] writer
   *[0] second officer
    }; words: {$html}
mydata-pause_all = EVERYTHING THE BOT SENDS IS HELD
mydata-pause_all-row = Since {$day}
mydata-audit = WHAT YOU DID AS AN OFFICER
mydata-audit-row = {$day}: {$action} ({$office}), unit: {$unit}

### The log of what officers do

log =
    <b>What officers have done</b> about your unit and those above it:
log-none = Nothing yet.
log-line = {$day} · {$action} · {$office} · {$unit}{ $times ->
    [1] {""}
   *[other] {" "}(×{$times})
    }
log-changed = <i>{$what}</i>
log-changed-unit = {$code}: {$what}
log-changed-more = and {$count} more changes
log-nothing = –
log-change-new = a new unit, below {$after}
log-change-name = another name
log-change-title = title {$before} → {$after}
log-change-quiz = questions {$before} → {$after} people
log-change-reflection = reflection {$before} → {$after} people
log-change-owners = top-level officers in charge {$before} → {$after}
log-change-grassroots = grassroots level “{$before}” → “{$after}”
log-change-joining = how people join: {$before} → {$after}
log-change-backup = backup of {$after}
log-joining-open = the unit’s name is enough
log-joining-closed = by link, or confirmed by an officer
log-action-settings = changed the server’s settings
log-action-quarantine = dropped the note of a message that the bot could not handle
log-action-restore = restored the data from a backup
log-action-admit = let in somebody who had asked
log-action-reconfirm = asked members to confirm anew
log-action-report = looked at combined figures
log-action-export = received combined figures as a file
log-action-link = linked a group to a unit
log-action-unlink = removed a group’s link
log-action-weekly-off = switched off the weekly figures in a group
log-action-thresholds = raised the fewest people behind a figure
log-action-units = imported the list of units
log-action-broadcast = sent a broadcast
log-action-urgent = asked for an urgent broadcast
log-action-second = confirmed another officer’s broadcast
log-action-hold = paused a broadcast
log-action-go-on = resumed a broadcast
log-action-give-up = cancelled the rest of a broadcast
log-action-take-back = took back a broadcast
log-action-again = sent a broadcast again where it had not arrived
log-action-reminder = set up a recurring reminder
log-action-reminder-rest = paused a recurring reminder
log-action-reminder-wake = resumed a recurring reminder
log-action-reminder-drop = dropped a recurring reminder
log-action-ledger = took the figures of a broadcast’s delivery
log-action-stand-still = put everything the bot sends on hold
log-action-stand-still-over = resumed sending
log-office-owner = top-level officer in charge
log-office-group = somebody in the group chat
log-office-server = administrator of the server
log-everybody = all units
log-code = Check code of line {$number}: <code>{$code}</code>. Whoever keeps this code can ask the administrator to check that the log has not been altered.

### The private journal

button-journal = Keep in a private journal
button-journal-begin = Understood, begin it
button-journal-open = Open the journal
button-journal-close = Close the journal
button-journal-add = Add the open reflection
button-journal-burn = Delete the journal
button-journal-burn-now = Delete it now
button-journal-keep = Keep the journal
button-journal-forget = Message lost, delete it
toast-journal-kept = Kept in your private journal.
toast-journal-burnt = Your private journal has been deleted.
toast-journal-key = The key in this message opens no journal: the journal was deleted, or this message belongs to an older one. See /journal
toast-journal-nothing = There are no choices in an open round to keep. Send /checkin to begin.
journal-none = You have no private journal. After answering the month’s reflection (/checkin) you can tap “Keep in a private journal”.
journal-offer =
    <b>What is a private journal?</b>

    It keeps your own reflections, twelve months at most, locked with a key that the server does not keep. The key is in the buttons of a message of its own, sent to you.

    <b>If you lose that message, you lose the journal.</b> If you delete the message or the chat, or lose your Telegram account, nobody can open it again, not even the administrator of the server.

    <b>Who cannot read it?</b> Whoever gets hold of the database. <b>Who still could?</b> Each time you tap a button, the key and the pages pass through Telegram and the bot’s server; whoever has your phone or Telegram account, or controls the server at that moment, can read them.

    To delete the journal, tap <b>Delete the journal</b>; the bot asks once more. If you stop using the reflection, the bot deletes the journal too.
journal-begun = Your private journal has been begun. Its key is in the buttons of the message right below; please keep that message.
journal-cover =
    <b>Your private journal</b>

    The buttons below carry its key. If you delete this message, you lose the journal.
journal-open = <b>Your private journal</b>
journal-month = <b>Month {$month}</b>
journal-where = You already have a private journal. Please tap the message quoted above, and open the journal with the buttons of that message. If that message is gone, nobody can open the journal any more; you can delete it and begin a new one.
journal-burn-ask =
    <b>Delete the private journal?</b>
    All that was kept in it will be lost for good, and nobody can bring it back.
journal-burnt = The private journal has been deleted. There is nothing left to open. To begin a new one, answer the month’s reflection (/checkin).

### Command menu: everybody’s rights

menu-mydata = Everything the bot holds about you
menu-deletemydata = Delete your data
menu-log = What officers have done
menu-journal = The locked private journal

### A file of units

units-file =
    <b>A list of units</b>
    Importing it would make these changes:

    {$lines}

    <b>In all:</b> {$counts}. Nothing has been imported yet.
units-file-wrong =
    <b>The file cannot be imported.</b> Nothing has changed. Please correct this and send it again:

    {$lines}
units-file-same = The file is exactly what is stored already; there is nothing to import.
units-file-large = The file is too large: 8 MB at most. Please leave out sheets, columns and pictures that are not needed.
units-file-lost = The bot could not fetch the file. Please send it again in a few minutes.
units-file-importing = The list of units is being imported. The result follows below.
units-import-broke = The bot stopped while it imported the list of units, so the list was not imported. Nothing has changed. Please send the file again.
units-file-imported = The units are imported: {$counts}.
units-file-dropped = The file was dropped. Nothing has changed.
button-units-import = Import
button-units-drop = Drop
units-file-broke = The bot stopped suddenly while it was reading this file, so it does not try again. Nothing has changed. Please open the file with Excel or LibreOffice, save it as .xlsx or CSV and send it again.
units-empty = there is no unit below the headings: write one on each line
units-column-code = code (Mã)
units-column-name = name (Tên đơn vị)
units-column-parent = parent (Mã cấp trên)
units-column-kind = kind (Cấp)
units-column-members = members (Số người)
units-code = '{$value}' is no code: use 1 to 32 of A–Z, 0–9, - _ .
units-code-twice = the code '{$value}' is also on line {$line}: each unit needs its own
units-name = a name has 1 to 120 characters, this one has {$chars}
units-kind-long = too long: 120 characters at most, this one has {$chars}
units-kind = empty: write the word for its level, such as 'tỉnh' or 'cơ sở'
units-number = '{$value}' is no number of people: write a whole number such as 15 or 1.030, or leave it empty to add up the units below
units-parent = the unit above, '{$value}', is neither in this file nor stored: add it, or correct the code
units-circle = '{$value}' would be above itself: a tree has no circles
units-deep = the tree has more than {$levels} levels from here on: check the codes of the units above
units-counts = {$new} new, {$changed} changed, {$same} as before
units-new = + {$code}: {$name} ({$members} people, below {$parent})
units-new-root = + {$code}: {$name} ({$members} people, nothing above it)
units-changed = ~ {$code}: {$what}
units-change-name = name “{$before}” → “{$after}”
units-change-parent = above it {$before} → {$after}
units-change-kind = kind “{$before}” → “{$after}”
units-change-members = members {$before} → {$after}
units-warn-roots = ⚠ nothing is above these units; please check unless they are the highest ({$count}): {$list}
units-warn-members = ⚠ the number of people changes much ({$count}): {$list}
units-warn-hidden = ⚠ a hidden sheet has a table of units too, and was not read ({$count}): {$list}. If that is the one you mean, unhide it, and hide or delete the other
units-warn-absent = ⚠ units that are there and not in the file; they stay as they are ({$count}): {$list}

### A table in a file, whatever it is about

table-at-cell = cell {$cell}: {$what}
table-at-line = line {$line}: {$what}
table-at-file = the file: {$what}
table-more = … and {$count} lines more
table-empty-file = it is empty
table-too-large = it is too large: {$megabytes} MB and {$cells} cells with something in them at most; leave out sheets, columns and pictures that are not needed
table-damaged = it is damaged or incomplete: open it with Excel or LibreOffice, save it as .xlsx and try again
table-locked = it has a password: take it off and save the file again
table-container = it has a password, or an old form that is not read: open it with Excel or LibreOffice, take off the password and save it as .xlsx
table-old-excel = this is an old Excel file (.xls): open it with Excel or LibreOffice and save it as .xlsx
table-other-archive = this is an archive or a document and no table: use Excel (.xlsx), LibreOffice (.ods) or CSV
table-html = this is a web page (HTML) named like an Excel file, as some programs write them: open it with Excel and save it as .xlsx
table-not-a-table = this is no table: use Excel (.xlsx), LibreOffice (.ods) or CSV
table-not-unicode = the file is not Unicode; it may be typed in an old font such as TCVN3 or VNI: convert it to Unicode, and save it as Excel (.xlsx) or 'CSV UTF-8'
table-no-heading = there is no line of headings. Found here: {$found}. Wanted is one line with all of these: {$wanted}
table-blank = nothing stands in the file. Wanted is one line of headings with all of these: {$wanted}
table-missing = the headings are: {$found}. Missing: {$missing}. Wanted is one line with all of these: {$wanted}
table-two-lines = the headings stand on two lines, {$first} and {$second}; found here: {$found}. Write them on one line, without merged cells, with all of these: {$wanted}
table-twice = the table is on several sheets: {$sheets}; keep one of them
table-hidden = the table is on the hidden sheet '{$sheet}': show that sheet, so that everybody sees it, and save the file again
table-heading-twice = the column '{$value}' stands in cell {$first} already; delete one of the two
table-far = something stands far away from the table, perhaps by accident. A table has {$rows} rows at most and reaches to column {$columns}: delete this cell
table-merged = the cells {$range} are merged, so it is not clear what each row says: unmerge them and write it into each row
table-width = {$cells} cells where the headings have {$width}: put a text that contains the separator in quotation marks
table-unclosed = a quotation mark opens on this line and never closes: close it, or delete it
table-number = Excel has made a number of it; format the cell as text and type it again
table-day = Excel has made a date or a time of it; format the cell as text and type it again
table-truth = Excel has made a truth value of it; format the cell as text and type it again
table-failed = a formula that fails stands here ({$value}); type the value in its place
table-no-result = the result of this formula is not stored in the file; open it with Excel and save it, or type the value in its place
table-control = an invisible control character ({$value}) stands here; delete what is in the cell and type it again
table-old-font = typed in an old font (TCVN3, VNI or VPS), so it shows as nonsense: {$value}; convert it to Unicode. If it is meant to be so, put these words between curly quotation marks, as in “Häfele”
table-misread = it shows as nonsense because the file was once opened in a wrong encoding: {$value}; take the original and save it as 'CSV UTF-8' or .xlsx. If it is meant to be so, put these words between curly quotation marks, as in “Häfele”
table-lost = letters are lost and show as a question mark in a diamond: {$value}; type it again

### The workbook for reviewers (nhip bank export, nhip bank import)

bank-sheet = Questions
bank-guide = How to use it
bank-id = Question id
bank-criterion = Criterion
bank-kind = Kind
bank-difficulty = Difficulty
bank-expect = Expected right (%)
bank-twin = Twin of
bank-question = Question
bank-option = Option {$letter}
bank-feedback = Feedback {$letter}
bank-right = Right option
bank-why = Explanation
bank-do-now = To do right now
bank-document = Document
bank-place = Article, clause
bank-effective-from = In use from
bank-checked-on = Checked on
bank-superseded-by = Superseded by
bank-help-id = The question's id; it does not change. A new question: leave it empty, the id is given by the import.
bank-help-criterion = The question's criterion; it does not change. A new question: choose 1.1 to 4.3.
bank-help-kind = Recall: the guideline's words. Law: a fact that can be looked up. Situation: what to do. Each criterion has 5, 4 and 11 in use.
bank-help-difficulty = 1 easy, 2 medium, 3 hard. Easy ones are asked first.
bank-help-expect = How many per cent of those who answer will get it right, 5 to 95: an estimate. It is compared with what happens, to find questions that are too easy, too hard or misread.
bank-help-twin = Only on the second of a pair: the id of the first, a lower number of the same criterion. Both have the same four options, one other fact in the scene, and another right option.
bank-help-question = At most 450 characters. The fact that decides stands here, as a fact and not as a hint.
bank-help-option = At most 160 characters. Four of the same length and grammar, each something a good colleague might do; none excuses itself.
bank-help-feedback = At most 220 characters. What is said to whoever chooses it: what is right in it, and what it leads to. Each wrong option needs it.
bank-help-right = The letter of the right option. In a file of twenty, each letter is right about five times.
bank-help-why = At most 350 characters. The explanation that everybody sees, with its basis in plain words.
bank-help-do-now = Optional, at most 160 characters. One concrete thing that can be done today; it is shown after “To do right now:”, do not write that again.
bank-help-document = The id of a document, from the list on the second sheet. One that was replaced or is not yet in force is refused.
bank-help-place = Point, clause, article, as in: khoản 2 Điều 22. In the guideline the section: II.3.2.
bank-help-effective-from = The first day of use, dd/mm/yyyy. A successor begins later than what it supersedes.
bank-help-checked-on = When somebody last compared it with its source, dd/mm/yyyy.
bank-help-superseded-by = The id of the question that takes its place, of the same criterion. It may be a new one of this very sheet: write the criterion’s next id.
bank-choose = Please choose a value of the list.
bank-choose-document = Please choose the id of a document listed on the second sheet.
bank-choose-share = Please write a whole number from 5 to 95.
bank-choose-id = This id is not in the sheet yet. If it is that of a new question, keep it.
bank-guide-title = How to review the questions with this workbook
bank-guide-lines =
    Each row of the sheet Questions is one question. Correct it in its cells, save the file as .xlsx and send it back to whoever keeps the content.
    Do not change Question id and Criterion of a question that is there, and delete no row. Sorting, filtering and hiding columns is fine. Point at a heading to read what to write below it.
    A new question: write it into an empty row below, choose its Criterion, leave Question id empty; the criterion’s next id is given by the import. Each criterion has twenty questions in use, so a new one mostly comes with an old one that is Superseded by it.
    Kind, Right option, Difficulty, Document: choose from the cell's list. Difficulty: 1 easy, 2 medium, 3 hard.
    A question has four options, exactly one right; the right one's cell is green. Feedback is what is said to who chooses that option; each wrong option needs it.
    At most: question 450 characters, option 160, feedback 220, explanation 350, thing to do now 160.
    Dates as dd/mm/yyyy, as in 07/11/2017. Whoever has compared a question with its source again writes down the day.
    Where the reader is spoken to, write {$within}, at the beginning of a sentence {$first}, with the braces; each organisation chooses its own, put in when it is sent.
    A question that no longer holds is not deleted: write a new one into an empty row, and the criterion’s next id into Superseded by of the old one.
    For notes of your own add a column to the right, named as you like; it is not read.
    When it is imported, each cell with a fault is told with its name and what to do; until all are mended nothing changes.
bank-guide-documents = Documents

### To begin with (nhip init)

init-next =
    Written: nhip.toml, env and units-sample.csv in {$folder}. Three steps are left, all in this folder:
    1. Write the bot's token (from @BotFather) and the owners' Telegram numbers into env.
    2. Open units-sample.csv with Excel or LibreOffice, put your own units in the place of the examples and save it as units.csv. Bring them in: nhip units import units.csv, and once it shows what it should, the same with --yes.
    3. See whether all is well: nhip doctor. Then begin: nhip run.

### The demo (nhip demo)

demo-about = Nhịp on trial: the bot, a grassroots union and forty colleagues, all on this computer
demo-clock = The campaign’s clock, Việt Nam time
demo-member = Member
demo-officer = Union officer
demo-group = The unit’s group
demo-broadcast = Thursday next week, 16:30, hall on the second floor: union meeting. Everybody is invited.
tour-join = Join
tour-join-text = This is Ms Hạnh’s phone; she has just got her unit’s invite link. Press Start, read what she is asked, choose 1 and 2, then press Đồng ý (Agree).
tour-read = Read the week’s item
tour-read-text = Each week brings one short item on one criterion, with a small thing to do at once. When you have read it, press Đã đọc (Read).
tour-quiz = Answer five questions
tour-quiz-text = Press Năm câu hỏi tuần này (Five questions) and answer. Each has its explanation and its source; in the bot, only Ms Hạnh can see her result.
tour-report = Report in the group
tour-report-text = Ms Mai Lan is a union officer. In the unit’s group she types /baocao (here with “last week”); the bot answers with figures of the whole unit, and names nobody.
tour-broadcast = Send a broadcast
tour-broadcast-text = Ms Mai Lan writes it in her private chat. The bot shows it first, just as it will be received. Press Xác nhận gửi (Confirm), then Next event above, to reach the hour of sending.
tour-checkin = Reflect in private
tour-checkin-text = Once a month whoever wishes looks back at three things that they do. Press Type for me, then agree and choose. When the round closes, each person’s answers are deleted; only counts of all remain.
tour-hidden = What an officer cannot see
tour-hidden-text = The records section (Tổ Văn thư lưu trữ) has four people: with so few, figures would tell what each of them did, so the bot tells none. Nor is there, anywhere, a list of who has not answered.

### Backups

restored =
    <b>The bot was restored from a backup ({$copied}).</b>
    What happened after that moment is not in it any more. Answers of an open reflection are not in a backup; who takes part can answer again.

    • Messages that waited at the backup and are not sent again: {$lost}
    • Recipients of broadcasts of whom nobody knows whether they got it: {$doubt}
    • People who had left or withdrawn a consent since, deleted once more: {$deleted}

    Everything that the bot sends by itself is paused. Please look at the officers (/officers), the broadcasts and the recurring ones (/broadcasts), and then send /resumeall.
restored-unknown = moment not known
backup-failed = The last backup ({$at}) went wrong: {$why}.
backup-old = The last good backup is {$days} days old.
backup-none = There is no good backup yet.
backup-trouble-full = the disk is full
backup-trouble-folder = the folder for backups cannot be written to
backup-trouble-damaged = the database is damaged
backup-trouble-audit = the audit does not hold together
backup-trouble-other = see the server’s log

### The year's tasks: surveys of members, sheets of one's own, my year

menu-year = The year's tasks
button-do-year = The year's tasks
button-do-myyear = My year
year-menu =
    <b>The year's tasks</b>
    All of this is voluntary. The bot sends no message of its own about it: while something is open, the weekly item has one line more.
year-sheet = <b>{$title}.</b> Choose a few deeds and get a sheet to print and sign yourself. The bot writes the file and forgets it; nobody knows who made one.
year-mine = <b>My year.</b> What you read and answered this year, made on the spot for you alone; the bot keeps no copy.
survey-waits = 🗳 <b>{$title}</b> – can be answered until {$closes}.
survey-running = <b>{$title}.</b> Open until {$closes}. The result comes when it closes; until then nobody sees any figure.
survey-none = <b>{$title}.</b> Not open now. The next time is from {$opens} to {$closes}.
survey-never = There is no survey now.
survey-begin =
    <b>{$title}</b>
    {$questions} questions, choices only, nothing to type. Voluntary. Until: {$closes}.

    <b>Who can see it?</b> While it is open your answers belong to you, to be changed or taken back; officers cannot see them, and technically whoever runs the server can. When it closes the bot deletes everybody's answers and keeps counts only, of grassroots unions and above, from {$threshold} people on, and tells rounded shares only. Nobody learns who answered and who did not; nobody is rated by it.

    By tapping <b>I agree, begin</b> you agree that the bot keeps your choices in this way.
survey-not-counted = <i>You joined after this survey had opened, so this time your choices are not added to the common figures.</i>
survey-counted-if = <i>For your choices to be added to the common figures, answer the weekly questions in at least {$weeks} weeks by the time it closes.</i>
survey-ask =
    <b>{$title}</b> · question {$place}/{$of}

    <b>{$ask}</b>
survey-how = { $most ->
    [1] <i>Choose one, or skip.</i>
   *[other] <i>Choose {$most} at most, then tap “Next”.</i>
    }
survey-summary =
    <b>{$title}.</b> Thank you.

    {$lines}

    You can change or take back everything until {$closes}. Then the bot deletes these choices and keeps common counts only.
survey-retracted = Taken back. The bot holds none of your choices in this survey any more.
button-survey-begin = I agree, begin
button-survey-again = Answer again
button-survey-results = The last result (officers)
button-survey-paper = Proposal (Word)
toast-survey-most = That is as many as can be chosen. To change, take one away first.
toast-survey-closed = This survey has closed. The bot has deleted everybody's answers. See /year
survey-which = Surveys of <b>{$unit}</b>: please choose one.
survey-result =
    <b>{$title}</b> · {$unit}
    {$people} people answered; it closed on {$closed}. Shares are rounded to 5%; there is no list of who answered.
survey-result-question = <b>{$name}</b>
survey-result-option = • {$name}: {$share}
survey-result-few = <i>Too few people answered this question.</i>
survey-too-few = <b>{$title}</b> · {$unit}: no result can be told. Fewer than {$threshold} people answered, or another unit's result would follow from it. Please see the result of the level above. A survey that has closed is not opened again.
survey-within = <b>{$title}</b>: told from grassroots unions on; please see the result of {$unit}.
survey-topics = <b>Topics suggested by the weekly questions</b> (criteria of which clearly less was right):
survey-topics-none = <b>Topics suggested by the weekly questions:</b> not enough evidence. It takes three closed weeks about a criterion and a difference beyond chance.
survey-topic = • {$topic}
survey-topics-note = <i>The questions test general knowledge; they measure nobody's competence at work.</i>
survey-file = A draft for the head of the agency: number, date, signature and seal are blank.
sheet-option = {$number}. {$name}
sheet-summary =
    <b>{$title}</b>

    {$lines}

    Tap the button below to get this sheet (Word), to print and sign if you like. The bot does not keep what you chose, and nobody knows that you made a sheet.
sheet-empty = <b>{$title}</b>: you have not chosen anything yet.
button-sheet-print = Get this sheet (Word)
sheet-file = A sheet of your own. The bot has forgotten what is in it; to have it again, choose again.
my-year =
    <b>My year · {$year}</b> (yours alone)
    Unit: {$unit}

    Items read: {$read}
    Weeks with all five questions answered: {$finished}
    Criteria looked into: {$criteria}/12

    Made on the spot from what is held on you; the bot keeps no copy. It is no self-rating and need not be handed in to anybody.
button-my-year-file = Word file of my own
my-year-file = Yours alone: copy what you need; it need not be handed in to anybody.
file-survey-name = Proposal {$title} {$unit}
file-survey-proposal = Results of a survey, and proposal: {$title} {$next}
file-survey-summary = Results of a survey: {$title}
file-survey-to = To the head of the agency
file-survey-how = From {$opened} to {$closed} the union committee asked members about “{$title}” with the bot Nhịp: voluntary, with choices from a list and nothing typed. {$people} people answered. The shares below are rounded to 5%; there is no list of who answered.
file-survey-question = { $most ->
    [1] {$number}. {$name}
   *[other] {$number}. {$name} (up to {$most} each)
    }
file-survey-few = Too few people answered this question.
file-survey-share = Share
file-survey-topics = {$number}. Suggested by the weekly questions
file-survey-topics-none = Not enough evidence to suggest a topic.
file-survey-topics-note = The questions test general knowledge; they measure nobody's competence at work and are used to rate nobody.
file-survey-asks = What the union committee asks for:
file-survey-note = A draft that the bot Nhịp made of counts; the union's officers complete it, have it signed and sealed. Who is sent to a course is the agency's decision.
file-survey-copy = - As above;
file-deeds-name = What I will do
file-deeds-year = {$year}
file-deeds-who = Name: ………………………………………………………………………
file-deeds-about = Theme
file-deeds-deed = Deed
file-deeds-note = Voluntary; whoever makes this sheet keeps it. The bot Nhịp wrote it as chosen and keeps no copy.
file-deeds-signer = SIGNED BY
file-deeds-sign = (Signature, name)
file-my-year-name = My year
file-my-year-mark = MINE ALONE – no self-rating, not to be handed in
file-my-year-title = MY YEAR
file-my-year-of = {$year} · {$unit}
file-my-year-done = Until {$day}: {$read} items read, all five questions answered in {$finished} weeks, {$criteria}/12 criteria looked into.
file-my-year-week = Week of
file-my-year-criterion = Criterion
file-my-year-item = Item read
file-my-year-quiz = Five questions
file-my-year-answered = answered
file-my-year-deeds = What I did:
file-my-year-next = What I want to do next:
file-my-year-blank = [To be filled in, if you like]
file-my-year-note = The bot Nhịp made this file on the spot from what is held on whoever asked for it, and keeps no copy.
menu-plan = Your unit's yearly plan
button-do-plan = Yearly plan
year-plan = <b>Plan {$year}.</b> What your unit means to do, and what of it is done.
plan-year = {$year}
plan-span = {$first} to {$last}
plan-home = <b>Yearly plan</b> · {$unit}
plan-home-line = • Plan {$year}: {$state}
plan-home-button = Plan {$year} · {$state}
plan-issued = no. {$number} of {$day}{ $version ->
        [1] {""}
       *[other] {" "}(version {$version})
    }
plan-draft = draft{ $version ->
        [1] {""}
       *[other] {" "}of a change (version {$version})
    }
plan-none =
    <b>Yearly plan</b> · {$unit}
    There is no plan for {$year}. The frame has the six tasks, each with some lines to switch on or off; it takes about three minutes.

    Who leads is a post, never a person. Members read the plan only once it is signed and you have typed its number and day.
plan-starts = In which month does the plan begin? It runs for twelve months. Schools usually begin in August or September.
plan-head =
    <b>Plan {$year}</b>
    {$unit} · {$state}
plan-reason = <i>Why it is changed: {$reason}</i>
plan-task-name = <b>III.{$task}. {$name}</b>
plan-task-draft = {$name}: { $lines ->
        [0] nothing yet
        [1] one line
       *[other] {$lines} lines
    }
plan-task-issued = {$name}: { $lines ->
        [0] nothing
       *[other] {$done} of {$lines} done
    }{ $late ->
        [0] {""}
       *[other] , {$late} late
    }
plan-task-empty = There is nothing for this task yet.
plan-task-note = Tap a line to switch it on or off; tap “Change” for its words, posts, months and target.
plan-draft-note = Officers alone see a draft. When it is ready, have the Word draft, print and sign it; then tap “Signed” to type number and day.
plan-empty-note = Nothing is switched on. Open each task to choose lines, or send an Excel file.
plan-issued-note = Members of the unit and of those below read it with /plan. To change lines or targets, make a new version with a reason.
plan-read-note = Tap a task to see its lines. Nobody knows that you have looked.
plan-not-issued = Your unit has issued no yearly plan here. Once an officer has typed its number and day, it shows here.
plan-line =
    {$place}. {$content}
    Lead: {$lead}{ $helped ->
        [0] {""}
       *[other] ; support: {$support}
    }
    When: {$months}{ $aimed ->
        [0] {""}
       *[other] {" "}· Target: {$target}
    }{ $measured ->
        [0] {""}
       *[other] {" "}({$measure})
    }
plan-state = <b>→ {$state}</b>
plan-state-open = not due yet
plan-state-due = due this month
plan-state-doing = being done
plan-state-done = done
plan-state-late = late
plan-state-dropped = not done any more
plan-reached = reached {$result}{ $percent ->
        [1] %
       *[0] {""}
    }{ $goal ->
        [0] {""}
       *[other] /{$goal}{ $percent ->
            [1] %
           *[0] {""}
        }
    }
plan-moved = moved to {$month}
plan-note = {$state}; because: {$note}
plan-remark = {$state} ({$note})
plan-long = This has {$count} characters; at most {$max}. Please shorten it, one sentence for each line.
plan-months = “{$value}” is no month. Please write, for instance: 9/2026, T9-T12, Q3, before 20/11, all year.
plan-months-backwards = “{$value}”: it ends before it begins. This plan goes from {$first} to {$last}.
plan-months-order = It ends ({$last}) before it begins ({$first}).
plan-month-outside = “{$value}” lies outside the plan, {$first} to {$last}. Perhaps the file is of another year.
plan-quarter = “{$value}” lies at both ends of this plan. Please write months, for instance: T7-T8.
plan-name = “{$value}” seems to be a person's name. A plan has posts only; names are left blank in print. Please write one of: {$posts}.
plan-post = “{$value}” is none of the posts. Please write one of: {$posts}.
plan-dropped = The bot keeps the post alone and has left the name out. Write names by hand in the column “Who”.
plan-number = “{$value}” lacks number or day. Please write them as on the signed paper, for instance: 05/KH-CĐCS ngày 20/11/2026.
plan-number-used = Number {$number} of {$day} belongs to the unit’s plan {$year}. Please look at the signed paper and type number and day again.
plan-no-post = This row has no post that leads.
plan-no-months = This row has no months. Please write the first and the last, for instance: 9/2026.
plan-no-task = It is not clear to which task this belongs. Please write III.1 to III.6; for a block of lines in its first row.
plan-task = “{$value}” is no task. Please write III.1 to III.6.
plan-twice = “{$value}” stands twice under one task. Please keep one row.
plan-no-lines = The table has no lines.
plan-too-many = The file has {$count} lines; a unit's plan has {$max} at most. Perhaps it is the plan of the level above: please keep what your own unit does alone.
plan-sheet-issued = This plan is issued: no file can be taken any more. To change it, tap “Change the plan” first.
plan-ask-content = What is to be done? Please type one sentence without anybody's name. For instance: A meeting on the culture of service.
plan-ask-lead = Which post leads? Tap or type; no person's name.
plan-ask-support = Which post helps? If none, tap “Next”.
plan-ask-months = When? For instance: 9/2026, T9-T12, Q3, before 20/11, all year.
plan-ask-measure = How is it measured? For instance: meetings, share of opinions answered.
plan-ask-target = What is the target? For instance: 4 meetings, 1 a quarter, 100%.
plan-ask-number = Please type number and day as on the signed paper, for instance: 05/KH-CĐCS ngày 20/11/2026. Members then read the plan; the paper remains the original, please keep it.
plan-ask-why = Why is the issued plan changed? Please type it in one message, 10 to 300 characters. The present version counts until the changed one is signed and its number and day are typed.
plan-ask-drop = Why is this not done any more? Please type it in one message, 10 to 300 characters, without anybody's name. The reason shows in the plan and in the minute of an inspection.
plan-ask-state = How far is this?
plan-ask-result = How many so far? Please type a number, or tap a button.
plan-move = To which month is this moved?
plan-move-none = No month is left in this plan. To go on with the line, please begin the plan {$year} first, then come back and move it there.
plan-move-carry = No month is left in this plan. The line can be moved to the draft of the plan {$year}; here it is marked as not done any more, with that reason.
plan-move-issued = No month is left in this plan, and the plan {$year} is issued. To add the line, please open the plan {$year} and change it.
plan-carried = moved to the plan {$year}
plan-now-issued = The plan is issued. Members read it with /plan.
plan-discard = Give this draft up: what was written in it is lost. An issued plan, if there is one, stays as it is.
plan-card =
    <b>Plan {$year}</b> · {$unit}
    Issued: {$state}. Six tasks, {$lines} lines.
    Read each line, and which are done: <a href="{$link}">open in the bot</a>
plan-send-sheet = Please send an Excel file with the columns Task, Content, Lead, Support, Begins, Ends, Measured by, Target. It is safest to fill in the sheet from the button below. The file is shown first, and not taken at once.
plan-sheet = In the file: {$new} new lines, {$changed} changed, {$gone} of the draft are not in it (and will go), {$same} unchanged. Nothing has been taken yet. Result, state and remarks are not read.
plan-sheet-dropped = In {$cells} a person's name stands beside the post: the bot keeps the post alone. Write names by hand into the print.
sheet-names = ⚠ A person seems to be named in {$cells}. If so, please take the name out of the file and send it again; if it is the name of a school, a street or a hall, go on.
plan-sheet-same = There is nothing to take: {$same} lines are exactly those of the draft.
plan-send-results = Please send back this plan’s sheet with its columns Result, State and Remarks filled in; the button below gives it. An empty cell leaves what is there. You see first what would change.
plan-results = In the file: {$changed} lines with news (done {$done}, being done {$doing}, not done any more {$dropped}), {$same} as they are. Nothing has been taken yet. Only the columns Result, State and Remarks are read; what the bot counts keeps the bot’s number.
plan-results-same = There is nothing to take: the {$same} lines in the file say what the bot knows.
plan-result-state = “{$value}” is no state. Please write: not begun, being done, done, or not done any more.
plan-result-unknown = The issued plan has no line “{$value}” under this task. To add or change a line, tap “Change the plan”; to say how far it is, keep its words.
plan-result-year = Above the table stands {$year}, which is not the year of this plan: this may be another year’s file. Please open the right plan, tap “Sheet XLSX” and fill in that file.
plan-result-unit = ⚠ Above the table stands “{$found}” and not {$unit}. Please look again: this may be another unit’s file.
plan-result-why = A line that is not done any more needs its reason in the column Remarks.
plan-sheet-wrong =
    <b>The file cannot be taken</b>, the plan stays as it is. Please mend it and send it again:

    {$lines}
plan-file-draft = A draft to print and sign. Number, day, signature, seal and the names of those who carry it out are blank.
plan-file-issued = The issued plan, printed from the bot. The signed paper is the original.
plan-file-sheet = One line each. A draft can be changed in Excel and sent back; of an issued plan, fill in Result, State and Remarks and tap “Take results from XLSX”.
plan-file-month = Last month's lines and this month's. Number, day and signature are blank.
plan-below =
    <b>Yearly plans of units</b> · {$unit}
    Issued: {$issued} of {$all} units · with something late: {$late}
plan-below-file = One row a unit, by their codes; units without a plan stand on the sheet “Missing”. No names of persons, no ranking.
plan-unit = no. {$number} of {$day}; done {$done}, open {$open}{ $late ->
        [0] {""}
       *[other] {" "}({$late} late)
    }{ $asked ->
        [0] ; never answered
       *[1] ; answered on {$answered}
    }
plan-unit-issued = issued
plan-unit-none = no plan
plan-unit-nobody = no plan; no officer here
plan-reminder = {$above} reminds you: {$unit} has no yearly plan here, or something in it is late. A plan takes about three minutes; each line is answered with a tap.
button-plan-frame = Frame of the 6 tasks
button-plan-copy = Copy the plan before
button-plan-file = Send an XLSX file
button-plan-starts = Begin in another month
button-plan-new = ＋ Plan {$year}
button-plan-below = Plans of the units below
button-plan-task = III.{$task}
button-plan-line = Change
button-plan-add = ＋ Add a line
button-plan-on = Put into the plan
button-plan-off = Take out of the plan
button-plan-whole = The whole line
button-plan-content = Content
button-plan-lead = Lead
button-plan-support = Support
button-plan-months = Months
button-plan-measure = Measured by
button-plan-target = Target
button-plan-paper = Draft DOCX
button-plan-issued-paper = Plan DOCX
button-plan-sheet = Sheet XLSX
button-plan-results = Take results from XLSX
button-plan-issue = Signed: number and day
button-plan-discard = Give the draft up
button-plan-discard-now = Give it up for good
button-plan-change = Change the plan
button-plan-card = Post a card in the group
button-plan-due = Answer what is due
button-plan-month = Last month / this month (DOCX)
button-plan-done = Done
button-plan-doing = Being done
button-plan-move = Move
button-plan-carry = Move to the plan {$year}
button-plan-next = Open the plan {$year}
button-plan-drop = Drop – because
button-plan-later = Later
button-plan-remind = Remind units that are behind
button-plan-other = {$unit}: plan {$year}
toast-plan-overlaps = This overlaps with another plan of the unit. Please choose another first month, or give that draft up first.
toast-plan-full = The plan has as many lines as there can be. Please remove one first.
toast-plan-still = All messages are held. Please post the card once they go on.
toast-plan-card = The card is being posted in the unit's group.
toast-plan-posted = The card of this plan has been in the group since {$at}; it is not posted again.
toast-plan-told = These units were reminded within two weeks, or have no officer here.
digest-plan = • {$unit}: in the yearly plan { $lines ->
        [1] one line is
       *[other] {$lines} lines are
    } due{ $late ->
        [0] .
       *[other] , {$late} late.
    }
button-digest-plan = Answer for the yearly plan
log-action-planissue = issued the unit's yearly plan
log-action-planchange = changed the issued plan, with a reason
file-plan-name = Plan {$year} {$unit}
file-month-name = Progress of the plan {$year} {$unit}
file-plan-title = Plan {$year}
file-plan-tab = Plan
file-plan-number = Số: ………/KH-CĐCS
file-plan-kind = PLAN
file-plan-subject = For the campaign “Loyalty, responsibility, integrity, creativity”, {$year}
file-plan-base = Based on {$base};
file-plan-base-above = Based on plan no. ……… of ……/……/…… of the union above;
file-plan-base-meeting = Based on the resolution of the conference of staff of ………… and on the unit's own situation,
file-plan-decides = {$unit} plans as follows:
file-plan-aims = I. AIMS
file-plan-aim = 1. Cadres, civil servants and public employees who are loyal, responsible, honest and creative; to help the agency to fulfil its tasks.
file-plan-demand = 2. Concrete deeds with months, a post that leads, and a result that can be measured; tied to professional work, not for show.
file-plan-no-rating = 3. Members take part of their own will. No list is made of who has registered and who has not; nobody is rated by this plan.
file-plan-contents = II. CONTENTS
file-plan-task-heading = {$number}. {$name}
file-plan-line = - {$content}{ $aimed ->
        [0] .
       *[other] ; target: {$target}{ $measured ->
            [0] .
           *[other] {" "}({$measure}).
        }
    }
file-plan-task-empty = As the level above says.
file-plan-shares = Who does what
file-plan-content = Content
file-plan-lead = Lead
file-plan-lead-column = Lead (post)
file-plan-support = Support
file-plan-when = When
file-plan-person = Who
file-plan-task = Task
file-plan-first = Begins (month/year)
file-plan-last = Ends (month/year)
file-plan-measure = Measured by
file-plan-target = Target
file-plan-result = Result
file-plan-remark = Remarks
file-plan-posts = Posts
file-plan-carrying = III. CARRYING OUT
file-plan-carry-committee = 1. The committee leads, looks at progress every month, and reports to the union above.
file-plan-carry-groups = 2. The groups pass the plan on to members and carry out what is theirs.
file-plan-carry-audit = 3. The inspection committee follows and inspects, and writes a minute as is prescribed.
file-plan-note = A draft that the bot Nhịp made of what union officers chose. Number, day, signature, seal and names are written on paper; please keep the signed paper as is prescribed.
file-plan-how-task = III.1 to III.6. For a block of lines in its first row, or in merged cells.
file-plan-how-content = One row a line, one sentence, without anybody's name.
file-plan-how-lead = A post of the list below; several with commas between them. No person's name.
file-plan-how-months = Month and year: 09/2026. T9-T12, Q3, before 20/11, all year are read as well; the column Ends then stays empty.
file-plan-how-target = A number and what is counted: 4 meetings, 1 a quarter, 100%. What cannot be measured in words.
file-plan-how-state = A result is a number; a state is chosen from the list; a remark names nobody, and says why if a line is not done any more. These three are read of an issued plan only.
file-plan-state-open = not begun
file-plan-state-doing = being done
file-plan-state-done = done
file-plan-state-dropped = not done any more
file-plan-entered = Yearly plan
file-evidence-plan = the plan kept here
file-month-subject = Progress of the plan: {$before} and {$now}
file-month-plan = Plan no. {$number} of {$day}.
file-month-done = I. IN {$before}
file-month-due = II. IN {$now}
file-month-none = The plan has nothing in this month.
file-month-wishes = III. PROPOSALS
file-month-note = Gathered by the bot Nhịp from the issued plan and what union officers have answered.
file-minute-plan = Lines of the yearly plan
file-minute-until = Due
file-minute-state = Done or not; why
file-plans-title = Yearly plans of units
file-plans-number = Number
file-plans-number-note = As on the signed paper.
file-plans-day = Issued on
file-plans-day-note = As on the signed paper.
file-plans-lines = Lines
file-plans-lines-note = In the version that counts.
file-plans-done = Done
file-plans-done-note = Said to be done by officers, or counted by the bot up to the target.
file-plans-open = Open
file-plans-open-note = Not done, those that are late among them.
file-plans-late = Late
file-plans-late-note = Past the last month and not done.
file-plans-dropped = Dropped
file-plans-dropped-note = Given up, for a reason.
file-plans-answered = Last answered
file-plans-answered-note = The last day on which an officer of the unit answered.

### Initiatives

consent-author =
    <b>To be a named author (voluntary).</b> The bot stores one name that you type yourself, for the register of initiatives alone; it is kept apart from the name for commendation.

    <b>Who sees it.</b> When you enter an initiative in the register, the union officers of your unit see the author's name, the initiative's name and what you have told of it, also in the spreadsheet and in the list for the council. Those above see only what was recognised. Once an initiative is recognised, another author may see its name if their own is much alike; nobody's own name is shown. What is not in the register nobody else sees.

    <b>Withdrawing.</b> You may withdraw at any time, one initiative or all of them (/privacy): the bot takes your name, the initiative's name and its text out of the register at once, and out of files made later. What stays in the register are counts: state, level, field, estimated benefit. Files and messages already received cannot be recalled. This consent goes on when you move to another unit: the initiative stays in the old unit's register.
author-ask =
    {$words}

    To enter in the register of <b>{$unit}</b>: {$title}

    Do you agree? If not, the initiative stays yours alone, and you can still have the form.
button-give-author = I agree, enter it
author-type = Please type the author's full name as it is to stand in the register; the bot waits until the end of today. For example: <i>Nguyễn Thị Lan</i>. Your own name only; co-authors' names are written on the form by hand.
author-unread = The bot cannot use this name: a name has letters only, 2 to 50 of them. Please type it again, for example: <i>Nguyễn Thị Lan</i>. If you no longer wish to, please see /privacy.
author-confirm =
    The author's name will be written like this: <b>{$name}</b>

    Is it your name? Until you confirm it, the initiative is not entered.
privacy-author-given = Being the author of initiatives: you <b>have agreed</b>, with the name “{$name}”. If you withdraw, the bot takes the name and the text of your initiatives out of the register at once.
privacy-author-changed = Being the author of initiatives: the words of this consent were changed, so the register <b>does not show</b> your name and initiatives until you agree again (/initiatives).
button-withdraw-author = No author in the register any more
toast-author-withdrawn = Withdrawn. Your name and initiatives have left the register; the initiatives are still your own.
menu-initiatives = My initiatives
menu-register = The unit's register of initiatives
initiatives-off = Initiatives are not open here.
initiatives =
    <b>My initiatives</b>
    { $count ->
        [0] You have not told of any yet.
       *[other] You have told of {$count}; tap a name to read or change it.
    }

    An initiative is something you <b>have done</b> that has brought a result. Tell it in three short answers; stop and go on whenever you like. The bot keeps what you tell, you alone see it and may delete it at any time, until you enter it in your unit's register. There is no target and no ranking.

    Is what you want to tell of done already?
button-initiative-done = It is done
button-initiative-wish = No, it is a proposal
button-initiatives = All my initiatives
button-do-initiatives = My initiatives
initiative-nameless = (no name yet)
initiative-wish = An initiative here is something its author has done. What you wish the office to do is a proposal: please tell your unit's union officers, say it in a meeting, or use the suggestion box if your unit has opened it (see /year). Once it is done, tell of it here.
initiative-private = you alone see it
initiative-shown = in the unit's register: officers see at once what you change
initiative-out = taken out of the register; you alone see it
initiative-term = { $late ->
        [1] {$state}; the three months are over (since {$last})
       *[other] {$state}; {$left} days of the three months are left (until {$last})
    }
initiative-alike = There is a recognised initiative with a name much alike: “{$title}” ({$unit}, {$year}). Please see how yours differs; you can still enter it.
initiative-delete =
    { $entered ->
        [1] Delete this initiative? The bot deletes all you have told of it, and takes it out of the unit's register; there only counts stay.
       *[other] Delete this initiative? The bot deletes all you have told of it.
    } This cannot be undone.
initiative-take-out =
    Take this initiative out of the unit's register? The author's name, its name and its text leave the register at once; only counts stay there. { $entered ->
        [1] You keep it for yourself, but cannot enter it again.
       *[other] {""}
    }
button-initiative-delete = Delete
button-initiative-delete-now = Delete it
button-initiative-take-out = Take out of the register
button-initiative-take-out-now = Take it out now
button-initiative-enter = Enter in the unit's register
button-initiative-agree = Read again and agree
button-initiative-form = Form as DOCX
initiative-form = The form that asks for recognition, as prescribed, in Vietnamese. Name, day of birth, post, degree and signature are blanks for you to write by hand. The file is sent to you alone.
toast-initiatives-many = The bot keeps 20 initiatives at most. Please delete one that you no longer need.
toast-initiative-first = Please answer the first three questions first: its name, what has changed, since which month.
toast-initiative-entered = This initiative is in the register already.
toast-initiative-was-out = This initiative was taken out of the register and cannot be entered again. To have it there, please tell of it anew.
toast-initiative-in = Entered in the unit's register.
toast-initiative-out = Taken out of the register.
toast-initiative-deleted = Deleted.
year-initiatives = <b>Initiatives.</b> Tell of something you have done better, with before and after; have the prescribed form; enter it in the unit's register if you wish.
form-empty = left empty
button-form-empty = Leave empty
form-how-shares = Please type the shares on one line, together 100, for example: 60 40. A single author types 100.
form-shares = The shares add up to {$sum}; they must make 100%. Please check them.
form-share = “{$value}” is no share. Please use digits, for example: 60 40.
form-shares-many = {$max} authors at most.
form-wish = This looks like a proposal rather than something done. If it is done, please write what was done, or tap “Right, go on”; if not, please tell your unit's union officers.
form-figureless = There is no figure yet, so the council will find it hard to judge. Please give figures before and after; if it cannot be measured, tap “Right, go on”.
form-files = This looks like the number of a file, a paper or a telephone. Please write it without anybody's numbers.
form-known-initiatives = The bot knows: the register has { $count ->
        [one] 1 initiative
       *[other] {$count} initiatives
    } entered in the period
form-known-recognised = The bot knows: {$count} of them were recognised by the unit
form-known-raised = The bot knows: {$count} of them were recognised above
form-known-benefit = The bot knows: the benefit of those recognised, as their authors estimate it, is {$count} đồng
register =
    <b>Register of initiatives · {$unit}</b>
    { $count ->
        [one] 1 initiative
       *[other] {$count} initiatives
    }{ $people ->
        [0] ; the unit has declared no number of people
       *[other] ; the unit has {$people} people
    }
    { $own ->
        [1] { $shown ->
            [0] There is none to see yet. Authors enter theirs with /initiatives; there is no target.
           *[other] Officers only write down what the council has decided. Tap a number to open one.
        }
       *[other] { $shown ->
            [0] None is recognised yet. Those that are not recognised are seen by the unit's own officers only.
           *[other] Here are the recognised ones; those that are not are seen by the unit's own officers only.
        }
    }
register-line = {$number}. {$title} – <i>{$state}</i>
register-unnamed = (its author has withdrawn)
register-entry =
    <b>{$title}</b>
    {$unit} · entered on {$day}{ $named ->
        [0] {""}
       *[other] {" · "}author: {$author}
    }
register-benefit = • Benefit as its author estimates it: <b>{$dong} đồng</b>
register-is = State: <b>{$state}</b>
register-is-lodged = State: <b>{$state}</b> on {$lodged}; { $late ->
        [1] the three months are over (since {$last})
       *[other] <b>{$left}</b> days of the three months are left (until {$last})
    }
register-is-recognised = State: <b>{$state}</b>, {$level}. {$decision}
register-is-declined = State: <b>{$state}</b>. Reason: {$reason}
register-state-noted = entered
register-state-applied = applied
register-state-lodged = form handed in
register-state-recognised = recognised
register-state-declined = not recognised
register-level-unit = by the unit
register-level-province = by a ministry or province
register-level-nation = nationally
button-register = Register of initiatives
button-do-register = Register of initiatives
button-register-applied = It is applied
button-register-lodge = Form handed in
button-register-today = Handed in today
button-register-recognise = Recognised
button-register-raise = Recognised by a level above
button-register-decline = Not recognised
button-register-certificate = Certificate (draft)
button-register-back = One step back (a mistake)
button-register-sums = Figures in all
button-register-sheet = Spreadsheet
button-register-roll = List for the council
register-lodged = On which day was the form handed in? Please type the day, for example: <i>15/10/2026</i>. The council has three months from that day on.
register-which-level = Who has recognised it?
register-recognised = Please type number and day of the decision, for example: <i>45/QĐ-SNV ngày 20/11/2026</i>.
register-declined = Why was it not recognised? Please give the reason in the council's paper, 10 to 300 characters. The author does not get these words from the bot; they stay in the register.
toast-register-none-lodged = No form waits for the council yet.
register-short = This is rather short ({$count} characters). Please write 10 to {$max} characters.
register-long = This has {$count} characters. Please shorten it to {$max} at most.
register-wrong = {$what}
register-changed = The register has just changed, so the answer on its way was dropped. Please open it again: /register (authors: /initiatives).
register-sums =
    <b>Initiatives · {$unit} and all units below</b>
    {$period}: { $people ->
        [0] {$count} entered; no number of people declared
       *[other] {$count} entered, of {$people} people
    }
    <i>There is no target, and units are not ranked.</i>
register-count = • {$name}: {$count}
register-estimate = Benefit of those recognised: {$dong} đồng (<i>as their authors estimate it</i>, {$of} have an estimate)
register-titles = <b>Recognised, the newest first</b>
register-title = • {$title} – {$unit}, {$level} ({$author})
register-file = The register, in Vietnamese: only authors who agree are named. Benefits are their authors' estimates. Each file taken away is written in the log (/log).
register-roll = The list for the council (a draft, in Vietnamese): number, day, conclusions and signature are blank.
register-certificate = A draft of the certificate. Number, day, co-authors, signature and seal are blank; whoever recognises signs it.
digest-initiatives = • {$unit}: the three months of {$count} forms end soon or are over, the first on {$last}.
button-digest-register = Open the register
log-action-registerlook = looked at the register of initiatives
log-action-registerapplied = wrote down that an initiative is applied
log-action-registerlodged = wrote down when the form of an initiative was handed in
log-action-registerrecognised = wrote down that an initiative was recognised
log-action-registerdeclined = wrote down that an initiative was not recognised, with the reason
log-action-registerback = took an initiative's state back, a mistake
mydata-initiatives = MY INITIATIVES
mydata-initiatives-row = Begun on {$day}: { $entered ->
        [1] is or was in a register
       *[0] not entered
    }
mydata-initiative_answers = WHAT I TOLD OF INITIATIVES
mydata-initiative_answers-row = Question {$field}: {$answer}
mydata-authors = AUTHOR'S NAME
mydata-authors-row = {$name}
mydata-register_entries = INITIATIVES IN A UNIT'S REGISTER
mydata-register_entries-row = {$unit}, entered on {$day}: { $state ->
        [noted] entered
        [applied] applied
        [lodged] form handed in
        [recognised] recognised
       *[declined] not recognised
    }
file-register = REGISTER OF INITIATIVES
file-register-sheet = Register
file-register-of = {$unit} · { $count ->
        [one] 1 initiative
       *[other] {$count} initiatives
    }{ $people ->
        [0] {""}
       *[other] , the unit has {$people} people
    } · {$day}
file-register-note = Benefits are their authors' estimates. Only authors who agree are named.
file-register-file = Register of initiatives {$unit}
file-register-title = Name
file-register-what = What has changed
file-register-field = Field
file-register-kind = Kind of solution
file-register-since = Applied since
file-register-before = Before
file-register-after = After
file-register-measure = Measured in
file-register-benefit = Estimated benefit (đồng)
file-register-spread = Also used by
file-register-lodged = Form handed in
file-register-decision = Decision
file-register-level = Level
file-register-author = Author (if they agree)
file-register-criterion = Criterion
file-roll-file = List of initiatives {$unit}
file-roll-number = No.: ……/DM-CĐCS
file-roll-kind = LIST
file-roll-subject = Initiatives for the council to consider
file-roll-effect = Effect (before and after)
file-roll-conclusion = The council's conclusion
file-roll-from-to = Before: {$before}. After: {$after}.
file-roll-note = Only authors who agree are named; others are written by hand. The order is that of entry, no ranking.
file-roll-copy = - The council on initiatives;
file-petition-dots = …… …… …… …… …… …… …… ……
file-petition-file = Form for an initiative
file-petition-kind = REQUEST TO RECOGNISE AN INITIATIVE
file-petition-to = To: ……………………………………
file-petition-we = I (we), named below:
file-petition-name = Full name
file-petition-born = Day of birth
file-petition-place = Place of work
file-petition-post = Post
file-petition-degree = Degree
file-petition-share = Share (%)
file-petition-asks = author(s), ask that this initiative be recognised: {$title}
file-petition-owner = - Who invested in it (if not the author): {$text}
file-petition-field = - Field in which it is applied: {$text}
file-petition-since = - Day on which it was first applied or tried, whichever came first: day ….. of {$text}
file-petition-what = - Its substance: {$text}
file-petition-before = + Before: {$text}
file-petition-after = + After: {$text}
file-petition-secret = - What is to be kept secret (if anything): {$text}
file-petition-no-secret = nothing
file-petition-needs = - What is needed to apply it: {$text}
file-petition-benefit = - Benefit as the author estimates it (in a year): {$text}
file-petition-users = - Where it has been applied or tried, and what they say (if anywhere): {$text}
file-petition-tried = - Those who took part in trying or first applying it (if any): ……………………………………
file-petition-oath = I (we) declare that all that is stated here is true, and answer for it before the law.
file-petition-signer = SIGNED BY
file-petition-sign = (signature and full name)
file-petition-source = After the form of {$source}; compared on {$day}. Before handing it in, please ask whether this form is still in use.
file-certificate-file = Certificate of an initiative {$unit}
file-certificate-issuer = THE BODY THAT RECOGNISES
file-certificate-number = No.: ……/GCN
file-certificate-kind = CERTIFICATE OF AN INITIATIVE
file-certificate-head = The head of ………………………………… certifies:
file-certificate-author = - Author: {$text}
file-certificate-place = - Office and post: {$text}
file-certificate-with = - Co-authors, if any: {$text}
file-certificate-title = is the author of the initiative “{$text}”.
file-certificate-owner = - Who paid for it, if anybody else: {$text}
file-certificate-what = - What it is, in short: {$text}
file-certificate-benefit = - Its benefit, as its author estimates it for a year: {$text}
file-certificate-decision = - Recognised by: {$text}
file-certificate-signer = THE HEAD
file-certificate-sign = (Signature, name, seal)
file-certificate-note = A draft that the bot has made of the register. Only an author who agreed is named; number, day, co-authors, signature and seal belong on paper. Whoever recognises signs, not the union. Please ask which form is in use before it is issued.

### Suggestions of members (/suggest): the box, answers, the yearly meeting

title-inspector = Head of the people's inspectorate
button-do-suggest = Suggestions to the unit
year-suggest = <b>Suggestions to the unit.</b> Say what should be done differently. Answers are given to everybody.
suggest-no-grassroots = Your unit belongs to no grassroots union in the list, so suggestions cannot be made through the bot yet. Please ask {$contact}.
suggest-off = <b>Suggestions are not open in your unit.</b> They are only once the agency's democracy regulation allows this way and an officer has typed its number and day. You can make suggestions in person, by the letter box or through the people's inspectorate.
suggest-no-readers = <b>The box is closed.</b> It opens only to two readers: the chair and the head of the people's inspectorate (where there is none, the deputy). Your unit does not have both on the bot, so nothing is taken now.
suggest-intro =
    <b>Suggestions to the unit</b> · {$unit}
    To say what should be done differently, and how. By the democracy regulation number {$number} of {$dated}.

    <b>Who reads them?</b> Always two: {$readers}. What is about the union itself is read by the head of the people's inspectorate and the union above, not by the chair. Each look is a line of /log.
    <b>When?</b> The box opens on Fridays at 16:00, and at 16:00 of any working day on which five are waiting. All are taken out together, shuffled, without a time. Answers go to everybody, under “Answered”.

    <b>What can the bot hide?</b> A hidden suggestion is tied to nobody in the data: no name, no number, no time, no order. The key by which you look at it again or take it back is in one message of this chat; deleting that message loses it.
    <b>What can it not hide?</b> The words themselves: how you write, what happened, a day, a room. Whoever runs the server can read what is in the box, not who wrote it. Telegram sees this chat.
suggest-hides = You can send it <b>hidden</b> or with your name. A name once given stays until you delete your data (/deletemydata).
suggest-hides-not = Right now suggestions are taken <b>with a name</b> only: to be hidden, the unit needs at least {$least} people on the bot, officers not counted, who have each answered in at least two weeks. With fewer, the writer is easily guessed. You can also use paper.
suggest-lost = ⚠️ The data was put back from a backup of {$day}. What was waiting in the box then is not in it; whoever has had no answer, please send it again.
suggest-meeting = 🗳 Opinions for the yearly meeting of staff are asked for until {$until}. What is sent in this time goes into the meeting's table.
button-suggest-write = Write a suggestion
button-suggest-denounce = This is a denunciation / complaint
button-suggest-answered = Answered
button-suggest-back = Back
button-suggest-desk = The box (officers)
suggest-ways =
    <b>Denunciations and complaints are not sent through the bot.</b>
    It asks nothing further and keeps nothing. The lawful ways:
suggest-way = • {$way} <i>({$source})</i>
suggest-ways-end = <i>Last held against the law on {$checked}.</i>
suggest-topics = <b>What is it about?</b> Choose what fits best.
suggest-ask-situation =
    <b>{$topic}</b>
    Step 1 of 2. <b>How is it now?</b> Write one short message, {$max} characters at most, words only.

    Short, ordinary sentences without names, days or rooms are harder to trace. The draft is held in memory alone, for 15 minutes, in no file.
suggest-ask-proposal =
    <b>{$topic}</b>
    <i>Now:</i> {$situation}

    Step 2 of 2. <b>What do you propose</b>, and how? {$max} characters at most.
suggest-ask-name = Please type your <b>name</b> to stand below it. The two readers see it; it is not told when the answer is published. Once given it stays until you delete your data (/deletemydata).
suggest-ask-more = Please type your <b>further answer</b>, {$max} characters at most. The readers see it; the bot writes nothing more about you.
suggest-only-typed = Only words that you type yourself: no picture, file, voice or forwarded message, for those may give the sender away. Please type it.
suggest-long = This has {$count} characters; {$max} at most. Please make it one or two sentences and send it again. For several things write several suggestions.
suggest-short = This is too short to be understood. Please write a whole sentence, or tap <b>Give up</b>.
suggest-name-long = The name has {$count} characters. Please type it again.
suggest-name-short = Please type your full name.
suggest-preview =
    <b>This is what its readers will see</b>

    <b>{$topic}</b>
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
suggest-preview-more =
    <b>This is what its readers will see in addition</b>

    {$words}
suggest-warns = ⚠️ <b>Please look once more before you send it:</b>
suggest-warns-accuses = • It sounds like a denunciation or complaint. That goes another way: tap “This is a denunciation / complaint” on the first screen. What accuses a person is not published.
suggest-warns-name = • There seems to be a person's name. Better an office, or nothing.
suggest-warns-number = • There is a long number, like a telephone's or a file's. Better without.
suggest-warns-day = • There is a day, an hour or a certain meeting. Whoever was there may guess.
suggest-warns-place = • There is a certain room, floor or section. The fewer people, the easier to guess.
suggest-warns-alone = • This shows that only one person can have written it.
suggest-warns-quote = • There are words in quotation marks. Whoever heard or said them will know.
suggest-warns-capitals = • All capitals are a voice of their own. Better small letters.
suggest-not-hidden = It cannot be hidden now (not enough people of the unit take part). You can send it with your name, or use paper.
suggest-named = With the name: <b>{$name}</b>
button-suggest-send = Send, hidden
button-suggest-name = Send with my name
button-suggest-send-named = Send with this name
button-suggest-more = Send the answer
button-suggest-rewrite = Write anew
button-suggest-drop = Give up
suggest-dropped = Given up. Nothing is kept.
suggest-coming =
    ⏳ <b>It goes into the box at {$time}.</b> Thank you. Until then it is in the memory of the server alone and in no file, and then goes in together with those of others: so no file tells who has sent one and when.
    Once it is there, this message turns into “It is in the box” and does not show the words any more. <b>If it still stands here after {$time}</b>, the server has broken down and the suggestion may be lost: tap the button below to be sure and, if it is lost, to send it again.
suggest-sent =
    ✉️ <b>It is in the box.</b> Thank you.
    The button below is the only key by which you can look at it, say more or take it back. Delete this message or lose the phone, and the key is gone; the bot cannot find it again, for it does not know whose a suggestion is. What you typed has been removed from the chat.
suggest-sent-signed =
    ✉️ <b>It is in the box, with your name.</b> Thank you. The two readers will see the name; it is not told when the answer is published.
    The button below is the only key by which you can look at it, say more or take it back. Delete this message or lose the phone, and the key is gone; the bot cannot send it again. What you typed has been removed from the chat.
suggest-card = ✉️ <b>A suggestion of yours.</b> The button below is the only key; deleting this message loses it.
button-suggest-look = Show it
button-suggest-hide = Hide it
button-suggest-withdraw = Take it back
button-suggest-sign = Put my name to it
button-suggest-add = Say more
suggest-own =
    <b>{$topic}</b>
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
suggest-on-the-way = ⏳ Suggestions of yours that go into the box at {$time}: {$count}.
suggest-comes = ⏳ It goes into the box at {$time}; until then it is in memory alone. Take it back now, and nothing of it is anywhere. If this message is still the same after {$time}, please tap “Show it” to be sure.
suggest-once-more = ⚠️ <b>It is not in the box:</b> the server broke down before, or its data were restored. The words are still here, and you can send them again.
suggest-waits = ⏳ In the box, read by nobody yet. The box opens on Fridays at 16:00, or at 16:00 of a working day on which five are waiting; only to two readers and, for hidden ones, only while enough people of the unit take part.
suggest-is-released = 📬 The box was opened on {$day}; two readers have it. It waits for an answer.
suggest-is-asked =
    ❓ The readers ask: {$question}
    Only whoever opens this message sees the question; of a hidden one the readers do not know who you are.
suggest-is-added =
    ❓ The readers asked: {$question}
    ↩️ Answered: {$added}
suggest-is-answered =
    ✅ <b>{$word}</b>
    {$answer}
suggest-is-refused = It is not published. Reason: {$why}
suggest-withdrawing = ⏳ <b>It is taken back at {$time}</b>, unless it has been answered by then. The box is written every 15 minutes only, so that nobody knows when you tapped. Once it is done, this message turns into “Taken back”; if it has not after {$time}, please tap the button below and look.
suggest-adding = ↩️ You typed: {$added} <i>(the readers see it from {$time} on)</i>
suggest-withdrawn = Taken back. It is not in the box any more.
suggest-left = This suggestion was deleted with your data before it was in the box; nobody can read it any more.
suggest-signed = Your name stands below it. The two readers will see it.
suggest-added = Your further answer is on its way; the readers see it from {$time} on. If the server breaks down before, it is lost: please open the suggestion after {$time} and look.
toast-suggest-gone = This draft is gone: older than 15 minutes, sent, given up, or the server has just started. Please open /suggest again.
toast-suggest-few = Right now too few people of the unit take part for it to be hidden.
toast-suggest-limit = Three suggestions of one person are waiting already. Please write more once the box has opened.
toast-suggest-lost = It is not there: taken back, older than is kept, or the server broke down before it was in the box. If need be, please write it again with /suggest.
toast-suggest-none = It is gone, or was answered.
suggest-answers =
    <b>Answered suggestions</b> · {$unit}
    Waiting for an answer: {$waiting}{ $late ->
        [0] .
       *[other] , of which <b>late</b> (more than {$days} days): {$late}.
    } The {$days} days are the union's own rule, counted from the opening of the box.
suggest-answers-none = None has been answered yet.
suggest-answered =
    <b>{$topic}</b> · {$short}{ $twins ->
        [0] {""}
       *[other] {" "}· {$twins} more say the same
    }
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
    ✅ <b>{$word}.</b> {$answer}{ $seconds ->
        [0] {""}
       *[other] {" "}<i>({$seconds} see it so, too)</i>
    }
button-suggest-second = I see it so, too · {$short}
toast-suggest-seconded = Noted. The bot counts people and does not keep who has tapped.
toast-suggest-seconded-before = You have tapped this before.
suggest-news = 💬 Suggestions answered lately: {$count}. Read them: /suggest
suggest-word = { $word ->
    [1] Accepted
    [2] Accepted in part
    [3] Not accepted
    [4] Passed on to whoever is competent
    [5] Ruled already
   *[other] –
    }
suggest-refusal = { $reason ->
    [1] It accuses a person; it belongs into a denunciation or complaint
    [2] It insults
    [3] One person's own matter; please see a union officer
    [4] Not understandable, a trial
    [5] Not for this unit to decide
   *[other] –
    }
suggest-opened =
    📬 <b>The box of {$unit} has opened:</b> {$count} waiting.
    The house rule for answers: {$days} days. Nobody, nor the bot, knows who wrote a hidden one; please do not look for them.
suggest-desk-within = Suggestions are gathered in the grassroots union, not in a section.
suggest-desk-off =
    <b>Suggestions to the unit</b> · {$unit}
    Off. The law allows other forms if the agency's democracy regulation has them (Article 54 of the law on democracy at the grassroots). Once it has, type its number and day.
suggest-desk =
    <b>Suggestions to the unit</b> · {$unit}
    By the democracy regulation number {$number} of {$dated}.
suggest-desk-alone = ⚠️ The box is closed: it needs two readers, the chair and the head of the people's inspectorate (where there is none, the deputy). Please appoint them with /officers.
suggest-desk-not-yours = Only the unit's two readers see suggestions. What is about the union: the head of the people's inspectorate and the union above.
suggest-desk-list =
    Received: {$all} · waiting for an answer: {$open}{ $late ->
        [0] {""}
       *[other] {" "}· later than {$days} days: {$late}
    }
    What waits in the box is seen by nobody, nor how many there are. Each look is a line of the audit that members read.
button-suggest-item = { $state ->
    [late] ⏰
    [answered] ✅
    [refused] ⛔
   *[other] 📬
    } {$short} · {$topic}
button-suggest-regulate = Number and day of the regulation
button-suggest-counts = Counts by unit
button-suggest-table = Table (Excel)
button-suggest-document = Table (Word)
suggest-regulate =
    <b>{$unit}</b>: please type number and day of the democracy regulation that allows suggestions by message. Like this: <code>05/QC-SNV 12/03/2025</code>
    Members see it before they write; that it was typed is a line of the audit.
suggest-regulate-unread = This could not be read. Please type the number, a blank, then the day on which it was issued: <code>05/QC-SNV 12/03/2025</code>
suggest-regulated = Regulation number {$number} of {$dated} is noted. <b>{$unit}</b> takes suggestions by /suggest from now on, if there are two readers.
suggest-item =
    <b>{$short} · {$topic}</b>
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
    The box was opened on {$day}.
suggest-item-hidden = Hidden. The bot does not know its author.
suggest-item-named = With the name (typed by its author, not checked): <b>{$name}</b>. It is not told when the answer is published.
suggest-item-asked = ❓ Asked: {$question} <i>(its author sees this on opening their own card)</i>
suggest-item-added = ↩️ Its author says: {$added}
suggest-item-same = 🔗 Says the same as {$short}; answered together.
suggest-item-twins = 🔗 {$twins} more say the same; answered together.
suggest-item-forwarded = 📄 A paper for the head of the agency was made on {$day}.
suggest-item-answered =
    ✅ <b>{$word}</b>
    {$answer}
suggest-item-refused = ⛔ Not published: {$why}
button-suggest-answer = Answer
button-suggest-same = Same as …
button-suggest-not-same = Not the same
button-suggest-forward = To the head
button-suggest-ask = Ask
button-suggest-cut = Cut words
button-suggest-refuse = Do not publish
button-suggest-plan = Into the plan
suggest-which-task = <b>{$short}</b>: to which task of the yearly plan that is being drafted does it belong? These words become a line, which you edit: <i>{$proposal}</i>
toast-suggest-no-draft = No yearly plan of the unit is being drafted. Open /plan to draft one, or to change the one that was issued, and come back.
suggest-which-word = <b>{$short}</b>: choose the word of the answer.
suggest-which-reason = <b>{$short}</b>: why is it not published? With “accuses a person” or “insults” its words are erased. Its author sees the reason and the lawful ways.
suggest-type-answer = <b>{$short} · {$word}.</b> Please type the answer, {$max} characters at most{ $chosen ->
    [1] : what, by which office, until when.
    [2] : which part, by which office, until when.
    [3] : why not.
    [4] : where to, on which day.
   *[other] : which rule.
    } No names of persons.
suggest-type-question = <b>{$short}</b>: please type what you would like to know, {$max} characters at most. Only its author sees it, on opening their own card. Do not ask who they are.
suggest-type-cut = <b>{$short}</b>: please type exactly the words to be cut out (names, places). “[…]” stands in their place. Nothing can be rewritten.
suggest-type-length = This has {$count} characters; {$max} at most, and a whole sentence. Please type it again.
suggest-cut-nothing = These words are not in it. Please copy them as they stand.
suggest-cut-shown =
    <b>{$short}</b>: cut out “{$words}”? This is what stays; what is cut out does not come back.
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
suggest-refuse-shown =
    <b>{$short}</b>: not publish it? This cannot be undone. Its author will read the reason: <b>{$why}</b>. { $erased ->
    [1] The words below <b>are erased</b>, with any question and what was added; they do not come back.
   *[other] The words below are kept, and only its readers and its author see them.
    }
    <i>Now:</i> {$situation}
    <i>Proposal:</i> {$proposal}
button-suggest-refuse-so = Do not publish it
button-suggest-cut-out = Cut out
suggest-publish = <b>This is what everybody of the unit will read:</b>
button-suggest-publish = Publish
suggest-which-same = <b>{$short}</b>: which one says the same? Texts are not merged; one answer serves both, and it can be undone.
button-suggest-same-as = {$short} · {$start}
toast-suggest-settled = This one was answered, or is not published.
toast-suggest-not-same = These two cannot be answered together.
log-action-suggestionson = typed the democracy regulation by which suggestions are taken
log-action-suggestionlook = looked at suggestions
log-action-suggestionanswer = answered a suggestion
log-action-suggestionreopen = took a shared answer back from a suggestion, to answer it by itself
log-action-suggestionrefuse = did not publish a suggestion, with a reason
log-action-suggestioncut = cut words out of a suggestion
log-action-suggestionforward = made a paper of a suggestion for the head of the agency
log-action-suggestionask = asked about a suggestion
log-action-suggestionmeeting = asked for opinions before the yearly meeting
log-change-regulation = regulation {$after}
mydata-suggestion_authors = SUGGESTIONS SENT WITH A NAME
mydata-suggestion_authors-row = Name: {$name}. Unit: {$unit}, box opened on {$day}
mydata-hidden = Hidden suggestions (/suggest): nothing in the data ties one to you, so there is nothing to list here, and /deletemydata does not reach it. Only the message with the key in your own chat opens it.
suggest-file = To print or to have signed: number, day, signature and seal are blank. Please take names out before anything is published.
suggest-counts =
    <b>Suggestions by unit</b> · {$unit}
    Counts only, no texts. Of a unit with fewer than {$least} in a quarter no number is told.
suggest-counts-period = <b>{$period}</b>
suggest-counts-line = • {$unit}: received {$received}, answered {$answered}, late {$late} (accepted {$accepted}, in part {$partly}, not accepted {$declined}, passed on {$passed}, ruled already {$already})
suggest-counts-few = • {$unit}: fewer than {$least}
suggest-counts-none = No unit takes suggestions yet.
file-suggestions-name = Suggestions {$unit}
file-suggestions-title = TABLE OF SUGGESTIONS
file-suggestions-meeting = TABLE OF OPINIONS AND PROPOSALS
file-suggestions-sheet = suggestions
file-suggestions-of = {$unit} · {$day}
file-suggestions-code = Code
file-suggestions-text = Text (to look over: no names)
file-suggestions-topic = Topic
file-suggestions-twins = The same
file-suggestions-seconds = See it so (5+)
file-suggestions-word = Answer
file-suggestions-answer = Words of the answer
file-suggestions-who = By which office
file-suggestions-until = Until
file-suggestions-done = Done
file-suggestions-who-until = By whom, until when
file-suggestions-now = Now: {$text}
file-suggestions-wish = Proposal: {$text}
file-suggestions-open = not answered yet
file-suggestions-number = No.: ………
file-suggestions-how = Suggestions of members taken by the bot Nhịp under the agency's democracy regulation. Hidden ones are tied to nobody in the data; names below signed ones are not told in this table.
file-suggestions-note = Made by the bot Nhịp from what the box has released; the union's officers look it over, take names out, fill in the blank columns and have it signed and sealed.
file-forward-name = To the head {$unit}
file-forward-number = No.: ………
file-forward-title = A PROPOSAL PASSED ON
file-forward-how = The union's committee has received this suggestion (code {$code}, topic: {$topic}) in a form that the agency's democracy regulation has, and passes it on for your consideration.
file-forward-now = 1. Now
file-forward-proposal = 2. Proposal
file-forward-asks = 3. What the committee asks for
file-forward-please = Please give an answer, which the union will make known to everybody of the unit. The author is hidden; please do not look for them.
file-forward-please-signed = Please give an answer, which the union will make known to everybody of the unit. The author has given a name to the union's readers; this paper does not tell it, and please do not look for them.
file-forward-blank = [By the head of the agency]
file-forward-word = Accepted / in part / not accepted / passed on / ruled already:
file-forward-answer = The answer (what, by which office, or why not):
file-forward-until = Until:
file-forward-note = By the law on democracy at the grassroots the head of an agency answers proposals of its staff promptly.
file-forward-head = HEAD OF THE AGENCY
file-check-number = No.: ………
file-check-title = SIX MONTHS OF THE MEETING'S RESOLUTION
file-check-how = Every six months the head of the agency and the union's committee look at what has become of the yearly meeting's resolution, and tell everybody.
file-check-resolution = I. THE RESOLUTION
file-check-lines = Its targets, and what has become of them:
file-check-opinions = II. OPINIONS AND PROPOSALS BEFORE THE MEETING
file-check-done = Done
file-check-why = What hinders, until when
file-check-good = What has gone well:
file-check-bad = What has not, and why:
file-check-next = What comes next:
button-meeting-ask = Ask for opinions until …
button-meeting-document = Table of opinions (Word)
button-meeting-table = Table of opinions (Excel)
button-meeting-check = Six-month report (Word)
meeting-none =
    <b>Opinions before the yearly meeting of staff</b> · {$unit}
    Not asked for. Usually for 3 to 4 weeks before the meeting. What is sent by /suggest in that time is marked as an opinion for it; hiding, the two readers and the days of opening stay the same.
meeting-open =
    <b>Opinions before the meeting</b> · {$unit}
    Asked for from {$from} until {$until}. After the next opening of the box the table has them all.
meeting-closed =
    <b>Opinions before the meeting</b> · {$unit}
    Closed: {$from} – {$until}. Answer each in the box; answers are published to everybody (Article 46 of the law on democracy at the grassroots: within 5 working days). What has become of the resolution is looked at on {$checks}; the digest reminds of it.
meeting-until = Please type the last day, 7 to 60 days from now. Like this: <code>{$example}</code>
meeting-until-unread = This is no day that could be read, or it is not 7 to 60 days from now. Please type it like this: <code>{$example}</code>
digest-suggestions = • {$unit}: suggestions waiting for an answer: {$open}{ $late ->
    [0] {""}
   *[other] , later than {$days} days: {$late}
    }
digest-check = • {$unit}: six months since the meeting, look at the resolution ({$checks})
button-digest-suggestions = Suggestions · {$unit}
button-digest-check = Meeting · {$unit}
file-check-name = Six months of the resolution {$unit}
