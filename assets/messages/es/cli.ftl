### Lo que muestra la línea de órdenes: ayuda, avance y tablas.

## Ayuda general.

help-title = La memoria de trabajo de la Red de las Naciones Unidas sobre la Migración, en la línea de órdenes.
help-form = workstreams [--store FILE] [--json] [--lang en|fr|es] [--as PERSON] VERB ARGUMENTS
help-heading-usage = Uso
help-heading-verbs = Órdenes
help-heading-options = Opciones de todas las órdenes
help-heading-own-options = Opciones de esta orden
help-heading-words = Palabras usadas arriba
help-heading-kinds = Tipos de ficha
help-heading-fields = Cómo se asignan los campos
help-heading-conditions = Cómo se escriben las condiciones
help-heading-exit = Código de salida
help-more = «workstreams help VERB» dice más sobre una orden.
help-streams = La respuesta va a la salida estándar; los mensajes y el avance, a la salida de error. Nunca se pregunta nada.
help-exit = 0 hecho; 1 rechazado, la base no cambió; 2 uso incorrecto; 3 fallo: disco, daño; 4 fallo del programa.
version-line = workstreams { $version }

## Opciones de todas las órdenes. Pueden ir en cualquier lugar antes de --.

option-store = La base que se usa; si falta, la de este usuario.
option-json = Mostrar un valor JSON en lugar de una tabla.
option-lang = Idioma de los mensajes y etiquetas: en, fr o es.
option-as = La persona en cuyo nombre se hacen los cambios.
option-end = Pone fin a las opciones: lo que sigue se lee como argumentos.

## Una línea para cada orden, su uso y lo demás que hay que decir.

