### Texts of the window. $mod is the key that goes with letters: Ctrl, or the command key.

app-name = Workstream Desk
said = { $text }
loading = Reading
unknown = Unknown
toasts = Notes
views = Views

## Places.

places = Places
place-overview = Overview
place-workstreams = Workstreams
place-workplan = Workplan
place-joint-actions = Joint actions
place-members = Members
place-places = Countries and regions
place-meetings = Meetings
place-pledges = Pledges
place-my-work = My work
place-rounds = Status rounds
place-checks = Checks
place-history = History

## The top bar and modes of the window.

search = Search, go to, or do
search-found = Found
search-go-section = Go to
search-records-section = Records
search-filter-section = In this list
search-do-section = Do
search-filter = Filter the list by “{ $text }”
search-nothing = Nothing fits “{ $text }”. Look for a part of the name, an acronym or a country.
search-enter = opens beside the list
search-mod-enter = opens the page
unshared = { $count ->
        [0] Nothing to share
       *[other] { $count } not shared
    }
unshared-note = Changes made on this laptop that no file or folder has taken yet. They are all in History.
practice-banner = Practice network: everything here is made up, and nothing of it reaches the real one.
practice-leave = Leave the practice network
read-only-newer = This network was made by a newer version of the program. It can be read, not changed.
read-only-unwritable = The file of this network cannot be written. It can be read, not changed; look at the rights to the file and its folder.
no-backup = The backup of the day could not be made.

## Things one can do.

act-undo = Undo
act-redo = Redo
act-undo-what = Undo: { $what }
act-redo-what = Redo: { $what }
act-cancel = Cancel
act-close = Close
act-close-note = Close the note
act-close-record = Close the record
act-keep = Keep
act-leave = Leave
act-more = More
act-previous = Previous
act-next = Next
act-delete = Delete
act-delete-count = { $count ->
        [one] Delete the row
       *[other] Delete { $count } rows
    }
act-bring-back = Bring back
act-open-page = Open the page
act-open-record = Open beside the list
act-show-in-list = Show in its list
act-back-to-list = Back to { $place }
act-add-link = Add something to it
act-edit-field = Edit { $field }
act-clear-field = Not stated
act-take-out = Take out { $label }
act-try-again = Try again
act-go-to-it = Go to it
act-switch-language = Switch to { $language }
act-fold = Fold { $what }
act-unfold = Unfold { $what }

undo-nothing = There is nothing to undo.
redo-nothing = There is nothing to redo.
undo-what-one = { $field }, { $label }
undo-what-many = { $field } of { $count } records
undo-done = Undone: { $what }
redo-done = Redone: { $what }
undo-partly = Undone in part: { $what }. { $left ->
        [one] One value was changed since and stays as it is.
       *[other] { $left } values were changed since and stay as they are.
    }
redo-partly = Redone in part: { $what }. { $left ->
        [one] One value was changed since and stays as it is.
       *[other] { $left } values were changed since and stay as they are.
    }
undo-this = Undo this change: { $what }
removed = { $count ->
        [one] Deleted: { $label }
       *[other] { $count } records deleted
    }
remove-title = { $count ->
        [one] Delete “{ $label }”?
       *[other] Delete { $count } records?
    }
remove-text = { $links ->
        [one] One other record points at it.
       *[other] { $links } other records point at it.
    } It can be brought back from History.
remove-act = { $count ->
        [one] Delete the record
       *[other] Delete the records
    }
draft-found = { $count ->
        [one] A text that was being written when the program ended was kept.
       *[other] { $count } texts that were being written when the program ended were kept.
    }
block-done = { $count ->
        [one] One cell changed
       *[other] { $count } cells changed
    }{ $added ->
        [0] {""}
        [one] , one row added
       *[other] , { $added } rows added
    }
block-partly = { $count ->
        [0] No cell changed
        [one] One cell changed
       *[other] { $count } cells changed
    }{ $added ->
        [0] {""}
        [one] , one row added
       *[other] , { $added } rows added
    }{ $left ->
        [0] {""}
       *[other] , { $left } left as they were
    }{ $beyond ->
        [0] {""}
        [one] , one row beyond the list left out
       *[other] , { $beyond } rows beyond the list left out
    }
beyond-title = { $count ->
        [one] One row more than the list has
       *[other] { $count } rows more than the list has
    }
beyond-text = The block ends below the last row of the list. { $count ->
        [one] The row that has no place can be added as a new record.
       *[other] The rows that have no place can be added as new records.
    } All of it is one action, which one undo takes back.
beyond-add = { $count ->
        [one] Add the row
       *[other] Add { $count } rows
    }
beyond-leave = Paste without them
left-count = { $count ->
        [one] One cell left as it was
       *[other] { $count } cells left as they were
    }
left-title = Cells that were left as they were
left-more = And { $count } more
left-drop = Give all of these up
cells-write = Write into { $count } cells…
cells-down = Fill down
cells-forth = Fill to the end of the row
cells-clear = Clear { $count } cells

## New records.

new-activity = New activity
new-joint-action = New joint action
new-meeting = New meeting
new-pledge = New pledge
new-organisation = New organisation
new-person = New person
new-document = New document
new-group = New workstream
new-place = New place
new-below = New row below
new-activity-below = New activity below

## The record beside the list.

record-of = { $kind }: { $label }
record-unnamed = { $kind } without a name
record-links = Links
record-sources = Sources
record-history = History
record-deleted = This record was deleted. Its values are kept.
panel-width = Width of the record
field-contested = Several people gave different values. They wait to be settled.
field-in-language = { $field } ({ $language })
flag-yes = Yes
flag-no = No
write-in = Language to write in
shown-in-language = Shown in { $language }: there is no text in the language of the window
locked-store = This network can be read, not changed.
locked-reference = Reference data: it changes with a later edition of the publication.
locked-deleted = This record was deleted. Bring it back to change it.
fields-more = { $count ->
        [one] One more field
       *[other] { $count } more fields
    }
