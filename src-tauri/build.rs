//! Embeds the pages and the command permissions.

use std::path::Path;

fn main() {
    for path in ["ui/dist", "src-tauri/permissions"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        // Tests of the core need no pages; the window says what to do.
        println!("cargo:warning=the pages are not built; ./run builds them");
        let written = std::fs::create_dir_all("ui/dist").and_then(|()| {
            std::fs::write(page, "<!doctype html><p>The pages are not built: ./run</p>")
        });
        if let Err(error) = written {
            println!("cargo:warning=ui/dist cannot be written: {error}");
        }
    }
    let manifest =
        tauri_build::AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*");
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo:error={error:#}");
        std::process::exit(1);
    }
}
