### Términos de las fichas de la Red, y lo que se dice cuando algo no se puede hacer.

## Tipos de ficha: uno, varios y con un número ($count).

kind-workplan = Plan de trabajo
kind-workplan-plural = Planes de trabajo
kind-workplan-count = { $count ->
        [one] { $count } plan de trabajo
       *[other] { $count } planes de trabajo
    }
kind-group = Grupo
kind-group-plural = Grupos
kind-group-count = { $count ->
        [one] { $count } grupo
       *[other] { $count } grupos
    }
kind-organisation = Organización
kind-organisation-plural = Organizaciones
kind-organisation-count = { $count ->
        [one] { $count } organización
       *[other] { $count } organizaciones
    }
kind-person = Persona
kind-person-plural = Personas
kind-person-count = { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
kind-membership = Participación
kind-membership-plural = Participaciones
kind-membership-count = { $count ->
        [one] { $count } participación
       *[other] { $count } participaciones
    }
kind-activity = Actividad
kind-activity-plural = Actividades
kind-activity-count = { $count ->
        [one] { $count } actividad
       *[other] { $count } actividades
    }
kind-joint-action = Acción conjunta
kind-joint-action-plural = Acciones conjuntas
kind-joint-action-count = { $count ->
        [one] { $count } acción conjunta
       *[other] { $count } acciones conjuntas
    }
kind-milestone = Hito
kind-milestone-plural = Hitos
kind-milestone-count = { $count ->
        [one] { $count } hito
       *[other] { $count } hitos
    }
kind-funding = Línea de financiación
kind-funding-plural = Líneas de financiación
kind-funding-count = { $count ->
        [one] { $count } línea de financiación
       *[other] { $count } líneas de financiación
    }
kind-place = Lugar
kind-place-plural = Lugares
kind-place-count = { $count ->
        [one] { $count } lugar
       *[other] { $count } lugares
    }
kind-country-facts = Perfil de país
kind-country-facts-plural = Perfiles de país
kind-country-facts-count = { $count ->
        [one] { $count } perfil de país
       *[other] { $count } perfiles de país
    }
kind-pledge = Promesa
kind-pledge-plural = Promesas
kind-pledge-count = { $count ->
        [one] { $count } promesa
       *[other] { $count } promesas
    }
kind-meeting = Reunión
kind-meeting-plural = Reuniones
kind-meeting-count = { $count ->
        [one] { $count } reunión
       *[other] { $count } reuniones
    }
kind-agenda-item = Punto del orden del día
kind-agenda-item-plural = Puntos del orden del día
kind-agenda-item-count = { $count ->
        [one] { $count } punto del orden del día
       *[other] { $count } puntos del orden del día
    }
kind-note = Nota
kind-note-plural = Notas
kind-note-count = { $count ->
        [one] { $count } nota
       *[other] { $count } notas
    }
kind-decision = Decisión
kind-decision-plural = Decisiones
kind-decision-count = { $count ->
        [one] { $count } decisión
       *[other] { $count } decisiones
    }
kind-action-point = Medida acordada
kind-action-point-plural = Medidas acordadas
kind-action-point-count = { $count ->
        [one] { $count } medida acordada
       *[other] { $count } medidas acordadas
    }
kind-attendance = Asistencia
kind-attendance-plural = Asistencias
kind-attendance-count = { $count ->
        [one] { $count } asistencia
       *[other] { $count } asistencias
    }
kind-document = Documento
kind-document-plural = Documentos
kind-document-count = { $count ->
        [one] { $count } documento
       *[other] { $count } documentos
    }
kind-objective = Objetivo
kind-objective-plural = Objetivos
kind-objective-count = { $count ->
        [one] { $count } objetivo
       *[other] { $count } objetivos
    }
kind-principle = Principio rector
kind-principle-plural = Principios rectores
kind-principle-count = { $count ->
        [one] { $count } principio rector
       *[other] { $count } principios rectores
    }
kind-mandate = Párrafo del mandato
kind-mandate-plural = Párrafos del mandato
kind-mandate-count = { $count ->
        [one] { $count } párrafo del mandato
       *[other] { $count } párrafos del mandato
    }
kind-source = Fuente
kind-source-plural = Fuentes
kind-source-count = { $count ->
        [one] { $count } fuente
       *[other] { $count } fuentes
    }
kind-comment = Comentario
kind-comment-plural = Comentarios
kind-comment-count = { $count ->
        [one] { $count } comentario
       *[other] { $count } comentarios
    }
kind-saved-view = Vista guardada
kind-saved-view-plural = Vistas guardadas
kind-saved-view-count = { $count ->
        [one] { $count } vista guardada
       *[other] { $count } vistas guardadas
    }
kind-status-round = Ronda de actualización
kind-status-round-plural = Rondas de actualización
kind-status-round-count = { $count ->
        [one] { $count } ronda de actualización
       *[other] { $count } rondas de actualización
    }
kind-answer = Respuesta
kind-answer-plural = Respuestas
kind-answer-count = { $count ->
        [one] { $count } respuesta
       *[other] { $count } respuestas
    }
kind-dismissed-check = Control descartado
kind-dismissed-check-plural = Controles descartados
kind-dismissed-check-count = { $count ->
        [one] { $count } control descartado
       *[other] { $count } controles descartados
    }
kind-result = Resultado
kind-result-plural = Resultados
kind-result-count = { $count ->
        [one] { $count } resultado
       *[other] { $count } resultados
    }
kind-national-plan = Plan nacional de aplicación
kind-national-plan-plural = Planes nacionales de aplicación
kind-national-plan-count = { $count ->
        [one] { $count } plan nacional de aplicación
       *[other] { $count } planes nacionales de aplicación
    }
kind-review = Examen o foro
kind-review-plural = Exámenes y foros
kind-review-count = { $count ->
        [one] { $count } examen o foro
       *[other] { $count } exámenes y foros
    }
kind-site = Equipo
kind-site-plural = Equipos
kind-site-count = { $count ->
        [one] { $count } equipo
       *[other] { $count } equipos
    }

## Campos. Un tipo cuya etiqueta difiere tiene su propio mensaje, field-TIPO-CAMPO; los demás usan field-CAMPO.

field-id = Identificador
field-life = Existencia
field-notes = Notas
field-provenance = Fuente
field-exists = Ficha
field-position = Posición
field-created-at = Creación
field-changed-at = Última modificación
field-contested = En conflicto
field-own = Cambiado desde la publicación
field-about = Tema
field-acronym = Sigla
field-activities = Actividades
field-address = Dirección
field-adopted-at = Versión aprobada
field-aliases = Otros nombres
field-alternate-for = Sustituye a
field-amount = Importe
field-answers = Responde a
field-category = Categoría
field-chair = Presidencia
field-champion = País campeón
field-champion-from = Campeón desde
field-champion-to = Campeón hasta
field-closed-at = Versión cerrada
field-closes = Cierre
field-code = Código
field-confidentiality = Confidencialidad
field-contributors = Contribuyen
field-country = País
field-created = Creación
field-currency = Moneda
field-definition = Definición
field-depends-on = Depende de
field-carried-from = Traspasada de
field-since-adopted = Cambiado desde la adopción
field-comments = Comentarios
field-description = Descripción
field-distinct-from = Distinta de
field-draft = Borrador
field-due = Plazo
field-email = Correo electrónico
field-erased = Datos de contacto borrados
field-field = Campo
field-first = Primer día
field-format = Modalidad
field-from = Desde
field-function = Cargo
field-funding = Financiación
field-group = Grupo
field-groups = Líneas de trabajo y grupos
field-identifiers = Identificadores
field-iso2 = Código ISO de dos letras
field-iso3 = Código ISO de tres letras
field-item = Punto del orden del día
field-key = Clave pública
field-kind = Tipo
field-languages = Idiomas
field-last = Último día
field-leads = A cargo de
field-level = Nivel
field-made-on = Fecha de la promesa
field-maker = Autor
field-mandate = Mandato
field-matches = Promesa correspondiente
field-meeting = Reunión
field-members = Países y zonas
field-minutes = Minutos previstos
field-name = Nombre
field-network = Red nacional
field-network-since = Red nacional desde
field-next-step = Próximo paso
field-note = Nota
field-number = Número
field-objectives = Objetivos
field-on-behalf-of = En nombre de
field-opens = Apertura
field-order-label = N.º
field-organisation = Organización
field-organisations = Organizaciones
field-owner = Responsable
field-partners = Asociados
field-period = Período
field-person = Persona
field-phone = Teléfono
field-place = País o región
field-place-name = Se muestra en
field-places = Países y regiones
field-plan-state = Plan nacional de aplicación
field-pledges = Promesas
field-predecessor = Precedido por
field-presence = Asistencia
field-presenter = Presentado por
field-principles = Principios rectores
field-products = Productos
field-progress-note = Nota de avance
field-purpose = Finalidad
field-reached = Alcanzado el
field-reason = Motivo
field-represented-by = Representada por
field-resolved = Resuelto
field-retrieved = Consultado el
field-role = Función
field-round = Ronda
field-rule = Regla
field-same-as = Unido con
field-series = Serie
field-source = Fuente de los fondos
field-speaker = Orador u oradora
field-standing = Fiabilidad
field-start = Inicio
field-state = Estado
field-status = Grado de avance
field-status-labels = Términos de avance
field-succeeds = Sucede a
field-text = Texto
field-timeline = Calendario
field-title = Título
field-to = Hasta
field-unnamed = Nombre no indicado
field-venue = Lugar de celebración
field-version = Versión
field-website = Sitio web
field-workplan = Plan de trabajo
field-zone = Huso horario
field-activity-parent = Forma parte de la actividad
field-agenda-item-title = Punto
field-answer-activity = Respuesta sobre
field-answer-round = Ronda de actualización
field-attendance-organisation = Por
field-comment-of = Sobre
field-comment-person = Autor
field-country-facts-place = País
field-dismissed-check-of = Sobre
field-dismissed-check-person = Descartado por
field-document-kind = Tipo de documento
field-document-address = Dónde está
field-document-state = Estado del texto
field-funding-of = Para
field-funding-state = Asegurado o solicitado
field-group-kind = Tipo de grupo
field-joint-action-kind = Tipo de acción
field-mandate-number = Párrafo
field-meeting-state = Estado de la reunión
field-milestone-of = Para
field-national-plan-place = País
field-national-plan-address = Dónde está
field-note-text = Párrafo
field-organisation-parent = Organización matriz
field-person-organisation = Trabaja en
field-place-code = Código M49
field-place-type = Tipo de lugar
field-pledge-kind = Tipo de promesa
field-pledge-type = Naturaleza de la promesa
field-result-of = De
field-result-address = Dónde está
field-review-end = Último día
field-review-kind = Examen o foro
field-review-place = Región
field-review-start = Primer día
field-saved-view-person = Pertenece a
field-site-label = Nombre
field-source-of = Para
field-status-round-state = Estado de la ronda
field-workplan-state = Estado del plan de trabajo

## Códigos de los vocabularios: code-VOCABULARIO-CÓDIGO.

code-group-kind-workstream = Línea de trabajo
code-group-kind-working-group = Grupo de trabajo
code-group-kind-thematic-priority = Prioridad temática
code-group-kind-executive-committee = Comité Ejecutivo
code-group-kind-regional-network = Red regional
code-group-kind-country-network = Red nacional
code-group-kind-advisory-group = Grupo consultivo
code-group-kind-fund-body = Órgano del fondo
code-group-state-proposed = Propuesto
code-group-state-consulting = En consulta
code-group-state-active = Activo
code-group-state-closed = Cerrado
code-group-state-succeeded = Sucedido
code-workplan-state-draft = Borrador
code-workplan-state-consultation = En consulta
code-workplan-state-adopted = Aprobado
code-workplan-state-closed = Cerrado
code-category-un-entity = Entidad de las Naciones Unidas
code-category-civil-society = Sociedad civil
code-category-academia = Mundo académico
code-category-diaspora = Organización de la diáspora
code-category-private-sector = Sector privado
code-category-trade-union = Sindicato
code-category-faith-based = Organización confesional
code-category-youth = Juventud
code-category-migrant-led = Organización dirigida por migrantes
code-category-local-authority = Autoridad local
code-category-nhri = Institución nacional de derechos humanos
code-category-red-cross = Cruz Roja y Media Luna Roja
code-category-intergovernmental = Otra organización intergubernamental
code-category-special-procedure = Procedimiento especial
code-category-state-body = Órgano del Estado
code-category-coalition = Coalición
code-category-other = Otra
code-role-coordinator = Coordinación
code-role-co-lead = Colíder
code-role-member = Miembro
code-role-observer = Observador
code-role-focal-point = Punto focal
code-role-alternate = Suplente
code-role-representative = Representante de una coalición
code-membership-state-interested = Interés expresado
code-membership-state-accepted = Aceptado
code-membership-state-declined = Rechazado
code-membership-state-left = Se retiró
code-activity-kind-study = Estudio
code-activity-kind-guidance = Orientaciones
code-activity-kind-consultation = Consulta
code-activity-kind-event = Evento
code-activity-kind-training = Capacitación
code-activity-kind-contribution = Contribución
code-activity-kind-other = Otra
code-status-unknown = Desconocido
code-status-yet-to-start = Por empezar
code-status-in-progress = En curso
code-status-completed = Terminado
code-status-delayed = Con retraso
code-status-on-hold = En suspenso
code-status-cancelled = Cancelado
code-level-regional = Regional
code-level-country = Nacional
code-level-cross-border = Transfronterizo
code-funding-state-secured = Asegurado
code-funding-state-sought = Solicitado
code-place-type-country = País
code-place-type-area = Zona
code-place-type-region = Región
code-place-type-commission = Comisión regional
code-pledge-kind-individual = Individual
code-pledge-kind-common = Común
code-pledge-kind-partnership = En asociación
code-pledge-kind-matching = De correspondencia
code-pledge-type-financial = Financiera
code-pledge-type-human-resources = Recursos humanos
code-pledge-type-process = Orientada a procesos
code-pledge-type-policy = Orientada a políticas
code-format-online = En línea
code-format-hybrid = Híbrida
code-format-in-person = Presencial
code-confidentiality-open = Abierta
code-confidentiality-no-attribution = Sin atribución
code-meeting-state-draft = Borrador
code-meeting-state-open = Abierta
code-meeting-state-running = En curso
code-meeting-state-closed = Cerrada
code-action-status-open = Pendiente
code-action-status-done = Hecho
code-action-status-dropped = Abandonado
code-presence-room = En la sala
code-presence-online = En línea
code-presence-excused = Excusado
code-presence-absent = Ausente
code-document-state-draft = Borrador
code-document-state-consultation = En consulta
code-document-state-final = Versión definitiva
code-document-state-withdrawn = Retirado
code-org-role-lead = A cargo
code-org-role-contributing = Contribuye
code-org-role-implementing = Ejecuta
code-plan-state-none = Ninguno
code-plan-state-in-preparation = En preparación
code-plan-state-adopted = Aprobado
code-plan-state-under-review = En examen
code-review-kind-regional-review = Examen regional
code-review-kind-forum = Foro de Examen de la Migración Internacional
code-round-state-open = Abierta
code-round-state-closed = Cerrada
code-standing-published = Publicado
code-standing-inferred = Deducido
code-standing-unconfirmed = Sin confirmar
code-standing-own = Propio
code-life-live = Vigente
code-life-deleted = Eliminada
code-life-proposed = Propuesta
code-origin-typed = Escrito
code-origin-import = Importación
code-origin-workbook = Libro devuelto
code-origin-settle = Resuelto
code-origin-undo = Deshecho o rehecho
code-origin-join = Unido
code-origin-publication = Publicación
code-backup-reason-asked = A petición
code-backup-reason-daily = Diaria
code-backup-reason-merge = Antes de una fusión
code-backup-reason-import = Antes de una importación
code-backup-reason-migration = Antes de una versión nueva
code-duplicate-same-name = mismo nombre
code-duplicate-same-acronym = misma sigla
code-duplicate-alias = otro nombre de la otra
code-duplicate-initials = sigla del nombre de la otra
code-duplicate-similar-name = nombre parecido
code-duplicate-transliteration = mismo nombre en otra escritura
code-duplicate-website = mismo sitio web
code-duplicate-email = misma dirección electrónica
code-precision-day = Al día
code-precision-month = Al mes
code-precision-quarter = Al trimestre
code-precision-half = Al semestre
code-precision-year = Al año
code-precision-open = Sin límite
code-precision-unknown = No se entiende

## Idiomas de los textos.

language-en = Inglés
language-fr = Francés
language-es = Español
language-ar = Árabe
language-ru = Ruso
language-zh = Chino

## Lo que un campo admite, según su tipo; se da como consejo cuando se rechaza un valor.

expects-text = Este campo admite texto sin caracteres nulos.
expects-integer = Este campo admite un número entero, por ejemplo 3.
expects-flag = Este campo admite yes (sí) o no.
expects-date = Este campo admite un día, un mes o un año: 2023-05-24, 2023-05 o 2023.
expects-moment = Este campo admite un día, o una hora con su huso: 2023-05-24 o 2023-05-24T14:00+02:00.
expects-vague = Este campo admite una fecha tal como está impresa, por ejemplo T1-T2 2023, sin caracteres nulos.
expects-code = Este campo admite uno de los códigos de su lista.
expects-amount = Este campo admite un importe, por ejemplo 1250000 o 1250000.50.
expects-currency = Este campo admite una moneda de tres letras, por ejemplo USD.
expects-reference = Este campo admite una ficha: su identificador, código, número o nombre.
expects-provenance = Este campo admite sus partes: provenance.address, provenance.retrieved y provenance.standing.
expects-closing = Este campo se fija al cerrar o aprobar, no al escribir.

## Errores por código: qué pasó y luego el consejo. $value y $key son lo escrito; $kind, $field y $verb son nombres de la línea de órdenes;
## $nearest es una lista de nombres parecidos separados por comas, o la palabra none.

error-unknown-verb = No existe la orden «{ $value }». No se hizo nada.
error-unknown-verb-hint = { $nearest ->
        [none] «workstreams help» muestra todas las órdenes.
       *[other] Válidos, primero los más parecidos: { $nearest }.
    }
error-unknown-option = «{ $verb }» no tiene la opción «{ $value }». No se hizo nada.
error-unknown-option-hint = { $nearest ->
        [none] «workstreams help { $verb }» muestra sus opciones. Las palabras que siguen a «--» no se leen como opciones.
       *[other] Válidos, primero los más parecidos: { $nearest }.
    }
error-missing-argument = Falta { $name } en «{ $verb }». No se hizo nada.
error-missing-argument-hint = Uso: { $usage }
error-extra-argument = «{ $verb }» no admite «{ $value }». No se hizo nada.
error-extra-argument-hint = Uso: { $usage }
error-unknown-kind = No existe el tipo de ficha «{ $value }». No se cambió nada.
error-unknown-kind-hint = { $nearest ->
        [none] «workstreams help» muestra los tipos.
       *[other] Válidos, primero los más parecidos: { $nearest }.
    }
error-unknown-field = «{ $kind }» no tiene el campo «{ $field }». No se cambió nada.
error-unknown-field-hint = { $nearest ->
        [none] «workstreams --json list { $kind } --limit 1» muestra sus campos.
       *[other] Válidos, primero los más parecidos: { $nearest }.
    }
error-unknown-code = «{ $value }» no es un código de «{ $field }». No se cambió nada.
error-unknown-code-hint = { $nearest ->
        [none] Los códigos se escriben en minúsculas con guiones bajos, por ejemplo in_progress.
       *[other] Válidos, primero los más parecidos: { $nearest }.
    }
error-bad-value = «{ $value }» no puede figurar en «{ $field }». No se cambió nada.
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
error-bad-assignment = «{ $value }» no asigna un valor a un campo. No se cambió nada.
error-bad-assignment-hint = Escriba FIELD=VALUE, FIELD+=KEY o FIELD-=KEY. Ponga entre comillas un valor que tenga espacios.
error-bad-where = «{ $value }» no es una condición. No se buscó nada.
error-bad-where-hint = Escriba FIELD=VALUE, o bien !=, ~, <, <=, >, >=, @ o @? en lugar de =.
error-bad-date = «{ $value }» no es una fecha. No se cambió nada.
error-bad-date-hint = Escriba un día, un mes o un año: 2023-05-24, 2023-05 o 2023.
error-bad-time = «{ $value }» no es una hora que se pueda leer. No se cambió nada.
error-bad-time-hint = Escriba el día, la hora y su huso, por ejemplo 2023-05-24T14:00+02:00, o solo el día.
error-bad-number = «{ $value }» no es un número que sirva aquí. No se cambió nada.
error-bad-number-hint = { $expects ->
        [amount] { expects-amount }
       *[other] Escriba un número entero en cifras, por ejemplo 20.
    }
error-bad-id = «{ $value }» no es un identificador. No se cambió nada.
error-bad-id-hint = Un identificador tiene 32 cifras y letras de la a a la f; bastan las 8 primeras si ningún otro empieza igual.
error-bad-language = No hay textos en un idioma «{ $value }». No se cambió nada.
error-bad-language-hint = Textos: en, fr, es, ar, ru, zh. Mensajes de este programa: en, fr, es.
error-key-not-found = Ninguna ficha «{ $kind }» responde a «{ $key }». No se cambió nada.
error-key-not-found-hint = { $nearest ->
        [none] «workstreams search» encuentra las fichas por cualquier palabra.
       *[other] Nombres parecidos: { $nearest }.
    }
error-ambiguous-key = { $count } fichas «{ $kind }» responden a «{ $key }». No se cambió nada.
error-ambiguous-key-hint = Indique una por su identificador: id:IDENTIFICADOR.
error-deleted-record = La ficha «{ $record }» fue eliminada; sus valores se conservan. No se cambió nada.
error-deleted-record-hint = «workstreams undelete» la restablece.
error-closed-record = «{ $record }» está cerrado. No se cambió nada.
error-closed-record-hint = Póngale otro estado para abrirlo de nuevo; queda registrado.
error-erased-person = Los datos de contacto de «{ $record }» están borrados definitivamente y no se guardan otros. No se cambió nada.
error-erased-person-hint = Quien acepte que se le contacte de nuevo se introduce como una persona nueva.
error-closed-workplan = El plan de trabajo «{ $record }» está cerrado. No se cambió nada.
error-closed-workplan-hint = Indique otro plan de trabajo, o póngale antes otro estado a este.
error-read-only-field = «{ $field }» de «{ $kind }» no se puede escribir. No se cambió nada.
error-read-only-field-hint = Su valor se deriva de otros campos o del historial.
error-read-only-kind = Las fichas «{ $kind }» son datos de referencia y no se editan. No se cambió nada.
error-read-only-kind-hint = Cambian con una edición posterior de la publicación.
error-missing-field = Una ficha «{ $kind }» necesita «{ $field }». No se cambió nada.
error-missing-field-hint = Añada { $field }=VALUE a la orden.
error-cycle = Una ficha no puede formar parte de sí misma ni de lo que forma parte de ella. No se cambió nada.
error-cycle-hint = Dé a «{ $field }» otra ficha, o ninguna.
error-not-several = «{ $field }» de «{ $kind }» tiene un solo valor: no se le puede añadir ni quitar nada. No se cambió nada.
error-not-several-hint = Escriba { $field }=VALUE.
error-bad-comparison = «{ $field }» no se puede comparar así. No se buscó nada.
error-bad-comparison-hint = = y != sirven para todos los campos; ~ para el texto; <, <=, > y >= para números y tiempo; @ y @? para el tiempo.
error-unknown-transaction = No existe la transacción «{ $value }». No se cambió nada.
error-unknown-transaction-hint = «workstreams history» muestra las transacciones.
error-store-missing = No hay ninguna base en { $file }. No se hizo nada.
error-store-missing-hint = «workstreams --store FILE init» crea una.
error-store-exists = { $file } ya existe y quedó como estaba.
error-store-exists-hint = Indique otro archivo o trabaje con este.
error-not-a-store = { $file } no es una base de este programa y quedó como estaba.
error-not-a-store-hint = Compruebe el nombre después de --store.
error-store-damaged = La base { $file } está dañada en parte. No se escribió nada en ella.
error-store-damaged-hint = Conserve el archivo. «workstreams verify» dice qué está dañado; si hay una copia de seguridad, vuelva a ella.
error-store-too-new = La base { $file } es de una versión más reciente de este programa. Ha quedado como estaba.
error-store-too-new-hint = Instale la versión más reciente en este equipo.
error-store-unwritable = No se puede escribir aquí en la base { $file }. No se cambió nada.
error-store-unwritable-hint = Compruebe los permisos del archivo y de su carpeta, o cópielo a una carpeta propia.
error-store-busy = Otro programa está escribiendo en { $file } y no terminó a tiempo. No se cambió nada.
error-store-busy-hint = Inténtelo de nuevo cuando termine.
error-same-file = { $file } es la propia base. No se hizo nada.
error-same-file-hint = Indique una copia de seguridad: «workstreams backups» las enumera.
error-cancelled = Se abandonó antes de terminar. No se cambió nada.
error-cancelled-hint = Hágalo de nuevo cuando quiera.
error-not-joined = { $record } no está unida con ninguna otra ficha. No se cambió nada.
error-not-joined-hint = «workstreams show» dice por qué fichas vale una ficha.
error-not-joinable = Las fichas del tipo { $kind } no se unen.
error-not-joinable-hint = Se hace con: { $nearest }.
error-not-held = El valor de «{ $field }» es personal y no está en este equipo, así que no se puede tomar. No se cambió nada.
error-not-held-hint = Una sin él, o en un equipo que lo tenga.
error-disk-full = No queda espacio para { $file }. Lo guardado antes está intacto; este cambio no se guardó.
error-disk-full-hint = Libere espacio en el disco y repita la acción.
error-nothing-to-undo = No hay nada que deshacer en este equipo.
error-nothing-to-undo-hint = Lo que cambiaron otros no se deshace aquí: vuelva a poner el valor. «workstreams history» muestra todos los cambios.
error-nothing-to-redo = No hay nada que rehacer en este equipo.
error-nothing-to-redo-hint = Un cambio hecho después de deshacer pone fin a lo que se podía rehacer.
error-not-a-pack = { $file } no es un archivo de este programa. No se incorporó nada de él.
error-not-a-pack-hint = Los archivos para intercambiar se hacen con «Dar a alguien» o «workstreams pack»; pueden ir dentro de un zip.
error-truncated = { $file } termina antes de tiempo. No se incorporó nada de él.
error-truncated-hint = Puede que aún esté en camino: inténtelo más tarde o pídalo de nuevo.
error-damaged = { $file } está dañado. No se incorporó nada de él.
error-damaged-hint = Pida el archivo de nuevo.
error-bad-signature = { $file } se alteró después de hacerse: una firma no coincide. No se incorporó nada de él.
error-bad-signature-hint = Pida el archivo de nuevo a quien lo envió, por otra vía.
error-wrong-network = { $file } pertenece a otra red. No se incorporó nada de él.
error-wrong-network-hint = Dos bases que empezaron con la red publicada son una sola red; una base empezada vacía toma la red del primer archivo.
error-wrong-passphrase = { $file } está cifrado y la contraseña dada no es la correcta. No se incorporó nada de él.
error-wrong-passphrase-hint = Pida la contraseña a quien lo envió.
error-too-new = { $file } se hizo con una versión más nueva de este programa. No se incorporó nada de él.
error-too-new-hint = Instale la versión más nueva; el archivo puede esperar.
error-too-large = { $file } supera un límite. No se incorporó nada de él.
error-too-large-hint = Un texto tomado de un archivo tiene como máximo 1 MB; un archivo para intercambiar, 256 MB una vez descomprimido.
error-no-passphrase = La carpeta está cifrada y no se ha dado su contraseña desde que empezó el programa. No se intercambió nada.
error-no-such-backup = Esta copia de seguridad ya no existe. No se cambió nada.
error-no-such-files = Estos archivos ya se trataron. No se cambió nada.
error-no-such-files-hint = Elíjalos de nuevo.
error-no-folder = No se ha elegido ninguna carpeta compartida. No se hizo nada.
error-no-folder-hint = Elija una primero.
error-excluded-options = { $one } y { $other } se excluyen. No se hizo nada.
error-bad-site = «{ $value }» no es el identificador de un equipo. No se hizo nada.
error-bad-site-hint = «workstreams sites» los enumera.
error-unknown-conflict = Nada de lo que queda por resolver tiene el identificador { $id }. No se cambió nada.
error-unknown-conflict-hint = Puede que ya esté resuelto; «workstreams conflicts» enumera lo abierto.
error-not-two-sided = No es exactamente uno de los valores el que se quiere, así que no está claro cuál. No se cambió nada.
error-not-two-sided-hint = Elija por el número que figura junto al valor.
error-bad-choice = Lo que está en disputa aquí no se resuelve de ese modo. No se cambió nada.
error-bad-choice-hint = La lista de lo que queda por resolver indica los modos.
error-unknown-choice = «{ $value }» no es un modo de resolver. No se cambió nada.
error-unknown-choice-hint = mine, theirs, un número, keep, drop o value=TEXT; para todos: mine, theirs o latest.
error-unknown-conflict-type = No hay un tipo de conflicto «{ $value }». No se hizo nada.
error-unknown-conflict-type-hint = Válidos: { $nearest }
error-no-network = Esta base está vacía y aún no pertenece a ninguna red, así que no hay nada que compartir.
error-no-network-hint = Introduzca algo o incorpore un archivo de otra persona.
error-not-changed = La transacción no cambió { $field } de esta ficha. No se cambió nada.
error-time-not-understood = «{ $text }» no se entendió como calendario y no se puede mover. No se cambió nada.
error-time-not-understood-hint = Escriba de nuevo el calendario en la tabla.
error-time-undated = «{ $text }» no da ninguna fecha: no hay nada que mover. No se cambió nada.
error-time-undated-hint = Escriba un calendario en la tabla en cuanto se conozca.
error-time-open = «{ $text }» no tiene día por ese lado: solo se puede mover el otro extremo. No se cambió nada.
error-time-shortest = «{ $text }» no se puede acortar con este paso. No se cambió nada.
error-time-outside = «{ $text }» saldría de los años que se pueden nombrar. No se cambió nada.
error-not-adopted = El plan de trabajo no se ha adoptado: no hay un plan de entonces con el que comparar.
error-as-known = La red se muestra tal como se conocía el { $date } y solo se puede leer. No se cambió nada.
error-as-known-hint = Vuelva al presente para cambiar algo.
error-not-received = Los cambios hasta el número { NUMBER($count) } de { $site } no están aquí.
error-not-received-hint = «workstreams sites» enumera los equipos y hasta dónde se recibieron sus cambios.
error-forked-site = La serie de { $site } se continuó en varias copias, y no está claro de cuál es el número { NUMBER($count) }.
error-forked-site-hint = Indique una de sus ramas; «workstreams sites» las enumera.
error-bad-point = «{ $value }» no es ni un día ni un vector.
error-bad-point-hint = Escriba un día, un mes o un año, por ejemplo 2024-05-03; o SITIO:NÚMERO, separados por comas.
error-not-waited-for = Nada espera los cambios de { $site }. No se cambió nada.
error-nothing-to-set-back = No se puede volver atrás ninguna fusión: no la hubo, o se escribió algo aquí después.
error-nothing-to-set-back-hint = La copia de seguridad hecha antes de la fusión contiene el estado de entonces.
error-undo-refused = No se pudo retirar ninguno de los { $count } valores. No se cambió nada.
error-undo-refused-hint = El motivo figura junto a cada valor.
error-built-on = No se retiró: { $person } cambió «{ $field }» después.
error-built-on-hint = Vuelva a poner el valor si debe quedar como antes.
error-in-conflict = No se retiró: «{ $field }» tiene varios valores escritos por separado.
error-in-conflict-hint = Resuelva primero el conflicto.
error-closed = No se retiró: «{ $field }» forma parte de lo que { $person } ha cerrado desde entonces.
error-closed-hint = Ábralo de nuevo primero.
error-erased = No se retiró: «{ $field }» se borró definitivamente.
error-erased-hint = Nada lo recupera y ningún equipo lo guarda.
error-wrong-seen = «{ $field }» cambió desde que se mostró, así que lo escrito no lo reemplazó.
error-wrong-seen-hint = Mire el valor vigente y escríbalo de nuevo.
error-no-store = Todavía no hay ninguna red en este equipo. No se cambió nada.
error-no-store-hint = Elija cómo empezar.
error-store-read-only = Aquí esta red solo se puede leer. No se cambió nada.
error-store-read-only-hint = Compruebe los permisos de su archivo o instale la versión más reciente del programa.
error-bad-arguments = La ventana pidió algo que el programa no admite: { $detail }. No se cambió nada.
error-bad-arguments-hint = Vuelva a iniciar el programa. Si se repite, comuníquelo.
error-interrupted = Se abandonó la consulta antes de la respuesta.
error-interrupted-hint = Consulte de nuevo.
error-defect = El programa tuvo un fallo propio: { $detail }. Lo guardado antes está intacto.
error-defect-hint = Comunique este texto con la orden que lo causó. «workstreams verify» comprueba la base.
error-file-unreadable = No se puede leer { $file }: { $detail }. No se cambió nada.
error-file-unreadable-hint = Compruebe que el archivo está ahí, completo, y que puede abrirlo.
error-not-utf8 = { $file } no es texto en UTF-8. No se cambió nada.
error-not-utf8-hint = Guárdelo de nuevo en UTF-8.

## What became of a file that was taken in.

result-merged = incorporado
result-known = conocido
result-waiting = espera
result-refused = rechazado
result-failed = ilegible
## Lo que se contradice en un plan. «note» dice que es posible.

check-no-lead = No se nombra a ningún responsable.
check-lead-not-member = { $severity ->
        [note] { $other } es responsable y no forma parte de «{ $group }» en ese período.
       *[warning] { $other } es responsable y no forma parte de «{ $group }».
    }
check-end-before-start = Termina antes de empezar.
check-in-progress-after-end = { $severity ->
        [note] Está en curso y quizá haya pasado su plazo ({ $day }).
       *[warning] Está en curso y su plazo terminó el { $day }.
    }
check-yet-to-start-after-start = { $severity ->
        [note] Aún no ha empezado y quizá debía haberlo hecho (desde el { $day }).
       *[warning] Aún no ha empezado y debía hacerlo el { $day } o poco después.
    }
check-completed-without-product = Está completada y no se nombra ningún producto.
check-parent-ends-before-child = { $severity ->
        [note] Quizá continúe después del fin de «{ $other }», de la que forma parte ({ $day }).
       *[warning] Continúa después del fin de «{ $other }», de la que forma parte ({ $day }).
    }
check-depends-on-later = { $severity ->
        [note] «{ $other }», de la que depende, quizá termine más tarde ({ $day }).
       *[warning] «{ $other }», de la que depende, termina más tarde ({ $day }).
    }
check-same-title = Otra línea de trabajo tiene una actividad con este título.
check-closed-group = { $severity ->
        [note] «{ $group }» ha terminado; no se sabe en qué punto está esta actividad.
       *[warning] «{ $group }» ha terminado y esta actividad no está completada.
    }

## Una ronda de actualización, y un texto para quienes no han respondido.

round-title = { $workplan }: actualización del { $date }
error-round-turned = Una ronda que empieza el { $date } no puede cerrarse el { $value }. No se cambió nada.
error-round-turned-hint = Dé un día de cierre que no sea anterior.
reminder-opening = { $closes ->
        [none] Para la ronda de actualización «{ $round }» aún no tenemos respuesta sobre las actividades que siguen.
       *[other] La ronda de actualización «{ $round }» se cierra el { $closes }. Aún no tenemos respuesta sobre las actividades que siguen.
    }
reminder-nobody = No se nombra a ningún responsable
reminder-end = Díganos de cada una en qué punto está, qué se ha hecho y qué sigue.
