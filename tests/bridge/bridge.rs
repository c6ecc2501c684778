//! Lets a browser drive the real commands, for tests.
//!
//! ```text
//! cargo run --example bridge -- --ui ui/dist --folder FOLDER [--store FILE]
//! ```
//! prints the address to open, with a token in its fragment, and serves until its standard input ends. It answers only
//! what comes from its own page: the token is new each time, and Host and Origin must be its own.
//!
//! What a dialog would choose lies in `tray/` of the folder: files in `in`, a shared folder in `shared`, and what is saved
//! goes to `out`. Whoever started the bridge drags by its input: the line `hover` holds the files of `in` over the window,
//! `drop` drops them.

use std::convert::Infallible;
use std::fs;
use std::io::{BufRead, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value as Json, json};
use tokio::net::TcpListener;
use workstream_desk::{Chooser, Clock, Desk, Places, find};

/// The most bytes of arguments that are taken.
const MOST: usize = 8 << 20;

type Answer = Response<Full<Bytes>>;
type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A browser has no dialogs: what is chosen is what lies in a folder.
struct Tray(PathBuf);

impl Chooser for Tray {
    fn files(&self) -> Option<Vec<PathBuf>> {
        let entries = fs::read_dir(self.0.join("in")).ok()?;
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        files.sort();
        Some(files)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(self.0.join("shared"))
    }

    fn save(&self, name: &str) -> Option<PathBuf> {
        Some(self.0.join("out").join(name))
    }
}

struct Bridge {
    desk: Desk,
    ui: PathBuf,
    csp: String,
    host: String,
    token: String,
    /// What was told so far; a page asks for what came after the last it knows.
    events: Arc<Mutex<Vec<Json>>>,
}

fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bridge: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Outcome<()> {
    let (mut ui, mut folder, mut store) = (None, None, None);
    let mut words = std::env::args_os().skip(1);
    while let Some(word) = words.next() {
        let place = match word.to_str() {
            Some("--ui") => &mut ui,
            Some("--folder") => &mut folder,
            Some("--store") => &mut store,
            _ => return Err(format!("{} is not an option", word.display()).into()),
        };
        *place = Some(PathBuf::from(words.next().ok_or("a value is missing")?));
    }
    let folder = folder.ok_or("--folder is missing")?;
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    let configuration: Json = serde_json::from_str(include_str!("../../tauri.conf.json"))?;
    let csp = configuration["app"]["security"]["csp"].as_str();
    let events: Arc<Mutex<Vec<Json>>> = Arc::default();
    let desk = Desk::new(Places::in_folder(&folder, store), Clock::system());
    let told = Arc::clone(&events);
    desk.tell(move |event, payload| {
        let mut events = told.lock().unwrap_or_else(PoisonError::into_inner);
        events.push(json!({"event": event, "payload": payload}));
    });
    let tray = folder.join("tray");
    desk.ask(Tray(tray.clone()));
    let bridge = Arc::new(Bridge {
        desk,
        ui: ui.ok_or("--ui is missing")?,
        csp: csp.ok_or("the configuration has no content rules")?.into(),
        host: address.to_string(),
        token: uuid::Uuid::new_v4().simple().to_string(),
        events,
    });
    println!("http://{}/#token={}", bridge.host, bridge.token);
    std::io::stdout().flush()?;
    runtime.spawn(listen(listener, Arc::clone(&bridge)));
    // Whoever started the bridge holds the other end; when that goes, so does the bridge.
    for line in std::io::stdin().lock().lines() {
        let files = Tray(tray.clone()).files().unwrap_or_default();
        match line?.as_str() {
            "hover" => bridge.desk.hover(files.len()),
            "drop" => {
                bridge.desk.hover(0);
                bridge.desk.offer(files);
            }
            word => return Err(format!("{word} is nothing to drag").into()),
        }
    }
    // A page that waits for an answer has gone with whoever started the bridge.
    runtime.shutdown_background();
    Ok(())
}

