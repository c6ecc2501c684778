### Textos de la ventana. $mod es la tecla que acompaña a las letras: Ctrl, o la tecla comando.

app-name = Workstream Desk
said = { $text }
loading = Leyendo
unknown = Desconocido
toasts = Avisos
views = Vistas

## Lugares.

places = Lugares
place-overview = Panorama
place-workstreams = Líneas de trabajo
place-workplan = Plan de trabajo
place-joint-actions = Acciones conjuntas
place-members = Miembros
place-places = Países y regiones
place-meetings = Reuniones
place-pledges = Promesas
place-my-work = Mi trabajo
place-rounds = Rondas de actualización
place-checks = Comprobaciones
place-history = Historial

## La barra superior y los estados de la ventana.

search = Buscar, ir a, hacer
search-found = Encontrado
search-go-section = Ir a
search-records-section = Fichas
search-filter-section = En esta lista
search-do-section = Hacer
search-filter = Filtrar la lista por «{ $text }»
search-nothing = Nada coincide con «{ $text }». Busque una parte del nombre, una sigla o un país.
search-enter = abre junto a la lista
search-mod-enter = abre la página
unshared = { $count ->
        [0] Nada que compartir
       *[other] { $count } sin compartir
    }
unshared-note = Cambios hechos en este ordenador que ningún archivo ni carpeta ha recogido aún. Todos están en el historial.
practice-banner = Red de práctica: aquí todo es inventado y nada llega a la red real.
practice-leave = Salir de la red de práctica
read-only-newer = Esta red se hizo con una versión más reciente del programa. Se puede leer, no cambiar.
read-only-unwritable = No se puede escribir el archivo de esta red. Se puede leer, no cambiar; revise los permisos del archivo y de su carpeta.
no-backup = No se pudo hacer la copia de seguridad del día.

## Lo que se puede hacer.

act-undo = Deshacer
act-redo = Rehacer
act-undo-what = Deshacer: { $what }
act-redo-what = Rehacer: { $what }
act-cancel = Cancelar
act-close = Cerrar
act-close-note = Cerrar el aviso
act-close-record = Cerrar la ficha
act-keep = Guardar
act-leave = Dejar
act-more = Más
act-previous = Anterior
act-next = Siguiente
act-delete = Eliminar
act-delete-count = { $count ->
        [one] Eliminar la fila
       *[other] Eliminar { $count } filas
    }
act-bring-back = Recuperar
act-open-page = Abrir la página
act-open-record = Abrir junto a la lista
act-show-in-list = Mostrar en su lista
act-back-to-list = Volver: { $place }
act-add-link = Añadir algo a esta ficha
act-edit-field = Editar: { $field }
act-clear-field = No indicado
act-take-out = Quitar { $label }
act-try-again = Intentar de nuevo
act-go-to-it = Ir allí
act-switch-language = Cambiar a { $language }
act-fold = Plegar { $what }
act-unfold = Desplegar { $what }

undo-nothing = No hay nada que deshacer.
redo-nothing = No hay nada que rehacer.
undo-what-one = { $field }, { $label }
undo-what-many = { $field } de { $count } fichas
undo-done = Deshecho: { $what }
redo-done = Rehecho: { $what }
undo-partly = Deshecho en parte: { $what }. { $left ->
        [one] Un valor cambió después y queda como está.
       *[other] { $left } valores cambiaron después y quedan como están.
    }
redo-partly = Rehecho en parte: { $what }. { $left ->
        [one] Un valor cambió después y queda como está.
       *[other] { $left } valores cambiaron después y quedan como están.
    }
undo-this = Deshacer este cambio: { $what }
removed = { $count ->
        [one] Eliminado: { $label }
       *[other] { $count } fichas eliminadas
    }
remove-title = { $count ->
        [one] ¿Eliminar «{ $label }»?
       *[other] ¿Eliminar { $count } fichas?
    }
remove-text = { $links ->
        [one] Otra ficha remite a ella.
       *[other] { $links } fichas remiten a ella.
    } Se puede recuperar desde el historial.
remove-act = { $count ->
        [one] Eliminar la ficha
       *[other] Eliminar las fichas
    }
draft-found = { $count ->
        [one] Se conservó un texto que se estaba escribiendo cuando terminó el programa.
       *[other] Se conservaron { $count } textos que se estaban escribiendo cuando terminó el programa.
    }
block-done = { $count ->
        [one] Una celda cambiada
       *[other] { $count } celdas cambiadas
    }{ $added ->
        [0] {""}
        [one] , una fila añadida
       *[other] , { $added } filas añadidas
    }
block-partly = { $count ->
        [0] Ninguna celda cambiada
        [one] Una celda cambiada
       *[other] { $count } celdas cambiadas
    }{ $added ->
        [0] {""}
        [one] , una fila añadida
       *[other] , { $added } filas añadidas
    }{ $left ->
        [0] {""}
       *[other] , { $left } quedan como estaban
    }{ $beyond ->
        [0] {""}
        [one] , una fila más allá de la lista omitida
       *[other] , { $beyond } filas más allá de la lista omitidas
    }
beyond-title = { $count ->
        [one] Una fila más que la lista
       *[other] { $count } filas más que la lista
    }
beyond-text = El bloque sobrepasa la última fila de la lista. { $count ->
        [one] La fila que no tiene sitio puede añadirse como ficha nueva.
       *[other] Las filas que no tienen sitio pueden añadirse como fichas nuevas.
    } Todo es una sola acción, que se deshace de una vez.
beyond-add = { $count ->
        [one] Añadir la fila
       *[other] Añadir { $count } filas
    }
beyond-leave = Pegar sin ellas
left-count = { $count ->
        [one] Una celda quedó como estaba
       *[other] { $count } celdas quedaron como estaban
    }
left-title = Celdas que quedaron como estaban
left-more = Y { $count } más
left-drop = Renunciar a todo esto
cells-write = Escribir en { $count } celdas…
cells-down = Rellenar hacia abajo
cells-forth = Rellenar hasta el final de la fila
cells-clear = Vaciar { $count } celdas

## Fichas nuevas.

new-activity = Nueva actividad
new-joint-action = Nueva acción conjunta
new-meeting = Nueva reunión
new-pledge = Nueva promesa
new-organisation = Nueva organización
new-person = Nueva persona
new-document = Nuevo documento
new-group = Nueva línea de trabajo
new-place = Nuevo lugar
new-below = Nueva fila debajo
new-activity-below = Nueva actividad debajo

## La ficha junto a la lista.