verb-help = Mostrar todas las órdenes, o una.
verb-help-usage = workstreams help [VERB]
verb-init = Crear una base con la red publicada.
verb-init-usage = workstreams init [--empty] [--person NAME --organisation KEY]
verb-init-more = Un archivo que ya existe queda como está. Con --empty la base no tiene fichas ni pertenece a ninguna red hasta que se escriba algo.
verb-list = Enumerar las fichas de un tipo.
verb-list-usage = workstreams list KIND [--where CONDITION].. [--sort FIELD|-FIELD] [--limit N] [--offset N] [--deleted] [--on DATE] [--known DATE]
verb-list-more = Si hay varias condiciones, deben cumplirse todas. Sin --sort, las fichas siguen el orden de sus etiquetas.
verb-show = Mostrar una ficha y sus últimos cambios.
verb-show-usage = workstreams show KIND KEY
verb-show-more = El historial que se muestra tiene los 20 últimos cambios; «workstreams history» los muestra todos.
verb-add = Añadir una ficha.
verb-add-usage = workstreams add KIND FIELD=VALUE..
verb-add-more = Todos los campos se guardan juntos, o ninguno.
verb-set = Cambiar campos de una ficha.
verb-set-usage = workstreams set KIND KEY FIELD=VALUE..
verb-set-more = Todos los campos se guardan juntos, o ninguno. Un valor que ya está no se escribe otra vez.
verb-delete = Eliminar una ficha; se puede restablecer.
verb-delete-usage = workstreams delete KIND KEY
verb-undelete = Restablecer una ficha eliminada.
verb-undelete-usage = workstreams undelete KIND KEY
verb-undelete-more = Una ficha eliminada se indica por su identificador; «workstreams list KIND --deleted» lo muestra.
verb-erase = Borrar los datos de contacto de una persona en todos los equipos; no se puede deshacer.
verb-erase-usage = workstreams erase PERSON [--dry-run]
verb-erase-more = El correo, el teléfono y la participación en reuniones sin atribución desaparecen de las tablas, de los textos que se están escribiendo y de las copias de seguridad, aquí y en cada equipo que lo sepa. El nombre y los textos libres permanecen: la respuesta indica dónde aparece el nombre. Lo que ya se entregó no se puede recuperar.
verb-search = Encontrar fichas por palabras de cualquier campo.
verb-search-usage = workstreams search TEXT [--kind KIND] [--limit N]
verb-history = Mostrar qué se cambió, quién y cuándo, de lo más reciente a lo más antiguo.
verb-history-usage = workstreams history [KIND KEY] [--by PERSON] [--kind KIND [--where CONDITION]..] [--group KEY] [--origin ORIGIN] [--from DATE] [--to DATE] [--before TXN] [--limit N]
verb-history-more = Se muestra lo que cumple todas las opciones. Un vínculo cuenta para la ficha de la que parte. --where se refiere a las fichas tal como son ahora; las eliminadas con --where life=deleted. Orígenes: typed, import, workbook, settle, undo, join, publication. Un día es un día UTC; un mes o un año se toma entero.
verb-compare = Comparar la red en dos días, o en dos vectores, por línea de trabajo.
verb-compare-usage = workstreams compare D1 D2
verb-compare-more = Un día, un mes o un año, por ejemplo 2024-05-03; o un vector tal como lo da «workstreams digest --json».
verb-undo = Deshacer la última transacción de este equipo, o la indicada.
verb-undo-usage = workstreams undo [TXN]
verb-undo-more = Un valor que alguien cambió después, o que está en conflicto, queda como está y se da el motivo.
verb-redo = Rehacer la última transacción deshecha.
verb-redo-usage = workstreams redo
verb-verify = Reconstruir la base a partir de su historial y comparar.
verb-verify-usage = workstreams verify
verb-digest = Mostrar la huella de los cambios que hay aquí.
verb-digest-usage = workstreams digest
verb-digest-more = Dos bases que contienen los mismos cambios tienen la misma huella.
verb-overview = Mostrar las líneas de trabajo, sus actividades por grado de avance y lo que vence.
verb-overview-usage = workstreams overview
verb-check = Contrastar el plan con sus reglas.
verb-check-usage = workstreams check [--kind KIND]
verb-check-more = De un tiempo vago solo lo seguro es una advertencia; lo posible es una observación. «workstreams add dismissed_check of=KEY rule=RULE reason=TEXT» dice que algo se quiere así.
verb-round = Abrir o cerrar una ronda de actualización, o mostrar quién no ha respondido.
verb-round-usage = workstreams round open WORKPLAN [FIELD=VALUE..], workstreams round close ROUND, o workstreams round status [ROUND]
verb-round-more = Una ronda se abre hoy, salvo que opens=DATE diga otra cosa. Una respuesta se añade con «workstreams add answer round=ROUND activity=KEY organisation=KEY status=CODE progress_note=TEXT next_step=TEXT»; la actividad dice lo mismo desde entonces. Una ronda cerrada queda como se cerró; lo que llega tarde figura en «workstreams conflicts --type late». Sin ROUND, la que está abierta. «workstreams set status_round ROUND state=open» la abre de nuevo.
verb-carry-forward = Traspasar actividades al plan de trabajo siguiente.
verb-carry-forward-usage = workstreams carry-forward FROM TO [ACTIVITY..]
verb-carry-forward-more = Sin ACTIVITY, todas las que no están ni completadas ni canceladas. Cada una dice en TO lo que decía y nombra aquella de la que viene; las notas de avance y los productos quedan en FROM y se indican como omitidos. Lo que ya se traspasó queda como está.
verb-duplicates = Enumerar las fichas que quizá son una sola, con los motivos.
verb-duplicates-usage = workstreams duplicates [KIND]
verb-duplicates-more = KIND es organisation o person; sin él, ambos. Nada se une por sí solo. «workstreams set KIND A distinct_from+=B» dice que dos son dos.
verb-join = Unir dos fichas que son una sola.
verb-join-usage = workstreams join A B [FIELD=a|b|both|VALUE..]
verb-join-more = La más antigua de las dos vale por ambas, una publicada antes que cualquier otra; lo que remite a cualquiera de ellas remite a ella. Conserva sus valores y toma lo que solo tiene la otra. FIELD=a o FIELD=b elige el valor de la nombrada en primer o en segundo lugar; un campo con varios valores conserva los de ambas, o FIELD=both. Las otras grafías de los nombres pasan a ser otros nombres.
verb-unjoin = Separar una ficha de aquellas con las que se unió.
verb-unjoin-usage = workstreams unjoin A
verb-unjoin-more = A es la ficha unida, por su identificador, o la que vale por ella. Los valores cambiados después quedan como están.
verb-backup = Hacer una copia de seguridad de la base.
verb-backup-usage = workstreams backup [FILE]
verb-backup-more = Sin FILE queda en la carpeta de copias de seguridad junto a la base, donde las más antiguas se van reduciendo: quedan todas las de hoy, una por día durante dos semanas, una por semana durante tres meses y una por mes después. Una copia se comprueba antes de contar.
verb-backups = Enumerar las copias de seguridad de la base, de la más reciente a la más antigua.
verb-backups-usage = workstreams backups
verb-recover = Volver a una copia de seguridad.
verb-recover-usage = workstreams recover FILE
verb-recover-more = El archivo actual se conserva junto a la base con otro nombre, también si está dañado. La base sigue como un equipo nuevo: lo que otros ya tenían de ella vuelve con sus archivos.
verb-sample = Crear una base con una red inventada, para practicar y medir.
verb-sample-usage = workstreams sample --size S|M|L --seed N FILE
verb-sample-more = El mismo tamaño y la misma semilla dan la misma base.
verb-pack = Escribir un archivo con los cambios, para otra persona.
verb-pack-usage = workstreams pack FILE [--all | --for SITE] [--private] [--passphrase-file FILE]
verb-pack-more = Sin --for el archivo contiene todo; con --for, lo que le faltaba a ese equipo cuando hizo su último archivo. Los datos de contacto solo viajan con --private.
verb-merge = Incorporar archivos de otras personas: todos los cambios se reúnen, ninguno se pierde.
verb-merge-usage = workstreams merge FILE.. [--dry-run] [--passphrase-file FILE]
verb-merge-more = No importa el orden de los archivos ni cuántas veces se incorporen. Una carpeta designa los archivos que contiene. «workstreams conflicts» enumera lo que se contradice.
verb-sync = Intercambiar con una carpeta compartida: tomar lo nuevo, dejar lo que falta a los demás.
verb-sync-usage = workstreams sync FOLDER [--passphrase-file FILE]
verb-conflicts = Enumerar lo que queda por resolver.
verb-conflicts-usage = workstreams conflicts [--type TYPE]
verb-settle = Resolver lo que está en disputa, para todos.
verb-settle-usage = workstreams settle ID mine|theirs|N|keep|drop|value=TEXT, o workstreams settle --all mine|theirs|latest [--type TYPE]
verb-settle-more = N es el número que figura junto a un valor en la lista. «keep» y «drop» sirven para lo que se eliminó en un lado y se modificó en el otro; de lo que llegó después de un cierre, «keep» lo acepta y «drop» deja la ficha como se cerró.
verb-sites = Enumerar los equipos de los que proceden los cambios.
verb-sites-usage = workstreams sites
verb-waiting = Enumerar de quién faltan cambios y qué los espera.
verb-waiting-usage = workstreams waiting
verb-dismiss = Dejar de esperar los cambios de un equipo.
verb-dismiss-usage = workstreams dismiss SITE
verb-dismiss-more = Este equipo solo deja de pedirlos: si llegan, se incorporan.
verb-set-back = Volver atrás la última fusión, en este equipo.
verb-set-back-usage = workstreams set-back
verb-set-back-more = Es posible mientras no se haya escrito nada aquí después. Lo que trajeron los archivos queda aparte y se incorpora con una fusión posterior.