links-more = { $count } more
links-membership-group = Members
links-membership-organisation = Memberships
links-membership-person = Memberships
links-membership-on-behalf-of = Memberships on its behalf
links-activity-group = Activities
links-activity-parent = Activities under it
links-activity-leads = Activities it leads
links-activity-contributors = Activities it contributes to
links-activity-objectives = Activities
links-activity-principles = Activities
links-activity-mandate = Activities
links-activity-depends-on = Activities that depend on it
links-activity-products = Activities it comes from
links-activity-workplan = Activities
links-group-succeeds = Succeeded by
links-group-workplan = Groups
links-group-mandate = Groups
links-group-place = Networks
links-organisation-parent = Organisations under it
links-organisation-country = Organisations
links-organisation-represented-by = Coalitions it represents
links-place-members = Regions and commissions
links-pledge-matches = Matched by
links-pledge-partners = Pledges it joins
links-workplan-predecessor = Followed by
sources-more = { $count } more
source-none = No address
source-retrieved = Read on { $date }
history-more = { $count } earlier
add-membership-group = Add a member
add-membership-organisation = Add a membership
add-membership-person = Add a membership
add-activity-group = Add an activity
add-activity-parent = Add an activity under it
add-joint-action = Add a joint action
add-meeting = Add a meeting
add-pledge = Add a pledge
add-pledge-matches = Add a matching pledge
add-person = Add a person
add-milestone = Add a milestone
add-funding = Add a funding line
add-result = Add a result
add-country-facts = Add a country profile
add-national-plan = Add a national implementation plan
add-agenda-item = Add an agenda item
add-attendance = Add somebody who attended
add-note = Add a note
add-decision = Add a decision
add-action-point = Add an action point

## What stands where a value is not known.

empty-value = Not stated
empty-type-text = Add
empty-title = Add a title
empty-name = Add a name
empty-type-plain = Not stated
empty-type-code = Not stated
empty-type-vague = Not stated
empty-type-date = Not known
empty-type-moment = Not set
empty-type-integer = Not known
empty-type-money = Not stated
empty-type-reference = Not known
empty-type-references = None stated
empty-type-words = None
empty-leads = Unknown
empty-contributors = Unknown
empty-number = No number published
empty-purpose = Not published
empty-depends-on = Nothing
empty-products = None
empty-progress-note = Add a progress note
empty-next-step = Add a next step
empty-notes = Add notes
empty-represented-by = Not known

## Writing: times, dates, choices.

vague-span = { $from } to { $to }
vague-from = From { $from }
vague-until = Until { $to }
vague-not-read = Not understood as a time
vague-stays = The text stays as it was written.
hint-type-vague = Q1–Q2 2023
hint-type-date = 2023-05-24, 2023-05 or 2023
hint-type-moment = 2023-05-24 14:00
hint-type-words = Words with commas between
pick-one = Type a name
pick-several = Add by name
pick-nothing = Nothing fits “{ $text }”
pick-new = { $what }: { $name }
picked = Chosen for { $field }
role-of = Part of { $label }
role-none = no part

## Lists.

filter = Filter
filter-fields = Fields to filter by
filter-text = Contains
filter-none = Nothing known
filter-is-any = { $field }: { $values }
filter-is-none = { $field }: nothing known
filter-is-text = { $field } contains “{ $text }”
filter-remove = Remove the filter { $filter }
filter-clear = Clear the filter
group = Group
group-by-nothing = No groups
group-is = Group: { $field }
group-none = Without
group-none-group = Without a workstream
group-none-status = Without a status
group-none-category = Without a category
group-none-workplan = Without a workplan
view = View
view-is = View: { $name }
view-is-changed = View: { $name } (changed)
view-plain = The list as it comes
view-new = Save as a new view…
view-new-title = Save what is shown as a view
view-new-text = Filter, order, groups, columns and the way of showing are saved. Views travel to others like records.
view-name = Name of the view
view-update = Save the changes in “{ $name }”
view-rename = Rename “{ $name }”
view-remove = Delete “{ $name }”
view-first = Begin with this view on this laptop
view-first-not = No longer begin with this view
view-saved = View saved: { $name }
view-renamed = View renamed: { $name }
view-removed = View deleted: { $name }
view-left = Some of this view is not known here. It is left out, and stays in the view: { $parts }.
view-left-where = the filter { $text }
view-left-sort = the order by { $text }
view-left-group = the groups by { $text }
view-left-columns = the column { $text }
view-left-view = the way of showing “{ $text }”
view-left-all = all of it
columns = Columns
column-hide = Hide the column
column-freeze = Freeze up to this column
column-thaw = Freeze no column
column-standing = Standing
column-activity-title = Activity
column-activity-objectives = Obj.
column-comments = Com.
column-objectives = Obj.
column-order-label = No.
column-group = Workstream
field-activity-group = Workstream
column-groups = Workstreams
column-places = Countries
column-state = State
column-place-name = Name
column-place-code = M49
column-place-type = Kind
column-iso2 = ISO 2
column-iso3 = ISO
column-plan-state = Plan
column-empty-type-vague = Not stated
column-empty-type-reference = –
column-empty-type-references = –
column-empty-type-words = –
column-empty-type-text = –
column-empty-type-plain = –
column-empty-leads = Unknown
column-empty-co-leads = Unknown
column-empty-members = –
column-empty-contributors = Unknown
column-empty-title = Without a title
column-empty-name = Without a name
column-number = No.
column-group-name = Workstream
column-workstream = Workstream
column-activities = Act.
column-status = Status
column-ended = Ended
column-due = { $days } days
column-co-leads = Co-leads
column-members = Members
column-place-members = Countries and areas
sort-up = Sort upwards
sort-down = Sort downwards
sort-then-up = Then sort upwards by this
sort-then-down = Then sort downwards by this
sort-none = Do not sort
move-up = Move up
move-down = Move down
move-nest = Put under the row above
move-unnest = Take out by one level
move-up-what = Move up: { $what }
move-down-what = Move down: { $what }
list-empty = { $list }: nothing is here yet.
list-empty-filtered = { $list }: nothing fits the filter { $filter }.
foot-rows = { $count ->
        [one] record
       *[other] records
    }
