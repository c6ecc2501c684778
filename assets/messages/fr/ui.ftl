### Textes de la fenêtre. $mod est la touche qui accompagne les lettres : Ctrl, ou la touche commande.

app-name = Workstream Desk
said = { $text }
loading = Lecture
unknown = Inconnu
toasts = Avis
views = Vues

## Lieux.

places = Lieux
place-overview = Vue d’ensemble
place-workstreams = Axes de travail
place-workplan = Plan de travail
place-joint-actions = Actions conjointes
place-members = Membres
place-places = Pays et régions
place-meetings = Réunions
place-pledges = Engagements
place-my-work = Mon travail
place-rounds = Tours d’actualisation
place-checks = Contrôles
place-history = Historique

## La barre du haut et les états de la fenêtre.

search = Chercher, aller à, faire
search-found = Trouvé
search-go-section = Aller à
search-records-section = Fiches
search-filter-section = Dans cette liste
search-do-section = Faire
search-filter = Filtrer la liste par « { $text } »
search-nothing = Rien ne correspond à « { $text } ». Cherchez une partie du nom, un sigle ou un pays.
search-enter = ouvre à côté de la liste
search-mod-enter = ouvre la page
unshared = { $count ->
        [0] Rien à partager
        [one] { $count } non partagé
       *[other] { $count } non partagés
    }
unshared-note = Changements faits sur cet ordinateur qu’aucun fichier ni dossier n’a encore repris. Tous figurent dans l’historique.
practice-banner = Réseau d’exercice : tout ici est inventé, et rien n’en parvient au réseau réel.
practice-leave = Quitter le réseau d’exercice
read-only-newer = Ce réseau a été créé par une version plus récente du programme. On peut le lire, non le modifier.
read-only-unwritable = Le fichier de ce réseau ne peut pas être écrit. On peut le lire, non le modifier ; vérifiez les droits sur le fichier et son dossier.
no-backup = La sauvegarde du jour n’a pas pu être faite.

## Ce qu’on peut faire.

act-undo = Annuler
act-redo = Rétablir
act-undo-what = Annuler : { $what }
act-redo-what = Rétablir : { $what }
act-cancel = Abandonner
act-close = Fermer
act-close-note = Fermer l’avis
act-close-record = Fermer la fiche
act-keep = Garder
act-leave = Quitter
act-more = Plus
act-previous = Précédent
act-next = Suivant
act-delete = Supprimer
act-delete-count = { $count ->
        [one] Supprimer la ligne
       *[other] Supprimer { $count } lignes
    }
act-bring-back = Rétablir la fiche
act-open-page = Ouvrir la page
act-open-record = Ouvrir à côté de la liste
act-show-in-list = Montrer dans sa liste
act-back-to-list = Retour : { $place }
act-add-link = Ajouter quelque chose à cette fiche
act-edit-field = Modifier : { $field }
act-clear-field = Non indiqué
act-take-out = Retirer { $label }
act-try-again = Réessayer
act-go-to-it = Y aller
act-switch-language = Passer en { $language }
act-fold = Replier { $what }
act-unfold = Déplier { $what }

undo-nothing = Il n’y a rien à annuler.
redo-nothing = Il n’y a rien à rétablir.
undo-what-one = { $field }, { $label }
undo-what-many = { $field } de { $count } fiches
undo-done = Annulé : { $what }
redo-done = Rétabli : { $what }
undo-partly = Annulé en partie : { $what }. { $left ->
        [one] Une valeur a changé depuis et reste telle quelle.
       *[other] { $left } valeurs ont changé depuis et restent telles quelles.
    }
redo-partly = Rétabli en partie : { $what }. { $left ->
        [one] Une valeur a changé depuis et reste telle quelle.
       *[other] { $left } valeurs ont changé depuis et restent telles quelles.
    }
undo-this = Annuler ce changement : { $what }
removed = { $count ->
        [one] Supprimé : { $label }
       *[other] { $count } fiches supprimées
    }
remove-title = { $count ->
        [one] Supprimer « { $label } » ?
       *[other] Supprimer { $count } fiches ?
    }
remove-text = { $links ->
        [one] Une autre fiche y renvoie.
       *[other] { $links } autres fiches y renvoient.
    } On peut revenir en arrière depuis l’historique.
remove-act = { $count ->
        [one] Supprimer la fiche
       *[other] Supprimer les fiches
    }
draft-found = { $count ->
        [one] Un texte en cours d’écriture lors de la fin du programme a été gardé.
       *[other] { $count } textes en cours d’écriture lors de la fin du programme ont été gardés.
    }
block-done = { $count ->
        [one] Une cellule modifiée
       *[other] { $count } cellules modifiées
    }{ $added ->
        [0] {""}
        [one] , une ligne ajoutée
       *[other] , { $added } lignes ajoutées
    }
block-partly = { $count ->
        [0] Aucune cellule modifiée
        [one] Une cellule modifiée
       *[other] { $count } cellules modifiées
    }{ $added ->
        [0] {""}
        [one] , une ligne ajoutée
       *[other] , { $added } lignes ajoutées
    }{ $left ->
        [0] {""}
       *[other] , { $left } laissées telles quelles
    }{ $beyond ->
        [0] {""}
        [one] , une ligne au-delà de la liste laissée de côté
       *[other] , { $beyond } lignes au-delà de la liste laissées de côté
    }
beyond-title = { $count ->
        [one] Une ligne de plus que la liste
       *[other] { $count } lignes de plus que la liste
    }
beyond-text = Le bloc dépasse la dernière ligne de la liste. { $count ->
        [one] La ligne qui n’y a pas de place peut être ajoutée comme nouvelle fiche.
       *[other] Les lignes qui n’y ont pas de place peuvent être ajoutées comme nouvelles fiches.
    } Le tout est une seule action, qu’une seule annulation reprend.
beyond-add = { $count ->
        [one] Ajouter la ligne
       *[other] Ajouter { $count } lignes
    }
beyond-leave = Coller sans elles
left-count = { $count ->
        [one] Une cellule laissée telle quelle
       *[other] { $count } cellules laissées telles quelles
    }
left-title = Cellules laissées telles quelles
left-more = Et { $count } autres
left-drop = Renoncer à tout cela
cells-write = Écrire dans { $count } cellules…
cells-down = Remplir vers le bas
cells-forth = Remplir jusqu’au bout de la ligne
cells-clear = Vider { $count } cellules

## Nouvelles fiches.

new-activity = Nouvelle activité
new-joint-action = Nouvelle action conjointe
new-meeting = Nouvelle réunion
new-pledge = Nouvel engagement
new-organisation = Nouvelle organisation
new-person = Nouvelle personne
new-document = Nouveau document
new-group = Nouveau axe de travail
new-place = Nouveau lieu
new-below = Nouvelle ligne dessous
new-activity-below = Nouvelle activité dessous

## La fiche à côté de la liste.

