import { useState } from 'react';
import { type AddressOutcome, TimestampSection } from '@/components/settings/TimestampSection';
import { settings } from '@/utils/platform/settings';
import { requestHost } from '@/utils/platform/timestamp-authority';
import { bugEnvironment } from '../../pages/services';
import { useAction } from '../../pages/use-action';
import { useSetting } from '../../pages/use-setting';

/** The timestamp authority of the settings. Its address is kept only if the browser lets us reach it. */
export function TimestampSetting() {
  const [authority, setAuthority] = useSetting(settings.timestampAuthority);
  const [outcome, setOutcome] = useState<AddressOutcome | null>(null);
  const { isRunning, error, run } = useAction();
  if (!authority) return null;
  const save = (url: string) =>
    run(async () => {
      // Asked first: browsers take the question only in the turn of the click.
      const isGranted = url === '' || (await requestHost(url));
      if (isGranted) await setAuthority({ ...authority, url });
      setOutcome(isGranted ? (url === '' ? 'removed' : 'saved') : 'refused');
    });
  return (
    <TimestampSection
      {...authority}
      outcome={error ? null : outcome}
      error={error}
      environment={bugEnvironment()}
      isBusy={isRunning}
      onSave={(url) => void save(url)}
      onAtExport={(atExport) => void setAuthority({ ...authority, atExport })}
    />
  );
}