record-of = { $kind }: { $label }
record-unnamed = { $kind } sin nombre
record-links = Vínculos
record-sources = Fuentes
record-history = Historial
record-deleted = Esta ficha fue eliminada. Sus valores se conservan.
panel-width = Anchura de la ficha
field-contested = Varias personas dieron valores distintos. Esperan a que se decida.
field-in-language = { $field } ({ $language })
flag-yes = Sí
flag-no = No
write-in = Idioma en que se escribe
shown-in-language = Se muestra en { $language }: no hay texto en el idioma de la ventana
locked-store = Esta red se puede leer, no cambiar.
locked-reference = Datos de referencia: cambian con una próxima edición de la publicación.
locked-deleted = Esta ficha fue eliminada. Recupérela para cambiarla.
fields-more = { $count ->
        [one] Un campo más
       *[other] { $count } campos más
    }
links-more = { $count } más
links-membership-group = Miembros
links-membership-organisation = Pertenencias
links-membership-person = Pertenencias
links-membership-on-behalf-of = Pertenencias en su nombre
links-activity-group = Actividades
links-activity-parent = Actividades que dependen de ella
links-activity-leads = Actividades que dirige
links-activity-contributors = Actividades a las que contribuye
links-activity-objectives = Actividades
links-activity-principles = Actividades
links-activity-mandate = Actividades
links-activity-depends-on = Actividades que la esperan
links-activity-products = Actividades de las que procede
links-activity-workplan = Actividades
links-group-succeeds = Sucedido por
links-group-workplan = Grupos
links-group-mandate = Grupos
links-group-place = Redes
links-organisation-parent = Organizaciones que dependen de ella
links-organisation-country = Organizaciones
links-organisation-represented-by = Coaliciones que representa
links-place-members = Regiones y comisiones
links-pledge-matches = Promesas correspondientes
links-pledge-partners = Promesas a las que se suma
links-workplan-predecessor = Seguido por
sources-more = { $count } más
source-none = Sin dirección
source-retrieved = Leído el { $date }
history-more = { $count } anteriores
add-membership-group = Añadir un miembro
add-membership-organisation = Añadir una pertenencia
add-membership-person = Añadir una pertenencia
add-activity-group = Añadir una actividad
add-activity-parent = Añadir una actividad debajo
add-joint-action = Añadir una acción conjunta
add-meeting = Añadir una reunión
add-pledge = Añadir una promesa
add-pledge-matches = Añadir una promesa correspondiente
add-person = Añadir una persona
add-milestone = Añadir un hito
add-funding = Añadir una línea de financiación
add-result = Añadir un resultado
add-country-facts = Añadir un perfil de país
add-national-plan = Añadir un plan nacional de aplicación
add-agenda-item = Añadir un punto del orden del día
add-attendance = Añadir un asistente
add-note = Añadir una nota
add-decision = Añadir una decisión
add-action-point = Añadir una medida acordada

## Lo que ocupa el lugar de un valor desconocido.

empty-value = No indicado
empty-type-text = Añadir
empty-title = Añadir un título
empty-name = Añadir un nombre
empty-type-plain = No indicado
empty-type-code = No indicado
empty-type-vague = No indicado
empty-type-date = Desconocido
empty-type-moment = Sin fijar
empty-type-integer = Desconocido
empty-type-money = No indicado
empty-type-reference = Desconocido
empty-type-references = Ninguno indicado
empty-type-words = Ninguno
empty-leads = Desconocido
empty-contributors = Desconocido
empty-number = Sin número publicado
empty-purpose = Sin publicar
empty-depends-on = Nada
empty-products = Ninguno
empty-progress-note = Añadir una nota de avance
empty-next-step = Añadir un próximo paso
empty-notes = Añadir notas
empty-represented-by = Desconocido

## Escribir: tiempos, fechas, opciones.

vague-span = { $from } a { $to }
vague-from = Desde el { $from }
vague-until = Hasta el { $to }
vague-not-read = No se entiende como tiempo
vague-stays = El texto queda tal como se escribió.
hint-type-vague = T1–T2 2023
hint-type-date = 2023-05-24, 2023-05 o 2023
hint-type-moment = 2023-05-24 14:00
hint-type-words = Palabras separadas por comas
pick-one = Escriba un nombre
pick-several = Añadir por el nombre
pick-nothing = Nada coincide con «{ $text }»
pick-new = { $what }: { $name }
picked = Elegido para { $field }
role-of = Papel de { $label }
role-none = sin papel

## Listas.

filter = Filtro
filter-fields = Campos del filtro
filter-text = Contiene
filter-none = Nada conocido
filter-is-any = { $field }: { $values }
filter-is-none = { $field }: nada conocido
filter-is-text = { $field } contiene «{ $text }»
filter-remove = Quitar el filtro { $filter }
filter-clear = Quitar el filtro
group = Agrupar
group-by-nothing = Sin grupos
group-is = Agrupado: { $field }
group-none = Sin
group-none-group = Sin línea de trabajo
group-none-status = Sin estado
group-none-category = Sin categoría
group-none-workplan = Sin plan de trabajo
view = Vista
view-is = Vista: { $name }
view-is-changed = Vista: { $name } (cambiada)
view-plain = La lista tal cual
view-new = Guardar como vista nueva…
view-new-title = Guardar lo que se muestra como vista
view-new-text = Se guardan el filtro, el orden, los grupos, las columnas y la manera de mostrar. Las vistas viajan a los demás como las fichas.
view-name = Nombre de la vista
view-update = Guardar los cambios en «{ $name }»
view-rename = Cambiar el nombre de «{ $name }»
view-remove = Borrar «{ $name }»
view-first = Empezar con esta vista en este portátil
view-first-not = No empezar más con esta vista
view-saved = Vista guardada: { $name }
view-renamed = Nombre de la vista cambiado: { $name }
view-removed = Vista borrada: { $name }
view-left = Una parte de esta vista no se conoce aquí. Se omite y sigue en la vista: { $parts }.
view-left-where = el filtro { $text }
view-left-sort = el orden por { $text }
view-left-group = los grupos por { $text }
view-left-columns = la columna { $text }
view-left-view = la manera de mostrar «{ $text }»
view-left-all = todo
columns = Columnas
column-hide = Ocultar la columna
column-freeze = Inmovilizar hasta esta columna
column-thaw = No inmovilizar ninguna columna
column-standing = Fiabilidad
column-activity-title = Actividad
column-activity-objectives = Obj.
column-comments = Com.
column-objectives = Obj.
column-order-label = N.º
column-group = Línea de trabajo
field-activity-group = Línea de trabajo
column-groups = Líneas de trabajo
column-places = Países
column-state = Estado
column-place-name = Nombre
column-place-code = M49
column-place-type = Tipo
column-iso2 = ISO 2
column-iso3 = ISO
column-plan-state = Plan
column-empty-type-vague = No indicado
column-empty-type-reference = –
column-empty-type-references = –
column-empty-type-words = –
column-empty-type-text = –
column-empty-type-plain = –
column-empty-leads = Desconocido
column-empty-co-leads = Desconocido
column-empty-members = –
column-empty-contributors = Desconocido
column-empty-title = Sin título
column-empty-name = Sin nombre
column-number = N.º
column-group-name = Línea de trabajo
column-workstream = Línea de trabajo
column-activities = Act.
column-status = Estado
column-ended = Vencidas
column-due = { $days } días
column-co-leads = Colíderes
column-members = Miembros
column-place-members = Países y zonas
sort-up = Ordenar de menor a mayor
sort-down = Ordenar de mayor a menor
sort-then-up = Ordenar después de menor a mayor
sort-then-down = Ordenar después de mayor a menor
sort-none = No ordenar
move-up = Subir
move-down = Bajar
move-nest = Poner bajo la fila anterior
move-unnest = Sacar un nivel
move-up-what = Subir: { $what }
move-down-what = Bajar: { $what }
list-empty = { $list }: aún no hay nada aquí.
list-empty-filtered = { $list }: nada coincide con el filtro { $filter }.
foot-rows = { $count ->
        [one] ficha
       *[other] fichas
    }
