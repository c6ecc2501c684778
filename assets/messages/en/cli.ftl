### What the command line prints: help, progress and tables.

## General help.

help-title = The working memory of the United Nations Network on Migration, on the command line.
help-form = workstreams [--store FILE] [--json] [--lang en|fr|es] [--as PERSON] VERB ARGUMENTS
help-heading-usage = Usage
help-heading-verbs = Commands
help-heading-options = Options of every command
help-heading-own-options = Options of this command
help-heading-words = Words used above
help-heading-kinds = Kinds of record
help-heading-fields = How fields are set
help-heading-conditions = How conditions are written
help-heading-exit = Exit status
help-more = “workstreams help VERB” says more about one command.
help-streams = The answer goes to standard output, messages and progress to standard error. Nothing is ever asked.
help-exit = 0 done; 1 refused, the store is unchanged; 2 wrong use; 3 failed: disk, damage; 4 a fault of the program.
version-line = workstreams { $version }

## Options of every command. They may stand anywhere before --.

option-store = The store to work with; without it, that of this user.
option-json = Print one JSON value in place of a table.
option-lang = Language of messages and labels: en, fr or es.
option-as = The person in whose name changes are made.
option-end = Ends the options: what follows is read as arguments.

## One line for each command, its usage, and what else there is to say.