## Opciones propias de una orden.

option-empty = Sin la red publicada.
option-person = Su nombre, tal como otros lo verán junto a sus cambios.
option-organisation = La organización para la que trabaja.
option-where = Una condición sobre un campo; se puede dar varias veces.
option-sort = El campo por el que se ordena; con - delante, al revés.
option-limit = Número máximo de filas.
option-offset = Número de filas que se saltan primero.
option-deleted = Las fichas eliminadas en lugar de las vigentes.
option-on = Lo que era cierto ese día, según lo que se sabe ahora.
option-known = Lo que contenía el historial hasta ese día.
option-kind = Solo las fichas de este tipo.
option-by = Solo lo que cambió esta persona.
option-group = Solo lo que cambió este grupo o pertenece a él.
option-origin = Solo lo que se produjo así.
option-from = Solo desde ese día, o desde un momento como 2024-05-03T09:00:00Z.
option-to = Solo hasta el final de ese día, o antes de un momento.
option-before = Solo lo anterior a esta transacción: la página siguiente.
option-size = S, M o L: la red publicada, diez años de trabajo o una base grande.
option-seed = El número del que se deriva el contenido inventado.
option-all = Todo; con settle, todo lo que puede resolverse de ese modo.
option-for = Lo que le falta a ese equipo, por su identificador.
option-private = Con los datos de contacto y otros datos personales.
option-passphrase-file = Un archivo cuya primera línea es la contraseña.
option-dry-run = Decir qué se haría, sin cambiar nada.
option-type = Solo conflictos de este tipo: field, delete_edit, dangling, natural_key, cycle, overlap, join o late.
option-reason = El motivo del cambio, guardado con él.

