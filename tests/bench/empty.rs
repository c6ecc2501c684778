//! A window of the same web view with nothing in it, for `window.mjs` to compare with.

fn main() {
    let mut context = tauri::generate_context!();
    for window in &mut context.config_mut().app.windows {
        if let Ok(blank) = "about:blank".parse() {
            window.url = tauri::WebviewUrl::External(blank);
        }
    }
    if let Err(error) = tauri::Builder::default().run(context) {
        eprintln!("{error}");
    }
}
