//! The core: what follows from what. Entered by three doors, each with an open transaction.
//!
//! Knows the rules. Must not know SQL, the messenger, wording, the clock, the environment.
//! Same database, same input, same `now`, same seed: same rows.

mod access;
mod delivery;
mod disclosure;
mod member;
mod officer;
mod pushes;
mod retention;
mod taps;
mod turn;

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;

use self::access::{consent, menus, officers};
pub use self::disclosure::reflection::Grassroots;
use self::disclosure::{floor, reflection};
use self::member::{checkin, criteria, journal, logbook, members, mydata, quiz};
use self::officer::{broadcast, cards, commend, groups, invites, reminders, report, unit_files};
pub use self::retention::Retention;
use self::turn::{Turn, Visitor};
use crate::campaign::Campaign;
use crate::db::Tx;
use crate::event::{
    Author, ChatKind, Command, Event, Inbound, LinkCode, Person, Place, Said, Standing,
};
use crate::outgoing::{Delivery, Purpose};
use crate::schedule::{Cadence, Sending};
use crate::store::house::Floors;
use crate::store::{self, Fault};
use crate::text::Texts;
use crate::types::UserId;

/// The rules, with the words and the content they work on.
pub struct Core {
    texts: Texts,
    campaign: Campaign,
    rules: Rules,
    binding: consent::Binding,
    floors: Floors,
    grassroots: Grassroots,
    retention: Retention,
    sending: Sending,
}

/// What the rules need to be told about this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The bot's own username: `/report@other_bot` is not for us.
    pub username: String,
    /// Officers of the root unit, by their number on the messenger.
    pub owners: BTreeSet<UserId>,
    /// When people are written to.
    pub cadence: Cadence,
}

/// What the ticker should do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tick {
    /// There is more to do at once: a batch was full.
    pub again: bool,
    /// Rows were deleted that must not survive in the log: checkpoint it.
    pub erased: bool,
    /// When something is due next.
    pub next: Option<DateTime<Utc>>,
}

impl Core {
    /// A core over these words, this content and these rules.
    pub fn new(texts: Texts, campaign: Campaign, rules: Rules) -> Self {
        let binding = consent::Binding::of(&texts);
        Self {
            texts,
            campaign,
            rules,
            binding,
            floors: Floors::default(),
            grassroots: Grassroots::default(),
            retention: Retention::default(),
            sending: Sending::default(),
        }
    }

    /// The same with other rules for broadcasts.
    #[must_use]
    pub fn sending(self, sending: Sending) -> Self {
        Self { sending, ..self }
    }

    /// The same with these thresholds and periods.
    #[must_use]
    pub fn keeping(self, floors: Floors, retention: Retention) -> Self {
        Self {
            floors,
            retention,
            ..self
        }
    }

    /// The same where units of these kinds are the grassroots.
    #[must_use]
    pub fn rooted(self, grassroots: Grassroots) -> Self {
        Self { grassroots, ..self }
    }

    /// The hash under which a consent to the present words is written down.
    pub fn proof(&self, part: crate::event::Part) -> &str {
        self.binding.hash(part)
    }

    /// Which words the consents are asked for in, as buttons carry it.
    pub fn edition(&self) -> crate::event::Edition {
        self.binding.edition()
    }

