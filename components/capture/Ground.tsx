import { useTranslation } from 'react-i18next';
import { HostileText } from '../ui/HostileText';
import { groundWords } from './ground-words';

/** Why an indicator was taken: a detector's grounds in the reader's language, a person's reason as it was written. */
export function Ground({ reason, limit }: { readonly reason: string; readonly limit: number }) {
  const { t } = useTranslation();
  return groundWords(reason, t) ?? <HostileText text={reason} limit={limit} />;
}
