### Ce qu’affiche la ligne de commande : aide, progression et tableaux.

## Aide générale.

help-title = La mémoire de travail du Réseau des Nations Unies sur les migrations, en ligne de commande.
help-form = workstreams [--store FILE] [--json] [--lang en|fr|es] [--as PERSON] VERB ARGUMENTS
help-heading-usage = Emploi
help-heading-verbs = Commandes
help-heading-options = Options de toutes les commandes
help-heading-own-options = Options de cette commande
help-heading-words = Mots employés ci-dessus
help-heading-kinds = Types de fiche
help-heading-fields = Comment attribuer les champs
help-heading-conditions = Comment écrire les conditions
help-heading-exit = Code de sortie
help-more = « workstreams help VERB » en dit plus sur une commande.
help-streams = La réponse va sur la sortie standard, les messages et la progression sur la sortie d’erreur. Rien n’est jamais demandé.
help-exit = 0 fait ; 1 refusé, la base est inchangée ; 2 mauvais emploi ; 3 échec : disque, dommage ; 4 erreur du programme.
version-line = workstreams { $version }

## Options de toutes les commandes. Elles peuvent figurer partout avant --.

option-store = La base à employer ; sinon, celle de cet utilisateur.
option-json = Afficher une valeur JSON au lieu d’un tableau.
option-lang = Langue des messages et des intitulés : en, fr ou es.
option-as = La personne au nom de qui les modifications sont faites.
option-end = Met fin aux options : la suite est lue comme des arguments.

## Une ligne pour chaque commande, son emploi et ce qu’il y a d’autre à dire.

