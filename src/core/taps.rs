//! Routes each callback button to its feature.
//!
//! Knows whether a button needs a member or an officer. Must not contain rules.

use crate::core::access::{consent, help, officers};
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::core::member::{
    checkin, criteria, initiatives, items, journal, members, my_year, plan, practice, progress,
    quiz, sheet, suggest, survey,
};
use crate::core::officer::{
    admission, broadcast, collect, commend, forms, groups, invites, plans, quiz_reminders,
    register, report, suggestions, surveys, unit_files, weekly,
};
use crate::event::{
    Button, ChatKind, Command, Commend, OfficerAction, ReportAction, SuggestionAction,
    SurveyAction, Tapped, UnitAction,
};
use crate::store::Result;
use crate::store::members::Member;

impl Ctx<'_> {
    pub(super) async fn tapped(&mut self, tapped: &Tapped) -> Result {
        let caller = self.caller(tapped.person).await?;
        let private = tapped
            .place
            .is_none_or(|place| place.kind == ChatKind::Private);
        let tap = Tap {
            query: tapped.query.clone(),
            message: tapped.message,
            words: tapped.words.clone(),
        };
        match (Button::parse(&tapped.data), tapped.place) {
            (Some(Button::Link(unit, by)), Some(place)) if !private => {
                groups::link_tapped(self, &caller, place, &tap, unit, by).await
            }
            (Some(Button::Report(ReportAction::Card(unit, id))), Some(place)) if !private => {
                report::card_in_group(self, &caller, place, &tap, (unit, id)).await
            }
            (Some(Button::Report(ReportAction::At(unit, span))), Some(place)) if !private => {
                weekly::more(self, &caller, place, &tap, (unit, span)).await
            }
            (Some(Button::WeeklyOff), Some(place)) if !private => {
                weekly::switch_off(self, &caller, place, &tap).await
            }
            (Some(button), _) if private => self.button(&caller, tap, button).await,
            _ => self.no_button(&tap, caller.language).await,
        }
    }

    async fn button(&mut self, caller: &Caller, tap: Tap, button: Button) -> Result {
        self.leaves_by(caller.user, button).await?;
        match (button, caller.member) {
            (Button::Join(unit), _) => members::offer(self, caller, &tap, unit).await,
            (Button::Tick(via, ticks, part, version), _) => {
                members::tick(self, caller, &tap, via, (ticks.toggled(part), version)).await
            }
            (Button::Agree(via, ticks, version), _) => {
                members::agree(self, caller, &tap, via, (ticks, version)).await
            }
            (Button::Withdraw, _) => members::withdraw(self, caller, &tap).await,
            (Button::Privacy, _) => members::show_privacy(self, caller, &tap).await,
            (Button::PrivacyMore, _) => members::privacy_more(self, caller, &tap).await,
            (Button::ImportUnits(id), _) => unit_files::import(self, caller, &tap, id).await,
            (Button::DropUnits(id), _) => unit_files::give_up(self, caller, &tap, id).await,
            (Button::Decline, _) => members::decline(self, caller, &tap).await,
            (Button::Broadcasts(page), _) => broadcast::turn(self, caller, &tap, page).await,
            (Button::Keep(message), _) => self.keep(caller, &tap, message).await,
            (Button::HelpOfOfficers, _) => help::turn(self, caller, &tap, true).await,
            (Button::HelpOfMembers, _) => help::turn(self, caller, &tap, false).await,
            (Button::Do(name), _) => {
                match name {
                    // Where no file may know who went.
                    "suggest" | "year" => self.ack_unwritten(caller.user, &tap, None).await?,
                    _ => self.ack(&tap).await?,
                }
                self.command(caller, Command::of_name(name)).await
            }
            (Button::Language(language), None) => {
                members::language_alone(self, caller, &tap, language).await
            }
            (Button::Themes, _) => criteria::themes(self, caller, &tap).await,
            (Button::Tasks, _) => criteria::tasks(self, caller, &tap).await,
            (Button::Theme(theme), _) => criteria::theme(self, caller, &tap, theme).await,
            (Button::Criterion(id), _) => criteria::criterion(self, caller, &tap, id).await,
            (Button::Link(..), _) => self.no_button(&tap, caller.language).await,
            (Button::Broadcast(steps), _) => broadcast::tapped(self, caller, &tap, steps).await,
            (Button::Report(look), _) => report::tapped(self, caller, &tap, look).await,
            (Button::Officer(office), _) => self.office(caller, &tap, office).await,
            (Button::Unit(unit_action), _) => self.unit_action(caller, &tap, unit_action).await,
            (Button::Commend(action), _) => self.commend(caller, &tap, action).await,
            (Button::Form(action), _) => forms::tapped(self, caller, &tap, action).await,
            (Button::Register(action), _) => register::tapped(self, caller, &tap, action).await,
            (Button::Collect(action), _) => collect::tapped(self, caller, &tap, action).await,
            (Button::Plan(action), _) if !action.is_for_members() => {
                plans::tapped(self, caller, &tap, action).await
            }
            (Button::Survey(action), _) if surveys::is_for_officers(action) => {
                surveys::tapped(self, caller, &tap, action).await
            }
            (Button::Suggestion(action), _) if suggestions::is_for_officers(action) => {
                suggestions::tapped(self, caller, &tap, action).await
            }
            (_, None) => {
                self.answer_callback(&tap, caller.language, "toast-join-first")
                    .await
            }
            (button, Some(member)) => match self.right(&member, &tap, button).await? {
                true => Ok(()),
                false if consent::must_ask(self, member.id).await? => {
                    self.ack(&tap).await?;
                    consent::ask(self, &member).await
                }
                false => self.own_button(&member, tap, button).await,
            },
        }
    }

    async fn office(&mut self, caller: &Caller, tap: &Tap, office: OfficerAction) -> Result {
        match office {
            OfficerAction::Show(unit) => officers::show(self, caller, tap, unit, 0).await,
            OfficerAction::Page(unit, page) => officers::show(self, caller, tap, unit, page).await,
            OfficerAction::Below(unit, page) => {
                officers::below(self, caller, tap, unit, page).await
            }
            OfficerAction::Titles(unit) => officers::titles(self, caller, tap, unit).await,
            OfficerAction::Invite(unit, title) => {
                officers::invite(self, caller, tap, unit, title).await
            }
            OfficerAction::Accept(code) => officers::take(self, caller, tap, code, true).await,
            OfficerAction::Decline(code) => officers::take(self, caller, tap, code, false).await,
            OfficerAction::Confirm(link) => officers::settle(self, caller, tap, link, true).await,
            OfficerAction::Refuse(link) => officers::settle(self, caller, tap, link, false).await,
            OfficerAction::AskDismiss(officer) => {
                officers::ask_to_dismiss(self, caller, tap, officer).await
            }
            OfficerAction::Dismiss(officer) => officers::dismiss(self, caller, tap, officer).await,
        }
    }

    async fn unit_action(&mut self, caller: &Caller, tap: &Tap, unit_action: UnitAction) -> Result {
        match unit_action {
            UnitAction::Invite(unit) => invites::show(self, caller, tap, unit).await,
            UnitAction::AskRenew(unit) => invites::ask_to_renew(self, caller, tap, unit).await,
            UnitAction::Renew(unit) => invites::renew(self, caller, tap, unit).await,
            UnitAction::Count(unit, people) => {
                invites::count(self, caller, tap, unit, people).await
            }
            UnitAction::Declare(unit, people) => {
                invites::declare(self, caller, tap, unit, people).await
            }
            UnitAction::Waiting(unit) => admission::show(self, caller, tap, unit, None).await,
            UnitAction::WaitingAt(unit, request) => {
                admission::show(self, caller, tap, unit, Some(request)).await
            }
            UnitAction::NoMatch(unit, request) => {
                admission::no_match(self, caller, tap, unit, request).await
            }
            UnitAction::Pick(unit, request, number) => {
                admission::pick(self, caller, tap, unit, (request, number)).await
            }
            UnitAction::Admit(unit, request, number) => {
                admission::admit(self, caller, tap, unit, (request, number)).await
            }
            UnitAction::Reject(unit, request) => {
                admission::reject(self, caller, tap, unit, request).await
            }
            UnitAction::AskReconfirm(unit) => {
                invites::ask_to_reconfirm(self, caller, tap, unit).await
            }
            UnitAction::Reconfirm(unit) => invites::reconfirm(self, caller, tap, unit).await,
            UnitAction::Remind(unit) => quiz_reminders::show(self, caller, tap, unit).await,
            UnitAction::Result(unit) => broadcast::result(self, caller, tap, unit).await,
            UnitAction::Respond(round, unit) => {
                broadcast::write(self, caller, tap, round, unit).await
            }
            UnitAction::RemindNow(round, unit) => {
                quiz_reminders::confirm(self, caller, tap, round, unit).await
            }
        }
    }

    async fn commend(&mut self, caller: &Caller, tap: &Tap, action: Commend) -> Result {
        match action {
            Commend::Draw(unit) => commend::draw(self, caller, tap, unit).await,
            Commend::Choose(unit, member) => commend::choose(self, caller, tap, unit, member).await,
            Commend::Rewrite(draft) => commend::rewrite(self, caller, tap, draft).await,
            Commend::Post(draft, version) => commend::post(self, caller, tap, draft, version).await,
            Commend::Drop(draft) => commend::discard(self, caller, tap, draft).await,
        }
    }

    /// Buttons that work without a valid consent: they show or delete the member's own data, or give a consent.
    /// `false` if it is another button.
    async fn right(&mut self, member: &Member, tap: &Tap, button: Button) -> Result<bool> {
        match button {
            Button::WithdrawReflection => members::withdraw_reflection(self, member, tap).await,
            Button::WithdrawNamed => members::withdraw_named(self, member, tap).await,
            Button::AskToLeave => members::ask_to_leave_by(self, member, tap).await,
            Button::Leave => members::leave(self, member, tap).await,
            Button::Stay => members::stay(self, member, tap).await,
            Button::Retick(ticks, part, version) => {
                consent::retick(self, member, tap, ticks.toggled(part), version).await
            }
            Button::AgreeAgain(ticks, version) => {
                consent::agree_again(self, member, tap, ticks, version).await
            }
            Button::Retract(round) => checkin::retract(self, member, tap, round).await,
            Button::Survey(SurveyAction::Retract(round)) => {
                survey::retract(self, member, tap, round).await
            }
            Button::Suggestion(
                action @ (SuggestionAction::Look(_)
                | SuggestionAction::Hide(_)
                | SuggestionAction::Withdraw(_)),
            ) => suggest::tapped(self, member, tap, action).await,
            Button::Initiative(action) if initiatives::is_right(action) => {
                initiatives::tapped(self, member, tap, action).await
            }
            Button::JournalOpen(key) => journal::open(self, member, tap, key).await,
            Button::JournalClose(key) => journal::close(self, member, tap, key).await,
            Button::JournalAskBurn(key) => journal::ask_to_burn(self, member, tap, key).await,
            Button::JournalBurn(key) => journal::burn(self, member, tap, key).await,
            Button::JournalAskForget => journal::ask_to_forget(self, member, tap).await,
            Button::JournalForget => journal::forget(self, member, tap).await,
            _ => return Ok(false),
        }?;
        Ok(true)
    }

    async fn survey(&mut self, member: &Member, tap: &Tap, action: SurveyAction) -> Result {
        match action {
            SurveyAction::Begin(id) => survey::begin(self, member, tap, id).await,
            SurveyAction::Step(id, step) => survey::show(self, member, tap, (id, step)).await,
            SurveyAction::Pick(id, step, option) => {
                survey::pick(self, member, tap, (id, step, option)).await
            }
            SurveyAction::Sheet(form, step, ticks) => {
                sheet::show(self, member, tap, (form, step, ticks)).await
            }
            SurveyAction::Print(form, ticks) => sheet::print(self, member, tap, form, ticks).await,
            SurveyAction::MyYear => my_year::file(self, member, tap).await,
            // Those of officers, and taking back, were handled above.
            _ => {
                self.answer_callback(tap, member.language, "toast-no-button")
                    .await
            }
        }
    }

    async fn own_button(&mut self, member: &Member, tap: Tap, button: Button) -> Result {
        match button {
            Button::Read(round) => items::read(self, member, &tap, round).await,
            Button::Answer(quiz, place, letter) => {
                quiz::answer(self, member, &tap, quiz, place, letter).await
            }
            Button::Next(quiz, place) => quiz::next(self, member, &tap, quiz, place).await,
            Button::Quiz => quiz::open_by(self, member, &tap).await,
            Button::Practice(step) => practice::tapped(self, member, &tap, step).await,
            Button::Checkin => checkin::open_by(self, member, &tap).await,
            Button::Thought(round) => checkin::thought(self, member, &tap, round).await,
            Button::Choice(round, place, choice) => {
                checkin::choose(self, member, &tap, round, place, choice).await
            }
            Button::Prompt(round, place) => checkin::show(self, member, &tap, round, place).await,
            Button::Survey(action) => self.survey(member, &tap, action).await,
            Button::Suggestion(action) => suggest::tapped(self, member, &tap, action).await,
            Button::Initiative(action) => initiatives::tapped(self, member, &tap, action).await,
            Button::Plan(action) => plan::tapped(self, member, &tap, action).await,
            Button::AskReflection => consent::ask_reflection(self, member, &tap).await,
            Button::GiveReflection(version) => checkin::consent(self, member, &tap, version).await,
            Button::AskNamed => consent::ask_named(self, member, &tap).await,
            Button::GiveNamed(version) => consent::give_named(self, member, &tap, version).await,
            Button::TypeName => consent::type_name(self, member, &tap).await,
            Button::KeepName(form) => consent::keep_name(self, member, &tap, form).await,
            Button::JournalOffer => journal::offer(self, member, &tap).await,
            Button::JournalBegin => journal::begin(self, member, &tap).await,
            Button::JournalAdd(key) => journal::add(self, member, &tap, key).await,
            Button::MeDark => progress::show_on(self, member, &tap, true).await,
            Button::MeLight => progress::show_on(self, member, &tap, false).await,
            Button::Settings => members::show_settings(self, member, &tap).await,
            Button::Window(window) => members::set_window(self, member, &tap, window).await,
            Button::Language(language) => members::set_language(self, member, &tap, language).await,
            Button::Pause(days) => members::pause(self, member, &tap, days).await,
            Button::Resume => members::resume(self, member, &tap).await,
            Button::AskMove(unit) => members::ask_to_move(self, member, &tap, unit).await,
            Button::Move(via) => members::move_to(self, member, &tap, via).await,
            // All other buttons were handled above.
            _ => self.no_button(&tap, member.language).await,
        }
    }
}
