import { describeFamily } from '../describe-family';

// Dot-atom local parts with a public host.
describeFamily('email', ['email'], {
  hits: [
    ['a.b+c@Example.CO.uk', 'email a.b+c@example.co.uk'],
    ['mailto:shop@example.kz?subject=x', 'email shop@example.kz'],
    ['Почта:shop@mail.ru.', 'email shop@mail.ru'],
    ['<shop@mail.ru>,other@mail.ru', 'email shop@mail.ru', 'email other@mail.ru'],
    ['shop@xn--80ak6aa92e.com', 'email shop@xn--80ak6aa92e.com'],
  ],
  misses: [
    'icon@2x.png',
    'git@github.com:a/b',
    'a@localhost',
    'pkg@1.0.0',
    'почтаshop@',
    'a..b@',
    'Привет@мир',
    'магазинshop@mail.ru',
  ],
});