verb-help = Montrer toutes les commandes, ou une seule.
verb-help-usage = workstreams help [VERB]
verb-init = Créer une base avec le réseau publié.
verb-init-usage = workstreams init [--empty] [--person NAME --organisation KEY]
verb-init-more = Un fichier qui existe déjà est laissé tel quel. Avec --empty, la base ne contient aucune fiche et n’appartient à aucun réseau tant que rien n’y est saisi.
verb-list = Énumérer les fiches d’un type.
verb-list-usage = workstreams list KIND [--where CONDITION].. [--sort FIELD|-FIELD] [--limit N] [--offset N] [--deleted] [--on DATE] [--known DATE]
verb-list-more = Plusieurs conditions doivent toutes être remplies. Sans --sort, les fiches suivent l’ordre de leurs intitulés.
verb-show = Montrer une fiche et ses dernières modifications.
verb-show-usage = workstreams show KIND KEY
verb-show-more = L’historique montré compte les 20 dernières modifications ; « workstreams history » les montre toutes.
verb-add = Ajouter une fiche.
verb-add-usage = workstreams add KIND FIELD=VALUE..
verb-add-more = Tous les champs sont enregistrés ensemble, ou aucun.
verb-set = Modifier des champs d’une fiche.
verb-set-usage = workstreams set KIND KEY FIELD=VALUE..
verb-set-more = Tous les champs sont enregistrés ensemble, ou aucun. Une valeur déjà présente n’est pas réécrite.
verb-delete = Supprimer une fiche ; elle peut être rétablie.
verb-delete-usage = workstreams delete KIND KEY
verb-undelete = Rétablir une fiche supprimée.
verb-undelete-usage = workstreams undelete KIND KEY
verb-undelete-more = Une fiche supprimée se désigne par son identifiant ; « workstreams list KIND --deleted » le montre.
verb-erase = Effacer les coordonnées d’une personne sur tous les ordinateurs ; cela ne peut pas être annulé.
verb-erase-usage = workstreams erase PERSON [--dry-run]
verb-erase-more = L’adresse électronique, le téléphone et la participation aux réunions sans attribution disparaissent des tables, des textes en cours de saisie et des sauvegardes, ici et sur chaque ordinateur qui l’apprend. Le nom et les textes libres restent : la réponse indique où figure le nom. Ce qui a été remis à d’autres ne peut pas être rappelé.
verb-search = Trouver des fiches par des mots de n’importe quel champ.
verb-search-usage = workstreams search TEXT [--kind KIND] [--limit N]
verb-history = Montrer ce qui a été modifié, par qui et quand, du plus récent au plus ancien.
verb-history-usage = workstreams history [KIND KEY] [--by PERSON] [--kind KIND [--where CONDITION]..] [--group KEY] [--origin ORIGIN] [--from DATE] [--to DATE] [--before TXN] [--limit N]
verb-history-more = Est montré ce qui remplit toutes les options. Un lien compte pour la fiche d’où il part. --where porte sur les fiches telles qu’elles sont maintenant ; les supprimées avec --where life=deleted. Origines : typed, import, workbook, settle, undo, join, publication. Un jour est un jour UTC ; un mois ou une année est pris en entier.
verb-compare = Comparer le réseau à deux jours, ou à deux vecteurs, par axe de travail.
verb-compare-usage = workstreams compare D1 D2
verb-compare-more = Un jour, un mois ou une année, par exemple 2024-05-03 ; ou un vecteur tel que le donne « workstreams digest --json ».
verb-undo = Annuler la dernière transaction de cet ordinateur, ou celle indiquée.
verb-undo-usage = workstreams undo [TXN]
verb-undo-more = Une valeur que quelqu’un a modifiée depuis, ou qui est en conflit, reste telle quelle, et le motif est donné.
verb-redo = Rétablir la dernière transaction annulée.
verb-redo-usage = workstreams redo
verb-verify = Reconstruire la base depuis son historique et comparer.
verb-verify-usage = workstreams verify
verb-digest = Afficher l’empreinte des modifications présentes.
verb-digest-usage = workstreams digest
verb-digest-more = Deux bases qui contiennent les mêmes modifications ont la même empreinte.
verb-overview = Montrer les axes de travail, leurs activités par état d’avancement et les échéances.
verb-overview-usage = workstreams overview
verb-check = Confronter le plan à ses règles.
verb-check-usage = workstreams check [--kind KIND]
verb-check-more = D’une date vague, seul ce qui est certain donne un avertissement ; ce qui est possible donne une remarque. « workstreams add dismissed_check of=KEY rule=RULE reason=TEXT » dit que quelque chose est voulu ainsi.
verb-round = Ouvrir ou clore un tour d’actualisation, ou montrer qui n’a pas répondu.
verb-round-usage = workstreams round open WORKPLAN [FIELD=VALUE..], workstreams round close ROUND, ou workstreams round status [ROUND]
verb-round-more = Un tour s’ouvre aujourd’hui, sauf si opens=DATE dit autre chose. Une réponse s’ajoute par « workstreams add answer round=ROUND activity=KEY organisation=KEY status=CODE progress_note=TEXT next_step=TEXT » ; l’activité dit alors la même chose. Un tour clos reste tel qu’il a été clos ; ce qui arrive en retard figure dans « workstreams conflicts --type late ». Sans ROUND, celui qui est ouvert. « workstreams set status_round ROUND state=open » le rouvre.
verb-carry-forward = Reconduire des activités dans le plan de travail suivant.
verb-carry-forward-usage = workstreams carry-forward FROM TO [ACTIVITY..]
verb-carry-forward-more = Sans ACTIVITY, toutes celles qui ne sont ni achevées ni annulées. Chacune dit dans TO ce qu’elle disait et nomme celle dont elle vient ; les notes d’avancement et les produits restent dans FROM et sont signalés comme omis. Ce qui a déjà été reconduit reste tel quel.
verb-duplicates = Énumérer les fiches qui n’en font peut-être qu’une, avec les raisons.
verb-duplicates-usage = workstreams duplicates [KIND]
verb-duplicates-more = KIND est organisation ou person ; sans lui, les deux. Rien n’est réuni tout seul. « workstreams set KIND A distinct_from+=B » dit que deux fiches en sont bien deux.
verb-join = Réunir deux fiches qui n’en font qu’une.
verb-join-usage = workstreams join A B [FIELD=a|b|both|VALUE..]
verb-join-more = La plus ancienne des deux vaut pour les deux, une fiche publiée avant toute autre ; ce qui renvoie à l’une ou à l’autre y renvoie. Elle garde ses valeurs et reprend ce que seule l’autre contient. FIELD=a ou FIELD=b choisit la valeur de celle nommée en premier ou en second ; un champ à plusieurs valeurs garde celles des deux, ou FIELD=both. Les autres graphies des noms deviennent des autres noms.
verb-unjoin = Séparer une fiche de celles avec lesquelles elle a été réunie.
verb-unjoin-usage = workstreams unjoin A
verb-unjoin-more = A est la fiche réunie, par son identifiant, ou celle qui vaut pour elle. Les valeurs modifiées depuis restent telles quelles.
verb-backup = Faire une sauvegarde de la base.
verb-backup-usage = workstreams backup [FILE]
verb-backup-more = Sans FILE, elle va dans le dossier de sauvegardes à côté de la base, où les plus anciennes sont éclaircies : toutes celles du jour restent, une par jour pendant deux semaines, une par semaine pendant trois mois, une par mois ensuite. Une sauvegarde est contrôlée avant de compter.
verb-backups = Énumérer les sauvegardes de la base, de la plus récente à la plus ancienne.
verb-backups-usage = workstreams backups
verb-recover = Revenir à une sauvegarde.
verb-recover-usage = workstreams recover FILE
verb-recover-more = Le fichier actuel est gardé à côté de la base sous un autre nom, même s’il est endommagé. La base continue comme un nouvel ordinateur : ce que d’autres en avaient déjà revient avec leurs fichiers.
verb-sample = Créer une base avec un réseau inventé, pour s’exercer et mesurer.
verb-sample-usage = workstreams sample --size S|M|L --seed N FILE
verb-sample-more = La même taille et la même graine donnent la même base.
verb-pack = Écrire un fichier contenant les modifications, pour quelqu’un d’autre.
verb-pack-usage = workstreams pack FILE [--all | --for SITE] [--private] [--passphrase-file FILE]
verb-pack-more = Sans --for, le fichier contient tout ; avec, ce qui manquait à cet ordinateur lors de son dernier fichier. Les coordonnées ne voyagent qu’avec --private.
verb-merge = Reprendre les fichiers d’autres personnes : toutes les modifications se rejoignent, aucune ne se perd.
verb-merge-usage = workstreams merge FILE.. [--dry-run] [--passphrase-file FILE]
verb-merge-more = L’ordre des fichiers et le nombre de fois où ils sont repris n’importent pas. Un dossier désigne les fichiers qu’il contient. « workstreams conflicts » énumère ce qui se contredit.
verb-sync = Échanger avec un dossier partagé : prendre ce qui est nouveau, laisser ce qui manque aux autres.
verb-sync-usage = workstreams sync FOLDER [--passphrase-file FILE]
verb-conflicts = Énumérer ce qui reste à régler.
verb-conflicts-usage = workstreams conflicts [--type TYPE]
verb-settle = Régler ce qui est contesté, pour tout le monde.
verb-settle-usage = workstreams settle ID mine|theirs|N|keep|drop|value=TEXT, ou workstreams settle --all mine|theirs|latest [--type TYPE]
verb-settle-more = N est le numéro placé à côté d’une valeur dans la liste. « keep » et « drop » valent pour ce qui a été supprimé d’un côté et modifié de l’autre ; de ce qui est arrivé après une clôture, « keep » l’adopte et « drop » laisse la fiche telle qu’elle a été close.
verb-sites = Énumérer les ordinateurs dont proviennent les modifications.
verb-sites-usage = workstreams sites
verb-waiting = Énumérer les personnes dont les modifications manquent et ce qui les attend.
verb-waiting-usage = workstreams waiting
verb-dismiss = Ne plus attendre les modifications d’un ordinateur.
verb-dismiss-usage = workstreams dismiss SITE
verb-dismiss-more = Cet ordinateur cesse seulement de les demander : si elles arrivent, elles sont reprises.
verb-set-back = Revenir sur la dernière fusion, sur cet ordinateur.
verb-set-back-usage = workstreams set-back
verb-set-back-more = Possible tant que rien n’a été écrit ici depuis. Ce que les fichiers ont apporté est mis de côté et repris lors d’une fusion ultérieure.