record-of = { $kind } : { $label }
record-unnamed = { $kind } sans nom
record-links = Liens
record-sources = Sources
record-history = Historique
record-deleted = Cette fiche a été supprimée. Ses valeurs sont gardées.
panel-width = Largeur de la fiche
field-contested = Plusieurs personnes ont donné des valeurs différentes. Elles attendent d’être départagées.
field-in-language = { $field } ({ $language })
flag-yes = Oui
flag-no = Non
write-in = Langue d’écriture
shown-in-language = Montré en { $language } : il n’y a pas de texte dans la langue de la fenêtre
locked-store = On peut lire ce réseau, non le modifier.
locked-reference = Données de référence : elles changent avec une prochaine édition de la publication.
locked-deleted = Cette fiche a été supprimée. Rétablissez-la pour la modifier.
fields-more = { $count ->
        [one] Encore un champ
       *[other] Encore { $count } champs
    }
links-more = encore { $count }
links-membership-group = Membres
links-membership-organisation = Appartenances
links-membership-person = Appartenances
links-membership-on-behalf-of = Appartenances en son nom
links-activity-group = Activités
links-activity-parent = Activités qui en dépendent
links-activity-leads = Activités qu’elle dirige
links-activity-contributors = Activités auxquelles elle contribue
links-activity-objectives = Activités
links-activity-principles = Activités
links-activity-mandate = Activités
links-activity-depends-on = Activités qui l’attendent
links-activity-products = Activités d’où il provient
links-activity-workplan = Activités
links-group-succeeds = Remplacé par
links-group-workplan = Groupes
links-group-mandate = Groupes
links-group-place = Réseaux
links-organisation-parent = Organisations rattachées
links-organisation-country = Organisations
links-organisation-represented-by = Coalitions qu’elle représente
links-place-members = Régions et commissions
links-pledge-matches = Engagements correspondants
links-pledge-partners = Engagements auxquels elle se joint
links-workplan-predecessor = Suivi par
sources-more = encore { $count }
source-none = Sans adresse
source-retrieved = Lu le { $date }
history-more = { $count } plus anciens
add-membership-group = Ajouter un membre
add-membership-organisation = Ajouter une appartenance
add-membership-person = Ajouter une appartenance
add-activity-group = Ajouter une activité
add-activity-parent = Ajouter une activité dessous
add-joint-action = Ajouter une action conjointe
add-meeting = Ajouter une réunion
add-pledge = Ajouter un engagement
add-pledge-matches = Ajouter un engagement correspondant
add-person = Ajouter une personne
add-milestone = Ajouter un jalon
add-funding = Ajouter un financement
add-result = Ajouter un résultat
add-country-facts = Ajouter un profil de pays
add-national-plan = Ajouter un plan national de mise en œuvre
add-agenda-item = Ajouter un point à l’ordre du jour
add-attendance = Ajouter un participant
add-note = Ajouter une note
add-decision = Ajouter une décision
add-action-point = Ajouter une suite à donner

## Ce qui tient lieu d’une valeur inconnue.

empty-value = Non indiqué
empty-type-text = Ajouter
empty-title = Ajouter un titre
empty-name = Ajouter un nom
empty-type-plain = Non indiqué
empty-type-code = Non indiqué
empty-type-vague = Non indiqué
empty-type-date = Inconnu
empty-type-moment = Non fixé
empty-type-integer = Inconnu
empty-type-money = Non indiqué
empty-type-reference = Inconnu
empty-type-references = Aucun indiqué
empty-type-words = Aucun
empty-leads = Inconnu
empty-contributors = Inconnu
empty-number = Aucun numéro publié
empty-purpose = Non publié
empty-depends-on = Rien
empty-products = Aucun
empty-progress-note = Ajouter une note d’avancement
empty-next-step = Ajouter une prochaine étape
empty-notes = Ajouter des notes
empty-represented-by = Inconnu

## Écrire : temps, dates, choix.

vague-span = { $from } au { $to }
vague-from = À partir du { $from }
vague-until = Jusqu’au { $to }
vague-not-read = Non compris comme un temps
vague-stays = Le texte reste tel qu’il a été écrit.
hint-type-vague = T1–T2 2023
hint-type-date = 2023-05-24, 2023-05 ou 2023
hint-type-moment = 2023-05-24 14:00
hint-type-words = Des mots séparés par des virgules
pick-one = Écrivez un nom
pick-several = Ajouter par le nom
pick-nothing = Rien ne correspond à « { $text } »
pick-new = { $what } : { $name }
picked = Choisi pour { $field }
role-of = Rôle de { $label }
role-none = sans rôle

## Listes.

filter = Filtre
filter-fields = Champs du filtre
filter-text = Contient
filter-none = Rien de connu
filter-is-any = { $field } : { $values }
filter-is-none = { $field } : rien de connu
filter-is-text = { $field } contient « { $text } »
filter-remove = Enlever le filtre { $filter }
filter-clear = Enlever le filtre
group = Grouper
group-by-nothing = Sans groupes
group-is = Groupé : { $field }
group-none = Sans
group-none-group = Sans axe de travail
group-none-status = Sans statut
group-none-category = Sans catégorie
group-none-workplan = Sans plan de travail
view = Vue
view-is = Vue : { $name }
view-is-changed = Vue : { $name } (modifiée)
view-plain = La liste telle quelle
view-new = Enregistrer comme nouvelle vue…
view-new-title = Enregistrer ce qui est montré comme vue
view-new-text = Le filtre, l’ordre, les groupes, les colonnes et la manière de montrer sont enregistrés. Les vues voyagent vers les autres comme des fiches.
view-name = Nom de la vue
view-update = Enregistrer les modifications dans « { $name } »
view-rename = Renommer « { $name } »
view-remove = Supprimer « { $name } »
view-first = Commencer par cette vue sur cet ordinateur
view-first-not = Ne plus commencer par cette vue
view-saved = Vue enregistrée : { $name }
view-renamed = Vue renommée : { $name }
view-removed = Vue supprimée : { $name }
view-left = Une partie de cette vue n’est pas connue ici. Elle est laissée de côté et reste dans la vue : { $parts }.
view-left-where = le filtre { $text }
view-left-sort = l’ordre selon { $text }
view-left-group = les groupes selon { $text }
view-left-columns = la colonne { $text }
view-left-view = la manière de montrer « { $text } »
view-left-all = tout
columns = Colonnes
column-hide = Masquer la colonne
column-freeze = Figer jusqu’à cette colonne
column-thaw = Ne figer aucune colonne
column-standing = Fiabilité
column-activity-title = Activité
column-activity-objectives = Obj.
column-comments = Com.
column-objectives = Obj.
column-order-label = N°
column-group = Axe de travail
field-activity-group = Axe de travail
column-groups = Axes de travail
column-places = Pays
column-state = État
column-place-name = Nom
column-place-code = M49
column-place-type = Nature
column-iso2 = ISO 2
column-iso3 = ISO
column-plan-state = Plan
column-empty-type-vague = Non indiqué
column-empty-type-reference = –
column-empty-type-references = –
column-empty-type-words = –
column-empty-type-text = –
column-empty-type-plain = –
column-empty-leads = Inconnu
column-empty-co-leads = Inconnu
column-empty-members = –
column-empty-contributors = Inconnu
column-empty-title = Sans titre
column-empty-name = Sans nom
column-number = N°
column-group-name = Axe de travail
column-workstream = Axe de travail
column-activities = Act.
column-status = Statut
column-ended = Échues
column-due = { $days } jours
column-co-leads = Co-chefs de file
column-members = Membres
column-place-members = Pays et territoires
sort-up = Trier en montant
sort-down = Trier en descendant
sort-then-up = Trier ensuite en montant
sort-then-down = Trier ensuite en descendant
sort-none = Ne pas trier
move-up = Monter
move-down = Descendre
move-nest = Mettre sous la ligne précédente
move-unnest = Sortir d’un niveau
move-up-what = Monter : { $what }
move-down-what = Descendre : { $what }
list-empty = { $list } : il n’y a encore rien ici.
list-empty-filtered = { $list } : rien ne correspond au filtre { $filter }.
foot-rows = { $count ->
        [one] fiche
       *[other] fiches
    }
