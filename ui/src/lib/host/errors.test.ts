import { describe, expect, it } from 'vitest';
import { NOW } from '../../../tests/support/desk';
import { loadMessages } from '../i18n/load';
import { Messages } from '../i18n/messages.svelte';
import { sayError } from './errors';
import { type ErrorBody, HostError } from './host';

const body = (part: Partial<ErrorBody>): ErrorBody => ({
  kind: 'refused',
  code: 'unheard_of',
  params: {},
  hint: null,
  candidates: [],
  field: null,
  row: null,
  ...part,
});

async function said(part: Partial<ErrorBody>) {
  const m = new Messages(loadMessages, () => NOW);
  await m.use('en');
  return sayError(m, body(part));
}

describe('errors in words', () => {
  it('name kinds and fields as people do', async () => {
    const { text } = await said({ code: 'missing_field', params: { kind: 'joint_action', field: 'title' } });
    expect(text).toContain('Joint action');
    expect(text).toContain('Title');
  });

  it('name each of the kinds that something may be', async () => {
    const { text } = await said({
      code: 'key_not_found',
      params: { kind: 'organisation, person', key: 'Nobody', nearest: 'none' },
    });
    expect(text).toContain('Organisation or Person');
  });

  it('give the hint of the pages, never that of the command line', async () => {
    const { hint } = await said({ code: 'deleted_record', params: { record: 'X' }, hint: 'deleted_record' });
    expect(hint).not.toBeNull();
    expect(hint).not.toContain('workstreams ');
  });

  it('say something for a code nobody has words for', async () => {
    const { text, hint } = await said({ kind: 'failed' });
    expect(text).toContain('unheard_of');
    expect(hint).toBeTruthy();
  });
});

describe('whatever a transport rejects with', () => {
  it('becomes an error with a code', () => {
    expect(HostError.from({ code: 'disk_full', kind: 'failed' }).body).toMatchObject({
      code: 'disk_full',
      kind: 'failed',
      params: {},
    });
    expect(HostError.from('no answer').body).toMatchObject({
      kind: 'defect',
      code: 'unexpected',
      params: { detail: 'no answer' },
    });
    expect(HostError.from(new Error('x')).body.params['detail']).toBe('x');
    expect(HostError.from(null).body.kind).toBe('defect');
    const one = new HostError(body({}));
    expect(HostError.from(one)).toBe(one);
  });
});
