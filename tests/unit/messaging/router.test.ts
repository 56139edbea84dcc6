import { describe, expect, it } from 'vitest';
import { ExpectedError } from '@/utils/errors';
import { createClient } from '@/utils/messaging/client';
import { createRouter, type Handlers } from '@/utils/messaging/router';

const own = { id: 'osmotr', origin: 'chrome-extension://osmotr' };
const popup = { id: 'osmotr', url: 'chrome-extension://osmotr/popup.html' };
const handlers = {
  createCase: async ({ title }: { title: string }) => {
    if (title === '') throw new ExpectedError('invalid-case', { field: 'title' });
    if (title === 'bug') throw new TypeError('x is not a function');
    return { caseId: `id of ${title}` };
  },
} as unknown as Handlers;
const dispatch = createRouter(handlers, { own, ready: Promise.resolve() });
const send = createClient((message) => dispatch(message, popup));
const details = {
  registerNumber: '',
  jurisdiction: 'kz',
  unit: '',
  position: '',
  rank: '',
  name: '',
} as const;

describe('messages', () => {
  it('reach their handler and bring its value back', async () => {
    expect(await send('createCase', { ...details, title: 'A' })).toEqual({ caseId: 'id of A' });
  });

  it('bring expected errors back as such, and bugs as bugs', async () => {
    await expect(send('createCase', { ...details, title: '' })).rejects.toMatchObject({
      name: 'ExpectedError',
      code: 'invalid-case',
      facts: { field: 'title' },
    });
    await expect(send('createCase', { ...details, title: 'bug' })).rejects.toThrow('x is not a function');
  });

  it('are refused from a content script, another extension, and a page that only begins like ours', async () => {
    const message = { osmotr: 'createCase', input: { title: 'A' } };
    for (const sender of [
      { id: 'osmotr', url: 'https://shop.example/' },
      { id: 'osmotr' },
      { id: 'other', url: popup.url },
      { id: 'osmotr', url: 'chrome-extension://osmotr.example/popup.html' },
    ]) {
      expect(await dispatch(message, sender)).toMatchObject({
        ok: false,
        error: { code: 'permission-refused' },
      });
    }
  });

  it('of others are left to others, and unknown names are bugs', async () => {
    expect(await dispatch({ other: 1 }, popup)).toBeUndefined();
    expect(await dispatch(null, popup)).toBeUndefined();
    expect(await dispatch({ osmotr: 'toString', input: {} }, popup)).toMatchObject({
      ok: false,
      error: { code: 'unexpected' },
    });
  });

  it('are all answered with the error when the store could not be prepared', async () => {
    const ready = Promise.reject(new ExpectedError('storage-unavailable'));
    const broken = createRouter(handlers, { own, ready });
    expect(await broken({ osmotr: 'createCase', input: {} }, popup)).toMatchObject({
      error: { code: 'storage-unavailable' },
    });
  });
});