foot-filtered = { $count ->
        [one] record fits
       *[other] records fit
    }
foot-checked = selected
status-count = { $count } { $status }
workplan-empty = No activities yet.
workplan-view-table = Table
workplan-view-timeline = Timeline
workplan-view-board = Board
workplan-view-calendar = Calendar
workplan-view-coverage = Coverage
timeline-zoom = Scale
timeline-zoom-years = Years
timeline-zoom-quarters = Quarters
timeline-zoom-months = Months
timeline-quarter = Q{ $quarter }
timeline-span = { $from } to { $to }
timeline-not-stated = Not stated
timeline-comparing = Comparing with the earlier plan
timeline-bars = To the bars
timeline-to-bars = Go to where the activities in sight have their time
timeline-moved = { $title }: now { $time }
timeline-milestone = Milestone: { $title }, { $time }
timeline-was = planned: { $time }
timeline-slip = Slipped
timeline-slipped = { $later } later, { $earlier } earlier, { $otherwise } otherwise, { $added } added, { $kept } as planned
timeline-undated = Without a date
timeline-undated-more = { $count ->
        [one] One more; filter to see it.
       *[other] { $count } more; filter to see them.
    }
timeline-compare = Compare
timeline-compare-none = With no earlier plan
timeline-compare-day = Planned on
timeline-compare-adopted = As adopted: { $workplan }
timeline-key-quarter = To the quarter
timeline-key-year = To the year
timeline-keys = Left and right move the time, with Shift its end, with Alt its start. Enter opens the activity.
slip-days-later = { $count ->
        [one] 1 day later
       *[other] { $count } days later
    }
slip-days-earlier = { $count ->
        [one] 1 day earlier
       *[other] { $count } days earlier
    }
slip-months-later = { $count ->
        [one] 1 month later
       *[other] { $count } months later
    }
slip-months-earlier = { $count ->
        [one] 1 month earlier
       *[other] { $count } months earlier
    }
slip-added = added
slip-otherwise = otherwise
board-lane = { $status }: { $count }
board-lanes = Statuses
board-move = Move to { $status }
board-moved = { $title }: now { $status }
board-keys-move = Alt + arrows
board-moves = move a card
board-sets = set its status
calendar-before = Month before
calendar-after = Month after
calendar-today = Today
calendar-day = { $day }, { $count ->
        [0] nothing due
        [one] 1 due
       *[other] { $count } due
    }
calendar-more = { $count } more
calendar-due = Due in { $month }
calendar-none = Nothing is due in { $month }.
calendar-plan-ends = The plan reaches { $month }
calendar-count = { $month }: { $dated } due on a day, { $vague } within a longer time
calendar-milestone = Milestone
calendar-milestone-reached = Milestone, reached
calendar-ends = Activity ends; { $status }
calendar-within-month = Known to the month
calendar-within-quarter = Known to the quarter
calendar-within-half = Known to the half-year
calendar-within-year = Known to the year
calendar-within-open = Open on one side
coverage-of = What is covered
coverage-about = Coverage counts activities by what they serve and by the workstream they belong to, and shows where nobody works.
coverage-none-objectives = No objectives yet: they come with what a laptop that has them gives.
coverage-none-principles = No guiding principles yet: they come with what a laptop that has them gives.
coverage-activities = Activities
coverage-total = Total
coverage-elsewhere = In other groups
coverage-cell = { $of }, { $group }: { $count ->
        [0] no activity
        [one] 1 activity
       *[other] { $count } activities
    }
coverage-row = { $of }: { $count ->
        [0] no activity
        [one] 1 activity
       *[other] { $count } activities
    }
coverage-gap = No activity
coverage-gaps = { $count ->
        [0] none without any activity
        [one] 1 without any activity
       *[other] { $count } without any activity
    }
coverage-without-objectives = { $count ->
        [one] 1 activity names no objective
       *[other] { $count } activities name no objective
    }
coverage-without-principles = { $count ->
        [one] 1 activity names no principle
       *[other] { $count } activities name no principle
    }
keys-plan = In the timeline, the board and the calendar
keys-bar-move = Move a time
keys-bar-end = Stretch its end
keys-bar-start = Stretch its start; move a card
keys-bar-fold = Unfold and fold
keys-month = Go to another month
key-sideways = ← →
key-shift-sideways = Shift ← →
key-alt-sideways = Alt ← →
key-plus = +
key-minus = −
key-page-up = PgUp
key-page-down = PgDn
workstreams-empty = No workstreams yet.
joint-actions-empty = No joint actions yet. None are in the published network; add the ones you know of.
pledges-empty = No pledges yet. None are in the published network; add the ones you know of.
meetings-empty = No meetings yet.
organisations-empty = No organisations yet.
people-empty = No people yet. Names of people are in no public list; add those you work with.
places-empty = No countries yet.

## The grid itself.

