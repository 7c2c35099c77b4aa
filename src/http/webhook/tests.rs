//! The route over HTTP, with nobody behind it or somebody who answers by hand.

use super::*;

const UPDATE: &str = r#"{"update_id":7,"my_chat_member":null}"#;

struct Bench {
    url: String,
    /// Whoever writes.
    arrivals: mpsc::Receiver<Arrival>,
    stop: CancellationToken,
}

impl Bench {
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn start(room: usize) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let url = format!("http://{}/nhip", listener.local_addr().expect("an address"));
        let (arrivals, waiting) = mpsc::channel(room);
        let stop = CancellationToken::new();
        let route = Route {
            secret: "secret".into(),
            arrivals,
            metrics: Arc::default(),
            stop: stop.clone(),
        };
        let routes = router("/nhip", route);
        tokio::spawn(crate::http::serve(
            listener,
            routes,
            CancellationToken::new(),
        ));
        Self {
            url,
            arrivals: waiting,
            stop,
        }
    }

    fn delivery(&self) -> reqwest::RequestBuilder {
        let client = reqwest::Client::builder().no_proxy().build();
        client
            .expect("a client")
            .post(&self.url)
            .header(SECRET, "secret")
            .header(CONTENT_TYPE, "application/json")
            .body(UPDATE)
    }
}

async fn asked_to_come_again(request: reqwest::RequestBuilder) {
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()[RETRY_AFTER], "1");
}

#[tokio::test]
async fn an_update_is_answered_as_the_writer_says() {
    for (durable, status) in [(true, 200), (false, 503)] {
        let mut bench = Bench::start(1).await;
        let delivery = bench.delivery();
        let answered = async {
            let arrival = bench.arrivals.recv().await.expect("an update");
            assert_eq!(arrival.update.id.0, 7);
            arrival.durable.send(durable).expect("somebody waits");
        };
        let (answer, ()) = tokio::join!(delivery.send(), answered);
        assert_eq!(answer.expect("an answer").status().as_u16(), status);
    }
}

#[tokio::test]
async fn when_as_many_wait_as_may_the_next_is_asked_to_come_again() {
    let bench = Bench::start(1).await;
    let waits = bench.delivery().send();
    let refused = async {
        while bench.arrivals.is_empty() {
            tokio::task::yield_now().await;
        }
        asked_to_come_again(bench.delivery()).await;
    };
    tokio::select! {
        _ = waits => panic!("answered by nobody"),
        () = refused => {}
    }
}

#[tokio::test]
async fn who_is_stopping_or_has_no_writer_any_more_asks_to_come_again() {
    let mut bench = Bench::start(1).await;
    bench.arrivals.close();
    asked_to_come_again(bench.delivery()).await;
    let bench = Bench::start(1).await;
    bench.stop.cancel();
    asked_to_come_again(bench.delivery()).await;
    assert!(bench.arrivals.is_empty());
}

#[tokio::test]
async fn a_body_without_an_announced_length_is_measured_all_the_same() {
    let bench = Bench::start(1).await;
    let piece = || Ok::<_, std::io::Error>(vec![b' '; 300_000]);
    let endless = reqwest::Body::wrap_stream(futures_util::stream::repeat_with(piece));
    let answer = bench.delivery().body(endless).send().await;
    // Whoever still sends may see the connection closed before it reads the answer.
    if let Ok(answer) = answer {
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    assert!(bench.arrivals.is_empty());
}