verb-help = Show all commands, or one.
verb-help-usage = workstreams help [VERB]
verb-init = Make a store with the published network.
verb-init-usage = workstreams init [--empty] [--person NAME --organisation KEY]
verb-init-more = A file that is there already is left as it is. With --empty the store holds no records and belongs to no network until something is entered.
verb-list = List records of one kind.
verb-list-usage = workstreams list KIND [--where CONDITION].. [--sort FIELD|-FIELD] [--limit N] [--offset N] [--deleted] [--on DATE] [--known DATE]
verb-list-more = Several conditions must all hold. Without --sort, records stand in order of their labels.
verb-show = Show one record with its latest changes.
verb-show-usage = workstreams show KIND KEY
verb-show-more = The history shown has the last 20 changes; “workstreams history” shows all.
verb-add = Add a record.
verb-add-usage = workstreams add KIND FIELD=VALUE..
verb-add-more = All fields are stored together, or none.
verb-set = Change fields of a record.
verb-set-usage = workstreams set KIND KEY FIELD=VALUE..
verb-set-more = All fields are stored together, or none. A value that is there already is not written again.
verb-delete = Delete a record; it can be brought back.
verb-delete-usage = workstreams delete KIND KEY
verb-undelete = Bring a deleted record back.
verb-undelete-usage = workstreams undelete KIND KEY
verb-undelete-more = A deleted record is named by its identifier; “workstreams list KIND --deleted” shows it.
verb-erase = Erase a person’s contact details on every laptop; this cannot be undone.
verb-erase-usage = workstreams erase PERSON [--dry-run]
verb-erase-more = Email, telephone, and who took part in meetings without attribution go from the tables, the texts being typed and the backups, here and on every laptop that hears of it. The name and free text stay: the answer lists where the name occurs. What was given away cannot be recalled.
verb-search = Find records by words in any field.
verb-search-usage = workstreams search TEXT [--kind KIND] [--limit N]
verb-history = Show what was changed, by whom and when, newest first.
verb-history-usage = workstreams history [KIND KEY] [--by PERSON] [--kind KIND [--where CONDITION]..] [--group KEY] [--origin ORIGIN] [--from DATE] [--to DATE] [--before TXN] [--limit N]
verb-history-more = Told is what all options hold for. A link counts for the record it begins at. --where is about the records as they are now; deleted ones with --where life=deleted. Origins: typed, import, workbook, settle, undo, join, publication. A day is one of UTC; a month or a year is the whole of it.
verb-compare = Compare the network on two days, or at two vectors, by workstream.
verb-compare-usage = workstreams compare D1 D2
verb-compare-more = A day, a month or a year, such as 2024-05-03; or a vector as “workstreams digest --json” gives it.
verb-undo = Take back the last transaction of this laptop, or the one named.
verb-undo-usage = workstreams undo [TXN]
verb-undo-more = A value that somebody has changed since, or that is in conflict, is left as it is, and the reason is given.
verb-redo = Make the transaction that was last undone again.
verb-redo-usage = workstreams redo
verb-verify = Rebuild the store from its history and compare.
verb-verify-usage = workstreams verify
verb-digest = Print the digest of the changes held here.
verb-digest-usage = workstreams digest
verb-digest-more = Two stores that hold the same changes have the same digest.
verb-overview = Show the workstreams, their activities by status, and what is due.
verb-overview-usage = workstreams overview
verb-check = Hold the plan against its rules.
verb-check-usage = workstreams check [--kind KIND]
verb-check-more = Of vague time only what is surely so is a warning; what may be so is a note. “workstreams add dismissed_check of=KEY rule=RULE reason=TEXT” says that something is meant to be so.
verb-round = Open or close a status round, or show who has not answered.
verb-round-usage = workstreams round open WORKPLAN [FIELD=VALUE..], workstreams round close ROUND, or workstreams round status [ROUND]
verb-round-more = A round opens today unless opens=DATE says otherwise. An answer is added by “workstreams add answer round=ROUND activity=KEY organisation=KEY status=CODE progress_note=TEXT next_step=TEXT”; the activity says the same from then on. A closed round stays as it was closed; what comes late is listed by “workstreams conflicts --type late”. Without ROUND, the one that is open. “workstreams set status_round ROUND state=open” opens it again.
verb-carry-forward = Carry activities forward into the next workplan.
verb-carry-forward-usage = workstreams carry-forward FROM TO [ACTIVITY..]
verb-carry-forward-more = Without ACTIVITY, all that are neither completed nor cancelled. Each says in TO what it said and names what it comes from; notes on progress and products stay with FROM and are told as left out. What was carried before is left as it is.
verb-duplicates = List records that may be one, with the reasons.
verb-duplicates-usage = workstreams duplicates [KIND]
verb-duplicates-more = KIND is organisation or person; without it, both. Nothing is joined by itself. “workstreams set KIND A distinct_from+=B” says that two are two.
verb-join = Join two records that are one.
verb-join-usage = workstreams join A B [FIELD=a|b|both|VALUE..]
verb-join-more = The older of the two stands for both, a published one before all others; what refers to either refers to it. It keeps its values and takes what only the other has. FIELD=a or FIELD=b picks the value of the one named first or second; a field that holds several holds those of both, or FIELD=both. Other spellings of names become aliases.
verb-unjoin = Take a record apart from those it was joined with.
verb-unjoin-usage = workstreams unjoin A
verb-unjoin-more = A is the record that was joined, by its identifier, or the one that stands for it. Values that somebody has changed since are left as they are.
verb-backup = Make a backup of the store.
verb-backup-usage = workstreams backup [FILE]
verb-backup-more = Without FILE it stands in the folder of backups beside the store, where older ones are thinned: all of today stay, one a day for two weeks, one a week for three months, one a month after. A backup is checked before it counts.
verb-backups = List the backups of the store, newest first.
verb-backups-usage = workstreams backups
verb-recover = Go back to a backup.
verb-recover-usage = workstreams recover FILE
verb-recover-more = The present file is kept beside the store under another name, also where it is damaged. The store goes on as a new laptop: what others had of it already comes back with their files.
verb-sample = Make a store with a made-up network, for practice and measuring.
verb-sample-usage = workstreams sample --size S|M|L --seed N FILE
verb-sample-more = The same size and seed make the same store.
verb-pack = Write a file with the changes for somebody else.
verb-pack-usage = workstreams pack FILE [--all | --for SITE] [--private] [--passphrase-file FILE]
verb-pack-more = Without --for the file holds everything; with it, what that laptop lacked when it last packed a file. Contacts travel only with --private.
verb-merge = Take in files of others: all changes come together, none is lost.
verb-merge-usage = workstreams merge FILE.. [--dry-run] [--passphrase-file FILE]
verb-merge-more = The order of the files and how often they are taken does not matter. A folder means the files in it. What contradicts is listed by “workstreams conflicts”.
verb-sync = Exchange with a shared folder: take what is new, leave what others lack.
verb-sync-usage = workstreams sync FOLDER [--passphrase-file FILE]
verb-conflicts = List what waits to be settled.
verb-conflicts-usage = workstreams conflicts [--type TYPE]
verb-settle = Settle what is contested, for everybody.
verb-settle-usage = workstreams settle ID mine|theirs|N|keep|drop|value=TEXT, or workstreams settle --all mine|theirs|latest [--type TYPE]
verb-settle-more = N is the number beside a value in the list. “keep” and “drop” are for what was deleted on one side and edited on the other; of what came after a closing, “keep” adopts it and “drop” leaves the record as it was closed.
verb-sites = List the laptops that changes came from.
verb-sites-usage = workstreams sites
verb-waiting = List whose changes are missing and what waits for them.
verb-waiting-usage = workstreams waiting
verb-dismiss = No longer wait for the changes of a laptop.
verb-dismiss-usage = workstreams dismiss SITE
verb-dismiss-more = This laptop only forgets to ask for them: should they come, they are taken.
verb-set-back = Set the latest merge back, on this laptop.
verb-set-back-usage = workstreams set-back
verb-set-back-more = Possible while nothing was written here since. What the files brought is kept aside and taken again with a later merge.