    /// The content that the rules work on.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// The process has started: claims of its predecessor are settled, the command menus are set.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn on_start(&self, tx: &mut Tx) -> Result<(), Fault> {
        store::house::found(tx).await?;
        store::audit::seal(tx).await?;
        floor::raise(tx, self.floors).await?;
        store::outbox::recover(tx, delivery::ATTEMPTS_MAX).await?;
        let mut turn = Turn { core: self, tx };
        // What goes back to the queue must not name who has withdrawn.
        consent::take_down(&mut turn).await?;
        reflection::tidy(&mut turn).await?;
        // Before anything leaves: the ledger must know what is in doubt.
        broadcast::tick(&mut turn).await?;
        menus::owe(&mut turn).await
    }

    /// A batch of updates, in the order they were delivered.
    ///
    /// A fault or panic undoes that update alone and puts it aside.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of the batch has happened.
    pub async fn on_updates(&self, tx: &mut Tx, batch: &[Inbound]) -> Result<(), Fault> {
        let ids = batch.iter().map(|inbound| inbound.id);
        let mut new = store::updates::claim(tx, ids).await?;
        for inbound in batch {
            // The same one may be in the batch twice.
            if !new.remove(&inbound.id) {
                continue;
            }
            tx.savepoint().await?;
            let handled = AssertUnwindSafe(self.handle(tx, &inbound.event))
                .catch_unwind()
                .await;
            let Some(cause) = settle(tx, handled).await? else {
                continue;
            };
            tracing::error!(
                update = inbound.id.0,
                kind = inbound.kind,
                cause,
                "update put aside"
            );
            store::updates::quarantine(tx, inbound.id, inbound.kind, &cause).await?;
        }
        Ok(())
    }

    /// The time has come for something. Works in bounded batches.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_tick(&self, tx: &mut Tx) -> Result<Tick, Fault> {
        pushes::tick(&mut Turn { core: self, tx }).await
    }

    /// Calls were answered.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_delivery(&self, tx: &mut Tx, deliveries: &[Delivery]) -> Result<(), Fault> {
        delivery::record(tx, deliveries).await?;
        consent::take_down(&mut Turn { core: self, tx }).await?;
        if deliveries
            .iter()
            .any(|one| unit_files::concerned(&one.outcome))
        {
            unit_files::judge(&mut Turn { core: self, tx }).await?;
        }
        // What left made room: the next portion follows in the same transaction.
        broadcast::flow(&mut Turn { core: self, tx }).await
    }

    async fn handle(&self, tx: &mut Tx, event: &Event) -> Result<(), Fault> {
        let mut turn = Turn { core: self, tx };
        match event {
            Event::Said(said) => turn.said(said).await,
            Event::Tapped(tapped) => turn.tapped(tapped).await,
            Event::Standing(standing) => turn.standing(standing).await,
            Event::Moved { from, to } => delivery::move_group(turn.tx, *from, *to).await,
            Event::Ignored => Ok(()),
        }
    }
}

/// Ends a part that began with a savepoint: keeps it, or undoes it alone and tells why.
async fn settle(
    tx: &mut Tx,
    handled: std::thread::Result<Result<(), Fault>>,
) -> Result<Option<String>, Fault> {
    let cause = match handled {
        Ok(Ok(())) => {
            tx.release().await?;
            return Ok(None);
        }
        Ok(Err(Fault::Store(error))) => return Err(Fault::Store(error)),
        Ok(Err(Fault::Bug(cause))) => cause,
        // What a panic says may hold anything, so only that it happened is kept.
        Err(_) => "panic".to_owned(),
    };
    tx.undo().await?;
    Ok(Some(cause))
}

