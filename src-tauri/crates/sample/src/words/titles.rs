//! What activities, joint actions, pledges, meetings, groups and documents are called.

use super::Six;

/// Subjects of work on migration governance, in the form each language needs after its preposition.
pub static TOPICS: &[Six] = &[
    [
        "migration data and indicators",
        "les données et indicateurs migratoires",
        "los datos y los indicadores sobre migración",
        "بيانات الهجرة ومؤشراتها",
        "данных и показателей в области миграции",
        "移民数据和指标",
    ],
    [
        "alternatives to immigration detention",
        "les alternatives à la détention des migrants",
        "las alternativas a la detención de migrantes",
        "بدائل احتجاز المهاجرين",
        "альтернатив содержанию мигрантов под стражей",
        "移民拘留替代办法",
    ],
    [
        "bilateral labour migration agreements",
        "les accords bilatéraux de migration de main-d’œuvre",
        "los acuerdos bilaterales de migración laboral",
        "الاتفاقات الثنائية لهجرة اليد العاملة",
        "двусторонних соглашений о трудовой миграции",
        "双边劳务移民协议",
    ],
    [
        "fair and ethical recruitment",
        "le recrutement équitable et éthique",
        "la contratación equitativa y ética",
        "التوظيف العادل والأخلاقي",
        "справедливого и этичного найма",
        "公平和合乎道德的招聘",
    ],
    [
        "migrants’ access to health care",
        "l’accès des migrants aux soins de santé",
        "el acceso de los migrantes a la atención de la salud",
        "حصول المهاجرين على الرعاية الصحية",
        "доступа мигрантов к медицинской помощи",
        "移民获得医疗服务",
    ],
    [
        "the search for missing migrants",
        "la recherche des migrants disparus",
        "la búsqueda de migrantes desaparecidos",
        "البحث عن المهاجرين المفقودين",
        "поиска пропавших без вести мигрантов",
        "失踪移民的搜寻",
    ],
    [
        "regular pathways for people in vulnerable situations",
        "les voies régulières pour les personnes en situation de vulnérabilité",
        "las vías regulares para las personas en situación de vulnerabilidad",
        "المسارات النظامية للأشخاص في أوضاع هشة",
        "каналов законной миграции для лиц, находящихся в уязвимом положении",
        "处境脆弱者的正常移民途径",
    ],
    [
        "safe and dignified return",
        "le retour en sécurité et dans la dignité",
        "el retorno seguro y digno",
        "العودة الآمنة والكريمة",
        "безопасного и достойного возвращения",
        "安全和有尊严的返回",
    ],
    [
        "sustainable reintegration",
        "la réintégration durable",
        "la reintegración sostenible",
        "إعادة الإدماج المستدامة",
        "устойчивой реинтеграции",
        "可持续的重返社会",
    ],
    [
        "climate change, disasters and mobility",
        "les changements climatiques, les catastrophes et la mobilité humaine",
        "el cambio climático, los desastres y la movilidad humana",
        "تغير المناخ والكوارث والتنقل البشري",
        "изменения климата, бедствий и мобильности населения",
        "气候变化、灾害与人口流动",
    ],
    [
        "remittances and lower transfer costs",
        "les envois de fonds et la réduction de leur coût",
        "las remesas y la reducción de su costo",
        "التحويلات المالية وخفض كلفتها",
        "денежных переводов и снижения их стоимости",
        "侨汇及降低汇款成本",
    ],
    [
        "the recognition of skills and qualifications",
        "la reconnaissance des compétences et des qualifications",
        "el reconocimiento de aptitudes y cualificaciones",
        "الاعتراف بالمهارات والمؤهلات",
        "признания навыков и квалификаций",
        "技能和资格的承认",
    ],
    [
        "legal identity and civil registration",
        "l’identité juridique et l’état civil",
        "la identidad jurídica y el registro civil",
        "الهوية القانونية والتسجيل المدني",
        "удостоверения личности и регистрации актов гражданского состояния",
        "法律身份与民事登记",
    ],
    [
        "responses to the smuggling of migrants",
        "la lutte contre le trafic illicite de migrants",
        "la lucha contra el tráfico ilícito de migrantes",
        "مكافحة تهريب المهاجرين",
        "борьбы с незаконным ввозом мигрантов",
        "打击偷运移民",
    ],
    [
        "the prevention of trafficking in persons",
        "la prévention de la traite des personnes",
        "la prevención de la trata de personas",
        "منع الاتجار بالأشخاص",
        "предупреждения торговли людьми",
        "预防贩运人口",
    ],
    [
        "border governance based on human rights",
        "la gouvernance des frontières fondée sur les droits humains",
        "la gobernanza de las fronteras basada en los derechos humanos",
        "إدارة الحدود القائمة على حقوق الإنسان",
        "управления границами на основе прав человека",
        "基于人权的边境治理",
    ],
    [
        "migrants’ access to justice",
        "l’accès des migrants à la justice",
        "el acceso de los migrantes a la justicia",
        "وصول المهاجرين إلى العدالة",
        "доступа мигрантов к правосудию",
        "移民诉诸司法",
    ],
    [
        "social protection for migrant workers",
        "la protection sociale des travailleurs migrants",
        "la protección social de los trabajadores migrantes",
        "الحماية الاجتماعية للعمال المهاجرين",
        "социальной защиты трудящихся-мигрантов",
        "移民工人的社会保护",
    ],
    [
        "the portability of social security rights",
        "la portabilité des droits à la sécurité sociale",
        "la portabilidad de los derechos de seguridad social",
        "إمكانية نقل استحقاقات الضمان الاجتماعي",
        "переносимости прав на социальное обеспечение",
        "社会保障权益的可携性",
    ],
    [
        "integration at the local level",
        "l’intégration au niveau local",
        "la integración a nivel local",
        "الاندماج على المستوى المحلي",
        "интеграции на местном уровне",
        "地方层面的融入",
    ],
    [
        "public narratives about migration",
        "le discours public sur les migrations",
        "la narrativa pública sobre la migración",
        "الخطاب العام حول الهجرة",
        "общественного дискурса о миграции",
        "有关移民的公共叙事",
    ],
    [
        "action against racism and xenophobia",
        "la lutte contre le racisme et la xénophobie",
        "la lucha contra el racismo y la xenofobia",
        "مكافحة العنصرية وكراهية الأجانب",
        "борьбы с расизмом и ксенофобией",
        "打击种族主义和仇外心理",
    ],
    [
        "diaspora engagement",
        "la mobilisation des diasporas",
        "la participación de las diásporas",
        "إشراك جاليات المغتربين",
        "взаимодействия с диаспорами",
        "侨民参与",
    ],
    [
        "the protection of migrant children",
        "la protection des enfants migrants",
        "la protección de la niñez migrante",
        "حماية الأطفال المهاجرين",
        "защиты детей-мигрантов",
        "移民儿童的保护",
    ],
    [
        "family reunification",
        "le regroupement familial",
        "la reunificación familiar",
        "لم شمل الأسر",
        "воссоединения семей",
        "家庭团聚",
    ],
    [
        "gender equality in migration policies",
        "l’égalité des genres dans les politiques migratoires",
        "la igualdad de género en las políticas migratorias",
        "المساواة بين الجنسين في سياسات الهجرة",
        "гендерного равенства в миграционной политике",
        "移民政策中的性别平等",
    ],
    [
        "consular protection and assistance",
        "la protection et l’assistance consulaires",
        "la protección y la asistencia consulares",
        "الحماية والمساعدة القنصليتين",
        "консульской защиты и помощи",
        "领事保护和协助",
    ],
    [
        "humanitarian assistance on migration routes",
        "l’aide humanitaire le long des routes migratoires",
        "la asistencia humanitaria en las rutas migratorias",
        "المساعدة الإنسانية على طرق الهجرة",
        "гуманитарной помощи на миграционных маршрутах",
        "移民路线上的人道主义援助",
    ],
    [
        "migrant learners’ access to education",
        "l’accès des apprenants migrants à l’éducation",
        "el acceso de los alumnos migrantes a la educación",
        "حصول المتعلمين المهاجرين على التعليم",
        "доступа учащихся-мигрантов к образованию",
        "移民学生的受教育机会",
    ],
    [
        "decent work for migrant domestic workers",
        "le travail décent des travailleurs domestiques migrants",
        "el trabajo decente de los trabajadores domésticos migrantes",
        "العمل اللائق للعمال المنزليين المهاجرين",
        "достойного труда домашних работников из числа мигрантов",
        "移民家政工人的体面劳动",
    ],
    [
        "the financial inclusion of migrants",
        "l’inclusion financière des migrants",
        "la inclusión financiera de los migrantes",
        "الشمول المالي للمهاجرين",
        "доступа мигрантов к финансовым услугам",
        "面向移民的普惠金融",
    ],
    [
        "whole-of-society partnerships",
        "les partenariats associant toute la société",
        "las alianzas con toda la sociedad",
        "الشراكات الشاملة للمجتمع بأسره",
        "партнёрств с участием всего общества",
        "全社会伙伴关系",
    ],
    [
        "national implementation plans",
        "les plans nationaux de mise en œuvre",
        "los planes nacionales de aplicación",
        "خطط التنفيذ الوطنية",
        "национальных планов осуществления",
        "国家执行计划",
    ],
    [
        "follow-up to the regional reviews",
        "le suivi des examens régionaux",
        "el seguimiento de los exámenes regionales",
        "متابعة الاستعراضات الإقليمية",
        "последующей деятельности по итогам региональных обзоров",
        "区域审议的后续行动",
    ],
    [
        "the protection of migrants’ personal data",
        "la protection des données personnelles des migrants",
        "la protección de los datos personales de los migrantes",
        "حماية البيانات الشخصية للمهاجرين",
        "защиты персональных данных мигрантов",
        "移民个人数据保护",
    ],
    [
        "the participation of young migrants",
        "la participation des jeunes migrants",
        "la participación de los jóvenes migrantes",
        "مشاركة الشباب المهاجرين",
        "участия молодых мигрантов",
        "青年移民的参与",
    ],
    [
        "migration governance in cities",
        "la gouvernance des migrations dans les villes",
        "la gobernanza de la migración en las ciudades",
        "حوكمة الهجرة في المدن",
        "управления миграцией в городах",
        "城市移民治理",
    ],
    [
        "seasonal work schemes",
        "les programmes de travail saisonnier",
        "los programas de trabajo de temporada",
        "برامج العمل الموسمي",
        "программ сезонного труда",
        "季节性工作计划",
    ],
    [
        "orientation before departure",
        "l’orientation avant le départ",
        "la orientación previa a la partida",
        "التوجيه قبل المغادرة",
        "ориентационной подготовки перед выездом",
        "行前指导",
    ],
    [
        "preparedness for health emergencies",
        "la préparation aux urgences sanitaires",
        "la preparación para emergencias sanitarias",
        "التأهب للطوارئ الصحية",
        "готовности к чрезвычайным ситуациям в области здравоохранения",
        "突发卫生事件的应对准备",
    ],
];

