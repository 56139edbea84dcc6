import { describe, expect, it } from 'vitest';
import { heightRemarks, percent, remark, remarkSentence } from '@/utils/capture/remarks';
import { REMARK_CODES } from '@/utils/domain/capture';
import { createTranslator } from '@/utils/i18n';

const FACTS = { shown: '1', height: '2', from: '3', to: '4', width: '5', share: '6', count: '7' };
const ALL = { ...FACTS, url: 'https://frame.example/', taken: '8', found: '9', pane: '1' };

describe('remarks', () => {
  it.each(REMARK_CODES)('%s is said in English and in all languages, with the same facts', (code) => {
    const sentence = remarkSentence({ code, facts: ALL });
    expect(sentence).not.toContain('undefined');
    const factsIn = (text: string) => Object.values(ALL).filter((fact) => text.includes(fact));
    for (const language of ['ru', 'kk', 'uz', 'en'] as const) {
      const say = createTranslator(language) as unknown as (key: string, facts: object) => string;
      const text = say(`remark.${code}`, ALL);
      expect(text).not.toMatch(/\{\{|remark\./);
      for (const fact of factsIn(sentence)) expect(text).toContain(fact);
    }
  });

  it('rounds facts, and never calls a share nothing', () => {
    expect(remark('page-cut', { shown: 119_999.6, height: '7' }).facts).toEqual({
      shown: '120000',
      height: '7',
    });
    expect([percent(0.00001), percent(0.1234), percent(1)]).toEqual(['0.1', '12.3', '100']);
  });

  it('says what the height of a page leaves out', () => {
    expect(heightRemarks(9_000, 9_000.5)).toEqual([]);
    expect(heightRemarks(130_000, 130_000)).toEqual([
      { code: 'page-cut', facts: { shown: '120000', height: '130000' } },
    ]);
    expect(heightRemarks(9_000, 12_000)).toEqual([
      { code: 'page-grew', facts: { from: '9000', to: '12000', shown: '9000' } },
    ]);
  });
});