grid-yes = Yes
grid-no = No
grid-keep = Keep
grid-keep-all = Keep in all selected cells
grid-leave = Leave
grid-retry = Try again
grid-failed = The list could not be read again. What is shown may be old.
grid-arrived = Came in from elsewhere
grid-check-all = Select all rows
grid-check-row = Select this row
grid-fold = Fold
grid-unfold = Unfold
grid-locked = This cell cannot be changed.
grid-read-only = This cannot be changed here.
grid-not-stored = This was not stored. What was stored before is unharmed.
grid-not-understood = Not understood as a time
grid-text-stays = The text stays as it was written.
grid-no-choice = “{ $text }” is not in the list.
grid-no-match = Nothing fits “{ $text }”.
grid-one-only = Only one can stand here.
grid-not-date = “{ $text }” is not a date. Write a day, a month or a year: 2023-05-24, 2023-05 or 2023.
grid-not-integer = “{ $text }” is not a whole number.
grid-not-money = “{ $text }” is not an amount. Write it as 1250000 USD.
grid-below = The least is { $least }.
grid-above = The most is { $most }.
grid-month-before = Month before
grid-month-after = Month after
grid-move-sorted = Rows can be moved when the list is not sorted by a column.
grid-selected = { $rows ->
        [one] One row
       *[other] { $rows } rows
    } × { $columns ->
        [one] one column
       *[other] { $columns } columns
    } selected
grid-new-row = New row { $number }
grid-none-left = No cell was left as it was.
grid-sort-rank = number { $rank } of the order
grid-not-copied = This could not be copied. Nothing was changed.

## Overview.

fig-activities = { $count ->
        [one] activity
       *[other] activities
    }
fig-no-status = status unknown
fig-unsure = ended, status unknown
fig-ended = past their end
fig-due = end within { $days } days
fig-co-leads = have a co-lead
fig-named = names published
no-activities = No activities published
overview-aside = What to look at
overview-todo = What is not known yet
overview-due = Ends within
overview-horizon = Days ahead
overview-due-none = Nothing ends within { $days } days.
overview-ended = Past their end, not completed
overview-meetings = Next meetings
overview-meetings-none = No meeting is planned.
overview-changes = Latest changes
overview-empty = There is no workstream yet.
days-short = { " " }d
todo-no-co-lead = { $count ->
        [one] One workstream has no co-lead recorded
       *[other] { $count } workstreams have no co-lead recorded
    }
todo-no-co-lead-act = Add
todo-no-status = { $count ->
        [one] One activity has no known status
       *[other] { $count } activities have no known status
    }
todo-no-status-act = Set
todo-no-name = { $count ->
        [one] One workstream has no published name
       *[other] { $count } workstreams have no published name
    }
todo-no-name-act = Name
todo-no-number = { $count ->
        [one] One workstream has no published number
       *[other] { $count } workstreams have no published number
    }
todo-no-number-act = Show

## Pages.

page-facts = Facts
section-all = Show all
section-more = { $count } more
section-activities = Activities
section-activities-empty = No activities published
section-activities-add = Add an activity
section-products = Products
section-joint-actions = Joint actions
section-joint-actions-empty = None recorded
section-joint-actions-add = Add a joint action
section-meetings = Meetings
section-meetings-empty = None recorded
section-meetings-add = Add a meeting
section-pledges = Pledges
section-pledges-empty = None recorded
section-pledges-add = Add a pledge
section-co-leads = Co-leads
section-co-leads-empty = No co-lead recorded
section-co-leads-add = Add a co-lead
section-members = Members
section-members-empty = No member recorded
section-members-add = Add a member
section-succeeded-by = Succeeded by
section-memberships = Workstreams and groups
section-memberships-empty = In no group, as far as is recorded
section-memberships-add = Add to a group
section-leads = Activities it leads
section-leads-empty = None recorded
section-contributes = Activities it contributes to
section-people = People
section-people-empty = Nobody recorded
section-people-add = Add a person
section-represents = Coalitions it represents
section-national-plans = National implementation plans
section-national-plans-empty = None recorded
section-national-plans-add = Add a national implementation plan
section-organisations = Organisations
section-networks = Networks
section-reviews = Reviews
section-commissions = Regional commissions
section-commissions-empty = In no commission, as far as is recorded
section-regions = Regions
section-country-facts = Network, champion and plan
section-country-facts-empty = Nothing recorded of a country network, a champion or a plan
section-country-facts-add = Add a country profile
section-attendance = Attendance
section-attendance-empty = Nobody recorded
section-attendance-add = Add somebody who attended
section-agenda = Agenda
section-agenda-empty = No item yet
agenda-add = Add an item to the agenda
agenda-what = Kind of entry under { $item }
agenda-write = { $kind } under { $item }
agenda-write-note = Write a note
agenda-write-decision = Write a decision
agenda-write-action-point = Write an action point
minutes = { $count } min
workstreams-current = Workstreams
workstreams-others = Other groups
members-view-matrix = Matrix
members-view-organisations = Organisations
members-view-people = People
places-places = Countries and areas
places-regions = Regions and commissions

## The membership matrix.

members-matrix = Organisations by workstreams
matrix-before = Show predecessor groups
matrix-set = set a part
matrix-clear = clear it
matrix-total = Total
matrix-members = With a part
matrix-was = Held in the predecessor group
matrix-unknown = Not known
matrix-cell = { $organisation }, { $group }: { $role }
matrix-cell-was = { $organisation }, { $group }: { $role } in the predecessor group
matrix-empty = No organisations yet.

## History.

