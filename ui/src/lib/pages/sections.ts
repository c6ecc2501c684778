/** One list on the page of a record. Message ids: `section-<name>`, `section-<name>-empty`, `section-<name>-add`. */
export interface Section {
  name: string;
  kind: string;
  /** Which records belong to the one with this id. */
  where(id: string): string[];
  sort: string[];
  /** The field that names a row; its label by default. */
  title?: string;
  /** Fields shown behind the name. */
  fields: string[];
  /** What a new one begins with; null where none can be added here. */
  fresh: ((id: string) => string[]) | null;
  /** The reference that is chosen before a new one is made, so that none is made without it. */
  pick?: string;
  /** Left out where it holds nothing. */
  quiet?: boolean;
}

/** What the page of a kind shows besides its own fields. */
export interface PageShape {
  main: Section[];
  side: Section[];
}

const jointActions = (field: string): Section => ({
  name: 'joint-actions',
  kind: 'joint_action',
  where: (id) => [`${field}=id:${id}`],
  sort: ['title'],
  fields: ['timeline', 'status'],
  fresh: (id) => [`${field}=id:${id}`],
});

const pledges: Section = {
  name: 'pledges',
  kind: 'pledge',
  where: (id) => [`maker=id:${id}`],
  sort: ['title'],
  fields: ['kind', 'status'],
  fresh: (id) => [`maker=id:${id}`],
};

/** The pages of the window. */
export const PAGES: Record<string, PageShape> = {
  group: {
    main: [
      {
        name: 'activities',
        kind: 'activity',
        where: (id) => [`group=id:${id}`],
        sort: ['order'],
        fields: ['timeline', 'status', 'leads'],
        fresh: (id) => [`group=id:${id}`],
      },
      {
        name: 'products',
        kind: 'activity',
        where: (id) => [`group=id:${id}`, 'products!='],
        sort: ['order'],
        fields: ['products'],
        fresh: null,
        quiet: true,
      },
      jointActions('groups'),
      {
        name: 'meetings',
        kind: 'meeting',
        where: (id) => [`group=id:${id}`],
        sort: ['-start'],
        fields: ['start', 'format'],
        fresh: (id) => [`group=id:${id}`, 'state=draft', 'confidentiality=open'],
      },
      pledges,
    ],
    side: [
      {
        name: 'co-leads',
        kind: 'membership',
        where: (id) => [`group=id:${id}`, 'role=co_lead|coordinator'],
        sort: ['organisation'],
        title: 'organisation',
        fields: ['role', 'from'],
        fresh: (id) => [`group=id:${id}`, 'role=co_lead'],
        pick: 'organisation',
      },
      {
        name: 'members',
        kind: 'membership',
        where: (id) => [`group=id:${id}`, 'role!=co_lead', 'role!=coordinator'],
        sort: ['organisation'],
        title: 'organisation',
        fields: ['role'],
        fresh: (id) => [`group=id:${id}`, 'role=member'],
        pick: 'organisation',
      },
      {
        name: 'succeeded-by',
        kind: 'group',
        where: (id) => [`succeeds=id:${id}`],
        sort: ['name'],
        fields: ['state'],
        fresh: null,
        quiet: true,
      },
    ],
  },
  organisation: {
    main: [
      {
        name: 'memberships',
        kind: 'membership',
        where: (id) => [`organisation=id:${id}`],
        sort: ['group'],
        title: 'group',
        fields: ['role', 'from', 'to'],
        fresh: (id) => [`organisation=id:${id}`, 'role=member'],
        pick: 'group',
      },
      {
        name: 'leads',
        kind: 'activity',
        where: (id) => [`leads=id:${id}`],
        sort: ['order'],
        fields: ['timeline', 'status'],
        fresh: null,
      },
      {
        name: 'contributes',
        kind: 'activity',
        where: (id) => [`contributors=id:${id}`],
        sort: ['order'],
        fields: ['timeline', 'status'],
        fresh: null,
        quiet: true,
      },
      jointActions('organisations'),
      pledges,
    ],
    side: [
      {
        name: 'people',
        kind: 'person',
        where: (id) => [`organisation=id:${id}`],
        sort: ['name'],
        fields: ['function'],
        fresh: (id) => [`organisation=id:${id}`],
      },
      {
        name: 'represents',
        kind: 'organisation',
        where: (id) => [`represented_by=id:${id}`],
        sort: ['label'],
        fields: ['category'],
        fresh: null,
        quiet: true,
      },
    ],
  },
  place: {
    main: [
      jointActions('places'),
      pledges,
      {
        name: 'national-plans',
        kind: 'national_plan',
        where: (id) => [`place=id:${id}`],
        sort: ['title'],
        fields: ['state', 'period'],
        fresh: (id) => [`place=id:${id}`],
      },
      {
        name: 'organisations',
        kind: 'organisation',
        where: (id) => [`country=id:${id}`],
        sort: ['label'],
        fields: ['category'],
        fresh: null,
        quiet: true,
      },
      {
        name: 'networks',
        kind: 'group',
        where: (id) => [`place=id:${id}`],
        sort: ['name'],
        fields: ['kind', 'state'],
        fresh: null,
        quiet: true,
      },
      {
        name: 'reviews',
        kind: 'review',
        where: (id) => [`place=id:${id}`],
        sort: ['start'],
        fields: ['start', 'format'],
        fresh: null,
        quiet: true,
      },
    ],
    side: [
      {
        name: 'commissions',
        kind: 'place',
        where: (id) => [`members=id:${id}`, 'type=commission'],
        sort: ['name'],
        fields: [],
        fresh: null,
      },
      {
        name: 'regions',
        kind: 'place',
        where: (id) => [`members=id:${id}`, 'type=region'],
        sort: ['name'],
        fields: [],
        fresh: null,
        quiet: true,
      },
    ],
  },
  meeting: {
    main: [],
    side: [
      {
        name: 'attendance',
        kind: 'attendance',
        where: (id) => [`meeting=id:${id}`],
        sort: ['label'],
        fields: ['presence'],
        fresh: (id) => [`meeting=id:${id}`, 'presence=room'],
        pick: 'organisation',
      },
    ],
  },
};
