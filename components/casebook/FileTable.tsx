import { ActionIcon, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StoredArtifact } from '@/utils/domain/capture';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';

interface Props {
  readonly artifacts: readonly StoredArtifact[];
  readonly onSave: (name: string) => void;
}

/** The files of a capture: exact size, media type, SHA-256, and a way to save each. */
export function FileTable({ artifacts, onSave }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <Table className={classes.table} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={140}>{t('view.file')}</Table.Th>
          <Table.Th>{t('view.mediaType')}</Table.Th>
          <Table.Th w={110} ta="right">
            {t('view.bytes')}
          </Table.Th>
          <Table.Th w={324}>SHA-256</Table.Th>
          <Table.Th w={48} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {artifacts.map(({ name, mediaType, bytes, sha256 }) => (
          <Table.Tr key={name} data-testid="file-row" data-name={name} data-sha256={sha256}>
            <Table.Td className="osmotr-mono">
              <HostileText text={name} limit={80} />
            </Table.Td>
            <Table.Td className="osmotr-break">
              <HostileText text={mediaType} limit={80} />
            </Table.Td>
            <Table.Td ta="right">{number(bytes)}</Table.Td>
            <Table.Td>
              <HashText sha256={sha256} />
            </Table.Td>
            <Table.Td>
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={`${t('view.saveFile')}: ${isolateText(name)}`}
                title={t('view.saveFile')}
                data-testid="save-file"
                onClick={() => onSave(name)}
              >
                <IconDownload size={16} aria-hidden />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