/// A form of activity: its code in the vocabulary and its title, with `{t}` for the topic.
pub struct Form {
    /// The code of the kind of activity.
    pub kind: &'static str,
    /// The title.
    pub title: Six,
}

const fn form(kind: &'static str, title: Six) -> Form {
    Form { kind, title }
}

/// Forms of activity.
pub static FORMS: &[Form] = &[
    form(
        "guidance",
        [
            "Guidance note on {t}",
            "Note d’orientation sur {t}",
            "Nota orientativa sobre {t}",
            "مذكرة توجيهية بشأن {t}",
            "Методические рекомендации по вопросам {t}",
            "关于{t}的指导说明",
        ],
    ),
    form(
        "study",
        [
            "Mapping of existing practices on {t}",
            "Recensement des pratiques existantes sur {t}",
            "Mapeo de las prácticas existentes sobre {t}",
            "حصر الممارسات القائمة بشأن {t}",
            "Обзор существующей практики по вопросам {t}",
            "关于{t}现有做法的梳理",
        ],
    ),
    form(
        "event",
        [
            "Regional dialogue on {t}",
            "Dialogue régional sur {t}",
            "Diálogo regional sobre {t}",
            "حوار إقليمي بشأن {t}",
            "Региональный диалог по вопросам {t}",
            "关于{t}的区域对话",
        ],
    ),
    form(
        "training",
        [
            "Training of trainers on {t}",
            "Formation de formateurs sur {t}",
            "Formación de formadores sobre {t}",
            "تدريب المدربين بشأن {t}",
            "Подготовка инструкторов по вопросам {t}",
            "关于{t}的师资培训",
        ],
    ),
    form(
        "event",
        [
            "Peer exchange on {t}",
            "Échange entre pairs sur {t}",
            "Intercambio entre pares sobre {t}",
            "تبادل الخبرات بين الأقران بشأن {t}",
            "Обмен опытом по вопросам {t}",
            "关于{t}的同行交流",
        ],
    ),
    form(
        "study",
        [
            "Set of indicators on {t}",
            "Série d’indicateurs sur {t}",
            "Conjunto de indicadores sobre {t}",
            "مجموعة مؤشرات بشأن {t}",
            "Набор показателей по вопросам {t}",
            "关于{t}的指标集",
        ],
    ),
    form(
        "guidance",
        [
            "Checklist on {t}",
            "Liste de contrôle sur {t}",
            "Lista de verificación sobre {t}",
            "قائمة مرجعية بشأن {t}",
            "Контрольный перечень по вопросам {t}",
            "关于{t}的核对清单",
        ],
    ),
    form(
        "study",
        [
            "Baseline study on {t}",
            "Étude de référence sur {t}",
            "Estudio de base sobre {t}",
            "دراسة مرجعية بشأن {t}",
            "Базовое исследование по вопросам {t}",
            "关于{t}的基线研究",
        ],
    ),
    form(
        "event",
        [
            "Webinar series on {t}",
            "Série de webinaires sur {t}",
            "Serie de seminarios web sobre {t}",
            "سلسلة ندوات شبكية بشأن {t}",
            "Серия вебинаров по вопросам {t}",
            "关于{t}的系列网络研讨会",
        ],
    ),
    form(
        "consultation",
        [
            "Consultation with stakeholders on {t}",
            "Consultation des parties prenantes sur {t}",
            "Consulta con las partes interesadas sobre {t}",
            "مشاورات مع أصحاب المصلحة بشأن {t}",
            "Консультации с заинтересованными сторонами по вопросам {t}",
            "关于{t}的利益攸关方磋商",
        ],
    ),
    form(
        "guidance",
        [
            "Toolkit on {t}",
            "Boîte à outils sur {t}",
            "Caja de herramientas sobre {t}",
            "مجموعة أدوات بشأن {t}",
            "Набор инструментов по вопросам {t}",
            "关于{t}的工具包",
        ],
    ),
    form(
        "contribution",
        [
            "Joint submission on {t}",
            "Contribution conjointe sur {t}",
            "Aportación conjunta sobre {t}",
            "مساهمة مشتركة بشأن {t}",
            "Совместные материалы по вопросам {t}",
            "关于{t}的联合提交材料",
        ],
    ),
    form(
        "study",
        [
            "Policy brief on {t}",
            "Note de synthèse sur {t}",
            "Informe de políticas sobre {t}",
            "موجز سياسات بشأن {t}",
            "Аналитическая записка по вопросам {t}",
            "关于{t}的政策简报",
        ],
    ),
    form(
        "study",
        [
            "Collection of promising practices on {t}",
            "Recueil de pratiques prometteuses sur {t}",
            "Recopilación de prácticas prometedoras sobre {t}",
            "مجموعة من الممارسات الواعدة بشأن {t}",
            "Сборник перспективных видов практики по вопросам {t}",
            "关于{t}的良好做法汇编",
        ],
    ),
    form(
        "training",
        [
            "Online course on {t}",
            "Cours en ligne sur {t}",
            "Curso en línea sobre {t}",
            "دورة تدريبية على الإنترنت بشأن {t}",
            "Онлайн-курс по вопросам {t}",
            "关于{t}的在线课程",
        ],
    ),
    form(
        "other",
        [
            "Community of practice on {t}",
            "Communauté de pratique sur {t}",
            "Comunidad de práctica sobre {t}",
            "جماعة ممارسين بشأن {t}",
            "Сообщество практиков по вопросам {t}",
            "关于{t}的实践社区",
        ],
    ),
    form(
        "event",
        [
            "Expert meeting on {t}",
            "Réunion d’experts sur {t}",
            "Reunión de expertos sobre {t}",
            "اجتماع خبراء بشأن {t}",
            "Совещание экспертов по вопросам {t}",
            "关于{t}的专家会议",
        ],
    ),
    form(
        "guidance",
        [
            "Model provisions on {t}",
            "Dispositions types sur {t}",
            "Disposiciones modelo sobre {t}",
            "أحكام نموذجية بشأن {t}",
            "Типовые положения по вопросам {t}",
            "关于{t}的示范条款",
        ],
    ),
    form(
        "consultation",
        [
            "Survey of members on {t}",
            "Enquête auprès des membres sur {t}",
            "Encuesta a los miembros sobre {t}",
            "استقصاء آراء الأعضاء بشأن {t}",
            "Опрос членов по вопросам {t}",
            "关于{t}的成员调查",
        ],
    ),
    form(
        "other",
        [
            "Communication package on {t}",
            "Supports de communication sur {t}",
            "Material de comunicación sobre {t}",
            "مواد إعلامية بشأن {t}",
            "Информационные материалы по вопросам {t}",
            "关于{t}的宣传材料",
        ],
    ),
    form(
        "other",
        [
            "Roster of experts on {t}",
            "Fichier d’experts sur {t}",
            "Lista de expertos sobre {t}",
            "سجل خبراء بشأن {t}",
            "Реестр экспертов по вопросам {t}",
            "关于{t}的专家名册",
        ],
    ),
    form(
        "side_event",
        [
            "Side event on {t}",
            "Manifestation parallèle sur {t}",
            "Evento paralelo sobre {t}",
            "نشاط جانبي بشأن {t}",
            "Параллельное мероприятие по вопросам {t}",
            "关于{t}的会外活动",
        ],
    ),
    form(
        "study",
        [
            "Review of legislation on {t}",
            "Examen de la législation sur {t}",
            "Examen de la legislación sobre {t}",
            "استعراض التشريعات بشأن {t}",
            "Обзор законодательства по вопросам {t}",
            "关于{t}的立法审查",
        ],
    ),
    form(
        "other",
        [
            "Help desk on {t}",
            "Service d’assistance sur {t}",
            "Servicio de asistencia sobre {t}",
            "مكتب مساعدة بشأن {t}",
            "Консультационная служба по вопросам {t}",
            "关于{t}的咨询服务",
        ],
    ),
    form(
        "training",
        [
            "Workshop for practitioners on {t}",
            "Atelier pour praticiens sur {t}",
            "Taller para profesionales sobre {t}",
            "حلقة عمل للممارسين بشأن {t}",
            "Практикум для специалистов по вопросам {t}",
            "关于{t}的从业人员讲习班",
        ],
    ),
    form(
        "study",
        [
            "Costing of measures on {t}",
            "Chiffrage de mesures sur {t}",
            "Cálculo del costo de medidas sobre {t}",
            "تقدير كلفة التدابير بشأن {t}",
            "Расчёт стоимости мер по вопросам {t}",
            "关于{t}措施的成本测算",
        ],
    ),
    form(
        "guidance",
        [
            "Standard operating procedures on {t}",
            "Procédures opérationnelles standard sur {t}",
            "Procedimientos operativos estándar sobre {t}",
            "إجراءات تشغيل موحدة بشأن {t}",
            "Стандартные оперативные процедуры по вопросам {t}",
            "关于{t}的标准作业程序",
        ],
    ),
    form(
        "contribution",
        [
            "Input to the biennial report on {t}",
            "Contribution au rapport biennal sur {t}",
            "Aportación al informe bienal sobre {t}",
            "إسهام في تقرير السنتين بشأن {t}",
            "Вклад в двухгодичный доклад по вопросам {t}",
            "关于{t}的两年期报告供稿",
        ],
    ),
];

