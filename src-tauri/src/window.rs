//! The window: Tauri with the one router of commands, and what a window remembers.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use lexopt::Arg;
use messages::{Locale, Messages};
use serde_json::{Value as Json, json};
use tauri::ipc::{Invoke, InvokeBody};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Runtime, WindowEvent};
use tauri_plugin_dialog::DialogExt;

use crate::chooser::Chooser;
use crate::clock::Clock;
use crate::commands::{Way, find};
use crate::desk::{Desk, Places};

type Deed = Box<dyn FnOnce() + Send>;

/// Sends each command to the thread it belongs to.
struct Router {
    desk: Arc<Desk>,
    /// What writes goes through one thread, so that it is done in the order it was asked.
    writes: Sender<Deed>,
}

impl Router {
    fn new(desk: Arc<Desk>) -> std::io::Result<Router> {
        let (writes, given) = mpsc::channel::<Deed>();
        thread::Builder::new()
            .name("deeds".into())
            .spawn(move || given.into_iter().for_each(|deed| deed()))?;
        Ok(Router { desk, writes })
    }

    /// Does a command away from the window's own thread and answers when it is done.
    fn route<R: Runtime>(&self, invoke: Invoke<R>) {
        let Invoke {
            message, resolver, ..
        } = invoke;
        let command = match find(message.command()) {
            Ok(command) => command,
            Err(failure) => return resolver.reject(failure),
        };
        let arguments = match message.payload() {
            InvokeBody::Json(arguments) => arguments.clone(),
            InvokeBody::Raw(_) => Json::Null,
        };
        let desk = Arc::clone(&self.desk);
        let deed = move || match command.run(&desk, arguments) {
            Ok(answer) => resolver.resolve(answer),
            Err(failure) => resolver.reject(failure),
        };
        match command.way {
            Way::Reads => drop(tauri::async_runtime::spawn_blocking(deed)),
            Way::Writes => {
                // The thread ends with the program; what is asked after that needs no answer.
                let _ = self.writes.send(Box::new(deed));
            }
        }
    }
}

/// The dialogs of the desktop. They wait for the person, so they are asked from a command's thread, never the window's.
struct Dialogs<R: Runtime>(AppHandle<R>);

impl<R: Runtime> Chooser for Dialogs<R> {
    fn files(&self) -> Option<Vec<PathBuf>> {
        let chosen = self.0.dialog().file().blocking_pick_files()?;
        let files = chosen.into_iter();
        Some(files.filter_map(|file| file.into_path().ok()).collect())
    }

    fn folder(&self) -> Option<PathBuf> {
        self.0
            .dialog()
            .file()
            .blocking_pick_folder()?
            .into_path()
            .ok()
    }

    fn save(&self, name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_file_name(name);
        dialog.blocking_save_file()?.into_path().ok()
    }
}

/// Builds the window's program on a desk.
///
/// # Errors
/// Where the system gives no thread.
fn builder<R: Runtime>(
    builder: tauri::Builder<R>,
    desk: Arc<Desk>,
) -> std::io::Result<tauri::Builder<R>> {
    let router = Router::new(Arc::clone(&desk))?;
    let loading = Arc::clone(&desk);
    let dropped = Arc::clone(&desk);
    Ok(builder
        .invoke_handler(move |invoke| {
            router.route(invoke);
            true
        })
        .on_window_event(move |_, event| {
            if let WindowEvent::DragDrop(event) = event {
                dragged(&dropped, event);
            }
        })
        .on_page_load(move |_, payload| {
            // The page that asked is gone; so is the wish for the answer.
            if payload.event() == PageLoadEvent::Started {
                loading.interrupt();
            }
        })
        .setup(move |app| {
            let handle = app.handle().clone();
            desk.ask(Dialogs(handle.clone()));
            desk.tell(move |event, told| {
                // A window that is closing listens no more.
                let _ = handle.emit(event, told);
            });
            Ok(())
        }))
}

/// What is dragged over the window: files are offered where they are dropped. A link or a picture of a page is none.
fn dragged(desk: &Desk, event: &DragDropEvent) {
    let files = |paths: &[PathBuf]| -> Vec<PathBuf> {
        let files = paths.iter().filter(|path| path.is_absolute());
        files.cloned().collect()
    };
    match event {
        DragDropEvent::Enter { paths, .. } => desk.hover(files(paths).len()),
        DragDropEvent::Leave => desk.hover(0),
        DragDropEvent::Drop { paths, .. } => {
            desk.hover(0);
            desk.offer(files(paths));
        }
        _ => {}
    }
}

