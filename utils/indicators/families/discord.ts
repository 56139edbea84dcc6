import type { Family } from '../family';
import { isHostOf, pathSegments } from '../link';
import { LINKS } from '../streams';

/** Discord invites: the code, case kept. */
export const discord: Family = {
  name: 'discord',
  types: ['discord-invite'],
  rules: [
    {
      on: LINKS,
      take({ link }) {
        if (!link) return undefined;
        const segments = pathSegments(link);
        const isShort = isHostOf(link, 'discord.gg', 'dsc.gg');
        if (!isShort && !(isHostOf(link, 'discord.com', 'discordapp.com') && segments[0] === 'invite'))
          return undefined;
        const value = (isShort ? segments.filter((part) => part !== 'invite')[0] : segments[1]) ?? '';
        if (!/^[A-Za-z0-9-]{2,32}$/.test(value)) return undefined;
        const { start, end } = link;
        return { type: 'discord-invite', value, start, end, confidence: 'certain', reason: 'Discord link' };
      },
    },
  ],
};
