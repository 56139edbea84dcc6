/** Words and stems, Russian, Kazakh, Uzbek (both scripts) and English; matched whole, whatever the case. */
export const LABEL_WORDS = {
  telegramId: '(?:telegram|телеграмм?|tg|тг)[ -]?(?:user)?[ -]?(?:id|айди|ид)|chat[ _]?id|user[ _]id',
  telegram:
    'telegramm?\\p{L}{0,4}|телеграм\\p{L}{0,4}|телег[аеуи]|телеграмда\\p{L}{0,3}|tele?ga|тг|tg(?=[\\s:@)/,—-])|тгк|tgk|t\\.me',
  whatsapp:
    'what?s[ -]?app?|в[ао]т?[сц]+[ -]?[аэ]пп?[еау]?|уатс[аэ]п|в[ао]ц[аэ]пп?|vats[ae]pp?|wa(?=\\s?[:=])',
  viber: 'viber|вайбер\\p{L}{0,2}|вибер\\p{L}{0,2}|vayber|vaiber',
  signal: 'signal|сигнал\\p{L}{0,2}',
  xmpp: 'xmpp|jabber\\p{L}{0,2}|джаб+ер\\p{L}{0,2}|жаб+[аеуы]?р?|jid|omemo',
  session: 'session(?:[ -]?id)?|сессион|сешн|сейшн|getsession',
  threema: 'threema|трима|тримa',
  tox: 'tox(?:[ -]?id)?|qtox|utox|токс',
  wickr: 'wickr(?: me)?|викр',
  matrix: 'matrix|element|матрикс',
  discord: 'discord|дискорд',
  vk: 'vk|вк|vkontakte|вконтакте',
  instagram: 'instagram\\p{L}{0,2}|инстаграмм?\\p{L}{0,2}|инста|инсте|insta|ig(?=\\s?[:@])',
  other:
    'twitter|твиттер|github|gitlab|tiktok|тикток|facebook|фейсбук|youtube|ютуб|skype|скайп|npm|medium|mastodon|threads|linkedin|reddit|icq',
  qiwi: 'qiwi|киви|қиви|kivi',
  yoomoney: 'yoo ?money|ю ?money|юмани|яндекс[ .-]?деньг\\p{L}{1,2}|yandex[ .]?money|ямани',
  webmoney: 'web ?money|вебмани|wmid|wm[zreubgk]|вм[зр]',
  payeer: 'payeer|паер|пайер|пэйер|пейер',
  email:
    'e-?mail\\p{L}{0,2}|эл\\.? ?почт\\p{L}{1,2}|почт\\p{L}{1,2}|имейл|и-?мейл|емейл|мыло|pochta|пошта|поштасы',
  phone:
    "тел|телефон\\p{L}{0,4}|моб\\p{L}{0,8}|сот|сотов\\p{L}{1,3}|номер\\p{L}{0,4}|звон\\p{L}{1,4}|позвон\\p{L}{2,4}|байланыс\\p{L}{0,4}|қоңырау\\p{L}{0,4}|нөмір\\p{L}{0,4}|phone|tel|telephone|mobile|cell|call|hotline|contacts?|telefon\\p{L}{0,4}|raqam\\p{L}{0,4}|qo['’ʻ`]ng['’ʻ`]iroq|aloqa|рақам\\p{L}{0,3}|қўнғироқ|алоқа|факс|fax|смс|sms|контакт\\p{L}{0,2}|связ\\p{L}{1,2}|call-?центр|оператор\\p{L}{0,2}|курьер\\p{L}{0,2}",
  card: "карт[аыуе]|картой|карточк\\p{L}{1,2}|card|card ?number|kart[ai]\\p{L}{0,6}|карта\\p{L}{0,4}|пластик\\p{L}{0,4}|plastik\\p{L}{0,4}|kaspi|каспи|сбер\\p{L}{0,6}|тинькофф?|тиньк\\p{L}{0,3}|visa|mastercard|мир|mir|humo|хумо|uzcard|узкарт|узкард|union ?pay|halyk|халык|jusan|реквизит\\p{L}{0,3}|перевод\\p{L}{0,3}|перевест\\p{L}|переведит\\p{L}|аударым|o['’ʻ`]tkaz\\p{L}{2,8}|pan|click|payme",
  bot: 'бот\\p{L}{0,2}|ботқа|ботга|botga|bot|чат-?бот\\p{L}{0,2}',
  order:
    'заказ\\p{L}{0,4}|пиши(?:те)?|писать|напиши(?:те)?|жаз\\p{L}{1,5}|тапсырыс\\p{L}{0,4}|buyurtma\\p{L}{0,4}|буюртма\\p{L}{0,3}|yozing|ёзинг|order|оператор\\p{L}{0,2}|operator|менеджер\\p{L}{0,2}|support|поддержк\\p{L}|саппорт|магазин\\p{L}{0,2}|шоп|бот\\p{L}{0,2}|канал\\p{L}{0,2}|админ\\p{L}{0,2}|admin|отзыв\\p{L}{0,2}|работа|курьер\\p{L}{0,2}',
  notPhone:
    'трек\\p{L}{0,4}|track\\p{L}{0,4}|артикул\\p{L}{0,2}|imei|isbn|инн|огрн|кпп|бик|снилс|уин|ean|sku|штрих-?код|заказ[ае]?|order|id|накладн\\p{L}{1,3}|билет\\p{L}{0,2}|лиценз\\p{L}{1,3}|серия|код|code|версия|version|timestamp|инвойс|invoice',
  notCard:
    'трек\\p{L}{0,4}|track\\p{L}{0,6}|imei|isbn|штрих-?код|order|invoice|артикул|накладн\\p{L}{1,3}|версия|заказ[аеу]? №',
  site: 'сайт\\p{L}{0,2}|site|website|sayt\\p{L}{0,3}|зеркал\\p{L}{1,2}|mirror|домен\\p{L}{0,2}|domain|адрес\\p{L}{0,2}|ссылк\\p{L}{1,2}|link|url|havola|сілтеме|хавола|магазин\\p{L}{0,2}|shop|web',
  ip: 'ip|ip-адрес|айпи|сервер\\p{L}{0,2}|server|host|хост|dns|proxy|прокси|vpn|address|адрес\\p{L}{0,2}|ipv4|ipv6|node|нода',
  version: 'v|ver|version|версия|верси[ию]|build|release|chrome|firefox|safari|windows|rv',
  account:
    '[рх]\\s?/\\s?[счр]ч?[её]?т?|р/сч[её]т|расч[её]тн\\p{L}{2,3} сч[её]т\\p{L}{0,2}|сч[её]т\\p{L}{0,2}|h/r|х/р|ҳ/р|x/r|hisob[ -]?raqam\\p{L}{0,4}|ҳисоб[ -]?рақам\\p{L}{0,4}|hisob|account|acct|шот\\p{L}{0,3}|мфо|mfo',
  iban: 'iban|ибан|жск|иик',
  iin: 'иин|жсн|iin',
  bin: 'бин|бсн|bin',
  wallet:
    "кошел[её]?к?\\p{L}{0,3}|wallet|адрес\\p{L}{0,2}|address|hamyon\\p{L}{0,3}|ҳамён\\p{L}{0,3}|әмиян\\p{L}{0,3}|manzil\\p{L}{0,3}|donat\\p{L}{0,5}|донат\\p{L}{0,3}|крипт\\p{L}{1,6}|crypto|kripto\\p{L}{0,6}|оплат\\p{L}{1,2}|to'lov|төлем|usdt|usdc|deposit|депозит",
  btc: 'btc|bitcoin|б[иі]тко[ий]н\\p{L}{0,3}|битк\\p{L}{0,3}|бтц|segwit|bech32|taproot',
  ltc: 'ltc|litecoin|лайткоин\\p{L}{0,3}|лайт',
  doge: 'doge|dogecoin|доге?коин\\p{L}{0,2}',
  dash: 'dash|дэш|даш',
  zec: 'zec|zcash|зикэш|зкэш',
  bch: 'bch|bitcoin cash|биткоин кэш|bcash',
  eth: 'eth|ethereum|эфир\\p{L}{0,3}|эфириум\\p{L}{0,2}|erc-?20|bep-?20|bsc|polygon|matic|метамаск|metamask|arbitrum',
  trx: 'trx|tron|трон|trc-?20|usdt|тезер|tether',
  xmr: 'xmr|monero|монеро',
  xrp: 'xrp|ripple|рипл',
  sol: 'sol|solana|солана|phantom|spl',
  ton: 'ton|toncoin|тон|tonkeeper|тонкоин|gram',
  ada: 'ada|cardano|кардано',
  bnb: 'bnb|binance|бинанс|bep-?2',
  xlm: 'xlm|stellar|стеллар',
  nano: 'nano|xno|нано',
  cosmos: 'cosmos|atom|космос',
  dot: 'dot|polkadot|полкадот',
  lightning: 'lightning|лайтнинг|ln|invoice|инвойс',
  geo: 'координат\\p{L}{0,3}|coord\\p{L}{0,7}|koordinat\\p{L}{0,4}|геолокац\\p{L}{0,3}|локац\\p{L}{1,3}|location|lat|latitude|широт\\p{L}|gps|гео|geo|клад\\p{L}{0,2}|тайник\\p{L}{0,2}|закладк\\p{L}{1,2}|точк\\p{L}{1,2}|место|карт[аеу]|map|mestopoloj\\p{L}{1,6}|manzil\\p{L}{0,3}|орналас\\p{L}{1,6}|самовывоз',
  pgp: 'pgp|gpg|openpgp|fingerprint|отпечат\\p{L}{2,4}|key ?id|fpr|barmoq izi|саусақ ізі',
} as const;

/** What a word beside a candidate says it is. */
export type LabelKind = keyof typeof LABEL_WORDS;