/// Whom or where an activity is for; follows its title.
pub static SCOPES: &[Six] = &[
    [
        " for local authorities",
        " à l’intention des autorités locales",
        " para las autoridades locales",
        " لفائدة السلطات المحلية",
        " для местных органов власти",
        "（面向地方当局）",
    ],
    [
        " for border officials",
        " à l’intention des agents des frontières",
        " para el personal de fronteras",
        " لفائدة موظفي الحدود",
        " для сотрудников пограничных служб",
        "（面向边境人员）",
    ],
    [
        " for consular staff",
        " à l’intention du personnel consulaire",
        " para el personal consular",
        " لفائدة الموظفين القنصليين",
        " для консульских работников",
        "（面向领事人员）",
    ],
    [
        " for employers and recruiters",
        " à l’intention des employeurs et des recruteurs",
        " para empleadores y reclutadores",
        " لفائدة أرباب العمل ووكالات التوظيف",
        " для работодателей и агентств по найму",
        "（面向雇主和招聘机构）",
    ],
    [
        " for country networks",
        " à l’intention des réseaux de pays",
        " para las redes en los países",
        " لفائدة الشبكات القطرية",
        " для страновых сетей",
        "（面向国家网络）",
    ],
    [
        " for civil society",
        " à l’intention de la société civile",
        " para la sociedad civil",
        " لفائدة المجتمع المدني",
        " для гражданского общества",
        "（面向民间社会）",
    ],
    [
        " for parliamentarians",
        " à l’intention des parlementaires",
        " para parlamentarios",
        " لفائدة البرلمانيين",
        " для парламентариев",
        "（面向议员）",
    ],
    [
        " for trade unions",
        " à l’intention des syndicats",
        " para los sindicatos",
        " لفائدة نقابات العمال",
        " для профсоюзов",
        "（面向工会）",
    ],
    [
        " for judges and prosecutors",
        " à l’intention des juges et des procureurs",
        " para jueces y fiscales",
        " لفائدة القضاة والمدعين العامين",
        " для судей и прокуроров",
        "（面向法官和检察官）",
    ],
    [
        " for front-line health workers",
        " à l’intention du personnel de santé de première ligne",
        " para el personal sanitario de primera línea",
        " لفائدة العاملين الصحيين في الخطوط الأمامية",
        " для медицинских работников первичного звена",
        "（面向一线卫生工作者）",
    ],
    [
        " for statistical offices",
        " à l’intention des instituts de statistique",
        " para las oficinas de estadística",
        " لفائدة الأجهزة الإحصائية",
        " для статистических ведомств",
        "（面向统计部门）",
    ],
    [
        " in West and Central Africa",
        " en Afrique de l’Ouest et en Afrique centrale",
        " en África Occidental y Central",
        " في غرب أفريقيا ووسطها",
        " в Западной и Центральной Африке",
        "（西非和中非）",
    ],
    [
        " in East Africa and the Horn of Africa",
        " en Afrique de l’Est et dans la Corne de l’Afrique",
        " en África Oriental y el Cuerno de África",
        " في شرق أفريقيا والقرن الأفريقي",
        " в Восточной Африке и на Африканском Роге",
        "（东非和非洲之角）",
    ],
    [
        " in Latin America and the Caribbean",
        " en Amérique latine et dans les Caraïbes",
        " en América Latina y el Caribe",
        " في أمريكا اللاتينية ومنطقة البحر الكاريبي",
        " в Латинской Америке и Карибском бассейне",
        "（拉丁美洲和加勒比）",
    ],
    [
        " in the Arab region",
        " dans la région arabe",
        " en la región árabe",
        " في المنطقة العربية",
        " в арабском регионе",
        "（阿拉伯区域）",
    ],
    [
        " in Asia and the Pacific",
        " en Asie et dans le Pacifique",
        " en Asia y el Pacífico",
        " في آسيا والمحيط الهادئ",
        " в Азиатско-Тихоокеанском регионе",
        "（亚洲及太平洋）",
    ],
    [
        " in Central Asia",
        " en Asie centrale",
        " en Asia Central",
        " في آسيا الوسطى",
        " в Центральной Азии",
        "（中亚）",
    ],
    [
        " in small island States",
        " dans les petits États insulaires",
        " en los pequeños Estados insulares",
        " في الدول الجزرية الصغيرة",
        " в малых островных государствах",
        "（小岛屿国家）",
    ],
    [
        " in border areas",
        " dans les zones frontalières",
        " en las zonas fronterizas",
        " في المناطق الحدودية",
        " в приграничных районах",
        "（边境地区）",
    ],
    [
        " in cities of transit",
        " dans les villes de transit",
        " en las ciudades de tránsito",
        " في مدن العبور",
        " в городах транзита",
        "（过境城市）",
    ],
    [
        " in rural areas",
        " dans les zones rurales",
        " en las zonas rurales",
        " في المناطق الريفية",
        " в сельских районах",
        "（农村地区）",
    ],
];

