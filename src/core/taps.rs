//! Taps: which button means what, and who may use it.
//!
//! Knows nothing but whose turn it is. Must not know any rule.

use crate::core::access::{consent, officers};
use crate::core::member::{checkin, criteria, items, journal, members, quiz};
use crate::core::officer::{broadcast, commend, groups, invites, reminders, report, unit_files};
use crate::core::turn::{Tap, Turn, Visitor};
use crate::event::{Button, ChatKind, Commend, Desk, Look, Office, Tapped};
use crate::store::Fault;
use crate::store::members::Member;

impl Turn<'_> {
    /// A button was tapped.
    pub(super) async fn tapped(&mut self, tapped: &Tapped) -> Result<(), Fault> {
        let visitor = self.visitor(tapped.person).await?;
        let private = tapped
            .place
            .is_none_or(|place| place.kind == ChatKind::Private);
        let tap = Tap {
            query: tapped.query.clone(),
            message: tapped.message,
        };
        match (Button::parse(&tapped.data), tapped.place) {
            (Some(Button::Link(unit, by)), Some(place)) if !private => {
                groups::link_tapped(self, &visitor, place, &tap, unit, by).await
            }
            (Some(Button::Look(Look::Card(unit, id))), Some(place)) if !private => {
                report::card_in_group(self, &visitor, place, &tap, (unit, id)).await
            }
            (Some(button), _) if private => self.button(&visitor, tap, button).await,
            _ => self.toast(&tap, visitor.language, "toast-no-button").await,
        }
    }

    /// A button in a private chat.
    async fn button(&mut self, visitor: &Visitor, tap: Tap, button: Button) -> Result<(), Fault> {
        match (button, visitor.member) {
            (Button::Join(unit), _) => members::offer(self, visitor, &tap, unit).await,
            (Button::Tick(unit, ticks, part, edition), _) => {
                members::tick(self, visitor, &tap, unit, (ticks.toggled(part), edition)).await
            }
            (Button::Agree(unit, ticks, edition), _) => {
                members::agree(self, visitor, &tap, unit, (ticks, edition)).await
            }
            (Button::Privacy, _) => members::show_privacy(self, visitor, &tap).await,
            (Button::PrivacyMore, _) => members::privacy_more(self, visitor, &tap).await,
            (Button::ImportUnits(id), _) => unit_files::import(self, visitor, &tap, id).await,
            (Button::DropUnits(id), _) => unit_files::give_up(self, visitor, &tap, id).await,
            (Button::Decline, _) => members::decline(self, visitor, &tap).await,
            (Button::Themes, _) => criteria::themes(self, visitor, &tap).await,
            (Button::Theme(theme), _) => criteria::theme(self, visitor, &tap, theme).await,
            (Button::Criterion(id), _) => criteria::criterion(self, visitor, &tap, id).await,
            (Button::Link(..), _) => self.toast(&tap, visitor.language, "toast-no-button").await,
            (Button::Broadcast(steps), _) => broadcast::tapped(self, visitor, &tap, steps).await,
            (Button::Look(look), _) => report::tapped(self, visitor, &tap, look).await,
            (Button::Office(office), _) => self.office(visitor, &tap, office).await,
            (Button::Desk(desk), _) => self.desk(visitor, &tap, desk).await,
            (Button::Commend(deed), _) => self.commend(visitor, &tap, deed).await,
            (_, None) => self.toast(&tap, visitor.language, "toast-join-first").await,
            (button, Some(member)) => match self.right(&member, &tap, button).await? {
                true => Ok(()),
                false if consent::must_ask(self, member.id).await? => {
                    self.hush(&tap).await?;
                    consent::ask(self, &member).await
                }
                false => self.own_button(&member, tap, button).await,
            },
        }
    }

    /// A button about officers, who need not be members.
    async fn office(&mut self, visitor: &Visitor, tap: &Tap, office: Office) -> Result<(), Fault> {
        match office {
            Office::Show(unit) => officers::show(self, visitor, tap, unit).await,
            Office::Below(unit, page) => officers::below(self, visitor, tap, unit, page).await,
            Office::Titles(unit) => officers::titles(self, visitor, tap, unit).await,
            Office::Invite(unit, title) => officers::invite(self, visitor, tap, unit, title).await,
            Office::Accept(code) => officers::take(self, visitor, tap, code, true).await,
            Office::Decline(code) => officers::take(self, visitor, tap, code, false).await,
            Office::Confirm(link) => officers::settle(self, visitor, tap, link, true).await,
            Office::Refuse(link) => officers::settle(self, visitor, tap, link, false).await,
            Office::AskDismiss(officer) => {
                officers::ask_to_dismiss(self, visitor, tap, officer).await
            }
            Office::Dismiss(officer) => officers::dismiss(self, visitor, tap, officer).await,
        }
    }

    /// A button about a unit's people, for its officers.
    async fn desk(&mut self, visitor: &Visitor, tap: &Tap, desk: Desk) -> Result<(), Fault> {
        match desk {
            Desk::Invite(unit) => invites::show(self, visitor, tap, unit).await,
            Desk::AskRenew(unit) => invites::ask_to_renew(self, visitor, tap, unit).await,
            Desk::Renew(unit) => invites::renew(self, visitor, tap, unit).await,
            Desk::Count(unit, people) => invites::count(self, visitor, tap, unit, people).await,
            Desk::Declare(unit, people) => invites::declare(self, visitor, tap, unit, people).await,
            Desk::Remind(unit) => reminders::show(self, visitor, tap, unit).await,
            Desk::Result(unit) => broadcast::result(self, visitor, tap, unit).await,
            Desk::Respond(round, unit) => broadcast::write(self, visitor, tap, round, unit).await,
            Desk::RemindNow(round, unit) => {
                reminders::confirm(self, visitor, tap, round, unit).await
            }
        }
    }

    /// A button about a commendation, for officers.
    async fn commend(&mut self, visitor: &Visitor, tap: &Tap, deed: Commend) -> Result<(), Fault> {
        match deed {
            Commend::Draw(unit) => commend::draw(self, visitor, tap, unit).await,
            Commend::Choose(unit, member) => {
                commend::choose(self, visitor, tap, unit, member).await
            }
            Commend::Rewrite(draft) => commend::rewrite(self, visitor, tap, draft).await,
            Commend::Post(draft, version) => {
                commend::post(self, visitor, tap, draft, version).await
            }
            Commend::Drop(draft) => commend::drop_it(self, visitor, tap, draft).await,
        }
    }

    /// A member's button that always works, whatever they have agreed to: it shows or deletes what is
    /// theirs, or gives a consent. `false` if it is another.
    async fn right(&mut self, member: &Member, tap: &Tap, button: Button) -> Result<bool, Fault> {
        match button {
            Button::WithdrawReflection => members::withdraw_reflection(self, member, tap).await,
            Button::WithdrawNamed => members::withdraw_named(self, member, tap).await,
            Button::AskToLeave => members::ask_to_leave_by(self, member, tap).await,
            Button::Leave => members::leave(self, member, tap).await,
            Button::Stay => members::stay(self, member, tap).await,
            Button::Retick(ticks, part, edition) => {
                consent::retick(self, member, tap, ticks.toggled(part), edition).await
            }
            Button::AgreeAgain(ticks, edition) => {
                consent::agree_again(self, member, tap, ticks, edition).await
            }
            Button::Retract(round) => checkin::retract(self, member, tap, round).await,
            Button::JournalOpen(key) => journal::open(self, member, tap, key).await,
            Button::JournalClose(key) => journal::close(self, member, tap, key).await,
            Button::JournalBurn(key) => journal::burn(self, member, tap, key).await,
            Button::JournalForget => journal::forget(self, member, tap).await,
            _ => return Ok(false),
        }?;
        Ok(true)
    }

    /// A button that only a member has.
    async fn own_button(&mut self, member: &Member, tap: Tap, button: Button) -> Result<(), Fault> {
        match button {
            Button::Read(round) => items::read(self, member, &tap, round).await,
            Button::Answer(quiz, place, letter) => {
                quiz::answer(self, member, &tap, quiz, place, letter).await
            }
            Button::Next(quiz, place) => quiz::next(self, member, &tap, quiz, place).await,
            Button::Quiz => quiz::open_by(self, member, &tap).await,
            Button::Checkin => checkin::open_by(self, member, &tap).await,
            Button::Thought(round) => checkin::thought(self, member, &tap, round).await,
            Button::Choice(round, place, choice) => {
                checkin::choose(self, member, &tap, round, place, choice).await
            }
            Button::Prompt(round, place) => checkin::show(self, member, &tap, round, place).await,
            Button::AskReflection => consent::ask_reflection(self, member, &tap).await,
            Button::GiveReflection(edition) => checkin::consent(self, member, &tap, edition).await,
            Button::AskNamed => consent::ask_named(self, member, &tap).await,
            Button::GiveNamed(edition) => consent::give_named(self, member, &tap, edition).await,
            Button::TypeName => consent::type_name(self, member, &tap).await,
            Button::JournalOffer => journal::offer(self, member, &tap).await,
            Button::JournalBegin => journal::begin(self, member, &tap).await,
            Button::JournalAdd(key) => journal::add(self, member, &tap, key).await,
            Button::Settings => members::show_settings(self, member, &tap).await,
            Button::Window(window) => members::set_window(self, member, &tap, window).await,
            Button::Language(language) => members::set_language(self, member, &tap, language).await,
            Button::Pause(days) => members::pause(self, member, &tap, days).await,
            Button::Resume => members::resume(self, member, &tap).await,
            Button::AskMove(unit) => members::ask_to_move(self, member, &tap, unit).await,
            Button::Move(unit) => members::move_to(self, member, &tap, unit).await,
            // Every other has been dealt with before.
            _ => self.toast(&tap, member.language, "toast-no-button").await,
        }
    }
}
