import { renderPage } from '../pages/render-page';
import { CasebookPage } from './CasebookPage';

await renderPage(<CasebookPage />);