/// Which of several phases an activity is, with `{n}` for the number; follows its title.
pub static PHASE: Six = [
    ", phase {n}",
    ", phase {n}",
    ", fase {n}",
    "، المرحلة {n}",
    ", этап {n}",
    "，第{n}阶段",
];

/// Steps below an activity.
pub static PARTS: &[Form] = &[
    form(
        "study",
        [
            "Literature review on {t}",
            "Revue documentaire sur {t}",
            "Revisión documental sobre {t}",
            "استعراض الأدبيات بشأن {t}",
            "Обзор литературы по вопросам {t}",
            "关于{t}的文献综述",
        ],
    ),
    form(
        "consultation",
        [
            "Questionnaire to members on {t}",
            "Questionnaire aux membres sur {t}",
            "Cuestionario a los miembros sobre {t}",
            "استبيان للأعضاء بشأن {t}",
            "Вопросник для членов по вопросам {t}",
            "关于{t}的成员问卷",
        ],
    ),
    form(
        "study",
        [
            "Case studies on {t}",
            "Études de cas sur {t}",
            "Estudios de casos sobre {t}",
            "دراسات حالة بشأن {t}",
            "Тематические исследования по вопросам {t}",
            "关于{t}的案例研究",
        ],
    ),
    form(
        "guidance",
        [
            "Draft text on {t}",
            "Projet de texte sur {t}",
            "Proyecto de texto sobre {t}",
            "مشروع نص بشأن {t}",
            "Проект текста по вопросам {t}",
            "关于{t}的案文草稿",
        ],
    ),
    form(
        "event",
        [
            "Validation workshop on {t}",
            "Atelier de validation sur {t}",
            "Taller de validación sobre {t}",
            "حلقة عمل للمصادقة على العمل بشأن {t}",
            "Семинар по согласованию материалов по вопросам {t}",
            "关于{t}的审定研讨会",
        ],
    ),
    form(
        "training",
        [
            "Pilot sessions on {t}",
            "Séances pilotes sur {t}",
            "Sesiones piloto sobre {t}",
            "جلسات تجريبية بشأن {t}",
            "Пробные занятия по вопросам {t}",
            "关于{t}的试点课程",
        ],
    ),
    form(
        "event",
        [
            "Launch event on {t}",
            "Lancement des travaux sur {t}",
            "Acto de presentación sobre {t}",
            "فعالية إطلاق العمل بشأن {t}",
            "Стартовое мероприятие по вопросам {t}",
            "关于{t}的启动活动",
        ],
    ),
    form(
        "other",
        [
            "Translation and dissemination of material on {t}",
            "Traduction et diffusion de documents sur {t}",
            "Traducción y difusión de material sobre {t}",
            "ترجمة المواد ونشرها بشأن {t}",
            "Перевод и распространение материалов по вопросам {t}",
            "关于{t}材料的翻译和传播",
        ],
    ),
];