foot-filtered = { $count ->
        [one] ficha coincide
       *[other] fichas coinciden
    }
foot-checked = elegidas
status-count = { $count } { $status }
workplan-empty = Aún no hay actividades.
workplan-view-table = Tabla
workplan-view-timeline = Cronología
workplan-view-board = Tablero
workplan-view-calendar = Vencimientos
workplan-view-coverage = Cobertura
timeline-zoom = Escala
timeline-zoom-years = Años
timeline-zoom-quarters = Trimestres
timeline-zoom-months = Meses
timeline-quarter = T{ $quarter }
timeline-span = del { $from } al { $to }
timeline-not-stated = Sin indicar
timeline-comparing = Comparando con el plan anterior
timeline-bars = A las barras
timeline-to-bars = Ir adonde están las actividades que se ven
timeline-moved = { $title }: ahora { $time }
timeline-milestone = Hito: { $title }, { $time }
timeline-was = previsto: { $time }
timeline-slip = Desfase
timeline-slipped = { $later } más tarde, { $earlier } antes, { $otherwise } de otro modo, { $added } añadidas, { $kept } según lo previsto
timeline-undated = Sin fecha
timeline-undated-more = { $count ->
        [one] Una más; filtre para verla.
       *[other] { $count } más; filtre para verlas.
    }
timeline-compare = Comparar
timeline-compare-none = Con ningún plan anterior
timeline-compare-day = Previsto el
timeline-compare-adopted = Como se adoptó: { $workplan }
timeline-key-quarter = Al trimestre
timeline-key-year = Al año
timeline-keys = Izquierda y derecha mueven el calendario, con Mayús su final, con Alt su comienzo. Intro abre la actividad.
slip-days-later = { $count ->
        [one] 1 día más tarde
       *[other] { $count } días más tarde
    }
slip-days-earlier = { $count ->
        [one] 1 día antes
       *[other] { $count } días antes
    }
slip-months-later = { $count ->
        [one] 1 mes más tarde
       *[other] { $count } meses más tarde
    }
slip-months-earlier = { $count ->
        [one] 1 mes antes
       *[other] { $count } meses antes
    }
slip-added = añadida
slip-otherwise = de otro modo
board-lane = { $status }: { $count }
board-lanes = Grados de avance
board-move = Pasar a { $status }
board-moved = { $title }: ahora { $status }
board-keys-move = Alt + flechas
board-moves = mueven una tarjeta
board-sets = fijan su grado de avance
calendar-before = Mes anterior
calendar-after = Mes siguiente
calendar-today = Hoy
calendar-day = { $day }, { $count ->
        [0] nada vence
        [one] 1 vencimiento
       *[other] { $count } vencimientos
    }
calendar-more = { $count } más
calendar-due = Vence en { $month }
calendar-none = Nada vence en { $month }.
calendar-plan-ends = El plan llega hasta { $month }
calendar-count = { $month }: { $dated } en un día dado, { $vague } en un período más largo
calendar-milestone = Hito
calendar-milestone-reached = Hito, alcanzado
calendar-ends = Fin de una actividad; { $status }
calendar-within-month = Conocidos al mes
calendar-within-quarter = Conocidos al trimestre
calendar-within-half = Conocidos al semestre
calendar-within-year = Conocidos al año
calendar-within-open = Abiertos por un lado
coverage-of = Lo que se cubre
coverage-about = La cobertura cuenta las actividades según a qué sirven y a qué línea de trabajo pertenecen, y muestra dónde no trabaja nadie.
coverage-none-objectives = Aún no hay objetivos: llegan con lo que entrega un equipo que los tiene.
coverage-none-principles = Aún no hay principios rectores: llegan con lo que entrega un equipo que los tiene.
coverage-activities = Actividades
coverage-total = Total
coverage-elsewhere = En otros grupos
coverage-cell = { $of }, { $group }: { $count ->
        [0] ninguna actividad
        [one] 1 actividad
       *[other] { $count } actividades
    }
coverage-row = { $of }: { $count ->
        [0] ninguna actividad
        [one] 1 actividad
       *[other] { $count } actividades
    }
coverage-gap = Ninguna actividad
coverage-gaps = { $count ->
        [0] ninguno sin actividad
        [one] 1 sin ninguna actividad
       *[other] { $count } sin ninguna actividad
    }
coverage-without-objectives = { $count ->
        [one] 1 actividad no nombra ningún objetivo
       *[other] { $count } actividades no nombran ningún objetivo
    }
coverage-without-principles = { $count ->
        [one] 1 actividad no nombra ningún principio
       *[other] { $count } actividades no nombran ningún principio
    }
keys-plan = En la cronología, el tablero y los vencimientos
keys-bar-move = Mover un calendario
keys-bar-end = Estirar su final
keys-bar-start = Estirar su comienzo; mover una tarjeta
keys-bar-fold = Desplegar y plegar
keys-month = Ir a otro mes
key-sideways = ← →
key-shift-sideways = Mayús ← →
key-alt-sideways = Alt ← →
key-plus = +
key-minus = −
key-page-up = Re Pág
key-page-down = Av Pág
workstreams-empty = Aún no hay líneas de trabajo.
joint-actions-empty = Aún no hay acciones conjuntas. La red publicada no tiene ninguna; añada las que conozca.
pledges-empty = Aún no hay promesas. La red publicada no tiene ninguna; añada las que conozca.
meetings-empty = Aún no hay reuniones.
organisations-empty = Aún no hay organizaciones.
people-empty = Aún no hay personas. Ninguna lista pública da nombres; añada a quienes trabajan con usted.
places-empty = Aún no hay países.

## La cuadrícula misma.

