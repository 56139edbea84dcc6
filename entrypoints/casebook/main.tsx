import { onWiped } from '@/utils/platform/wiped';
import { renderPage } from '../pages/render-page';
import '@/components/casebook/styles';
import { CasebookPage } from './CasebookPage';

onWiped(() => location.reload());
await renderPage(<CasebookPage />);
