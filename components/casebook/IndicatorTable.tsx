import { Badge, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator, Sighting } from '@/utils/domain/indicator';
import { CopyButton } from '../ui/CopyButton';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { keyed } from '../ui/keyed';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';

/** The indicators of a capture with the grounds for each; suspects are marked, and last of their type. */
export function IndicatorTable({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { t } = useTranslation();
  if (indicators.length === 0) return <p className="osmotr-muted">{t('capture.noIndicators')}</p>;
  return (
    <Table className={classes.table} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="18%">{t('view.type')}</Table.Th>
          <Table.Th>{t('view.value')}</Table.Th>
          <Table.Th w={136}>{t('view.confidence')}</Table.Th>
          <Table.Th w="18%">{t('view.reason')}</Table.Th>
          <Table.Th w={120}>{t('view.sightings')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted(indicators).map((indicator) => (
          <IndicatorRow key={`${indicator.type} ${indicator.value}`} indicator={indicator} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function IndicatorRow({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const names = useNames();
  const [isOpen, setIsOpen] = useState(false);
  const { type, value, valid, confidence, reason, sightings } = indicator;
  return (
    <>
      <Table.Tr data-testid="indicator-row" data-type={type} data-value={value} data-valid={valid}>
        <Table.Td>{names.indicatorType(type)}</Table.Td>
        <Table.Td>
          <span className="osmotr-mono">
            <HostileText text={defangUrl(value)} limit={120} />
          </span>{' '}
          <CopyButton value={value} label={t('common.copyValue')} />
          {!valid && (
            <Badge size="sm" variant="light" color="orange" tt="none" title={t('view.suspectNote')}>
              {t('view.suspect')}
            </Badge>
          )}
        </Table.Td>
        <Table.Td>{t(`confidence.${confidence}`)}</Table.Td>
        <Table.Td lang="en">
          <HostileText text={reason} limit={80} />
        </Table.Td>
        <Table.Td>
          <UnstyledButton
            className="osmotr-link-button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {number(sightings.length)}
          </UnstyledButton>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <SightingList sightings={sightings} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function SightingList({ sightings }: { readonly sightings: readonly Sighting[] }) {
  return (
    <ul className={classes.sightings}>
      {keyed(sightings, ({ context }) => context).map(({ key, item: { origin, place, start, context } }) => (
        <li key={key}>
          <span className="osmotr-muted" lang="en">
            {[origin, place, start].filter((part) => part !== undefined).join(' · ')}
          </span>
          <HostileText text={context} limit={300} />
        </li>
      ))}
    </ul>
  );
}

function sorted(indicators: readonly Indicator[]): Indicator[] {
  const types = [...new Set(indicators.map(({ type }) => type))];
  return indicators.toSorted(
    (a, b) => types.indexOf(a.type) - types.indexOf(b.type) || Number(b.valid) - Number(a.valid),
  );
}