foot-filtered = { $count ->
        [one] fiche correspond
       *[other] fiches correspondent
    }
foot-checked = choisies
status-count = { $count } { $status }
workplan-empty = Pas encore d’activité.
workplan-view-table = Tableau
workplan-view-timeline = Chronologie
workplan-view-board = Par état
workplan-view-calendar = Échéances
workplan-view-coverage = Couverture
timeline-zoom = Échelle
timeline-zoom-years = Années
timeline-zoom-quarters = Trimestres
timeline-zoom-months = Mois
timeline-quarter = T{ $quarter }
timeline-span = du { $from } au { $to }
timeline-not-stated = Non indiqué
timeline-comparing = Comparaison avec le plan antérieur
timeline-bars = Aux barres
timeline-to-bars = Aller là où se situent les activités affichées
timeline-moved = { $title } : désormais { $time }
timeline-milestone = Jalon : { $title }, { $time }
timeline-was = prévu : { $time }
timeline-slip = Décalage
timeline-slipped = { $later } plus tard, { $earlier } plus tôt, { $otherwise } autrement, { $added } ajoutées, { $kept } comme prévu
timeline-undated = Sans date
timeline-undated-more = { $count ->
        [one] Encore une ; filtrez pour la voir.
       *[other] Encore { $count } ; filtrez pour les voir.
    }
timeline-compare = Comparer
timeline-compare-none = Avec aucun plan antérieur
timeline-compare-day = Prévu le
timeline-compare-adopted = Tel qu’adopté : { $workplan }
timeline-key-quarter = Au trimestre près
timeline-key-year = À l’année près
timeline-keys = Gauche et droite déplacent le calendrier, avec Maj sa fin, avec Alt son début. Entrée ouvre l’activité.
slip-days-later = { $count ->
        [one] 1 jour plus tard
       *[other] { $count } jours plus tard
    }
slip-days-earlier = { $count ->
        [one] 1 jour plus tôt
       *[other] { $count } jours plus tôt
    }
slip-months-later = { $count } mois plus tard
slip-months-earlier = { $count } mois plus tôt
slip-added = ajoutée
slip-otherwise = autrement
board-lane = { $status } : { $count }
board-lanes = États d’avancement
board-move = Passer à { $status }
board-moved = { $title } : désormais { $status }
board-keys-move = Alt + flèches
board-moves = déplacent une carte
board-sets = fixent son état
calendar-before = Mois précédent
calendar-after = Mois suivant
calendar-today = Aujourd’hui
calendar-day = { $day }, { $count ->
        [0] aucune échéance
        [one] 1 échéance
       *[other] { $count } échéances
    }
calendar-more = encore { $count }
calendar-due = Échéances de { $month }
calendar-none = Aucune échéance en { $month }.
calendar-plan-ends = Le plan va jusqu’en { $month }
calendar-count = { $month } : { $dated } à un jour donné, { $vague } dans une période plus longue
calendar-milestone = Jalon
calendar-milestone-reached = Jalon, atteint
calendar-ends = Fin d’une activité ; { $status }
calendar-within-month = Connues au mois près
calendar-within-quarter = Connues au trimestre près
calendar-within-half = Connues au semestre près
calendar-within-year = Connues à l’année près
calendar-within-open = Ouvertes d’un côté
coverage-of = Ce qui est couvert
coverage-about = La couverture compte les activités selon ce qu’elles servent et l’axe de travail dont elles relèvent, et montre où personne ne travaille.
coverage-none-objectives = Pas encore d’objectifs : ils arrivent avec ce que donne un ordinateur qui les a.
coverage-none-principles = Pas encore de principes directeurs : ils arrivent avec ce que donne un ordinateur qui les a.
coverage-activities = Activités
coverage-total = Total
coverage-elsewhere = Dans d’autres groupes
coverage-cell = { $of }, { $group } : { $count ->
        [0] aucune activité
        [one] 1 activité
       *[other] { $count } activités
    }
coverage-row = { $of } : { $count ->
        [0] aucune activité
        [one] 1 activité
       *[other] { $count } activités
    }
coverage-gap = Aucune activité
coverage-gaps = { $count ->
        [0] aucun sans activité
        [one] 1 sans aucune activité
       *[other] { $count } sans aucune activité
    }
coverage-without-objectives = { $count ->
        [one] 1 activité ne nomme aucun objectif
       *[other] { $count } activités ne nomment aucun objectif
    }
coverage-without-principles = { $count ->
        [one] 1 activité ne nomme aucun principe
       *[other] { $count } activités ne nomment aucun principe
    }
keys-plan = Dans la chronologie, par état et dans les échéances
keys-bar-move = Déplacer un calendrier
keys-bar-end = Étirer sa fin
keys-bar-start = Étirer son début ; déplacer une carte
keys-bar-fold = Déplier et replier
keys-month = Aller à un autre mois
key-sideways = ← →
key-shift-sideways = Maj ← →
key-alt-sideways = Alt ← →
key-plus = +
key-minus = −
key-page-up = Page ↑
key-page-down = Page ↓
workstreams-empty = Pas encore d’axe de travail.
joint-actions-empty = Pas encore d’action conjointe. Le réseau publié n’en contient pas ; ajoutez celles que vous connaissez.
pledges-empty = Pas encore d’engagement. Le réseau publié n’en contient pas ; ajoutez ceux que vous connaissez.
meetings-empty = Pas encore de réunion.
organisations-empty = Pas encore d’organisation.
people-empty = Pas encore de personne. Aucune liste publique ne donne de noms ; ajoutez ceux avec qui vous travaillez.
places-empty = Pas encore de pays.

## La grille elle-même.

