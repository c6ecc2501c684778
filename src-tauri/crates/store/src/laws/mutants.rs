//! Rules that a test leaves out, to see that the laws would notice.

use std::cell::Cell;

/// A rule that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutant {
    /// A segment has effect though its past is not here.
    NoHoldBack,
    /// A merge opens no new epoch.
    NoNewEpoch,
    /// A branch is named by the order in which it came.
    ForkByArrival,
    /// What an edit was not shown is taken as seen.
    AllSeen,
    /// An installation goes on under its id though another writes it, too.
    NoRenewal,
    /// Of several heads that join a record only one counts.
    OneHeadJoins,
    /// What a joined record was edited to is taken as known to who joined it.
    JoiningSawAll,
}

impl Mutant {
    pub const ALL: [Mutant; 7] = [
        Mutant::NoHoldBack,
        Mutant::NoNewEpoch,
        Mutant::ForkByArrival,
        Mutant::AllSeen,
        Mutant::NoRenewal,
        Mutant::OneHeadJoins,
        Mutant::JoiningSawAll,
    ];
}

thread_local! {
    static LEFT_OUT: Cell<Option<Mutant>> = const { Cell::new(None) };
}

/// Does something with a rule left out, on this thread.
pub fn with<T>(mutant: Option<Mutant>, deed: impl FnOnce() -> T) -> T {
    LEFT_OUT.set(mutant);
    let done = deed();
    LEFT_OUT.set(None);
    done
}

/// Whether a rule is left out.
pub fn left_out(mutant: Mutant) -> bool {
    LEFT_OUT.get() == Some(mutant)
}