## Palabras de las líneas de uso. Las palabras mismas son iguales en todos los idiomas.

word-kind = Un tipo de ficha, por ejemplo activity u organisation; se admite el plural.
word-key = Una ficha: su identificador o los 8 primeros signos, su código o sigla, su número o su nombre.
word-field = Un campo del tipo, por ejemplo title, o title.fr para un idioma.
word-value = Texto, un código, una fecha, un número o la KEY de una ficha.
word-condition = FIELD, un signo y VALUE, por ejemplo status=in_progress.
word-date = Un día, un mes o un año: 2023-05-24, 2023-05 o 2023.
word-txn = El número de una transacción, tal como lo muestra «workstreams history».
word-file = La ruta de un archivo.
word-person = El nombre de una persona.
word-n = Un número entero.
word-text = Palabras que se buscan.
word-folder = La ruta de una carpeta.
word-site = Un equipo, tal como lo muestra «workstreams sites».
word-id = El identificador de un conflicto, tal como lo muestra «workstreams conflicts».
word-type = Un tipo de conflicto.

## Cómo se asignan los campos: el signo va antes del mensaje.

set-value = Asigna el valor. Si son varios, se separan con una coma, o con punto y coma si un nombre contiene una coma.
set-clear = Vacía el campo.
set-language = Asigna el texto en un idioma; si falta, en inglés.
set-plus = Añade uno a varios, con su función si la tiene.
set-minus = Quita uno de varios.
set-file = Lee el texto de un archivo.

## Cómo se escriben las condiciones: el signo va antes del mensaje.

where-equal = Es igual; si son varios, contiene. Una | entre valores significa cualquiera de ellos.
where-not-equal = No es igual; si son varios, no contiene.
where-contains = Contiene el texto, sin distinguir mayúsculas ni acentos.
where-compare = Menor o mayor; para el tiempo, seguramente antes o después.
where-empty = Está vacío.
where-within = Seguramente dentro del período dado.
where-possibly = Posiblemente dentro del período dado.
where-path = Un punto pasa a la ficha indicada: group.kind=workstream.

## Avance, en la salida de error. $done y $total cuentan lo tratado.

progress-publication = Lectura de la red publicada, { $done } de { $total }
progress-index = Creación del índice de búsqueda, { $done } de { $total }
progress-migrate = Puesta de la base en esta versión, { $done } de { $total }
progress-undo = Retirada de los cambios, { $done } de { $total }
progress-verify = Reconstrucción a partir del historial, { $done } de { $total }
progress-sample = Escritura de la red inventada, { $done } de { $total }
progress-backup = Haciendo una copia de seguridad, { $done } de { $total }
progress-recover = Volviendo a la copia de seguridad, { $done } de { $total }
progress-compare = Comparando, { $done } de { $total } fichas

## Lo que se hizo.

done-init = Se creó { $file } con la red publicada: { $records } fichas.
done-init-empty = Se creó { $file }, vacío.
done-unnamed = Los cambios se guardan con el nombre del usuario de este equipo, { $person }. «init --person NAME --organisation KEY» da el suyo.
done-add = Ficha añadida: { $label }.
done-set = { $count ->
        [one] { $label }: { $count } campo cambiado.
       *[other] { $label }: { $count } campos cambiados.
    }