grid-yes = Oui
grid-no = Non
grid-keep = Garder
grid-keep-all = Garder dans toutes les cellules sélectionnées
grid-leave = Quitter
grid-retry = Réessayer
grid-failed = La liste n’a pas pu être relue. Ce qui est montré est peut-être ancien.
grid-arrived = Venu d’ailleurs
grid-check-all = Choisir toutes les lignes
grid-check-row = Sélectionner cette ligne
grid-fold = Replier
grid-unfold = Déplier
grid-locked = Cette cellule ne peut pas être modifiée.
grid-read-only = On ne peut rien modifier ici.
grid-not-stored = Cela n’a pas été enregistré. Ce qui l’était avant est intact.
grid-not-understood = Non compris comme un temps
grid-text-stays = Le texte reste tel qu’il a été écrit.
grid-no-choice = « { $text } » n’est pas dans la liste.
grid-no-match = Rien ne correspond à « { $text } ».
grid-one-only = Une seule valeur est possible ici.
grid-not-date = « { $text } » n’est pas une date. Écrivez un jour, un mois ou une année : 2023-05-24, 2023-05 ou 2023.
grid-not-integer = « { $text } » n’est pas un nombre entier.
grid-not-money = « { $text } » n’est pas un montant. Écrivez-le ainsi : 1250000 USD.
grid-below = Le minimum est { $least }.
grid-above = Le maximum est { $most }.
grid-month-before = Mois précédent
grid-month-after = Mois suivant
grid-move-sorted = On peut déplacer des lignes quand la liste n’est pas triée par une colonne.
grid-selected = { $rows ->
        [one] Une ligne
       *[other] { $rows } lignes
    } × { $columns ->
        [one] une colonne
       *[other] { $columns } colonnes
    } : sélection
grid-new-row = Nouvelle ligne { $number }
grid-none-left = Aucune cellule n’a été laissée telle quelle.
grid-sort-rank = numéro { $rank } du tri
grid-not-copied = La copie n’a pas pu être faite. Rien n’a été modifié.

## Vue d’ensemble.

fig-activities = { $count ->
        [one] activité
       *[other] activités
    }
fig-no-status = statut inconnu
fig-unsure = terminées, statut inconnu
fig-ended = échues
fig-due = finissent d’ici { $days } jours
fig-co-leads = ont un co-chef de file
fig-named = noms publiés
no-activities = Aucune activité publiée
overview-aside = À regarder
overview-todo = Ce qui n’est pas encore connu
overview-due = Finissent d’ici
overview-horizon = Jours à venir
overview-due-none = Rien ne finit d’ici { $days } jours.
overview-ended = Échues, non achevées
overview-meetings = Prochaines réunions
overview-meetings-none = Aucune réunion n’est prévue.
overview-changes = Derniers changements
overview-empty = Il n’y a pas encore d’axe de travail.
days-short = { " " }j
todo-no-co-lead = { $count ->
        [one] Un axe de travail sans co-chef de file connu
       *[other] { $count } axes de travail sans co-chef de file connu
    }
todo-no-co-lead-act = Ajouter
todo-no-status = { $count ->
        [one] Une activité sans statut connu
       *[other] { $count } activités sans statut connu
    }
todo-no-status-act = Indiquer
todo-no-name = { $count ->
        [one] Un axe de travail sans nom publié
       *[other] { $count } axes de travail sans nom publié
    }
todo-no-name-act = Nommer
todo-no-number = { $count ->
        [one] Un axe de travail sans numéro publié
       *[other] { $count } axes de travail sans numéro publié
    }
todo-no-number-act = Montrer

## Pages.

page-facts = Faits
section-all = Tout montrer
section-more = encore { $count }
section-activities = Activités
section-activities-empty = Aucune activité publiée
section-activities-add = Ajouter une activité
section-products = Produits
section-joint-actions = Actions conjointes
section-joint-actions-empty = Aucune connue
section-joint-actions-add = Ajouter une action conjointe
section-meetings = Réunions
section-meetings-empty = Aucune connue
section-meetings-add = Ajouter une réunion
section-pledges = Engagements
section-pledges-empty = Aucun connu
section-pledges-add = Ajouter un engagement
section-co-leads = Co-chefs de file
section-co-leads-empty = Aucun co-chef de file connu
section-co-leads-add = Ajouter un co-chef de file
section-members = Membres
section-members-empty = Aucun membre connu
section-members-add = Ajouter un membre
section-succeeded-by = Remplacé par
section-memberships = Axes de travail et groupes
section-memberships-empty = Dans aucun groupe, autant qu’on sache
section-memberships-add = Ajouter à un groupe
section-leads = Activités qu’elle dirige
section-leads-empty = Aucune connue
section-contributes = Activités auxquelles elle contribue
section-people = Personnes
section-people-empty = Personne de connu
section-people-add = Ajouter une personne
section-represents = Coalitions qu’elle représente
section-national-plans = Plans nationaux de mise en œuvre
section-national-plans-empty = Aucun connu
section-national-plans-add = Ajouter un plan national de mise en œuvre
section-organisations = Organisations
section-networks = Réseaux
section-reviews = Examens
section-commissions = Commissions régionales
section-commissions-empty = Dans aucune commission, autant qu’on sache
section-regions = Régions
section-country-facts = Réseau, pays champion et plan
section-country-facts-empty = Rien de connu sur un réseau, un pays champion ou un plan
section-country-facts-add = Ajouter un profil de pays
section-attendance = Présence
section-attendance-empty = Personne de connu
section-attendance-add = Ajouter un participant
section-agenda = Ordre du jour
section-agenda-empty = Pas encore de point
agenda-add = Ajouter un point à l’ordre du jour
agenda-what = Nature de l’entrée sous { $item }
agenda-write = { $kind } sous { $item }
agenda-write-note = Écrire une note
agenda-write-decision = Écrire une décision
agenda-write-action-point = Écrire une suite à donner
minutes = { $count } min
workstreams-current = Axes de travail
workstreams-others = Autres groupes
members-view-matrix = Matrice
members-view-organisations = Organisations
members-view-people = Personnes
places-places = Pays et territoires
places-regions = Régions et commissions

## La matrice des membres.

members-matrix = Organisations par axe de travail
matrix-before = Montrer les groupes précédents
matrix-set = donnent un rôle
matrix-clear = l’enlève
matrix-total = Total
matrix-members = Avec un rôle
matrix-was = Rôle dans le groupe précédent
matrix-unknown = Inconnu
matrix-cell = { $organisation }, { $group } : { $role }
matrix-cell-was = { $organisation }, { $group } : { $role } dans le groupe précédent
matrix-empty = Pas encore d’organisation.

## Historique.