async fn listen(listener: TcpListener, bridge: Arc<Bridge>) {
    while let Ok((stream, _)) = listener.accept().await {
        let bridge = Arc::clone(&bridge);
        let service =
            hyper::service::service_fn(move |request| answer(Arc::clone(&bridge), request));
        tokio::spawn(async move {
            let connection = hyper::server::conn::http1::Builder::new();
            // A page that has gone needs no answer.
            let _ = connection
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// Answers apart from those who listen: commands wait for the disk and for each other.
async fn answer(bridge: Arc<Bridge>, request: Request<Incoming>) -> Result<Answer, Infallible> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, MOST).collect().await;
    let answer =
        tokio::task::spawn_blocking(move || bridge.answer(&head, body.map(|body| body.to_bytes())));
    Ok(answer
        .await
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR)))
}

impl Bridge {
    fn answer(&self, request: &Parts, body: Outcome<Bytes>) -> Answer {
        let header = |name: &str| {
            request
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let own = format!("http://{}", self.host);
        if header("host") != Some(&self.host)
            || header("origin").is_some_and(|origin| origin != own)
        {
            return plain(StatusCode::FORBIDDEN);
        }
        let known = header("x-workstreams-token") == Some(&self.token);
        let (path, query) = (request.uri.path(), request.uri.query().unwrap_or_default());
        if let Some(name) = path.strip_prefix("/api/") {
            if !known || request.method != Method::POST {
                return plain(StatusCode::FORBIDDEN);
            }
            let answer = body
                .and_then(|body| Ok(serde_json::from_slice(&body)?))
                .and_then(|arguments| Ok(self.run(name, arguments)?));
            return match answer {
                Ok(answer) => told(StatusCode::OK, &answer),
                Err(error) => match error.downcast::<Refused>() {
                    Ok(refused) => told(StatusCode::BAD_REQUEST, &refused.0),
                    Err(error) => told(
                        StatusCode::BAD_REQUEST,
                        &json!({"kind": "usage", "code": "bad_arguments", "params": {"detail": error.to_string()}}),
                    ),
                },
            };
        }
        if path == "/events" {
            if !known {
                return plain(StatusCode::FORBIDDEN);
            }
            let after = query.strip_prefix("after=").and_then(|n| n.parse().ok());
            let events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
            let rows = events.get(after.unwrap_or(0)..).unwrap_or_default();
            return told(StatusCode::OK, &json!({"last": events.len(), "rows": rows}));
        }
        self.page(path)
    }

    fn run(&self, name: &str, arguments: Json) -> Result<Json, Refused> {
        find(name)
            .and_then(|command| command.run(&self.desk, arguments))
            .map_err(|failure| Refused(json!(failure)))
    }

    /// A file of the built pages, and none outside them.
    fn page(&self, path: &str) -> Answer {
        let name = match path.trim_start_matches('/') {
            "" => "index.html",
            name => name,
        };
        let inside = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let Some(bytes) = inside.then(|| fs::read(self.ui.join(name)).ok()).flatten() else {
            return plain(StatusCode::NOT_FOUND);
        };
        let ending = Path::new(name)
            .extension()
            .and_then(|ending| ending.to_str());
        let kind = match ending {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("woff2") => "font/woff2",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        };
        let mut answer = with(StatusCode::OK, bytes, kind);
        if let Ok(csp) = HeaderValue::from_str(&self.csp) {
            answer.headers_mut().insert(CONTENT_SECURITY_POLICY, csp);
        }
        answer
    }
}

/// What a command answered that did not do what was asked.
#[derive(Debug)]
struct Refused(Json);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refused {}

fn told(status: StatusCode, answer: &Json) -> Answer {
    with(status, answer.to_string(), "application/json")
}

fn plain(status: StatusCode) -> Answer {
    with(status, Bytes::new(), "text/plain")
}

fn with(status: StatusCode, bytes: impl Into<Bytes>, kind: &'static str) -> Answer {
    let mut answer = Response::new(Full::new(bytes.into()));
    *answer.status_mut() = status;
    let kind = HeaderValue::from_static(kind);
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}