/// Joint actions, with `{t}` for the topic and `{p}` for the place; the word before is what kind of action it is.
pub static JOINT_ACTIONS: &[Form] = &[
    form(
        "joint programme",
        [
            "Joint programme on {t} — {p}",
            "Programme conjoint sur {t} — {p}",
            "Programa conjunto sobre {t} — {p}",
            "برنامج مشترك بشأن {t} — {p}",
            "Совместная программа по вопросам {t} — {p}",
            "关于{t}的联合方案（{p}）",
        ],
    ),
    form(
        "technical support",
        [
            "Technical support on {t} — {p}",
            "Appui technique sur {t} — {p}",
            "Apoyo técnico sobre {t} — {p}",
            "دعم تقني بشأن {t} — {p}",
            "Техническая поддержка по вопросам {t} — {p}",
            "关于{t}的技术支助（{p}）",
        ],
    ),
    form(
        "pilot",
        [
            "Pilot initiative on {t} — {p}",
            "Initiative pilote sur {t} — {p}",
            "Iniciativa piloto sobre {t} — {p}",
            "مبادرة تجريبية بشأن {t} — {p}",
            "Пилотная инициатива по вопросам {t} — {p}",
            "关于{t}的试点举措（{p}）",
        ],
    ),
    form(
        "assessment mission",
        [
            "Joint assessment on {t} — {p}",
            "Évaluation conjointe sur {t} — {p}",
            "Evaluación conjunta sobre {t} — {p}",
            "تقييم مشترك بشأن {t} — {p}",
            "Совместная оценка по вопросам {t} — {p}",
            "关于{t}的联合评估（{p}）",
        ],
    ),
    form(
        "dialogue",
        [
            "National dialogue on {t} — {p}",
            "Dialogue national sur {t} — {p}",
            "Diálogo nacional sobre {t} — {p}",
            "حوار وطني بشأن {t} — {p}",
            "Национальный диалог по вопросам {t} — {p}",
            "关于{t}的国家对话（{p}）",
        ],
    ),
    form(
        "campaign",
        [
            "Awareness campaign on {t} — {p}",
            "Campagne de sensibilisation sur {t} — {p}",
            "Campaña de sensibilización sobre {t} — {p}",
            "حملة توعية بشأن {t} — {p}",
            "Информационная кампания по вопросам {t} — {p}",
            "关于{t}的宣传活动（{p}）",
        ],
    ),
    form(
        "service centre",
        [
            "One-stop service on {t} — {p}",
            "Guichet unique sur {t} — {p}",
            "Ventanilla única sobre {t} — {p}",
            "خدمة الشباك الواحد بشأن {t} — {p}",
            "Служба одного окна по вопросам {t} — {p}",
            "关于{t}的一站式服务（{p}）",
        ],
    ),
];

