//! The commands: one list, from which follow the router of both hosts, the permissions and the client of the pages.

#[allow(
    dead_code,
    reason = "shapes that are told to the pages, never built here"
)]
mod answers;
mod backups;
mod describe;
mod duplicates;
mod edits;
mod erase;
mod exchange;
mod history;
mod lists;
mod plan;
mod settle;
mod state;
mod typing;
mod views;

#[cfg(test)]
mod blocks;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod shapes;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use ts_rs::TS;

use crate::desk::Desk;
use crate::failure::{Failure, guarded};

/// Whether a command only reads. Those that do not are done one after another, in the order they were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It changes nothing.
    Reads,
    /// It may change something.
    Writes,
}

/// A command.
pub struct Command {
    /// The name on the hosts.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// Whether it only reads.
    pub way: Way,
    run: fn(&Desk, Json) -> Result<Json, Failure>,
    #[cfg(test)]
    shape: generated::Shape,
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// Its refusals, arguments it does not take, and a defect where it panicked. One that writes is refused while the
    /// network is shown as it was known on a day.
    pub fn run(&self, desk: &Desk, arguments: Json) -> Result<Json, Failure> {
        if self.way == Way::Writes
            && let Some(refusal) = desk.refuse_known()
        {
            return Err(refusal);
        }
        guarded(|| (self.run)(desk, arguments))
    }
}

/// Finds a command by its name.
///
/// # Errors
/// Names the one that there is not.
pub fn find(name: &str) -> Result<&'static Command, Failure> {
    COMMANDS
        .iter()
        .find(|command| command.name == name)
        .ok_or_else(|| Failure::arguments(&format!("there is no command {name}")))
}

/// The arguments of commands that take none.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Bare {}

fn read<T: DeserializeOwned>(arguments: Json) -> Result<T, Failure> {
    serde_json::from_value(arguments).map_err(|error| Failure::arguments(&error.to_string()))
}

macro_rules! commands {
    ($($about:literal $way:ident $run:path: $arguments:ty => $answer:ty;)*) => {
        /// Every command.
        pub static COMMANDS: &[Command] = &[$(Command {
            name: last(stringify!($run)),
            about: $about,
            way: Way::$way,
            run: |desk, arguments| $run(desk, read::<$arguments>(arguments)?),
            #[cfg(test)]
            shape: generated::Shape::of::<$arguments, $answer>(),
        }),*];
    };
}

