import { expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';
it('x', () => {
  const r = extractIndicators({ text: `Наш телеграм: @mega_shop_bot, канал https://t.me/mega_shop, чат t.me/+AbCdEfGhIjKlMnOp
t.me/joinchat/AAAAAE1234567890abcd Пишите на shop@example.com или звоните +7 701 123-45-67, 8 (727) 250-00-00. 
BTC 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 USDT TRC20 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t
ETH 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=0.1&label=Shop%20A
t.me/x_shop_bot?start=ref123  https://example.com/a(b). тел. 90-123-45-67 https://vk.com/away.php?to=https%3A%2F%2Ft.me%2Finner_bot
BTC 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb`, url: 'https://Shop.example.com:443/Path?x=1' });
  for (const i of r) console.log(i.type, i.value, i.valid, i.confidence, i.reason, JSON.stringify(i.facts ?? ''), i.sightings.map((s) => s.raw).join(' | '));
  expect(r.length).toBeGreaterThan(5);
});
