import { CaseList } from '@/components/casebook/CaseList';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

/** The full page behind the popup. */
export function CasebookPage() {
  const cases = useStored(() => store.cases.list(), []);
  return cases ? <CaseList cases={cases} /> : null;
}
