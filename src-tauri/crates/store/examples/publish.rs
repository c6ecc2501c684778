//! Makes the sealed bytes of the published network from `assets/publication/*.json`.
//!
//! Run it after a change of the reference data: `cargo run -p store --example publish`. The bytes are the same on every
//! machine; a test compares them with what is committed.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/publication");
    let publication = store::build_publication(&folder)?;
    let mut pin = String::new();
    for byte in changelog::crypto::hash(&publication.bytes) {
        write!(pin, "{byte:02x}")?;
    }
    std::fs::write(folder.join("network.segment"), &publication.bytes)?;
    std::fs::write(folder.join("network.b3"), format!("{pin}\n"))?;
    println!("{} bytes, {pin}", publication.bytes.len());
    Ok(())
}
