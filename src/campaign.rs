//! Placeholder, being written.

/// Questions in a weekly quiz.
pub const QUIZ_QUESTIONS: usize = 5;
/// Options of a question.
pub const OPTIONS: usize = 4;
/// Prompts of a check-in: one each for themes 2, 3 and 4.
pub const CHECKIN_PROMPTS: usize = 3;
/// Choices a prompt may have at most.
pub const CHOICES_MAX: usize = 4;