grid-yes = Sí
grid-no = No
grid-keep = Guardar
grid-keep-all = Conservar en todas las celdas seleccionadas
grid-leave = Dejar
grid-retry = Intentar de nuevo
grid-failed = No se pudo volver a leer la lista. Lo que se muestra puede ser antiguo.
grid-arrived = Llegado de otro lugar
grid-check-all = Elegir todas las filas
grid-check-row = Seleccionar esta fila
grid-fold = Plegar
grid-unfold = Desplegar
grid-locked = Esta celda no se puede cambiar.
grid-read-only = Aquí no se puede cambiar nada.
grid-not-stored = Esto no se guardó. Lo que ya estaba guardado sigue intacto.
grid-not-understood = No se entiende como tiempo
grid-text-stays = El texto queda tal como se escribió.
grid-no-choice = «{ $text }» no está en la lista.
grid-no-match = Nada coincide con «{ $text }».
grid-one-only = Aquí solo cabe uno.
grid-not-date = «{ $text }» no es una fecha. Escriba un día, un mes o un año: 2023-05-24, 2023-05 o 2023.
grid-not-integer = «{ $text }» no es un número entero.
grid-not-money = «{ $text }» no es un importe. Escríbalo así: 1250000 USD.
grid-below = El mínimo es { $least }.
grid-above = El máximo es { $most }.
grid-month-before = Mes anterior
grid-month-after = Mes siguiente
grid-move-sorted = Las filas se pueden mover cuando la lista no está ordenada por una columna.
grid-selected = { $rows ->
        [one] Una fila
       *[other] { $rows } filas
    } × { $columns ->
        [one] una columna
       *[other] { $columns } columnas
    }: selección
grid-new-row = Fila nueva { $number }
grid-none-left = Ninguna celda quedó como estaba.
grid-sort-rank = número { $rank } del orden
grid-not-copied = No se pudo copiar. No se cambió nada.

## Panorama.

fig-activities = { $count ->
        [one] actividad
       *[other] actividades
    }
fig-no-status = estado desconocido
fig-unsure = terminadas, estado desconocido
fig-ended = vencidas
fig-due = terminan en { $days } días
fig-co-leads = tienen colíder
fig-named = nombres publicados
no-activities = Ninguna actividad publicada
overview-aside = Lo que conviene mirar
overview-todo = Lo que aún no se sabe
overview-due = Terminan en
overview-horizon = Días por delante
overview-due-none = Nada termina en { $days } días.
overview-ended = Vencidas, sin terminar
overview-meetings = Próximas reuniones
overview-meetings-none = No hay ninguna reunión prevista.
overview-changes = Últimos cambios
overview-empty = Aún no hay ninguna línea de trabajo.
days-short = { " " }d
todo-no-co-lead = { $count ->
        [one] Una línea de trabajo sin colíder conocido
       *[other] { $count } líneas de trabajo sin colíder conocido
    }
todo-no-co-lead-act = Añadir
todo-no-status = { $count ->
        [one] Una actividad sin estado conocido
       *[other] { $count } actividades sin estado conocido
    }
todo-no-status-act = Indicar
todo-no-name = { $count ->
        [one] Una línea de trabajo sin nombre publicado
       *[other] { $count } líneas de trabajo sin nombre publicado
    }
todo-no-name-act = Nombrar
todo-no-number = { $count ->
        [one] Una línea de trabajo sin número publicado
       *[other] { $count } líneas de trabajo sin número publicado
    }
todo-no-number-act = Mostrar

## Páginas.

page-facts = Datos
section-all = Mostrar todo
section-more = { $count } más
section-activities = Actividades
section-activities-empty = Ninguna actividad publicada
section-activities-add = Añadir una actividad
section-products = Productos
section-joint-actions = Acciones conjuntas
section-joint-actions-empty = Ninguna registrada
section-joint-actions-add = Añadir una acción conjunta
section-meetings = Reuniones
section-meetings-empty = Ninguna registrada
section-meetings-add = Añadir una reunión
section-pledges = Promesas
section-pledges-empty = Ninguna registrada
section-pledges-add = Añadir una promesa
section-co-leads = Colíderes
section-co-leads-empty = Ningún colíder registrado
section-co-leads-add = Añadir un colíder
section-members = Miembros
section-members-empty = Ningún miembro registrado
section-members-add = Añadir un miembro
section-succeeded-by = Sucedido por
section-memberships = Líneas de trabajo y grupos
section-memberships-empty = En ningún grupo, que se sepa
section-memberships-add = Añadir a un grupo
section-leads = Actividades que dirige
section-leads-empty = Ninguna registrada
section-contributes = Actividades a las que contribuye
section-people = Personas
section-people-empty = Nadie registrado
section-people-add = Añadir una persona
section-represents = Coaliciones que representa
section-national-plans = Planes nacionales de aplicación
section-national-plans-empty = Ninguno registrado
section-national-plans-add = Añadir un plan nacional de aplicación
section-organisations = Organizaciones
section-networks = Redes
section-reviews = Exámenes
section-commissions = Comisiones regionales
section-commissions-empty = En ninguna comisión, que se sepa
section-regions = Regiones
section-country-facts = Red, país campeón y plan
section-country-facts-empty = Nada registrado sobre una red, un país campeón o un plan
section-country-facts-add = Añadir un perfil de país
section-attendance = Asistencia
section-attendance-empty = Nadie registrado
section-attendance-add = Añadir un asistente
section-agenda = Orden del día
section-agenda-empty = Aún no hay puntos
agenda-add = Añadir un punto al orden del día
agenda-what = Tipo de entrada bajo { $item }
agenda-write = { $kind } bajo { $item }
agenda-write-note = Escribir una nota
agenda-write-decision = Escribir una decisión
agenda-write-action-point = Escribir una medida acordada
minutes = { $count } min
workstreams-current = Líneas de trabajo
workstreams-others = Otros grupos
members-view-matrix = Matriz
members-view-organisations = Organizaciones
members-view-people = Personas
places-places = Países y zonas
places-regions = Regiones y comisiones

## La matriz de miembros.

members-matrix = Organizaciones por línea de trabajo
matrix-before = Mostrar los grupos anteriores
matrix-set = dan un papel
matrix-clear = lo quita
matrix-total = Total
matrix-members = Con un papel
matrix-was = Papel en el grupo anterior
matrix-unknown = Desconocido
matrix-cell = { $organisation }, { $group }: { $role }
matrix-cell-was = { $organisation }, { $group }: { $role } en el grupo anterior
matrix-empty = Aún no hay organizaciones.

## Historial.

