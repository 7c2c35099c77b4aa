# What the program tells whoever sits at the terminal: the help of its commands, what they print, and what is wrong with
# files and settings. The same keys, with the same arguments, stand in vi.ftl beside it. These texts are inside the
# program: a folder of one's own has none of them. Names of commands, options, files and settings stay as they are.

## The help of each command: help- and the command's words; what --help adds to it ends in -more.

help-first-steps =
    Start with 'nhip demo': everything runs on this machine, with no token and no account.
    For the real thing: 'nhip init', 'nhip units import', 'nhip doctor', then 'nhip run'.
help-first-steps-without-demo = Start with 'nhip init', then 'nhip units import', 'nhip doctor' and 'nhip run'.

help-nhip = A Telegram bot that carries a union campaign to members' phones
help-nhip-demo = Show everything on this machine: an emulated Telegram, the bot, and phones in a browser
help-nhip-demo-more = No token, no account, no internet. It prints one address: open it, play a member or an officer, and move the campaign's clock. Three small units and some forty simulated colleagues take part. Ctrl-C ends it; started again with the same --data it goes on where it was.
help-nhip-init = Make a folder to run from: settings and variables, every line explained, and a sample list of units; then say the next three steps
help-nhip-init-more = In the language that --lang names. Nothing that is there is overwritten. Whoever installed the package has nhip.toml and env in /etc/nhip already, and the sample in /usr/share/doc/nhip/examples.
help-nhip-doctor = Say what is wrong before the first member joins, and what to do about it. Changes nothing
help-nhip-doctor-more = Looks at the settings, the texts and their calendar, the files' permissions, the disk, the clock, the units and the owners; asks Telegram whose the token is and what the bot may do in each linked group. Exit code 1 if anything is wrong that must be mended; a warning is nothing of that kind.
help-nhip-run = Run the bot against Telegram, by long polling, until SIGTERM or SIGINT
help-nhip-run-more = The token comes from TELOXIDE_TOKEN (in the environment or in the file env beside the settings), from the file that TELOXIDE_TOKEN_FILE names, or from a file called token; never from an option. A second process on the same token is told so and waits. Stopping takes seconds and loses nothing; nor does a power cut. SIGHUP reads settings and texts anew: all of them, or, if anything in them is wrong, nothing.
help-nhip-healthcheck = Say whether the bot does its work, for a service manager, a container or cron. Exit code 1 if not
help-nhip-healthcheck-more = Where [http] listen is set, /health/ready of the running bot is asked; otherwise it looks at the lock beside the database and at what the bot notes there of itself. Changes nothing.
help-nhip-status = Say how everything is: whose bot, since when, what waits, what is next, and how many there are
help-nhip-status-more = Beside a running bot as well as without one. Changes nothing; names nobody.
help-nhip-quarantine = List updates that could not be handled, look at one, or drop its note
help-nhip-quarantine-list = List them: the update's number, the day, its kind. The same as without a word
help-nhip-quarantine-show = Show one of them with its cause: an operation, a table, and a line of the program
help-nhip-quarantine-retry = Say why an update cannot be handled again: what it said is not kept. Exit code 1
help-nhip-quarantine-drop = Drop the note of one, with a line in the audit. Not while the bot runs: the database is its own then
help-nhip-units = List the units with their invite links' payloads, or import them
help-nhip-units-import = Import units from Excel (.xlsx), LibreOffice (.ods) or CSV: show what would change, and with --yes do it
help-nhip-units-import-more = One line names the columns: code,name,parent,kind,members (or Mã, Tên đơn vị, Mã cấp trên, Cấp, Số người). 'parent' is the code of the unit above, empty for the root. 'members' counts the people of the unit and those below it; empty adds up the units below. A code that is stored already is updated and keeps its invite link, whatever its case. A file with any fault is refused whole, and each fault is told with its cell.
help-nhip-check = Read all of messages/ and report every fault with file, line and what to do
help-nhip-check-more = Also whether every document that a question rests on is in force today. Exit code 1 if there is any fault; a warning is no fault.
help-nhip-messages = The texts and the content inside this program
help-nhip-messages-export = Write all of them into a new folder, to be edited: 'nhip messages export messages'
help-nhip-messages-export-more = A folder called messages beside nhip.toml is used by every command from then on.
help-nhip-bank = Take the questions to Excel for review, and back
help-nhip-bank-export = Write all questions to an Excel file: one row each, and a sheet in Vietnamese that says how to use it
help-nhip-bank-export-more = Kind, difficulty, right option and document are lists to choose from; the right option is green. Whoever reviews may sort, filter and add columns for notes.
help-nhip-bank-import = Read such a file back: show every cell that differs, and with --yes write it to the YAML files
help-nhip-bank-import-more = Any fault refuses the whole file and is told with its cell, as in 'Q-3.2-07, cell F41: …; what to do'. All that 'nhip check' finds is looked for in the result before anything is written. Only questions that differ are touched; comments, layout, items and cards stay as they are, byte for byte. Typed text becomes NFC with single spaces, straight quotation marks become “ ”.
help-nhip-bank-report = Print which questions everybody gets, hardly anybody gets, or whose wrong option beats the right one
help-nhip-bank-report-more = And those whose share of right answers is far from what their writer expected. Counted in the database of a running bot, over the whole installation: no person, no unit, no week. Rounds that are open are left out, and so is whatever fewer people stand behind than the threshold.
help-nhip-preview = Show what a member will see: items, questions with their answers, check-ins, cards
help-nhip-preview-more = Each screen with its length in characters (a screen has 2000 at most) and its buttons, made by the very code that the bot sends with. Example: nhip preview --criterion 3.2 --kind question
help-nhip-sandbox = The emulated Telegram and its page alone, for any bot: point its API address here
help-nhip-audit = Check the audit: what officers looked at and changed, line by line
help-nhip-audit-verify = Check that every line agrees with the one before it. Exit code 1 if not
help-nhip-audit-verify-more = The chain alone proves little against whoever holds the file, for they could write all of it anew. It proves much together with a code that was noted elsewhere: the one this command prints, or the one that members see under /nhatky. Give it with --head.
help-nhip-privacy = What the database holds, for the organisation's data officer
help-nhip-privacy-report = Print a page for the data officer, in Markdown: what is held, where, how long, who sees it, how many rows
help-nhip-privacy-report-more = With skeletons of the impact assessments of Law 91/2025/QH15. It is no legal advice.
help-nhip-manual = Write the manual's pages and the shells' completions into a folder; for whoever makes a package

## Options: option- and the name where several commands have it, with the command's words before it where one has.

