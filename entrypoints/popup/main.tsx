import { renderPage } from '../pages/render-page';
import { PopupPage } from './PopupPage';
import { readFirst } from './read-first';

await renderPage(readFirst().then((first) => <PopupPage first={first} />));
