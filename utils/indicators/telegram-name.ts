/** First path segments of t.me that are the service's own, not names. */
const RESERVED = new Set(
  `share addstickers addemoji addtheme addlist proxy socks login confirmphone setlanguage bg iv invoice giftcode
  joinchat boost c s a k z dl msg m faq privacy tos blog apps contact contacts stickers emoji themes search passport
  username telegram_me socks5 settings premium_offer stars_topup nft unlisted embed giveaway call web`.split(
    /\s+/,
  ),
);

/** What follows an `@` in code, style sheets and documents without being a name. */
const AT_WORDS = new Set(
  `media import charset font_face keyframes supports layer container property namespace page tailwind apply
  screen include mixin extend return returns param params throws example deprecated since author version license
  private public protected readonly override internal abstract async callback class constant constructor default
  description event exports external fileoverview function global ignore implements inheritdoc interface kind link
  memberof module name namespace package prop property requires summary template this todo tutorial type typedef
  variant yields component injectable input output decorator angular babel types react vitejs vitest typescript
  everyone here channel latest next beta alpha canary nightly master main stable remarks internal sealed virtual
  starting style counter viewport document click change submit input value keydown scroll username user_name
  nestjs gmail mail yandex rambler outlook hotmail icloud protonmail`.split(/\s+/),
);

/** Whether Telegram could give out this name: 4 to 32 letters, digits, single underscores, a letter first. */
export function isTelegramName(name: string): boolean {
  return /^[a-z](?:_?[a-z0-9]){3,31}$/i.test(name) && name.length <= 32;
}

/** Whether the service keeps this path segment of t.me for itself. */
export function isReservedPath(segment: string): boolean {
  return RESERVED.has(segment.toLowerCase());
}

/** Whether `@word` is an at-rule, a tag, a decorator or a package rather than a name. */
export function isAtWord(word: string): boolean {
  return AT_WORDS.has(word.toLowerCase());
}

/** Only bots may have names that end in `bot`. */
export function telegramTypeOf(name: string): 'telegram-bot' | 'telegram-channel-or-user' {
  return /bot$/i.test(name) ? 'telegram-bot' : 'telegram-channel-or-user';
}