history-empty = Aún no ha cambiado nada.
history-further = Más atrás
history-undone = Deshecho
history-filters = Filtrar
history-by-person = Por quién
history-by-record = Ficha
history-by-kind = Tipo de ficha
history-by-origin = Cómo se produjo
history-any = Cualquiera
history-from = Desde
history-to = Hasta
history-widen = Mostrar todo
history-empty-filtered = Ningún cambio es así.
history-view-changes = Cambios
history-view-compare = Comparar dos días
history-restore-before = Como antes
history-restore-after = Como entonces
history-restore-what = Volver a poner { $field } de { $label } en { $value }
history-take-out = Quitar { $value } de { $field }, { $label }
history-put-in = Poner { $value } en { $field }, { $label }
history-restored = Restaurado: { $field }, { $label }
history-restored-same = Ya está así: { $field }, { $label }
history-bring-back = Recuperar
history-bring-back-what = Recuperar { $label }
history-brought-back = Recuperada: { $label }
history-kept-built = Se dejó como está: { $field }, { $label }. { $person } se basó en ello, { $time }.
history-kept-contested = Se dejó como está: { $field }, { $label }. Está en conflicto con { $person }, { $time }: resuélvalo primero.
history-kept-closed = Se dejó como está: { $field }, { $label }. { $person } lo cerró después, { $time }.
history-kept-erased = Se dejó como está: { $field }, { $label }. Lo que se borró no se puede recuperar.
history-somebody = Alguien
compare-from = Lo que se sabía el
compare-to = y lo que se sabía el
comparing = Comparación de los dos días
compare-go = Comparar
compare-hint = Elija dos días para ver qué se añadió, se quitó y se cambió entre ellos.
compare-same = Nada difiere entre estos días.
compare-whole = Toda la red
compare-records = Fichas: { NUMBER($added) } añadidas, { NUMBER($removed) } quitadas, { NUMBER($changed) } cambiadas
compare-further = Mostrar más
known-on = Tal como se conocía el
known-go = Ver
known-banner = Tal como se conocía el { $date } – solo lectura.
known-back = Volver al presente
change-nothing = nada
change-publication = Se incorporó la red publicada
change-added = Adición: { $kind }
change-deleted = Eliminación: { $kind }
change-brought-back = Recuperación: { $kind }
change-set = { $field }: { $new }
change-cleared = { $field }: vaciado; era { $old }
change-with-role = { $label } ({ $role })
change-changed = { $field }: { $old } pasó a ser { $new }
change-undone = { $change } (deshecho)
changes-count = { $count ->
        [one] 1 cambio
       *[other] { $count } cambios
    }
changes-more = { $count } más

## Primer arranque y quién es uno.

first-title = Empezar
first-text = Todo queda en este ordenador. No hay cuenta ni servidor.
first-published = La red publicada
first-published-note = Las líneas de trabajo, actividades, organizaciones y países tal como se publicaron, cada uno con su fuente.
first-empty = Una red vacía
first-empty-note = Solo los objetivos, los principios y los países. Usted introduce lo demás.
first-practise = Practicar
first-practise-note = Una red inventada para probar. Un aviso lo recuerda en todo momento.
first-making = Creando la red
who-title = ¿Quién es usted?
who-text = Sus cambios llevan su nombre, para que los demás sepan a quién preguntar.
who-name = Nombre
who-organisation = Organización
who-part = Su papel en la Red
who-secretariat = Secretaría
who-co-lead = Colíder de una línea de trabajo
who-member = Miembro
who-observer = Observador
who-co-lead-of = Colíder de
who-later = Más tarde
who-keep = Abrir la red
who-nobody = Sin nombre

## Ajustes.

settings = Ajustes
settings-language = Idioma
settings-keep = Guardar
settings-single-keys = Letras y cifras sueltas actúan en las listas
settings-single-keys-note = De 0 a 6 dan un estado; L, M y O dan un papel en la matriz.
this-laptop = Este ordenador: { $site }

## El mapa del teclado.

keys = Teclado
keys-everywhere = En todas partes
keys-list = En las listas y la matriz
keys-record = En la ficha
keys-search = Buscar, ir a, hacer
keys-places = Ir a un lugar
keys-back-forward = Atrás y adelante
keys-regions = Parte siguiente de la ventana
keys-escape = Dejar la edición; después, cerrar la ficha
keys-arrows = Ir de celda en celda
keys-edit = Editar la celda
keys-typing = Escribir encima de la celda
keys-tab = Guardar e ir a la celda siguiente
keys-new = Nueva fila debajo
keys-filter = Filtrar la lista
keys-copy-paste = Copiar y pegar celdas
keys-fill = Rellenar hacia abajo, hasta el final de la fila
keys-keep-all = Conservar lo escrito en todas las celdas seleccionadas
keys-select = Seleccionar la fila, la columna, todo
keys-left = Siguiente celda que quedó como estaba
keys-delete = Vaciar las celdas
keys-move-row = Subir o bajar la fila
keys-nest = Poner bajo la fila anterior
keys-head-move = En un encabezado: mover la columna
keys-head-wider = En un encabezado: estrechar o ensanchar la columna
keys-head-sort = En un encabezado: ordenar por él, o también por él
keys-status = Dar un estado
keys-roles = Dar un papel en la matriz
keys-keep = Guardar lo escrito
keys-line = Empezar una línea
keys-leave = Abandonar lo escrito

key-search = { $mod } K
key-undo = { $mod } Z
key-redo = { $mod } Mayús Z
key-places = { $mod } 1–9
key-back = Alt ←
key-forward = Alt →
key-help = ?
key-regions = F6
key-escape = Esc
key-enter = Intro
key-mod-enter = { $mod } Intro
key-shift-enter = Mayús Intro
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
key-select-row = Mayús Espacio
key-select-column = { $mod } Espacio
key-select-all = { $mod } A
key-left = F8
key-delete = Supr
key-move-row = Alt ↑ ↓
key-nest = Alt Mayús →
key-head-move = Alt ← →
key-head-wider = Alt Mayús ← →
key-head-sort = Intro
key-head-sort-more = Mayús Intro
key-unnest = Alt Mayús ←
key-move-up = Alt ↑
key-move-down = Alt ↓
key-digits = 0–6
key-roles = L M O
key-add-row = { $mod } +
key-remove-row = { $mod } -

## Errores sin mensaje propio, y qué hacer con los que lo tienen.

