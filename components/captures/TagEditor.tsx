import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import classes from './captures.module.css';
import { TagInput } from './TagInput';

export interface TagEditorProps {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly isBusy: boolean;
  readonly onChange: (change: {
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }) => void;
}

/** The tags of one capture or of several: those that all of them have can be taken off, others put on. */
export function TagEditor({ tags, known, isBusy, onChange }: TagEditorProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tagEditor}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tagName} data-testid="capture-tag" data-tag={tag}>
          <HostileText text={tag} limit={60} />
          <ActionIcon
            variant="transparent"
            size={16}
            disabled={isBusy}
            aria-label={t('captures.removeTag', { tag: isolateText(tag) })}
            onClick={() => onChange({ add: [], remove: [tag] })}
          >
            <IconX size={12} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      <TagInput known={known} isBusy={isBusy} onAdd={(tag) => onChange({ add: [tag], remove: [] })} />
    </div>
  );
}