## Options propres à une commande.

option-empty = Sans le réseau publié.
option-person = Votre nom, tel que les autres le verront à côté de vos modifications.
option-organisation = L’organisation pour laquelle vous travaillez.
option-where = Une condition sur un champ ; peut être donnée plusieurs fois.
option-sort = Le champ de tri ; précédé de -, dans l’ordre inverse.
option-limit = Nombre maximal de lignes.
option-offset = Nombre de lignes à sauter d’abord.
option-deleted = Les fiches supprimées au lieu des fiches actuelles.
option-on = Ce qui était vrai ce jour-là, d’après ce qu’on sait maintenant.
option-known = Ce que l’historique contenait ce jour-là.
option-kind = Seulement les fiches de ce type.
option-by = Seulement ce que cette personne a modifié.
option-group = Seulement ce qui a modifié ce groupe ou en fait partie.
option-origin = Seulement ce qui s’est produit ainsi.
option-from = Seulement à partir de ce jour, ou d’un moment comme 2024-05-03T09:00:00Z.
option-to = Seulement jusqu’à la fin de ce jour, ou avant un moment.
option-before = Seulement ce qui précède cette transaction : la page suivante.
option-size = S, M ou L : le réseau publié, dix années de travail ou une grande base.
option-seed = Le nombre dont découle le contenu inventé.
option-all = Tout ; avec settle, tout ce qui peut se régler de cette façon.
option-for = Ce qui manque à cet ordinateur, désigné par son identifiant.
option-private = Avec les coordonnées et les autres données personnelles.
option-passphrase-file = Un fichier dont la première ligne est la phrase secrète.
option-dry-run = Dire ce qui serait fait, sans rien modifier.
option-type = Seulement les conflits de ce type : field, delete_edit, dangling, natural_key, cycle, overlap, join ou late.
option-reason = La raison de la modification, conservée avec elle.