history-empty = Rien n’a encore changé.
history-further = Plus loin
history-undone = Annulé
history-filters = Filtrer
history-by-person = Par qui
history-by-record = Fiche
history-by-kind = Type de fiche
history-by-origin = Comment c’est arrivé
history-any = Peu importe
history-from = Du
history-to = Au
history-widen = Tout montrer
history-empty-filtered = Aucune modification de ce genre.
history-view-changes = Modifications
history-view-compare = Comparer deux jours
history-restore-before = Comme avant
history-restore-after = Comme alors
history-restore-what = Remettre { $field } de { $label } à { $value }
history-take-out = Retirer { $value } de { $field }, { $label }
history-put-in = Mettre { $value } dans { $field }, { $label }
history-restored = Rétabli : { $field }, { $label }
history-restored-same = C’est déjà ainsi : { $field }, { $label }
history-bring-back = Rétablir
history-bring-back-what = Rétablir { $label }
history-brought-back = Rétablie : { $label }
history-kept-built = Laissé tel quel : { $field }, { $label }. { $person } a construit dessus, { $time }.
history-kept-contested = Laissé tel quel : { $field }, { $label }. En conflit avec { $person }, { $time } : réglez-le d’abord.
history-kept-closed = Laissé tel quel : { $field }, { $label }. { $person } l’a clos depuis, { $time }.
history-kept-erased = Laissé tel quel : { $field }, { $label }. Ce qui a été effacé ne peut pas être ramené.
history-somebody = Quelqu’un
compare-from = Ce qu’on savait le
compare-to = et ce qu’on savait le
comparing = Comparaison des deux jours
compare-go = Comparer
compare-hint = Choisissez deux jours pour voir ce qui a été ajouté, retiré et modifié entre eux.
compare-same = Rien ne diffère entre ces jours.
compare-whole = Tout le réseau
compare-records = Fiches : { NUMBER($added) } ajoutées, { NUMBER($removed) } retirées, { NUMBER($changed) } modifiées
compare-further = En montrer plus
known-on = Tel que connu le
known-go = Voir
known-banner = Tel que connu le { $date } – lecture seule.
known-back = Revenir à maintenant
change-nothing = rien
change-publication = Le réseau publié a été repris
change-added = Ajout : { $kind }
change-deleted = Suppression : { $kind }
change-brought-back = Rétablissement : { $kind }
change-set = { $field } : { $new }
change-cleared = { $field } : vidé ; c’était { $old }
change-with-role = { $label } ({ $role })
change-changed = { $field } : { $old } est devenu { $new }
change-undone = { $change } (annulé)
changes-count = { $count ->
        [one] 1 changement
       *[other] { $count } changements
    }
changes-more = encore { $count }

## Premier démarrage et qui l’on est.

first-title = Commencer
first-text = Tout reste sur cet ordinateur. Il n’y a ni compte ni serveur.
first-published = Le réseau publié
first-published-note = Les axes de travail, activités, organisations et pays tels que publiés, chacun avec sa source.
first-empty = Un réseau vide
first-empty-note = Seulement les objectifs, les principes et les pays. Vous saisissez le reste.
first-practise = S’exercer
first-practise-note = Un réseau inventé pour essayer. Un bandeau le rappelle en permanence.
first-making = Création du réseau
who-title = Qui êtes-vous ?
who-text = Vos changements portent votre nom, pour que les autres sachent à qui s’adresser.
who-name = Nom
who-organisation = Organisation
who-part = Votre rôle dans le Réseau
who-secretariat = Secrétariat
who-co-lead = Co-chef de file d’un axe de travail
who-member = Membre
who-observer = Observateur
who-co-lead-of = Co-chef de file de
who-later = Plus tard
who-keep = Ouvrir le réseau
who-nobody = Aucun nom donné

## Réglages.

settings = Réglages
settings-language = Langue
settings-keep = Garder
settings-single-keys = Lettres et chiffres seuls agissent dans les listes
settings-single-keys-note = 0 à 6 donnent un statut ; L, M et O donnent un rôle dans la matrice.
this-laptop = Cet ordinateur : { $site }

## Le plan du clavier.

keys = Clavier
keys-everywhere = Partout
keys-list = Dans les listes et la matrice
keys-record = Dans la fiche
keys-search = Chercher, aller à, faire
keys-places = Aller à un lieu
keys-back-forward = Retour et avance
keys-regions = Partie suivante de la fenêtre
keys-escape = Quitter la saisie, puis fermer la fiche
keys-arrows = Aller de cellule en cellule
keys-edit = Modifier la cellule
keys-typing = Écrire par-dessus la cellule
keys-tab = Garder et aller à la cellule suivante
keys-new = Nouvelle ligne dessous
keys-filter = Filtrer la liste
keys-copy-paste = Copier et coller des cellules
keys-fill = Remplir vers le bas, jusqu’au bout de la ligne
keys-keep-all = Garder le texte dans toutes les cellules sélectionnées
keys-select = Sélectionner la ligne, la colonne, tout
keys-left = Cellule suivante laissée telle quelle
keys-delete = Vider les cellules
keys-move-row = Monter ou descendre la ligne
keys-nest = Mettre sous la ligne précédente
keys-head-move = Sur un en-tête : déplacer la colonne
keys-head-wider = Sur un en-tête : rétrécir ou élargir la colonne
keys-head-sort = Sur un en-tête : trier selon lui, ou selon lui aussi
keys-status = Donner un statut
keys-roles = Donner un rôle dans la matrice
keys-keep = Garder ce qui est écrit
keys-line = Commencer une ligne
keys-leave = Abandonner ce qui est écrit

key-search = { $mod } K
key-undo = { $mod } Z
key-redo = { $mod } Maj Z
key-places = { $mod } 1–9
key-back = Alt ←
key-forward = Alt →
key-help = ?
key-regions = F6
key-escape = Échap
key-enter = Entrée
key-mod-enter = { $mod } Entrée
key-shift-enter = Maj Entrée
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
key-select-row = Maj Espace
key-select-column = { $mod } Espace
key-select-all = { $mod } A
key-left = F8
key-delete = Suppr
key-move-row = Alt ↑ ↓
key-nest = Alt Maj →
key-head-move = Alt ← →
key-head-wider = Alt Maj ← →
key-head-sort = Entrée
key-head-sort-more = Maj Entrée
key-unnest = Alt Maj ←
key-move-up = Alt ↑
key-move-down = Alt ↓
key-digits = 0–6
key-roles = L M O
key-add-row = { $mod } +
key-remove-row = { $mod } -

## Erreurs sans message propre, et que faire de celles qui en ont un.

error-kind-refused = Cela a été refusé ({ $code }). Rien n’a changé.
error-kind-usage = Cela n’a pas été compris ({ $code }). Rien n’a changé.
error-kind-failed = Cela n’a pas pu se faire ({ $code }). Ce qui était enregistré est intact.
error-kind-defect = Le programme a rencontré une faute de sa part ({ $code }). Ce qui était enregistré est intact.
hint-kind-refused = Regardez la valeur et réessayez.
hint-kind-usage = Regardez la valeur et réessayez.
hint-kind-failed = Réessayez. Si cela persiste, voyez si le disque est plein.
hint-kind-defect = Réessayez. Si cela revient, signalez-le avec ce que vous faisiez. { $detail }
hint-bad-date = Écrivez un jour, un mois ou une année : 2023-05-24, 2023-05 ou 2023.
hint-bad-time = Écrivez un jour, ou un jour et une heure : 2023-05-24 14:00.
hint-bad-number = Écrivez un nombre en chiffres, par exemple 20.
hint-key-not-found = Choisissez dans la liste, ou ajoutez-le d’abord.
hint-ambiguous-key = Choisissez dans la liste.
hint-deleted-record = On peut la rétablir depuis la fiche ou depuis l’historique.
hint-closed-record = Donnez-lui un autre état pour le rouvrir ; cela est consigné.
hint-read-only-kind = Cela change avec une prochaine édition de la publication.
hint-missing-field = Donnez une valeur et réessayez.
hint-cycle = Choisissez autre chose, ou rien.
hint-built-on = Redonnez la valeur si elle doit être comme avant.
hint-in-conflict = Départagez d’abord les valeurs.
hint-closed = Rouvrez-le d’abord.
hint-erased = Rien ne le ramène, et aucun ordinateur ne le conserve.
hint-erased-person = Saisissez comme nouvelle personne celle qui accepte d’être jointe à nouveau.
hint-wrong-seen = Regardez la valeur en vigueur et écrivez à nouveau.
hint-nothing-to-undo = Ce que d’autres ont changé ne s’annule pas ici : redonnez la valeur.
hint-nothing-to-redo = Un changement fait après une annulation met fin à ce qui pouvait être rétabli.
hint-disk-full = Faites de la place sur le disque et recommencez.
hint-store-busy = Réessayez quand l’autre programme aura fini.
hint-store-damaged = Gardez le fichier, et revenez à une sauvegarde s’il y en a une.
hint-store-unwritable = Vérifiez les droits sur le fichier et son dossier.
hint-store-too-new = Installez la version plus récente sur cet ordinateur.