error-kind-refused = Esto fue rechazado ({ $code }). Nada cambió.
error-kind-usage = Esto no se entendió ({ $code }). Nada cambió.
error-kind-failed = Esto no se pudo hacer ({ $code }). Lo que ya estaba guardado sigue intacto.
error-kind-defect = El programa encontró un fallo propio ({ $code }). Lo que ya estaba guardado sigue intacto.
hint-kind-refused = Mire el valor e intente de nuevo.
hint-kind-usage = Mire el valor e intente de nuevo.
hint-kind-failed = Intente de nuevo. Si sigue así, mire si el disco está lleno.
hint-kind-defect = Intente de nuevo. Si vuelve a ocurrir, comuníquelo con lo que estaba haciendo. { $detail }
hint-bad-date = Escriba un día, un mes o un año: 2023-05-24, 2023-05 o 2023.
hint-bad-time = Escriba un día, o un día y una hora: 2023-05-24 14:00.
hint-bad-number = Escriba un número en cifras, por ejemplo 20.
hint-key-not-found = Elíjalo en la lista, o añádalo antes.
hint-ambiguous-key = Elíjalo en la lista.
hint-deleted-record = Se puede recuperar desde su ficha o desde el historial.
hint-closed-record = Póngale otro estado para abrirlo de nuevo; queda registrado.
hint-read-only-kind = Cambia con una próxima edición de la publicación.
hint-missing-field = Dé un valor e intente de nuevo.
hint-cycle = Elija otro, o ninguno.
hint-built-on = Vuelva a dar el valor si debe quedar como antes.
hint-in-conflict = Decida primero entre los valores.
hint-closed = Ábralo de nuevo primero.
hint-erased = Nada lo recupera y ningún equipo lo guarda.
hint-erased-person = Introduzca como persona nueva a quien acepte que se le contacte de nuevo.
hint-wrong-seen = Mire el valor vigente y escriba de nuevo.
hint-nothing-to-undo = Lo que otros cambiaron no se deshace aquí: vuelva a dar el valor.
hint-nothing-to-redo = Un cambio hecho después de deshacer acaba con lo que se podía rehacer.
hint-disk-full = Haga sitio en el disco y repítalo.
hint-store-busy = Intente de nuevo cuando el otro programa haya terminado.
hint-store-damaged = Conserve el archivo, y vuelva a una copia de seguridad si la hay.
hint-store-unwritable = Compruebe los permisos del archivo y de su carpeta.
hint-store-too-new = Instale la versión más reciente en este ordenador.

## Intercambio.

place-exchange = Intercambio
to-settle = { $count } por resolver
exchange-own = Sin compartir
exchange-in = Recibido
exchange-settle = Por resolver
exchange-duplicates = Duplicados
exchange-backups = Copias de seguridad
act-take-in = Incorporar
act-give = Dar a alguien
act-exchange-now = Intercambiar ahora
act-choose-folder = Elegir una carpeta
act-leave-folder = No usarla más
act-dismiss = No esperar más
act-set-back = Volver atrás
act-settle = Resolver
act-stop = Detener
act-take = Incorporar
act-unlock = Abrir
own-lead = { $count ->
        [0] Todo lo escrito en este equipo lo tiene también otra persona.
        [one] Un paso ({ $changes ->
                [one] { $changes } cambio
               *[other] { $changes } cambios
            }) está solo en este equipo.
       *[other] { $count } pasos ({ $changes } cambios) están solo en este equipo.
    }
own-latest = Se muestran los últimos { $count }. El historial los muestra todos.
own-folder = «{ $folder }» los tomará en el próximo intercambio.
own-drafts = En redacción, se guarda aquí hasta terminar
own-empty = No hay nada aquí que los demás no tengan.
folder = Carpeta compartida
folder-none = Una carpeta que un servicio de archivos mantiene igual en varios equipos: los cambios van y vienen solos.
folder-last = último intercambio: { $time }
folder-never = aún sin intercambio
folder-passphrase = Contraseña, si lo que hay allí debe cifrarse
folder-encrypted = cifrada
folder-locked = Lo que hay allí está cifrado. La contraseña no se guarda en ningún sitio; se pide cada vez que se inicia el programa.
folder-wrong-passphrase = Parte de lo que hay en la carpeta está cifrada con otra contraseña. Quedó allí; no se perdió nada.
folder-unreachable = No se puede acceder a la carpeta compartida. No se perdió nada; se intentará más tarde.
waits = Espera cambios que no han llegado
waits-for = { $count ->
        [one] { $count } parte espera cambios de { $person }.
       *[other] { $count } partes esperan cambios de { $person }.
    }
laptops = Equipos
laptops-whose = De quién
laptops-machine = Máquina
laptops-last = Último cambio
laptops-heard = Último archivo recibido
laptops-this = este
laptops-none = No se conoce ningún otro equipo.
laptops-branch = Escrito en dos máquinas con un solo nombre; ambas siguen por separado.
laptops-clock = { $hours ->
        [0] Su reloj va adelantado.
        [one] Su reloj va { $hours } hora adelantado.
       *[other] Su reloj va { $hours } horas adelantado.
    }
merges = Incorporado
merges-none = Aún no se ha incorporado nada. Suelte un archivo en la ventana o elija «Incorporar».
set-back-title = ¿Volver atrás esta fusión?
set-back-text = Lo que trajo «{ $source }» dejará de tener efecto en este equipo. Queda aparte y vuelve con un archivo posterior.
set-back-act = Volver atrás
set-back-done = { $count ->
        [one] { $count } cambio ya no tiene efecto.
       *[other] { $count } cambios ya no tienen efecto.
    }
take-in-title = Lo que traen estos archivos
take-in-reading = Leyendo
drop-files = { $count ->
        [one] Suelte para mirar { $count } archivo
       *[other] Suelte para mirar { $count } archivos
    }
take-in-lead = { $count ->
        [0] Nada que no esté ya aquí.
        [one] { $count } cambio que aún no está aquí.
       *[other] { $count } cambios que aún no están aquí.
    } { $conflicts ->
        [0] { "" }
        [one] { $conflicts } asunto quedará por resolver.
       *[other] { $conflicts } asuntos quedarán por resolver.
    } Aún no ha cambiado nada.
take-in-deletes = Se eliminarían { $count } fichas. Mírelo dos veces.
take-in-from = de { $person }, { $time }
take-in-kind = Qué
take-in-added = Nuevo
take-in-changed = Cambiado
take-in-deleted = Eliminado
take-in-waits = Espera cambios de { $person }.
passphrase = Contraseña
taken-in = { $count ->
        [0] No llegó nada nuevo.
        [one] Llegó { $count } cambio.
       *[other] Llegaron { $count } cambios.
    }
taken-in-conflicts = { $count ->
        [one] Llegó { $count } cambio
       *[other] Llegaron { $count } cambios
    }, { $conflicts ->
        [one] { $conflicts } asunto queda por resolver.
       *[other] { $conflicts } asuntos quedan por resolver.
    }
exchanged = { $count ->
        [0] No llegó nada nuevo
        [one] Llegó { $count } cambio
       *[other] Llegaron { $count } cambios
    }, { $left ->
        [0] no se dejó nada para los demás.
        [one] se dejó { $left } parte para los demás.
       *[other] se dejaron { $left } partes para los demás.
    }
given = { $count ->
        [one] { $file } contiene { $count } cambio.
       *[other] { $file } contiene { $count } cambios.
    }
give-title = Dar a alguien
give-who = Para quién
give-all = Cualquiera: todo
give-lacks = { $person }: lo que le faltaba en su último archivo
give-contacts = Con datos de contacto
give-contacts-note = Correos electrónicos y teléfonos de las personas; lo que se dio no puede recuperarse.
give-passphrase = Contraseña, si el archivo debe cifrarse
give-save = Guardar el archivo
backups-lead = Se hace una copia de toda la red una vez al día, antes de incorporar algo y antes de que una versión nueva cambie el archivo. Las más antiguas se van espaciando.
backups-none = Aún no hay ninguna copia de seguridad.
backups-when = Hecha
backups-why = Por qué
backups-size = Tamaño
backups-holds = Cambios que contiene
backups-unreadable = ya no se puede leer
backups-bytes = { $count ->
       *[other] { $count } kB
    }
