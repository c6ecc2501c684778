### Words of the Network's records, and what is said when something cannot be done.

## Kinds of record: one, several, and with a number ($count).

kind-workplan = Workplan
kind-workplan-plural = Workplans
kind-workplan-count = { $count ->
        [one] { $count } workplan
       *[other] { $count } workplans
    }
kind-group = Group
kind-group-plural = Groups
kind-group-count = { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
kind-organisation = Organisation
kind-organisation-plural = Organisations
kind-organisation-count = { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
kind-person = Person
kind-person-plural = People
kind-person-count = { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
kind-membership = Membership
kind-membership-plural = Memberships
kind-membership-count = { $count ->
        [one] { $count } membership
       *[other] { $count } memberships
    }
kind-activity = Activity
kind-activity-plural = Activities
kind-activity-count = { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    }
kind-joint-action = Joint action
kind-joint-action-plural = Joint actions
kind-joint-action-count = { $count ->
        [one] { $count } joint action
       *[other] { $count } joint actions
    }
kind-milestone = Milestone
kind-milestone-plural = Milestones
kind-milestone-count = { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }
kind-funding = Funding line
kind-funding-plural = Funding lines
kind-funding-count = { $count ->
        [one] { $count } funding line
       *[other] { $count } funding lines
    }
kind-place = Place
kind-place-plural = Places
kind-place-count = { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
kind-country-facts = Country profile
kind-country-facts-plural = Country profiles
kind-country-facts-count = { $count ->
        [one] { $count } country profile
       *[other] { $count } country profiles
    }
kind-pledge = Pledge
kind-pledge-plural = Pledges
kind-pledge-count = { $count ->
        [one] { $count } pledge
       *[other] { $count } pledges
    }
kind-meeting = Meeting
kind-meeting-plural = Meetings
kind-meeting-count = { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
kind-agenda-item = Agenda item
kind-agenda-item-plural = Agenda items
kind-agenda-item-count = { $count ->
        [one] { $count } agenda item
       *[other] { $count } agenda items
    }
kind-note = Note
kind-note-plural = Notes
kind-note-count = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
kind-decision = Decision
kind-decision-plural = Decisions
kind-decision-count = { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }
kind-action-point = Action point
kind-action-point-plural = Action points
kind-action-point-count = { $count ->
        [one] { $count } action point
       *[other] { $count } action points
    }
kind-attendance = Attendance
kind-attendance-plural = Attendances
kind-attendance-count = { $count ->
        [one] { $count } attendance
       *[other] { $count } attendances
    }
kind-document = Document
kind-document-plural = Documents
kind-document-count = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
kind-objective = Objective
kind-objective-plural = Objectives
kind-objective-count = { $count ->
        [one] { $count } objective
       *[other] { $count } objectives
    }
kind-principle = Guiding principle
kind-principle-plural = Guiding principles
kind-principle-count = { $count ->
        [one] { $count } guiding principle
       *[other] { $count } guiding principles
    }
kind-mandate = Mandate paragraph
kind-mandate-plural = Mandate paragraphs
kind-mandate-count = { $count ->
        [one] { $count } mandate paragraph
       *[other] { $count } mandate paragraphs
    }
kind-source = Source
kind-source-plural = Sources
kind-source-count = { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
kind-comment = Comment
kind-comment-plural = Comments
kind-comment-count = { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
kind-saved-view = Saved view
kind-saved-view-plural = Saved views
kind-saved-view-count = { $count ->
        [one] { $count } saved view
       *[other] { $count } saved views
    }
kind-status-round = Status round
kind-status-round-plural = Status rounds
kind-status-round-count = { $count ->
        [one] { $count } status round
       *[other] { $count } status rounds
    }
kind-answer = Answer
kind-answer-plural = Answers
kind-answer-count = { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
kind-dismissed-check = Dismissed check
kind-dismissed-check-plural = Dismissed checks
kind-dismissed-check-count = { $count ->
        [one] { $count } dismissed check
       *[other] { $count } dismissed checks
    }
kind-result = Result
kind-result-plural = Results
kind-result-count = { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
kind-national-plan = National implementation plan
kind-national-plan-plural = National implementation plans
kind-national-plan-count = { $count ->
        [one] { $count } national implementation plan
       *[other] { $count } national implementation plans
    }
kind-review = Review or forum
kind-review-plural = Reviews and forums
kind-review-count = { $count ->
        [one] { $count } review or forum
       *[other] { $count } reviews and forums
    }
kind-site = Laptop
kind-site-plural = Laptops
kind-site-count = { $count ->
        [one] { $count } laptop
       *[other] { $count } laptops
    }

## Fields. A kind whose label differs has its own message, field-KIND-FIELD; every other takes field-FIELD.

field-id = Identifier
field-life = Life
field-notes = Notes
field-provenance = Source
field-exists = Record
field-position = Position
field-created-at = Created
field-changed-at = Last changed
field-contested = In conflict
field-own = Changed here since the publication
field-about = About
field-acronym = Acronym
field-activities = Activities
field-address = Address
field-adopted-at = Adopted as
field-aliases = Other names
field-alternate-for = Sits for
field-amount = Amount
field-answers = Answers to
field-category = Category
field-chair = Chair
field-champion = Champion country
field-champion-from = Champion since
field-champion-to = Champion until
field-closed-at = Closed as
field-closes = Closes
field-code = Code
field-confidentiality = Confidentiality
field-contributors = Contributing
field-country = Country
field-created = Created
field-currency = Currency
field-definition = Definition
field-depends-on = Depends on
field-carried-from = Carried forward from
field-since-adopted = Changed since adopted
field-comments = Comments
field-description = Description
field-distinct-from = Not the same as
field-draft = Draft
field-due = Due
field-email = Email
field-erased = Contact details erased
field-field = Field
field-first = First day
field-format = Format
field-from = From
field-function = Function
field-funding = Funding
field-group = Group
field-groups = Workstreams and groups
field-identifiers = Identifiers
field-iso2 = ISO code, two letters
field-iso3 = ISO code, three letters
field-item = Agenda item
field-key = Public key
field-kind = Kind
field-languages = Languages
field-last = Last day
field-leads = Led by
field-level = Level
field-made-on = Made on
field-maker = Made by
field-mandate = Mandate
field-matches = Matches
field-meeting = Meeting
field-members = Countries and areas
field-minutes = Minutes planned
field-name = Name
field-network = Country network
field-network-since = Country network since
field-next-step = Next step
field-note = Note
field-number = Number
field-objectives = Objectives
field-on-behalf-of = On behalf of
field-opens = Opens
field-order-label = No.
field-organisation = Organisation
field-organisations = Organisations
field-owner = Owner
field-partners = Partners
field-period = Period
field-person = Person
field-phone = Telephone
field-place = Country or region
field-place-name = Shown in
field-places = Countries and regions
field-plan-state = National implementation plan
field-pledges = Pledges
field-predecessor = Preceded by
field-presence = Attended
field-presenter = Presented by
field-principles = Guiding principles
field-products = Products
field-progress-note = Progress note
field-purpose = Purpose
field-reached = Reached on
field-reason = Reason
field-represented-by = Represented by
field-resolved = Resolved
field-retrieved = Read on
field-role = Role
field-round = Round
field-rule = Rule
field-same-as = Joined with
field-series = Series
field-source = Source of funds
field-speaker = Speaker
field-standing = Standing
field-start = Starts
field-state = State
field-status = Status
field-status-labels = Words for statuses
field-succeeds = Succeeds
field-text = Text
field-timeline = Timeline
field-title = Title
field-to = Until
field-unnamed = Name not given
field-venue = Venue
field-version = Version
field-website = Website
field-workplan = Workplan
field-zone = Time zone
field-activity-parent = Part of activity
field-agenda-item-title = Item
field-answer-activity = Answers for
field-answer-round = Status round
field-attendance-organisation = For
field-comment-of = On
field-comment-person = By
field-country-facts-place = Country
field-dismissed-check-of = On
field-dismissed-check-person = Dismissed by
field-document-kind = Kind of document
field-document-address = Where it stands
field-document-state = State of the text
field-funding-of = For
field-funding-state = Secured or sought
field-group-kind = Kind of group
field-joint-action-kind = Kind of action
field-mandate-number = Paragraph
field-meeting-state = State of the meeting
field-milestone-of = For
field-national-plan-place = Country
field-national-plan-address = Where it stands
field-note-text = Paragraph
field-organisation-parent = Parent organisation
field-person-organisation = Works for
field-place-code = M49 code
field-place-type = Kind of place
field-pledge-kind = Kind of pledge
field-pledge-type = What is committed
field-result-of = Of
field-result-address = Where it stands
field-review-end = Last day
field-review-kind = Review or forum
field-review-place = Region
field-review-start = First day
field-saved-view-person = Belongs to
field-site-label = Name
field-source-of = For
field-status-round-state = State of the round
field-workplan-state = State of the workplan

## Codes of vocabularies: code-VOCABULARY-CODE.

code-group-kind-workstream = Workstream
code-group-kind-working-group = Working group
code-group-kind-thematic-priority = Thematic priority
code-group-kind-executive-committee = Executive Committee
code-group-kind-regional-network = Regional network
code-group-kind-country-network = Country network
code-group-kind-advisory-group = Advisory group
code-group-kind-fund-body = Body of the fund
code-group-state-proposed = Proposed
code-group-state-consulting = In consultation
code-group-state-active = Active
code-group-state-closed = Closed
code-group-state-succeeded = Succeeded
code-workplan-state-draft = Draft
code-workplan-state-consultation = In consultation
code-workplan-state-adopted = Adopted
code-workplan-state-closed = Closed
code-category-un-entity = UN entity
code-category-civil-society = Civil society
code-category-academia = Academia
code-category-diaspora = Diaspora organisation
code-category-private-sector = Private sector
code-category-trade-union = Trade union
code-category-faith-based = Faith-based organisation
code-category-youth = Youth
code-category-migrant-led = Migrant-led organisation
code-category-local-authority = Local authority
code-category-nhri = National human rights institution
code-category-red-cross = Red Cross and Red Crescent
code-category-intergovernmental = Other intergovernmental organisation
code-category-special-procedure = Special procedure
code-category-state-body = State body
code-category-coalition = Coalition
code-category-other = Other
code-role-coordinator = Coordinator
code-role-co-lead = Co-lead
code-role-member = Member
code-role-observer = Observer
code-role-focal-point = Focal point
code-role-alternate = Alternate
code-role-representative = Representative of a coalition
code-membership-state-interested = Expressed interest
code-membership-state-accepted = Accepted
code-membership-state-declined = Declined
code-membership-state-left = Left
code-activity-kind-study = Study
code-activity-kind-guidance = Guidance
code-activity-kind-consultation = Consultation
code-activity-kind-event = Event
code-activity-kind-training = Training
code-activity-kind-contribution = Contribution
code-activity-kind-other = Other
code-status-unknown = Unknown
code-status-yet-to-start = Yet to start
code-status-in-progress = In progress
code-status-completed = Completed
code-status-delayed = Delayed
code-status-on-hold = On hold
code-status-cancelled = Cancelled
code-level-regional = Regional
code-level-country = Country
code-level-cross-border = Cross-border
code-funding-state-secured = Secured
code-funding-state-sought = Sought
code-place-type-country = Country
code-place-type-area = Area
code-place-type-region = Region
code-place-type-commission = Regional commission
code-pledge-kind-individual = Individual
code-pledge-kind-common = Common
code-pledge-kind-partnership = In partnership
code-pledge-kind-matching = Matching
code-pledge-type-financial = Financial
code-pledge-type-human-resources = Human resources
code-pledge-type-process = Process-oriented
code-pledge-type-policy = Policy-oriented
code-format-online = Online
code-format-hybrid = Hybrid
code-format-in-person = In person
code-confidentiality-open = Open
code-confidentiality-no-attribution = No attribution
code-meeting-state-draft = Draft
code-meeting-state-open = Open
code-meeting-state-running = Running
code-meeting-state-closed = Closed
code-action-status-open = Open
code-action-status-done = Done
code-action-status-dropped = Dropped
code-presence-room = In the room
code-presence-online = Online
code-presence-excused = Excused
code-presence-absent = Absent
code-document-state-draft = Draft
code-document-state-consultation = In consultation
code-document-state-final = Final
code-document-state-withdrawn = Withdrawn
code-org-role-lead = Lead
code-org-role-contributing = Contributing
code-org-role-implementing = Implementing
code-plan-state-none = None
code-plan-state-in-preparation = In preparation
code-plan-state-adopted = Adopted
code-plan-state-under-review = Under review
code-review-kind-regional-review = Regional review
code-review-kind-forum = International Migration Review Forum
code-round-state-open = Open
code-round-state-closed = Closed
code-standing-published = Published
code-standing-inferred = Inferred
code-standing-unconfirmed = Unconfirmed
code-standing-own = Own
code-life-live = Live
code-life-deleted = Deleted
code-life-proposed = Proposed
code-origin-typed = Typed
code-origin-import = Import
code-origin-workbook = Returned workbook
code-origin-settle = Settled
code-origin-undo = Undone or redone
code-origin-join = Joined
code-origin-publication = Publication
code-backup-reason-asked = Asked for
code-backup-reason-daily = Daily
code-backup-reason-merge = Before a merge
code-backup-reason-import = Before an import
code-backup-reason-migration = Before a new version
code-duplicate-same-name = same name
code-duplicate-same-acronym = same acronym
code-duplicate-alias = alias of the other
code-duplicate-initials = acronym of the other’s name
code-duplicate-similar-name = similar name
code-duplicate-transliteration = same name in another script
code-duplicate-website = same website
code-duplicate-email = same e-mail address
code-precision-day = To the day
code-precision-month = To the month
code-precision-quarter = To the quarter
code-precision-half = To the half-year
code-precision-year = To the year
code-precision-open = Open-ended
code-precision-unknown = Not understood

## Languages texts are kept in.

language-en = English
language-fr = French
language-es = Spanish
language-ar = Arabic
language-ru = Russian
language-zh = Chinese

## What a field takes, by its type; said as the hint of a refused value.

expects-text = This field takes text without null characters.
expects-integer = This field takes a whole number, such as 3.
expects-flag = This field takes yes or no.
expects-date = This field takes a day, a month or a year: 2023-05-24, 2023-05 or 2023.
expects-moment = This field takes a day, or a time with its zone: 2023-05-24 or 2023-05-24T14:00+02:00.
expects-vague = This field takes time as printed, such as Q1-Q2 2023, without null characters.
expects-code = This field takes one of the codes of its list.
expects-amount = This field takes an amount, such as 1250000 or 1250000.50.
expects-currency = This field takes a currency of three letters, such as USD.
expects-reference = This field takes a record: its identifier, code, number or name.
expects-provenance = This field takes its parts: provenance.address, provenance.retrieved and provenance.standing.
expects-closing = This field is set by closing or adopting, not by typing.

## Errors by code: what happened, then the hint. $value and $key are what was typed; $kind, $field and $verb are names of the command line;
## $nearest is a list of near names with commas between, or the word none.

error-unknown-verb = There is no command “{ $value }”. Nothing was done.
error-unknown-verb-hint = { $nearest ->
        [none] “workstreams help” lists all commands.
       *[other] Valid, nearest first: { $nearest }.
    }
error-unknown-option = “{ $verb }” has no option “{ $value }”. Nothing was done.
error-unknown-option-hint = { $nearest ->
        [none] “workstreams help { $verb }” lists its options. Words after “--” are not read as options.
       *[other] Valid, nearest first: { $nearest }.
    }
error-missing-argument = “{ $verb }” needs { $name }, which is missing. Nothing was done.
error-missing-argument-hint = Usage: { $usage }
error-extra-argument = “{ $verb }” does not take “{ $value }”. Nothing was done.
error-extra-argument-hint = Usage: { $usage }
error-unknown-kind = There is no kind of record “{ $value }”. Nothing was changed.
error-unknown-kind-hint = { $nearest ->
        [none] “workstreams help” names the kinds.
       *[other] Valid, nearest first: { $nearest }.
    }
error-unknown-field = “{ $kind }” has no field “{ $field }”. Nothing was changed.
error-unknown-field-hint = { $nearest ->
        [none] “workstreams --json list { $kind } --limit 1” shows its fields.
       *[other] Valid, nearest first: { $nearest }.
    }
error-unknown-code = “{ $value }” is not one of the codes of “{ $field }”. Nothing was changed.
error-unknown-code-hint = { $nearest ->
        [none] Codes are written in lower case with underscores, such as in_progress.
       *[other] Valid, nearest first: { $nearest }.
    }
error-bad-value = “{ $value }” cannot stand in “{ $field }”. Nothing was changed.
error-bad-value-hint = { $expects ->
        [text] { expects-text }
        [flag] { expects-flag }
        [vague] { expects-vague }
        [currency] { expects-currency }
        [reference] { expects-reference }
        [provenance] { expects-provenance }
        [closing] { expects-closing }
       *[other] { expects-code }
    }
error-bad-assignment = “{ $value }” does not set a field. Nothing was changed.
error-bad-assignment-hint = Write FIELD=VALUE, FIELD+=KEY or FIELD-=KEY. Quote a value that has blanks.
error-bad-where = “{ $value }” is not a condition. Nothing was searched.
error-bad-where-hint = Write FIELD=VALUE, or use !=, ~, <, <=, >, >=, @ or @? in place of =.
error-bad-date = “{ $value }” is not a date. Nothing was changed.
error-bad-date-hint = Write a day, a month or a year: 2023-05-24, 2023-05 or 2023.
error-bad-time = “{ $value }” is not a time that can be read. Nothing was changed.
error-bad-time-hint = Write the day, the time and its zone, such as 2023-05-24T14:00+02:00; or the day alone.
error-bad-number = “{ $value }” is not a number that fits here. Nothing was changed.
error-bad-number-hint = { $expects ->
        [amount] { expects-amount }
       *[other] Write a whole number in figures, such as 20.
    }
error-bad-id = “{ $value }” is not an identifier. Nothing was changed.
error-bad-id-hint = An identifier has 32 digits and letters from a to f; its first 8 are enough where no other begins alike.
error-bad-language = Texts are not kept in a language “{ $value }”. Nothing was changed.
error-bad-language-hint = Texts: en, fr, es, ar, ru, zh. Messages of this program: en, fr, es.
error-key-not-found = No “{ $kind }” answers to “{ $key }”. Nothing was changed.
error-key-not-found-hint = { $nearest ->
        [none] “workstreams search” finds records by any word.
       *[other] Nearest: { $nearest }.
    }
error-ambiguous-key = { $count } records of “{ $kind }” answer to “{ $key }”. Nothing was changed.
error-ambiguous-key-hint = Give one by its identifier, as id:IDENTIFIER.
error-deleted-record = “{ $record }” was deleted; its values are kept. Nothing was changed.
error-deleted-record-hint = “workstreams undelete” brings it back.
error-closed-record = “{ $record }” is closed. Nothing was changed.
error-closed-record-hint = Set its state to another one to open it again; that is recorded.
error-erased-person = The contact details of “{ $record }” are erased for good, and no others are kept. Nothing was changed.
error-erased-person-hint = Somebody who agrees to be reached again is entered as a new person.
error-closed-workplan = The workplan “{ $record }” is closed. Nothing was changed.
error-closed-workplan-hint = Name another workplan, or give this one another state first.
error-read-only-field = “{ $field }” of “{ $kind }” cannot be typed in. Nothing was changed.
error-read-only-field-hint = Its value follows from other fields or from the history.
error-read-only-kind = Records of “{ $kind }” are reference data and are not edited. Nothing was changed.
error-read-only-kind-hint = They change with a later edition of the publication.
error-missing-field = A record of “{ $kind }” needs “{ $field }”. Nothing was changed.
error-missing-field-hint = Add { $field }=VALUE to the command.
error-cycle = A record cannot be part of itself or of what is part of it. Nothing was changed.
error-cycle-hint = Give “{ $field }” another record, or none.
error-not-several = “{ $field }” of “{ $kind }” holds one value, so nothing can be added to it or taken out. Nothing was changed.
error-not-several-hint = Write { $field }=VALUE.
error-bad-comparison = “{ $field }” cannot be compared like that. Nothing was searched.
error-bad-comparison-hint = = and != fit every field; ~ fits text; <, <=, > and >= fit numbers and time; @ and @? fit time.
error-unknown-transaction = There is no transaction “{ $value }”. Nothing was changed.
error-unknown-transaction-hint = “workstreams history” shows the transactions.
error-store-missing = There is no store at { $file }. Nothing was done.
error-store-missing-hint = “workstreams --store FILE init” makes one.
error-store-exists = { $file } is there already and was left as it was.
error-store-exists-hint = Name another file, or work with this one.
error-not-a-store = { $file } is not a store of this program and was left as it was.
error-not-a-store-hint = Check the name after --store.
error-store-damaged = The store { $file } is damaged in part. Nothing was written to it.
error-store-damaged-hint = Keep the file. “workstreams verify” says what is damaged; if there is a backup, go back to it.
error-store-too-new = The store { $file } was made by a newer version of this program. It was left as it is.
error-store-too-new-hint = Install the newer version on this laptop.
error-store-unwritable = The store { $file } cannot be written here. Nothing was changed.
error-store-unwritable-hint = Check the rights to the file and its folder, or copy it to a folder of your own.
error-store-busy = Another program is writing to { $file } and did not finish in time. Nothing was changed.
error-store-busy-hint = Try again when it has finished.
error-same-file = { $file } is the store itself. Nothing was done.
error-same-file-hint = Name a backup: “workstreams backups” lists them.
error-cancelled = It was given up before it was done. Nothing was changed.
error-cancelled-hint = Do it again when you like.
error-not-joined = { $record } is not joined with any other record. Nothing was changed.
error-not-joined-hint = “workstreams show” says which records one stands for.
error-not-joinable = Records of the kind { $kind } are not joined.
error-not-joinable-hint = This is done with: { $nearest }.
error-not-held = The value of “{ $field }” is personal and not held on this laptop, so it cannot be taken over. Nothing was changed.
error-not-held-hint = Join without it, or on a laptop that holds it.
error-disk-full = There is no room left for { $file }. What was stored before is unharmed; this change was not stored.
error-disk-full-hint = Make room on the disk and do it again.
error-nothing-to-undo = There is nothing to undo on this laptop.
error-nothing-to-undo-hint = What others changed is not undone here: set the value again. “workstreams history” shows all changes.
error-nothing-to-redo = There is nothing to redo on this laptop.
error-nothing-to-redo-hint = An edit made after an undo ends what could be redone.
error-not-a-pack = { $file } is not a file of this program. Nothing of it was taken.
error-not-a-pack-hint = Files to exchange are made with “Give to somebody” or “workstreams pack”; a zip around them is fine.
error-truncated = { $file } stops before its end. Nothing of it was taken.
error-truncated-hint = It may still be on its way: try again later, or ask for it again.
error-damaged = { $file } is damaged. Nothing of it was taken.
error-damaged-hint = Ask for the file again.
error-bad-signature = { $file } was altered after it was made: a signature does not match. Nothing of it was taken.
error-bad-signature-hint = Ask the sender for the file again, by another way.
error-wrong-network = { $file } belongs to another network. Nothing of it was taken.
error-wrong-network-hint = Two stores that began with the published network are one network; a store begun empty takes the network of the first file.
error-wrong-passphrase = { $file } is encrypted, and the passphrase given is not the one. Nothing of it was taken.
error-wrong-passphrase-hint = Ask the sender for the passphrase.
error-too-new = { $file } was made by a newer version of this program. Nothing of it was taken.
error-too-new-hint = Install the newer version; the file keeps until then.
error-too-large = { $file } exceeds a limit. Nothing of it was taken.
error-too-large-hint = A text from a file has at most 1 MB, a file to exchange 256 MB unpacked.
error-no-passphrase = The folder is encrypted, and its passphrase has not been given since the program began. Nothing was exchanged.
error-no-such-backup = This backup is not there any more. Nothing was changed.
error-no-such-files = These files were dealt with already. Nothing was changed.
error-no-such-files-hint = Choose them again.
error-no-folder = No shared folder is chosen. Nothing was done.
error-no-folder-hint = Choose one first.
error-excluded-options = { $one } and { $other } exclude each other. Nothing was done.
error-bad-site = “{ $value }” is not the identifier of a laptop. Nothing was done.
error-bad-site-hint = “workstreams sites” lists them.
error-unknown-conflict = Nothing that waits to be settled has the identifier { $id }. Nothing was changed.
error-unknown-conflict-hint = It may have been settled already; “workstreams conflicts” lists what is open.
error-not-two-sided = Not exactly one of the values is the one meant, so it is not clear which. Nothing was changed.
error-not-two-sided-hint = Choose by the number beside the value.
error-bad-choice = What is contested here cannot be settled that way. Nothing was changed.
error-bad-choice-hint = The list of what is to be settled names the ways.
error-unknown-choice = “{ $value }” is no way to settle. Nothing was changed.
error-unknown-choice-hint = mine, theirs, a number, keep, drop or value=TEXT; for all: mine, theirs or latest.
error-unknown-conflict-type = There is no type of conflict “{ $value }”. Nothing was done.
error-unknown-conflict-type-hint = Valid: { $nearest }
error-no-network = This store is empty and belongs to no network yet, so there is nothing to share.
error-no-network-hint = Enter something, or merge a file of others.
error-not-changed = The transaction did not change { $field } of this record. Nothing was changed.
error-time-not-understood = “{ $text }” was not understood as a time, so it cannot be moved. Nothing was changed.
error-time-not-understood-hint = Write the time anew in the table.
error-time-undated = “{ $text }” gives no date, so there is nothing to move. Nothing was changed.
error-time-undated-hint = Write a time in the table once it is known.
error-time-open = “{ $text }” has no day on that side, so only its other end can be moved. Nothing was changed.
error-time-shortest = “{ $text }” cannot be made shorter by this step. Nothing was changed.
error-time-outside = “{ $text }” would leave the years that can be named. Nothing was changed.
error-not-adopted = The workplan has not been adopted, so there is no plan of then to compare with.
error-as-known = The network is shown as it was known on { $date }, and can only be read. Nothing was changed.
error-as-known-hint = Go back to now to change something.
error-not-received = Changes up to number { NUMBER($count) } of { $site } are not here.
error-not-received-hint = “workstreams sites” lists the laptops and how far their changes were received.
error-forked-site = The series of { $site } was continued in several copies, and it is not clear in which of them change number { NUMBER($count) } is meant.
error-forked-site-hint = Name one of its branches instead; “workstreams sites” lists them.
error-bad-point = “{ $value }” is neither a day nor a vector.
error-bad-point-hint = Write a day, a month or a year, such as 2024-05-03; or SITE:NUMBER, with commas between several.
error-not-waited-for = Nothing waits for changes of { $site }. Nothing was changed.
error-nothing-to-set-back = No merge can be set back: there was none, or something was written here since.
error-nothing-to-set-back-hint = The backup made before the merge holds the state of then.
error-undo-refused = None of the { $count } values could be taken back. Nothing was changed.
error-undo-refused-hint = The reason stands beside each value.
error-built-on = Not taken back: { $person } has changed “{ $field }” since.
error-built-on-hint = Set the value again if it is to be as before.
error-in-conflict = Not taken back: “{ $field }” holds several values made apart.
error-in-conflict-hint = Settle the conflict first.
error-closed = Not taken back: “{ $field }” belongs to what { $person } has closed since.
error-closed-hint = Open it again first.
error-erased = Not taken back: “{ $field }” was erased for good.
error-erased-hint = Nothing brings it back, and no laptop keeps it.
error-wrong-seen = “{ $field }” has changed since it was shown, so what was typed was not stored over it.
error-wrong-seen-hint = Look at the value now in force and type again.
error-no-store = There is no network on this laptop yet. Nothing was changed.
error-no-store-hint = Choose how to begin.
error-store-read-only = This network can only be read here. Nothing was changed.
error-store-read-only-hint = Check the rights to its file, or install the newer version of this program.
error-bad-arguments = The window asked for something the program does not take: { $detail }. Nothing was changed.
error-bad-arguments-hint = Start the program again. If it comes back, report it.
error-interrupted = The question was given up before it was answered.
error-interrupted-hint = Ask again.
error-defect = The program met a fault of its own: { $detail }. What was stored before is unharmed.
error-defect-hint = Report this text with the command that led to it. “workstreams verify” checks the store.
error-file-unreadable = { $file } cannot be read: { $detail }. Nothing was changed.
error-file-unreadable-hint = Check that the file is there, complete, and open to you.
error-not-utf8 = { $file } is not text in UTF-8. Nothing was changed.
error-not-utf8-hint = Save it again as UTF-8.

## What became of a file that was taken in.

result-merged = taken
result-known = known
result-waiting = waits
result-refused = refused
result-failed = unreadable
## What contradicts itself in a plan. “note” says that it may be so.

check-no-lead = Nobody is named as lead.
check-lead-not-member = { $severity ->
        [note] { $other } leads it and is not in “{ $group }” at that time.
       *[warning] { $other } leads it and is not in “{ $group }”.
    }
check-end-before-start = It ends before it begins.
check-in-progress-after-end = { $severity ->
        [note] It is in progress, and its time may be over ({ $day }).
       *[warning] It is in progress, and its time was over on { $day }.
    }
check-yet-to-start-after-start = { $severity ->
        [note] It is yet to start, and may have been to begin by now (from { $day }).
       *[warning] It is yet to start, and was to begin on { $day } or soon after.
    }
check-completed-without-product = It is completed, and no product is named.
check-parent-ends-before-child = { $severity ->
        [note] It may go on after “{ $other }”, of which it is part, is over ({ $day }).
       *[warning] It goes on after “{ $other }”, of which it is part, is over ({ $day }).
    }
check-depends-on-later = { $severity ->
        [note] “{ $other }”, on which it depends, may be over later ({ $day }).
       *[warning] “{ $other }”, on which it depends, is over later ({ $day }).
    }
check-same-title = Another workstream has an activity of this title.
check-closed-group = { $severity ->
        [note] “{ $group }” has ended; where this stands is not known.
       *[warning] “{ $group }” has ended, and this is not completed.
    }

## A status round, and a text for those who have not answered.

round-title = { $workplan }: status of { $date }
error-round-turned = A round that begins on { $date } cannot close on { $value }. Nothing was changed.
error-round-turned-hint = Give a closing day that is not before it.
reminder-opening = { $closes ->
        [none] For the status round “{ $round }” we have no answer yet on the activities below.
       *[other] The status round “{ $round }” closes on { $closes }. We have no answer yet on the activities below.
    }
reminder-nobody = No lead is named
reminder-end = Please say for each where it stands, what was done, and what comes next.
