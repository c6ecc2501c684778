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

use std::fs;
use std::io::{BufRead, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use serde_json::{Value as Json, json};
use tiny_http::{Header, Method, Request, Response, Server};
use workstream_desk::{Chooser, Clock, Desk, Places, find};

/// The most bytes of arguments that are taken.
const MOST: u64 = 8 << 20;
/// How many requests are answered at once.
const THREADS: usize = 4;

type Answer = Response<std::io::Cursor<Vec<u8>>>;
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
    let server = Arc::new(Server::http("127.0.0.1:0")?);
    let address = server.server_addr().to_ip().ok_or("no address")?;
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
    for _ in 0..THREADS {
        let (server, bridge) = (Arc::clone(&server), Arc::clone(&bridge));
        thread::spawn(move || {
            while let Ok(mut request) = server.recv() {
                let answer = bridge.answer(&mut request);
                // A page that has gone needs no answer.
                let _ = request.respond(answer);
            }
        });
    }
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
    Ok(())
}

impl Bridge {
    fn answer(&self, request: &mut Request) -> Answer {
        let header = |name: &'static str| {
            let found = request.headers().iter();
            let mut found = found.filter(|header| header.field.equiv(name));
            found.next().map(|header| header.value.as_str().to_owned())
        };
        let own = format!("http://{}", self.host);
        if header("Host").as_deref() != Some(&self.host)
            || header("Origin").is_some_and(|origin| origin != own)
        {
            return plain(403);
        }
        let known = header("x-workstreams-token").as_deref() == Some(&self.token);
        let (path, query) = match request.url().split_once('?') {
            Some((path, query)) => (path.to_owned(), query.to_owned()),
            None => (request.url().to_owned(), String::new()),
        };
        if let Some(name) = path.strip_prefix("/api/") {
            if !known || *request.method() != Method::Post {
                return plain(403);
            }
            let name = name.to_owned();
            return match read(request).and_then(|arguments| Ok(self.run(&name, arguments)?)) {
                Ok(answer) => told(200, &answer),
                Err(error) => match error.downcast::<Refused>() {
                    Ok(refused) => told(400, &refused.0),
                    Err(error) => told(
                        400,
                        &json!({"kind": "usage", "code": "bad_arguments", "params": {"detail": error.to_string()}}),
                    ),
                },
            };
        }
        if path == "/events" {
            if !known {
                return plain(403);
            }
            let after = query.strip_prefix("after=").and_then(|n| n.parse().ok());
            let events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
            let rows = events.get(after.unwrap_or(0)..).unwrap_or_default();
            return told(200, &json!({"last": events.len(), "rows": rows}));
        }
        self.page(&path)
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
            return plain(404);
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
        with(
            with(Response::from_data(bytes), "Content-Type", kind),
            "Content-Security-Policy",
            &self.csp,
        )
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

fn read(request: &mut Request) -> Outcome<Json> {
    let mut bytes = Vec::new();
    request.as_reader().take(MOST).read_to_end(&mut bytes)?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn told(status: u16, answer: &Json) -> Answer {
    let response = Response::from_data(answer.to_string()).with_status_code(status);
    with(response, "Content-Type", "application/json")
}

fn plain(status: u16) -> Answer {
    Response::from_data(Vec::new()).with_status_code(status)
}

fn with(response: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