act-recover = Volver a ella
recover-what = Volver a la copia de { $time }
recover-title = ¿Volver a esta copia de seguridad?
recover-text = La red vuelve a ser lo que era: { $time }. Lo escrito desde entonces no está en ella; el archivo actual se guarda al lado con otro nombre. Este equipo sigue como uno nuevo, para que nada de lo que compartió antes se tome por otra cosa.
recover-act = Volver a la copia
recovering = Volviendo a la copia
recovered = { $count ->
        [one] La red contiene de nuevo { $count } cambio.
       *[other] La red contiene de nuevo { $count } cambios.
    } El archivo anterior se llama { $kept }.

grid-contested = Varias personas dieron valores distintos

## Por resolver.

differs-field = { $field }: valores distintos
differs-delete-edit = eliminado aquí, modificado allí
differs-dangling = { $field } remite a algo eliminado
differs-natural-key = { $field } por duplicado
differs-cycle = colocados uno debajo del otro
differs-overlap = mandatos que se superponen
differs-join = unidas o cambiadas por separado
differs-late = llegó después del cierre
settle-filter = Mostrar lo relativo a: { $what }
settle-filter-all = Todo
settle-batch = Todo de una vez
settle-all-mine = Todo lo mío
settle-all-theirs = Todo lo de los demás
settle-all-latest = Todo lo más reciente
settle-all-text = Hay { $count } asuntos por resolver. Los que no puedan resolverse así quedan. Puede deshacerse.
settle-all-act = Resolver
settle-base = Antes: { $value }
settle-base-none = Antes no había nada.
settle-ways = Modos de resolver
settle-mine = Conservar lo mío
settle-theirs = Conservar lo suyo
settle-side = Conservar el número { $n }
settle-both = Conservar ambos
settle-own = Otro valor
settle-keep-own = Conservar esto
settle-keep = Conservar
settle-drop = Eliminar
settle-bring-back = Recuperar
settle-unlink = Quitar el vínculo
settle-both-stay = Ambos quedan
settle-clear-code = Borrarlo aquí
settle-to-top = { $label } arriba
settle-drop-term = Eliminar este mandato
settle-stay-joined = Dejar unidas
settle-take-apart = Separar
settle-adopt = Aceptarlo
settle-leave = Dejarlo como se cerró
settle-closed-with = Al cerrarse: { $value }
settle-note = Lo que no se conserva queda en el historial.
settle-empty = No hay nada por resolver. Lo escrito por separado se reunió solo.
settle-duplicates = Posibles duplicados
duplicates-label = { $kind }: quizá sea la misma ficha
duplicates-why = Porque: { $reasons }
duplicates-empty = No hay dos fichas que parezcan una sola.
duplicates-field = Campo
duplicates-pick = { $field }: cuál queda
duplicates-both = Ambos
duplicates-equal = igual
duplicates-differs = distinto
duplicates-note = Pasan a ser una sola ficha; lo que remite a una u otra remite a ella. Las otras formas del nombre quedan como alias. Se pueden separar de nuevo.
act-join = Unirlas
act-not-same = No son la misma
joined-done = Unido: { $label }
not-same-done = { $a } y { $b } ya no se proponen en este equipo.
record-joined = Unida con
act-unjoin = Separar
unjoin-what = Separar { $label }
unjoined = Separado: { $label }
settled = Resuelto: { $label }
settled-all = { $count ->
        [one] { $count } asunto resuelto
       *[other] { $count } asuntos resueltos
    }, { $left ->
        [0] no queda ninguno.
       *[other] quedan { $left }.
    }
side-mine = Lo mío
side-theirs = Lo suyo
side-shown = se muestra
side-deleted = Eliminado
side-live = Conservado
side-top = arriba
side-edited = { $field }: { $value }
diff-struck = Tachado arriba
diff-underlined = Subrayado arriba
hint-not-a-pack = Pida al remitente un archivo hecho con «Dar a alguien».
hint-truncated = Puede que aún esté en camino: inténtelo más tarde.
hint-damaged = Pida el archivo de nuevo.
hint-bad-signature = Pida el archivo de nuevo al remitente, por otra vía.
hint-wrong-network = Solo intercambian equipos de una misma red.
hint-wrong-passphrase = Introduzca la contraseña abajo.
hint-too-new = Instale la versión más nueva; el archivo puede esperar.
hint-too-large = Pida un archivo más pequeño.
hint-nothing-to-set-back = La copia de seguridad hecha antes contiene el estado de entonces.
hint-not-two-sided = Elija por el número que figura junto al valor.
hint-unknown-conflict = Puede que ya esté resuelto.

## El plan que se comprueba a sí mismo.

checks-sub = Lo que se contradice en el plan de trabajo
checks-open = Por mirar
checks-dismissed = Se quiere así
checks-how-sure = Certeza
checks-record = De
checks-found = Hallazgo
checks-meant = Se quiere así
checks-none-open = Nada por mirar: el plan no se contradice en nada.
checks-none-dismissed = De nada se dijo que se quiere así.
checks-reason = { $person }: { $reason }
checks-dismiss = Se quiere así
checks-dismiss-what = Se quiere así: { $label }
checks-dismiss-all = Todo se quiere así
checks-dismiss-chosen = Se quiere así ({ $count })
checks-choose = Seleccionar: { $label }
checks-dismiss-title = Decir que se quiere así
checks-why = Por qué
checks-take-back = Mirar de nuevo
checks-more = { $count } más
check-dismissed = { $count ->
        [one] Se quiere así: { $label }
       *[other] { $count } se quieren así
    }
check-again = Por mirar de nuevo: { $label }
severity-warning = Seguro
severity-note = Posible
found-no-lead = { $count ->
        [one] { $count } actividad no tiene responsable
       *[other] { $count } actividades no tienen responsable
    }
found-lead-not-member = { $count ->
        [one] { $count } responsable no es miembro de la línea de trabajo de su actividad
       *[other] { $count } responsables no son miembros de la línea de trabajo de su actividad
    }
found-end-before-start = { $count ->
        [one] { $count } período termina antes de empezar
       *[other] { $count } períodos terminan antes de empezar
    }
found-in-progress-after-end = { $count ->
        [one] { $count } actividad está en curso después de su fin
       *[other] { $count } actividades están en curso después de su fin
    }
found-yet-to-start-after-start = { $count ->
        [one] { $count } actividad no ha empezado y su inicio ya pasó
       *[other] { $count } actividades no han empezado y su inicio ya pasó
    }