## Options of single commands.

option-empty = Without the published network.
option-person = Your name, as others will see it beside your changes.
option-organisation = The organisation you work for.
option-where = A condition on a field; may be given several times.
option-sort = The field to sort by; with - before it, the other way round.
option-limit = How many rows at most.
option-offset = How many rows to pass over first.
option-deleted = Deleted records in place of live ones.
option-on = What was true on that day, as known now.
option-known = What the history held by that day.
option-kind = Only records of this kind.
option-by = Only what this person changed.
option-group = Only what changed this group or belongs to it.
option-origin = Only what came about like this.
option-from = Only from that day on, or from a time such as 2024-05-03T09:00:00Z.
option-to = Only up to the end of that day, or before a time.
option-before = Only what came before this transaction: the next page.
option-size = S, M or L: the published network, ten years of work, or a large store.
option-seed = The number the made-up content follows from.
option-all = Everything; with settle, all that can be settled one way.
option-for = What that laptop lacks, by its identifier.
option-private = With contacts and other personal values.
option-passphrase-file = A file whose first line is the passphrase.
option-dry-run = Say what would be done, and change nothing.
option-type = Only conflicts of this type: field, delete_edit, dangling, natural_key, cycle, overlap, join or late.
option-reason = Why the change is made; kept with it.

## Words in usage lines. The words themselves are the same in every language.

word-kind = A kind of record, such as activity or organisation; the plural is taken too.
word-key = A record: its identifier or the first 8 signs of it, its code or acronym, its number, or its name.
word-field = A field of the kind, such as title or title.fr for one language.
word-value = Text, a code, a date, a number, or the KEY of a record.
word-condition = FIELD, a sign and VALUE, such as status=in_progress.
word-date = A day, month or year: 2023-05-24, 2023-05 or 2023.
word-txn = The number of a transaction, as “workstreams history” shows it.
word-file = The path of a file.
word-person = The name of a person.
word-n = A whole number.
word-text = Words to look for.
word-folder = The path of a folder.
word-site = A laptop, as “workstreams sites” shows it.
word-id = The identifier of a conflict, as “workstreams conflicts” shows it.
word-type = A type of conflict.

## How fields are set: the sign stands before the message.

set-value = Sets the field. For several, a comma stands between them, or a semicolon where a name holds a comma.
set-clear = Clears the field.
set-language = Sets the text in one language; without it, in English.
set-plus = Adds one to several, with its role where there is one.
set-minus = Takes one out of several.
set-file = Reads the text from a file.

## How conditions are written: the sign stands before the message.

where-equal = Equals; for several, contains. A | between values means any of them.
where-not-equal = Does not equal; for several, does not contain.
where-contains = Contains the text, without case and accents.
where-compare = Smaller or greater; for time, surely before or after.
where-empty = Is empty.
where-within = Surely within the time given.
where-possibly = Possibly within the time given.
where-path = A dot goes on to the record named: group.kind=workstream.