done-unchanged = { $label } ya tiene estos valores. No se escribió nada.
done-delete = Ficha eliminada: { $label }. «workstreams undo» la restablece.
done-undelete = Ficha restablecida: { $label }.
done-erase = Los datos de contacto de { $label } están borrados.
done-erase-preview = Esto borraría los datos de contacto de { $label } en todos los equipos. No se cambió nada.
erase-mentions = { $count ->
        [0] El nombre no aparece en ningún otro texto.
        [one] El nombre aparece en { $count } texto, que queda como está:
       *[other] El nombre aparece en { $count } textos, que quedan como están:
    }
erase-left = Algunas copias no se pudieron abrir y quizá contengan aún los datos: { $files }. Se intenta de nuevo cada vez que se abre la base; también puede eliminarlas.
done-undo = { $count ->
        [one] { $count } valor retirado.
       *[other] { $count } valores retirados.
    }
done-redo = { $count ->
        [one] { $count } valor repuesto.
       *[other] { $count } valores repuestos.
    }
done-refused = { $count ->
        [one] { $count } valor quedó como estaba.
       *[other] { $count } valores quedaron como estaban.
    }
done-verify = La base concuerda con su historial: { $changes } cambios, { $records } fichas.
done-verify-failed = { $count ->
        [one] La base no concuerda con su historial: { $count } diferencia.
       *[other] La base no concuerda con su historial: { $count } diferencias.
    }
done-sample = Se creó { $file }: { $records } fichas, { $changes } cambios. Todo su contenido es inventado.
done-backup = Se hizo la copia de seguridad { $file }: { $changes } cambios.
done-recover = { $file } vuelve a ser lo que contiene { $from }: { $changes } cambios. La base sigue como un equipo nuevo.
done-recover-kept = El archivo anterior se conserva como { $kept }.
done-join = Unidas como { $label }.
done-unjoin = { $label } vuelve a ser una ficha propia.

## Tablas: cabeceras de columna y contenido de las celdas.

head-id = Identificador
head-label = Nombre
head-kind = Tipo
head-field = Campo
head-value = Valor
head-old = Antes
head-new = Después
head-time = Hora
head-person = Autor
head-laptop = Equipo
head-origin = Origen
head-reason = Motivo
head-txn = Transacción
head-record = Ficha
head-snippet = Texto encontrado
head-check = Control
head-detail = Detalle
head-group = Línea de trabajo
head-number = N.º
head-activities = Actividades
head-overdue = Vencidas
head-due-30 = Vencen en 30 días
head-outcome = Resultado
head-size = Tamaño
head-changes = Cambios
head-file = Archivo
head-score = Probabilidad
head-reasons = Motivos
section-history = Historial
section-frozen = Tal como se cerró, { $date }
section-sources = Fuentes
value-unknown = No se sabe
value-yes = Sí
value-no = No
value-personal = Personal, no se muestra
value-contested = { $value } (en conflicto)
value-other-language = { $value } ({ $language })
value-role = { $label } ({ $role })
value-source = { $standing }: { $address }, consultado el { $date }
value-source-no-address = { $standing }: sin dirección
outcome-done = Retirado
outcome-again = Restablecido
outcome-left = Sin cambios
rows-count = { $count ->
        [one] { $count } ficha
       *[other] { $count } fichas
    }
rows-of-total = Fichas { $first } a { $last } de { $total }
rows-none = Ninguna ficha.
search-none = No se encontró nada para «{ $text }».
compare-none = Nada difiere.
compare-network = De toda la red
compare-counts = { NUMBER($added) } añadidas, { NUMBER($removed) } quitadas, { NUMBER($changed) } modificadas
history-none = Ningún cambio todavía.
backups-none = Todavía no hay copias de seguridad de { $file }. «workstreams backup» hace una.
backups-folder = En { $folder }
backups-unreadable = no se puede leer
value-kilobytes = { $count } kB
duplicates-none = Ninguna ficha parece un duplicado.
value-joined = Vale también por: { $labels }
value-asked = { $asked } se unió con { $label }, que es la que se muestra.

## La vista general.

overview-as-of = Al { $date }
overview-unshared = { $count ->
        [one] { $count } cambio sin compartir
       *[other] { $count } cambios sin compartir
    }
