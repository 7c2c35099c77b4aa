//! Business rules. Entry points: `on_updates`, `on_tick`, `on_delivery`; each runs in the caller's transaction.
//!
//! Knows the rules. Must not know SQL, the messenger, wording, the clock, the environment.
//! Same database, same input, same `now`, same seed: same rows.

mod access;
mod asked;
mod ctx;
mod delivery;
mod disclosure;
mod doubt;
mod member;
mod officer;
mod retention;
mod setup;
mod suggesting;
mod taps;
mod tick;

use chrono::{DateTime, Utc};

use self::access::{command_menu, consent, help, officers, settings};
use self::ctx::{Caller, Ctx};
pub use self::disclosure::reflection::Grassroots;
use self::disclosure::{reflection, threshold};
use self::member::{
    checkin, criteria, initiatives, journal, logbook, members, my_year, mydata, plan, practice,
    progress, quiz, year,
};
pub use self::officer::unit_files::{ReadFile, UnreadFile};
use self::officer::{
    broadcast, cards, collect, commend, findings, forms, groups, invites, plans, quiz_reminders,
    register, report, restored, suggestions, surveys, unit_files,
};
pub use self::retention::Retention;
pub use self::setup::Rules;
use crate::campaign::Campaign;
use crate::db::Tx;
use crate::event::{
    Author, ChatKind, Command, Event, Inbound, IncomingMessage, LinkCode, MessagePart, Place,
    Standing,
};
use crate::outgoing::{Delivery, Purpose};
use crate::schedule::Sending;
use crate::store::dialogs::Dialog;
use crate::store::{self, Result};
use crate::text::Texts;
use crate::types::{Thresholds, UserId};

/// The rules, with the words and the content they work on.
pub struct Core {
    texts: Texts,
    campaign: Campaign,
    rules: Rules,
    binding: consent::Binding,
    thresholds: Thresholds,
    grassroots: Grassroots,
    retention: Retention,
    sending: Sending,
    open_joining: bool,
    daily_backups: bool,
    year_start: u32,
}

/// What the ticker is to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tick {
    /// There is more to do at once: a batch was full.
    pub again: bool,
    /// A file waits to be read, or a list to be planned.
    pub files: bool,
    /// Rows were deleted that must not survive in the log: checkpoint it.
    pub erased: bool,
    /// When something is due next.
    pub next: Option<DateTime<Utc>>,
    /// The same of what no file may know: it must not be written down.
    pub unwritten: Option<DateTime<Utc>>,
    /// Nothing else may stand in this transaction.
    pub alone: bool,
}

impl Core {
    /// The process has started: calls that its predecessor had claimed are decided, the command menus are set.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn on_start(&self, tx: &mut Tx) -> Result {
        store::installation::ensure(tx).await?;
        store::audit::seal(tx).await?;
        store::heartbeat::forget_room(tx).await?;
        threshold::raise(tx, self.thresholds).await?;
        store::outbox::recover(tx, delivery::ATTEMPTS_MAX).await?;
        store::suggestions::drafts::forget_all(tx).await?;
        let mut ctx = Ctx::new(self, tx);
        settings::note(&mut ctx).await?;
        unit_files::tell_broken(&mut ctx).await?;
        restored::settle(&mut ctx).await?;
        // Before anything leaves: a card that goes back to the queue must not name a member who has withdrawn.
        consent::take_down(&mut ctx).await?;
        reflection::tidy(&mut ctx).await?;
        // Before anything leaves: recipients whose call may or may not have been sent are marked so.
        broadcast::tick(&mut ctx).await?;
        command_menu::enqueue(&mut ctx).await
    }

    /// These rules take the place of others while the process runs: what it notes at a start about settings and words is
    /// noted anew. What is being sent is left alone.
    ///
    /// # Errors
    /// The database cannot be written: the others stay in force.
    pub async fn on_reload(&self, tx: &mut Tx) -> Result {
        threshold::raise(tx, self.thresholds).await?;
        let mut ctx = Ctx::new(self, tx);
        settings::note(&mut ctx).await?;
        consent::take_down(&mut ctx).await?;
        reflection::tidy(&mut ctx).await?;
        command_menu::enqueue(&mut ctx).await
    }

    /// A batch of updates, in the order they were delivered.
    ///
    /// A fault or panic undoes that update alone and puts it aside.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of the batch has happened.
    pub async fn on_updates(&self, tx: &mut Tx, batch: &[Inbound]) -> Result {
        let ids = batch.iter().map(|inbound| inbound.id);
        let mut new = store::updates::claim(tx, ids).await?;
        // The same one may be in the batch twice.
        let new: Vec<&Inbound> = batch
            .iter()
            .filter(|inbound| new.remove(&inbound.id))
            .collect();
        let mut ctx = Ctx::new(self, tx);
        // All at once, for a savepoint each costs more than most updates do; one by one if one of them fails.
        let together = ctx.isolated(async |ctx| {
            for inbound in &new {
                ctx.handle(&inbound.event).await?;
            }
            Ok(())
        });
        if together.await?.is_ok() {
            return Ok(());
        }
        for inbound in new {
            let handled = ctx.isolated(async |ctx| ctx.handle(&inbound.event).await);
            let Err(cause) = handled.await? else {
                continue;
            };
            tracing::error!(
                update = inbound.id.0,
                kind = inbound.kind,
                cause,
                "update put aside"
            );
            store::updates::quarantine(ctx.tx, inbound.id, inbound.kind, &cause).await?;
        }
        Ok(())
    }

    /// Does what is due at `now`, at most one batch of each kind.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_tick(&self, tx: &mut Tx) -> Result<Tick> {
        tick::tick(&mut Ctx::new(self, tx)).await
    }

    /// Looks, some times a minute, for what needs a person at the server: too much work for each tick, and no haste.
    ///
    /// # Errors
    /// The database cannot be written now: nobody has been told.
    pub async fn on_beat(&self, tx: &mut Tx) -> Result {
        findings::tell(&mut Ctx::new(self, tx)).await
    }

    /// Records how calls ended, and does what follows from it.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_delivery(&self, tx: &mut Tx, deliveries: &[Delivery]) -> Result {
        let mut ctx = Ctx::new(self, tx);
        delivery::record(&mut ctx, deliveries).await?;
        consent::take_down(&mut ctx).await?;
        if deliveries
            .iter()
            .any(|one| unit_files::concerned(&one.outcome))
        {
            unit_files::tell_lost(&mut ctx).await?;
        }
        // What left made room: the next portion follows in the same transaction.
        broadcast::flow(&mut ctx).await
    }
}