impl Turn<'_> {
    async fn said(&mut self, said: &Said) -> Result<(), Fault> {
        let text = said.text.as_deref();
        let command = text.and_then(|text| Command::parse(text, &self.core.rules.username));
        match (said.place.kind, said.author, command) {
            (ChatKind::Private, Author::Person(person), command) => {
                let visitor = self.visitor(person).await?;
                match command {
                    Some(Command::Broadcast) => broadcast::open(self, &visitor, said).await,
                    Some(command) => self.command(&visitor, command).await,
                    None if broadcast::wrote(self, &visitor, said).await? => Ok(()),
                    None if commend::wrote(self, &visitor, text).await? => Ok(()),
                    None => match &said.document {
                        Some(document)
                            if unit_files::received(self, &visitor, document).await? =>
                        {
                            Ok(())
                        }
                        _ => self.words(&visitor, text).await,
                    },
                }
            }
            (ChatKind::Group, author, Some(command)) => {
                groups::command(self, said, author, command).await
            }
            _ => Ok(()),
        }
    }

    /// A command in a private chat.
    async fn command(&mut self, visitor: &Visitor, command: Command) -> Result<(), Fault> {
        match (command, visitor.member) {
            (Command::Start(payload), _) => match payload.as_deref().and_then(LinkCode::of_payload)
            {
                Some(code) => officers::open_link(self, visitor, code).await,
                None => members::start(self, visitor, payload.as_deref()).await,
            },
            (Command::Officers(words), _) => officers::list(self, visitor, &words).await,
            (Command::Invite(words), _) => invites::open(self, visitor, &words).await,
            (Command::Remind(words), _) => reminders::open(self, visitor, &words).await,
            (Command::Respond(words), _) => broadcast::respond(self, visitor, &words).await,
            (Command::Commend(words), _) => commend::open(self, visitor, &words).await,
            (Command::Criteria, _) => criteria::open(self, visitor).await,
            (Command::Privacy, _) => members::privacy(self, visitor).await,
            (Command::Help, _) => members::help(self, visitor).await,
            (Command::Card(wanted), _) => {
                let card = cards::card(self, visitor.language, &wanted).await?;
                self.send(visitor.user, card, Purpose::Plain).await
            }
            (Command::Report(wanted), _) => report::alone(self, visitor, &wanted).await,
            (Command::Link(_) | Command::Unlink, _) => self.say(visitor, "group-only", &[]).await,
            (Command::Broadcasts, _) => broadcast::list(self, visitor).await,
            (Command::PauseAll, _) => broadcast::stand_still(self, visitor).await,
            (Command::ResumeAll, _) => broadcast::go_on(self, visitor).await,
            (Command::MyData, _) => mydata::send(self, visitor).await,
            // Who is an officer without being a member has nothing but that to give back.
            (Command::DeleteMyData | Command::Stop, None)
                if officers::is_one(self, visitor.user).await? =>
            {
                officers::list(self, visitor, "").await
            }
            (Command::Broadcast | Command::Unknown, _) => {
                self.say(visitor, "unknown-command", &[]).await
            }
            (_, None) => self.say(visitor, "join-first", &[]).await,
            (Command::Stop, Some(member)) => members::ask_to_leave(self, &member).await,
            (Command::DeleteMyData, Some(member)) => members::ask_to_delete(self, &member).await,
            (Command::Log, Some(member)) => logbook::show(self, &member).await,
            (Command::Journal, Some(member)) => journal::find(self, &member).await,
            // Whatever else a member asks for may store something.
            (_, Some(member)) if consent::must_ask(self, member.id).await? => {
                consent::ask(self, &member).await
            }
            (Command::Unit(words), Some(member)) => members::unit(self, &member, &words).await,
            (Command::Me, Some(member)) => members::progress(self, &member).await,
            (Command::Quiz, Some(member)) => quiz::open(self, &member).await,
            (Command::Checkin, Some(member)) => checkin::open(self, &member).await,
            (Command::Settings, Some(member)) => members::settings(self, &member).await,
        }
    }

    /// Anything else written in a private chat.
    async fn words(&mut self, visitor: &Visitor, text: Option<&str>) -> Result<(), Fault> {
        match (visitor.member, text) {
            (Some(member), Some(_)) if consent::must_ask(self, member.id).await? => {
                consent::ask(self, &member).await
            }
            (Some(member), Some(text)) if consent::take_name(self, &member, text).await? => Ok(()),
            (Some(member), Some(text)) => {
                if !quiz::typed(self, &member, text).await? {
                    self.say(visitor, "unknown-text", &[]).await?;
                }
                Ok(())
            }
            (None, Some(text)) => members::search(self, visitor, text).await,
            (_, None) => self.say(visitor, "only-text", &[]).await,
        }
    }

    async fn standing(&mut self, standing: &Standing) -> Result<(), Fault> {
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

    async fn visitor(&mut self, person: Person) -> Result<Visitor, Fault> {
        let member = store::members::by_user(self.tx, person.user).await?;
        if member.is_some_and(|member| !member.reachable) {
            store::members::set_reachable(self.tx, person.user, true).await?;
        }
        let language = member
            .map(|member| member.language)
            .or(person.language)
            .unwrap_or(crate::types::Language::Vi);
        Ok(Visitor {
            user: person.user,
            language,
            member,
        })
    }
}