option-config = The settings; without it nhip.toml here, else /etc/nhip/nhip.toml, else everything is at its default
option-database = The database; without it what the settings say as database.path, else nhip.db beside them
option-database-more = Beside /etc/nhip/nhip.toml is /var/lib/nhip: the database that the service uses. Without settings it is here.
option-messages = The folder of texts and content; without it what the settings say as messages.path, else messages beside them
option-messages-more = Where there is none, those built into this program; 'nhip messages export' writes them out.
option-log = How much of this program's own doings to log to standard error: error, warn, info, debug, trace
option-log-more = At no level does a log hold a name, a text, a chat's number or the token.
option-log-json = Log as JSON, one object a line
option-lang = The language of this program's help, of what it prints and of new files: vi or en; without it that of LC_ALL, LC_MESSAGES or LANG, else vi
option-api-url = Where the Bot API is: Telegram's, a local server's, or a sandbox's
option-owners = Telegram numbers of the root unit's officers, separated by commas
option-id = The update's number
option-yes = Do it. Without this, only show what would change
option-nhip-init-dir = The folder; without it this one
option-nhip-run-clock-start = Rehearse: the campaign time at which to start, such as 2026-11-23T07:00:00+07:00
option-nhip-run-clock-start-more = Only against a sandbox or a test server: people are written to at what this clock calls noon.
option-nhip-run-clock-rate = Rehearse: campaign seconds a second; 0 stands still
option-nhip-status-json = As JSON; moments are seconds since 1970
option-nhip-units-json = List them as JSON
option-nhip-units-import-file = The file
option-nhip-check-dir = The folder to check; without it ./messages, or if there is none the texts built into this program
option-nhip-check-blind = Instead, guess the right options from the options alone, and print how often that succeeds
option-nhip-check-blind-more = A small guesser reads the options of eleven criteria with their keys and guesses the twelfth; it never sees a question. Chance gets 25 %. Exit code 1 above 35 % over all or in a kind, or above 40 % in a criterion.
option-nhip-messages-export-dir = The folder; it may not be there yet, or must be empty
option-nhip-bank-export-file = The file to write, such as questions.xlsx; one that is there is replaced
option-nhip-bank-import-file = The file that came back
option-nhip-preview-criterion = Only what is about this criterion, 1.1 to 4.3
option-nhip-preview-kind = Only this kind
option-nhip-preview-form = Only this form, by the name of its file in forms/
choice-item = The weekly items
choice-question = The questions, each with what is said to every answer
choice-checkin = The monthly check-ins
choice-card = The cards for the monthly meeting
option-nhip-audit-verify-head = A line and the code noted for it, such as 123:9f3a51c2d0e4b677
option-nhip-demo-port = The port on this machine to show the page at
option-nhip-demo-data = The folder in which the demo lives; it can be deleted at any time
option-nhip-sandbox-port = The port on this machine
option-nhip-manual-dir = The folder

## What stands in every help.