## Échange.

place-exchange = Échange
to-settle = { $count } à régler
exchange-own = Pas encore partagé
exchange-in = Reçu
exchange-settle = À régler
exchange-duplicates = Doublons
exchange-backups = Sauvegardes
act-take-in = Reprendre
act-give = Donner à quelqu’un
act-exchange-now = Échanger maintenant
act-choose-folder = Choisir un dossier
act-leave-folder = Ne plus l’utiliser
act-dismiss = Ne plus attendre
act-set-back = Revenir en arrière
act-settle = Régler
act-stop = Arrêter
act-take = Reprendre
act-unlock = Ouvrir
own-lead = { $count ->
        [0] Tout ce qui a été écrit sur cet ordinateur se trouve aussi chez quelqu’un d’autre.
        [one] Une étape ({ $changes ->
                [one] { $changes } modification
               *[other] { $changes } modifications
            }) n’est que sur cet ordinateur.
       *[other] { $count } étapes ({ $changes } modifications) ne sont que sur cet ordinateur.
    }
own-latest = Les { $count } dernières sont affichées. L’historique les montre toutes.
own-folder = « { $folder } » les prendra au prochain échange.
own-drafts = En cours de rédaction, gardé ici jusqu’à la fin
own-empty = Rien ici que les autres n’aient pas.
folder = Dossier partagé
folder-none = Un dossier qu’un service de fichiers garde identique sur plusieurs ordinateurs : les modifications vont et viennent d’elles-mêmes.
folder-last = dernier échange : { $time }
folder-never = pas encore échangé
folder-passphrase = Phrase secrète, si ce qui s’y trouve doit être chiffré
folder-encrypted = chiffré
folder-locked = Ce qui s’y trouve est chiffré. La phrase secrète n’est gardée nulle part ; elle est demandée à chaque démarrage du programme.
folder-wrong-passphrase = Une partie de ce qui se trouve dans le dossier est chiffrée avec une autre phrase secrète. Elle y est restée ; rien n’est perdu.
folder-unreachable = Le dossier partagé est inaccessible. Rien n’est perdu ; un nouvel essai aura lieu plus tard.
waits = Attend des modifications qui ne sont pas arrivées
waits-for = { $count ->
        [one] { $count } partie attend des modifications de { $person }.
       *[other] { $count } parties attendent des modifications de { $person }.
    }
laptops = Ordinateurs
laptops-whose = À qui
laptops-machine = Machine
laptops-last = Dernière modification
laptops-heard = Dernier fichier reçu
laptops-this = celui-ci
laptops-none = Aucun autre ordinateur n’est connu.
laptops-branch = Écrit sur deux machines sous un seul nom ; les deux continuent séparément.
laptops-clock = { $hours ->
        [0] Son horloge avance.
        [one] Son horloge avance de { $hours } heure.
       *[other] Son horloge avance de { $hours } heures.
    }
merges = Repris
merges-none = Rien n’a encore été repris. Déposez un fichier sur la fenêtre, ou choisissez « Reprendre ».
set-back-title = Revenir sur cette fusion ?
set-back-text = Ce que « { $source } » a apporté n’aura plus d’effet sur cet ordinateur. C’est mis de côté et reviendra avec un fichier ultérieur.
set-back-act = Revenir en arrière
set-back-done = { $count ->
        [one] { $count } modification n’a plus d’effet.
       *[other] { $count } modifications n’ont plus d’effet.
    }
take-in-title = Ce que ces fichiers apportent
take-in-reading = Lecture
drop-files = { $count ->
        [one] Déposez pour regarder { $count } fichier
       *[other] Déposez pour regarder { $count } fichiers
    }
take-in-lead = { $count ->
        [0] Rien qui ne soit déjà ici.
        [one] { $count } modification qui n’est pas encore ici.
       *[other] { $count } modifications qui ne sont pas encore ici.
    } { $conflicts ->
        [0] { "" }
        [one] { $conflicts } point sera à régler.
       *[other] { $conflicts } points seront à régler.
    } Rien n’a encore changé.
take-in-deletes = { $count } fiches seraient supprimées. Regardez-y à deux fois.
take-in-from = de { $person }, { $time }
take-in-kind = Quoi
take-in-added = Nouveau
take-in-changed = Modifié
take-in-deleted = Supprimé
take-in-waits = Attend des modifications de { $person }.
passphrase = Phrase secrète
taken-in = { $count ->
        [0] Rien de nouveau n’est arrivé.
        [one] { $count } modification est arrivée.
       *[other] { $count } modifications sont arrivées.
    }
taken-in-conflicts = { $count ->
        [one] { $count } modification est arrivée
       *[other] { $count } modifications sont arrivées
    }, { $conflicts ->
        [one] { $conflicts } point est à régler.
       *[other] { $conflicts } points sont à régler.
    }
exchanged = { $count ->
        [0] Rien de nouveau n’est arrivé
        [one] { $count } modification est arrivée
       *[other] { $count } modifications sont arrivées
    }, { $left ->
        [0] rien n’a été laissé pour les autres.
        [one] { $left } partie a été laissée pour les autres.
       *[other] { $left } parties ont été laissées pour les autres.
    }
given = { $count ->
        [one] { $file } contient { $count } modification.
       *[other] { $file } contient { $count } modifications.
    }
give-title = Donner à quelqu’un
give-who = À qui
give-all = À tout le monde : l’ensemble
give-lacks = { $person } : ce qui lui manquait dans son dernier fichier
give-contacts = Avec les coordonnées
give-contacts-note = Adresses électroniques et numéros de téléphone ; ce qui a été donné ne peut être repris.
give-passphrase = Phrase secrète, si le fichier doit être chiffré
give-save = Enregistrer le fichier
backups-lead = Une copie du réseau entier est faite une fois par jour, avant toute reprise, et avant qu’une nouvelle version ne change le fichier. Les plus anciennes sont espacées.
backups-none = Il n’y a pas encore de sauvegarde.
backups-when = Faite
backups-why = Pourquoi
backups-size = Taille
backups-holds = Modifications contenues
backups-unreadable = illisible
backups-bytes = { $count ->
       *[other] { $count } ko
    }
