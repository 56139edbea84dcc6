import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutText, splitHostileText } from './hostile-text';
import { useFormat } from './use-format';

interface Props {
  readonly text: string;
  /** Characters shown before it is cut. */
  readonly limit?: number;
  /** Without a way to see all: for lists, where the row leads to the whole. */
  readonly brief?: boolean;
}

/** A string from a captured page: isolated from the text around it, unseen characters shown, cut if long. */
export function HostileText({ text, limit = 200, brief = false }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [whole, setWhole] = useState(false);
  const isLong = text.length > limit;
  const shown = whole ? text : cutText(text, limit);
  if (text.trim() === '') return <span className="osmotr-muted">{t('common.emptyText')}</span>;
  return (
    <span className="osmotr-break">
      <bdi>
        <HostileRun text={shown} />
      </bdi>
      {isLong && !whole && '…'}
      {isLong && !brief && (
        <>
          {' '}
          <UnstyledButton
            className="osmotr-link-button"
            data-testid="show-all"
            onClick={() => setWhole(!whole)}
          >
            {whole ? t('common.showLess') : t('common.showAll', { length: number(text.length) })}
          </UnstyledButton>
        </>
      )}
    </span>
  );
}

/** A run of captured text with its unseen characters shown; whoever uses it isolates it (`<bdi>`). */
export function HostileRun({ text }: { readonly text: string }) {
  return splitHostileText(text).map((part) =>
    part.kind === 'text' ? part.text : <ControlCharacter key={part.start} code={part.text} />,
  );
}

function ControlCharacter({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <span className="osmotr-control" title={t('common.controlCharacter', { code })}>
      {code}
    </span>
  );
}