impl Ctx<'_> {
    async fn handle(&mut self, event: &Event) -> Result {
        self.asker = event.person().map(|person| person.user);
        match event {
            Event::Said(said) => self.said(said).await,
            Event::Tapped(tapped) => self.tapped(tapped).await,
            Event::Standing(standing) => self.standing(standing).await,
            Event::Moved { from, to } => delivery::move_group(self.tx, *from, *to).await,
            Event::Ignored => Ok(()),
        }
    }

    async fn said(&mut self, said: &IncomingMessage) -> Result {
        let text = said.text.as_deref();
        let command = text.and_then(|text| Command::parse(text, &self.core.rules.username));
        match (said.place.kind, said.author, command) {
            (ChatKind::Private, Author::Person(person), command) => {
                let caller = self.caller(person).await?;
                self.leaves_by_command(caller.user, command.as_ref())
                    .await?;
                match command {
                    Some(Command::Broadcast) => {
                        broadcast::open(self, &caller, &said.content.quoted).await
                    }
                    Some(Command::Unknown) if let Some(near) = text.and_then(Command::near) => {
                        self.offer_command(&caller, near).await
                    }
                    Some(command) => self.command(&caller, command).await,
                    None => self.written(&caller, said).await,
                }
            }
            (ChatKind::Group, author, Some(command)) => {
                groups::command(self, said, author, command).await
            }
            _ => Ok(()),
        }
    }

    /// What is written in a private chat and is no command: the answer to a question, a file, a quiz letter, or a
    /// search.
    async fn written(&mut self, caller: &Caller, said: &IncomingMessage) -> Result {
        let dialog = store::dialogs::of(self.tx, caller.user).await?;
        let taken = self.answered(caller, said, dialog).await?;
        if taken {
            return Ok(());
        }
        if let Some(document) = &said.document
            && unit_files::received(self, caller, document).await?
        {
            return Ok(());
        }
        self.words(caller, said, dialog).await
    }

    async fn command(&mut self, caller: &Caller, command: Command) -> Result {
        match (command, caller.member) {
            (Command::Start(payload), _) => match payload.as_deref().and_then(LinkCode::of_payload)
            {
                Some(code) => officers::open_link(self, caller, code).await,
                None => members::start(self, caller, payload.as_deref()).await,
            },
            (Command::Officers(words), _) => officers::list(self, caller, &words).await,
            (Command::Invite(words), _) => invites::open(self, caller, &words).await,
            (Command::Remind(words), _) => quiz_reminders::open(self, caller, &words).await,
            (Command::Respond(words), _) => broadcast::respond(self, caller, &words).await,
            (Command::Commend(words), _) => commend::open(self, caller, &words).await,
            (Command::Meeting(words), _) => suggestions::meeting::open(self, caller, &words).await,
            (Command::Suggest(words), _) => self.suggest(caller, &words).await,
            (Command::Forms(words), _) => forms::open(self, caller, &words).await,
            (Command::Register(words), _) => register::open(self, caller, &words).await,
            (Command::Totals(words), _) => collect::open(self, caller, &words).await,
            // Whoever is no officer reads the plans over their unit.
            (Command::Plan(words), _) if officers::is_one(self, caller.user).await? => {
                plans::open(self, caller, &words).await
            }
            (Command::Criteria, _) => criteria::open(self, caller).await,
            (Command::Privacy, _) => members::privacy(self, caller).await,
            (Command::Help, _) => help::help(self, caller).await,
            (Command::Card(wanted), _) => {
                let card = cards::card(self, caller.language, &wanted).await?;
                self.send(caller.user, card, Purpose::Plain).await
            }
            (Command::Report(wanted), _) => report::alone(self, caller, &wanted).await,
            (Command::Link(_) | Command::Unlink, _) => self.say(caller, "group-only", &[]).await,
            (Command::Broadcasts, _) => broadcast::list(self, caller).await,
            (Command::PauseAll, _) => broadcast::pause_all(self, caller).await,
            (Command::ResumeAll, _) => broadcast::resume(self, caller).await,
            (Command::MyData, _) => mydata::send(self, caller).await,
            // Who waits to be let in has only the request to take back.
            (Command::DeleteMyData | Command::Stop, None)
                if members::give_up(self, caller).await? =>
            {
                Ok(())
            }
            // An officer who is no member has only that role to give up.
            (Command::DeleteMyData | Command::Stop, None)
                if officers::is_one(self, caller.user).await? =>
            {
                officers::list(self, caller, "").await
            }
            (Command::Broadcast, _) => broadcast::open(self, caller, &MessagePart::Nothing).await,
            (Command::Unknown, _) => self.say(caller, "unknown-command", &[]).await,
            (Command::Log, _) => logbook::show(self, caller).await,
            (Command::Settings, None) => members::settings_alone(self, caller).await,
            // An officer who is no member sees what it came to.
            (Command::Training(words), None) if officers::is_one(self, caller.user).await? => {
                surveys::training(self, caller, &words).await
            }
            (_, None) => self.say(caller, "join-first", &[]).await,
            (Command::Stop, Some(member)) => members::ask_to_leave(self, &member).await,
            (Command::DeleteMyData, Some(member)) => members::ask_to_delete(self, &member).await,
            (Command::Journal, Some(member)) => journal::find(self, &member).await,
            // All commands below may store something, which outdated consents do not cover.
            (_, Some(member)) if consent::must_ask(self, member.id).await? => {
                consent::ask(self, &member).await
            }
            (Command::Unit(words), Some(member)) => members::unit(self, &member, &words).await,
            (Command::Me, Some(member)) => progress::show(self, &member).await,
            (Command::Quiz, Some(member)) => quiz::open(self, &member).await,
            (Command::Practice, Some(member)) => practice::open(self, &member).await,
            (Command::Plan(_), Some(member)) => plan::open(self, &member).await,
            (Command::Year, Some(member)) => year::menu(self, &member).await,
            (Command::Training(words), Some(_)) => surveys::training(self, caller, &words).await,
            (Command::Initiatives, Some(member)) => initiatives::open(self, &member).await,
            (Command::MyYear, Some(member)) => my_year::show(self, &member).await,
            (Command::Checkin, Some(member)) => checkin::open(self, &member).await,
            (Command::Settings, Some(member)) => members::settings(self, &member).await,
        }
    }

    async fn words(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
        dialog: Option<Dialog>,
    ) -> Result {
        match (caller.member, said.text.as_deref()) {
            (Some(member), Some(_)) if consent::must_ask(self, member.id).await? => {
                consent::ask(self, &member).await
            }
            (Some(member), Some(text))
                if dialog == Some(Dialog::Name(member.id))
                    && consent::take_name(self, &member, text).await? =>
            {
                Ok(())
            }
            (Some(member), Some(_)) if initiatives::wrote(self, &member, said, dialog).await? => {
                Ok(())
            }
            (Some(member), Some(text)) => {
                if quiz::typed(self, &member, text).await? {
                    return Ok(());
                }
                match Command::near(text) {
                    Some(near) => self.offer_command(caller, near).await,
                    None if quiz::waits(self, &member).await? => {
                        self.say(caller, "unknown-text-quiz", &[]).await
                    }
                    None => self.say(caller, "unknown-text", &[]).await,
                }
            }
            (None, Some(text)) => match Command::near(text) {
                // Whoever is no officer types the name of a unit.
                Some(near) if officers::is_one(self, caller.user).await? => {
                    self.offer_command(caller, near).await
                }
                _ => members::search(self, caller, text).await,
            },
            (member, None) => {
                let key = match member {
                    _ if officers::owns(self, caller.user) => "only-text-owner",
                    _ if officers::is_one(self, caller.user).await? => "only-text-officer",
                    Some(_) => "only-text-member",
                    None => "only-text",
                };
                self.say(caller, key, &[]).await
            }
        }
    }

    /// Says which command was perhaps meant.
    async fn offer_command(&mut self, caller: &Caller, near: &str) -> Result {
        let args = [("command", format!("/{near}").into())];
        self.say(caller, "near-command", &args).await
    }

    async fn standing(&mut self, standing: &Standing) -> Result {
        let Place { chat, kind, .. } = standing.place;
        match (kind, standing.present) {
            (ChatKind::Private, present) => {
                store::members::set_reachable(self.tx, UserId(chat.0), present).await
            }
            (ChatKind::Group, true) if !standing.was_present => {
                groups::hello(self, standing.place).await
            }
            (ChatKind::Group, false) => groups::shut_out(self, chat, standing.by).await,
            _ => Ok(()),
        }
    }
}