/// Opens the window and answers when it is closed.
pub fn run(given: Vec<OsString>) -> ExitCode {
    let (store, desk_folder, files) = match options(given) {
        Ok(options) => options,
        Err(word) => return say("window-usage", &json!({"value": word})),
    };
    let folder = desk_folder.unwrap_or_else(store::user_folder);
    let desk = Arc::new(Desk::new(
        Places::in_folder(&folder, store),
        Clock::system(),
    ));
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        return say("window-no-display", &json!({}));
    }
    desk.offer(files);
    let first = Arc::clone(&desk);
    let base = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            move |app, given, from| {
                if let Some(window) = app.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
                // A file opened from the desktop while the window is open.
                let given = given.into_iter().skip(1).map(OsString::from).collect();
                if let Ok((_, _, files)) = options(given) {
                    first.offer(
                        files
                            .iter()
                            .map(|file| PathBuf::from(&from).join(file))
                            .collect(),
                    );
                }
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build());
    let ran = builder(base, desk).map(|builder| builder.run(tauri::generate_context!()));
    match ran {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => say("window-failed", &json!({"detail": error.to_string()})),
        Err(error) => say("window-failed", &json!({"detail": error.to_string()})),
    }
}

/// What the program is started with: a store, a folder for it and what is remembered, and files to take in.
type Options = (Option<PathBuf>, Option<PathBuf>, Vec<PathBuf>);

/// Reads `--store FILE`, `--folder FOLDER` and files; answers the word that is none of them.
fn options(given: Vec<OsString>) -> Result<Options, String> {
    let (mut store, mut folder, mut files) = (None, None, Vec::new());
    let mut parser = lexopt::Parser::from_args(given);
    while let Some(word) = parser.next().map_err(|error| error.to_string())? {
        let place = match word {
            Arg::Long("store") => &mut store,
            Arg::Long("folder") => &mut folder,
            Arg::Long(name) => return Err(format!("--{name}")),
            Arg::Short(letter) => return Err(format!("-{letter}")),
            Arg::Value(value) => {
                files.push(PathBuf::from(value));
                continue;
            }
        };
        *place = Some(PathBuf::from(
            parser.value().map_err(|error| error.to_string())?,
        ));
    }
    Ok((store, folder, files))
}

fn say(id: &str, params: &Json) -> ExitCode {
    eprintln!("{}", Messages::new(Locale::of_system()).text(id, params));
    ExitCode::from(2)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tauri::ipc::{CallbackFn, InvokeResponseBody};
    use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder, mock_context, noop_assets};
    use tauri::webview::InvokeRequest;

    use super::*;

    fn ask(
        window: &tauri::WebviewWindow<tauri::test::MockRuntime>,
        command: &str,
        arguments: Json,
    ) -> Result<Json, Json> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(window, request).map(|answer| match answer {
            InvokeResponseBody::Json(text) => serde_json::from_str(&text).unwrap(),
            InvokeResponseBody::Raw(_) => Json::Null,
        })
    }

    #[test]
    fn files_that_are_dropped_are_offered_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
        let (told, heard) = mpsc::channel();
        desk.tell(move |event, what| told.send((event, what.clone())).unwrap());
        let position = tauri::PhysicalPosition::new(0., 0.);
        let file = folder.path().join("from-ben.workstreams");
        let paths = vec![file, PathBuf::from("https://example.org/")];
        let over = DragDropEvent::Enter {
            paths: paths.clone(),
            position,
        };
        dragged(&desk, &over);
        dragged(&desk, &DragDropEvent::Drop { paths, position });
        let told: Vec<(&str, Json)> = heard.try_iter().collect();
        let offered = ("offered", json!({}));
        assert_eq!(
            told,
            [
                ("hovering", json!({"files": 1})),
                ("hovering", json!({"files": 0})),
                offered
            ]
        );
        let (token, names) = desk.offered().unwrap();
        assert_eq!(names, ["from-ben.workstreams"]);
        desk.forget_files(&token);
        assert_eq!(
            desk.offered(),
            None,
            "what was put back is not offered again"
        );
        let paths = vec![PathBuf::from("https://example.org/")];
        dragged(&desk, &DragDropEvent::Drop { paths, position });
        assert_eq!(desk.offered(), None);
    }

    /// A configuration that keeps drops from the program would leave everything else working.
    #[test]
    fn the_window_takes_drops() {
        let configuration: Json =
            serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let window = &configuration["app"]["windows"][0];
        assert_eq!(window["dragDropEnabled"], true);
    }

    #[test]
    fn commands_are_reached_through_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
        let app = builder(mock_builder(), Arc::new(desk))
            .unwrap()
            .build(mock_context(noop_assets()))
            .unwrap();
        let window = tauri::WebviewWindowBuilder::new(&app, "main", Default::default())
            .build()
            .unwrap();
        let state = ask(&window, "first_start", json!({"choice": "empty"})).unwrap();
        assert_eq!(state["store"], "open");
        let failure = ask(&window, "show", json!({"kind": "group", "id": "x"})).unwrap_err();
        assert_eq!(failure["kind"], "refused");
        let failure = ask(&window, "read_anything", json!({})).unwrap_err();
        assert_eq!(failure["kind"], "usage");
    }
}