act-recover = Y revenir
recover-what = Revenir à la sauvegarde du { $time }
recover-title = Revenir à cette sauvegarde ?
recover-text = Le réseau redevient ce qu’il était : { $time }. Ce qui a été écrit depuis n’y est pas ; le fichier actuel est gardé à côté sous un autre nom. Cet ordinateur continue comme un nouveau, afin que rien de ce qu’il a partagé avant ne soit pris pour autre chose.
recover-act = Revenir à la sauvegarde
recovering = Retour à la sauvegarde
recovered = { $count ->
        [one] Le réseau contient de nouveau { $count } modification.
       *[other] Le réseau contient de nouveau { $count } modifications.
    } L’ancien fichier s’appelle { $kept }.

grid-contested = Plusieurs personnes ont donné des valeurs différentes

## À régler.

differs-field = { $field } : valeurs différentes
differs-delete-edit = supprimé ici, modifié là
differs-dangling = { $field } renvoie à ce qui a été supprimé
differs-natural-key = { $field } en double
differs-cycle = placés l’un sous l’autre
differs-overlap = mandats qui se chevauchent
differs-join = réunies ou modifiées séparément
differs-late = arrivé après la clôture
settle-filter = Montrer ce qui concerne : { $what }
settle-filter-all = Tout
settle-batch = Tout d’un coup
settle-all-mine = Tout ce qui est de moi
settle-all-theirs = Tout ce qui est des autres
settle-all-latest = Tout ce qui est le plus récent
settle-all-text = { $count } points sont à régler. Ceux qui ne peuvent l’être ainsi restent. Cela peut être annulé.
settle-all-act = Régler
settle-base = Auparavant : { $value }
settle-base-none = Il n’y avait rien auparavant.
settle-ways = Façons de régler
settle-mine = Garder le mien
settle-theirs = Garder le leur
settle-side = Garder le numéro { $n }
settle-both = Garder les deux
settle-own = Une autre valeur
settle-keep-own = Garder ceci
settle-keep = Garder
settle-drop = Supprimer
settle-bring-back = Rétablir
settle-unlink = Retirer le lien
settle-both-stay = Les deux restent
settle-clear-code = L’effacer ici
settle-to-top = { $label } en haut
settle-drop-term = Supprimer ce mandat
settle-stay-joined = Laisser réunies
settle-take-apart = Séparer
settle-adopt = L’adopter
settle-leave = Laisser comme à la clôture
settle-closed-with = À la clôture : { $value }
settle-note = Ce qui n’est pas gardé reste dans l’historique.
settle-empty = Rien n’est à régler. Ce qui a été écrit séparément s’est rejoint de soi-même.
settle-duplicates = Doublons possibles
duplicates-label = { $kind } : peut-être la même fiche
duplicates-why = Parce que : { $reasons }
duplicates-empty = Aucune paire de fiches ne semble n’en faire qu’une.
duplicates-field = Champ
duplicates-pick = { $field } : ce qui reste
duplicates-both = Les deux
duplicates-equal = égal
duplicates-differs = différent
duplicates-note = Elles deviennent une seule fiche ; ce qui renvoie à l’une ou à l’autre renvoie à elle. Les autres graphies du nom restent comme alias. On peut les séparer de nouveau.
act-join = Les réunir
act-not-same = Pas les mêmes
joined-done = Réuni : { $label }
not-same-done = { $a } et { $b } ne sont plus proposés sur cet ordinateur.
record-joined = Réunie avec
act-unjoin = Séparer
unjoin-what = Séparer { $label }
unjoined = Séparé : { $label }
settled = Réglé : { $label }
settled-all = { $count ->
        [one] { $count } point réglé
       *[other] { $count } points réglés
    }, { $left ->
        [0] aucun ne reste.
       *[other] { $left } restent.
    }
side-mine = Le mien
side-theirs = Le leur
side-shown = affiché
side-deleted = Supprimé
side-live = Gardé
side-top = en haut
side-edited = { $field } : { $value }
diff-struck = Barré ci-dessus
diff-underlined = Souligné ci-dessus
hint-not-a-pack = Demandez à l’expéditeur un fichier fait avec « Donner à quelqu’un ».
hint-truncated = Il est peut-être encore en route : réessayez plus tard.
hint-damaged = Redemandez le fichier.
hint-bad-signature = Redemandez le fichier à l’expéditeur, par une autre voie.
hint-wrong-network = Seuls les ordinateurs d’un même réseau échangent.
hint-wrong-passphrase = Saisissez la phrase secrète ci-dessous.
hint-too-new = Installez la version plus récente ; le fichier peut attendre.
hint-too-large = Demandez un fichier plus petit.
hint-nothing-to-set-back = La sauvegarde faite avant contient l’état d’alors.
hint-not-two-sided = Choisissez par le numéro placé à côté de la valeur.
hint-unknown-conflict = C’est peut-être déjà réglé.

## Le plan qui se contrôle lui-même.

checks-sub = Ce qui se contredit dans le plan de travail
checks-open = À examiner
checks-dismissed = Voulu ainsi
checks-how-sure = Certitude
checks-record = Concerne
checks-found = Constat
checks-meant = Voulu ainsi
checks-none-open = Rien à examiner : le plan ne se contredit nulle part.
checks-none-dismissed = Rien n’a été dit voulu ainsi.
checks-reason = { $person } : { $reason }
checks-dismiss = Voulu ainsi
checks-dismiss-what = Voulu ainsi : { $label }
checks-dismiss-all = Tous voulus ainsi
checks-dismiss-chosen = Voulu ainsi ({ $count })
checks-choose = Sélectionner : { $label }
checks-dismiss-title = Dire que c’est voulu ainsi
checks-why = Pourquoi
checks-take-back = Réexaminer
checks-more = { $count } de plus
check-dismissed = { $count ->
        [one] Voulu ainsi : { $label }
       *[other] { $count } constats voulus ainsi
    }
check-again = À réexaminer : { $label }
severity-warning = Certain
severity-note = Possible
found-no-lead = { $count ->
        [one] { $count } activité n’a pas de responsable
       *[other] { $count } activités n’ont pas de responsable
    }
found-lead-not-member = { $count ->
        [one] { $count } responsable n’est pas membre de l’axe de travail de son activité
       *[other] { $count } responsables ne sont pas membres de l’axe de travail de leur activité
    }
found-end-before-start = { $count ->
        [one] { $count } période finit avant de commencer
       *[other] { $count } périodes finissent avant de commencer
    }
found-in-progress-after-end = { $count ->
        [one] { $count } activité est en cours après sa fin
       *[other] { $count } activités sont en cours après leur fin
    }
found-yet-to-start-after-start = { $count ->
        [one] { $count } activité n’a pas commencé alors que son début est passé
       *[other] { $count } activités n’ont pas commencé alors que leur début est passé
    }