history-empty = Nothing was changed yet.
history-further = Further back
history-undone = Undone
history-filters = Filter
history-by-person = By whom
history-by-record = Record
history-by-kind = Kind of record
history-by-origin = How it came about
history-any = Any
history-from = From
history-to = To
history-widen = Show all
history-empty-filtered = No change is like that.
history-view-changes = Changes
history-view-compare = Compare two days
history-restore-before = As before
history-restore-after = As then
history-restore-what = Set { $field } of { $label } to { $value }
history-take-out = Take { $value } out of { $field } of { $label }
history-put-in = Put { $value } in { $field } of { $label }
history-restored = Restored: { $field }, { $label }
history-restored-same = It is so already: { $field }, { $label }
history-bring-back = Bring back
history-bring-back-what = Bring back { $label }
history-brought-back = Brought back: { $label }
history-kept-built = Left as it is: { $field }, { $label }. { $person } built on it, { $time }.
history-kept-contested = Left as it is: { $field }, { $label }. It is in conflict with { $person }, { $time }: settle it first.
history-kept-closed = Left as it is: { $field }, { $label }. { $person } has closed it since, { $time }.
history-kept-erased = Left as it is: { $field }, { $label }. What was erased cannot be brought back.
history-somebody = Somebody
compare-from = What was known on
compare-to = and what was known on
comparing = Comparing both days
compare-go = Compare
compare-hint = Choose two days to see what was added, removed and changed between them.
compare-same = Nothing differs between these days.
compare-whole = The whole network
compare-records = Records: { NUMBER($added) } added, { NUMBER($removed) } removed, { NUMBER($changed) } changed
compare-further = Show more
known-on = As known on
known-go = See it
known-banner = As known on { $date } – read only.
known-back = Back to now
change-nothing = nothing
change-publication = The published network was taken in
change-added = { $kind } added
change-deleted = { $kind } deleted
change-brought-back = { $kind } brought back
change-set = { $field }: { $new }
change-cleared = { $field } cleared; it was { $old }
change-with-role = { $label } ({ $role })
change-changed = { $field }: { $old } became { $new }
change-undone = { $change } (undone)
changes-count = { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
changes-more = { $count } more

## First start and who one is.

first-title = Begin
first-text = Everything stays on this laptop. There is no account and no server.
first-published = The published network
first-published-note = The workstreams, activities, organisations and countries as published, each with its source.
first-empty = An empty network
first-empty-note = Only the objectives, principles and countries. You enter the rest.
first-practise = Practise
first-practise-note = A made-up network to try things out in. A banner says so all the time.
first-making = Making the network
who-title = Who are you?
who-text = Your changes carry your name, so that others know whom to ask.
who-name = Name
who-organisation = Organisation
who-part = Your part in the Network
who-secretariat = Secretariat
who-co-lead = Co-lead of a workstream
who-member = Member
who-observer = Observer
who-co-lead-of = Co-lead of
who-later = Later
who-keep = Open the network
who-nobody = No name given

## Settings.

settings = Settings
settings-language = Language
settings-keep = Keep
settings-single-keys = Single letters and digits act in lists
settings-single-keys-note = 0 to 6 set a status; L, M and O set a part in the matrix.
this-laptop = This laptop: { $site }

## The keyboard map.

keys = Keyboard
keys-everywhere = Everywhere
keys-list = In lists and the matrix
keys-record = In the record
keys-search = Search, go to, or do
keys-places = Go to a place of the rail
keys-back-forward = Back and forward
keys-regions = Next part of the window
keys-escape = Leave the edit, then close the record
keys-arrows = Move from cell to cell
keys-edit = Edit the cell
keys-typing = Write over the cell
keys-tab = Keep and go to the next cell
keys-new = New row below
keys-filter = Filter the list
keys-copy-paste = Copy and paste cells
keys-fill = Fill down, fill to the end of the row
keys-keep-all = Keep what is written in all selected cells
keys-select = Select the row, the column, everything
keys-left = Next cell that was left as it was
keys-delete = Clear the cells
keys-move-row = Move the row up or down
keys-nest = Put under the row above
keys-head-move = On a head: move the column
keys-head-wider = On a head: make the column narrower or wider
keys-head-sort = On a head: sort by it, or by it as well
keys-status = Set a status
keys-roles = Set a part in the matrix
keys-keep = Keep what was written
keys-line = Begin a new line
keys-leave = Give up what was written

key-search = { $mod } K
key-undo = { $mod } Z
key-redo = { $mod } Shift Z
key-places = { $mod } 1–9
key-back = Alt ←
key-forward = Alt →
key-help = ?
key-regions = F6
key-escape = Esc
key-enter = Enter
key-mod-enter = { $mod } Enter
key-shift-enter = Shift Enter
key-arrows = ← ↑ → ↓
key-f2 = F2
key-letters = A–Z
key-tab = Tab
key-new = { $mod } +
key-filter = { $mod } F
key-copy = { $mod } C
key-paste = { $mod } V
key-fill = { $mod } D
key-fill-forth = { $mod } R
key-select-row = Shift Space
key-select-column = { $mod } Space
key-select-all = { $mod } A
key-left = F8
key-delete = Del
key-move-row = Alt ↑ ↓
key-nest = Alt Shift →
key-head-move = Alt ← →
key-head-wider = Alt Shift ← →
key-head-sort = Enter
key-head-sort-more = Shift Enter
key-unnest = Alt Shift ←
key-move-up = Alt ↑
key-move-down = Alt ↓
key-digits = 0–6
key-roles = L M O
key-add-row = { $mod } +
key-remove-row = { $mod } -

## Errors that have no message of their own, and what to do about those that have.

error-kind-refused = This was refused ({ $code }). Nothing was changed.
error-kind-usage = This was not understood ({ $code }). Nothing was changed.
error-kind-failed = This could not be done ({ $code }). What was stored before is unharmed.
error-kind-defect = The program met a fault of its own ({ $code }). What was stored before is unharmed.
hint-kind-refused = Look at the value and try again.
hint-kind-usage = Look at the value and try again.
hint-kind-failed = Try again. If it stays so, look whether the disk is full.
hint-kind-defect = Try again. If it comes back, report it with what you were doing. { $detail }
hint-bad-date = Write a day, a month or a year: 2023-05-24, 2023-05 or 2023.
hint-bad-time = Write a day, or a day and an hour: 2023-05-24 14:00.
hint-bad-number = Write a number in figures, such as 20.
hint-key-not-found = Choose it from the list, or add it first.
hint-ambiguous-key = Choose it from the list.
hint-deleted-record = It can be brought back from its record or from History.
hint-closed-record = Give it another state to open it again; that is recorded.
hint-read-only-kind = It changes with a later edition of the publication.
hint-missing-field = Give it a value and try again.
hint-cycle = Choose another one, or none.
hint-built-on = Set the value again if it is to be as before.
hint-in-conflict = Settle the conflict first.
hint-closed = Open it again first.
hint-erased = Nothing brings it back, and no laptop keeps it.
hint-erased-person = Enter somebody who agrees to be reached again as a new person.
hint-wrong-seen = Look at the value now in force and write again.
hint-nothing-to-undo = What others changed is not undone here: set the value again.
hint-nothing-to-redo = An edit made after an undo ends what could be redone.
hint-disk-full = Make room on the disk and do it again.
hint-store-busy = Try again when the other program has finished.
hint-store-damaged = Keep the file, and go back to a backup if there is one.
hint-store-unwritable = Check the rights to the file and its folder.
hint-store-too-new = Install the newer version on this laptop.

## Exchange.

place-exchange = Exchange
to-settle = { $count } to settle
exchange-own = Not shared
exchange-in = Came in
exchange-settle = To settle
exchange-duplicates = Duplicates
exchange-backups = Backups
act-take-in = Take in
act-give = Give to somebody
act-exchange-now = Exchange now
act-choose-folder = Choose a folder
act-leave-folder = Use it no longer
act-dismiss = No longer wait
act-set-back = Set back
act-settle = Settle it
act-stop = Stop
act-take = Take in
act-unlock = Open
own-lead = { $count ->
        [0] Everything written on this laptop is with somebody else, too.
        [one] One step ({ $changes ->
                [one] { $changes } change
               *[other] { $changes } changes
            }) is on this laptop only.
       *[other] { $count } steps ({ $changes } changes) are on this laptop only.
    }
own-latest = Listed are the latest { $count }. History tells them all.
own-folder = “{ $folder }” takes them with the next exchange.
own-drafts = Being written, kept here until it is finished
own-empty = Nothing here that others do not have.
folder = Shared folder
folder-none = A folder that a file service keeps the same on several laptops: changes come and go by themselves.
folder-last = last exchanged { $time }
folder-never = not exchanged yet
folder-passphrase = Passphrase, if what lies there is to be encrypted
folder-encrypted = encrypted
folder-locked = What lies there is encrypted. The passphrase is kept nowhere; it is asked for each time the program starts.
folder-wrong-passphrase = Some of what lies in the folder is encrypted with another passphrase. It was left there; nothing was lost.
folder-unreachable = The shared folder cannot be reached. Nothing was lost; it is tried again later.
waits = Waits for changes that have not come
waits-for = { $count ->
        [one] { $count } part waits for changes of { $person }.
       *[other] { $count } parts wait for changes of { $person }.
    }
laptops = Laptops
laptops-whose = Whose
laptops-machine = Machine
laptops-last = Last change
laptops-heard = Last file of it
laptops-this = this one
laptops-none = No other laptop has been heard of.
laptops-branch = Written on two machines under one name; both go on apart.
laptops-clock = { $hours ->
        [0] Its clock is ahead.
        [one] Its clock is { $hours } hour ahead.
       *[other] Its clock is { $hours } hours ahead.
    }
merges = Taken in
merges-none = Nothing has been taken in yet. Drop a file on the window, or choose “Take in”.
set-back-title = Set this merge back?
set-back-text = What “{ $source }” brought no longer has effect on this laptop. It is kept aside and comes again with a later file.
set-back-act = Set back
set-back-done = { $count ->
        [one] { $count } change no longer has effect.
       *[other] { $count } changes no longer have effect.
    }
take-in-title = What these files bring
take-in-reading = Reading
drop-files = { $count ->
        [one] Drop to look at { $count } file
       *[other] Drop to look at { $count } files
    }
take-in-lead = { $count ->
        [0] Nothing that is not here already.
        [one] { $count } change that is not here yet.
       *[other] { $count } changes that are not here yet.
    } { $conflicts ->
        [0] { "" }
        [one] { $conflicts } thing will be to settle.
       *[other] { $conflicts } things will be to settle.
    } Nothing has changed so far.
take-in-deletes = { $count } records would be deleted. Look twice.
take-in-from = from { $person }, { $time }
take-in-kind = What
take-in-added = New
take-in-changed = Changed
take-in-deleted = Deleted
take-in-waits = Waits for changes of { $person }.
passphrase = Passphrase
taken-in = { $count ->
        [0] Nothing new came in.
        [one] { $count } change came in.
       *[other] { $count } changes came in.
    }
taken-in-conflicts = { $count ->
        [one] { $count } change came in
       *[other] { $count } changes came in
    }, { $conflicts ->
        [one] { $conflicts } thing is to settle.
       *[other] { $conflicts } things are to settle.
    }
exchanged = { $count ->
        [0] Nothing new came in
        [one] { $count } change came in
       *[other] { $count } changes came in
    }, { $left ->
        [0] nothing was left for others.
        [one] { $left } part was left for others.
       *[other] { $left } parts were left for others.
    }
given = { $count ->
        [one] { $file } holds { $count } change.
       *[other] { $file } holds { $count } changes.
    }
give-title = Give to somebody
give-who = For whom
give-all = Anybody: everything
give-lacks = { $person }: what they lacked in their last file
give-contacts = With contacts
give-contacts-note = E-mail addresses and telephone numbers of people; what was given away cannot be recalled.
give-passphrase = Passphrase, if the file is to be encrypted
give-save = Save the file
backups-lead = A copy of the whole network is made once a day, before anything is taken in, and before a new version changes the file. Older ones are thinned out.
backups-none = There is no backup yet.
backups-when = Made
backups-why = Why
backups-size = Size
backups-holds = Changes in it
backups-unreadable = cannot be read any more
backups-bytes = { $count ->
       *[other] { $count } kB
    }
act-recover = Go back to it
recover-what = Go back to the backup of { $time }
recover-title = Go back to this backup?
recover-text = The network becomes what it was on { $time }. What was written since is not in it; the present file is kept beside it under another name. This laptop goes on as a new one, so that nothing it shared before is taken for something else.
recover-act = Go back to the backup
recovering = Going back to the backup
recovered = { $count ->
        [one] The network holds { $count } change again.
       *[other] The network holds { $count } changes again.
    } The former file is { $kept }.

grid-contested = Several people gave different values

## To settle.

differs-field = { $field } differs
differs-delete-edit = deleted here, edited there
differs-dangling = { $field } points to what was deleted
differs-natural-key = { $field } given twice
differs-cycle = placed below each other
differs-overlap = terms overlap
differs-join = joined or edited apart
differs-late = came after it was closed
settle-filter = Show what concerns: { $what }
settle-filter-all = Everything
settle-batch = All at once
settle-all-mine = All mine
settle-all-theirs = All theirs
settle-all-latest = All the latest
settle-all-text = { $count } things are to settle. Those that cannot be settled this way are left. It can be undone.
settle-all-act = Settle
settle-base = Before: { $value }
settle-base-none = There was nothing before.
settle-ways = Ways to settle
settle-mine = Keep mine
settle-theirs = Keep theirs
settle-side = Keep number { $n }
settle-both = Keep both
settle-own = Another value
settle-keep-own = Keep this
settle-keep = Keep it
settle-drop = Delete it
settle-bring-back = Bring it back
settle-unlink = Take the link out
settle-both-stay = Both stay
settle-clear-code = Clear it here
settle-to-top = { $label } to the top
settle-drop-term = Delete this term
settle-stay-joined = Stay joined
settle-take-apart = Take apart
settle-adopt = Adopt it
settle-leave = Leave it as it was closed
settle-closed-with = When it was closed: { $value }
settle-note = What is not kept stays in History.
settle-empty = Nothing is to settle. What people wrote apart went together by itself.
settle-duplicates = Possible duplicates
duplicates-label = { $kind }: may be one
duplicates-why = Because: { $reasons }
duplicates-empty = No two records look like one.
duplicates-field = Field
duplicates-pick = { $field }: which one stays
duplicates-both = Both
duplicates-equal = equal
duplicates-differs = different
duplicates-note = They become one record; what points at either points at it. Other spellings of the name are kept as aliases. It can be taken apart again.
act-join = Join them
act-not-same = Not the same
joined-done = Joined: { $label }
not-same-done = { $a } and { $b } are no longer offered on this laptop.
record-joined = Joined with
act-unjoin = Take apart
unjoin-what = Take { $label } apart
unjoined = Taken apart: { $label }
settled = Settled: { $label }
settled-all = { $count ->
        [one] { $count } thing settled
       *[other] { $count } things settled
    }, { $left ->
        [0] none left.
       *[other] { $left } left.
    }
side-mine = Mine
side-theirs = Theirs
side-shown = shown now
side-deleted = Deleted
side-live = Kept
side-top = at the top
side-edited = { $field }: { $value }
diff-struck = Struck through above
diff-underlined = Underlined above
hint-not-a-pack = Ask the sender for a file made with “Give to somebody”.
hint-truncated = It may still be on its way: try again later.
hint-damaged = Ask for the file again.
hint-bad-signature = Ask the sender for the file again, by another way.
hint-wrong-network = Only laptops of one network exchange.
hint-wrong-passphrase = Enter the passphrase below.
hint-too-new = Install the newer version; the file keeps until then.
hint-too-large = Ask for a smaller file.
hint-nothing-to-set-back = The backup made before holds the state of then.
hint-not-two-sided = Choose by the number beside the value.
hint-unknown-conflict = It may have been settled already.

## The plan that checks itself.

checks-sub = What the workplan contradicts in itself
checks-open = To look at
checks-dismissed = Meant so
checks-how-sure = How sure
checks-record = Of
checks-found = Found
checks-meant = Meant so
checks-none-open = Nothing to look at: the plan contradicts itself nowhere.
checks-none-dismissed = Nothing was said to be meant so.
checks-reason = { $person }: { $reason }
checks-dismiss = Meant so
checks-dismiss-what = Meant so: { $label }
checks-dismiss-all = All meant so
checks-dismiss-chosen = Meant so ({ $count })
checks-choose = Select: { $label }
checks-dismiss-title = Say that it is meant so
checks-why = Why
checks-take-back = Look at it again
checks-more = { $count } more
check-dismissed = { $count ->
        [one] Meant so: { $label }
       *[other] { $count } meant so
    }
check-again = To look at again: { $label }
severity-warning = Surely so
severity-note = May be so
found-no-lead = { $count ->
        [one] { $count } activity has no lead
       *[other] { $count } activities have no lead
    }
found-lead-not-member = { $count ->
        [one] { $count } lead is not a member of the workstream of the activity
       *[other] { $count } leads are not members of the workstream of their activity
    }
found-end-before-start = { $count ->
        [one] { $count } time ends before it begins
       *[other] { $count } times end before they begin
    }
found-in-progress-after-end = { $count ->
        [one] { $count } activity is in progress after its end
       *[other] { $count } activities are in progress after their end
    }
found-yet-to-start-after-start = { $count ->
        [one] { $count } activity is yet to start after its start
       *[other] { $count } activities are yet to start after their start
    }
found-completed-without-product = { $count ->
        [one] { $count } activity is completed, and no product is named
       *[other] { $count } activities are completed, and no product is named
    }
found-parent-ends-before-child = { $count ->
        [one] { $count } activity goes on after the one it is part of
       *[other] { $count } activities go on after the one they are part of
    }
found-depends-on-later = { $count ->
        [one] { $count } activity depends on one that is over later
       *[other] { $count } activities depend on one that is over later
    }
found-same-title = { $count ->
        [one] { $count } activity has a title that another workstream uses too
       *[other] { $count } activities have a title that another workstream uses too
    }
found-closed-group = { $count ->
        [one] { $count } activity is in a workstream that has ended
       *[other] { $count } activities are in a workstream that has ended
    }
finding-lead-not-member = { $severity ->
        [note] { $other }, a member at another time
       *[warning] { $other }
    }
finding-end-before-start = Ends on { $day }
finding-in-progress-after-end = { $severity ->
        [note] Perhaps over ({ $day })
       *[warning] Over on { $day }
    }
finding-yet-to-start-after-start = { $severity ->
        [note] Perhaps to have begun (from { $day })
       *[warning] To begin on { $day } or soon after
    }
finding-parent-ends-before-child = { $severity ->
        [note] “{ $other }”, perhaps over ({ $day })
       *[warning] “{ $other }”, over on { $day }
    }
finding-depends-on-later = { $severity ->
        [note] “{ $other }”, perhaps over later ({ $day })
       *[warning] “{ $other }”, over on { $day }
    }
finding-closed-group = { $severity ->
        [note] Where it stands is not known
       *[warning] Not completed
    }

## Status rounds.

round-open = Open a round
round-open-act = Open
round-opened = Opened: { $label }
round-turned = It would close before it opens.
rounds-none = No status round has been opened yet.
round-is-open = Open
round-is-closed = Closed
round-until = until { $date }
round-stands = { $answered } of { $due } answered
round-stood = { $answered } of { $due } answered when it was closed, { $date }
round-shown = Which activities
round-part-mine = Mine
round-part-missing = Not answered
round-part-all = All
round-none-mine = Nothing of this round is yours.
round-none-missing = Everything was answered.
round-none-all = The workplan has no activities to ask about.
round-activity = Activity
round-asked = Asked
round-asked-nobody = Nobody: no lead is named
round-answers = Answer
round-no-answer = None yet
round-next = Next: { $text }
round-answer = Answer
round-answer-what = Answer for { $label }
round-answer-title = Where does it stand?
round-answer-note = The activity will say the same.
round-for = On behalf of
round-answered = Answered: { $label }
round-late = Came after it was closed
round-leave = Leave it out
round-adopted = Adopted
round-left = Left as it was closed
round-close = Close
round-close-title = Close { $label }?
round-close-text = { $count ->
        [0] Everything was answered.
        [one] { $count } activity was not answered.
       *[other] { $count } activities were not answered.
    } What is answered stays as it is now; what comes later is listed.
round-closed = Closed: { $label }
round-reopen = Open again
round-reopened = Open again: { $label }
round-remind = Text for a reminder
round-reminder-text = To paste into a mail
round-reminder-copy = Copy
round-reminder-copied = Copied

## My work.

work-who = Who I am
work-whose = Whose
work-whose-all = Mine and my organisation’s
work-whose-own = Only mine
work-nobody = My work lists what you or your organisation lead, contribute to and have to update. For that, say who you are; no account is needed.
work-say-who = Say who I am
work-nothing = You and your organisation lead nothing and contribute to nothing yet.
work-update = To be updated
work-overdue = Overdue
work-lead = Leading
work-contributor = Contributing
work-done = Done
work-points = Action points
work-answer = Answer

## Comments.

record-comments = Comments
comment-new = Comment
comment-say = Say it
comment-answer = Answer
comment-resolve = Resolve
comment-resolved = Resolved
comment-reopen = Not resolved

## Carrying forward.

act-next-workplan = Workplan that follows
act-carry = Carry activities forward
carry-title = Carry forward from { $label }
carry-into = Into
carry-which = What goes on: { $count }
carry-all = All of them
carry-none = Nothing of it is unfinished.
carry-note = Each says the same in the next workplan and names what it comes from. Notes on progress and products stay here.
carry-act = Carry forward
carry-left = Left out, because it belongs to the plan that ends:
carry-nothing-left = Carried whole; nothing was left out.
carried = { $count ->
        [one] { $count } activity goes on in { $label }
       *[other] { $count } activities go on in { $label }
    }
record-closed = It is closed and reads as it did then.
record-closed-at = As it was closed, { $time }
record-show-closed = Show what was closed
record-closed-empty = Nothing belonged to it.
act-since-adopted = Changed since it was adopted
act-erase = Erase contact details…
erase-title = Erase the contact details of { $label }
erase-goes = What goes, here and on every laptop that hears of it:
erase-goes-contacts = email and telephone, also earlier ones and texts being typed
erase-goes-attendance = who attended or spoke, at meetings without attribution
erase-goes-copies = the same in the backups and earlier copies beside the network’s file
erase-mentions = { $count ->
        [0] The name stays. It occurs in no other text.
        [one] The name stays, and so does { $count } text in which it occurs:
       *[other] The name stays, and so do { $count } texts in which it occurs:
    }
erase-given = What was already printed or given to somebody cannot be recalled. Erasing cannot be undone, and no new contact details are kept with this record.
erase-act = Erase for good
erase-left = Erased. These copies could not be opened and may still hold the details. It is tried again at each start; or delete them:
erased = Contact details erased: { $label }
record-erased = The contact details of this person are erased, and none are kept.
