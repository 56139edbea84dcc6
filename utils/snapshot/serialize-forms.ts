import { escapeAttribute, escapeText } from './markup';
import { attribute } from './serialize-access';
import { isSecretField, writeAttributes, writeResource } from './serialize-attributes';
import type { FrameContext } from './serialize-context';

const INPUT_STATE = new Set(['value', 'checked', 'src']);
const SELECTED = new Set(['selected']);

/** `<input>` as it stands: what is typed and ticked becomes its attributes; secrets and file names never. */
export function writeInput(context: FrameContext, input: HTMLInputElement, inert: boolean): void {
  context.write('<input');
  writeAttributes(context, input, { omit: INPUT_STATE, inert });
  if (isSecretField(input)) {
    if (input.value || attribute(input, 'value')) context.remove('secret-value');
  } else if (input.type !== 'file') {
    const value = inert ? attribute(input, 'value') : input.value;
    if (value || attribute(input, 'value') !== null)
      context.write(` value="${escapeAttribute(value ?? '')}"`);
    if (value && !inert) context.addSource('attribute', value, 'input[value]');
  }
  if (inert ? attribute(input, 'checked') !== null : input.checked) context.write(' checked=""');
  if (!inert && input.indeterminate) context.write(' data-osmotr-indeterminate=""');
  const src = attribute(input, 'src');
  if (src !== null) {
    context.write(` data-osmotr-src="${escapeAttribute(src)}"`);
    if (input.type === 'image' && !inert) writeResource(context, 'src', src, 'img');
  }
  context.write('>');
}

/** `<textarea>` with what is typed in it. */
export function writeTextarea(context: FrameContext, area: HTMLTextAreaElement, inert: boolean): void {
  const text = inert ? area.defaultValue : area.value;
  context.write('<textarea');
  writeAttributes(context, area, { inert });
  context.write(`>\n${escapeText(text)}</textarea>`);
}

/** Start tag of an `<option>`, selected as it stands. */
export function writeOptionTag(context: FrameContext, option: HTMLOptionElement, inert: boolean): void {
  context.write('<option');
  writeAttributes(context, option, { omit: SELECTED, inert });
  if (inert ? option.defaultSelected : option.selected) context.write(' selected=""');
  context.write('>');
}
