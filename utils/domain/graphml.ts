import type { LinkGraph } from './link-graph';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="type" for="node" attr.name="type" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="hosts" for="node" attr.name="hosts" attr.type="int"/>
  <key id="captures" for="node" attr.name="captures" attr.type="int"/>
  <key id="weight" for="edge" attr.name="captures" attr.type="int"/>
  <graph edgedefault="undirected">`;

/**
 * A link graph as GraphML (graphml.graphdrawing.org), which Gephi, yEd and i2 importers read. Values stand whole;
 * characters that XML 1.0 has no way to write become U+FFFD.
 */
export function toGraphml({ nodes, edges }: LinkGraph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [HEAD];
  for (const { id, kind, type, label, hosts, captureIds } of nodes) {
    lines.push(
      `    <node id="${ids.get(id)}"><data key="kind">${kind}</data>` +
        (type === null ? '' : `<data key="type">${escapeXml(type)}</data>`) +
        `<data key="label">${escapeXml(label)}</data><data key="hosts">${hosts.length}</data>` +
        `<data key="captures">${captureIds.length}</data></node>`,
    );
  }
  for (const { source, target, captures } of edges) {
    lines.push(
      `    <edge source="${ids.get(source)}" target="${ids.get(target)}"><data key="weight">${captures}</data></edge>`,
    );
  }
  return `${lines.join('\n')}\n  </graph>\n</graphml>\n`;
}

// XML 1.0, production [2] Char: no other control characters, no lone surrogates, no U+FFFE or U+FFFF.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