/// The last word of a path such as `lists::list`.
const fn last(path: &'static str) -> &'static str {
    let bytes = path.as_bytes();
    let mut at = bytes.len();
    while at > 0 && bytes[at - 1] != b':' && bytes[at - 1] != b' ' {
        at -= 1;
    }
    path.split_at(at).1
}

commands! {
    "Tells what stands around every page." Reads state::app_state: Bare => answers::AppState;
    "Makes a store on a laptop that has none." Writes state::first_start: state::FirstStartArgs => answers::AppState;
    "Goes from the practice network back to the network." Writes state::leave_practice: Bare => answers::AppState;
    "Sets the language of the window." Writes state::set_language: state::SetLanguageArgs => answers::AppState;
    "Says whose laptop this is." Writes state::set_person: state::SetPersonArgs => answers::AppState;
    "Leaves it for later whose laptop this is." Writes state::put_off_person: Bare => answers::AppState;
    "Tells every kind of record, its fields and their codes." Reads describe::describe: Bare => answers::Description;
    "Lists records of a kind, a page at a time." Reads lists::list: lists::ListArgs => answers::Listing;
    "Counts the records of a list by the value of a field." Reads lists::groups: lists::GroupsArgs => answers::GroupCounts;
    "Shows a record with its history, sources and what points at it." Reads lists::show: lists::ShowArgs => answers::Shown;
    "Finds records of all kinds by words." Reads lists::search: lists::SearchArgs => answers::Found;
    "Tells transactions, newest first." Reads history::history: history::HistoryArgs => answers::HistoryPage;
    "Tells how the network differs between two days." Reads history::compare: history::CompareArgs => answers::Compared;
    "Shows everything as it was known on a day, or as it is now." Reads history::as_known: history::AsKnownArgs => answers::AppState;
    "Tells where the workplan stands today." Reads lists::overview: Bare => answers::Overview;
    "Tells the part of each organisation in each group." Reads lists::matrix: lists::MatrixArgs => answers::Matrix;
    "Tells what the plan contradicts in itself." Reads plan::checks: Bare => answers::Checks;
    "Tells where a status round stands." Reads plan::round: plan::RoundArgs => answers::Round;
    "Writes a text for those who have not answered in a round." Reads plan::round_reminder: plan::RoundReminderArgs => answers::Reminder;
    "Tells what a closed record reads for ever." Reads plan::frozen: plan::FrozenArgs => answers::FrozenRecord;
    "Tells what is mine to do." Reads plan::my_work: Bare => answers::MyWork;
    "Carries activities forward into another workplan." Writes plan::carry_forward: plan::CarryForwardArgs => answers::CarriedForward;
    "Tells how far activities reach in time, all together and by group." Reads views::timeline: views::TimelineArgs => answers::Timeline;
    "Lists the milestones of some activities." Reads views::milestones: views::MilestonesArgs => answers::Milestones;
    "Tells which activities were planned otherwise at an earlier point." Reads views::planned: views::PlannedArgs => answers::Planned;
    "Moves or stretches a time by months, in the style of its text." Reads views::moved_time: views::MovedTimeArgs => answers::Vague;
    "Tells what is due in some days." Reads views::calendar: views::CalendarArgs => answers::Calendar;
    "Counts activities by what they serve and by workstream." Reads views::coverage: views::CoverageArgs => answers::Coverage;
    "Sets fields of a record." Writes edits::edit: edits::EditArgs => answers::Edited;
    "Sets cells of several records and adds records with it; what is refused is left as it was." Writes edits::edit_block: edits::EditBlockArgs => answers::EditedBlock;
    "Adds a record." Writes edits::create: edits::CreateArgs => answers::Created;
    "Deletes records." Writes edits::remove: edits::SeveralArgs => answers::Removed;
    "Brings deleted records back." Writes edits::restore: edits::SeveralArgs => answers::Acted;
    "Moves a row of a tree or a list." Writes edits::move_row: edits::MoveRowArgs => answers::Moved;
    "Sets the part of an organisation in a group, or ends it." Writes edits::set_role: edits::SetRoleArgs => answers::RoleSet;
    "Lists the texts in which a person's name stands." Reads erase::mentions: erase::PersonArgs => answers::Mentions;
    "Erases a person's contact details on every laptop." Writes erase::erase: erase::PersonArgs => answers::Erased;
    "Writes into a field what stood there before or after a transaction." Writes history::restore_field: history::RestoreFieldArgs => answers::Acted;
    "Takes back the last transaction, or the one named." Writes edits::undo: edits::UndoArgs => answers::Undone;
    "Does again what was undone last." Writes edits::redo: Bare => answers::Undone;
    "Tells what is mine and not shared, what came in, and from whom." Reads exchange::exchange: Bare => answers::Exchange;
    "Asks for files of others." Reads exchange::choose_files: Bare => answers::Chosen;
    "Leaves files that were chosen or dropped as they are." Reads exchange::leave_files: exchange::LeaveFilesArgs => answers::Nothing;
    "Tells what files would bring, and changes nothing." Writes exchange::preview: exchange::FilesArgs => answers::MergeReport;
    "Takes files of others in." Writes exchange::take_in: exchange::FilesArgs => answers::MergeReport;
    "Writes a file for somebody." Reads exchange::give: exchange::GiveArgs => answers::Given;
    "Asks for a shared folder." Reads exchange::choose_folder: exchange::FolderArgs => answers::Exchange;
    "Says what the shared folder is encrypted with." Reads exchange::unlock_folder: exchange::FolderArgs => answers::Exchange;
    "Exchanges with no folder any more." Writes exchange::leave_folder: Bare => answers::Exchange;
    "Exchanges with the shared folder." Writes exchange::exchange_now: Bare => answers::MergeReport;
    "No longer waits for the changes of a laptop." Writes exchange::dismiss: exchange::DismissArgs => answers::Nothing;
    "Sets the latest merge back." Writes exchange::set_back: Bare => answers::SetBack;
    "Stops what goes on." Reads exchange::cancel: Bare => answers::Nothing;
    "Lists what waits to be settled." Reads settle::conflicts: Bare => answers::Conflicts;
    "Settles one conflict." Writes settle::settle: settle::SettleArgs => answers::Settled;
    "Settles all conflicts that can be settled one way." Writes settle::settle_all: settle::SettleAllArgs => answers::Settled;
    "Lists pairs of records that may be one." Reads duplicates::duplicates: Bare => answers::Duplicates;
    "Joins two records into one." Writes duplicates::join: duplicates::JoinArgs => answers::Joined;
    "Takes a record apart from those it was joined with." Writes duplicates::unjoin: duplicates::UnjoinArgs => answers::Joined;
    "Says that two records are two." Writes duplicates::not_same: duplicates::NotSameArgs => answers::Acted;
    "Lists the backups." Reads backups::backups: Bare => answers::Backups;
    "Goes back to a backup." Writes backups::recover: backups::RecoverArgs => answers::Recovered;
    "Reads a time as it is written." Reads typing::read_vague: typing::VagueArgs => answers::Vague;
    "Keeps a text that is being typed." Writes typing::draft_put: typing::DraftArgs => answers::Nothing;
    "Forgets a text that was being typed." Writes typing::draft_clear: typing::DraftClearArgs => answers::Nothing;
    "Tells the texts that were being typed." Reads typing::drafts: Bare => answers::Drafts;
}
