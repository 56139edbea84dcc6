import { describeFamily } from '../describe-family';

// Invite links only.
describeFamily('discord', ['discord-invite'], {
  hits: [
    ['discord.gg/AbC123', 'discord-invite AbC123'],
    ['https://discord.com/invite/AbC123', 'discord-invite AbC123'],
    ['https://discordapp.com/invite/shop', 'discord-invite shop'],
  ],
  misses: ['https://discord.com/channels/1/2', 'discord.js', 'https://discord.com/developers'],
});
