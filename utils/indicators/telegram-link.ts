import { isHostOf, type Link, pathSegments, queryValue } from './link';
import { isAtWord, isReservedPath, isTelegramName, telegramTypeOf } from './telegram-name';

/** What a Telegram link leads to. */
export interface TelegramTarget {
  readonly type: string;
  readonly value: string;
  readonly facts?: Readonly<Record<string, string>>;
}

const DOMAINS = ['t.me', 'telegram.me', 'telegram.dog', 'tx.me', 'tele.click'];
const PARAMETERS = ['start', 'startgroup', 'startchannel', 'startapp', 'startattach', 'game', 'text'];
const CODE = /^[\w-]{10,64}/;

/** Reads t.me, name.t.me, web.telegram.org and tg:// links; undefined if the link leads to no one. */
export function readTelegramLink(link: Link): TelegramTarget | undefined {
  if (link.scheme === 'tg') return readTgLink(link);
  if (link.scheme !== '' && !/^https?$/.test(link.scheme)) return undefined;
  if (isHostOf(link, 'web.telegram.org', 'webk.telegram.org', 'webz.telegram.org')) {
    return nameTarget(/^(?:\/im\?p=)?@(\w{4,32})/.exec(link.fragment)?.[1] ?? '', link);
  }
  if (!isHostOf(link, ...DOMAINS)) return undefined;
  const label = link.host.replace(/^www\./, '').split('.');
  if (label.length === 3) return isAtWord(label[0] ?? '') ? undefined : nameTarget(label[0] ?? '', link);
  return readPath(pathSegments(link), link);
}

function readPath(
  [first = '', second = '', third = '']: readonly string[],
  link: Link,
): TelegramTarget | undefined {
  if (first.startsWith('+')) {
    const phone = /^\+\d{7,15}(?![\w-])/.exec(first)?.[0];
    return phone ? { type: 'phone', value: phone } : codeTarget('telegram-invite', first.slice(1));
  }
  switch (first.toLowerCase()) {
    case 'joinchat':
      return codeTarget('telegram-invite', second);
    case 'addlist':
      return codeTarget('telegram-folder', second);
    case 's':
    case 'boost':
      return nameTarget(second, link);
    case 'c':
      return /^\d{5,14}$/.test(second) ? { type: 'telegram-id', value: second } : undefined;
    default:
      return isReservedPath(first) ? undefined : nameTarget(first, link, second, third);
  }
}

function readTgLink(link: Link): TelegramTarget | undefined {
  const value = (name: string) => queryValue(link.query, name) ?? '';
  switch (link.host) {
    case 'resolve':
      if (value('phone')) return { type: 'phone', value: `+${value('phone').replace(/\D/g, '')}` };
      return isReservedPath(value('domain')) ? undefined : nameTarget(value('domain'), link);
    case 'join':
      return codeTarget('telegram-invite', value('invite'));
    case 'addlist':
      return codeTarget('telegram-folder', value('slug'));
    case 'user':
      return idTarget(value('id'));
    case 'openmessage':
      return idTarget(value('user_id') || value('chat_id'));
    default:
      return undefined;
  }
}

function idTarget(id: string): TelegramTarget | undefined {
  return /^-?\d{5,14}$/.test(id) ? { type: 'telegram-id', value: id } : undefined;
}

function codeTarget(type: string, text: string): TelegramTarget | undefined {
  const code = CODE.exec(text)?.[0];
  return code ? { type, value: code } : undefined;
}

function nameTarget(text: string, link: Link, second = '', third = ''): TelegramTarget | undefined {
  // Text that follows without a space, as pages without one have it, isn't part of the name.
  const name = /^@?([a-z]\w{3,31})(?!\w)/i.exec(text)?.[1] ?? '';
  if (!isTelegramName(name) || /^[.-]/.test(text.slice(name.length))) return undefined;
  const facts: Record<string, string> = {};
  for (const parameter of PARAMETERS) {
    const value = queryValue(link.query, parameter);
    if (value) facts[parameter] = value;
  }
  const type = telegramTypeOf(name);
  if (/^\d{1,10}$/.test(second)) facts.post = /^\d{1,10}$/.test(third) ? third : second;
  else if (second && type === 'telegram-bot' && /^\w{3,32}$/.test(second)) facts.app = second;
  return { type, value: name.toLowerCase(), ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}