/// Pledges, with `{t}` for the topic; the word before is the type of commitment.
pub static PLEDGES: &[Form] = &[
    form(
        "policy",
        [
            "Revise national policy on {t}",
            "Réviser la politique nationale sur {t}",
            "Revisar la política nacional sobre {t}",
            "مراجعة السياسة الوطنية بشأن {t}",
            "Пересмотр национальной политики по вопросам {t}",
            "修订关于{t}的国家政策",
        ],
    ),
    form(
        "policy",
        [
            "Adopt a strategy on {t}",
            "Adopter une stratégie sur {t}",
            "Adoptar una estrategia sobre {t}",
            "اعتماد استراتيجية بشأن {t}",
            "Принятие стратегии по вопросам {t}",
            "通过关于{t}的战略",
        ],
    ),
    form(
        "financial",
        [
            "Fund projects on {t}",
            "Financer des projets sur {t}",
            "Financiar proyectos sobre {t}",
            "تمويل مشاريع بشأن {t}",
            "Финансирование проектов по вопросам {t}",
            "资助关于{t}的项目",
        ],
    ),
    form(
        "financial",
        [
            "Contribute to a pooled fund for work on {t}",
            "Contribuer à un fonds commun pour les travaux sur {t}",
            "Contribuir a un fondo común para la labor sobre {t}",
            "المساهمة في صندوق مشترك للعمل بشأن {t}",
            "Взнос в объединённый фонд для работы по вопросам {t}",
            "为关于{t}的工作向集合基金捐款",
        ],
    ),
    form(
        "human_resources",
        [
            "Second experts on {t}",
            "Détacher des experts sur {t}",
            "Adscribir expertos sobre {t}",
            "إعارة خبراء بشأن {t}",
            "Откомандирование экспертов по вопросам {t}",
            "借调关于{t}的专家",
        ],
    ),
    form(
        "human_resources",
        [
            "Train officials on {t}",
            "Former des fonctionnaires sur {t}",
            "Capacitar a funcionarios sobre {t}",
            "تدريب الموظفين بشأن {t}",
            "Подготовка должностных лиц по вопросам {t}",
            "就{t}培训官员",
        ],
    ),
    form(
        "process",
        [
            "Set up a national mechanism on {t}",
            "Mettre en place un mécanisme national sur {t}",
            "Crear un mecanismo nacional sobre {t}",
            "إنشاء آلية وطنية بشأن {t}",
            "Создание национального механизма по вопросам {t}",
            "建立关于{t}的国家机制",
        ],
    ),
    form(
        "process",
        [
            "Host a yearly exchange on {t}",
            "Accueillir un échange annuel sur {t}",
            "Acoger un intercambio anual sobre {t}",
            "استضافة تبادل سنوي للخبرات بشأن {t}",
            "Проведение ежегодного обмена опытом по вопросам {t}",
            "主办关于{t}的年度交流",
        ],
    ),
];