## Mots des lignes d’emploi. Les mots eux-mêmes sont les mêmes dans toutes les langues.

word-kind = Un type de fiche, par exemple activity ou organisation ; le pluriel est accepté.
word-key = Une fiche : son identifiant ou les 8 premiers signes, son code ou sigle, son numéro ou son nom.
word-field = Un champ du type, par exemple title, ou title.fr pour une langue.
word-value = Du texte, un code, une date, un nombre ou la KEY d’une fiche.
word-condition = FIELD, un signe et VALUE, par exemple status=in_progress.
word-date = Un jour, un mois ou une année : 2023-05-24, 2023-05 ou 2023.
word-txn = Le numéro d’une transaction, tel que « workstreams history » le montre.
word-file = Le chemin d’un fichier.
word-person = Le nom d’une personne.
word-n = Un nombre entier.
word-text = Des mots à chercher.
word-folder = Le chemin d’un dossier.
word-site = Un ordinateur, tel que « workstreams sites » le montre.
word-id = L’identifiant d’un conflit, tel que « workstreams conflicts » le montre.
word-type = Un type de conflit.

## Comment attribuer les champs : le signe précède le message.

set-value = Attribue la valeur. Pour plusieurs, une virgule les sépare, ou un point-virgule si un nom contient une virgule.
set-clear = Vide le champ.
set-language = Attribue le texte dans une langue ; sans elle, en anglais.
set-plus = Ajoute un élément à plusieurs, avec son rôle s’il en a un.
set-minus = Retire un élément de plusieurs.
set-file = Lit le texte dans un fichier.

## Comment écrire les conditions : le signe précède le message.

where-equal = Est égal ; pour plusieurs, contient. Un | entre les valeurs veut dire l’une d’elles.
where-not-equal = N’est pas égal ; pour plusieurs, ne contient pas.
where-contains = Contient le texte, sans tenir compte de la casse ni des accents.
where-compare = Plus petit ou plus grand ; pour le temps, sûrement avant ou après.
where-empty = Est vide.
where-within = Sûrement dans la période donnée.
where-possibly = Peut-être dans la période donnée.
where-path = Un point passe à la fiche désignée : group.kind=workstream.

## Progression, sur la sortie d’erreur. $done et $total comptent ce qui est traité.

progress-publication = Lecture du réseau publié, { $done } sur { $total }
progress-index = Création de l’index de recherche, { $done } sur { $total }
progress-migrate = Mise de la base à cette version, { $done } sur { $total }
progress-undo = Annulation des modifications, { $done } sur { $total }
progress-verify = Reconstruction depuis l’historique, { $done } sur { $total }
progress-sample = Écriture du réseau inventé, { $done } sur { $total }
progress-backup = Sauvegarde en cours, { $done } sur { $total }
progress-recover = Retour à la sauvegarde, { $done } sur { $total }
progress-compare = Comparaison en cours, { $done } sur { $total } fiches

## Ce qui a été fait.

done-init = { $file } créé avec le réseau publié : { $records } fiches.
done-init-empty = { $file } créé, vide.
done-unnamed = Les modifications sont gardées sous le nom de l’utilisateur de cet ordinateur, { $person }. « init --person NAME --organisation KEY » donne le vôtre.
done-add = { $label } : fiche ajoutée.
done-set = { $count ->
        [one] { $label } : { $count } champ modifié.
       *[other] { $label } : { $count } champs modifiés.
    }
