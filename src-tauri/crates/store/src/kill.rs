//! Named points at which a test can have the program end as by a kill.

/// The variable of the environment that names the point.
const POINT: &str = "WORKSTREAMS_END_AT";

/// Ends the program here, with nothing tidied up, where a test asked for this point; never in a release.
pub fn point(name: &str) {
    if cfg!(debug_assertions) && std::env::var_os(POINT).is_some_and(|asked| asked == name) {
        std::process::abort();
    }
}