/// Meetings: series and title, with `{t}` for the topic.
pub static MEETINGS: &[Form] = &[
    form(
        "regular",
        [
            "Regular meeting: work on {t}",
            "Réunion ordinaire : travaux sur {t}",
            "Reunión ordinaria: labor sobre {t}",
            "اجتماع عادي: العمل بشأن {t}",
            "Очередное заседание: работа по вопросам {t}",
            "例会：关于{t}的工作",
        ],
    ),
    form(
        "co-leads",
        [
            "Co-leads’ meeting on {t}",
            "Réunion des cochefs de file sur {t}",
            "Reunión de los colíderes sobre {t}",
            "اجتماع القيادتين المشتركتين بشأن {t}",
            "Совещание соруководителей по вопросам {t}",
            "关于{t}的共同牵头方会议",
        ],
    ),
    form(
        "drafting",
        [
            "Drafting session on {t}",
            "Séance de rédaction sur {t}",
            "Sesión de redacción sobre {t}",
            "جلسة صياغة بشأن {t}",
            "Редакционное заседание по вопросам {t}",
            "关于{t}的起草会议",
        ],
    ),
    form(
        "briefing",
        [
            "Briefing for Member States on {t}",
            "Séance d’information des États Membres sur {t}",
            "Sesión informativa para los Estados Miembros sobre {t}",
            "إحاطة للدول الأعضاء بشأن {t}",
            "Брифинг для государств-членов по вопросам {t}",
            "面向会员国的{t}情况通报会",
        ],
    ),
    form(
        "stakeholders",
        [
            "Consultation with stakeholders on {t}",
            "Consultation des parties prenantes sur {t}",
            "Consulta con las partes interesadas sobre {t}",
            "مشاورات مع أصحاب المصلحة بشأن {t}",
            "Консультации с заинтересованными сторонами по вопросам {t}",
            "关于{t}的利益攸关方磋商会",
        ],
    ),
];

/// Groups of a practice network, with `{t}` for the topic.
pub static GROUP: Six = [
    "Practice group on {t}",
    "Groupe d’exercice sur {t}",
    "Grupo de práctica sobre {t}",
    "فريق تدريبي معني بالعمل بشأن {t}",
    "Учебная группа по вопросам {t}",
    "关于{t}的演练小组",
];