## Progress, on standard error. $done and $total count what is worked through.

progress-publication = Reading the published network, { $done } of { $total }
progress-index = Making the search index, { $done } of { $total }
progress-migrate = Bringing the store to this version, { $done } of { $total }
progress-undo = Taking changes back, { $done } of { $total }
progress-verify = Rebuilding from the history, { $done } of { $total }
progress-sample = Writing the made-up network, { $done } of { $total }
progress-backup = Making a backup, { $done } of { $total }
progress-recover = Going back to the backup, { $done } of { $total }
progress-compare = Comparing, { $done } of { $total } records

## What was done.

done-init = Made { $file } with the published network: { $records } records.
done-init-empty = Made { $file }, empty.
done-unnamed = Changes are kept under the name of this computer’s user, { $person }. “init --person NAME --organisation KEY” gives your own.
done-add = Added { $label }.
done-set = { $count ->
        [one] { $count } field of { $label } changed.
       *[other] { $count } fields of { $label } changed.
    }
done-unchanged = { $label } already has these values. Nothing was written.
done-delete = Deleted { $label }. “workstreams undo” brings it back.
done-undelete = { $label } is back.
done-erase = The contact details of { $label } are erased.
done-erase-preview = This would erase the contact details of { $label } on every laptop. Nothing was changed.
erase-mentions = { $count ->
        [0] The name occurs in no other text.
        [one] The name occurs in { $count } text, which stays as it is:
       *[other] The name occurs in { $count } texts, which stay as they are:
    }
erase-left = Some copies of the store could not be opened and may still hold the details: { $files }. It is tried again whenever the store is opened; or delete them.
done-undo = { $count ->
        [one] { $count } value taken back.
       *[other] { $count } values taken back.
    }
done-redo = { $count ->
        [one] { $count } value set again.
       *[other] { $count } values set again.
    }
done-refused = { $count ->
        [one] { $count } value was left as it is.
       *[other] { $count } values were left as they are.
    }
done-verify = The store agrees with its history: { $changes } changes, { $records } records.
done-verify-failed = { $count ->
        [one] The store does not agree with its history: { $count } difference.
       *[other] The store does not agree with its history: { $count } differences.
    }
done-sample = Made { $file }: { $records } records, { $changes } changes. Everything in it is made up.
done-backup = Made the backup { $file }: { $changes } changes.
done-recover = { $file } is again what { $from } holds: { $changes } changes. It goes on as a new laptop.
done-recover-kept = The former file is kept as { $kept }.
done-join = Joined as { $label }.
done-unjoin = { $label } is a record of its own again.

## Tables: heads of columns and what stands in cells.