found-completed-without-product = { $count ->
        [one] { $count } actividad está completada y no se nombra ningún producto
       *[other] { $count } actividades están completadas y no se nombra ningún producto
    }
found-parent-ends-before-child = { $count ->
        [one] { $count } actividad continúa después de aquella de la que forma parte
       *[other] { $count } actividades continúan después de aquella de la que forman parte
    }
found-depends-on-later = { $count ->
        [one] { $count } actividad depende de otra que termina más tarde
       *[other] { $count } actividades dependen de otra que termina más tarde
    }
found-same-title = { $count ->
        [one] { $count } actividad tiene un título que también usa otra línea de trabajo
       *[other] { $count } actividades tienen un título que también usa otra línea de trabajo
    }
found-closed-group = { $count ->
        [one] { $count } actividad está en una línea de trabajo que ha terminado
       *[other] { $count } actividades están en una línea de trabajo que ha terminado
    }
finding-lead-not-member = { $severity ->
        [note] { $other }, miembro en otro período
       *[warning] { $other }
    }
finding-end-before-start = Termina el { $day }
finding-in-progress-after-end = { $severity ->
        [note] Quizá terminada ({ $day })
       *[warning] Terminó el { $day }
    }
finding-yet-to-start-after-start = { $severity ->
        [note] Quizá debía haber empezado (desde el { $day })
       *[warning] Debía empezar el { $day } o poco después
    }
finding-parent-ends-before-child = { $severity ->
        [note] «{ $other }», quizá terminada ({ $day })
       *[warning] «{ $other }», terminada el { $day }
    }
finding-depends-on-later = { $severity ->
        [note] «{ $other }», quizá termine más tarde ({ $day })
       *[warning] «{ $other }», que termina el { $day }
    }
finding-closed-group = { $severity ->
        [note] No se sabe en qué punto está
       *[warning] No está completada
    }

## Rondas de actualización.

round-open = Abrir una ronda
round-open-act = Abrir
round-opened = Abierta: { $label }
round-turned = Se cerraría antes de abrirse.
rounds-none = Aún no se ha abierto ninguna ronda de actualización.
round-is-open = Abierta
round-is-closed = Cerrada
round-until = hasta el { $date }
round-stands = { $answered } de { $due } respondidas
round-stood = { $answered } de { $due } respondidas al cerrarse, { $date }
round-shown = Qué actividades
round-part-mine = Mías
round-part-missing = Sin respuesta
round-part-all = Todas
round-none-mine = Nada de esta ronda es suyo.
round-none-missing = Todo está respondido.
round-none-all = El plan de trabajo no tiene actividades por las que preguntar.
round-activity = Actividad
round-asked = Se pregunta a
round-asked-nobody = Nadie: no se nombra a ningún responsable
round-answers = Respuesta
round-no-answer = Aún no
round-next = Después: { $text }
round-answer = Responder
round-answer-what = Responder por { $label }
round-answer-title = ¿En qué punto está?
round-answer-note = La actividad dirá lo mismo.
round-for = En nombre de
round-answered = Respondida: { $label }
round-late = Llegó después del cierre
round-leave = Dejarla fuera
round-adopted = Aceptada
round-left = Queda como se cerró
round-close = Cerrar
round-close-title = ¿Cerrar { $label }?
round-close-text = { $count ->
        [0] Todo está respondido.
        [one] { $count } actividad no está respondida.
       *[other] { $count } actividades no están respondidas.
    } Lo respondido queda como está; lo que llegue después se indica.
round-closed = Cerrada: { $label }
round-reopen = Abrir de nuevo
round-reopened = Abierta de nuevo: { $label }
round-remind = Texto de recordatorio
round-reminder-text = Para pegar en un correo
round-reminder-copy = Copiar
round-reminder-copied = Copiado

## Mi trabajo.

work-who = Quién soy
work-whose = De quién
work-whose-all = Mío y de mi organización
work-whose-own = Solo mío
work-nobody = Mi trabajo lista aquello de lo que usted o su organización son responsables, en lo que contribuyen y lo que deben actualizar. Para eso hay que decir quién es; no hace falta ninguna cuenta.
work-say-who = Decir quién soy
work-nothing = Usted y su organización aún no son responsables de nada ni contribuyen a nada.
work-update = Por actualizar
work-overdue = Atrasado
work-lead = Responsable
work-contributor = Contribución
work-done = Terminado
work-points = Puntos de acción
work-answer = Responder

## Comentarios.

record-comments = Comentarios
comment-new = Comentario
comment-say = Publicar
comment-answer = Responder
comment-resolve = Resolver
comment-resolved = Resuelto
comment-reopen = Sin resolver

## Traspasar.

act-next-workplan = Plan de trabajo siguiente
act-carry = Traspasar actividades
carry-title = Traspasar desde { $label }
carry-into = A
carry-which = Lo que continúa: { $count }
carry-all = Todas
carry-none = No queda nada sin terminar.
carry-note = Cada una dice lo mismo en el plan siguiente y nombra aquella de la que viene. Las notas de avance y los productos quedan aquí.
carry-act = Traspasar
carry-left = Omitido, porque pertenece al plan que termina:
carry-nothing-left = Se traspasó todo; no se omitió nada.
carried = { $count ->
        [one] { $count } actividad continúa en { $label }
       *[other] { $count } actividades continúan en { $label }
    }
record-closed = Está cerrada y se lee como entonces.
record-closed-at = Tal como se cerró, { $time }
record-show-closed = Mostrar lo que se cerró
record-closed-empty = Nada formaba parte de ella.
act-since-adopted = Cambiado desde su adopción
act-erase = Borrar los datos de contacto…
erase-title = Borrar los datos de contacto de { $label }
erase-goes = Lo que desaparece, aquí y en cada equipo que lo sepa:
erase-goes-contacts = el correo y el teléfono, también los anteriores y los textos que se están escribiendo
erase-goes-attendance = quién asistió o intervino, en reuniones sin atribución
erase-goes-copies = lo mismo en las copias de seguridad y en las copias anteriores junto al archivo de la red
erase-mentions = { $count ->
        [0] El nombre permanece. No aparece en ningún otro texto.
        [one] El nombre permanece, igual que { $count } texto en el que aparece:
       *[other] El nombre permanece, igual que { $count } textos en los que aparece:
    }
erase-given = Lo que ya se imprimió o se entregó a alguien no se puede recuperar. El borrado no se puede deshacer, y con esta ficha no se guardan nuevos datos de contacto.
erase-act = Borrar definitivamente
erase-left = Borrado. Estas copias no se pudieron abrir y quizá contengan aún los datos. Se intenta de nuevo en cada inicio; también puede eliminarlas:
erased = Datos de contacto borrados: { $label }
record-erased = Los datos de contacto de esta persona están borrados y no se guarda ninguno.
