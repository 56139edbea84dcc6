import { renderPage } from '../pages/render-page';
import '@/components/casebook/styles';
import { CasebookPage } from './CasebookPage';

await renderPage(<CasebookPage />);