/// Networks in a country, with `{p}` for its name.
pub static COUNTRY_NETWORK: Six = [
    "Country network (practice): {p}",
    "Réseau de pays (exercice) : {p}",
    "Red en el país (práctica): {p}",
    "شبكة قطرية (تدريب): {p}",
    "Страновая сеть (учебная): {p}",
    "国家网络（演练）：{p}",
];

/// What groups are for, with `{t}` for the topic.
pub static PURPOSE: Six = [
    "Brings together members and stakeholders who work on {t}. Made up for practice.",
    "Réunit les membres et les parties prenantes qui travaillent sur {t}. Inventé pour s’exercer.",
    "Reúne a los miembros y a las partes interesadas que trabajan sobre {t}. Inventado para practicar.",
    "يجمع الأعضاء وأصحاب المصلحة العاملين بشأن {t}. بيانات مختلقة لأغراض التدريب.",
    "Объединяет членов и заинтересованные стороны, работающие по вопросам {t}. Вымышлено для упражнений.",
    "汇集从事关于{t}工作的成员和利益攸关方。为练习而虚构。",
];

/// Workplans, with `{n}` for the years.
pub static WORKPLAN: Six = [
    "Practice workplan {n}",
    "Plan de travail d’exercice {n}",
    "Plan de trabajo de práctica {n}",
    "خطة عمل تدريبية {n}",
    "Учебный план работы, {n}",
    "演练工作计划（{n}）",
];

/// Rounds in which statuses are asked for, with `{n}` for the year and half.
pub static ROUND: Six = [
    "Status round {n}",
    "Tour d’état d’avancement {n}",
    "Ronda de situación {n}",
    "جولة استعراض الحالة {n}",
    "Раунд сбора сведений о ходе работы, {n}",
    "进展情况收集（{n}）",
];

/// Documents: kind and title, with `{t}` for the topic.
pub static DOCUMENTS: &[Form] = &[
    form(
        "guidance note",
        [
            "Guidance note: work on {t}",
            "Note d’orientation : travaux sur {t}",
            "Nota orientativa: labor sobre {t}",
            "مذكرة توجيهية: العمل بشأن {t}",
            "Рекомендации: работа по вопросам {t}",
            "指导说明：关于{t}的工作",
        ],
    ),
    form(
        "terms of reference",
        [
            "Terms of reference for work on {t}",
            "Mandat pour les travaux sur {t}",
            "Mandato para la labor sobre {t}",
            "اختصاصات العمل بشأن {t}",
            "Круг ведения для работы по вопросам {t}",
            "关于{t}工作的职权范围",
        ],
    ),
    form(
        "concept note",
        [
            "Concept note on {t}",
            "Note conceptuelle sur {t}",
            "Nota conceptual sobre {t}",
            "مذكرة مفاهيمية بشأن {t}",
            "Концептуальная записка по вопросам {t}",
            "关于{t}的概念说明",
        ],
    ),
    form(
        "report",
        [
            "Summary report on {t}",
            "Rapport de synthèse sur {t}",
            "Informe resumido sobre {t}",
            "تقرير موجز بشأن {t}",
            "Краткий доклад по вопросам {t}",
            "关于{t}的总结报告",
        ],
    ),
    form(
        "presentation",
        [
            "Presentation on {t}",
            "Présentation sur {t}",
            "Presentación sobre {t}",
            "عرض بشأن {t}",
            "Презентация по вопросам {t}",
            "关于{t}的演示文稿",
        ],
    ),
];

/// National plans, with `{p}` for the country.
pub static NATIONAL_PLAN: Six = [
    "Practice implementation plan: {p}",
    "Plan de mise en œuvre d’exercice : {p}",
    "Plan de aplicación de práctica: {p}",
    "خطة تنفيذ تدريبية: {p}",
    "Учебный план осуществления: {p}",
    "演练执行计划：{p}",
];

/// Results, with `{t}` for the topic.
pub static RESULTS: &[Six] = &[
    [
        "Text on {t} agreed by all partners",
        "Texte sur {t} adopté par tous les partenaires",
        "Texto sobre {t} acordado por todos los asociados",
        "نص بشأن {t} وافق عليه جميع الشركاء",
        "Согласованный всеми партнёрами текст по вопросам {t}",
        "各伙伴商定的关于{t}的案文",
    ],
    [
        "Focal points on {t} named in all ministries concerned",
        "Points focaux sur {t} désignés dans tous les ministères concernés",
        "Puntos focales sobre {t} designados en todos los ministerios interesados",
        "تعيين جهات تنسيق بشأن {t} في جميع الوزارات المعنية",
        "Во всех профильных министерствах назначены координаторы по вопросам {t}",
        "各有关部委已指定关于{t}的协调人",
    ],
    [
        "Course on {t} taken up in yearly training",
        "Cours sur {t} repris dans la formation annuelle",
        "Curso sobre {t} incorporado a la formación anual",
        "إدراج دورة بشأن {t} في التدريب السنوي",
        "Курс по вопросам {t} включён в ежегодную подготовку",
        "关于{t}的课程已纳入年度培训",
    ],
];
