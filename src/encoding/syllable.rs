//! What may be a Vietnamese syllable.
//!
//! Knows initials, rhymes and tones as they are spelled today. Must not know words.

use unicode_normalization::UnicodeNormalization;

/// Before `a`, `o`, `u` and their like.
const OPEN: [&str; 26] = [
    "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x", "kr",
];
/// Before `e`, `ê`, `i`, `y`.
const CLOSE: [&str; 25] = [
    "", "b", "ch", "d", "đ", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ngh", "nh", "p", "ph",
    "qu", "r", "s", "t", "th", "tr", "v", "x",
];

const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych \
    uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu";

/// Whether a word is spelled as one Vietnamese syllable, in any case.
pub(super) fn is_syllable(word: &str) -> bool {
    let marked: String = word.to_lowercase().nfd().collect();
    let is_tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    if marked.chars().filter(|c| is_tone(*c)).count() > 1 {
        return false;
    }
    let stopped = marked.ends_with(['c', 'p', 't']) || marked.ends_with("ch");
    if stopped && !marked.contains(['\u{301}', '\u{323}']) {
        return false;
    }
    let bare: String = marked.chars().filter(|c| !is_tone(*c)).nfc().collect();
    let known = |rhyme: &str| RHYMES.split_ascii_whitespace().any(|one| one == rhyme);
    // `gìn`, `giếng`: the `i` of the initial is the vowel, too.
    let spelled = bare
        .strip_prefix('g')
        .is_some_and(|rest| rest.starts_with('i') && known(rest));
    let split = |(place, _): (usize, char)| {
        let Some((initial, rhyme)) = bare.split_at_checked(place) else {
            return false;
        };
        let initials: &[&str] = if rhyme.starts_with(['e', 'ê', 'i', 'y']) {
            &CLOSE
        } else {
            &OPEN
        };
        initials.contains(&initial) && known(rhyme)
    };
    spelled || bare.char_indices().any(split)
}