overview-all-shared = Todo está compartido
overview-to-settle = { $count ->
        [one] { $count } conflicto por resolver
       *[other] { $count } conflictos por resolver
    }
overview-no-co-lead = { $count ->
        [one] { $count } línea de trabajo no tiene colíder registrado.
       *[other] { $count } líneas de trabajo no tienen colíder registrado.
    }
overview-no-status = { $count ->
        [one] { $count } actividad tiene un grado de avance desconocido.
       *[other] { $count } actividades tienen un grado de avance desconocido.
    }

window-usage = «{ $value }» no es una opción. Uso: workstream-desk [--store ARCHIVO] [--folder CARPETA]
window-no-display = No se pudo abrir la ventana: no hay pantalla. La línea de órdenes funciona sin ella: workstreams overview
window-failed = No se pudo abrir la ventana: { $detail }

## Exchange and settling.

done-pack = Se escribió { $file } con { $changes ->
        [one] { $changes } cambio
       *[other] { $changes } cambios
    }.
done-merge = { $new_changes ->
        [0] No llegó nada nuevo.
        [one] Llegó { $new_changes } cambio.
       *[other] Llegaron { $new_changes } cambios.
    } { $conflicts_open ->
        [0] No hay nada que resolver.
        [one] Hay { $conflicts_open } asunto que resolver.
       *[other] Hay { $conflicts_open } asuntos que resolver.
    }
done-merge-preview = { $new_changes ->
        [0] No llegaría nada nuevo.
        [one] Llegaría { $new_changes } cambio.
       *[other] Llegarían { $new_changes } cambios.
    } No se cambió nada.
done-sync = { $new_changes ->
        [0] No llegó nada nuevo.
        [one] Llegó { $new_changes } cambio.
       *[other] Llegaron { $new_changes } cambios.
    } { $left ->
        [0] No se dejó nada: la carpeta lo tiene todo.
        [one] Se dejó { $left } parte para los demás.
       *[other] Se dejaron { $left } partes para los demás.
    }
done-settle = Resuelto: { $label }.
done-settle-all = { $count ->
        [one] { $count } asunto resuelto.
       *[other] { $count } asuntos resueltos.
    } { $left ->
        [0] No queda ninguno.
        [one] Queda { $left }.
       *[other] Quedan { $left }.
    }
done-dismiss = Ya no se esperan los cambios de { $site }.
done-set-back = Se volvió atrás la fusión de { $source }: { $changes ->
        [one] { $changes } cambio ya no tiene efecto.
       *[other] { $changes } cambios ya no tienen efecto.
    }
conflicts-none = No hay nada que resolver.
waiting-none = Nada espera cambios de otras personas.
waiting-for = { $count ->
        [one] { $count } parte espera
       *[other] { $count } partes esperan
    } los cambios de { $person ->
        [none] el equipo { $site }
       *[other] { $person } ({ $site })
    }.
conflict-field = Varios valores
conflict-delete-edit = Eliminado aquí, modificado allí
conflict-dangling = Remite a algo eliminado
conflict-natural-key = Dos veces el mismo código
conflict-cycle = Están uno debajo del otro
conflict-overlap = Mandatos que se superponen
conflict-join = Unidas o cambiadas por separado
conflict-late = Llegó después del cierre
severity-warning = Advertencia
severity-note = Observación
checks-none = El plan no se contradice en nada.
done-round-open = Abierta: { $label }
done-round-close = Cerrada: { $label }
round-stands = { $label }: { $answered } de { $due } respondidas.
round-stood = { $label }: { $answered } de { $due } respondidas al cerrarse, { $date }.
done-carry-forward = { $count ->
        [one] { $count } actividad traspasada.
       *[other] { $count } actividades traspasadas.
    } { $known ->
        [0] {""}
       *[other] Ya estaban: { $known }.
    }
head-severity = Clase
head-found = Hallado
head-dismissed = Se quiere así
head-asked = Se pregunta a
head-answer = Respuesta
head-late = Llegó tarde
head-activity = Actividad
head-left-out = Omitido
head-result = Resultado
head-waits-for = Espera
head-site = Equipo
