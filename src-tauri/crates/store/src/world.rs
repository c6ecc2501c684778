//! What the store takes from outside: time, randomness, and whose machine it is.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock, the dice and the names of the machine; passed in, so that a test or a sample can hold them fixed.
pub trait World {
    /// Milliseconds since 1970, UTC.
    fn now(&mut self) -> i64;
    /// 32 bytes nobody can guess.
    fn random(&mut self) -> [u8; 32];
    /// A name that stays with this machine; part of what tells a copied store from its original.
    fn machine(&mut self) -> String;
    /// What people call this machine.
    fn label(&mut self) -> String;
    /// The name of the account that runs the program.
    fn user(&mut self) -> String;
}

/// The folder of this user's stores.
#[must_use]
pub fn user_folder() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    set("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| set("HOME").map(|home| PathBuf::from(home).join(".local/share")))
        .or_else(|| set("APPDATA").map(PathBuf::from))
        .unwrap_or_default()
        .join("workstream-desk")
}

/// The world as it is.
#[derive(Debug, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&mut self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_millis()).ok())
            .unwrap_or(0)
    }

    fn random(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        if getrandom::fill(&mut bytes).is_err() {
            // Without the system's dice nothing may be signed or named: two stores could make the same id.
            std::process::abort();
        }
        bytes
    }

    fn machine(&mut self) -> String {
        ["/etc/machine-id", "/var/lib/dbus/machine-id"]
            .iter()
            .find_map(|file| std::fs::read_to_string(file).ok())
            .map(|id| id.trim().to_owned())
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| self.label())
    }

    fn label(&mut self) -> String {
        std::fs::read_to_string("/proc/sys/kernel/hostname")
            .ok()
            .map(|name| name.trim().to_owned())
            .or_else(|| std::env::var("COMPUTERNAME").ok())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "laptop".to_owned())
    }

    fn user(&mut self) -> String {
        ["USER", "LOGNAME", "USERNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .filter(|name| !name.trim().is_empty())
            .unwrap_or_else(|| "user".to_owned())
    }
}

/// What tells this file from its copies: device and inode where the system has them, else the path.
pub(crate) fn file_identity(file: &std::path::Path) -> std::io::Result<String> {
    let metadata = std::fs::metadata(file)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok(format!("{}:{}", metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        Ok(std::fs::canonicalize(file)?.display().to_string())
    }
}