found-completed-without-product = { $count ->
        [one] { $count } activité est achevée sans qu’aucun produit soit nommé
       *[other] { $count } activités sont achevées sans qu’aucun produit soit nommé
    }
found-parent-ends-before-child = { $count ->
        [one] { $count } activité se poursuit après celle dont elle fait partie
       *[other] { $count } activités se poursuivent après celle dont elles font partie
    }
found-depends-on-later = { $count ->
        [one] { $count } activité dépend d’une autre qui se termine plus tard
       *[other] { $count } activités dépendent d’une autre qui se termine plus tard
    }
found-same-title = { $count ->
        [one] { $count } activité porte un titre qu’un autre axe de travail utilise aussi
       *[other] { $count } activités portent un titre qu’un autre axe de travail utilise aussi
    }
found-closed-group = { $count ->
        [one] { $count } activité est dans un axe de travail qui a pris fin
       *[other] { $count } activités sont dans un axe de travail qui a pris fin
    }
finding-lead-not-member = { $severity ->
        [note] { $other }, membre à une autre période
       *[warning] { $other }
    }
finding-end-before-start = Se termine le { $day }
finding-in-progress-after-end = { $severity ->
        [note] Peut-être terminée ({ $day })
       *[warning] Terminée le { $day }
    }
finding-yet-to-start-after-start = { $severity ->
        [note] Devait peut-être avoir commencé (à partir du { $day })
       *[warning] Devait commencer le { $day } ou peu après
    }
finding-parent-ends-before-child = { $severity ->
        [note] « { $other } », peut-être terminée ({ $day })
       *[warning] « { $other } », terminée le { $day }
    }
finding-depends-on-later = { $severity ->
        [note] « { $other } », peut-être terminée plus tard ({ $day })
       *[warning] « { $other } », terminée le { $day }
    }
finding-closed-group = { $severity ->
        [note] On ignore où elle en est
       *[warning] Non achevée
    }

## Tours d’actualisation.

round-open = Ouvrir un tour
round-open-act = Ouvrir
round-opened = Ouvert : { $label }
round-turned = Il se clorait avant de s’ouvrir.
rounds-none = Aucun tour d’actualisation n’a encore été ouvert.
round-is-open = Ouvert
round-is-closed = Clos
round-until = jusqu’au { $date }
round-stands = { $answered } réponses sur { $due }
round-stood = { $answered } réponses sur { $due } à la clôture, { $date }
round-shown = Quelles activités
round-part-mine = Les miennes
round-part-missing = Sans réponse
round-part-all = Toutes
round-none-mine = Rien dans ce tour ne vous concerne.
round-none-missing = Tout a reçu une réponse.
round-none-all = Le plan de travail n’a aucune activité à demander.
round-activity = Activité
round-asked = Demandé à
round-asked-nobody = Personne : aucun responsable n’est nommé
round-answers = Réponse
round-no-answer = Pas encore
round-next = Ensuite : { $text }
round-answer = Répondre
round-answer-what = Répondre pour { $label }
round-answer-title = Où en est-elle ?
round-answer-note = L’activité dira la même chose.
round-for = Au nom de
round-answered = Réponse donnée : { $label }
round-late = Arrivé après la clôture
round-leave = Laisser de côté
round-adopted = Adopté
round-left = Laissé comme à la clôture
round-close = Clore
round-close-title = Clore { $label } ?
round-close-text = { $count ->
        [0] Tout a reçu une réponse.
        [one] { $count } activité est sans réponse.
       *[other] { $count } activités sont sans réponse.
    } Les réponses restent telles quelles ; ce qui vient plus tard est signalé.
round-closed = Clos : { $label }
round-reopen = Rouvrir
round-reopened = Rouvert : { $label }
round-remind = Texte de rappel
round-reminder-text = À coller dans un courriel
round-reminder-copy = Copier
round-reminder-copied = Copié

## Mon travail.

work-who = Qui je suis
work-whose = À qui
work-whose-all = À moi et à mon organisation
work-whose-own = Seulement à moi
work-nobody = Mon travail liste ce dont vous ou votre organisation êtes responsables, ce à quoi vous contribuez et ce que vous devez actualiser. Pour cela, il faut dire qui vous êtes ; aucun compte n’est nécessaire.
work-say-who = Dire qui je suis
work-nothing = Vous et votre organisation n’êtes encore responsables de rien et ne contribuez à rien.
work-update = À actualiser
work-overdue = En retard
work-lead = Responsable
work-contributor = Contribution
work-done = Terminé
work-points = Points d’action
work-answer = Répondre

## Commentaires.

record-comments = Commentaires
comment-new = Commentaire
comment-say = Publier
comment-answer = Répondre
comment-resolve = Résoudre
comment-resolved = Résolu
comment-reopen = Non résolu

## Reconduire.

act-next-workplan = Plan de travail suivant
act-carry = Reconduire des activités
carry-title = Reconduire depuis { $label }
carry-into = Vers
carry-which = Ce qui continue : { $count }
carry-all = Toutes
carry-none = Rien n’y est inachevé.
carry-note = Chacune dit la même chose dans le plan suivant et nomme celle dont elle vient. Les notes d’avancement et les produits restent ici.
carry-act = Reconduire
carry-left = Omis, car cela relève du plan qui prend fin :
carry-nothing-left = Tout a été reconduit ; rien n’a été omis.
carried = { $count ->
        [one] { $count } activité continue dans { $label }
       *[other] { $count } activités continuent dans { $label }
    }
record-closed = Elle est close et se lit comme alors.
record-closed-at = Telle que close, { $time }
record-show-closed = Montrer ce qui a été clos
record-closed-empty = Rien n’en faisait partie.
act-since-adopted = Modifié depuis son adoption
act-erase = Effacer les coordonnées…
erase-title = Effacer les coordonnées de { $label }
erase-goes = Ce qui disparaît, ici et sur chaque ordinateur qui l’apprend :
erase-goes-contacts = l’adresse électronique et le téléphone, y compris les anciens et les textes en cours de saisie
erase-goes-attendance = la présence et les prises de parole aux réunions sans attribution
erase-goes-copies = les mêmes données dans les sauvegardes et les anciennes copies à côté du fichier du réseau
erase-mentions = { $count ->
        [0] Le nom reste. Il ne figure dans aucun autre texte.
        [one] Le nom reste, ainsi que { $count } texte où il figure :
       *[other] Le nom reste, ainsi que { $count } textes où il figure :
    }
erase-given = Ce qui a déjà été imprimé ou remis à quelqu’un ne peut pas être rappelé. L’effacement ne peut pas être annulé, et aucune nouvelle coordonnée n’est conservée avec cette fiche.
erase-act = Effacer définitivement
erase-left = C’est effacé. Ces copies n’ont pas pu être ouvertes et contiennent peut-être encore les coordonnées. Un nouvel essai a lieu à chaque démarrage ; vous pouvez aussi les supprimer :
erased = Coordonnées effacées : { $label }
record-erased = Les coordonnées de cette personne sont effacées, et aucune n’est conservée.
