//! The guideline's own clauses: compared letter by letter, and known when quoted.
//!
//! Knows their checksums. Must not know the guideline itself: it is not ours to ship.

use crate::campaign::raw::Text;
use crate::campaign::read::{Content, SourceFile};
use crate::fault::Fault;
use crate::told;
use crate::types::sha256;

/// SHA-256 of each clause of Hướng dẫn số 09/HD-CDVC as `campaign.yaml` and the
/// criteria quote it: UTF-8, without the number before it.
const CLAUSES: [(&str, &str); 19] = [
    (
        "the objective",
        "dde6e9a599234c1cc1e2ca18283b06df956668c486873ee47ad13362812a9d25",
    ),
    (
        "1.1",
        "a55b1b1c88ae8017c7a508d869c464bb6490cb53d28c921b8d5278d2071881f0",
    ),
    (
        "1.2",
        "72dff88525e3ec74179a0d0bfd8c70d2af0bd11a9f9ddcf9326674bcc65a8fc0",
    ),
    (
        "1.3",
        "2a0980a02b534130ea142c8c08d22995fa961eb8236ad2d24b00041a3a2a6fc9",
    ),
    (
        "2.1",
        "fc22181aaac877c6fbe08697e9cfefcc63e02d2d431e297dc5c95f92696ffb3d",
    ),
    (
        "2.2",
        "e638d5ecddf4e83a023f229bfcf40a05c5c9b77394ad6bd633a6ec499455c592",
    ),
    (
        "2.3",
        "750121ff866f8f0a16b4533aee57dec743371a93a565b6637d7ab991e7e9aa93",
    ),
    (
        "3.1",
        "f26f8464d3c796c42a44c5ae2984d6fa8fc43255ca7f6b64ca60c7b569ce679d",
    ),
    (
        "3.2",
        "f89324a99eafb9bf952122230e45bb0940cf220a35a8ee415998fd77f6938a05",
    ),
    (
        "3.3",
        "dfccad8f9d459a086754e0bad29ac070d60638b5692fdbb7e8609c5f5389ed79",
    ),
    (
        "4.1",
        "a3414094983e78c7b208f5469ecc72bb9cdd862a3ec83e920e0ee1257b9de84e",
    ),
    (
        "4.2",
        "17e69d7e5c16133ecc4cd7e73aa301071070e93b5e64112b66b58232c61b2b74",
    ),
    (
        "4.3",
        "e6fd61f701223fdce8dd75c2b4cc88f6b5a1e3ddb60b7df92cb0d0b90366643c",
    ),
    (
        "task 1",
        "e69f0cbb32b929bc169fcedd4e356cbfb3b0b8315ba6855fd229957b5264dbb4",
    ),
    (
        "task 2",
        "3e3844e82ea8ddf80d36fa95b09ddc4d3529ecb9895a624706f03a551125ffb5",
    ),
    (
        "task 3",
        "25344905c207a6110f246afc4749964d230f8de7f3a4e3ce664f53e5091665ca",
    ),
    (
        "task 4",
        "9ff74486396c88b0ea986ba6a479bc522a9da810c2e86927f992fa8aa997125d",
    ),
    (
        "task 5",
        "5d5364e97cda7973d7c46912b780141f96a4a81722de9c1302b3e2412452c9a6",
    ),
    (
        "task 6",
        "49de0622e46bb1e286964c6eed68f5b67e9816a607a3f526e1b4cae1a28bb2e6",
    ),
];

/// Compares each clause that is there with the guideline's.
pub(super) fn check(content: &Content, faults: &mut Vec<Fault>) {
    let mut compare = |sheet: &SourceFile, name: &str, at: &Text| {
        let known = CLAUSES.iter().find(|(clause, _)| *clause == name);
        if known.is_none_or(|(_, sum)| *sum != sha256(&at.value)) {
            faults.push(sheet.fault(at, told!("clause-differs", name = called(name))));
        }
    };
    for page in &content.criteria {
        compare(&page.sheet, &page.raw.criterion.value, &page.raw.text);
    }
    let Some(page) = &content.frame else {
        return;
    };
    compare(&page.sheet, "the objective", &page.raw.objective);
    for (task, number) in page.raw.tasks.value.iter().zip(1..) {
        compare(&page.sheet, &format!("task {number}"), task);
    }
    if page.raw.tasks.value.len() != 6 {
        faults.push(page.sheet.fault(
            &page.raw.tasks,
            told!("clause-tasks", count = page.raw.tasks.value.len()),
        ));
    }
}

/// What a clause is called in a fault.
fn called(name: &str) -> String {
    match name.strip_prefix("task ") {
        Some(number) => told!("clause-task", number = number),
        None if name == "the objective" => told!("clause-objective"),
        None => name.to_owned(),
    }
}

/// The guideline's words as far as the content has them: quoting them is no issue.
pub(super) struct Official {
    text: String,
}

impl Official {
    /// Of all clauses that could be read.
    pub(super) fn of(content: &Content) -> Self {
        let frame = content.frame.iter().flat_map(|page| {
            let raw = &page.raw;
            [&raw.title, &raw.objective]
                .into_iter()
                .chain(&raw.tasks.value)
        });
        let criteria = content.criteria.iter().map(|page| &page.raw.text);
        let clauses: Vec<&str> = frame
            .chain(criteria)
            .map(|text| text.value.as_str())
            .collect();
        Self {
            text: clauses.join("\n"),
        }
    }

    /// Whether the guideline says these words.
    pub(super) fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_known_by_its_letters() {
        let clause = "Tích cực đấu tranh phòng, chống tham nhũng, lãng phí.";
        assert!(CLAUSES.contains(&("3.3", sha256(clause).as_str())));
    }

    #[test]
    fn the_checksum_is_sha_256() {
        assert!(sha256("abc").starts_with("ba7816bf8f01cfea"));
    }
}
