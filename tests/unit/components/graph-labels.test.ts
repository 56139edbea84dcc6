import { describe, expect, it } from 'vitest';
import { cutMiddle, nodeLabel } from '@/components/graph/graph-labels';

const node = { id: 'x', captureIds: [], hosts: [] };
const typeName = (type: string) => type.toUpperCase();

describe('labels of the graph', () => {
  it('keep both ends of a long value, and no more characters than asked', () => {
    const cut = cutMiddle('bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 20);
    expect(Array.from(cut)).toHaveLength(20);
    expect(cut.startsWith('bc1qar0s')).toBe(true);
    expect(cut.endsWith('f5mdq')).toBe(true);
    expect(cutMiddle('short', 20)).toBe('short');
  });

  it('name the type of a value, show a page by its path, and unseen characters by their codes', () => {
    expect(nodeLabel({ ...node, kind: 'indicator', type: 'btc', label: '1abc' }, typeName)).toBe('BTC\n1abc');
    expect(nodeLabel({ ...node, kind: 'page', type: null, label: 'https://a.example/x?y=1' }, typeName)).toBe(
      '/x?y=1',
    );
    expect(nodeLabel({ ...node, kind: 'host', type: null, label: 'a\u202Eb' }, typeName)).toBe('aU+202Eb');
  });
});
