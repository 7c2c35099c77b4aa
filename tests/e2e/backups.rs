//! A server lost in the middle of answers and a broadcast, at a moment of chance: the short form of `benches/backup`.

use rand::SeedableRng;
use rand::rngs::StdRng;
use testkit::world::loss;

#[tokio::test]
async fn a_backup_amid_a_storm_keeps_every_answer_before_it_and_its_restore_sends_nothing_twice() {
    let loss = loss::lose(300, 20, &mut StdRng::seed_from_u64(7)).await;
    let loss = loss.expect("lost, restored, at work again");
    assert!(loss.answers > 0, "a storm: {loss:?}");
    assert_eq!((loss.answers_lost, loss.twice), (0, 0), "{loss:?}");
    assert!(loss.reached.0 > 0 && loss.in_doubt > 0, "{loss:?}");
}