head-id = Identifier
head-label = Name
head-kind = Kind
head-field = Field
head-value = Value
head-old = Before
head-new = After
head-time = Time
head-person = By
head-laptop = Laptop
head-origin = Origin
head-reason = Reason
head-txn = Transaction
head-record = Record
head-snippet = Text found
head-check = Check
head-detail = Detail
head-group = Workstream
head-number = No.
head-activities = Activities
head-overdue = Overdue
head-due-30 = Due in 30 days
head-outcome = Result
head-size = Size
head-changes = Changes
head-file = File
head-score = Likely
head-reasons = Reasons
section-history = History
section-frozen = As it was closed, { $date }
section-sources = Sources
value-unknown = Not known
value-yes = Yes
value-no = No
value-personal = Personal, not shown
value-contested = { $value } (in conflict)
value-other-language = { $value } ({ $language })
value-role = { $label } ({ $role })
value-source = { $standing }: { $address }, read on { $date }
value-source-no-address = { $standing }: no address
outcome-done = Taken back
outcome-again = Set again
outcome-left = Left as it is
rows-count = { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
rows-of-total = Records { $first } to { $last } of { $total }
rows-none = No records.
search-none = Nothing was found for “{ $text }”.
compare-none = Nothing differs.
compare-network = Of the whole network
compare-counts = { NUMBER($added) } added, { NUMBER($removed) } removed, { NUMBER($changed) } changed
history-none = No changes yet.
backups-none = There are no backups of { $file } yet. “workstreams backup” makes one.
backups-folder = In { $folder }
backups-unreadable = cannot be read
value-kilobytes = { $count } kB
duplicates-none = No records look like duplicates.
value-joined = Stands also for: { $labels }
value-asked = { $asked } was joined with { $label }, which is shown.

## The overview.

overview-as-of = As of { $date }
overview-unshared = { $count ->
        [one] { $count } change not shared
       *[other] { $count } changes not shared
    }
overview-all-shared = All shared
overview-to-settle = { $count ->
        [one] { $count } conflict to settle
       *[other] { $count } conflicts to settle
    }
overview-no-co-lead = { $count ->
        [one] { $count } workstream has no co-lead recorded.
       *[other] { $count } workstreams have no co-lead recorded.
    }
overview-no-status = { $count ->
        [one] { $count } activity has no known status.
       *[other] { $count } activities have no known status.
    }

window-usage = “{ $value }” is not an option. Usage: workstream-desk [--store FILE] [--folder FOLDER]
window-no-display = No window could be opened: there is no display. The command line works without one: workstreams overview
window-failed = The window could not be opened: { $detail }

## Exchange and settling.

done-pack = Wrote { $file } with { $changes ->
        [one] { $changes } change
       *[other] { $changes } changes
    }.
done-merge = { $new_changes ->
        [0] Nothing new came.
        [one] { $new_changes } change came in.
       *[other] { $new_changes } changes came in.
    } { $conflicts_open ->
        [0] Nothing is to be settled.
        [one] { $conflicts_open } thing is to be settled.
       *[other] { $conflicts_open } things are to be settled.
    }
done-merge-preview = { $new_changes ->
        [0] Nothing new would come.
        [one] { $new_changes } change would come in.
       *[other] { $new_changes } changes would come in.
    } Nothing was changed.
done-sync = { $new_changes ->
        [0] Nothing new came.
        [one] { $new_changes } change came in.
       *[other] { $new_changes } changes came in.
    } { $left ->
        [0] Nothing was left: the folder has it all.
        [one] { $left } part was left for others.
       *[other] { $left } parts were left for others.
    }
done-settle = Settled: { $label }.
done-settle-all = { $count ->
        [one] { $count } thing settled.
       *[other] { $count } things settled.
    } { $left ->
        [0] None is left.
        [one] { $left } is left.
       *[other] { $left } are left.
    }
done-dismiss = Changes of { $site } are no longer waited for.
done-set-back = Set back the merge of { $source }: { $changes ->
        [one] { $changes } change no longer has effect.
       *[other] { $changes } changes no longer have effect.
    }
conflicts-none = Nothing is to be settled.
waiting-none = Nothing waits for changes of others.
waiting-for = { $count ->
        [one] { $count } part waits
       *[other] { $count } parts wait
    } for changes of { $person ->
        [none] the laptop { $site }
       *[other] { $person } ({ $site })
    }.
conflict-field = Several values
conflict-delete-edit = Deleted here, edited there
conflict-dangling = Refers to what was deleted
conflict-natural-key = The same code twice
conflict-cycle = Stand below each other
conflict-overlap = Terms overlap
conflict-join = Joined or edited apart
conflict-late = Came after it was closed
severity-warning = Warning
severity-note = Note
checks-none = The plan contradicts itself nowhere.
done-round-open = Opened: { $label }
done-round-close = Closed: { $label }
round-stands = { $label }: { $answered } of { $due } answered.
round-stood = { $label }: { $answered } of { $due } answered when it was closed, { $date }.
done-carry-forward = { $count ->
        [one] { $count } activity carried forward.
       *[other] { $count } activities carried forward.
    } { $known ->
        [0] {""}
       *[other] Already there: { $known }.
    }
head-severity = Kind
head-found = Found
head-dismissed = Meant so
head-asked = Asked
head-answer = Answer
head-late = Came late
head-activity = Activity
head-left-out = Left out
head-result = Result
head-waits-for = Waits for
head-site = Laptop