done-unchanged = { $label } a déjà ces valeurs. Rien n’a été écrit.
done-delete = { $label } : fiche supprimée. « workstreams undo » la rétablit.
done-undelete = { $label } : fiche rétablie.
done-erase = Les coordonnées de { $label } sont effacées.
done-erase-preview = Cela effacerait les coordonnées de { $label } sur tous les ordinateurs. Rien n’a été modifié.
erase-mentions = { $count ->
        [0] Le nom ne figure dans aucun autre texte.
        [one] Le nom figure dans { $count } texte, qui reste tel quel :
       *[other] Le nom figure dans { $count } textes, qui restent tels quels :
    }
erase-left = Des copies de la base n’ont pas pu être ouvertes et contiennent peut-être encore les coordonnées : { $files }. Un nouvel essai a lieu à chaque ouverture ; vous pouvez aussi les supprimer.
done-undo = { $count ->
        [one] { $count } valeur reprise.
       *[other] { $count } valeurs reprises.
    }
done-redo = { $count ->
        [one] { $count } valeur rétablie.
       *[other] { $count } valeurs rétablies.
    }
done-refused = { $count ->
        [one] { $count } valeur est restée telle quelle.
       *[other] { $count } valeurs sont restées telles quelles.
    }
done-verify = La base concorde avec son historique : { $changes } modifications, { $records } fiches.
done-verify-failed = { $count ->
        [one] La base ne concorde pas avec son historique : { $count } écart.
       *[other] La base ne concorde pas avec son historique : { $count } écarts.
    }
done-sample = { $file } créé : { $records } fiches, { $changes } modifications. Tout y est inventé.
done-backup = Sauvegarde { $file } faite : { $changes } modifications.
done-recover = { $file } est de nouveau ce que contient { $from } : { $changes } modifications. La base continue comme un nouvel ordinateur.
done-recover-kept = L’ancien fichier est gardé sous { $kept }.
done-join = Réunies sous { $label }.
done-unjoin = { $label } est de nouveau une fiche à part.

## Tableaux : têtes de colonne et contenu des cellules.

head-id = Identifiant
head-label = Nom
head-kind = Type
head-field = Champ
head-value = Valeur
head-old = Avant
head-new = Après
head-time = Heure
head-person = Auteur
head-laptop = Ordinateur
head-origin = Origine
head-reason = Motif
head-txn = Transaction
head-record = Fiche
head-snippet = Texte trouvé
head-check = Contrôle
head-detail = Détail
head-group = Axe de travail
head-number = N°
head-activities = Activités
head-overdue = Échéance dépassée
head-due-30 = Échéance sous 30 jours
head-outcome = Résultat
head-size = Taille
head-changes = Modifications
head-file = Fichier
head-score = Vraisemblance
head-reasons = Raisons
section-history = Historique
section-frozen = Tel que clos, { $date }
section-sources = Sources
value-unknown = Non connu
value-yes = Oui
value-no = Non
value-personal = Personnel, non affiché
value-contested = { $value } (en conflit)
value-other-language = { $value } ({ $language })
value-role = { $label } ({ $role })
value-source = { $standing } : { $address }, consulté le { $date }
value-source-no-address = { $standing } : sans adresse
outcome-done = Repris
outcome-again = Rétabli
outcome-left = Inchangé
rows-count = { $count ->
        [one] { $count } fiche
       *[other] { $count } fiches
    }
rows-of-total = Fiches { $first } à { $last } sur { $total }
rows-none = Aucune fiche.
search-none = Rien n’a été trouvé pour « { $text } ».
compare-none = Rien ne diffère.
compare-network = De tout le réseau
compare-counts = { NUMBER($added) } ajoutées, { NUMBER($removed) } retirées, { NUMBER($changed) } modifiées
history-none = Aucune modification.
backups-none = Il n’y a pas encore de sauvegarde de { $file }. « workstreams backup » en fait une.
backups-folder = Dans { $folder }
backups-unreadable = illisible
value-kilobytes = { $count } ko
duplicates-none = Aucune fiche ne ressemble à un doublon.
value-joined = Vaut aussi pour : { $labels }
value-asked = { $asked } a été réunie avec { $label }, qui est montrée.

## La vue d’ensemble.

