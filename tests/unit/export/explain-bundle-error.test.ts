import { describe, expect, it } from 'vitest';
import { BundleError, type BundleErrorCode } from '@/utils/bundle/errors';
import { toErrorRecord } from '@/utils/errors';
import { explainBundleError } from '@/utils/export/explain-bundle-error';

const FACTS = { file: 'data/captures/0001-shop.example/page.html', expected: 'aa', found: 'bb' };

/** What an export that was stopped by this code shows and writes down. */
function explained(code: BundleErrorCode) {
  try {
    return explainBundleError(new BundleError(code, FACTS));
  } catch (thrown) {
    return toErrorRecord(thrown);
  }
}

describe('explainBundleError', () => {
  it.each(['artifact-missing', 'artifact-changed', 'artifact-name'] as const)(
    'names the damaged file for %s',
    (code) => expect(explained(code)).toMatchObject({ code: 'artifact-damaged', facts: FACTS }),
  );

  it('tells a damaged journal and a case that is too big for one bundle', () => {
    expect(explained('journal-broken')).toMatchObject({
      code: 'journal-damaged',
      facts: { expected: 'aa', found: 'bb' },
    });
    expect(explained('made-part-too-big')).toMatchObject({ code: 'case-too-big', facts: {} });
  });

  it.each(['capture-number', 'signature-refused', 'zip-unsafe-path', 'zip-duplicate-name'] as const)(
    'reports %s as a bug, without the names of the case’s files',
    (code) =>
      expect(explained(code)).toEqual({ code: 'unexpected', facts: {}, detail: `Error: bundle: ${code}` }),
  );

  it('lets through what is no BundleError', () => {
    const cancelled = new Error('enough');
    expect(() => explainBundleError(cancelled)).toThrow(cancelled);
  });
});
