import { renderPage } from '../pages/render-page';
import { PopupPage } from './PopupPage';

await renderPage(<PopupPage />);