overview-as-of = Au { $date }
overview-unshared = { $count ->
        [one] { $count } modification non partagée
       *[other] { $count } modifications non partagées
    }
overview-all-shared = Tout est partagé
overview-to-settle = { $count ->
        [one] { $count } conflit à trancher
       *[other] { $count } conflits à trancher
    }
overview-no-co-lead = { $count ->
        [one] { $count } axe de travail n’a pas de co-chef de file indiqué.
       *[other] { $count } axes de travail n’ont pas de co-chef de file indiqué.
    }
overview-no-status = { $count ->
        [one] { $count } activité a un état d’avancement inconnu.
       *[other] { $count } activités ont un état d’avancement inconnu.
    }

window-usage = « { $value } » n’est pas une option. Usage : workstream-desk [--store FICHIER] [--folder DOSSIER]
window-no-display = La fenêtre n’a pas pu s’ouvrir : il n’y a pas d’écran. La ligne de commande s’en passe : workstreams overview
window-failed = La fenêtre n’a pas pu s’ouvrir : { $detail }

## Exchange and settling.

done-pack = Fichier { $file } écrit avec { $changes ->
        [one] { $changes } modification
       *[other] { $changes } modifications
    }.
done-merge = { $new_changes ->
        [0] Rien de nouveau n’est arrivé.
        [one] { $new_changes } modification est arrivée.
       *[other] { $new_changes } modifications sont arrivées.
    } { $conflicts_open ->
        [0] Rien n’est à régler.
        [one] { $conflicts_open } point est à régler.
       *[other] { $conflicts_open } points sont à régler.
    }
done-merge-preview = { $new_changes ->
        [0] Rien de nouveau n’arriverait.
        [one] { $new_changes } modification arriverait.
       *[other] { $new_changes } modifications arriveraient.
    } Rien n’a été modifié.
done-sync = { $new_changes ->
        [0] Rien de nouveau n’est arrivé.
        [one] { $new_changes } modification est arrivée.
       *[other] { $new_changes } modifications sont arrivées.
    } { $left ->
        [0] Rien n’a été laissé : le dossier a déjà tout.
        [one] { $left } partie a été laissée pour les autres.
       *[other] { $left } parties ont été laissées pour les autres.
    }
done-settle = Réglé : { $label }.
done-settle-all = { $count ->
        [one] { $count } point réglé.
       *[other] { $count } points réglés.
    } { $left ->
        [0] Il n’en reste aucun.
        [one] Il en reste { $left }.
       *[other] Il en reste { $left }.
    }
done-dismiss = Les modifications de { $site } ne sont plus attendues.
done-set-back = Fusion de { $source } annulée : { $changes ->
        [one] { $changes } modification n’a plus d’effet.
       *[other] { $changes } modifications n’ont plus d’effet.
    }
conflicts-none = Rien n’est à régler.
waiting-none = Rien n’attend les modifications d’autres personnes.
waiting-for = { $count ->
        [one] { $count } partie attend
       *[other] { $count } parties attendent
    } les modifications de { $person ->
        [none] l’ordinateur { $site }
       *[other] { $person } ({ $site })
    }.
conflict-field = Plusieurs valeurs
conflict-delete-edit = Supprimé ici, modifié là
conflict-dangling = Renvoie à ce qui a été supprimé
conflict-natural-key = Deux fois le même code
conflict-cycle = Placés l’un sous l’autre
conflict-overlap = Mandats qui se chevauchent
conflict-join = Réunies ou modifiées séparément
conflict-late = Arrivé après la clôture
severity-warning = Avertissement
severity-note = Remarque
checks-none = Le plan ne se contredit nulle part.
done-round-open = Ouvert : { $label }
done-round-close = Clos : { $label }
round-stands = { $label } : { $answered } réponses sur { $due }.
round-stood = { $label } : { $answered } réponses sur { $due } à la clôture, { $date }.
done-carry-forward = { $count ->
        [one] { $count } activité reconduite.
       *[other] { $count } activités reconduites.
    } { $known ->
        [0] {""}
       *[other] Déjà présentes : { $known }.
    }
head-severity = Genre
head-found = Constaté
head-dismissed = Voulu ainsi
head-asked = Demandé à
head-answer = Réponse
head-late = Arrivé en retard
head-activity = Activité
head-left-out = Omis
head-result = Résultat
head-waits-for = Attend
head-site = Ordinateur