clap-help = Print help
clap-help-more = Print help (see more with '--help')
clap-help-less = Print help (see a summary with '-h')
clap-help-of = Print this message or the help of the given command
clap-version = Print version
clap-usage = Usage:
clap-commands = Commands:
clap-arguments = Arguments:
clap-options = Options:
clap-any-options = [OPTIONS]
clap-any-command = [COMMAND]
clap-a-command = <COMMAND>
clap-env = [env:
clap-default = [default:
clap-values = [possible values:
clap-values-below = Possible values:

## What the value of an option is called, by its kind or by the name of the option.

value-file = FILE
value-dir = DIR
value-key = KEY
value-n = N
value-port = PORT
value-data = DIR
value-log = LEVEL
value-lang = LANGUAGE
value-owners = ID,ID
value-api-url = URL
value-id = ID
value-target = PLACE
value-criterion = CRITERION
value-kind = KIND
value-form = FORM
value-line-code = LINE:CODE
value-rfc3339 = RFC3339

## What is wrong with what was typed.

typed-unknown = '{$arg}' means nothing here
typed-no-command = there is no command '{$command}'
typed-unfinished = say which of these: {$known}
typed-missing = this is missing: {$arg}
typed-conflict = '{$arg}' does not go together with {$other}
typed-empty = '{$arg}' needs a value
typed-value = '{$value}' is nothing that {$arg} can be; it can be {$known}
typed-wrong = '{$value}' is no value for {$arg}: {$cause}
typed-too-many = '{$arg}' has one value, and '{$value}' is one too many
typed-nearest = nearest to it: {$near}
typed-help = '--help' tells what there is.
typed-no-language = write vi or en
typed-no-level = write error, warn, info, debug or trace
typed-no-moment = write it like 2026-11-23T07:00:00+07:00
typed-no-rate = write a number from 0 to 1000000: campaign seconds a second
typed-no-head = write the line's number, a colon and its code, such as 123:9f3a51c2d0e4b677
typed-no-longer-run = this is no longer 'nhip run'

## What is wrong with variables and settings.

env-unread = cannot read the variables in {$path}: {$cause}; run this as the user who may, such as with 'sudo -u nhip'
env-no-variable = this is no variable; write it as NAME=value
env-twice = {$name} stands here a second time; keep one of them
env-unknown = no variable is called {$name}; docs/settings.md lists them
env-not-ours = only names that begin with NHIP_ or TELOXIDE_ are read here; set others, such as a proxy, in the environment itself (systemd: 'systemctl edit nhip')
env-place = {$name} in {$path}, line {$line}
settings-not-sought = cannot look for the settings {$path}: {$cause}; run this as the user who may, such as with 'sudo -u nhip'
settings-unread = cannot read the settings {$path}
settings-wrong = the settings {$path} are wrong:
settings-at = line {$line}, column {$column}: {$what}
settings-unknown = nothing is called {$name} here; what may stand here: {$known}
settings-twice = this stands here a second time; keep one of them
settings-kind = this is of the wrong kind ({$cause}); docs/settings.md shows how it is written
settings-no-toml = this cannot be read ({$cause}); write each setting as name = value, words in quotation marks
settings-path-empty = this path is empty; write it, or leave the setting out
settings-word-empty = this word is empty; write it, or leave the setting out
settings-window = '{$given}' is no window: write it as "11:35-13:15"
settings-weekday = '{$given}' is no working day: write mon, tue, wed, thu or fri
settings-monday = {$given} is no Monday: the campaign's weeks begin on Mondays
settings-day = '{$given}' is no day: write it as "15/02/2027"
settings-month = {$given} is no month: write 1 to 12
settings-period = {$given} is no period: write 1 to {$most}
settings-threshold = {$given} is too few: this threshold may be raised above {$least}, never lowered
settings-webhook = '{$given}' is no address for a webhook: {$cause}; write it like "https://bot.example.vn/nhip"
settings-webhook-https = it does not begin with https://
settings-webhook-server = it names no server
settings-webhook-path = its path may hold letters, digits and /-._~ only
settings-webhook-port = Telegram delivers to the ports 443, 80, 88 and 8443 only
settings-listen = '{$given}' is no address to listen at: write it like "{$usual}"
settings-owner = '{$given}' is no Telegram number; each owner can learn theirs from a bot such as @userinfobot
check-sound = no faults


## Where things are, the database, the token, and the start.

place-settings = settings: {$path} ({$why})
place-no-settings = settings: none, everything is at its default
place-database = database: {$path} ({$why})
place-texts = texts: {$path} ({$why})
place-texts-inside = texts: those inside the program
place-default = the default
place-setting = [{$section}] path in {$path}
failed = nhip: {$what}
io-missing = {$cause}
io-not-allowed = {$cause}
io-full = {$cause}
io-read-only = {$cause}
io-taken = {$cause}
io-refused = {$cause}
io-folder = {$cause}
file-unread = cannot read {$path}
file-unwritten = cannot write {$path}
file-unused = cannot use {$path}
file-not-found = cannot find {$path}
file-not-replaced = cannot replace {$path}
file-changed = {$path} was changed meanwhile; nothing was written: run the import again
folder-not-made = cannot make the folder {$path}
db-cannot-open = cannot open the database {$path}: is the folder there and writable, and is it an SQLite file?
db-log-not-emptied = cannot empty the log of {$path}
db-unwritable = cannot write to the database {$path}: check the file's and the folder's permissions and the free space on the disk
db-other = the database {$path} was made by a different nhip (step {$step} of its schema differs from this one's): use the version that made it
db-schema = cannot bring the schema of {$path} up to date
db-newer = the database {$path} was made by a newer nhip (its schema has step {$step}, which this one does not know): use that version, or restore a backup from before it
db-older = the database {$path} was made by an older nhip: the next start of 'nhip run' brings it up to date
db-none = there is no database {$path}: import units first, or name the file with --database
db-not-ours = cannot read {$path}: is it a database of nhip?
db-gone = the database {$path} is no longer the file that was opened: it was moved, replaced or deleted while the program ran, and nothing more is written. Put it back with the -wal file that belongs to it, or restore a backup, and start again
db-log-gone = the log {$log} of the database {$path}, or the -shm file beside it, was moved, replaced or deleted while the program ran, and nothing more is taken in. What the log held is written into the database as the program ends: do not put it back, only start again
db-overwritten = the file of the database {$path} was written over while the program ran: a copy was put over it, or it was emptied or cut off. Nothing more is written. Do not start on what is there now: it may be half one database and half another. Put it and {$log} aside, and restore a backup with 'nhip restore'
db-log-alone = there is no database {$path}, but {$log} holds the last changes of one: put that database back. If it is not wanted any more, delete {$log}
db-log-foreign = the database {$path} and its log do not fit together, and nothing was changed. If a backup was restored here, {$log} is left over from before: delete it and the -shm file beside it, and start again
db-new = a new, empty database begins: {$path}
lock-of-another = cannot open the database {$path}: {$lock} belongs to another user (number {$user}), who has used this database first, perhaps root by a command. Give it to the user that runs this program (chown --reference={$path} {$lock}), or delete it while nothing runs
lock-unwritable = cannot open the database {$path}: the folder must be there, and {$lock} be writable
lock-held = the database {$path} is in use by {$holder}: one process at a time may change it. Stop that one first
lock-unlocked = {$path} cannot be locked
lock-database-gone = there is no database {$path}, but there was one: put it back with the -wal file that belongs to it, or have 'nhip restore' put a backup there. To begin a new one in its place, delete {$lock}
lock-database-emptied = the file {$path} is empty, but there was a database in it: have 'nhip restore' put a backup there, or put the database back with the -wal file that belongs to it. To begin a new one in its place, delete {$lock}
lock-unseen = cannot look at {$path}: be the user that runs the bot
lock-holder = '{$command}' (process {$process}, since {$since})
lock-holder-unknown = another process
token-none = there is no token: ask @BotFather on Telegram for one and set {$name} in the environment (never in a command: others can see those)
token-none-in = there is no token: ask @BotFather on Telegram for one and set {$name} in {$path} or in the environment (never in a command: others can see those)
token-unread = cannot read the token in {$path}
token-empty = {$place}: the file {$path} is empty
api-address = '{$given}' is no address of a Bot API: write it like https://api.telegram.org
api-token = the messenger does not know this bot token: get the right one from @BotFather
api-second = another program is polling with this bot token: stop it; this one waits
api-webhook = another program has set a webhook for this bot, so there is nothing to poll: stop it; this one waits, and its next start removes the webhook
api-refused = the messenger refuses the webhook: {$cause}; look at [telegram] webhook in the settings
api-wait = the messenger asks to wait {$seconds} s
api-away = the messenger cannot be reached: {$cause}
listen-taken = cannot listen at {$address}: choose a free address of this machine in {$setting}
bot-ended = a part of the bot ended by itself
bot-has-ended = the bot has ended
bot-broke = a part of the bot broke down
bot-late = the bot did not end in time, and was ended: the database or the disk does not answer
bot-not-settled = cannot settle what was being sent when the program last stopped
random-none = the operating system gives no random numbers
signals-none = signals cannot be received
demo-folder = cannot use the folder {$path}: name another with --data
demo-damaged = the demo's folder is damaged: delete it and start again
demo-silent = the emulated Telegram does not answer
demo-port = cannot show the page at port {$port}: choose another with --port
demo-clock = the time in {$path} cannot be read: delete the file to begin anew
demo-clock-not-kept = cannot keep the time in {$path}
texts-unusable = the texts cannot be used; 'nhip check' says more
page-missing = {$path} is missing
page-brace = a '{"{"}' without its '{"}"}'
page-unknown = {"{"}{$name}{"}"} is not known
demo-sandbox =
    the page: {$page}
    the Bot API for your bot: TELOXIDE_API_URL={$page} with any token
demo-stopping = Stopping …
demo-kept = Everything is kept in {$path}; the same command goes on from here.
demo-open = Open {$page}   (Ctrl-C ends the demo)
demo-no-time = {$path} holds no time: delete the demo's folder and start again
demo-units = the demo's units are wrong: {$cause}
demo-unit = a unit of the demo is missing
health-still = nothing was written yet: the bot is still starting
health-written = nothing was written for {$seconds} s
health-heard = nothing was heard of Telegram for {$seconds} s
health-waits = something has waited for {$seconds} s, and no call was answered for {$silent} s

## What the commands print.

units-refused = {$path} was refused, nothing was imported:
units-imported = imported: 'nhip units' lists them with the codes of their invite links
units-same = nothing to import: the units are as the file has them
units-not-imported = nothing was imported: to do it, add --yes
units-none = no units yet: 'nhip units import FILE' brings them in
audit-broken = the audit is broken at line {$line}: it was changed, or lines before it are missing
audit-rewritten = line {$line} has another code than the one that was noted: the audit was rewritten
audit-removed = line {$line} is not there: it was removed by retention, or never written
audit-as-noted = line {$line} is as it was when its code was noted
audit-whole = {$lines} lines, the chain is whole; the last is {$line}:{$code}
init-there = nothing was written, because of what is there already ({$paths}): name another folder, or move it away
init-no-text = a text is missing
export-occupied = {$path} holds something already, and nothing was written: name a folder that is not there yet
export-no-folder = {$path} cannot be written: name a folder
export-written = written: {$files} files in {$path}
bank-inside = the texts inside the program cannot be changed: write them out with 'nhip messages export messages', and import again
bank-more = … and { $count } faults more
bank-refused = {$path} was refused, nothing was written:
bank-strange = the column “{$column}” is none of the export's and was not read
bank-same = nothing differs
bank-would = would change: questions {$questions}, files {$files}; nothing was written: to write it, add --yes
bank-written = written: questions {$questions}, files {$files}
file-written = written: {$path}
preview-no-form = there is no form {$name}; there are: {$known}
preview-none = nothing of this kind is about this criterion; leave out --kind or --criterion
check-warning = warning: {$what}
check-faults = faults: {$count}
health-well = well
health-no-answer = no answer within {$seconds} s
health-silent = the bot does not answer at {$address} ([http] listen)
health-other = something else answers there
health-writer = the database cannot be written
health-updates = nothing is heard of Telegram
health-outbox = what is due does not leave
health-not-ready = the bot is not ready
health-no-process = no process runs on the {$database}
quarantine-none = nothing is in quarantine
quarantine-one =
    update: {$id}
    day: {$day}
    kind: {$kind}
    cause: {$cause}
quarantine-retry = an update in quarantine cannot be handled again: what it said is not kept, on purpose. Whoever sent it got no answer; once the cause is mended, let them do it once more, and drop the note
quarantine-dropped = dropped: {$id}
quarantine-unknown = no update {$id} is in quarantine: 'nhip quarantine' lists them

## nhip status

status-running = running: {$holder}
status-idle = running: nothing
status-wrong = WRONG: {$what}
status-outbox = outbox: {$states}{$oldest}
status-oldest = {""}, the oldest has waited for {$length}
status-quarantine = quarantine: {$count}
status-broadcasts = broadcasts: {$states}
status-rounds = rounds: open {$open}, closed {$closed}
status-backup = last backup: {$moment}
status-no-backup = last backup: no record of any
status-people = units: {$units}, members: {$members}, officers: {$officers}, linked groups: {$groups}
status-database = database: {$size} kB
status-free = free on its disk: {$megabytes} MB
status-free-unknown = free on its disk: cannot be told
status-no-bot = bot: none has run on this database yet
status-bot = bot: @{$bot}, nhip {$version}
status-started = started: {$moment}
status-up = started: {$moment}, up {$length}
status-written = last written: {$moment}
status-heard = Telegram last heard: {$moment}
status-update = last update: {$moment}
status-next = next due: {$moment}
status-none = none
status-none-yet = none yet
status-nothing-yet = nothing yet
status-ago = {$moment} ({$length} ago)
length-seconds = {$seconds} s
length-minutes = {$minutes} min
length-hours = {$hours} h {$minutes} min
length-days = {$days} d {$hours} h

## nhip doctor: what was looked at, and on a line of its own what to do about it.

doctor-fine = ok
doctor-wrong = WRONG
doctor-doubtful = warning
doctor-unseen = not looked at: {$what}
doctor-sound = nothing must be mended
doctor-to-mend = to be mended: {$count}
doctor-texts-unusable =
    {$cause}
    next: mend the lines that it names; 'nhip check' finds every fault at once
doctor-texts-faulty =
    {$texts}: faults: {$count}, the first: {$first}
    next: mend them; 'nhip check' shows all of them
doctor-calendar = the calendar of holidays reaches a year ahead
doctor-calendar-short =
    {$fault}
    next: without the coming year's holidays people are written to on them
doctor-clock-wrong =
    the clock says {$shown}, which was before this program was written
    next: set it, and let it be kept right: timedatectl set-ntp true
doctor-clock = the campaign goes by Vietnamese time, whatever this machine's zone: now {$shown}
doctor-no-database =
    {$database}: there is none
    next: bring the units in: nhip units import units.csv --yes, as the user that the service runs as
doctor-database-unusable =
    {$cause}
    next: use the file that belongs to this version, or another path
doctor-no-units =
    there are no units, so nobody can join
    next: bring them in: nhip units import units.csv --yes
doctor-owners-wrong =
    {$cause}
    next: write numbers, separated by commas
doctor-no-owners =
    there are no owners, so nobody can appoint officers
    next: set NHIP_OWNERS in the file env to their Telegram numbers; each learns theirs from a bot such as @userinfobot
doctor-one-owner =
    there is one owner: nobody can confirm what they send to many
    next: name a second one in NHIP_OWNERS
doctor-owners = owners: {$count}
doctor-others-may =
    others may use {$path}, which is secret
    next: chmod {$mode} {$path}
doctor-secrets = files that hold secrets are for their owner alone
doctor-no-folder =
    the database's folder {$path} is not there
    next: make it, for the user that the service runs as: install -d -m 700 -o USER FOLDER
doctor-folder-open =
    others may put files into {$path}, where the database is
    next: chmod go-w {$path}
doctor-folder-of-another =
    the database belongs to another user than its folder: the service may not be able to write to it
    next: chown --reference={$folder} {$path}*
doctor-room = free where the database is ({$path}): {$megabytes} MB
doctor-room-little =
    free where the database is ({$path}): {$megabytes} MB
    next: make room: without any, nothing that people answer can be kept
doctor-room-unknown =
    how much room is left in {$path} cannot be told: {$cause}
    next: look with df
doctor-held = {$path}: {$cause}; run this as root or as the user that the service runs as
doctor-messenger = whose the bot is, privacy mode, webhook, linked groups
doctor-token-not-allowed = {$cause}; run this as root, who may read it: {$unseen}
doctor-no-token =
    {$cause}
    next: get the token from @BotFather, whole, and write it there
doctor-token = the token in {$place} is that of @{$bot}
doctor-groups-late =
    the linked groups could not all be asked about within a minute
    next: try again later
doctor-token-unknown =
    Telegram does not know the token in {$place}
    next: get the right one from @BotFather (/mybots, then API Token), and write it there
doctor-away =
    {$cause} ({$address})
    next: see whether this machine reaches that address at all: the line, the firewall, a proxy, a block; then try again
doctor-privacy-off =
    privacy mode is off: in groups the bot gets everything that is said
    next: write /setprivacy to @BotFather, choose the bot, Enable; then remove it from its groups and add it again
doctor-privacy = privacy mode is on: in groups the bot gets commands alone
doctor-no-joining =
    nobody can add the bot to a group
    next: write /setjoingroups to @BotFather, choose the bot, Enable
doctor-clocks-differ =
    this machine's clock and Telegram's differ by {$seconds} seconds
    next: let it be kept right: timedatectl set-ntp true
doctor-clocks-agree = the clock agrees with Telegram's
doctor-polled = updates wait to be polled: no webhook is set
doctor-webhook-not-yet = the webhook at {$host} is not set yet: 'nhip run' sets it
doctor-delivered = updates are delivered to {$host}
doctor-webhook-other =
    a webhook is set for this bot which the settings do not name: {$host}
    next: if another program uses this bot, give one of them another bot; if not, there is nothing to do: 'nhip run' sets its own or removes it
doctor-webhook-unknown =
    whether a webhook is set cannot be told: {$cause}
    next: try again later
doctor-group-no-files =
    in the group of {$unit} the bot may not send pictures or files, so no report
    next: let an administrator of the group allow it, or make the bot one of them
doctor-group-silent =
    in the group of {$unit} the bot may not write
    next: let an administrator of the group allow it, or make the bot one of them
doctor-group-left =
    the bot is no longer in the group of {$unit}
    next: add it again, or let an officer link another group with /lienket
doctor-groups-unasked =
    the linked groups could not all be asked about: {$cause}
    next: try again later
doctor-groups = linked groups in which the bot may write: {$fine} of {$all}

## What is wrong with the files of messages/: what, and after the semicolon what to do.

tree-unread = it cannot be read ({$cause}); check that it exists and that this user may read it
tree-too-large = it has {$bytes} bytes; a file of texts has {$most} at most; move it elsewhere, or divide it
tree-not-utf8 = this is not UTF-8; save the file with the encoding UTF-8
tree-unexpected = no file is expected here; move it to a theme's folder, to checkins/ or to forms/, or delete it
tree-missing = the file is missing; write it, or bring it back from an earlier version
yaml-unread = {$cause}; compare it with a file that is right; often the line above lacks its closing quotation mark
themes-numbered = the themes are numbered {$numbers}; list the four themes 1, 2, 3, 4 in this order
criterion-no-file = this folder has no such criterion; name the file after one of the theme's criteria, as in 1.1.yaml
checkin-prompts = there are {$count} prompts; write exactly three, for themes 2, 3 and 4 in this order
checkin-choices = there are {$count} choices; offer three or four
holiday-length = a holiday cannot last from {$from} to {$to}; write the first day, then the last, at most 31 days
day-of-year = “{$given}” is no day of the year; write day and month, as in 28/7
id-out-of-order = the id is {$given}, but here stands {$expected}; ids run without gaps and are never reused: bring back a deleted entry with superseded_by, or correct the id
no-date = “{$given}” is no date; write a day that exists as dd/mm/yyyy, as in 07/11/2017
no-document = {$given} is no document of documents.yaml; name one that is listed there, or list it
no-criterion = “{$given}” is no criterion of theme {$theme}; write one of the theme's three, in quotation marks, as in "2.1"
criterion-of-another = this is the file of criterion {$id}, not {$given}; correct the number or the file's name
items-none = there is no item; write one at least
questions-few = there are {$count} questions; write five at least: a quiz has five
expect-range = {$given} per cent are expected to get it right; write an estimate from 5 to 95
twin-not-above = {$given} is no question above this one; name the first of the family: it has the lowest number and stands in the same file
twin-of-twin = {$given} is itself the twin of another; name the first of the family, the one that has no twin above it
difficulty-range = the difficulty is {$given}; write 1 (easy), 2 or 3 (hard)
options-count = there are {$count} options; write exactly four
options-right = {$count} options are marked as right; write “right: true” under exactly one
choice-twice = this option stands here twice; write four different ones
successor-none = {$given} is no entry of this list; name the entry that takes this one's place; it stands in the same file
successor-early = {$given} is in use no later than this entry itself; give the new entry a later effective_from
document-twice = the document {$id} is listed twice; keep one of the two
document-no-start = nothing says from when on {$id} is in force; add in_force_from, the first day
document-ends-early = {$id} ends before it begins; compare both days with the documents
document-itself = {$id} cannot replace itself; name the other one
document-unlisted = {$given} is no document of this list; name one that is listed here, or list it
form-name = the form is called {$given}, its file {$expected}; give both the same name: at most twelve small letters and digits, without marks
plan-posts = there are {$count} posts; write 1 to 12
plan-post-id = “{$id}” is no id of a post, or stands here twice; write up to twelve letters and digits without marks, each id once
plan-tasks = there are {$count} tasks; the guideline has six, III.1 to III.6 in order
plan-lines = the task has {$count} ready lines; write 1 to 8
plan-no-lead = no post leads; write at least one id of posts
plan-no-post = there is no post with the id “{$given}”; add it to posts, or mend the id
plan-counts = declared people cannot be counted in a plan; write rounds, reached, answered, checkins or commended
plan-months = write the first and the last month of one year, such as [3, 5]; leave months out for the whole plan
form-no-period = there is no period; write year, half-year or quarter
suggestions-topics = there are { $given } topics; there must be { $expected }, for each is stored by its place
suggestions-days = { $given } days are given for an answer; it must be { $least } to { $most }
suggestions-ways = no way on paper is named; whoever wants to denounce must be told where
form-members-periods = members are not asked by periods; take the line periods away
form-no-days = it is not said when members are asked; write opens: "05/10" and days: 14
form-units-days = only members are asked on days; take the lines opens and days away
form-opens = “{$given}” is no day of every year; write day and month, as in "05/10"
form-days = they are asked for {$count} days; write 1 to 60
form-members-choose = members are asked for more than a choice; write choice or choices: what somebody types can tell who it was
form-members-fill = a choice of members fills in nothing by itself; take known, told and report away
form-options-in-all = there are {$count} options in all; write 60 at most, all questions together
form-options-alike = two options read “{$name}”; make one of them of the two, or say what differs
form-prompts = there are {$count} prompts; write 1 to 30
form-fields = there are {$count} fields; write 1 to 6: they are typed in one line
form-id = the id {$id} does not follow; write the prompt's number, a dot and the field's number, as in "2.1"; both rise, and are never given to another question
form-row = the report has no row {$row}; write 1 to 17, or leave it out
form-limits = the limits are {$min} and {$max}; write a min of 0 or more and a larger max; a text has 500 letters at most
form-at-most = only numbers are compared; take at_most away
form-near = only a number can be near another; take near away
form-share = only a number is a part of another; take share_of away
form-within = only a date is within months; take within_months away
form-future = only a day or a month can lie ahead; take not_future away
form-no-names = only a text can name somebody; take no_names away
form-long-ago = only a day or a month can be long ago; take long_ago away
form-no-files = only a text can name the number of a file; take no_files away
form-no-wish = only a text can be a wish; take no_wish away
form-figure = only a text can lack a figure; take figure away
form-author-twice = only one form has “asks: author”; take this one or the other away
form-means-kind = this means asks for another type; title, change, before, after, measure, spread are text, since is month, benefit is dong, shares is shares, field, kind, secret are choice
form-means-twice = this means stands at a question above; each thing is asked once
form-means-first = the first three questions must be means: title, change, since, in this order, with one field each
form-means-author = only a form with “asks: author” uses means; take means away
form-sum = only whole numbers and money are added up; take “told: sum” away, or ask for a number
form-nothing-to-choose = there is nothing to choose; list the options
form-options = a field of this type has {$count} options; list 1 to 12; a number has none
form-option-id = “{$id}” is no id of an option, or stands here twice; write up to twelve letters and digits without marks, each id once
form-same-name = two fields are called “{$name}”; give each its own name: it stands above its column
form-no-field = {$given} is no field of this form; name a field by its id, as in "2.1"
ftl-unread = this cannot be read ({$cause}); write “key = text”, with further lines indented
ftl-other = {$cause}; correct it
ftl-twice = the text {$key} is written twice; keep one of the two
ftl-quotes = the text {$key} quotes {$other}, which does not exist; correct the name
ftl-missing = the text {$key} is missing; add it; the built-in file shows how it reads
ftl-not-given = the text {$key} uses ${$name}, which it is not given; use only what the Vietnamese text of that key uses
ftl-no-english = the text {$key} has no English; add it to {$path}
ftl-no-vietnamese = the text {$key} has no Vietnamese; add it to {$path}, or delete it here
ftl-differ = the text {$key} uses [{$found}], in Vietnamese [{$wanted}]; use the same arguments in both
ftl-attributes = the text {$key} has attributes, which nobody will see; make each a text of its own
ftl-names = {$cause}; correct the names in it
ftl-tags = the {$role} {$key} has HTML in it, which would be shown as it stands; write it without tags; “&” is just “&”
ftl-html = the {$role} {$key} is no HTML of the messenger: {$cause}; close every tag, use only b i u s code pre a blockquote tg-spoiler, write &lt; &gt; &amp;
ftl-long = the {$role} {$key} has {$chars} characters or more; shorten it to {$most}
ftl-empty = the {$role} {$key} is empty for some arguments; write it
ftl-use-message = message
ftl-use-toast = toast
ftl-use-button = button
ftl-use-menu = menu description
ftl-address = “{$words}” is written out; write {"{"}$address{"}"} or {"{"}$Address{"}"}: each organisation chooses its form
brace-spoken = a brace stands here that means nothing ({$words}); write {"{"}đồng chí{"}"}, at the beginning of a sentence {"{"}Đồng chí{"}"}, where the member is spoken to; use no other braces
brace = a brace stands here that means nothing ({$words}); delete it: nothing is put in here
address-spoken = “{$words}” is written out; write {"{"}đồng chí{"}"} or {"{"}Đồng chí{"}"}, in braces: each organisation chooses its form; name others otherwise, or quote them in “ ”
word-other-spelling = “{$word}” is spelled in the other system; write “{$right}”
word-address = “{$word}” is not used here; write {"{"}đồng chí{"}"} ({"{"}$address{"}"} in interface texts), or name a third person
word-every = “{$word}” stands here; write “{$right}”
mark-nfc = “{$word}” is not in the normal form NFC; type the word again, or save the file as NFC
mark-invisible = an invisible character ({$code}) stands here; delete it, or type an ordinary space
mark-two-spaces = two spaces stand here; leave one
mark-edge = it begins or ends with a space; delete it
dead-old-font = “{$word}” is typed in an old font (TCVN3, VNI or VPS), not in Unicode; type it in Unicode; if it is meant to be so, put it between “ and ”, as in “Häfele”
dead-misread = “{$word}” was once opened in a wrong encoding; type it in Unicode; if it is meant to be so, put it between “ and ”, as in “Häfele”
dead-lost = “{$word}” has lost letters; type it in Unicode; if it is meant to be so, put it between “ and ”, as in “Häfele”
set-paragraphs = it has several paragraphs; join them: write “>-” and no empty line
set-straight = a straight quotation mark {$mark} stands here; write “ and ”
set-dots = three dots stand here; write …, one character
set-before-last = a space stands before the last mark; delete it
set-before = a space stands before “{$mark}”; delete it
set-after = a space stands after “{$mark}”; delete it
set-none-after = no space stands after “{$mark}”; add one
figure-date = “{$word}” is no date; write a day that exists as dd/mm/yyyy
figure-time = “{$word}” is no time of day in running text; write the time as 11 giờ 25
figure-long = “{$word}” is hard to read; write thousands with a dot, as in 10.000; decimals with a comma
figure-decimal = “{$word}” reads as a decimal; write thousands with a dot, as in 10.000; decimals with a comma
passage-empty = the {$name} is empty; write it
passage-long = the {$name} has {$chars} characters; shorten it to {$most}
mix-items = {$count} items are in use; make it {$wanted}
mix-questions = {$count} questions are in use; make it {$wanted}
mix-kind = {$count} questions in use are of the kind {$kind}; make it {$wanted}
mix-difficulty = {$count} questions in use have the difficulty {$level}; make it {$least} to {$most}
mix-positions = the right answers stand {$a}, {$b}, {$c} and {$d} times at A, B, C and D; move options so that each position has 3 to 7; five each is best
mix-longest = the right option is the longest in {$count} questions ({$ids}); write wrong options as fully as right ones, until {$most} are left
place-backwards = “{$given}” begins with the article; write the clause first: khoản 2 Điều 22
item-no-plan = this is no if–then plan; write “Nếu …, thì tôi sẽ …”
card-questions = the card has {$count} questions; ask exactly three
choice-no-feedback = this wrong option has no feedback; add a “why” for who chooses it: what is right in it, and what it leads to
question-no-expect = nothing is expected of {$id}; add “expect”: how many per cent will get it right, 5 to 95
screen-long = {$id} takes some {$chars} characters on the phone; shorten its texts until it takes {$most}
clause-differs = {$name} differs from the guideline; copy the clause again, letter by letter, without its number; do not correct it
clause-objective = the objective
clause-task = task {$number}
clause-tasks = there are {$count} tasks; list the guideline's six
english-missing = {$name} is missing: these words have no English text beside them; write it; who reads English sees it under the official words
english-task = its line of tasks_en
calendar-short = no holiday is listed on or after {$day}; add the coming year's; on a day that is not listed people are written to
checked-ahead = checked_on {$given} has not come yet; write the day on which it was compared with its source
ledger-amended = {$id} was amended, and its citation does not say so; name the amendment: “(sửa đổi, bổ sung bởi …)”
ledger-address = “{$given}” is no address; write the official page, beginning with https://
ledger-stale = last checked more than six months ago: {$ids}; compare them with their sources, mend what has changed, and write the day into checked_on
ledger-unsettled = {$id} rests on {$document}, of which documents.yaml says that it is unsettled; open the document and settle it there, or ask about another one
ledger-lapsed = {$id} rests on {$document}, which has not been in force since {$day}; ask about what holds now, or write a successor and superseded_by
ledger-replaced = {$id} rests on {$document}, which has not been in force since {$day}; ask about what holds now ({$next}), or write a successor and superseded_by
ledger-not-yet = {$id} rests on {$document}, which is not in force before {$day}; let it be used from that day on: effective_from: "{$day}"
ledger-ends = {$id} rests on {$document}, which is not in force from {$day} on; write its successor with effective_from: "{$day}"; without one it is not sent from then on
twins-options = {$first} and {$second} are twins and do not have the same four options; give both the same four, word for word, in any order: then options alone tell nothing
twins-right = {$first} and {$second} are of one family and have the same right option; change one fact of the scene so that another option is right
word-people = “{$word}” is not used here; write “người dân” or “tổ chức, cá nhân”
word-user = “{$word}” is not used here; write “người dùng”
word-campaign = “{$word}” is not used here; write “Cuộc vận động”
part-title = title
part-objective = objective
part-task = task
part-criterion = criterion
part-situation = situation
part-question = question
part-thought = thought
part-try = try
part-option = option
part-feedback = feedback
part-explanation = explanation
part-do-now = do_now
part-source-place = source's place
part-theme-name = theme's name
part-suggestion-topic = suggestion topic
part-suggestion-way = way on paper
part-citation = citation
part-document-title = document's title
part-checker = name of who checked
part-issuer = issuer
part-amendment = amendment
part-remark = remark
part-choice = choice
part-closing = closing
part-hint = hint
part-name = name
part-content = content of the line
part-measure = how it is measured
part-target = target
part-asked-back = question asked back
part-holiday-name = holiday's name
part-anniversary-name = anniversary's name
part-broadcast = ready broadcast

## The question bank: faults of a workbook that came back, what would change, how hard questions are.

bank-cell = {$id}, cell {$cell}: {$what}
bank-cell-alone = cell {$cell}: {$what}
bank-row-missing = {$id}: its row is missing; bring it back: a question is never deleted, but may name its successor in “{$column}”
bank-row-twice = this question has a row already, {$row}; delete one of the two
bank-both-changed = this was changed here and, since the export, in the file too, where it says “{$old}”; decide which it shall be: write the file's words here, or make the change in the file by hand
bank-fixed = the {$column} of a question does not change, and “{$new}” stands here; write {$old} again
bank-empty = the {$column} is empty; write it; what stood here before the export is in the YAML file
bank-empty-right = the {$column} is empty; write A, B, C or D
bank-empty-new = the {$column} of this new question is empty; write it, or empty the whole row
bank-none-of = “{$given}” is no {$column}; write one of {$known}
bank-shares = 5 to 95, in per cent
bank-new-criterion = “{$given}” is no criterion; a row without an id is a new question: choose 1.1 to 4.3, or empty the row
bank-new-id = no question has this id; correct it, or leave it empty for a new question: the next one is {$next}
bank-new-known = {$same} asks this already; write its id into this row, or delete the row
bank-by-hand = {$what}: {$path} is laid out in a way that this program cannot edit; make this change there by hand
bank-whole-file = the file
bank-nothing = (nothing)
bank-new = {$id} ({$path}), new
bank-not-put-back = {$path} was changed and cannot be put back
bank-no-workbook = the workbook cannot be written
column-id = id
column-criterion = criterion
column-kind = kind
column-difficulty = difficulty
column-expect = expected share
column-twin = twin
column-question = question
column-option = option {$letter}
column-feedback = feedback {$letter}
column-right = right option
column-why = explanation
column-do-now = thing to do now
column-document = source document
column-place = place in the source
difficulty-judged = {$judged} of {$all} questions have {$least} answers or more; each person counts once, at first sight
difficulty-everybody = everybody gets it right: {$count}
difficulty-nobody = hardly anybody gets it right: {$count}
difficulty-beaten = a wrong option is chosen more often than the right one: {$count}
difficulty-far = far from the estimate: {$count}
difficulty-share = {$percent} % of about {$all}
difficulty-beats = {$wrong} has {$share} %, the right {$right} has {$told}
difficulty-expected = {$told}, expected {$expected} %

## nhip check --blind

blind-heading = right options guessed from the options alone (chance: 25 %; in brackets where the rate may lie, 95 %)
blind-all = all
blind-all-questions = all questions
blind-families-heading = families with {$keys} keys: the one guess is one of them (chance: {$chance} %)
blind-families = families
blind-right = most in right options (right, wrong): {$marks}
blind-wrong = most in wrong options (right, wrong): {$marks}
blind-above = {$name}: {$percent} % are guessed by their options alone; write them anew until it is {$most} % at most

## nhip backup, nhip restore

help-nhip-backup = Copy the database, beside the running bot or without it: complete, checked, for its owner alone
help-nhip-backup-more = What members say in an open check-in and whatever waits to be sent (a journal's key among it) is left out.
help-nhip-restore = Put a backup in the place of the database, or only try whether it could be
help-nhip-restore-more = Nothing is sent twice and nobody who has left since comes back: what waited is marked as lost, and everything but replies waits until an owner sends /resumeall. The bot must not run.
option-nhip-backup-target = A folder that is there, or a file to be made; without it the folder of [backup] in the settings
option-nhip-backup-target-more = In a folder the file is called by the moment, such as nhip-20261129-023000.db. No file is ever replaced.
option-nhip-backup-keep = In a folder: so many backups stay there, this one included. Only files that nhip has named so are deleted
option-nhip-backup-recipient = Encrypt it to this age public key, which begins with age1; without it, to the recipient in the settings
option-nhip-restore-file = The backup
option-nhip-restore-check = Only try: copy it beside the database's place, read all of it, bring it up to date; then delete that copy again
option-nhip-restore-force = Also where newer data is in its place: the database that is there is kept under a dated name
option-nhip-restore-identity = The file with the age secret key, if the backup is encrypted
settings-backup-busy = [backup] hour = {$hour} lies between {$from} and {$to}, when members are written to: choose another hour, such as 2
settings-hour = {$given} is no hour: write 0 to 23
settings-keep = {$given} backups cannot be kept: write 1 to 1000
settings-secret-key = that is the secret key: it belongs to whoever restores, never on the server. Write the public one, which begins with age1
settings-no-key = that is no age public key: write what 'age-keygen' prints as “Public key”, which begins with age1
backup-nowhere = say where the backup is to go: a folder that is there, or a file to be made. Without one it goes where [backup] in the settings says, and it says nothing there
backup-broken = the backup is there, but the audit in it is broken at line {$line}: it was changed, or lines before it are missing
backup-written = written: {$path} ({$size}, schema {$schema})
backup-written-sealed = written: {$path} ({$size}, encrypted, schema {$schema})
backup-checked = checked: every page, every reference; {$audit}
backup-audit-later = its audit is checked by 'nhip restore --check'
backup-audit-empty = the audit has no lines yet
backup-audit-sound = the audit holds together: lines {$lines}, the last is {$line}:{$code}
backup-audit-broken = the audit is broken at line {$line}
backup-left-out = left out: answers of an open check-in: {$answers}; messages that wait, with any journal's key: {$waiting}
backup-removed = removed: {$path}
backup-not-copied = cannot copy {$path} into {$folder}; nothing was left there
backup-not-kept = the backup was not kept
backup-off = the backup broke off
backup-link = {$path} is a symbolic link: name the file or folder itself
backup-key-none = {$path} holds no age secret key: it is a file with a line that begins with AGE-SECRET-KEY-1
backup-key-unread = cannot read the key {$path}
backup-sealed-damaged = {$path} is damaged: it is no whole age file
backup-key-other = {$key} does not open {$path}
backup-unread-end = {$path} cannot be read to its end
backup-keep-folder = --keep needs a folder, and {$path} is none: name one that is there
backup-no-database = there is no database {$path}: name the file with --database
backup-not-written = cannot write the backup {$path}; nothing was left there
backup-itself = {$path} is the database itself: name another file, or a folder
backup-there = there is a file {$path} already, and a backup replaces none: name another one, or a folder
backup-no-folder = there is no folder {$path}: make it first, for the program's own user alone (chmod 700)
backup-folder-unread = cannot read the folder {$path}
backup-at-work = another backup or restore is at work in {$path}: wait for it to end
backup-not-swapped = cannot put the backup in the place of {$path}; what was there is beside it
backup-upgrade = the database {$path} was made by an older nhip and is backed up before it is changed; that failed, so nothing was changed
backup-put-by-hand = {$path} is a backup that was put there as it is: people who have left since would be back, and what was sent since might go again. Move it away and have it restored: mv {$path} {$path}.backup, then nhip restore {$path}.backup --database {$path}
copy-name = its name is not Unicode
copy-not-ours = it is damaged, or no database of nhip
copy-damaged = it is damaged: {$found}
copy-adrift = it is damaged: a row of {$table} refers to one that is not there
restore-possible = it can be restored; nothing was changed
restore-made = made at {$at}, {$length} ago; {$size}, schema {$schema}
restore-last-day = does not say when it was made; in it, the last day is {$day}; {$size}, schema {$schema}
restore-unsaid = does not say when it was made; {$size}, schema {$schema}
restore-done = restored: {$path}
restore-kept = kept: the database that was there is {$path}. It holds what members deleted since: delete it with its -wal once it is not needed
restore-not-asked = not read: the database that was there is damaged. Who has left since is known from the lists alone; taps of the last moments may be answered once more
restore-deleted = deleted again, for they had left or withdrawn since: {$count}
restore-lost = lost, and not sent again: messages {$lost}; recipients of broadcasts in doubt {$doubt}
restore-next = next: start the bot. The owners are told; everything but replies waits until one of them sends /resumeall (/guitrolai)
restore-audit = the audit in {$path} does not hold together at line {$line}: it was changed, or lines are missing. To restore it all the same, add --force
restore-audit-after = the audit would not hold together any more at line {$line}
restore-list = cannot read the list of who has left since; who is on it would come back with the backup
restore-log-alone = there is no database {$path}, but {$log} holds the last changes of one. If that database is to come back, put it there. If not, add --force: the log is kept under another name
restore-newer = the database {$path} was changed last at {$at}, after the backup {$file} was made: what came since would be lost. To restore all the same, add --force: the database that is there is kept under another name
restore-some-time = an unknown moment
restore-no-file = there is no file {$path}
restore-unfinished = {$path} is no finished copy: {$log} beside it holds its last changes. Make a backup of it first: nhip backup NEW --database {$path}
restore-off = the copy broke off
restore-not-sound = the backup {$path} cannot be restored
restore-not-copied = cannot copy {$path} to {$into}; nothing was left there
restore-sealed = {$path} is encrypted: name the file with the secret key by --identity
restore-not-sealed = {$path} is not encrypted: leave out --identity
doctor-no-backups =
    no backup is made by itself
    next: name a folder as [backup] folder in the settings, and see docs/operating.md
doctor-no-backup-folder =
    the folder for backups, [backup] folder: there is no {$path}
    next: make it, for the service's user alone: install -d -o nhip -g nhip -m 700
doctor-backup = last backup: {$at}, in {$path}
doctor-backup-old =
    the last good backup is {$days} days old
    next: is the bot running? The log says why none was made; 'nhip backup' makes one now
doctor-backup-none =
    no backup has been made yet in {$path}
    next: the running bot makes the first one within the hour; 'nhip backup' makes one now
length-of-days = {$days} days
length-of-hours = {$hours} hours
length-of-minutes = {$minutes} minutes
