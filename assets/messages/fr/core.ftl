### Termes des fiches du Réseau, et ce qui est dit quand une chose ne peut pas se faire.

## Types de fiche : un, plusieurs, et avec un nombre ($count).

kind-workplan = Plan de travail
kind-workplan-plural = Plans de travail
kind-workplan-count = { $count ->
        [one] { $count } plan de travail
       *[other] { $count } plans de travail
    }
kind-group = Groupe
kind-group-plural = Groupes
kind-group-count = { $count ->
        [one] { $count } groupe
       *[other] { $count } groupes
    }
kind-organisation = Organisation
kind-organisation-plural = Organisations
kind-organisation-count = { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
kind-person = Personne
kind-person-plural = Personnes
kind-person-count = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
kind-membership = Participation
kind-membership-plural = Participations
kind-membership-count = { $count ->
        [one] { $count } participation
       *[other] { $count } participations
    }
kind-activity = Activité
kind-activity-plural = Activités
kind-activity-count = { $count ->
        [one] { $count } activité
       *[other] { $count } activités
    }
kind-joint-action = Action conjointe
kind-joint-action-plural = Actions conjointes
kind-joint-action-count = { $count ->
        [one] { $count } action conjointe
       *[other] { $count } actions conjointes
    }
kind-milestone = Jalon
kind-milestone-plural = Jalons
kind-milestone-count = { $count ->
        [one] { $count } jalon
       *[other] { $count } jalons
    }
kind-funding = Ligne de financement
kind-funding-plural = Lignes de financement
kind-funding-count = { $count ->
        [one] { $count } ligne de financement
       *[other] { $count } lignes de financement
    }
kind-place = Lieu
kind-place-plural = Lieux
kind-place-count = { $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }
kind-country-facts = Profil de pays
kind-country-facts-plural = Profils de pays
kind-country-facts-count = { $count ->
        [one] { $count } profil de pays
       *[other] { $count } profils de pays
    }
kind-pledge = Engagement
kind-pledge-plural = Engagements
kind-pledge-count = { $count ->
        [one] { $count } engagement
       *[other] { $count } engagements
    }
kind-meeting = Réunion
kind-meeting-plural = Réunions
kind-meeting-count = { $count ->
        [one] { $count } réunion
       *[other] { $count } réunions
    }
kind-agenda-item = Point de l’ordre du jour
kind-agenda-item-plural = Points de l’ordre du jour
kind-agenda-item-count = { $count ->
        [one] { $count } point de l’ordre du jour
       *[other] { $count } points de l’ordre du jour
    }
kind-note = Note
kind-note-plural = Notes
kind-note-count = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
kind-decision = Décision
kind-decision-plural = Décisions
kind-decision-count = { $count ->
        [one] { $count } décision
       *[other] { $count } décisions
    }
kind-action-point = Suite à donner
kind-action-point-plural = Suites à donner
kind-action-point-count = { $count ->
        [one] { $count } suite à donner
       *[other] { $count } suites à donner
    }
kind-attendance = Présence
kind-attendance-plural = Présences
kind-attendance-count = { $count ->
        [one] { $count } présence
       *[other] { $count } présences
    }
kind-document = Document
kind-document-plural = Documents
kind-document-count = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
kind-objective = Objectif
kind-objective-plural = Objectifs
kind-objective-count = { $count ->
        [one] { $count } objectif
       *[other] { $count } objectifs
    }
kind-principle = Principe directeur
kind-principle-plural = Principes directeurs
kind-principle-count = { $count ->
        [one] { $count } principe directeur
       *[other] { $count } principes directeurs
    }
kind-mandate = Paragraphe du mandat
kind-mandate-plural = Paragraphes du mandat
kind-mandate-count = { $count ->
        [one] { $count } paragraphe du mandat
       *[other] { $count } paragraphes du mandat
    }
kind-source = Source
kind-source-plural = Sources
kind-source-count = { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
kind-comment = Commentaire
kind-comment-plural = Commentaires
kind-comment-count = { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
kind-saved-view = Vue enregistrée
kind-saved-view-plural = Vues enregistrées
kind-saved-view-count = { $count ->
        [one] { $count } vue enregistrée
       *[other] { $count } vues enregistrées
    }
kind-status-round = Tour d’actualisation
kind-status-round-plural = Tours d’actualisation
kind-status-round-count = { $count ->
        [one] { $count } tour d’actualisation
       *[other] { $count } tours d’actualisation
    }
kind-answer = Réponse
kind-answer-plural = Réponses
kind-answer-count = { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
kind-dismissed-check = Contrôle écarté
kind-dismissed-check-plural = Contrôles écartés
kind-dismissed-check-count = { $count ->
        [one] { $count } contrôle écarté
       *[other] { $count } contrôles écartés
    }
kind-result = Résultat
kind-result-plural = Résultats
kind-result-count = { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
kind-national-plan = Plan national de mise en œuvre
kind-national-plan-plural = Plans nationaux de mise en œuvre
kind-national-plan-count = { $count ->
        [one] { $count } plan national de mise en œuvre
       *[other] { $count } plans nationaux de mise en œuvre
    }
kind-review = Examen ou forum
kind-review-plural = Examens et forums
kind-review-count = { $count ->
        [one] { $count } examen ou forum
       *[other] { $count } examens et forums
    }
kind-site = Ordinateur
kind-site-plural = Ordinateurs
kind-site-count = { $count ->
        [one] { $count } ordinateur
       *[other] { $count } ordinateurs
    }

## Champs. Un type dont l’intitulé diffère a son propre message, field-TYPE-CHAMP ; les autres prennent field-CHAMP.

field-id = Identifiant
field-life = Existence
field-notes = Notes
field-provenance = Source
field-exists = Fiche
field-position = Position
field-created-at = Création
field-changed-at = Dernière modification
field-contested = En conflit
field-own = Modifié depuis la publication
field-about = Objet
field-acronym = Sigle
field-activities = Activités
field-address = Adresse
field-adopted-at = Version adoptée
field-aliases = Autres noms
field-alternate-for = Remplace
field-amount = Montant
field-answers = Répond à
field-category = Catégorie
field-chair = Présidence
field-champion = Pays champion
field-champion-from = Champion depuis
field-champion-to = Champion jusqu’à
field-closed-at = Version close
field-closes = Clôture
field-code = Code
field-confidentiality = Confidentialité
field-contributors = Contribuent
field-country = Pays
field-created = Création
field-currency = Monnaie
field-definition = Définition
field-depends-on = Dépend de
field-carried-from = Reconduite de
field-since-adopted = Modifié depuis l’adoption
field-comments = Commentaires
field-description = Description
field-distinct-from = Distincte de
field-draft = Brouillon
field-due = Échéance
field-email = Courriel
field-erased = Coordonnées effacées
field-field = Champ
field-first = Premier jour
field-format = Modalité
field-from = Depuis
field-function = Fonction
field-funding = Financement
field-group = Groupe
field-groups = Axes de travail et groupes
field-identifiers = Identifiants
field-iso2 = Code ISO à deux lettres
field-iso3 = Code ISO à trois lettres
field-item = Point de l’ordre du jour
field-key = Clé publique
field-kind = Type
field-languages = Langues
field-last = Dernier jour
field-leads = Responsables
field-level = Niveau
field-made-on = Date de l’engagement
field-maker = Auteur
field-mandate = Mandat
field-matches = Engagement apparié
field-meeting = Réunion
field-members = Pays et zones
field-minutes = Minutes prévues
field-name = Nom
field-network = Réseau national
field-network-since = Réseau national depuis
field-next-step = Prochaine étape
field-note = Note
field-number = Numéro
field-objectives = Objectifs
field-on-behalf-of = Au nom de
field-opens = Ouverture
field-order-label = N°
field-organisation = Organisation
field-organisations = Organisations
field-owner = Responsable
field-partners = Partenaires
field-period = Période
field-person = Personne
field-phone = Téléphone
field-place = Pays ou région
field-place-name = Affichée dans
field-places = Pays et régions
field-plan-state = Plan national de mise en œuvre
field-pledges = Engagements
field-predecessor = Précédé par
field-presence = Présence
field-presenter = Présenté par
field-principles = Principes directeurs
field-products = Produits
field-progress-note = Note d’avancement
field-purpose = Objet
field-reached = Atteint le
field-reason = Motif
field-represented-by = Représentée par
field-resolved = Résolu
field-retrieved = Consulté le
field-role = Rôle
field-round = Cycle
field-rule = Règle
field-same-as = Réuni avec
field-series = Série
field-source = Source des fonds
field-speaker = Orateur ou oratrice
field-standing = Fiabilité
field-start = Début
field-state = État
field-status = État d’avancement
field-status-labels = Termes pour l’avancement
field-succeeds = Succède à
field-text = Texte
field-timeline = Calendrier
field-title = Titre
field-to = Jusqu’à
field-unnamed = Nom non indiqué
field-venue = Lieu de réunion
field-version = Version
field-website = Site Web
field-workplan = Plan de travail
field-zone = Fuseau horaire
field-activity-parent = Fait partie de l’activité
field-agenda-item-title = Point
field-answer-activity = Réponse pour
field-answer-round = Tour d’actualisation
field-attendance-organisation = Pour
field-comment-of = Sur
field-comment-person = Auteur
field-country-facts-place = Pays
field-dismissed-check-of = Sur
field-dismissed-check-person = Écarté par
field-document-kind = Type de document
field-document-address = Où le trouver
field-document-state = État du texte
field-funding-of = Pour
field-funding-state = Acquis ou recherché
field-group-kind = Type de groupe
field-joint-action-kind = Type d’action
field-mandate-number = Paragraphe
field-meeting-state = État de la réunion
field-milestone-of = Pour
field-national-plan-place = Pays
field-national-plan-address = Où le trouver
field-note-text = Paragraphe
field-organisation-parent = Organisation de rattachement
field-person-organisation = Travaille pour
field-place-code = Code M49
field-place-type = Type de lieu
field-pledge-kind = Type d’engagement
field-pledge-type = Nature de l’engagement
field-result-of = De
field-result-address = Où le trouver
field-review-end = Dernier jour
field-review-kind = Examen ou forum
field-review-place = Région
field-review-start = Premier jour
field-saved-view-person = Appartient à
field-site-label = Nom
field-source-of = Pour
field-status-round-state = État du tour
field-workplan-state = État du plan de travail

## Codes des vocabulaires : code-VOCABULAIRE-CODE.

code-group-kind-workstream = Axe de travail
code-group-kind-working-group = Groupe de travail
code-group-kind-thematic-priority = Priorité thématique
code-group-kind-executive-committee = Comité exécutif
code-group-kind-regional-network = Réseau régional
code-group-kind-country-network = Réseau national
code-group-kind-advisory-group = Groupe consultatif
code-group-kind-fund-body = Organe du fonds
code-group-state-proposed = Proposé
code-group-state-consulting = En consultation
code-group-state-active = Actif
code-group-state-closed = Clos
code-group-state-succeeded = Remplacé
code-workplan-state-draft = Projet
code-workplan-state-consultation = En consultation
code-workplan-state-adopted = Adopté
code-workplan-state-closed = Clos
code-category-un-entity = Entité des Nations Unies
code-category-civil-society = Société civile
code-category-academia = Milieux universitaires
code-category-diaspora = Organisation de la diaspora
code-category-private-sector = Secteur privé
code-category-trade-union = Syndicat
code-category-faith-based = Organisation confessionnelle
code-category-youth = Jeunes
code-category-migrant-led = Organisation dirigée par des migrants
code-category-local-authority = Autorité locale
code-category-nhri = Institution nationale des droits de l’homme
code-category-red-cross = Croix-Rouge et Croissant-Rouge
code-category-intergovernmental = Autre organisation intergouvernementale
code-category-special-procedure = Procédure spéciale
code-category-state-body = Organe de l’État
code-category-coalition = Coalition
code-category-other = Autre
code-role-coordinator = Coordination
code-role-co-lead = Co-chef de file
code-role-member = Membre
code-role-observer = Observateur
code-role-focal-point = Point focal
code-role-alternate = Suppléant
code-role-representative = Représentant d’une coalition
code-membership-state-interested = Intérêt exprimé
code-membership-state-accepted = Accepté
code-membership-state-declined = Décliné
code-membership-state-left = Parti
code-activity-kind-study = Étude
code-activity-kind-guidance = Orientations
code-activity-kind-consultation = Consultation
code-activity-kind-event = Manifestation
code-activity-kind-training = Formation
code-activity-kind-contribution = Contribution
code-activity-kind-other = Autre
code-status-unknown = Inconnu
code-status-yet-to-start = À commencer
code-status-in-progress = En cours
code-status-completed = Achevé
code-status-delayed = En retard
code-status-on-hold = En suspens
code-status-cancelled = Annulé
code-level-regional = Régional
code-level-country = National
code-level-cross-border = Transfrontière
code-funding-state-secured = Acquis
code-funding-state-sought = Recherché
code-place-type-country = Pays
code-place-type-area = Zone
code-place-type-region = Région
code-place-type-commission = Commission régionale
code-pledge-kind-individual = Individuel
code-pledge-kind-common = Commun
code-pledge-kind-partnership = En partenariat
code-pledge-kind-matching = Apparié
code-pledge-type-financial = Financier
code-pledge-type-human-resources = Ressources humaines
code-pledge-type-process = Axé sur les processus
code-pledge-type-policy = Axé sur les politiques
code-format-online = En ligne
code-format-hybrid = Hybride
code-format-in-person = En présentiel
code-confidentiality-open = Ouverte
code-confidentiality-no-attribution = Sans attribution
code-meeting-state-draft = Projet
code-meeting-state-open = Ouverte
code-meeting-state-running = En cours
code-meeting-state-closed = Close
code-action-status-open = À faire
code-action-status-done = Fait
code-action-status-dropped = Abandonné
code-presence-room = En salle
code-presence-online = En ligne
code-presence-excused = Excusé
code-presence-absent = Absent
code-document-state-draft = Projet
code-document-state-consultation = En consultation
code-document-state-final = Version définitive
code-document-state-withdrawn = Retiré
code-org-role-lead = Chef de file
code-org-role-contributing = Contribue
code-org-role-implementing = Exécute
code-plan-state-none = Aucun
code-plan-state-in-preparation = En préparation
code-plan-state-adopted = Adopté
code-plan-state-under-review = En cours d’examen
code-review-kind-regional-review = Examen régional
code-review-kind-forum = Forum d’examen des migrations internationales
code-round-state-open = Ouvert
code-round-state-closed = Clos
code-standing-published = Publié
code-standing-inferred = Déduit
code-standing-unconfirmed = Non confirmé
code-standing-own = Propre
code-life-live = Actuelle
code-life-deleted = Supprimée
code-life-proposed = Proposée
code-origin-typed = Saisi
code-origin-import = Import
code-origin-workbook = Classeur renvoyé
code-origin-settle = Tranché
code-origin-undo = Annulé ou rétabli
code-origin-join = Réuni
code-origin-publication = Publication
code-backup-reason-asked = Demandée
code-backup-reason-daily = Quotidienne
code-backup-reason-merge = Avant une fusion
code-backup-reason-import = Avant un import
code-backup-reason-migration = Avant une nouvelle version
code-duplicate-same-name = même nom
code-duplicate-same-acronym = même sigle
code-duplicate-alias = autre nom de l’autre
code-duplicate-initials = sigle du nom de l’autre
code-duplicate-similar-name = nom semblable
code-duplicate-transliteration = même nom dans une autre écriture
code-duplicate-website = même site web
code-duplicate-email = même adresse électronique
code-precision-day = Au jour près
code-precision-month = Au mois près
code-precision-quarter = Au trimestre près
code-precision-half = Au semestre près
code-precision-year = À l’année près
code-precision-open = Sans borne
code-precision-unknown = Non compris

## Langues des textes.

language-en = Anglais
language-fr = Français
language-es = Espagnol
language-ar = Arabe
language-ru = Russe
language-zh = Chinois

## Ce qu’un champ accepte, selon sa nature ; donné comme conseil quand une valeur est refusée.

expects-text = Ce champ accepte du texte sans caractère nul.
expects-integer = Ce champ accepte un nombre entier, par exemple 3.
expects-flag = Ce champ accepte yes (oui) ou no (non).
expects-date = Ce champ accepte un jour, un mois ou une année : 2023-05-24, 2023-05 ou 2023.
expects-moment = Ce champ accepte un jour, ou une heure avec son fuseau : 2023-05-24 ou 2023-05-24T14:00+02:00.
expects-vague = Ce champ accepte une date telle qu’imprimée, par exemple T1-T2 2023, sans caractère nul.
expects-code = Ce champ accepte l’un des codes de sa liste.
expects-amount = Ce champ accepte un montant, par exemple 1250000 ou 1250000.50.
expects-currency = Ce champ accepte une monnaie en trois lettres, par exemple USD.
expects-reference = Ce champ accepte une fiche : son identifiant, son code, son numéro ou son nom.
expects-provenance = Ce champ accepte ses parties : provenance.address, provenance.retrieved et provenance.standing.
expects-closing = Ce champ est fixé par la clôture ou l’adoption, pas par la saisie.

## Erreurs par code : ce qui s’est passé, puis le conseil. $value et $key sont ce qui a été saisi ; $kind, $field et $verb sont des noms de la ligne de commande ;
## $nearest est une liste de noms proches séparés par des virgules, ou le mot none.

error-unknown-verb = La commande « { $value } » n’existe pas. Rien n’a été fait.
error-unknown-verb-hint = { $nearest ->
        [none] « workstreams help » donne toutes les commandes.
       *[other] Valables, les plus proches d’abord : { $nearest }.
    }
error-unknown-option = « { $verb } » n’a pas d’option « { $value } ». Rien n’a été fait.
error-unknown-option-hint = { $nearest ->
        [none] « workstreams help { $verb } » donne ses options. Les mots placés après « -- » ne sont pas lus comme des options.
       *[other] Valables, les plus proches d’abord : { $nearest }.
    }
error-missing-argument = Il manque { $name } à « { $verb } ». Rien n’a été fait.
error-missing-argument-hint = Emploi : { $usage }
error-extra-argument = « { $verb } » n’accepte pas « { $value } ». Rien n’a été fait.
error-extra-argument-hint = Emploi : { $usage }
error-unknown-kind = Le type de fiche « { $value } » n’existe pas. Rien n’a été modifié.
error-unknown-kind-hint = { $nearest ->
        [none] « workstreams help » donne les types.
       *[other] Valables, les plus proches d’abord : { $nearest }.
    }
error-unknown-field = « { $kind } » n’a pas de champ « { $field } ». Rien n’a été modifié.
error-unknown-field-hint = { $nearest ->
        [none] « workstreams --json list { $kind } --limit 1 » montre ses champs.
       *[other] Valables, les plus proches d’abord : { $nearest }.
    }
error-unknown-code = « { $value } » n’est pas un code de « { $field } ». Rien n’a été modifié.
error-unknown-code-hint = { $nearest ->
        [none] Les codes s’écrivent en minuscules avec des tirets bas, par exemple in_progress.
       *[other] Valables, les plus proches d’abord : { $nearest }.
    }
error-bad-value = « { $value } » ne peut pas figurer dans « { $field } ». Rien n’a été modifié.
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
error-bad-assignment = « { $value } » n’attribue pas de valeur à un champ. Rien n’a été modifié.
error-bad-assignment-hint = Écrivez FIELD=VALUE, FIELD+=KEY ou FIELD-=KEY. Mettez entre guillemets une valeur qui contient des espaces.
error-bad-where = « { $value } » n’est pas une condition. Aucune recherche n’a été faite.
error-bad-where-hint = Écrivez FIELD=VALUE, ou !=, ~, <, <=, >, >=, @ ou @? à la place de =.
error-bad-date = « { $value } » n’est pas une date. Rien n’a été modifié.
error-bad-date-hint = Écrivez un jour, un mois ou une année : 2023-05-24, 2023-05 ou 2023.
error-bad-time = « { $value } » n’est pas une heure lisible. Rien n’a été modifié.
error-bad-time-hint = Écrivez le jour, l’heure et son fuseau, par exemple 2023-05-24T14:00+02:00, ou le jour seul.
error-bad-number = « { $value } » n’est pas un nombre qui convienne ici. Rien n’a été modifié.
error-bad-number-hint = { $expects ->
        [amount] { expects-amount }
       *[other] Écrivez un nombre entier en chiffres, par exemple 20.
    }
error-bad-id = « { $value } » n’est pas un identifiant. Rien n’a été modifié.
error-bad-id-hint = Un identifiant a 32 chiffres et lettres de a à f ; les 8 premiers suffisent si aucun autre ne commence de même.
error-bad-language = Il n’y a pas de textes dans une langue « { $value } ». Rien n’a été modifié.
error-bad-language-hint = Textes : en, fr, es, ar, ru, zh. Messages de ce programme : en, fr, es.
error-key-not-found = Aucune fiche « { $kind } » ne répond à « { $key } ». Rien n’a été modifié.
error-key-not-found-hint = { $nearest ->
        [none] « workstreams search » trouve les fiches par n’importe quel mot.
       *[other] Noms proches : { $nearest }.
    }
error-ambiguous-key = { $count } fiches « { $kind } » répondent à « { $key } ». Rien n’a été modifié.
error-ambiguous-key-hint = Désignez-en une par son identifiant : id:IDENTIFIANT.
error-deleted-record = La fiche « { $record } » a été supprimée ; ses valeurs sont conservées. Rien n’a été modifié.
error-deleted-record-hint = « workstreams undelete » la rétablit.
error-closed-record = « { $record } » est clos. Rien n’a été modifié.
error-closed-record-hint = Donnez-lui un autre état pour le rouvrir ; cela est consigné.
error-erased-person = Les coordonnées de « { $record } » sont effacées définitivement, et aucune autre n’est conservée. Rien n’a été modifié.
error-erased-person-hint = Une personne qui accepte d’être jointe à nouveau est saisie comme nouvelle personne.
error-closed-workplan = Le plan de travail « { $record } » est clos. Rien n’a été modifié.
error-closed-workplan-hint = Indiquez un autre plan de travail, ou donnez d’abord un autre état à celui-ci.
error-read-only-field = « { $field } » de « { $kind } » ne se saisit pas. Rien n’a été modifié.
error-read-only-field-hint = Sa valeur découle d’autres champs ou de l’historique.
error-read-only-kind = Les fiches « { $kind } » sont des données de référence et ne se modifient pas. Rien n’a été modifié.
error-read-only-kind-hint = Elles changent avec une édition ultérieure de la publication.
error-missing-field = Une fiche « { $kind } » exige « { $field } ». Rien n’a été modifié.
error-missing-field-hint = Ajoutez { $field }=VALUE à la commande.
error-cycle = Une fiche ne peut pas faire partie d’elle-même ni de ce qui en fait partie. Rien n’a été modifié.
error-cycle-hint = Donnez à « { $field } » une autre fiche, ou aucune.
error-not-several = « { $field } » de « { $kind } » porte une seule valeur : rien ne peut y être ajouté ni retiré. Rien n’a été modifié.
error-not-several-hint = Écrivez { $field }=VALUE.
error-bad-comparison = « { $field } » ne se compare pas ainsi. Aucune recherche n’a été faite.
error-bad-comparison-hint = = et != conviennent à tous les champs ; ~ au texte ; <, <=, > et >= aux nombres et au temps ; @ et @? au temps.
error-unknown-transaction = La transaction « { $value } » n’existe pas. Rien n’a été modifié.
error-unknown-transaction-hint = « workstreams history » montre les transactions.
error-store-missing = Il n’y a pas de base à { $file }. Rien n’a été fait.
error-store-missing-hint = « workstreams --store FILE init » en crée une.
error-store-exists = { $file } existe déjà et a été laissé tel quel.
error-store-exists-hint = Indiquez un autre fichier, ou travaillez avec celui-ci.
error-not-a-store = { $file } n’est pas une base de ce programme et a été laissé tel quel.
error-not-a-store-hint = Vérifiez le nom après --store.
error-store-damaged = La base { $file } est endommagée en partie. Rien n’y a été écrit.
error-store-damaged-hint = Gardez le fichier. « workstreams verify » dit ce qui est endommagé ; s’il y a une sauvegarde, reprenez-la.
error-store-too-new = La base { $file } vient d’une version plus récente de ce programme. Elle est restée telle quelle.
error-store-too-new-hint = Installez la version plus récente sur cet ordinateur.
error-store-unwritable = La base { $file } ne peut pas être écrite ici. Rien n’a été modifié.
error-store-unwritable-hint = Vérifiez les droits sur le fichier et son dossier, ou copiez-le dans un dossier à vous.
error-store-busy = Un autre programme écrit dans { $file } et n’a pas terminé à temps. Rien n’a été modifié.
error-store-busy-hint = Réessayez quand il aura terminé.
error-same-file = { $file } est la base elle-même. Rien n’a été fait.
error-same-file-hint = Indiquez une sauvegarde : « workstreams backups » les énumère.
error-cancelled = L’opération a été abandonnée avant la fin. Rien n’a été modifié.
error-cancelled-hint = Recommencez quand vous voudrez.
error-not-joined = { $record } n’est réunie avec aucune autre fiche. Rien n’a été modifié.
error-not-joined-hint = « workstreams show » dit pour quelles fiches une fiche vaut.
error-not-joinable = Les fiches du type { $kind } ne se réunissent pas.
error-not-joinable-hint = Cela se fait avec : { $nearest }.
error-not-held = La valeur de « { $field } » est personnelle et ne se trouve pas sur cet ordinateur ; elle ne peut donc pas être reprise. Rien n’a été modifié.
error-not-held-hint = Réunissez sans elle, ou sur un ordinateur qui la détient.
error-disk-full = Il n’y a plus de place pour { $file }. Ce qui était déjà enregistré est intact ; cette modification ne l’a pas été.
error-disk-full-hint = Libérez de la place sur le disque et recommencez.
error-nothing-to-undo = Il n’y a rien à annuler sur cet ordinateur.
error-nothing-to-undo-hint = Ce que d’autres ont modifié ne s’annule pas ici : remettez la valeur. « workstreams history » montre toutes les modifications.
error-nothing-to-redo = Il n’y a rien à rétablir sur cet ordinateur.
error-nothing-to-redo-hint = Une modification faite après une annulation met fin à ce qui pouvait être rétabli.
error-not-a-pack = { $file } n’est pas un fichier de ce programme. Rien n’en a été repris.
error-not-a-pack-hint = Les fichiers à échanger se font avec « Donner à quelqu’un » ou « workstreams pack » ; ils peuvent être dans un zip.
error-truncated = { $file } s’arrête avant la fin. Rien n’en a été repris.
error-truncated-hint = Il est peut-être encore en route : réessayez plus tard ou redemandez-le.
error-damaged = { $file } est endommagé. Rien n’en a été repris.
error-damaged-hint = Redemandez le fichier.
error-bad-signature = { $file } a été altéré après sa création : une signature ne correspond pas. Rien n’en a été repris.
error-bad-signature-hint = Redemandez le fichier à la personne qui l’a envoyé, par une autre voie.
error-wrong-network = { $file } appartient à un autre réseau. Rien n’en a été repris.
error-wrong-network-hint = Deux bases commencées avec le réseau publié forment un seul réseau ; une base commencée vide prend le réseau du premier fichier.
error-wrong-passphrase = { $file } est chiffré et la phrase secrète donnée n’est pas la bonne. Rien n’en a été repris.
error-wrong-passphrase-hint = Demandez la phrase secrète à la personne qui l’a envoyé.
error-too-new = { $file } a été fait par une version plus récente de ce programme. Rien n’en a été repris.
error-too-new-hint = Installez la version plus récente ; le fichier peut attendre.
error-too-large = { $file } dépasse une limite. Rien n’en a été repris.
error-too-large-hint = Un texte lu dans un fichier fait au plus 1 Mo, un fichier à échanger 256 Mo une fois décompressé.
error-no-passphrase = Le dossier est chiffré et sa phrase secrète n’a pas été donnée depuis le démarrage du programme. Rien n’a été échangé.
error-no-such-backup = Cette sauvegarde n’existe plus. Rien n’a été modifié.
error-no-such-files = Ces fichiers ont déjà été traités. Rien n’a été modifié.
error-no-such-files-hint = Choisissez-les de nouveau.
error-no-folder = Aucun dossier partagé n’est choisi. Rien n’a été fait.
error-no-folder-hint = Choisissez-en un d’abord.
error-excluded-options = { $one } et { $other } s’excluent. Rien n’a été fait.
error-bad-site = « { $value } » n’est pas l’identifiant d’un ordinateur. Rien n’a été fait.
error-bad-site-hint = « workstreams sites » les énumère.
error-unknown-conflict = Rien de ce qui reste à régler n’a l’identifiant { $id }. Rien n’a été modifié.
error-unknown-conflict-hint = C’est peut-être déjà réglé ; « workstreams conflicts » énumère ce qui est ouvert.
error-not-two-sided = Ce n’est pas exactement une des valeurs qui est visée ; on ne sait donc pas laquelle. Rien n’a été modifié.
error-not-two-sided-hint = Choisissez par le numéro placé à côté de la valeur.
error-bad-choice = Ce qui est contesté ici ne se règle pas ainsi. Rien n’a été modifié.
error-bad-choice-hint = La liste de ce qui est à régler indique les possibilités.
error-unknown-choice = « { $value } » n’est pas une façon de régler. Rien n’a été modifié.
error-unknown-choice-hint = mine, theirs, un numéro, keep, drop ou value=TEXT ; pour tous : mine, theirs ou latest.
error-unknown-conflict-type = Il n’y a pas de type de conflit « { $value } ». Rien n’a été fait.
error-unknown-conflict-type-hint = Valables : { $nearest }
error-no-network = Cette base est vide et n’appartient encore à aucun réseau ; il n’y a donc rien à partager.
error-no-network-hint = Saisissez quelque chose, ou reprenez le fichier de quelqu’un.
error-not-changed = La transaction n’a pas modifié { $field } de cette fiche. Rien n’a été modifié.
error-time-not-understood = « { $text } » n’a pas été compris comme un calendrier et ne peut pas être déplacé. Rien n’a été modifié.
error-time-not-understood-hint = Réécrivez le calendrier dans le tableau.
error-time-undated = « { $text } » ne donne pas de date : il n’y a rien à déplacer. Rien n’a été modifié.
error-time-undated-hint = Écrivez un calendrier dans le tableau dès qu’il est connu.
error-time-open = « { $text } » n’a pas de jour de ce côté : seule l’autre extrémité peut être déplacée. Rien n’a été modifié.
error-time-shortest = « { $text } » ne peut pas être raccourci de ce pas. Rien n’a été modifié.
error-time-outside = « { $text } » sortirait des années que l’on peut nommer. Rien n’a été modifié.
error-not-adopted = Le plan de travail n’a pas été adopté : il n’y a pas de plan de cette date à comparer.
error-as-known = Le réseau est montré tel qu’on le connaissait le { $date } et ne peut être que lu. Rien n’a été modifié.
error-as-known-hint = Revenez à aujourd’hui pour modifier quelque chose.
error-not-received = Les modifications jusqu’au numéro { NUMBER($count) } de { $site } ne sont pas ici.
error-not-received-hint = « workstreams sites » énumère les ordinateurs et jusqu’où leurs modifications ont été reçues.
error-forked-site = La série de { $site } a été poursuivie dans plusieurs copies ; on ne sait pas de laquelle est le numéro { NUMBER($count) }.
error-forked-site-hint = Indiquez plutôt une de ses branches ; « workstreams sites » les énumère.
error-bad-point = « { $value } » n’est ni un jour ni un vecteur.
error-bad-point-hint = Écrivez un jour, un mois ou une année, par exemple 2024-05-03 ; ou SITE:NUMÉRO, séparés par des virgules.
error-not-waited-for = Rien n’attend les modifications de { $site }. Rien n’a été modifié.
error-nothing-to-set-back = Aucune fusion ne peut être annulée : il n’y en a pas eu, ou quelque chose a été écrit ici depuis.
error-nothing-to-set-back-hint = La copie de sauvegarde faite avant la fusion contient l’état d’alors.
error-undo-refused = Aucune des { $count } valeurs n’a pu être reprise. Rien n’a été modifié.
error-undo-refused-hint = Le motif figure à côté de chaque valeur.
error-built-on = Non repris : { $person } a modifié « { $field } » depuis.
error-built-on-hint = Remettez la valeur si elle doit redevenir celle d’avant.
error-in-conflict = Non repris : « { $field } » porte plusieurs valeurs saisies séparément.
error-in-conflict-hint = Tranchez d’abord le conflit.
error-closed = Non repris : « { $field } » fait partie de ce que { $person } a clos depuis.
error-closed-hint = Rouvrez-le d’abord.
error-erased = Non repris : « { $field } » a été effacé définitivement.
error-erased-hint = Rien ne le ramène, et aucun ordinateur ne le conserve.
error-wrong-seen = « { $field } » a changé depuis son affichage ; la saisie ne l’a donc pas remplacé.
error-wrong-seen-hint = Regardez la valeur en vigueur et saisissez de nouveau.
error-no-store = Il n’y a pas encore de réseau sur cet ordinateur. Rien n’a été modifié.
error-no-store-hint = Choisissez par où commencer.
error-store-read-only = Ici, ce réseau ne peut être que lu. Rien n’a été modifié.
error-store-read-only-hint = Vérifiez les droits sur son fichier, ou installez la version plus récente du programme.
error-bad-arguments = La fenêtre a demandé ce que le programme n’accepte pas : { $detail }. Rien n’a été modifié.
error-bad-arguments-hint = Relancez le programme. Si cela se reproduit, signalez-le.
error-interrupted = La demande a été abandonnée avant la réponse.
error-interrupted-hint = Demandez à nouveau.
error-defect = Le programme a rencontré une erreur qui lui est propre : { $detail }. Ce qui était enregistré est intact.
error-defect-hint = Signalez ce texte avec la commande qui y a mené. « workstreams verify » contrôle la base.
error-file-unreadable = { $file } ne peut pas être lu : { $detail }. Rien n’a été modifié.
error-file-unreadable-hint = Vérifiez que le fichier est là, complet, et qu’il vous est accessible.
error-not-utf8 = { $file } n’est pas un texte en UTF-8. Rien n’a été modifié.
error-not-utf8-hint = Enregistrez-le de nouveau en UTF-8.

## What became of a file that was taken in.

result-merged = repris
result-known = connu
result-waiting = attend
result-refused = refusé
result-failed = illisible
## Ce qui se contredit dans un plan. « note » dit que c’est possible.

check-no-lead = Aucun responsable n’est nommé.
check-lead-not-member = { $severity ->
        [note] { $other } en est responsable et ne fait pas partie de « { $group } » à cette période.
       *[warning] { $other } en est responsable et ne fait pas partie de « { $group } ».
    }
check-end-before-start = La fin précède le début.
check-in-progress-after-end = { $severity ->
        [note] En cours, alors que sa période est peut-être terminée ({ $day }).
       *[warning] En cours, alors que sa période s’est terminée le { $day }.
    }
check-yet-to-start-after-start = { $severity ->
        [note] Pas encore commencée, alors qu’elle devait peut-être déjà l’être (à partir du { $day }).
       *[warning] Pas encore commencée, alors qu’elle devait l’être le { $day } ou peu après.
    }
check-completed-without-product = Achevée, sans qu’aucun produit soit nommé.
check-parent-ends-before-child = { $severity ->
        [note] Elle se poursuit peut-être après la fin de « { $other } », dont elle fait partie ({ $day }).
       *[warning] Elle se poursuit après la fin de « { $other } », dont elle fait partie ({ $day }).
    }
check-depends-on-later = { $severity ->
        [note] « { $other } », dont elle dépend, se termine peut-être plus tard ({ $day }).
       *[warning] « { $other } », dont elle dépend, se termine plus tard ({ $day }).
    }
check-same-title = Un autre axe de travail a une activité du même titre.
check-closed-group = { $severity ->
        [note] « { $group } » a pris fin ; on ignore où en est cette activité.
       *[warning] « { $group } » a pris fin, et cette activité n’est pas achevée.
    }

## Un tour d’actualisation, et un texte pour ceux qui n’ont pas répondu.

round-title = { $workplan } : actualisation du { $date }
error-round-turned = Un tour qui commence le { $date } ne peut pas se clore le { $value }. Rien n’a été modifié.
error-round-turned-hint = Donnez une date de clôture qui ne le précède pas.
reminder-opening = { $closes ->
        [none] Pour le tour d’actualisation « { $round } », nous n’avons pas encore de réponse sur les activités ci-dessous.
       *[other] Le tour d’actualisation « { $round } » se clôt le { $closes }. Nous n’avons pas encore de réponse sur les activités ci-dessous.
    }
reminder-nobody = Aucun responsable n’est nommé
reminder-end = Merci de dire pour chacune où elle en est, ce qui a été fait et ce qui vient ensuite.
