//! Small banks: one whose right options give themselves away, one in which there is nothing to find.

use super::*;

/// Twelve criteria of ten situations each; `option` writes an option of a question.
fn bank(option: impl Fn(usize, bool, usize) -> String) -> Vec<Blank> {
    let criteria: Vec<CriterionId> = CriterionId::all().collect();
    let numbers = 0..120;
    let blank = numbers.map(|number| {
        let right = number * 7 % 4;
        Blank {
            id: format!("Q-{number}"),
            criterion: criteria[number / 10],
            kind: Kind::Situation,
            options: (0..4)
                .map(|place| option(number, place == right, place))
                .collect(),
            right,
            family: format!("Q-{number}"),
        }
    });
    blank.collect()
}

/// A word of its own for every option, always of five letters.
fn word(number: usize, place: usize) -> String {
    let letters = ["b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "t"];
    let digit = |value: usize| letters[value % 12];
    let value = (number * 4 + place) * 5_003 + 17;
    [
        value,
        value / 12,
        value / 144,
        value / 1_728,
        value / 20_736,
    ]
    .map(digit)
    .concat()
}

#[test]
fn a_tell_is_found_measured_and_named() {
    let blind = blind(&bank(|number, right, place| {
        let tell = if right { "ghi rõ" } else { "bỏ qua" };
        format!(
            "{} {tell} {}",
            word(number, place),
            word(number + 500, place)
        )
    }));
    assert_eq!((blind.all.hits, blind.all.of), (120.0, 120));
    let told = blind.to_string();
    assert!(told.contains("“ghi rõ” (120, 0)"), "{told}");
    assert!(blind.tells_wrong.iter().any(|mark| mark.what == "“bỏ qua”"));
    let faults = blind.faults();
    assert_eq!(faults.len(), 1 + 1 + 12, "all, the kind, each criterion");
    assert_eq!(
        faults[0],
        "all questions: 100 % are guessed by their options alone; write them anew until it is 35 % at most"
    );
}

#[test]
fn the_length_alone_is_a_tell() {
    let blind = blind(&bank(|number, right, place| {
        let more = if right {
            word(number + 900, place)
        } else {
            String::new()
        };
        format!("{}{more}", word(number, place))
    }));
    assert_eq!(blind.all.percent(), 100.0);
}

#[test]
fn where_there_is_nothing_to_find_chance_is_all_there_is() {
    let blind = blind(&bank(|number, _, place| word(number, place)));
    // Every option is as long as the others, and no word comes twice: all four are equal.
    assert_eq!(
        blind.all,
        Rate {
            hits: 30.0,
            of: 120
        }
    );
    assert_eq!(blind.faults(), Vec::<String>::new());
    assert_eq!(blind.tells_right, []);
}

#[test]
fn what_only_one_criterion_knows_is_of_no_use_for_it() {
    // In each criterion the right options have a word of their own, which no other criterion has.
    let blind = blind(&bank(|number, right, place| {
        let own = if right {
            word(number / 10 + 7_000, 0)
        } else {
            word(number + 8_000, place)
        };
        format!("{} {own}", word(number, place))
    }));
    assert_eq!(blind.all.percent(), 25.0);
}

#[test]
fn one_guess_serves_both_twins_and_is_right_for_one_at_most() {
    // Each second question has the options of the one before, and the next option is right.
    let mut bank = bank(|number, right, place| {
        let tell = if right { "ghi rõ" } else { "bỏ qua" };
        format!(
            "{} {tell} {}",
            word(number, place),
            word(number + 500, place)
        )
    });
    for second in (1..bank.len()).step_by(2) {
        let first = bank[second - 1].clone();
        bank[second].options = first.options;
        bank[second].right = (first.right + 1) % 4;
        bank[second].family = first.id;
    }
    let blind = blind(&bank);
    assert_eq!(
        blind.all.percent(),
        50.0,
        "the first of each pair, and never the second"
    );
    let pairs = blind.families[&2];
    assert_eq!(
        (pairs.hits, pairs.of),
        (60.0, 60),
        "and the tell is not hidden by that"
    );
}

#[test]
fn the_interval_is_wilsons() {
    let (low, high) = Rate {
        hits: 35.0,
        of: 100,
    }
    .interval();
    assert!(
        (low - 26.4).abs() < 0.1 && (high - 44.8).abs() < 0.1,
        "{low} {high}"
    );
    let (low, _) = Rate { hits: 0.0, of: 20 }.interval();
    assert_eq!(low, 0.0);
}

#[test]
fn the_same_bank_gives_the_same_figures() {
    let bank = bank(|number, right, place| {
        let tell = if right && number % 3 == 0 {
            "kèm"
        } else {
            "sau"
        };
        format!("{} {tell}", word(number, place))
    });
    let mut turned = bank.clone();
    turned.reverse();
    assert_eq!(blind(&bank).to_string(), blind(&turned).to_string());
}
